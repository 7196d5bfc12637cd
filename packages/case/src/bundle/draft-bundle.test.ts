import { readFileSync } from "node:fs";
import fc from "fast-check";
import { type Paper, type PaperBlock, plainWords, wordsOfPaper } from "@unmask/core";
import { expect, test } from "vitest";
import { longBundle, sampleBundle, withheld } from "../../../../test/report/sample-bundle.ts";
import type { BundleSource } from "./bundle-source.ts";
import { bundleOf } from "./draft-bundle.ts";
import { orderPrompts } from "../event/of-application.ts";
import { asksInTheWay } from "../order/in-the-way.ts";
import { standingWords } from "./standing-words.ts";
import { sayNumbers, sayExhibits } from "./writing.ts";

const { periods, numbers, exhibits } = JSON.parse(
  readFileSync(new URL("../../../../docs/formats/vectors/bundle.json", import.meta.url), "utf8"),
) as {
  periods: { made: string; until: string | null; least: number; says: string }[];
  numbers: { of: number[]; says: string }[];
  exhibits: { of: string[]; says: string }[];
};

const allOf = (paper: Paper): string => wordsOfPaper(paper).join("\n");
const saidBy = (source: BundleSource): string => allOf(bundleOf(source).paper);
type Table = Extract<PaperBlock, { block: "table" }>;
const tablesOf = ({ blocks }: Paper): readonly Table[] => blocks.flatMap((one) => (one.block === "table" ? [one] : []));
const tableWith = (source: BundleSource, head: string): Table => {
  const found = tablesOf(bundleOf(source).paper).find(({ columns }) => columns.some((one) => one.head === head));
  if (!found) throw new Error(`no table with ${head}`);
  return found;
};
const rowsOf = (table: Table): readonly string[] =>
  table.rows.map(({ margin = "", cells }) => [margin, ...cells.map(plainWords)].join(" | "));

test.each(periods)(
  "s3(2): asked until $until of an order made on $made, the least is worked out in the sentence",
  ({ made, until, least, says }) => {
    const text = saidBy({ ...sampleBundle, law: { ...sampleBundle.law, leastYears: least }, period: { made, until } });
    expect(text).toContain(`Period\n${says}\n`);
  },
);

test("a copy that was kept twice is one exhibit with both of its numbers, and is said to be certified once", () => {
  const copy = { what: "Copy of the order, certified", knowing: "record", sha256: "3d".repeat(32), pages: 7 } as const;
  const rows = rowsOf(
    tableWith({ ...sampleBundle, exhibits: [...sampleBundle.exhibits, { number: "P1", ...copy }, { number: "P2", ...copy }] }, "SHA-256"),
  );
  expect(rows.filter((row) => row.includes("certified"))).toEqual([expect.stringContaining("P1, P2 | Copy of the order, certified")]);
  expect(rows).toHaveLength(sampleBundle.exhibits.length + 1);
});

test("s3(3): a condition’s own period shorter than the least is warned of and not refused", () => {
  const [first, ...others] = sampleBundle.conditions;
  if (!first) throw new Error("no condition");
  const text = saidBy({ ...sampleBundle, conditions: [{ ...first, own: { until: "2027-10-26" } }, ...others] });
  expect(text).toContain("Of its own, s3(3): condition 1, until 26 October 2027.");
  expect(text).toContain("shorter than the least is not clear in law: condition 1, until 26 October 2027.");
});

test.each(numbers)("conditions $of are said as $says", ({ of, says }) => expect(sayNumbers(of)).toBe(says));
test.each(exhibits)("exhibits $of are said as $says", ({ of, says }) => expect(sayExhibits(of)).toBe(says));

test("every page says that it is a draft, who wrote it and when", () => {
  const { head, foot } = bundleOf(sampleBundle).paper;
  expect(head.mark).toBe("DRAFT 4, not lodged");
  expect(head.right).toBe("Written by Dilys Parry, SPO coordinator, Thursday 15 October 2026, 15:40");
  expect(foot).toEqual({ left: "Draft application, Gary Slade, not lodged", middle: "D-17, draft 4, Northshire Police" });
});

