import type { Cover } from "@unmask/core";
import { expect, test } from "vitest";
import { coverSection, sayChanges, wholeAnswers } from "./cover-section.ts";

const names = { me: "Imogen Vance", them: "Terry Quill" };
const today = { year: 2026, month: 11, day: 26 };
const made = { ...today, hour: 21, minute: 5 };

function said(cover: Cover): string {
  return JSON.stringify(coverSection(cover, { names, made }));
}

function lossOf(cover: Cover): readonly {
  readonly when: string;
  readonly rest: string;
  readonly what: { readonly words: string };
  readonly from: { readonly words: string };
}[] {
  return JSON.parse(said(cover)).loss;
}

test("what nobody asked is said to be not asked, in every answer", () => {
  const page = said({});
  expect(page).toContain("What they were to one another: not asked. Since when: not asked.");
  expect(page).toContain("Earlier reports: not asked. Orders and bail: not asked. Who helps Imogen Vance: not asked.");
  expect(page).toContain("Not asked.");
  expect(page).toContain("What Imogen Vance asks: not asked.");
  expect(page).toContain("Which evidence is lost in time: not asked.");
});

test("not known and none are told as two answers of their own", () => {
  expect(said({ orders: "none", helps: "none", since: "not known" })).toContain("Orders and bail: none. Who helps Imogen Vance: nobody.");
  expect(said({ since: "not known" })).toContain("Since when: not known.");
  expect(said({ relationship: "none" })).toContain("They had nothing to do with one another.");
});

test("who answers that nothing is lost in time is not told to ask today, and what nobody asked is", () => {
  expect(said({ asks: "none", lost: "none" })).toContain("Which evidence is lost in time: none.");
  expect(said({ asks: "none", lost: "none" })).not.toContain("ask today");
  expect(said({ lost: "not known" })).toContain("How long a company keeps what it has is not known here: ask today.");
});

test("danger stands with the minute of the answer and her words", () => {
  const asked = { ...today, hour: 20, minute: 5 };
  expect(said({ danger: { answer: "afraid", asked, says: "He will come back." } })).toContain(
    "Asked on 26 November 2026, 20:05, 1 hour before this report: not this minute, but afraid. “He will come back.”",
  );
});

test("an answer on danger stands whole, and one that is too long says where it goes on", () => {
  const danger = (says: string): Cover => ({ danger: { answer: "yes", asked: made, says } });
  const moved = "I am not at the old house any more, come to the new one";
  expect(said(danger(`${"He has found the house. ".repeat(40)}${moved}`))).toContain(moved);
  expect(said(danger("no end ".repeat(400)))).toContain("more characters in the chronology");
  expect(JSON.stringify(wholeAnswers(danger(`${"no end ".repeat(400)}${moved}`), { names, made }))).toContain(moved);
});

test("what changed is told in her words with the day as near as she knows it, and an answer of none is told as one", () => {
  expect(sayChanges([{ area: "sleep", says: "I wake at every sound", since: { year: 2026, month: 10 } }])).toEqual([
    "Sleep, since when: October 2026. “I wake at every sound”.",
  ]);
  expect(sayChanges("none")).toEqual(["Asked what changed in daily life: none."]);
  expect(sayChanges(undefined)).toEqual([]);
});

test("what is lost on the very day of the report is asked for today, because before that day nobody can", () => {
  const kept = { days: 30, by: "her" } as const;
  const rows = lossOf({
    lost: [
      { what: "clips", first: { year: 2026, month: 10, day: 27 }, kept },
      { what: "more clips", first: { year: 2026, month: 10, day: 28 }, kept },
    ],
  });
  expect(rows.map(({ when }) => when)).toEqual(["Today, Thu 26 Nov 2026", "Before Fri 27 Nov 2026"]);
});

test("long words about what is lost are cut on page one, and stand whole where the chronology ends", () => {
  const long = (word: string): string => `${word} `.repeat(450).trim();
  const first = { year: 2026, month: 11, day: 20 };
  const kept = { days: 30, by: "her", says: long("s") } as const;
  const cover: Cover = { lost: [{ what: long("w"), where: { says: long("h") }, first, kept }] };
  const [row] = lossOf(cover);
  expect(row?.what.words).toBe(`${"w ".repeat(58)}w…; of 20 November 2026. Where it lies: ${"h ".repeat(58)}h…`);
  expect(row?.from.words).toBe(`Imogen Vance: kept 30 days, “${"s ".repeat(38)}s…”`);
  const whole = JSON.stringify(wholeAnswers(cover, { names, made }));
  for (const word of ["w", "h", "s"]) expect(whole).toContain(long(word));
});

test("evidence that is lost in time stands nearest first, with whose word the day is; what is past comes last and is told as past", () => {
  const rows = lossOf({
    lost: [
      { what: "who opened the accounts" },
      { what: "doorbell opposite", first: { year: 2026, month: 11, day: 20 }, kept: { days: 30, by: "her", says: "maker’s terms" } },
      { what: "station camera", first: { year: 2026, month: 9, day: 1 }, kept: { months: 1, by: "force" } },
      { what: "call records", first: { year: 2026, month: 5, day: 3 }, last: "goes on", kept: { months: 12, by: "force" } },
    ],
  });
  expect(rows.map(({ when, rest }) => [when, rest])).toEqual([
    ["Before Sun 20 Dec 2026", ""],
    ["Before Mon 3 May 2027", "then a day more each day"],
    ["Ask today", ""],
    ["Past: Thu 1 Oct 2026", ""],
  ]);
  expect(rows[0]?.from.words).toBe("Imogen Vance: kept 30 days, “maker’s terms”");
  expect(rows[2]?.from.words).toBe("How long it is kept is not known");
  // In the chronology each is a sentence behind the day.
  for (const { from } of rows) expect(from.words).toMatch(/^[A-Z]/);
});
