import { sayTimeOf } from "@unmask/words";
import {
  type ActId,
  type Cover,
  type Exhibit,
  type Finding,
  type Instant,
  type Report,
  type Sha256,
  parseZone,
  printedOrderRule,
  civilFromDays,
  dayIn,
} from "@unmask/core";

import { describe, expect, test } from "vitest";
import { sampleReport, sampleTimeline } from "../../../../test/report/sample-report.ts";
import { discloseActs, exhibitNumbers } from "./disclosed-acts.ts";
import { chooseActs } from "./printed-acts.ts";
import { type PrintedPapers, type ReportOptions, printedPapers, rowOfFailure } from "./report-document.ts";
import { wordsOf } from "./words.ts";

const options: ReportOptions = { signerKey: "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3", engine: "pdf-a" };
const london = parseZone("Europe/London");

/** The data of a paper, or of both. */
function dataOf(report: Report, given: ReportOptions = options): string {
  const papers = printedPapers(report, given);
  return `${dataIn(papers.report)}\n${dataIn(papers.chronology)}`;
}

function paperOf(which: keyof PrintedPapers, report: Report, given: ReportOptions = options): ReturnType<typeof JSON.parse> {
  return JSON.parse(dataIn(printedPapers(report, given)[which]));
}

function dataIn({ files }: PrintedPapers["report"]): string {
  return new TextDecoder().decode(files.find(({ path }) => path === "/data.json")?.bytes);
}

/** The numbers of the rows of the chronology. */
function rowsOf(report: Report, given: ReportOptions = options): readonly number[] {
  const { chronology } = paperOf("chronology", report, given);
  return chronology.days.flatMap((day: { rows: [mark: string, number: number][] }) => day.rows.map(([, number]) => number));
}

describe("the first page", () => {
  test("says nothing that was not stated: danger was not asked, nobody it is sent to, nothing that is asked", () => {
    const { first, to } = paperOf("report", sampleReport(sampleTimeline(40)));
    expect(first.danger.words).toBe("Not asked.");
    expect(to).toBeNull();
    expect(first.asks).toHaveLength(0);
  });

  test("what the program says of the acts stands with the pattern, and not among the answers to what is asked", () => {
    const { files, main } = printedPapers(sampleReport(sampleTimeline(40)), options).report;
    const markup = new TextDecoder().decode(files.find(({ path }) => path === main)?.bytes);
    const [standing = "", below = ""] = markup.split("[What is asked]");
    const [asked = ""] = below.split("[What stands out]");
    expect(asked).not.toContain("to be read together");
    expect(standing).toContain("The acts are to be read together, as a whole, and not one by one.");
  });

  test("prints what was stated, word for word", () => {
    const asked = { year: 2026, month: 11, day: 26, hour: 2, minute: 41 };
    const cover: Cover = {
      to: { says: "Northshire Police, case 0412" },
      danger: { answer: "yes", asked, says: "somebody is at my home now" },
      asks: ["To be contacted by text only."],
    };
    const { first, to } = paperOf("report", { ...sampleReport(sampleTimeline(40)), cover });
    expect(first.danger.words).toMatch(
      /^Asked on 26 November 2026, 02:41(?:, .+ before this report)?: in danger now\. “somebody is at my home now”\.$/,
    );
    expect(to.words).toBe("Northshire Police, case 0412");
    expect(first.asks[0].words).toBe("To be contacted by text only.");
  });

  test("has the line of each finding, those that are no counts first, and leaves how many acts there are to its last line", () => {
    const report = sampleReport(sampleTimeline(40));
    const [finding] = report.findings;
    const made = (pattern: string, standing: Finding["standing"], line: string): Finding[] =>
      finding ? [{ ...finding, pattern, standing, line }] : [];
    const findings = [
      ...made("contact-after-stop", "after a stop", "The stop."),
      ...made("near-her", "near her", "At the door."),
      ...made("frequency", "count", "40 acts."),
      ...made("bursts", "count", "The most in a short time."),
    ];
    const { first } = paperOf("report", { ...report, findings });
    const linesOf = (rows: readonly { readonly line: { readonly words: string } }[]): readonly string[] =>
      rows.map(({ line }) => line.words);
    expect(linesOf(first.lines)).toEqual(["The stop.", "At the door."]);
    expect(linesOf(first.counts)).toEqual(["The most in a short time."]);
    // Each under the number that it has in the pattern, the last line too.
    const numbersOf = (rows: readonly { readonly number: number }[]): readonly number[] => rows.map(({ number }) => number);
    expect([numbersOf(first.lines), numbersOf(first.counts), first.countedNumber]).toEqual([[1, 2], [4], 3]);
    expect(first.order.words).toBe(printedOrderRule);
  });
});