test("where part 5 lists no exhibit the first page does not say that a record is in it", () => {
  expect(saidBy(sampleBundle)).toContain("read from a file whose bytes are in the list, part 5.");
  const bare = saidBy({ ...sampleBundle, exhibits: [] });
  expect(bare).toContain("read from a file of which none is in the list yet, part 5.");
  expect(bare).not.toContain("whose bytes are in the list");
});

test("a whole mailbox is a count and a list of its senders, those with the most acts first, and each act of them is told or counted", () => {
  const [first] = sampleBundle.chronology;
  if (first === undefined) throw new Error("the sample has lines");
  const mails = (senders: number): BundleSource["chronology"] =>
    Array.from({ length: senders }, (_, i) => Array.from({ length: i === 7 ? 40 : 2 }, () => `shop-${i}@example.com, by mail`))
      .flat()
      .map((sender, i) => ({
        ...{ number: 100 + i, when: first.when, says: `Message, by mail, from ${sender}`, quotes: `offer ${i} ends` },
        ...{ knowing: "record", who: "nobody-can-say", exhibits: ["NK/8"], sender },
      }));
  const few = { ...sampleBundle, chronology: [...sampleBundle.chronology, ...mails(20)] };
  expect(saidBy(few)).toContain("offer 77 ends");
  expect(saidBy(few)).not.toContain("Senders of whom nobody can say");
  const all = mails(300);
  const named = all[5] ?? first;
  const [condition, ...conditions] = sampleBundle.conditions;
  if (condition === undefined) throw new Error("the sample has conditions");
  const source: BundleSource = {
    ...sampleBundle,
    chronology: [...sampleBundle.chronology, ...all],
    conditions: [{ ...condition, evidence: [String(named.number)] }, ...conditions],
  };
  const { paper, close } = bundleOf(source);
  const text = allOf(paper);
  // What a condition names keeps its line; of the others none has one.
  expect(text.match(/offer \d+ ends/g)).toEqual(["offer 5 ends"]);
  expect(text).toContain(
    "637 acts of them, of 300 senders of whom nobody can say whose they are, have no line: part 8 lists those senders.",
  );
  const [brief, whole] = tablesOf(paper).filter(({ columns }) => columns.some((one) => one.head === "Sender"));
  expect(brief?.rows).toHaveLength(12);
  expect(rowsOf(brief ?? expect.fail("no table"))[0]).toBe("NK/8 | shop-7@example.com, by mail | 40 | 28 April 2026");
  expect(text).toContain("The other 288 senders have 575 acts.");
  const counted = (whole?.rows ?? []).map(({ cells }) => Number(plainWords(cells[1] ?? "")));
  expect([counted.length, counted.reduce((sum, one) => sum + one, 0)]).toEqual([300, 637]);
  expect(close).toContainEqual(expect.stringContaining("637 acts of 300 senders"));
});

test("the first page counts what is in no line: what whoever reported sent, and what third people did", () => {
  const counted = (notListed: BundleSource["notListed"]): string => saidBy({ ...sampleBundle, ...(notListed && { notListed }) });
  expect(counted({ own: 279, others: 12 })).toContain(
    "stands in part 4. Not listed: 279 acts that whoever reported sent or did, and 12 of other people.",
  );
  for (const none of [undefined, { own: 0, others: 0 }]) expect(counted(none)).not.toContain("Not listed:");
});

test("beside a line stands whose certainty it is that the defendant did it, by name where the order protects them", () => {
  const [line] = sampleBundle.chronology;
  if (line === undefined) throw new Error("no line");
  const said = (more: Partial<typeof line>, template = sampleBundle.template): string =>
    rowsOf(tableWith({ ...sampleBundle, template, facts: [], chronology: [{ ...line, ...more }] }, "By defendant?"))[0]
      ?.split(" | ")
      .at(-1) ?? "";
  expect(said({ who: "sure", surer: "Nadia Khan" })).toBe("Nadia Khan: sure");
  expect(said({ who: "thinks-so" })).toBe("reporter: thinks so");
  expect(said({ who: "record-shows", surer: "Nadia Khan" })).toBe("as the record shows");
  expect(said({ who: "file-names" })).toBe("as the file names");
  const own = { ...sampleBundle.template, words: { "who-sure": "certain of it" } };
  expect(said({ who: "sure", surer: "Nadia Khan" }, own)).toBe("Nadia Khan: certain of it");
});

