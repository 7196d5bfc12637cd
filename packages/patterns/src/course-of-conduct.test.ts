import type { Instant } from "@unmask/core";
import { expect, test } from "vitest";
import { type ActDraft, makeTimeline, maya } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { courseOfConduct } from "./course-of-conduct.ts";

const find = (...drafts: readonly ActDraft[]) => courseOfConduct.find(makeTimeline(drafts), makeStatement());

test("two acts on one day are one occasion, on two days they are two", () => {
  expect(find({ at: "2026-03-03 00:01" }, { at: "2026-03-03 23:59" })).toEqual([]);
  expect(find({ at: "2026-03-03 23:59" }, { at: "2026-03-04 00:01" })[0]?.says).toContain("on at least 2 separate days");
});

test("there is no longest gap: two acts twenty years apart are two occasions", () => {
  expect(find({ at: "2006-03-03 10:00" }, { at: "2026-03-03 10:00" })).toHaveLength(1);
});

test("days that may be the same are counted as the same", () => {
  expect(find({ at: "2026-03-04 10:00", or: ["2026-04-03 10:00"] }, { at: "2026-04-03 12:00" })).toEqual([]);
  expect(
    find({ at: "2026-03-01 00:00", until: "2026-03-14 23:59" }, { at: "2026-03-10 12:00" }, { at: "2026-03-02 12:00" })[0]?.says,
  ).toContain("at least 2 ");
});

test("five days that are five days whichever way the file wrote its dates are five occasions", () => {
  const open = [1, 2, 3, 4, 5].map((i): ActDraft => ({
    at: `2026-06-0${i} 10:00`,
    or: [`2026-0${i}-06 10:00`],
    flags: ["date-order-assumed"],
  }));
  expect(find(...open)[0]?.says).toContain("on at least 5 separate days");
  const same: ActDraft = { at: "2026-01-06 12:00", file: "calls.xml", kind: "call", channel: "phone" };
  expect(find(...open, same)[0]?.says).toContain("on at least 5 separate days");
});

test("an act with a date far off is listed and makes no occasion", () => {
  const far: ActDraft = { at: "1970-01-01 10:00", flags: ["far-date"] };
  expect(find(far, { at: "2026-03-03 10:00" })).toEqual([]);
  expect(find(far, { at: "2026-03-03 10:00" }, { at: "2026-03-04 10:00" })[0]?.acts).toHaveLength(3);
});

test("a mail to her employer did not contact her and has no letter; what went to a group of the family was told to all in it", () => {
  const employer = { kind: "email", wrote: "manager@brightwater.example", normal: "manager@brightwater.example" } as const;
  const family = { kind: "group", wrote: "Family", normal: "family" } as const;
  const [finding] = find(
    { at: "2026-03-03 10:00", id: "a-1", channel: "email", file: "m.eml", to: [employer] },
    { at: "2026-03-04 10:00", id: "b-1", channel: "whatsapp", file: "w.txt", to: [family] },
    { at: "2026-03-05 10:00", id: "c-1", channel: "email", file: "m.eml", to: [employer, maya] },
    { at: "2026-03-06 10:00", id: "d-1", kind: "visit", channel: "in-person", file: "d.csv", grade: "own-account" },
  );
  expect(finding?.codesByAct).toEqual({ "a-1": [], "b-1": ["c"], "c-1": ["b"], "d-1": ["e", "g"] });
  expect(finding?.table.rows.find(([letter]) => letter === "b")?.[3]).toBe(1);
});

test("a message in a group that she is in reached her and was told to all in it; of a group in which she never wrote nothing shows that it reached her", () => {
  const [family, work] = ["Family", "Work"].map((wrote) => ({ kind: "group", wrote, normal: wrote.toLowerCase() }) as const);
  if (!family || !work) throw new Error("two groups");
  const inGroup = { channel: "whatsapp", file: "w.txt" } as const;
  const [finding] = find(
    { at: "2026-03-03 10:00", from: maya, ...inGroup, to: [family] },
    { at: "2026-03-04 10:00", id: "a-1", ...inGroup, to: [family] },
    { at: "2026-03-05 10:00", id: "b-1", ...inGroup, to: [work] },
    { at: "2026-03-06 10:00", id: "c-1", ...inGroup, to: [work, maya] },
    { at: "2026-03-07 10:00", id: "d-1", channel: "telegram", file: "t.json", to: [family] },
  );
  expect(finding?.codesByAct).toEqual({ "a-1": ["b", "c"], "b-1": ["c"], "c-1": ["b", "c"], "d-1": ["c"] });
  expect(finding?.table.rows.find(([letter]) => letter === "b")?.[3]).toBe(2);
  expect(finding?.couldChange).toContain(
    "Where nothing that you wrote shows that you were in a group, what went to it has no letter of contact.",
  );
});

