import type { ActDraft } from "../../../fixtures/timelines/make-act.ts";
import { makeAct, makeTimeline, nadia, timelineOf } from "../../../fixtures/timelines/make-act.ts";
import { day, makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import type { Instant, OwnEntry, Statement, Timeline } from "@unmask/core";
import { withheld } from "@unmask/core";
import { expect, test } from "vitest";
import { changeInLife } from "./change-in-life.ts";
import { fearInEntries } from "./fear-in-entries.ts";
import { findAll } from "./index.ts";
import { placedActs } from "./reading/placed-act.ts";

const written = { at: Date.UTC(2026, 8, 20, 9) as Instant, by: "self" } as const;

/** A row of her journal. */
function entry(at: string, says: Omit<OwnEntry, "written">, more: Partial<ActDraft> = {}): ActDraft {
  return {
    at,
    kind: "visit",
    channel: "in-person",
    grade: "own-account",
    file: "journal.jsonl",
    text: "At the gate.",
    ...more,
    entry: { written, ...says },
  };
}

const yes = { fearedViolence: "yes" } as const;

function told(timeline: Timeline, statement: Statement = makeStatement()): readonly (string | number)[][] {
  const [finding] = fearInEntries.find(timeline, statement);
  return (finding?.table.rows ?? []).map((row) => [...row]);
}

test("a date on which she wrote two entries counts once, and a date of the first page that is one of these counts once too", () => {
  const timeline = makeTimeline([entry("2026-09-07 18:40", yes), entry("2026-09-07 22:00", yes), entry("2026-09-09 08:00", yes)]);
  const feared = [
    { day: day("2026-09-09"), answer: "yes" },
    { day: day("2026-09-12"), answer: "yes" },
    { day: day("2026-09-13"), answer: "no" },
  ] as const;
  const [finding] = fearInEntries.find(timeline, { ...makeStatement(), feared });
  expect(finding?.line).toBe("You wrote down fear of violence on 3 dates, from 7 September 2026 to 12 September 2026.");
  expect(finding?.says).toBe(
    "In 3 entries of the journal you wrote that you feared violence. With 1 date of the first page of this report that makes 3 dates, each counted once.",
  );
  expect(finding?.acts).toHaveLength(3);
});

test("of an act that she named on the first page the day counts where it is one", () => {
  const act = makeAct({ at: "2026-09-12 10:00", id: "t-named-1" });
  const stretch = makeAct({ at: "2026-09-14 10:00", until: "2026-09-18 10:00", id: "t-named-2" });
  const timeline = timelineOf([makeAct(entry("2026-09-07 18:40", yes)), act, stretch]);
  const feared = [act, stretch].map(({ id }) => ({ act: id, answer: "yes" }) as const);
  expect(told(timeline, { ...makeStatement(), feared })).toContainEqual(["Dates, each once", 2, "", ""]);
});

test("not sure, not asked, and an entry that can have been on several days or at no known time are told apart from a date", () => {
  const timeline = makeTimeline([
    entry("2026-09-07 18:40", yes),
    entry("2026-09-08 00:00", yes, { until: "2026-09-12 23:59" }),
    entry("1970-01-01 01:00", yes, { until: "2026-09-13 20:00", flags: ["time-not-known"], text: "The pots were moved." }),
    entry("2026-09-14 10:00", { fearedViolence: "unsure" }),
    entry("2026-09-15 10:00", { fearedViolence: "no" }),
    entry("2026-09-16 10:00", {}),
  ]);
  const [finding] = fearInEntries.find(timeline, makeStatement());
  expect(finding?.says).toBe(
    "In 3 entries of the journal you wrote that you feared violence. That makes 1 date, each counted once. " +
      "Of 2 entries the date is not known: they count on none. In 1 entry you were not sure.",
  );
  const rows = told(timeline);
  expect(rows).toContainEqual(["Time not known", "yes", expect.anything(), "“The pots were moved.”"]);
  expect(rows).toContainEqual(["Entries in which it was not asked", 1, "", ""]);
});

test("what she feared of somebody else is none of it; of somebody whom she does not know, or only thinks to know, it is told so", () => {
  const timeline = makeTimeline([
    entry("2026-09-07 18:40", yes, { from: nadia }),
    entry("2026-09-08 18:40", yes, { from: withheld }),
    entry("2026-09-09 18:40", { ...yes, sure: "think-so" }),
  ]);
  const [finding] = fearInEntries.find(timeline, makeStatement());
  expect(finding?.acts).toHaveLength(2);
  expect(finding?.says).toContain(
    "In 2 entries of the journal you wrote that you feared violence, in 2 of them of what is perhaps theirs or by nobody named.",
  );
});

test("the rule that asks for it is that of her jurisdiction, and where it has none the dates stand alone", () => {
  const timeline = makeTimeline([entry("2026-09-07 18:40", { ...yes, changed: "I come home by the station." })]);
  const statement = makeStatement();
  const [fear] = fearInEntries.find(timeline, statement);
  const asks = statement.jurisdiction.offences.flatMap(({ elements }) => elements).find(({ slots }) => slots.includes("days-of-fear"));
  expect(fear?.rule?.section).toBe(asks?.section);
  expect(asks).toBeDefined();
  const elsewhere = { ...statement, jurisdiction: { ...statement.jurisdiction, offences: [] } };
  for (const pattern of [fearInEntries, changeInLife]) {
    const [finding] = pattern.find(timeline, elsewhere);
    expect(finding?.rule).toBeUndefined();
    expect(finding?.how).not.toContain("looked up");
  }
});

test("what changed is told in her words, with its part of life, its date and the day on which she wrote it", () => {
  const timeline = makeTimeline([
    entry("2026-09-07 18:40", { changed: "I come home by the station.\nNever alone.", areas: ["routes"] }),
    entry("2026-09-08 04:40", { changed: "The phone is in the kitchen at night.", areas: ["sleep", "other"] }),
    entry("2026-09-09 18:40", {}),
  ]);
  const [finding] = changeInLife.find(timeline, makeStatement());
  expect(finding?.line).toBe("In 2 entries you wrote what changed in daily life: routes, sleep and something else.");
  expect(finding?.table.rows[0]).toEqual([
    "7 September 2026, 18:40",
    "routes",
    "“I come home by the station. Never alone.”",
    "20 September 2026",
  ]);
  expect(finding?.acts).toHaveLength(2);
});

test("what changed is not dated by a clock that is not believed: between which days it was written down stands there", () => {
  const [from, until] = [Date.UTC(2026, 7, 20, 9) as Instant, Date.UTC(2026, 9, 12, 9) as Instant];
  const betweens = [{ from, until }, { from }, { until }, {}, { from, until: from }];
  const timeline = makeTimeline(
    betweens.map((between, i) => ({
      ...entry(`2026-09-0${i + 1} 18:40`, {}),
      entry: { written: { ...written, between }, changed: `Another way home, ${i}.` },
    })),
  );
  const rows = changeInLife.find(timeline, makeStatement())[0]?.table.rows ?? [];
  expect(rows.map((row) => row[3])).toEqual([
    "20 August 2026 to 12 October 2026",
    "20 August 2026 or after",
    "12 October 2026 or before",
    "not known",
    "20 August 2026",
  ]);
});

test("an entry at a time that is not known is named, and moves no count by day, night or hour and no picture", () => {
  const ordinary: readonly ActDraft[] = Array.from({ length: 40 }, (_, i) => ({
    at: `2026-0${1 + (i % 6)}-${String(10 + (i % 18)).padStart(2, "0")} 0${i % 9}:15`,
    text: `where are you ${i}`,
  }));
  const acts = ordinary.map(makeAct);
  const open = makeAct(entry("1970-01-01 01:00", {}, { until: "2026-09-13 20:00", flags: ["time-not-known"], text: "He cut the hose." }));
  const [before, after] = [acts, [...acts, open]].map((some) => findAll(timelineOf(some), makeStatement()));
  const counted = [
    "night-time",
    "bursts",
    "change-of-rate",
    "silence-and-return",
    "anniversaries",
    "channel-switching",
    "escalation",
    "last-act",
  ];
  for (const id of counted) {
    const shown = (found: typeof before): unknown =>
      found?.filter(({ pattern }) => pattern === id).map(({ line, says, table }) => [line, says, table]);
    expect(shown(after), id).toEqual(shown(before));
  }
  expect(JSON.stringify(after)).not.toContain("1970");
  const near = after?.filter(({ pattern }) => pattern === "near-her").map(({ line }) => line);
  expect(near).toEqual([expect.stringMatching(/^Time not known: “He cut the hose\.”/)]);
  const frequency = after?.find(({ pattern }) => pattern === "frequency");
  expect(frequency?.table.rows).toContainEqual(["Time not known, not counted", 1, 0, 0, 0, expect.anything()]);
});

test("the hour at which she wrote is no hour at which it happened", () => {
  const wrote = { until: "2026-09-08 03:40", flags: ["time-of-writing"] } as const;
  const timeline = makeTimeline(
    ["2026-09-08", "2026-09-09", "2026-09-10"].map((date) => entry(`${date} 03:00`, {}, { ...wrote, until: `${date} 03:40` })),
  );
  expect(findAll(timeline, makeStatement()).map(({ pattern }) => pattern)).not.toContain("night-time");
});

test("what she added later is read with her words", () => {
  const added = [{ ...written, words: "Leonie saw it too." }, written];
  const timeline = makeTimeline([entry("2026-09-07 18:40", { added }, { text: "He waited." })]);
  expect(placedActs(timeline, makeStatement()).map(({ text }) => text)).toEqual(["He waited.\nLeonie saw it too."]);
});
