import {
  type ActId,
  type Identity,
  type Instant,
  type OwnEntry,
  type Report,
  type Sha256,
  type TimelineAct,
  isHerSideKnown,
  normalName,
  owner,
  withheld,
} from "@unmask/core";
import { printedPapers } from "@unmask/pack";
import { describe, expect, test } from "vitest";
import { sampleReport, sampleTimeline } from "../../../test/report/sample-report.ts";
import { layLaw } from "./lay-law.ts";

/** What she wrote in her journal, on paper, whoever did it. */

const base = sampleReport(sampleTimeline(20));
const [one = expect.fail()] = base.timeline.acts;
const named = (wrote: string): Identity => ({ kind: "name", wrote, normal: normalName(wrote) });
const at = (day: number): Instant => Date.UTC(2026, 9, day, 18) as Instant;

function entryOf(day: number, text: string, from: Identity, says: Partial<OwnEntry> = {}): TimelineAct {
  const { subject: _, thread: __, ...act } = one;
  return {
    ...act,
    id: `journal-${String(day).padStart(32, "0")}-1` as ActId,
    kind: "other",
    channel: "other",
    when: { wrote: "", zone: "Europe/London", earliest: at(day), latest: at(day) },
    from,
    to: [owner],
    text,
    attachments: [],
    flags: [],
    grade: "own-account",
    entry: { written: { at: at(day), by: "self" }, ...says },
  };
}

const them = { label: "Owen Pike", normals: new Set([normalName("Owen Pike")]) };
const me = { label: "Hannah Reyes", normals: new Set([normalName("Hannah Reyes")]) };

/** A report from notes alone. */
function reportOf(acts: readonly TimelineAct[], more: Partial<Report> = {}): Report {
  const { perhaps: _, others: __, ...statement } = { ...base.statement, me, them };
  const { impact: ___, ...blank } = base;
  return { ...blank, statement, findings: [], timeline: { acts, coverage: base.timeline.coverage }, ...more };
}

type Data = Readonly<Record<string, ReturnType<typeof JSON.parse>>>;

const dataOf = (report: Report): Data => paperOf("report", report);
const chronologyOf = (report: Report): Data => paperOf("chronology", report);

function paperOf(which: keyof ReturnType<typeof printedPapers>, report: Report): Data {
  const { files } = printedPapers(report, { signerKey: "", engine: "pdf-a", law: layLaw(report) })[which];
  return JSON.parse(new TextDecoder().decode(files.find(({ path }) => path === "/data.json")?.bytes));
}

const own = (report: Report): readonly (readonly string[])[] =>
  dataOf(report)["own"].rows.map((row: { what: { words: string }; who: { words: string } }) => [row.what.words, row.who.words]);

describe("a report from her own notes alone", () => {
  test("has every entry in her words, by whoever she said and by nobody else", () => {
    const report = reportOf([
      entryOf(1, "He followed my car.", named("Dave"), { sure: "certain" }),
      entryOf(2, "My sister says he asked for me.", named("Owen Pike"), { firstHand: "told" }),
      entryOf(3, "Somebody rang.", withheld),
      entryOf(4, "You are next.", withheld, { found: true }),
    ]);
    expect(own(report)).toEqual([
      ["“You are next.”", "found; not by Hannah Reyes"],
      ["“Somebody rang.”", "not known"],
      ["“My sister says he asked for me.”", "Owen Pike; as the entry names"],
      ["“He followed my car.”", "Dave"],
    ]);
    const { first, wrote } = dataOf(report);
    expect([wrote.total, first.wrote]).toEqual([0, []]);
    expect(first.counted.words).toMatch(/^1 act that Hannah Reyes says is by Owen Pike/);
  });

  test("leaves no doubt of who she is, where nobody is said to be her: she wrote them", () => {
    const { timeline, statement } = reportOf([entryOf(1, "He followed my car.", named("Dave"))]);
    const noName = { ...statement, me: { label: "you", normals: new Set<string>() } };
    expect(isHerSideKnown(timeline, noName)).toBe(true);
    const { entry: _, ...message } = entryOf(1, "Where are you?", named("Dave"));
    expect(isHerSideKnown({ acts: [...timeline.acts, message] }, noName)).toBe(false);
  });

  test("has what was added to an entry, and says where the whole of a long one is", () => {
    const added = [{ at: at(5), by: "self", words: "It was a blue car." }] as const;
    const [[long = ""] = [], [short = ""] = []] = own(
      reportOf([entryOf(1, "He followed me.", named("Dave"), { added }), entryOf(2, "He waited. ".repeat(200), named("Dave"))]),
    );
    expect(short).toBe("“He followed me.” Added Mon 5 Oct 2026: “It was a blue car.”");
    expect(long).toMatch(/chronology/);
  });

  test("is known on the paper as found, where she said that a note is not hers", () => {
    const { files } = printedPapers(reportOf([entryOf(4, "You are next.", withheld, { found: true })]), {
      signerKey: "",
      engine: "pdf-a",
    }).chronology;
    const { chronology } = JSON.parse(new TextDecoder().decode(files.find(({ path }) => path === "/data.json")?.bytes));
    expect(chronology.known).toEqual(["found; not by Hannah Reyes"]);
  });
});