test("each of the three criteria has what speaks against it in the letters of the text, and its absence is as large", () => {
  const against = (source: BundleSource): readonly string[] =>
    bundleOf(source).paper.blocks.flatMap((one) =>
      one.block === "text" && one.look === "body" && plainWords(one.words).startsWith("Against.") ? [plainWords(one.words)] : [],
    );
  expect(against(sampleBundle)).toHaveLength(3);
  expect(against({ ...sampleBundle, criteria: [] })).toEqual(
    Array.from({ length: 3 }, () => "Against. Not written yet: a draft without it cannot be sent on."),
  );
});

test("a condition has its words, necessity, evidence by its way of knowing and how long; the interim ones say so in the margin", () => {
  const rows = rowsOf(tableWith(sampleBundle, "Necessary, because"));
  expect(rows).toHaveLength(7);
  expect(rows[1]).toBe(
    "interim too | 2 | Prohibition\nNot to be in or at Ashford station on any weekday between 06:30 and 09:00.\nAt: Mon to Fri 06:30–09:00. | Followed from there, 11 June; “i know which train you get”, 20 September. The hours are hers; the rest is left free. | NK/2, act 5 account\nNK/4 record | order",
  );
  expect(rows[5]).toMatch(/^ \| 6 \| Requirement\n/);
});

test("s2(2): a condition without necessity or with evidence that nobody lists says so", () => {
  const rows = rowsOf(
    tableWith(
      {
        ...sampleBundle,
        conditions: [{ condition: 8, type: "prohibition", says: "Not to call.", evidence: ["NK/99"], interimToo: false, necessity: " " }],
      },
      "Necessary, because",
    ),
  );
  expect(rows).toEqual([
    " | 8 | Prohibition\nNot to call. | Not written yet: a condition without it cannot be sent on. | NK/99: not listed here | order",
  ]);
});

test("where no line of the facts is chosen their head counts none", () => {
  const heads = bundleOf({ ...sampleBundle, facts: [] }).paper.blocks.flatMap((one) => (one.block === "heading" ? [one.says] : []));
  expect(heads).toContain("The facts");
  expect(heads.join()).not.toContain("no lines");
});

test("s11: order and service sheet warn of not giving a notice as well as of breaking the order", () => {
  const warns = saidBy(sampleBundle).split("Not giving one of these notices in time without reasonable excuse");
  expect(warns).toHaveLength(3);
  expect(warns[1]).toContain("can be an offence: s11.");
  const { failing: _, ...sections } = sampleBundle.law.sections;
  expect(saidBy({ ...sampleBundle, law: { ...sampleBundle.law, sections } })).toContain(
    "What follows from not giving a notice is not known here",
  );
});

test("s2(3): the paper asks in the words in which it was asked", () => {
  for (const prompt of orderPrompts) expect(standingWords[`prompt-${prompt}`]).toBe(asksInTheWay(prompt));
});

test("s2(3): what nobody asked is not asked yet, and no answer is taken for one", () => {
  const rows = rowsOf(
    tableWith({ ...sampleBundle, prompts: [{ prompt: "work", answer: "not-known" }] }, "Answer, and what was done about it"),
  );
  expect(rows).toEqual([
    " | Does a condition get in the way of religious beliefs? | Not asked yet. | ",
    " | Does a condition get in the way of times of work? | Not known. | ",
    " | Does a condition get in the way of times of education? | Not asked yet. | ",
  ]);
});

test.each([
  ["2008-10-15", "18 or over on 15 October 2026: not a youth court, s14(1)."],
  ["2008-10-16", "Under 18 on 15 October 2026: youth court, s14(1)."],
  ["2008-02-29", "18 or over on 15 October 2026"],
])("s14(1): born on %s the paper says %s", (day, says) => {
  expect(saidBy({ ...sampleBundle, subject: { ...sampleBundle.subject, born: { day, knowing: "record" } } })).toContain(says);
});