test("an entry that names several things has the letters of all of them, and not of the gravest alone", () => {
  const own = { channel: "in-person", file: "journal.jsonl", grade: "own-account" } as const;
  const written = { at: 0 as Instant, by: "self" } as const;
  const [finding] = find(
    { at: "2026-03-03 10:00", id: "a-1", kind: "following", ...own, entry: { written, kinds: ["followed", "watched", "threatened"] } },
    { at: "2026-03-04 10:00", id: "b-1", kind: "other", ...own, entry: { written, kinds: ["other"] } },
    { at: "2026-03-05 10:00", id: "c-1", kind: "visit", ...own, entry: { written } },
  );
  expect(finding?.codesByAct).toEqual({ "a-1": ["a", "b", "g"], "b-1": [], "c-1": ["e", "g"] });
  expect(finding?.how).toContain("Of an entry of the journal they follow from what you said happened.");
});

test("each act carries the letters that its kind can be, from the statement's own jurisdiction", () => {
  const statement = makeStatement();
  const timeline = makeTimeline([
    { at: "2026-03-03 10:00", id: "a-1" },
    { at: "2026-03-04 10:00", id: "b-1", kind: "login", channel: "google", file: "g.json" },
    { at: "2026-03-05 10:00", id: "c-1", kind: "other", channel: "in-person", file: "journal", grade: "own-account" },
  ]);
  const [finding] = courseOfConduct.find(timeline, statement);
  expect(finding?.codesByAct).toEqual({ "a-1": ["b"], "b-1": ["d", "f"], "c-1": [] });
  expect(finding?.rule).toBe(statement.jurisdiction.courseOfConduct?.rule);
  expect(finding?.table.rows.filter((row) => row[3] !== 0).map((row) => [row[0], row[3]])).toEqual([
    ["b", 1],
    ["d", 1],
    ["f", 1],
    ["", 1],
    ["", 3],
  ]);
  const { courseOfConduct: rules } = statement.jurisdiction;
  const stricter = { ...statement.jurisdiction, courseOfConduct: rules && { ...rules, occasions: 4 } };
  expect(courseOfConduct.find(timeline, { ...statement, jurisdiction: stricter })).toEqual([]);
});

test("where there is no data about the law, nothing is read against it", () => {
  const statement = makeStatement();
  const timeline = makeTimeline([{ at: "2026-03-03 10:00" }, { at: "2026-03-04 10:00" }]);
  const jurisdiction = {
    ...statement.jurisdiction,
    code: "SCO",
    courseOfConduct: null,
    examples: [],
    examplesByKind: [],
    examplesByEntryKind: [],
  } as const;
  expect(courseOfConduct.find(timeline, { ...statement, jurisdiction })).toEqual([]);
});

test("it names its Act and what else must be shown, so that two messages on two days pass no test", () => {
  const [finding] = find({ at: "2026-03-03 10:00" }, { at: "2026-03-04 10:00" });
  expect(finding?.says).toBe(
    "There are 2 acts, between 3 March and 4 March 2026, on at least 2 separate days. " +
      "In England and Wales a course of conduct towards one person needs two occasions or more (Protection from Harassment Act 1997 s7(3)), " +
      "and no longest time between occasions is set. " +
      "It must also be shown that it amounts to harassment (s1(1), s7(2)) " +
      "and that the person who did it knows, or ought to know, that it does (s1(1), s1(2)): " +
      "people decide that, and whether this is a course of conduct at all.",
  );
  expect(finding?.how).toContain("Protection from Harassment Act 1997: s7(3), looked up ");
  for (const section of ["s7(3A)", "s7(4)", "s1(1), s7(2)", "s1(1), s1(2)"]) expect(finding?.how).toContain(`; ${section}, `);
  expect(finding?.couldChange).toContain(
    "What somebody else did can count too, where they aided, abetted, counselled or procured it (s7(3A)), once those numbers and accounts are named.",
  );
});
