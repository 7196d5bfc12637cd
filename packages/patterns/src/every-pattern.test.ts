import { readdirSync } from "node:fs";
import { type Act, type Finding, type Statement, type Timeline, standings } from "@unmask/core";
import { marks, printVoice } from "@unmask/words";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ActDraft, makeAct, timelineOf } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { createSeeded } from "../../../fixtures/timelines/seeded.ts";
import { seededActs, seededStatement } from "../../../fixtures/timelines/seeded-case.ts";
import { inventedTimelines } from "../../../fixtures/timelines/timelines.ts";
import { drawingSizes, findAll, illustrate, inPrintedOrder, patterns } from "./index.ts";

/** Words that no finding may use about anybody: labels, verdicts and scores. */
const forbidden =
  /\b(stalk\w*|victim\w*|suspect\w*|perpetrator\w*|offend\w*|offence\w*|abus\w*|harass\w*|obsess\w*|safe\w*|danger\w*|risk\w*|probab\w*|likel\w*|scor\w*|guilt\w*|crime\w*)\b/i;

/** The one exception: what must be shown, in the words that the law's own data hold for it, where a finding asks for it as a whole. */
const askedByLaw = (makeStatement().jurisdiction.courseOfConduct?.alsoShown ?? []).map(({ that, section }) => `that ${that} (${section})`);
const actOfLaw = makeStatement().jurisdiction.courseOfConduct?.rule.act ?? "";

/** A finding's words without the name of its Act and without what the law asks for. */
function withoutLaw(text: string, { pattern }: Finding): string {
  if (pattern !== "course-of-conduct") return text;
  return [actOfLaw, ...askedByLaw].reduce((rest, words) => rest.replaceAll(words, " "), text);
}

const seeds = [7, 11, 2026];

/** Sentences of `says`: more are no longer read (docs/formats/finding.md). */
const mostSentences = 5;

test("every pattern of the shelf is in the list, and each id is one", () => {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  for (const { id } of patterns) expect(files).toContain(`${id}.ts`);
  expect(new Set(patterns.map(({ id }) => id)).size).toBe(patterns.length);
});