test("s14(1): the age is that of the day of lodging, and without a date of birth no court follows from it", () => {
  const { born, ...unborn } = sampleBundle.subject;
  expect(saidBy({ ...sampleBundle, subject: unborn })).toContain("Which court, s14(1), follows from the age: not known.");
  const lodged = { ...unborn, ...(born && { born: { ...born, day: "2008-10-16" } }), lodging: "2026-10-16" };
  expect(saidBy({ ...sampleBundle, subject: lodged })).toContain("18 or over on 16 October 2026");
});

test("a report about somebody else, and one that names nobody, are named to be looked at by their numbers", () => {
  const sides = [
    { report: "R-43", side: "another" },
    { report: "R-44", side: "unnamed" },
  ] as const;
  expect(bundleOf({ ...sampleBundle, sides }).close.slice(0, 2)).toEqual([
    "Report R-43 names another person than the defendant: its acts stand as “its report names another”.",
    "Report R-44 names nobody on its other side: whether its acts are the defendant’s is to be looked at.",
  ]);
});

test("of an act whose report names another person it is said so, and never that nobody can say who", () => {
  const [first] = sampleBundle.chronology;
  if (first === undefined) throw new Error("the sample has lines");
  const theirs = Array.from({ length: 600 }, (_, i) => ({ ...first, number: 100 + i, who: "names-another" as const }));
  const said = saidBy({ ...sampleBundle, chronology: [...sampleBundle.chronology, ...theirs] });
  expect(said).toContain("of 3 nobody can say who.");
  expect(said).toContain("600 acts of them are of a report that names another person than the defendant.");
  expect(said.split("its report names another")).toHaveLength(601);
  expect(saidBy(sampleBundle)).not.toContain("names another person");
});

test("s2(6)–(7): the paper says that none is there of the orders that its maker may see alone, and who completes it, with others as without", () => {
  const open = "Here stand only orders that are open to whoever made this paper. Whoever authorises it is held against every order";
  for (const others of [sampleBundle.others, []]) {
    const text = saidBy({ ...sampleBundle, others, namesakes: [] });
    expect(text.split(open)).toHaveLength(2);
    expect(text.includes("No live order against the defendant is open to whoever made this paper.")).toBe(others.length === 0);
    expect(text).not.toMatch(/order[^.]*known to us/);
  }
});

test("s2(6)–(7): pairs that were not compared are told beside those that fit", () => {
  const [other] = sampleBundle.others;
  if (!other) throw new Error("no order");
  const others = [
    { ...other, pairs: { fits: 18, conflict: 1, toRead: 1, notCompared: 1 }, settled: [{ mine: 2, theirs: 1, says: "asked Westmere" }] },
  ];
  const text = saidBy({ ...sampleBundle, others });
  expect(text).toContain(
    "21 pairs of conditions read in place, time, device and contact: 18 fit, 1 in conflict, 1 still to be read by a person, 1 not compared.",
  );
  expect(text).toContain("asked Westmere");
});

test("s6: the draft order states the day made, the period, each condition, the locality and periods of a condition’s own", () => {
  const [first, ...others] = sampleBundle.conditions;
  if (!first) throw new Error("no condition");
  const text = saidBy({ ...sampleBundle, conditions: [{ ...first, locality: "Northmere", own: { until: null } }, ...others] });
  const [, order = ""] = text.split("\n6 Draft order\n");
  for (const says of [
    "Made on",
    "Fixed: 3 years. The last day is 26 October 2029",
    "Not to enter the area edged on map M-1.",
    "condition 1 only in Northmere",
    "condition 1, until further order",
    "To attend an assessment",
  ])
    expect(order).toContain(says);
  expect(order).toContain("Until 31 January 2027 or until the application is determined, whichever is first, s5: conditions 1 to 5 above");
});

test("s5: an interim order without a last day is said to need one", () => {
  expect(saidBy({ ...sampleBundle, interim: { until: null } })).toContain("Its last day is not written yet, and it has to be fixed, s5.");
  // Whoever has told under the interim order is not told by the next one to tell again, s9(1).
  const unless = "If this is an interim order, or an order that replaces no interim order: within 3 days";
  expect(saidBy({ ...sampleBundle, interim: { until: null } }).split(unless)).toHaveLength(3);
  expect(saidBy({ ...sampleBundle, interim: null })).not.toContain(unless);
});