describe("whose the acts are", () => {
  const report = sampleReport(sampleTimeline(60));
  const them = { ...report.statement.them, normals: new Set([...report.statement.them.normals].filter((one) => one !== "withheld")) };
  const [known] = report.statement.them.normals;

  test("the first page counts hers to them, withheld numbers and other people apart, and the numbers add up", () => {
    const { first } = paperOf("report", { ...report, statement: { ...report.statement, them } });
    const line: string = first.counted.words;
    expect(line).toMatch(/Beside these: \d+ by Maya Ellis to Rhys Calloway and \d+ from a withheld number\.$/);
    const numbers = /^(\d+) acts.*Beside these: (\d+) by .* and (\d+) from/.exec(line)?.slice(1).map(Number) ?? [];
    expect(numbers.reduce((sum, count) => sum + count, 0)).toBe(60);
  });

  test("where no act is counted as theirs, page 1 says so and counts what there is beside nothing", () => {
    const nobody = { ...report.statement.them, normals: new Set<string>() };
    const { first } = paperOf("report", { ...report, findings: [], statement: { ...report.statement, them: nobody } });
    expect(first.counted.words).toMatch(/^No act here is counted as by Rhys Calloway\. There are \d+ /);
    expect(first.counted.words).not.toContain("these");
  });

  test("a brick of nobody and withheld calls are counted apart on the first page, and the numbers add up", () => {
    const timeline = sampleTimeline(60);
    const acts = timeline.acts.map((act, i) =>
      act.from.kind === "withheld" && i % 2 === 0 ? { ...act, kind: "damage" as const, flags: [] } : act,
    );
    const { first } = paperOf("report", { ...sampleReport({ ...timeline, acts }), statement: { ...report.statement, them } });
    const line: string = first.counted.words;
    expect(line).toMatch(/\d+ from a withheld number and \d+ by nobody named\.$/);
    const numbers = /^(\d+) acts.*Beside these: (\d+) by .*?, (\d+) from .* and (\d+) by nobody/.exec(line)?.slice(1).map(Number) ?? [];
    expect(numbers.reduce((sum, count) => sum + count, 0)).toBe(60);
  });

  test("as many presents as there were withheld calls stand for none of them: “those” are of nobody", () => {
    const stated = { ...report.statement, them };
    const [finding] = report.findings;
    const theirs = report.timeline.acts.filter(({ from }) => them.normals.has(from.normal)).map(({ id }) => id);
    const withheldIds = report.timeline.acts.filter(({ from }) => from.kind === "withheld").map(({ id }) => id);
    if (!finding || withheldIds.length > theirs.length) throw new Error("the sample has no such acts");
    const lineWith = (acts: readonly ActId[]): string => {
      const findings = [
        { ...finding, pattern: "frequency", standing: "count" as const, acts: theirs },
        { ...finding, pattern: "withheld-calls", standing: "count" as const, acts },
      ];
      return paperOf("report", { ...report, statement: stated, findings }).first.counted.words;
    };
    expect(lineWith(withheldIds)).toMatch(/ Beside these: .*those from a withheld number/);
    expect(lineWith(theirs.slice(0, withheldIds.length))).toContain(`${withheldIds.length} from a withheld number`);
  });

  test("each group keeps its number where another has as many, and gives it up only to a row of page 1 that says the same", () => {
    const timeline = sampleTimeline(60);
    const stranger = { kind: "phone", wrote: "+447700900999", normal: "+447700900999" } as const;
    const withheldActs = timeline.acts.filter(({ from }) => from.kind === "withheld");
    const others = new Set(timeline.acts.filter(({ from }) => from.kind !== "withheld").slice(0, withheldActs.length));
    const acts = timeline.acts.map((act) => (others.has(act) ? { ...act, from: stranger } : act));
    const sample = sampleReport({ ...timeline, acts });
    const findings = sample.findings.slice(0, 1).map((one) => ({
      ...one,
      pattern: "withheld-calls",
      standing: "count" as const,
      line: `${withheldActs.length} calls from a withheld number.`,
      acts: withheldActs.map(({ id }) => id),
    }));
    const { first } = paperOf("report", { ...sample, findings, statement: { ...report.statement, them } });
    expect(first.counted.words).toMatch(/those from a withheld number \(told above\) and \d+ by others\.$/);
    expect(first.countedUntold).toMatchObject([{ untold: [1] }]);
    expect(first.countedUntold[0].words.words).toMatch(/\d+ from a withheld number and \d+ by others\.$/);
  });

  test("what she wrote in groups is not said to have gone to one of them", () => {
    const timeline = sampleTimeline(60);
    const sample = sampleReport(timeline);
    const hers = timeline.acts.filter(({ from }) => from.kind === "owner" || sample.statement.me.normals.has(from.normal)).slice(0, 3);
    const group = (name: string) => ({ kind: "group", wrote: name, normal: name }) as const;
    const acts = timeline.acts.map((act) =>
      hers.includes(act)
        ? { ...act, to: [group(act === hers[0] ? "choir" : "allotment")], thread: "a" }
        : act.from.kind === "withheld"
          ? act
          : { ...act, thread: "a" },
    );
    const { first } = paperOf("report", { ...sample, timeline: { ...timeline, acts } });
    expect(first.counted.words).toMatch(/Beside these: 2 by Maya Ellis to two groups\.$/);
  });

  test("what stands under the name that she gave is hers on page 1, although another account that she did not name shows her name too", () => {
    const timeline = sampleTimeline(60);
    const me = { label: "Maya Ellis", normals: new Set(["maya ellis"]), normalsByName: new Map([["Maya Ellis", ["maya ellis"]]]) };
    const named = { kind: "name", wrote: "Maya Ellis", normal: "maya ellis" } as const;
    const mailbox = { kind: "email", wrote: "m.ellis@example.com", normal: "m.ellis@example.com", name: "Maya Ellis" } as const;
    const hers = timeline.acts.filter(({ from }) => from.kind === "owner" || sampleReport(timeline).statement.me.normals.has(from.normal));
    const acts = timeline.acts.map((act) => {
      const at = hers.indexOf(act);
      return at < 0 ? act : { ...act, from: at === 0 ? mailbox : named };
    });
    const { first } = paperOf("report", { ...sampleReport({ ...timeline, acts }), statement: { ...report.statement, me, them } });
    expect(first.counted.words).toMatch(/\d+ by Maya Ellis to Rhys Calloway/);
    expect(first.counted.words).not.toContain("the owner of an export");
  });

  test("what is hers is not said while nobody is her and somebody else could be", () => {
    const one = { ...them, normals: new Set([known ?? ""]) };
    const data = dataOf({ ...report, statement: { ...report.statement, me: { label: "you", normals: new Set() }, them: one } });
    expect(data).toContain("how many of these acts are their own is not known");
    expect(data).not.toMatch(/acts? of you’s own|\d+ by you/);
  });
});

test("a row of her diary stands in the chronology as written by her, and by whom what it tells of was done is not known", () => {
  const timeline = sampleTimeline(40);
  const report = sampleReport(timeline);
  const her = { kind: "owner", wrote: "", normal: "owner" } as const;
  const acts = timeline.acts.map((act, i) =>
    i === 1
      ? {
          ...act,
          from: her,
          to: [],
          kind: "damage" as const,
          channel: "in-person" as const,
          grade: "own-account" as const,
          text: "Tyres cut",
        }
      : act,
  );
  const { chronology } = paperOf("chronology", { ...report, timeline: { ...timeline, acts } });
  expect(JSON.stringify(chronology)).toContain("Damage, in person, written by Maya Ellis, by whom is not known");
  expect(paperOf("report", { ...report, timeline: { ...timeline, acts } }).near.hers).toBeNull();
});

test("what she did in person herself has no row and is told by number with where it stands", () => {
  const timeline = sampleTimeline(40);
  const report = sampleReport(timeline);
  const [, own] = timeline.acts;
  const her = { kind: "owner", wrote: "", normal: "owner" } as const;
  const acts = timeline.acts.map((act) =>
    act === own ? { ...act, from: her, kind: "damage" as const, channel: "in-person" as const } : act,
  );
  const { near } = paperOf("report", { ...report, timeline: { ...timeline, acts } });
  expect(near.hers.words).toBe("What Maya Ellis did in person has no row here: 1 thing damaged, in the chronology (no. 2).");
  expect(paperOf("report", report).near.hers).toBeNull();
});

