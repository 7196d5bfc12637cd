import { type Cover, type Report, type TimelineAct, createSide, dayIn, civilFromDays, later, msPerDay } from "@unmask/core";
import { expect, test } from "vitest";
import { sampleReport, sampleTimeline } from "../../../test/report/sample-report.ts";
import { layLaw } from "./lay-law.ts";

const report = sampleReport(sampleTimeline(40));
const theirs = report.timeline.acts.filter((act) => createSide(report.timeline, report.statement)(act) === "theirs");
const one = theirs.find(({ when, flags }) => when.latest - when.earliest < 86_400_000 && flags.length === 0);
if (!one) throw new Error("no act of theirs");
const day = civilFromDays(dayIn(report.statement.zone, one.when.earliest));

function entriesOf(slot: string, given: Report): unknown {
  const elements = [
    ...layLaw(given).offences.flatMap((offence) => offence.elements),
    ...layLaw(given).orders.flatMap(({ criteria }) => criteria),
  ];
  return elements.flatMap(({ beside }) => beside).find((filled) => filled.slot === slot)?.entries;
}

function withCover(cover: Cover): Report {
  return { ...report, cover };
}

test("all acts of theirs lie beside the course of conduct, and none of hers", () => {
  expect(entriesOf("acts", report)).toEqual([{ acts: theirs.map(({ id }) => id), perhaps: [] }]);
});

test("what she calls agreed and what she says is not this one lie beside no law", () => {
  const [agreed, not, ...rest] = theirs.map(({ id }) => id);
  if (!agreed || !not) throw new Error("two acts");
  const statement = { ...report.statement, agreed: [{ says: "the school", acts: [agreed] }], notThis: [{ act: not }] };
  expect(entriesOf("acts", { ...report, statement })).toEqual([{ acts: rest, perhaps: [] }]);
});

test("a message and its older words are one act beside the law, and a far date came after no stop, as in the findings", () => {
  const [first] = theirs;
  if (!first) throw new Error("no act");
  const stops = [{ kind: "told to stop", act: first.id }] as const;
  const given: Report = { ...report, statement: { ...report.statement, stops } };
  const older: TimelineAct = { ...one, id: `sms-${"e".repeat(32)}-1` as typeof one.id, versionOf: one.id };
  const when = { ...one.when, earliest: later(one.when.earliest, 27_000 * msPerDay), latest: later(one.when.latest, 27_000 * msPerDay) };
  const far: TimelineAct = { ...one, id: `sms-${"f".repeat(32)}-1` as typeof one.id, when, flags: ["far-date"] };
  const more: Report = { ...given, timeline: { ...given.timeline, acts: [...given.timeline.acts, older, far] } };
  expect(JSON.stringify(entriesOf("acts", more))).not.toContain(older.id);
  expect(entriesOf("acts-after-stop", more)).toEqual(entriesOf("acts-after-stop", given));
});

test("a day on which she feared violence is told by itself or by an act, and only where she said yes", () => {
  const feared = [
    { day, answer: "yes", says: "I locked myself in" },
    { act: one.id, answer: "yes" },
    { day: { ...day, year: day.year - 1 }, answer: "no" },
    { day: { ...day, year: day.year - 2 }, answer: "not sure" },
  ] as const;
  expect(entriesOf("days-of-fear", withCover({ feared }))).toMatchObject([{ day, says: "I locked myself in" }, { day }]);
});

test("a yes about an act that stands in none of the files has no day, and is counted", () => {
  const nowhere = `sms-${"0".repeat(32)}-1` as typeof one.id;
  const feared = [
    { act: nowhere, answer: "yes" },
    { act: `${nowhere}1` as typeof one.id, answer: "no" },
  ] as const;
  const slots = layLaw(withCover({ feared })).offences.flatMap(({ elements }) => elements.flatMap(({ beside }) => beside));
  const [fears] = slots.filter(({ slot }) => slot === "days-of-fear");
  expect(fears).toEqual({ slot: "days-of-fear", entries: [], notShown: 1 });
});

