import { expect, it } from "vitest";
import { parseCivilDay } from "@unmask/core";
import { methodsReadOn, readMethods } from "./methods.ts";
import { topicIds } from "./topic-ids.ts";
import { readTopics } from "./topics.ts";

const [topics, methods] = [readTopics(), readMethods()];

const allTexts = [
  ...Object.values(topics).flatMap(({ title, brief, mind = [], parts }) => [
    title,
    brief,
    ...mind,
    ...parts.flatMap((part) => [part.title ?? "", ...(part.says ?? []), ...(part.list ?? [])]),
  ]),
  ...methods.flatMap(({ title, where, sign, signs, keep }) => [title, where, sign, keep, ...signs.flat()]),
].filter((text) => text !== "");

it("has what stalking is, how small acts add up, the ways by phone and web, law, reporting, what can be kept, and those who help", () => {
  expect(Object.keys(topics).toSorted()).toEqual([...topicIds].toSorted());
  for (const { parts } of Object.values(topics)) expect(parts.length).toBeGreaterThan(0);
});

it("sets beside each sign what else it can be, so that one sign alone frightens nobody", () => {
  expect(methods).toHaveLength(8);
  for (const { title, signs, keep } of methods) {
    expect(signs.length, title).toBeGreaterThan(1);
    for (const [sign, other] of signs) expect(sign.trim() !== "" && other.trim().length > 8, `${title}: ${sign}`).toBe(true);
    expect(keep, title).toMatch(/\.$/);
  }
  expect(parseCivilDay(methodsReadOn)).toBeDefined();
  expect(topics.digital.brief).toMatch(/^Eight /);
});

it("tells accounts and shared things first, and to keep before anything is changed", () => {
  expect(methods.slice(0, 2).map(({ title }) => title)).toEqual(["Somebody is in an account of yours", "Somebody shares a thing with you"]);
  expect(topics.digital.mind?.join(" ")).toMatch(/keep a picture[^]*can be noticed\. Accounts first/);
});

it("has no law, no number and no date of its own: those come from the lists of the law", () => {
  for (const text of allTexts) expect(text).not.toMatch(/\d|\bAct \b|\bsection\b|\bs\d|\.uk\b|\.org\b/);
});

it("tells nobody what is done to them or that they are out of danger, blames nobody, and calls nobody by a name that is not theirs", () => {
  for (const text of allTexts)
    expect(text).not.toMatch(
      /you are being|you(?:’|')re being|\bsafe\b|\bvictim|\bstalker|\babuser|\bsuspect|\bperpetrator|why didn|are you sure|\bthank|well done|!|\bjust\b/i,
    );
});

it("can be read at nine: sentences of at most 24 words, and few long words", () => {
  for (const text of allTexts) {
    for (const sentence of text.split(/(?<=[.:?])\s/)) expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(24);
  }
  const words = allTexts.join(" ").match(/\p{L}+/gu) ?? [];
  const long = words.filter((word) => word.length > 9);
  expect(long.length / words.length).toBeLessThan(0.03);
});