test("where no record is of a visit or a coming in, the messages that can tell of one are counted and named, and it is never said that no message does", () => {
  const timeline = sampleTimeline(40);
  const report = sampleReport(timeline);
  const own = new Set(["I let myself in while you were out", "Left something on your step. Sorry about the bird."]);
  const [first, second] = [...own];
  const near = (texts: readonly (string | undefined)[]) => {
    const theirs = timeline.acts.filter(({ from }) => report.statement.them.normals.has(from.normal)).slice(0, texts.length);
    const acts = timeline.acts.map((act) => {
      const text = texts[theirs.indexOf(act)];
      return { ...act, kind: "message" as const, channel: "sms" as const, text: text ?? "ok" };
    });
    return paperOf("report", { ...report, findings: [], timeline: { ...timeline, acts } }).near;
  };
  expect(near([first, second]).rows).toEqual([]);
  expect(near([first, second]).told.words).toMatch(
    /^But 2 messages have words that can tell of one, or of being near: no\. \d+ and \d+, in the chronology\. Others can tell of one too, in words that no list has: the search is for a list of English words\./,
  );
  const none = near(["saw u get off the 42. u looked scared good"]).told.words;
  expect(none).toBe("Messages can tell of one all the same, in words that no list has: the search is for a list of English words.");
  expect(paperOf("report", report).near.told).toBeNull();
});

test("an act that a file has from her and that she marked as theirs is told among the doubts, with its number", () => {
  const timeline = sampleTimeline(40);
  const report = sampleReport(timeline);
  const [, own] = timeline.acts;
  const acts = timeline.acts.map((act) =>
    act === own ? { ...act, from: { kind: "owner", wrote: "", normal: "owner" } as const, kind: "message" as const } : act,
  );
  const marks = acts.slice(1, 2).map(({ id }) => ({ act: id, whose: "theirs" as const }));
  const says = dataOf({ ...report, timeline: { ...timeline, acts }, statement: { ...report.statement, marks } });
  expect(says).toContain("1 act that a file has as sent by Maya Ellis was marked by Maya Ellis as by Rhys Calloway, or perhaps so: no. 2.");
  expect(dataOf(report)).not.toContain("that a file has as sent by");
});

test("page 1 says what the initials stand for, and that a contact sheet is sealed beside the pack only where one is", () => {
  const report = sampleReport(sampleTimeline(40));
  expect(paperOf("report", report)).toMatchObject({ initials: "ME", isReachSealed: false });
  expect(paperOf("report", report, { ...options, isReachSealed: true }).isReachSealed).toBe(true);
});

test("a download that could not be read is one line under what is missing, with what to ask for instead", () => {
  const report = sampleReport(sampleTimeline(40));
  const known = { id: "meta-html", what: "a page of a download made as HTML", ask: "Ask for it again as JSON, not HTML." };
  const kept = report.exhibits.slice(0, 1).flatMap(({ sha256, size }) =>
    Array.from({ length: 1200 }, (_, i) => {
      const name = `page ${i}.html`;
      return { name, sha256, size, known, source: { sha256, name, start: 0, end: size } };
    }),
  );
  const { doubt } = paperOf("report", { ...report, kept });
  const lines = doubt.filter(({ head }: { head: string }) => head === "Could be asked for");
  expect(lines).toHaveLength(1);
  expect(JSON.stringify(lines[0].says)).toContain(
    "1,200 files, the first page 0.html: a page of a download made as HTML. Ask for it again as JSON, not HTML.",
  );
});

test("a doubt that stands under many findings says of which acts its number is", () => {
  const report = sampleReport(sampleTimeline(40));
  const [finding] = report.findings;
  const alike = finding ? [1, 2, 3].map(() => ({ ...finding, couldChange: ["Read day first: 1 of these."] })) : [];
  const { doubt } = paperOf("report", { ...report, findings: alike });
  expect(JSON.stringify(doubt)).toContain("Read day first: 1 of these. “These” are the acts of each of the findings, counted by itself.");
});

describe("contact that was agreed", () => {
  const report = sampleReport(sampleTimeline(60));
  const { near, wrote } = paperOf("report", report);
  const idOf = new Map(report.timeline.acts.map(({ id }, i) => [i + 1, id]));
  const idsOf = ({ rows }: { rows: readonly { row: number }[] }): ActId[] => rows.slice(0, 2).flatMap(({ row }) => idOf.get(row) ?? []);
  const acts = [...idsOf(near), ...idsOf(wrote)];
  const agreed = { ...report, statement: { ...report.statement, agreed: [{ says: "the children", acts }] } };

  test("stands neither among the acts near her nor among what they wrote, and both say how much of it there is", () => {
    const page = paperOf("report", agreed);
    for (const [part, before] of [
      [page.near, near],
      [page.wrote, wrote],
    ]) {
      expect(part.agreed).toBe(idsOf(before).length);
      expect(part.total).toBe(before.total - part.agreed);
      for (const { row } of part.rows) expect(acts).not.toContain(idOf.get(row));
    }
    expect(page.first.agreed).toBe(`Of all acts ${acts.length} were agreed contact, counted apart in every finding.`);
    expect(JSON.stringify(page.first.counted)).not.toMatch(/agreed|counted apart/);
  });

  test("is marked in each of its rows in the chronology, and no other row is", () => {
    const { chronology } = paperOf("chronology", agreed);
    const rows: [mark: string, number: number][] = chronology.days.flatMap((day: { rows: [string, number][] }) => day.rows);
    const marked = rows.filter((row) => /"agreed( ·|")/.test(JSON.stringify(row))).map(([, number]) => idOf.get(number));
    expect(new Set(marked)).toEqual(new Set(acts));
    expect(marked).toHaveLength(acts.length);
    expect(acts.length).toBeGreaterThan(1);
  });
});