test("what nobody asked is null, and what she answered with none is no entry", () => {
  expect(entriesOf("days-of-fear", report)).toBeNull();
  expect(entriesOf("changes", report)).toBeNull();
  expect(entriesOf("days-of-fear", withCover({ feared: "none" }))).toEqual([]);
  expect(
    entriesOf("changes", withCover({ changed: [{ area: "sleep", says: "I wake at every sound", since: { year: 2026, month: 3 } }] })),
  ).toEqual([{ says: "I wake at every sound", acts: [], perhaps: [] }]);
});

test("without a stop nothing is said to have come after it", () => {
  const { stops: _, ...statement } = report.statement;
  expect(entriesOf("acts-after-stop", { ...report, statement: { ...statement, stops: [] } })).toBeNull();
  const [first] = theirs;
  if (!first) throw new Error("no act");
  const stops = [{ kind: "told to stop", act: first.id }] as const;
  const after = entriesOf("acts-after-stop", { ...report, statement: { ...statement, stops } });
  expect(after).toMatchObject([{ acts: expect.arrayContaining([theirs.at(-1)?.id]) }]);
  expect(JSON.stringify(after)).not.toContain(first.id);
});

test("an act whose date can be read two ways is not said to have been on a day of fear, only perhaps", () => {
  const week = 7 * msPerDay;
  const or = [{ earliest: later(one.when.earliest, week), latest: later(one.when.latest, week) }];
  const acts = report.timeline.acts.map((act) => (act.id === one.id ? { ...act, when: { ...act.when, or } } : act));
  const entries = entriesOf("days-of-fear", { ...withCover({ feared: [{ day, answer: "yes" }] }), timeline: { ...report.timeline, acts } });
  expect(entries).toMatchObject([{ acts: expect.not.arrayContaining([one.id]), perhaps: expect.arrayContaining([one.id]) }]);
});

test("a date that a phone wrote far in the future makes no act the last", () => {
  const when = { ...one.when, earliest: later(one.when.earliest, 27_000 * msPerDay), latest: later(one.when.latest, 27_000 * msPerDay) };
  const far: TimelineAct = { ...one, id: `sms-${"f".repeat(32)}-1` as typeof one.id, when, flags: ["far-date"] };
  const timeline = { ...report.timeline, acts: [...report.timeline.acts, far] };
  expect(entriesOf("last-act", { ...report, timeline })).toEqual(entriesOf("last-act", report));
  expect(JSON.stringify(entriesOf("acts", { ...report, timeline }))).toContain(far.id);
});

test("days of fear and changes of her journal lie beside the law with those of the cover, each day once, and none without a day", () => {
  const nextDay = civilFromDays(dayIn(report.statement.zone, one.when.earliest) + 1);
  const written = { at: one.when.latest, by: "self" } as const;
  const entry = { written, fearedViolence: "yes", changed: "I come home by the station." } as const;
  const rows = ["a", "b", "c", "d"].map((digit): TimelineAct => ({ ...one, id: `journal-${digit.repeat(32)}-1` as typeof one.id, entry }));
  const later24 = { ...one.when, earliest: later(one.when.earliest, msPerDay), latest: later(one.when.latest, msPerDay) };
  const [first = one, second = one, third = one, open = one] = rows;
  const journal: readonly TimelineAct[] = [
    first,
    { ...second, when: later24 },
    { ...third, when: later24, entry: { written, fearedViolence: "unsure" } },
    { ...open, flags: ["time-not-known"] },
  ];
  const given: Report = { ...report, timeline: { ...report.timeline, acts: [...report.timeline.acts, ...journal] } };
  expect(entriesOf("days-of-fear", given)).toMatchObject([{ day }, { day: nextDay }]);
  const feared = [{ day, answer: "yes", says: "I locked myself in" }] as const;
  expect(entriesOf("days-of-fear", { ...given, cover: { feared } })).toMatchObject([{ day, says: "I locked myself in" }, { day: nextDay }]);
  const changes = entriesOf("changes", given);
  expect(changes).toMatchObject([{ day }, { day: nextDay }, { says: "I come home by the station." }]);
});