test("nothing that a shared case can show is left untried: each pattern finds something in one of the invented timelines", () => {
  const found = new Set(inventedTimelines.flatMap(({ timeline, statement }) => findAll(timeline, statement).map(({ pattern }) => pattern)));
  // In the seeded year nobody writes to other people, nothing was agreed, no birthday is busier, and no journal is kept; each has its own test.
  expect(patterns.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([
    "people-around-her",
    "agreed-contact",
    "anniversaries",
    "fear-in-entries",
    "change-in-life",
  ]);
});

describe.each(patterns.map((pattern) => [pattern.id, pattern] as const))("%s", (id, pattern) => {
  test("says in one sentence what it looks for", () => {
    expect(pattern.looksFor).toMatch(/\.$/);
    expect(pattern.looksFor).not.toMatch(forbidden);
  });

  test("finds nothing where there is nothing", () => {
    expect(pattern.find({ acts: [], coverage: [] }, makeStatement())).toEqual([]);
    expect(pattern.find({ acts: [], coverage: [] }, seededStatement)).toEqual([]);
  });

  test("finds nothing in what other people did", () => {
    const others = timelineOf(strangersActs(40));
    expect(pattern.find(others, makeStatement())).toEqual([]);
  });

  test.each(inventedTimelines.map((one) => [one.name, one] as const))("keeps its promise on: %s", (_, { timeline, statement }) => {
    for (const finding of pattern.find(timeline, statement)) expectPromise(finding, { id, timeline });
  });

  test("is the same whatever the order in which the acts came", () => {
    for (const seed of seeds) {
      const acts = seededActs({ seed, acts: 400 });
      const forwards = pattern.find(timelineOf(acts), seededStatement);
      const backwards = pattern.find(timelineOf([...acts].reverse()), seededStatement);
      expect(backwards).toEqual(forwards);
    }
  });

  test("is not moved by what unrelated people did, but for the sentence that says how many were not counted", () => {
    const acts = seededActs({ seed: 7, acts: 500 });
    const alone = pattern.find(timelineOf(acts), seededStatement);
    const crowded = pattern.find(timelineOf([...acts, ...strangersActs(60)]), seededStatement);
    expect(crowded.map(withoutUncounted)).toEqual(alone.map(withoutUncounted));
  });
});

test("the findings of all patterns come in the printed order", () => {
  for (const { timeline, statement } of inventedTimelines) {
    const found = findAll(timeline, statement);
    expect(found).toEqual(inPrintedOrder(found));
    const places = found.flatMap(({ standing }) => (standing === "last act" ? [] : [standings.indexOf(standing)]));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  }
});

describe("a record that is taken away never makes a finding surer", () => {
  /** Patterns that count what is there. The others compare, and are tried below by taking away whole files. */
  const counting = ["frequency", "contact-after-stop", "night-time", "bursts", "withheld-calls", "whereabouts", "course-of-conduct"];

  test.each(counting)("%s rests on no act that it did not rest on before", (id) => {
    const pattern = patterns.find((one) => one.id === id);
    fc.assert(
      fc.property(fc.constantFrom(...seeds), fc.integer({ min: 1, max: 9 }), (seed, tenths) => {
        const acts = seededActs({ seed, acts: 300 });
        const random = createSeeded(seed + tenths);
        const fewer = acts.filter(() => random() * 10 < tenths);
        const before = new Set(pattern?.find(timelineOf(acts), seededStatement).flatMap((finding) => finding.acts));
        const after = pattern?.find(timelineOf(fewer), seededStatement).flatMap((finding) => finding.acts) ?? [];
        expect(after.filter((one) => !before.has(one))).toEqual([]);
      }),
      { seed: 1, numRuns: 25 },
    );
  });

  test("a silence or a change is never claimed for a channel of which the file is gone", () => {
    const acts = seededActs({ seed: 7, acts: 900 });
    for (const file of ["sms.xml", "calls.xml", "instagram.json"]) {
      const lane = { "sms.xml": "Texts", "calls.xml": "Calls", "instagram.json": "Instagram" }[file] ?? "";
      const fewer = timelineOf(acts.filter(({ source }) => source.name !== file));
      for (const finding of findAll(fewer, seededStatement)) {
        if (finding.pattern === "silence-and-return") for (const row of finding.table.rows) expect(row.join("; ")).not.toContain(lane);
        if (finding.pattern === "change-of-rate") expect(finding.table.columns).not.toContain(lane.toLowerCase());
      }
    }
  });

  test("a file that ends early is said to end early", () => {
    const acts = seededActs({ seed: 7, acts: 900 });
    const middle = acts.reduce((sum, { when }) => sum + when.earliest / acts.length, 0);
    const cut = acts.filter(({ source, when }) => source.name !== "sms.xml" || when.earliest < middle);
    const [before] = findAll(timelineOf(acts), seededStatement);
    const [after] = findAll(timelineOf(cut), seededStatement);
    const textsOf = (finding: Finding | undefined): string => /Texts [^;.]*/.exec(finding?.couldChange[0] ?? "")?.[0] ?? "";
    expect(textsOf(before)).toMatch(/November 2026$/);
    expect(textsOf(after)).not.toBe("");
    expect(textsOf(after)).not.toBe(textsOf(before));
  });
});

describe("while nobody is her and somebody in the files could be", () => {
  const acts = [...seededActs({ seed: 7, acts: 900 }), ...strangersActs(60)];
  const nobody: Statement = { ...seededStatement, me: { label: "you", normals: new Set() } };
  const found = findAll(timelineOf(acts), nobody);

  test("no finding says what she sent, and those that would have say that it is not known", () => {
    const known = findAll(timelineOf(acts), seededStatement);
    expect(known.some(({ says }) => /You sent them \d/.test(says))).toBe(true);
    expect(known.map(({ pattern }) => pattern)).toContain("one-sidedness");
    for (const { says, how, couldChange } of found) {
      expect([says, how, ...couldChange].join(" ")).not.toMatch(
        /[Yy]ou (had )?sent (them )?\d|; you, \d|that you sent, \d|nothing that you sent|you did so on/,
      );
    }
    expect(found.find(({ pattern }) => pattern === "frequency")?.says).toContain("What you sent them is not known");
    for (const { couldChange, pattern } of found) {
      // These two name single acts, and nothing of hers stands in them.
      if (pattern === "near-her" || pattern === "people-around-her") continue;
      expect(couldChange.some((says) => says.startsWith("You did not say of every name and number"))).toBe(true);
    }
  });

  test("no two sides are compared, of which one is not known", () => {
    expect(found.map(({ pattern }) => pattern)).not.toContain("one-sidedness");
  });

  test("a table says not known where a number of hers would stand", () => {
    for (const { table } of found) {
      const column = table.columns.indexOf("You sent");
      if (column >= 0) expect(new Set(table.rows.map((row) => row[column]))).toEqual(new Set(["not known"]));
    }
  });

  test("every finding keeps its promise", () => {
    for (const finding of found) expectPromise(finding, { id: finding.pattern, timeline: timelineOf(acts) });
  });
});

function expectPromise(finding: Finding, { id, timeline }: { id: string; timeline: Timeline }): void {
  expect(finding.pattern).toBe(id);
  const placeById = new Map(timeline.acts.map((act, place) => [act.id, place]));
  const places = finding.acts.map((act) => placeById.get(act) ?? -1);
  expect(places.filter((place) => place < 0)).toEqual([]);
  expect(finding.acts.length).toBeGreaterThan(0);
  expect(new Set(finding.acts).size).toBe(finding.acts.length);
  expect(places).toEqual([...places].sort((a, b) => a - b));

  expect(finding.line.length).toBeLessThanOrEqual(110);
  expect(finding.line.split(/\s+/).length).toBeLessThanOrEqual(25);
  expect(sentencesOf(finding.says)).toBeLessThanOrEqual(mostSentences);
  const prose = [finding.line, finding.says, finding.how, ...finding.couldChange];
  for (const text of prose) {
    expect(text).toMatch(/[.?]$/);
    expect(text).not.toMatch(/undefined|NaN|Infinity|\[object/);
  }
  for (const text of [...prose, ...finding.table.columns, ...finding.table.rows.flat().map(String)]) {
    expect(withoutLaw(text, finding)).not.toMatch(forbidden);
  }
  expect(finding.couldChange.length).toBeGreaterThan(0);
  expect(finding.table.rows.length).toBeGreaterThan(0);
  for (const row of finding.table.rows) expect(row).toHaveLength(finding.table.columns.length);
  expect(JSON.parse(JSON.stringify(finding))).toEqual(finding);

  const known = numbersBehind(finding, timeline.acts);
  for (const number of numbersSaid(finding)) expect(known, `${number} in: ${finding.says}`).toContain(number);
}

/** Sentences of a text, those of a quotation not counted. */
function sentencesOf(text: string): number {
  return text
    .replace(/“[^”]*”/g, "words")
    .split(/[.?!](?:\s|$)/)
    .filter((sentence) => sentence.trim() !== "").length;
}

/** The figures of a sentence that are counts: without dates, times, identities, sections and the thresholds that `how` explains. */
function numbersSaid(finding: Finding): readonly number[] {
  const { says, how, table } = finding;
  const months = "January|February|March|April|May|June|July|August|September|October|November|December";
  const cells = table.rows
    .flat()
    .filter((cell) => typeof cell === "string" && cell.length > 4)
    .map(String);
  let text = withoutLaw(says, finding).replace(new RegExp(`\\d{1,2} (${months})( \\d{4})?`, "g"), " ");
  for (const cell of [...cells].sort((a, b) => b.length - a.length)) text = text.replaceAll(cell, " ");
  text = text
    .replace(/\d\d:\d\d/g, " ")
    .replace(/midnight and 5/g, " ")
    .replace(/\bs\d+\w*(\(\w+\))*/g, " ");
  const thresholds = new Set((how.match(/\d+/g) ?? []).map(Number));
  return (text.match(/\d[\d,]*/g) ?? []).map((figure) => Number(figure.replaceAll(",", ""))).filter((number) => !thresholds.has(number));
}

/** What a sentence may count: acts of the finding, all or by kind; cells, column sums and rows of its table. */
function numbersBehind({ acts, table }: Finding, all: readonly Act[]): readonly number[] {
  const listed = new Set<string>(acts);
  const byKind = new Map<string, number>();
  for (const { id, kind } of all) if (listed.has(id)) byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
  const kinds = [...byKind.values()].sort((a, b) => b - a);
  const sums = table.columns.map((_, i) => table.rows.reduce((sum, row) => sum + (typeof row[i] === "number" ? Number(row[i]) : 0), 0));
  const distinct = table.columns.flatMap((_, i) =>
    [...new Set(table.rows.map((row) => row[i]))].map(
      (value) => new Set(table.rows.filter((row) => row[i] === value).map(([no]) => no)).size,
    ),
  );
  return [
    acts.length,
    ...kinds,
    kinds.slice(3).reduce((sum, count) => sum + count, 0),
    ...table.rows.flat().filter((cell) => typeof cell === "number"),
    ...sums,
    ...distinct,
    table.rows.length,
  ];
}

function withoutUncounted(finding: Finding): Finding {
  return { ...finding, couldChange: finding.couldChange.filter((line) => !line.startsWith("Not counted, because")) };
}

/** Acts by people who have nothing to do with it, at every hour, in files of their own. */
function strangersActs(count: number): readonly Act[] {
  return Array.from({ length: count }, (_, i): ActDraft => ({
    at: `2026-0${1 + (i % 9)}-${String(10 + (i % 18)).padStart(2, "0")} ${String(i % 24).padStart(2, "0")}:15`,
    from: { kind: "phone", wrote: `07700 9005${String(i % 5).padStart(2, "0")}`, normal: `+4477009005${String(i % 5).padStart(2, "0")}` },
    text: `the meeting of the choir is at ${i} in the hall`,
    file: "strangers.xml",
    id: `stranger-${String(i).padStart(4, "0")}-1`,
  })).map(makeAct);
}

test("a statement that changes is answered anew on the same timeline", () => {
  const timeline = timelineOf(seededActs({ seed: 7, acts: 200 }));
  const nobody: Statement = { ...seededStatement, them: { label: "nobody", normals: new Set() } };
  expect(findAll(timeline, seededStatement).length).toBeGreaterThan(5);
  const ofNobody = new Set(["withheld-calls", "near-her"]);
  const isOfNobody = ({ pattern, standing }: Finding): boolean => ofNobody.has(pattern) || standing === "not said whose";
  expect(findAll(timeline, nobody).filter((finding) => !isOfNobody(finding))).toEqual([]);
  expect(findAll(timeline, seededStatement).length).toBeGreaterThan(5);
});

describe("in both voices", () => {
  const named: Statement = {
    ...seededStatement,
    me: { ...seededStatement.me, label: "Maya Ellis" },
    them: { ...seededStatement.them, label: "Rhys Calloway" },
  };
  const textsOf = (value: unknown): readonly string[] =>
    typeof value === "string" ? [value] : typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];

  test("no mark is left in what is told, and in print nobody is you or them", () => {
    for (const { timeline, statement } of inventedTimelines) {
      const print = printVoice({ me: named.me, them: named.them });
      const size = drawingSizes.print;
      const told = illustrate(findAll(timeline, statement, { voice: print }), timeline, { statement, size, voice: print });
      const texts = told.flatMap(({ line, says, how, couldChange, table, drawing }) =>
        textsOf([line, says, how, couldChange, table, drawing]),
      );
      for (const text of [...texts, ...findAll(timeline, statement).flatMap(textsOf)]) expect(text).not.toMatch(/[\uFDD0-\uFDEF]/);
      for (const text of texts) expect(text.replace(/“[^”]*”/g, "")).not.toMatch(/\b(you|yours?|them|theirs|other things?)\b/i);
    }
  });

  test("a sender who writes marks plants no name in a sentence", () => {
    const planted = Object.values(marks).join(" ");
    const acts = seededActs({ seed: 7, acts: 400 }).map((act) => ({
      ...act,
      text: act.text === null ? null : `${planted} ${act.text}`,
      from: { ...act.from, name: planted, ...(act.from.kind === "handle" ? { wrote: planted } : {}) },
    }));
    const statement: Statement = {
      ...named,
      anniversaries: named.anniversaries.map((one) => ({ ...one, label: planted })),
      agreed: [{ says: planted, acts: acts.filter(({ kind }) => kind === "call").map(({ id }) => id) }],
    };
    const them = { label: "<<them>>", normals: new Set<string>() };
    const told = findAll(timelineOf(acts), statement, { voice: printVoice({ me: { ...them, label: "<<me>>" }, them }) });
    expect(told.length).toBeGreaterThan(5);
    for (const text of told.flatMap(textsOf)) expect(text.replace(/“[^”]*”/g, "")).not.toMatch(/<<me>>.{0,3}<<me>>/);
    for (const text of told.flatMap(textsOf)) for (const quoted of text.match(/“[^”]*”/g) ?? []) expect(quoted).not.toContain("<<");
  });
});