describe("what is held back", () => {
  const report = sampleReport(sampleTimeline(300));
  const exhibits = report.exhibits.map((exhibit): Exhibit => (exhibit.name === "statement.csv" ? { ...exhibit, withheld: true } : exhibit));
  const heldBack = report.timeline.acts.filter(({ source }) => source.name === "statement.csv").length;

  test("an act that stands only in a file that is held back is counted and not shown", () => {
    expect(heldBack).toBeGreaterThan(0);
    const disclosed = discloseActs({ ...report, exhibits });
    expect(disclosed.heldBack).toBe(heldBack);
    expect(disclosed.acts.map(({ number }) => number)).toEqual(disclosed.acts.map((_, i) => i + 1));
    expect(rowsOf({ ...report, exhibits })).toHaveLength(300 - heldBack);
  });

  test("its name is nowhere in the report, its hash is", () => {
    const json = dataOf({ ...report, exhibits });
    expect(json).not.toContain("statement.csv");
    const hash = exhibits.find(({ withheld }) => withheld)?.sha256 ?? "";
    expect(json).toContain(hash.slice(0, 32));
  });

  test("an act that also stands in a file that is handed over is shown, under that exhibit alone", () => {
    const [first, second] = exhibits;
    const act = report.timeline.acts[0];
    if (!first || !second || !act) throw new Error("the sample is too small");
    const both = [first, second].map(({ sha256, name }) => ({ ...act.source, sha256, name }));
    const timeline = { ...report.timeline, acts: [{ ...act, sources: both }] };
    const { acts } = discloseActs({
      timeline,
      exhibits: [
        { ...first, withheld: true },
        { ...second, withheld: false },
      ],
    });
    expect(acts.map((one) => one.exhibits.map(({ number }) => number))).toEqual([[second.number]]);
  });
});

describe("which acts are printed", () => {
  const report = sampleReport(sampleTimeline(3_000));
  const disclosed = discloseActs(report);
  const { acts } = disclosed;
  if (!london) throw new Error("no zone");

  test("all of them where they fit", () => {
    const chosen = chooseActs(disclosed, report.findings, { most: 3_000, zone: london });
    expect(chosen.acts).toHaveLength(3_000);
    expect(chosen.rule).toBe("All 3,000 acts are printed, in order of time.");
  });

  test("else as many as fit, in order of time, every rare one first, and the rule says so", () => {
    const chosen = chooseActs(disclosed, report.findings, { most: 1_500, zone: london });
    expect(chosen.acts).toHaveLength(1_500);
    const numbers = chosen.acts.map(({ number }) => number);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    const rare = acts.filter(({ act }) => ["login", "transfer", "visit", "gift", "comment"].includes(act.kind));
    expect(rare.length).toBeGreaterThan(0);
    for (const one of rare) expect(chosen.acts.includes(one)).toBe(true);
    expect(chosen.rule).toContain("1,500 of 3,000 acts are printed");
    expect(chosen.rule).toContain("the program left none out");
  });

  test("a group that does not fit whole is taken at even distances", () => {
    const chosen = chooseActs(disclosed, [], { most: 50, zone: london });
    const numbers = chosen.acts.map(({ number }) => number);
    expect(Math.max(...numbers)).toBeGreaterThan(2_500);
    expect(Math.min(...numbers)).toBeLessThan(500);
  });

  test("ten thousand rows at most, fewer in the browser, and each row is the line of its act in acts.jsonl.gz", () => {
    expect(rowsOf(sampleReport(sampleTimeline(3_001)), { ...options, engine: "plain" })).toHaveLength(3_000);
    const rows = rowsOf(sampleReport(sampleTimeline(10_001)));
    expect(rows.length).toBeLessThanOrEqual(10_000);
    expect(new Set(rows).size).toBe(rows.length);
  });
});

describe("times", () => {
  test("one day that no file covers is one day, and no stretch from it to itself", () => {
    const report = sampleReport(sampleTimeline(4));
    const [one] = report.timeline.acts;
    if (!one) throw new Error("the sample has acts");
    /** A message of a file of its own, at the start of its span; the file covers the span. */
    const fileOf = ([from, until]: readonly [string, string], i: number) => {
      const [earliest, latest] = [Date.parse(from) as Instant, Date.parse(until) as Instant];
      const source = { ...one.source, sha256: String(i).repeat(64) as Sha256 };
      const act = { ...one, id: `x${i}-1` as ActId, when: { ...one.when, earliest, latest: earliest }, source, sources: [source] };
      return { act, coverage: { source, importer: "t", acts: 1, notices: 0, unread: 0, first: earliest, last: latest } };
    };
    const saidOf = (...spans: readonly (readonly [string, string])[]): string => {
      const files = spans.map(fileOf);
      const timeline = { ...report.timeline, acts: files.map(({ act }) => act), coverage: files.map(({ coverage }) => coverage) };
      return JSON.stringify(paperOf("chronology", { ...report, timeline }));
    };
    const before = ["2026-05-10T10:00Z", "2026-05-17T10:00Z"] as const;
    expect(saidOf(before, ["2026-05-19T10:00Z", "2026-05-20T10:00Z"])).toContain("No file covers Mon 18 May 2026.");
    expect(saidOf(before, ["2026-05-20T10:00Z", "2026-05-21T10:00Z"])).toContain(
      "No file covers the days from Mon 18 May 2026 to Tue 19 May 2026.",
    );
  });

  const at = (text: string): Instant => Date.parse(text) as Instant;
  const between = (from: string, until: string): string => (london ? sayTimeOf({ earliest: at(from), latest: at(until) }, london) : "");

  test("are as precise as the source, and a span is printed as a span", () => {
    expect(between("2026-11-03T21:14:05Z", "2026-11-03T21:14:05.999Z")).toBe("21:14:05");
    expect(between("2026-11-03T21:14:00Z", "2026-11-03T21:14:59.999Z")).toBe("21:14");
    expect(between("2026-11-04T00:10:00Z", "2026-11-04T01:30:59.999Z")).toBe("00:10–01:30");
    expect(between("2026-11-03T23:10:00Z", "2026-11-04T01:30:00Z")).toBe("23:10 to 01:30 next day");
    expect(between("2026-11-21T00:00:00Z", "2026-11-21T23:59:59.999Z")).toBe("day only");
    expect(between("2026-11-21T00:00:00Z", "2026-11-23T23:59:59.999Z")).toBe("to Mon 23 Nov 2026, day not certain");
  });

  test("in the hour that comes twice in autumn say which of the two it was, or that the record does not tell", () => {
    expect(between("2025-10-26T00:30:00Z", "2025-10-26T00:30:00.999Z")).toBe("01:30:00 BST");
    expect(between("2025-10-26T00:30:00Z", "2025-10-26T00:30:59.999Z")).toBe("01:30 BST");
    expect(between("2025-10-26T01:15:00Z", "2025-10-26T01:15:59.999Z")).toBe("01:15 GMT");
    expect(between("2025-10-26T00:30:00Z", "2025-10-26T01:30:59.999Z")).toBe("01:30, first or second time");
    expect(between("2025-10-26T00:30:05Z", "2025-10-26T01:30:05.999Z")).toBe("01:30:05, first or second time");
    expect(between("2025-10-26T00:30:00Z", "2025-10-26T01:15:59.999Z")).toBe("01:30 BST–01:15 GMT");
    expect(between("2025-10-25T23:10:00Z", "2025-10-26T01:30:59.999Z")).toBe("00:10–01:30 GMT");
    expect(between("2025-10-26T02:00:00Z", "2025-10-26T02:00:59.999Z")).toBe("02:00");
    expect(between("2025-10-25T23:59:00Z", "2025-10-25T23:59:59.999Z")).toBe("00:59");
    expect(between("2025-10-25T23:00:00Z", "2025-10-26T23:59:59.999Z")).toBe("day only");
  });

  test("are hers: an hour later in summer", () => {
    expect(between("2026-07-01T21:14:05Z", "2026-07-01T21:14:05.999Z")).toBe("22:14:05");
  });
});