test("where she lives, sleeps and is reached is on no page, whoever wrote it and however it is spelled", () => {
  const spellings = [
    "12 Mill Lane, Northmere",
    "12 MILL LANE",
    "12 Mill  Lane",
    "mill-lane flat",
    "07700900412",
    "+44 7700 900 412",
    "NADIA.K@example.org",
    "Rose Cottage, 3 Fallow Street",
  ];
  const place = fc.constantFrom("prose", "quote", "necessity", "against", "condition", "home", "exhibit", "summary", "prompt");
  fc.assert(
    fc.property(fc.constantFrom(...spellings), place, fc.constantFrom("", "at ", "i know: ", "\n", "سلام "), (spelling, where, before) => {
      const words = `${before}${spelling} now`;
      const { paper, covered } = bundleOf({ ...short, ...withWords(where, words) });
      const text = allOf(paper)
        .toLowerCase()
        .replace(/[\s\-.,]/g, "");
      for (const canary of ["milllane", "07700900412", "7700900412", "nadiak@", "fallowstreet", "rosecottage"])
        expect(text).not.toContain(canary);
      expect(covered).toBeGreaterThan(0);
    }),
    { seed: 9, numRuns: 60 },
  );
  expect(saidBy({ ...sampleBundle, withheld: [] })).toContain("12 mill lane");
});

test.each([
  ...[
    "he rang 0044 (0)7700-900-412",
    "he rang ٠٧٧٠٠٩٠٠٤١٢",
    "12 Mill Ln",
    "twelve Mill Lane",
    "nadia dot k at example dot org",
    "3 Fallow St",
  ],
  ...["he rang 900412", "Mill Lane", "14B Mill Lane", "Mil Lane", "M\u200bill\u200b Lane 9", "O77OO 9OO412", "Fallow St"],
])("%j is covered or named to be looked at, wherever in the paper it stands", (words) => {
  for (const where of ["prose", "quote", "necessity", "against", "condition", "home", "exhibit", "summary", "prompt"]) {
    const { covered, close } = bundleOf({ ...short, ...withWords(where, words) });
    expect([where, covered > 0 || close.length > 0]).toEqual([where, true]);
  }
});

/** A source with little in it, whose words are looked through often. */
const short: BundleSource = {
  ...sampleBundle,
  facts: [],
  criteria: [],
  conditions: [],
  prompts: [],
  chronology: sampleBundle.chronology.slice(0, 2),
  exhibits: [],
};

function withWords(where: string, words: string): Partial<BundleSource> {
  const [line, condition, exhibit, criterion] = [
    sampleBundle.chronology[0],
    sampleBundle.conditions[0],
    sampleBundle.exhibits[0],
    sampleBundle.criteria[0],
  ];
  if (!line || !condition || !exhibit || !criterion) throw new Error("the sample is broken");
  switch (where) {
    case "prose":
      return { chronology: [{ ...line, says: words }, ...sampleBundle.chronology.slice(1)] };
    case "quote":
      return { chronology: [{ ...line, quotes: words }, ...sampleBundle.chronology.slice(1)] };
    case "necessity":
      return { conditions: [{ ...condition, necessity: words }] };
    case "condition":
      return { conditions: [{ ...condition, says: words, places: [{ says: words, map: words }] }] };
    case "against":
      return { criteria: [{ ...criterion, against: words }] };
    case "home":
      return { subject: { ...sampleBundle.subject, home: { says: words, knowing: "record" } } };
    case "exhibit":
      return { exhibits: [{ ...exhibit, what: words }] };
    case "summary":
      return { summary: words };
    default:
      return { prompts: [{ prompt: "work", answer: "yes", ground: { says: words, knowing: "account" } }] };
  }
}

test("a text that reads like her address in other letters is named, because nothing covers it", () => {
  const [line] = sampleBundle.chronology;
  if (!line) throw new Error("no act");
  const { close } = bundleOf({
    ...sampleBundle,
    chronology: [{ ...line, quotes: "1 2 M.i.l.l L.a.n.e" }],
  });
  expect(close.join()).toContain("1 2 M.i.l.l");
  expect(bundleOf(sampleBundle).close).toEqual([]);
});