describe("what an entry or her words tell", () => {
  const saysNotAsked = (report: Report, what: RegExp): boolean => what.test(JSON.stringify(dataOf(report)));
  const fear = /Days on which Hannah Reyes feared violence: not asked/;
  const change = /What changed for Hannah Reyes: not asked/;

  test.each([
    ["of them", "Owen Pike"],
    ["of somebody whom she did not name as them", "Dave"],
  ])("is not said to be not asked: %s", (_, name) => {
    const nothing = reportOf([entryOf(1, "He followed me.", named(name))]);
    expect([fear, change].map((what) => saysNotAsked(nothing, what))).toEqual([true, true]);
    const told = reportOf([entryOf(1, "He followed me.", named(name), { fearedViolence: "yes", changed: "I drive another way." })]);
    expect([fear, change].map((what) => saysNotAsked(told, what))).toEqual([false, false]);
    const { first, impact } = dataOf(told);
    expect(first.feared.words).toBe("On 1 October 2026 (no. 1: “He followed me.”) HR feared that violence would be used.");
    expect(impact.map(({ words }: { words: string }) => words)).toEqual(["1 October 2026 (act 1): “I drive another way.”"]);
  });

  test("of what changed is enough in the words on what it has done", () => {
    const told = reportOf([entryOf(1, "He followed me.", named("Dave"))], { impact: "I do not sleep." });
    expect(saysNotAsked(told, change)).toBe(false);
  });

  test("stands beside what the cover asked, each act once", () => {
    const acts = [1, 2].map((day) => entryOf(day, "He rang.", named("Dave"), { fearedViolence: "yes" }));
    const { first } = dataOf(reportOf(acts, { cover: { feared: [{ act: acts[0]?.id ?? expect.fail(), answer: "no" }] } }));
    expect(first.feared.words).toMatch(/^On 2 October 2026 \(no\. 2: “He rang\.”\) HR feared .* Of other days: 1 no\.$/);
  });
});

describe("a photo that goes with entries", () => {
  const hash = "a".repeat(64) as Sha256;
  const photo = { number: "HR/2", path: "data/originals/0002.png", name: "p1.png", sha256: hash, size: 68, withheld: false };
  const carrying = (day: number, text: string): TimelineAct => ({
    ...entryOf(day, text, named("Dave")),
    attachments: [{ name: "p1.png", size: 68, sha256: hash }],
  });
  const acts = [carrying(1, "He was at the gate."), carrying(2, "He left this."), entryOf(3, "He rang.", named("Dave"))];
  const exhibits = [...base.exhibits.filter(({ number }) => !number.endsWith("/2")), photo];

  test("is named at each of them with its exhibit number, and its row names and counts them", () => {
    const report = reportOf(acts, { exhibits });
    expect(own(report).map(([what]) => what)).toEqual([
      "“He rang.”",
      "“He left this.” With HR/2 p1.png.",
      "“He was at the gate.” With HR/2 p1.png.",
    ]);
    const data = chronologyOf(report);
    const small = data["chronology"].days.flatMap(({ rows }: { rows: readonly (readonly unknown[])[] }) => rows.map((row) => row[5]));
    expect(small.map((says: string) => says.includes("with HR/2 p1.png"))).toEqual([true, true, false]);
    for (const { schedule } of [data, dataOf(report)])
      expect(schedule.rows.find(({ number }: { number: string }) => number === "HR/2")).toMatchObject({
        acts: "2",
        kind: "kept whole, not read; came with no.\u00a01, 2",
      });
  });

  test("stands with which device it is from and what was cut before, as she said", () => {
    const [first = expect.fail(), ...rest] = acts;
    const said = {
      ...first,
      attachments: first.attachments.map((one) => ({ ...one, from: "my “old” phone", changed: "Cut at the left." })),
    };
    const report = reportOf([said, ...rest], { exhibits });
    const notes = "HR/2 p1.png (from: “my ’old’ phone”; changed before: “Cut at the left.”)";
    expect(own(report)[2]?.[0]).toBe(`“He was at the gate.” With ${notes}.`);
    expect(JSON.stringify(chronologyOf(report)["chronology"])).toContain(`with ${notes}`);
  });

  test("that she holds back is named as held back, and that never came has no number", () => {
    const held = reportOf(acts, { exhibits: exhibits.map((one) => ({ ...one, withheld: one === photo })) });
    expect(own(held)[2]).toEqual(["“He was at the gate.” With HR/2 p1.png (held back).", "Dave"]);
    expect(own(reportOf(acts))[2]).toEqual(["“He was at the gate.”", "Dave"]);
  });
});