test("the days of an exhibit are those that its file covers, as in the findings, and days of it without an act are covered", () => {
  const report = sampleReport(sampleTimeline(40));
  const chat = "WhatsApp Chat with R.txt";
  const [from, until] = [Date.UTC(2025, 3, 1) as Instant, Date.UTC(2027, 0, 30) as Instant];
  const withChat = (more: object): Report => {
    // Each other file has acts of one day alone, at the end.
    const coverage = report.timeline.coverage.map((one) =>
      one.source.name === chat ? { ...one, first: from, last: from, ...more } : { ...one, first: until, last: until },
    );
    return { ...report, timeline: { ...report.timeline, coverage } };
  };
  expect(dataOf(withChat({}))).toContain("No file covers the days from Wed 2 Apr 2025 to Fri 29 Jan 2027.");
  const covered = withChat({ covers: { until } });
  expect(dataOf(covered)).not.toContain("No file covers");
  for (const which of ["report", "chronology"] as const) {
    const { rows }: { rows: readonly { name: { words: string }; span: string }[] } = paperOf(which, covered).schedule;
    expect(rows.find(({ name }) => name.words === chat)?.span).toBe("1 April 2025 to 30 January 2027");
  }
});

test("what somebody wrote down covers no day: the exhibit has the days of its entries, and is not said to cover them", () => {
  const report = sampleReport(sampleTimeline(40));
  const acts = report.timeline.acts.map((act) =>
    act.source.name.startsWith("WhatsApp") ? { ...act, grade: "own-account" as const } : act,
  );
  // The chat is the diary; of the other files one has acts of the first of January alone, the others of the last of it.
  const coverage = report.timeline.coverage.map((one) => {
    const day = Date.UTC(2026, 0, one.source.name === "takeout.zip" ? 1 : 31, 12) as Instant;
    return one.source.name.startsWith("WhatsApp") ? one : { ...one, first: day, last: day };
  });
  expect(dataOf({ ...report, timeline: { acts, coverage } })).toContain("No file covers the days from Fri 2 Jan 2026 to Fri 30 Jan 2026.");
  const { rows }: { rows: readonly { span: string }[] } = paperOf("report", { ...report, timeline: { ...report.timeline, acts } }).schedule;
  expect(rows.filter(({ span }) => /^none; entries of \d.* to \d/.test(span))).toHaveLength(1);
});

test("exhibits in the margin are drawn together, and the rest is counted", () => {
  const [exhibit] = sampleReport(sampleTimeline(40)).exhibits;
  if (!exhibit) throw new Error("no exhibit");
  const numbered = (...numbers: number[]): Exhibit[] => numbers.map((number) => ({ ...exhibit, number: `HR/${number}` }));
  expect(exhibitNumbers(numbered(3, 1, 2, 10))).toBe("HR/1–3, 10");
  expect(exhibitNumbers(numbered(1, 3, 5, 7, 9), 2)).toBe("HR/1 +4");
});

test("a long text is cut, and says by how much, never within a pair", () => {
  expect(wordsOf("abcdef", 4).words).toBe("abcd […, 2 more characters in the pack]");
  expect(wordsOf("abc😀", 4).words).toBe("abc […, 2 more characters in the pack]");
});

test("what was done to her mother says so in the table of acts near her", () => {
  const mum = { kind: "name", wrote: "Mum", normal: "mum" } as const;
  const sample = sampleReport(sampleTimeline(3));
  const from = { kind: "phone", wrote: "07700 900142", normal: "+447700900142" } as const;
  const acts = sample.timeline.acts.map((act) => ({ ...act, kind: "visit" as const, from, to: [mum] }));
  const { near } = paperOf("report", { ...sample, timeline: { ...sample.timeline, acts } });
  expect(near.rows.map(({ who }: { who: { words: string } }) => who.words)).toContain("Rhys Calloway, to Mum");
});

test("what was written to a group says so in the table of texts and on page 1, as the findings do", () => {
  const group = { kind: "group", wrote: "Family BBQ", normal: "family bbq" } as const;
  const sample = sampleReport(sampleTimeline(4));
  const from = { kind: "phone", wrote: "07700 900142", normal: "+447700900142" } as const;
  const aunt = { kind: "name", wrote: "Aunt Jo", normal: "aunt jo" } as const;
  const acts = sample.timeline.acts.map((act, i) => ({
    ...act,
    kind: "message" as const,
    channel: "whatsapp" as const,
    from: i === 3 ? aunt : from,
    to: i === 0 ? [] : [group],
    text: `text ${i}`,
  }));
  const { first, wrote } = paperOf("report", { ...sample, findings: [], timeline: { ...sample.timeline, acts } });
  const channelOf = new Map(wrote.rows.map(({ row, channel }: { row: number; channel: { words: string } }) => [row, channel.words]));
  expect([1, 2, 3].map((row) => channelOf.get(row))).toEqual([
    "WhatsApp",
    "WhatsApp, to a group of 2 or more",
    "WhatsApp, to a group of 2 or more",
  ]);
  const said = first.wrote.map(({ when }: { when: { words: string } }) => when.words.endsWith(", to a group of 2 or more"));
  expect(said).toEqual([false, true, true]);
});