test("no sentence says that an offence was committed, labels a person or gives a likelihood, in any state of a draft", () => {
  const { period, returned, summary, otherSearch, notAskedFor, ...bare } = sampleBundle;
  const empty: BundleSource = {
    ...bare,
    court: null,
    link: null,
    protects: [],
    facts: [],
    criteria: [],
    conditions: [],
    interim: null,
    prompts: [],
    others: [],
    namesakes: [],
    chronology: [],
    attempts: [],
    exhibits: [],
  };
  const authorised = { by: "Insp. A. Hale", day: "2026-10-16", delegation: "scheme of 1 May 2026, row 4" };
  expect([period, returned, summary, otherSearch, notAskedFor]).not.toContain(undefined);
  for (const source of [sampleBundle, empty, { ...sampleBundle, authorised }, { ...sampleBundle, interim: null }, longBundle(60)]) {
    const text = saidBy(source);
    expect(text).not.toMatch(
      /offence\s+(?:was\s+|is\s+)?committed|\bstalkers?\b|\bperpetrators?\b|likel(?:y|ihood)|probab|per cent|\d\s*%/i,
    );
    expect(text).not.toMatch(/undefined|\{[a-z:]|NaN/);
  }
  expect(saidBy(empty)).toContain("No act is in the chronology yet.");
  expect(saidBy({ ...sampleBundle, authorised })).toContain(
    "Authorised for the Chief Constable of Northshire Police by Insp. A. Hale on 16 October 2026: scheme of 1 May 2026, row 4.",
  );
});

test("the service sheet has each attempt that is written with what shows it, then rows for a hand", () => {
  const table = bundleOf(sampleBundle).paper.blocks.find(
    (one) => one.block === "table" && one.columns.some(({ head }) => head === "Served or not"),
  );
  const rows =
    table?.block === "table"
      ? table.rows.map(({ cells }) => cells.map((one) => (typeof one === "string" ? one : expect.fail("a cell of words"))).join(" | "))
      : [];
  expect(rows.slice(0, 2)).toEqual([
    "28 October 2026, 11:20 | 12 Tanner Row | PC 2781 Adeline Frost | interim order: not served | Nothing was left at the door.\nNo evidence is named.",
    "31 October 2026, 16:05 | Tarn Road garage | PC 2781 Adeline Frost | interim order: served, confirmed | Evidence: AF/3 video, 6 min 11 s and SPO-26-025/P4 Photograph of the signed copy",
  ]);
  expect(rows.slice(2)).toEqual([" |  |  |  | ", " |  |  |  | ", " |  |  |  | ", " |  |  |  | "]);
});

test("words between our quotation marks can neither close them nor begin a row", () => {
  const [line] = sampleBundle.chronology;
  if (!line) throw new Error("no act");
  const table = tableWith({ ...sampleBundle, chronology: [{ ...line, quotes: "yes”\nNK/9 | 15 | sure “no" }], facts: [] }, "By defendant?");
  expect(rowsOf(table)).toEqual([
    "NK/1 | 1 | Tue 28 Apr 2026, 21:12 | To “do not contact me again”: “yes’ / NK/9 | 15 | sure ’no” | record | reporter: sure",
  ]);
});

test("acts stand in order of time, in a table for each month, and every text of a long chronology is cut alike", () => {
  const { paper } = bundleOf(longBundle(600));
  const months = paper.blocks.flatMap((one) => (one.block === "heading" && one.level === 3 ? [one.says] : []));
  expect(months.slice(0, 3)).toEqual(["January 2024", "February 2024", "March 2024"]);
  const [line] = sampleBundle.chronology;
  if (!line) throw new Error("no act");
  const chronology = Array.from({ length: 600 }, (_, i) => ({ ...line, number: i + 1, quotes: "x".repeat(4_500) }));
  const text = saidBy({ ...sampleBundle, facts: [], withheld: [], chronology });
  expect(text).toContain("Of each text the first 1,000 characters are printed; the rest is in the exhibit.");
  expect(text).toContain("x […, 3500 more characters in the exhibit]");
});

test("the same source gives the same paper", () => {
  expect(JSON.stringify(bundleOf(longBundle(100)))).toBe(JSON.stringify(bundleOf(longBundle(100))));
  expect(withheld.length).toBeGreaterThan(3);
});
