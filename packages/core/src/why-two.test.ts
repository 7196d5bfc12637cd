import { expect, test } from "vitest";
import { type ActDraft, makeTimeline } from "../../../fixtures/timelines/make-act.ts";
import type { Identity } from "./identity.ts";
import { whyTwo } from "./why-two.ts";

const named = (wrote: string): Identity => ({ kind: "name", wrote, normal: wrote.toLowerCase() });
const group = (wrote: string): Identity => ({ ...named(wrote), kind: "group" });
const phone = (wrote: string): Identity => ({ kind: "phone", wrote, normal: wrote });
const sal = named("Sal Orr");

/** Six messages of hers, of which each export has some words of its own. */
const chat = (to: Identity, own = "", file = to.wrote): ActDraft[] =>
  Array.from({ length: 6 }, (_, at) => ({
    at: `2026-06-02 10:0${at}`, channel: "whatsapp", thread: to.wrote, from: sal, to: [to], text: `${own} words ${at}`, file,
  })); // prettier-ignore
const why = (names: readonly string[], ...chats: readonly (readonly ActDraft[])[]) => whyTwo(makeTimeline(chats.flat()), names);

test("a slip of the pen is told from two chats that differ, and these with how many messages each holds", () => {
  const [ivo, ivoN] = [named("Ivo Nash"), named("Ivo N")];
  expect(why(["ivo nash", "Ivo M"], chat(ivo), chat(ivoN))).toEqual({ why: "no such name", names: ["Ivo M"] });
  expect(why(["Ivo Nash", "Ivo N"], chat(ivo, "a"), chat(ivoN, "b"))).toEqual({ why: "unlike", areGroups: false, counts: [6, 6] });
  expect(why(["Choir", "Garden"], chat(group("Choir"), "a"), chat(group("Garden"), "b").slice(2))).toEqual({
    why: "unlike",
    areGroups: true,
    counts: [6, 4],
  });
  expect(why(["Choir", "Garden"], chat(group("Choir"), "", "one"), chat(group("Garden"), "", "one"))).toEqual({
    why: "one file",
    areGroups: true,
  });
});

test("of chats that hold the same messages it is told that both names are not stated, or that both are numbers", () => {
  expect(why(["Ivo Nash", "Ivo N"], chat(named("Ivo Nash")), chat(named("Ivo N")))).toMatchObject({ why: "not one person", count: 6 });
  const numbers = ["+447700900311", "+447700900322"] as const;
  expect(why(numbers, chat(phone(numbers[0])), chat(phone(numbers[1])))).toEqual({ why: "two numbers", count: 6 });
});