test("however much nobody known did near her, what is theirs is not crowded out of the table, and the printed rule says so", () => {
  const sample = sampleReport(sampleTimeline(200));
  const stranger = { kind: "name", wrote: "a man", normal: "a man" } as const;
  const named = { kind: "phone", wrote: "07700 900142", normal: "+447700900142" } as const;
  const acts = sample.timeline.acts.map((act, i) => ({
    ...act,
    ...(i === 0
      ? { kind: "login" as const, channel: "google" as const, from: named }
      : { kind: "visit" as const, channel: "in-person" as const, grade: "own-account" as const, from: stranger, text: `visit ${i}` }),
  }));
  const { near } = paperOf("report", { ...sample, timeline: { ...sample.timeline, acts } });
  expect(near).toMatchObject({
    total: 200,
    rule: { words: expect.stringMatching(/^first what is by Rhys Calloway, then what is perhaps by/) },
  });
  expect(near.rows.length).toBeLessThan(200);
  expect(near.rows[0]).toMatchObject({ row: 1, kind: "Log-in", who: { words: "Rhys Calloway" } });
});

test("an account that shows a stated name and was not stated is told under doubt, with how much it did, and is nobody's among the numbers", () => {
  const sample = sampleReport(sampleTimeline(40));
  const statement = { ...sample.statement, me: { ...sample.statement.me, normals: new Set(["owner", "maya ellis"]) } };
  const borrowed = { kind: "email", wrote: "night@example.net", normal: "night@example.net", name: "Maya Ellis" } as const;
  const acts = sample.timeline.acts.map((act, i) => (i < 3 ? { ...act, kind: "message" as const, from: borrowed } : act));
  const { doubt, people } = paperOf("report", { ...sample, statement, timeline: { ...sample.timeline, acts } });
  expect(doubt.map(({ says }: { says: { words: string } }) => says.words)).toContain(
    "One account shows a name of Maya Ellis and was not said to be that person’s: 3 acts are counted for nobody. Whoever holds an account chooses the name that it shows.",
  );
  expect(people.rows).toContainEqual(expect.objectContaining({ whose: expect.objectContaining({ words: "not said" }), acts: "3" }));
});

test("whose a text is, is said of it on page 2 in the words of its line on page 1", () => {
  const sample = sampleReport(sampleTimeline(3));
  const named = { kind: "name", wrote: "Rhys Calloway", normal: "rhys calloway" } as const;
  const number = { kind: "phone", wrote: "07700 900142", normal: "+447700900142" } as const;
  const given = [
    { grade: "text-export", from: named },
    { grade: "structured-export", from: { ...number, name: "Rhys Calloway" } },
    { grade: "structured-export", from: number },
  ] as const;
  const acts = sample.timeline.acts.map((act, i) => ({ ...act, ...given[i], kind: "message" as const, text: `text ${i}` }));
  const them = { ...sample.statement.them, normals: new Set([named.normal, number.normal]) };
  const { wrote } = paperOf("report", { ...sample, statement: { ...sample.statement, them }, timeline: { ...sample.timeline, acts } });
  expect(
    wrote.rows.toSorted((a: { row: number }, b: { row: number }) => a.row - b.row).map(({ who }: { who: { words: string } }) => who.words),
  ).toEqual(["as the file names", "as the record shows", "ME is sure"]);
});

describe("of more texts than the table has rows", () => {
  const number = { kind: "phone", wrote: "07700 900142", normal: "+447700900142" } as const;
  const sample = sampleReport(sampleTimeline(120));
  const acts = sample.timeline.acts.map((act, i) => ({
    ...act,
    from: number,
    kind: "message" as const,
    channel: "sms" as const,
    grade: "structured-export" as const,
    text: i === 2 ? "I will kill you and the children on Christmas Eve" : `what ${i}`,
  }));
  const [model] = sample.findings;
  const threat = acts.slice(2, 3).map(({ id }) => id);
  const findings = model === undefined ? [] : [{ ...model, pattern: "threats", standing: "words of a threat" as const, acts: threat }];
  const statement = { ...sample.statement, them: { ...sample.statement.them, normals: new Set([number.normal]) }, agreed: [], marks: [] };
  const wroteOf = (given: Partial<Report> = {}, stops: Report["statement"]["stops"] = []) =>
    paperOf("report", { ...sample, findings, timeline: { ...sample.timeline, acts }, statement: { ...statement, stops }, ...given }).wrote;

  test("a threat has the first row and is marked, whether a stop was stated or not, and then come the latest", () => {
    const { rows, rule, total } = wroteOf();
    expect([rows.length, total]).toEqual([60, 120]);
    expect(rows.map(({ row }: { row: number }) => row).slice(0, 3)).toEqual([3, 120, 119]);
    expect(rows[0].channel.words).toContain("words of a threat");
    expect(rows[1].channel.words).not.toContain("words of a threat");
    expect(rule).toBe("first words of a plain threat, then the latest");
    const [late] = acts.slice(100).map(({ when }) => civilFromDays(dayIn(statement.zone, when.earliest)));
    if (late === undefined) throw new Error("there are 120 acts");
    const stop = { kind: "told to stop", day: late } as const;
    const after = wroteOf({}, [stop]);
    const [threatRow, firstAfter, latest] = after.rows.map(({ row }: { row: number }) => row);
    expect([threatRow, latest]).toEqual([3, 120]);
    expect(firstAfter).toBeGreaterThan(100);
    expect(firstAfter).toBeLessThan(120);
    expect(after.rule).toBe("first words of a plain threat, then the first after the stop, then the latest");
  });

  test("without a threat and without a stop the latest stand there all the same", () => {
    const plain = acts.map((act, i) => ({ ...act, text: `?? ${i}` }));
    const { rows, rule } = wroteOf({ findings: [], timeline: { ...sample.timeline, acts: plain } });
    expect([rows.length, rows[0].row, rule]).toEqual([60, 120, "the latest first"]);
  });

  test("words of coming in, watching, hurt and weapons have their rows before everyday talk", () => {
    const frightening = [
      "I let myself in while you were out",
      "im sat in ur kitchen",
      "I should have finished it when my hands were on your neck",
    ];
    const early = acts.map((act, i) => ({ ...act, text: frightening[i - 4] ?? act.text }));
    const { rows, rule } = wroteOf({ timeline: { ...sample.timeline, acts: early } });
    expect(rows.map(({ row }: { row: number }) => row).slice(0, 5)).toEqual([3, 7, 6, 5, 120]);
    expect(rule).toBe(
      "first words of a plain threat, then words of coming in, watching, a weapon, hurt, pictures or where somebody is, then the latest",
    );
  });

  const group = { kind: "group", wrote: "Year 11", normal: "year 11" } as const;
  const rowsOf = (rows: readonly { row: number }[]): readonly number[] => rows.map(({ row }) => row);

  test("what went to her alone has its rows before what went to a group", () => {
    const inGroup = acts.map((act, i) =>
      i < 4 ? act : { ...act, to: [group], text: i < 100 ? "ur dead" : i < 102 ? `im in ur garden ${i}` : act.text },
    );
    const threats = inGroup.flatMap(({ id, text }, i) => (i === 2 || text === "ur dead" ? [id] : []));
    const ofThreats = model === undefined ? [] : [{ ...model, pattern: "threats", standing: "words of a threat" as const, acts: threats }];
    const { rows, rule } = wroteOf({ findings: ofThreats, timeline: { ...sample.timeline, acts: inGroup } });
    expect(rowsOf(rows).slice(0, 8)).toEqual([3, 100, 102, 101, 4, 2, 1, 120]);
    expect(rule).toBe(
      "first words of a plain threat, then words of coming in, watching, a weapon, hurt, pictures or where somebody is, " +
        "of these what went to a group last, then the latest, of these what went to a group last; the same words again after all others",
    );
  });

  test("a parcel of which he wrote again and again has one row before any other text has none, to her and to a group", () => {
    const parcel = [
      "Tracker for Milo's parcel says Tuesday",
      "tracker for Milo’s parcel  says tuesday 📦",
      "Tracker for Milos parcel says Tuesday!!",
    ];
    const quiet = "Nice quiet spot picked out for you in Epping";
    const written = acts.map((act, i) => {
      if (i === 0) return { ...act, text: quiet };
      if (i < 3) return { ...act, to: [group], text: `Winter comes early for some of us ${i}` };
      return { ...act, to: i % 2 === 0 ? [group] : act.to, text: parcel[i % 3] ?? quiet };
    });
    const { rows, rule } = wroteOf({ findings: [], timeline: { ...sample.timeline, acts: written } });
    expect(rowsOf(rows).slice(0, 5)).toEqual([120, 1, 3, 2, 118]);
    expect(rows[0].what.words).toContain("Tracker for");
    expect(rule).toContain("; the same words again after all others");
  });

  test("of the same words the first after a stop has its row, whatever came since, and a second one keeps its own", () => {
    const day = (i: number) => {
      const [found] = acts.slice(i, i + 1).map(({ when }) => civilFromDays(dayIn(statement.zone, when.earliest)));
      if (found === undefined) throw new Error("there are 120 acts");
      return { kind: "told to stop", day: found } as const;
    };
    const same = acts.map((act, i) => ({ ...act, text: i < 2 ? `You will see what comes of this ${i}` : "Answer me when I ring you" }));
    const wrote = (...stops: ReturnType<typeof day>[]) => wroteOf({ findings: [], timeline: { ...sample.timeline, acts: same } }, stops);
    const one = wrote(day(60));
    const [first] = rowsOf(one.rows);
    expect(first).toBeGreaterThan(60);
    expect(first).toBeLessThan(120);
    expect(rowsOf(one.rows).slice(1, 4)).toEqual([2, 1, 120]);
    expect(one.rule).toBe("first the first after the stop, then the latest; the same words again after all others");
    const two = wrote(day(60), day(90));
    expect(rowsOf(two.rows).slice(1, 4)).toEqual([first, 2, 1]);
    expect(two.rule).toBe(
      "first the first after each stop, then the latest; the same words again after all others, but for the first after a stop",
    );
  });

  test("what no list knows has its row before “ok” and “on my way”, and a sentence without blanks is no short text", () => {
    const everyday = ["ok", "On my way!", "fine 👍", "haha yes ok"];
    const unknown = ["Winter comes early for some of us", "我知道你住在哪里我会来找你", "Everyone will see that film"];
    const written = acts.map((act, i) => ({ ...act, text: unknown[i] ?? everyday[i % 4] ?? "ok" }));
    const { rows, rule } = wroteOf({ findings: [], timeline: { ...sample.timeline, acts: written } });
    expect(rowsOf(rows).slice(0, 3)).toEqual([3, 2, 1]);
    expect(rule).toBe("the latest first, longer ones before those of at most three words; the same words again after all others");
  });

  test("texts of pictures alone are the same only where the pictures are", () => {
    const written = acts.map((act, i) => ({ ...act, text: i === 0 ? "🔪" : i === 1 ? "🩸" : "❤️" }));
    expect(rowsOf(wroteOf({ findings: [], timeline: { ...sample.timeline, acts: written } }).rows).slice(0, 4)).toEqual([120, 2, 1, 119]);
  });
});

test("an act of which she said “not this one” has that beside its words wherever they stand, and under doubt why", () => {
  const sample = sampleReport(sampleTimeline(40));
  const from = { kind: "phone", wrote: "07700 900142", normal: "+447700900142" } as const;
  const acts = sample.timeline.acts.map((act, i) => {
    if (i === 0) return { ...act, kind: "damage" as const, channel: "in-person" as const, from, text: "the tyres" };
    return i === 1 ? { ...act, kind: "message" as const, channel: "sms" as const, from, text: "who is this" } : act;
  });
  const [tyres, wrong] = acts.map(({ id }) => id);
  if (tyres === undefined || wrong === undefined) throw new Error("two acts");
  const notThis = [{ act: tyres, finding: "near-her" }, { act: wrong, says: "a wrong number" }, { act: tyres }];
  const statement = { ...sample.statement, notThis };
  const report = { ...sample, statement, timeline: { ...sample.timeline, acts } };
  const { doubt, near, wrote } = paperOf("report", report);
  const note = "“not this one”, ME says";
  expect(near.rows.find(({ row }: { row: number }) => row === 1).sure).toContain(note);
  expect(wrote.rows.find(({ row }: { row: number }) => row === 2).who.words).toContain(note);
  expect(wrote.rows.filter(({ who }: { who: { words: string } }) => who.words.includes("not this one"))).toHaveLength(1);
  expect(doubt).toContainEqual(
    expect.objectContaining({
      head: "Not this one",
      says: expect.objectContaining({
        words:
          "Maya Ellis said “not this one” of 2 acts: no. 1, for “near-her” alone; no. 1; no. 2: “a wrong number”. They are in no count of the findings of which that was said.",
      }),
    }),
  );
  // Beside each of the two, and once under doubt.
  expect(JSON.stringify(paperOf("chronology", report)).split("“not this one”").length - 1).toBe(3);
});

test("texts of which she said “not this one” are not among all else that he wrote on page 1, which says how many they are", () => {
  const sample = sampleReport(sampleTimeline(6));
  const from = { kind: "phone", wrote: "07700 900142", normal: "+447700900142" } as const;
  const acts = sample.timeline.acts.map((act, i) => ({ ...act, kind: "message" as const, from, text: `text ${i}` }));
  const [one, two, three] = acts.map(({ id }) => ({ act: id }));
  if (!one || !two || !three) throw new Error("three acts");
  const firstPageOf = (...notThis: readonly { act: ActId; finding?: string }[]): ReturnType<typeof JSON.parse> =>
    paperOf("report", { ...sample, statement: { ...sample.statement, notThis }, timeline: { ...sample.timeline, acts } }).first;
  const first = firstPageOf(one, two, { ...three, finding: "whereabouts" });
  expect(first.wrote.map(({ row }: { row: number }) => row)).toEqual([3, 4, 5, 6]);
  expect(first.wroteLeftOut.words).toBe("; 2 texts left out: Maya Ellis said “not this one”");
  expect(firstPageOf({ ...three, finding: "whereabouts" })).toMatchObject({ wroteLeftOut: { words: "" }, wrote: { length: 6 } });
});

test("nothing that somebody wrote looks like another row, in any paper", () => {
  const sample = sampleReport(sampleTimeline(40));
  const forged = "hello”\nMessage, Telegram, by Imogen Vance: “I love you‟＂";
  const acts = sample.timeline.acts.map((act, i) => ({
    ...act,
    text: forged,
    subject: forged,
    thread: forged,
    attachments: [{ name: forged }],
    when: { ...act.when, wrote: forged },
    // Every other one by somebody whose name is forged as well.
    ...(i % 2 === 0
      ? {}
      : { kind: "visit" as const, from: { kind: "name" as const, wrote: forged, normal: forged, name: `${forged}, twice` } }),
  }));
  const report: Report = {
    ...sample,
    timeline: { ...sample.timeline, acts },
    exhibits: sample.exhibits.map((exhibit) => ({ ...exhibit, name: forged })),
    kept: sample.exhibits.slice(0, 1).map(({ sha256, size }) => ({
      name: forged,
      sha256,
      size,
      source: { sha256, name: forged, start: 0, end: size },
    })),
    cover: {
      relationship: { says: forged },
      danger: { answer: "yes", asked: { year: 2026, month: 11, day: 26, hour: 2, minute: 41 }, says: forged },
    },
  };
  expect(paperOf("report", report).wrote.rows.length).toBeGreaterThan(0);
  expect(paperOf("report", report).near.rows.length).toBeGreaterThan(0);
  for (const paper of ["report", "chronology"] as const) {
    const data = JSON.stringify(paperOf(paper, report));
    expect(data).toContain("hello’ / Message, Telegram, by Imogen Vance: ’I love you’");
    expect(data).not.toMatch(/hello[”\\]|“I love you|‟|＂/u);
  }
});

test("the letters beside acts near her are cited to the list of examples, and not to the rule on occasions", () => {
  const sample = sampleReport(sampleTimeline(600));
  const [first] = sample.findings;
  if (!first) throw new Error("a finding");
  const codesByAct = Object.fromEntries(sample.timeline.acts.map(({ id }) => [id, ["e"]]));
  const { near } = paperOf("report", { ...sample, findings: [{ ...first, codesByAct }] });
  expect(near.letters.words).toMatch(/^Protection from Harassment Act 1997 s2A\(3\): the letter/);
});

test("a single act near her names the row in which it stands whole, and no other finding does", () => {
  const report = sampleReport(sampleTimeline(40));
  const [first] = report.findings;
  const [one, other] = report.timeline.acts;
  if (!first || !one || !other) throw new Error("the sample is too small");
  const findings: Finding[] = [
    { ...first, standing: "near her", acts: [other.id] },
    { ...first, standing: "near her", acts: [one.id, other.id] },
    { ...first, standing: "last act", acts: [other.id] },
  ];
  const data = paperOf("report", { ...report, findings });
  expect(data.findings.map(({ near }: { near: number | null }) => near)).toEqual([2, null, null]);
});

test("a doubt that stands under many findings is said once, with their numbers", () => {
  const report = sampleReport(sampleTimeline(40));
  const finding = (doubt: string): Finding => ({
    pattern: "x",
    standing: "count",
    line: "One thing.",
    says: "One thing.",
    acts: [] as ActId[],
    how: "By counting.",
    couldChange: [doubt],
    table: { columns: [], rows: [] },
  });
  const findings = [finding("Same."), finding("Same."), finding("Other."), finding("Same.")];
  const data = paperOf("report", { ...report, findings });
  const common = data.doubt.filter(({ says }: { says: { words: string } }) => says.words === "Same.");
  expect(common.map(({ head }: { head: string }) => head)).toEqual(["Findings 1, 2 and 4"]);
  expect(data.findings.map(({ couldChange }: { couldChange: unknown[] }) => couldChange.length)).toEqual([0, 0, 1, 0]);
});

test("the same report gives the same document", () => {
  const report = sampleReport(sampleTimeline(200));
  expect(printedPapers(report, options)).toEqual(printedPapers(report, options));
});

test("no word of a message is in the markup", () => {
  const { report, chronology } = printedPapers(sampleReport(sampleTimeline(200)), options);
  for (const { files, main } of [report, chronology]) {
    const markup = new TextDecoder().decode(files.find(({ path }) => path === main)?.bytes);
    for (const word of ["Maya", "Rhys", "awake", "Zoë", "07700"]) expect(markup).not.toContain(word);
  }
});

test("a failure is traced to its row and to nothing else", () => {
  const document = printedPapers(sampleReport(sampleTimeline(60)), options).chronology;
  expect(rowOfFailure(document, 'the text `"তুমি"` could not be displayed')).toBeTypeOf("number");
  expect(rowOfFailure(document, 'the text `"nowhere in it"` could not be displayed')).toBeUndefined();
  expect(rowOfFailure(document, "no quotation")).toBeUndefined();
});
