import { instantFromIso, parseZone, wordsOfPaper } from "@unmask/core";
import { expect, test } from "vitest";
import {
  type Step,
  condition,
  criterion,
  drafted,
  fullMade,
  go,
  interimMade,
  link,
  lodgedOne,
  never,
  nothing,
  okell,
  parry,
  protects,
  serves,
  confirmsService,
  frost,
  subject,
  written,
  writes,
} from "../../../../fixtures/order-story.ts";
import { sampleAcknowledgement } from "../../../../test/report/sample-papers.ts";
import { paperLawOf } from "../../../law/src/paper-law.ts";
import { registerLawOf } from "../../../law/src/register-law.ts";
import type { UnnumberedLine } from "../order/chronology.ts";
import { acknowledgementSourceOf } from "./acknowledgement-of-attendance.ts";
import { acknowledgementOf } from "./acknowledgement-sheet.ts";
import { type BesideDraft, bundleSourceOf } from "./bundle-of-order.ts";
import { bundleOf } from "./draft-bundle.ts";
import { shippedTemplate } from "./paper-template.ts";

const zone = parseZone("Europe/London") ?? never();
const at = (iso: string) => instantFromIso(`${iso}:00.000Z`) ?? never();
const act = (iso: string, says: string, more: Partial<UnnumberedLine> = {}): UnnumberedLine => ({
  when: { earliest: at(iso), latest: at(iso) },
  says,
  knowing: "record",
  who: "sure",
  exhibits: ["NK/3"],
  ...more,
});
const acts = [
  act("2026-09-29T21:40", "Message", { quotes: "If I cannot have you nobody will." }),
  act("2026-05-03T18:30", "Sat in his van opposite 12 Mill Lane", { knowing: "account", exhibits: [] }),
];
const beside: BesideDraft = {
  zone,
  law: paperLawOf("EW"),
  template: shippedTemplate,
  nameOf: (id) => (id === parry ? "Dilys Parry" : id === okell ? "Supt Marian Okell" : id),
  roleOf: (id) => (id === parry ? "SPO coordinator" : ""),
  acts,
  facts: [{ day: "2026-08-30", at: "23:50", says: "Log 0058, Northshire: back door tried", knowing: "record", exhibits: [] }],
  others: [],
  namesakes: [],
  exhibits: [{ number: "NK/3", what: "Messages", knowing: "record", sha256: "ab".repeat(32) }],
  withheld: [["12 Mill Lane, Northmere"]],
  today: "2026-12-02",
};
const textOf = (state = drafted(), more: Partial<BesideDraft> = {}): string =>
  wordsOfPaper(bundleOf(bundleSourceOf(state, { ...beside, ...more })).paper).join("\n");

test("the paper says what the draft says, who wrote it last and when, and has the case's acts, logs and orders in one chronology", () => {
  const source = bundleSourceOf(drafted(), beside);
  expect(source.chronology.map(({ number, says }) => [number, says])).toEqual([
    [1, "Sat in his van opposite 12 Mill Lane"],
    [2, "Log 0058, Northshire: back door tried"],
    [3, "Message"],
  ]);
  expect(source).toMatchObject({
    order: "SPO-26-025",
    court: null,
    writer: { name: "Dilys Parry", role: "SPO coordinator" },
    subject: { name: subject.name, born: { day: subject.born.day, knowing: "record" } },
    period: { made: "2026-12-01" },
  });
  const text = textOf();
  for (const said of [
    "Not to contact Nadia Khan by any means.",
    "Two of them answer one of hers.",
    "He wrote again two days after he was warned.",
  ])
    expect(text).toContain(said);
  expect(text).toMatch(/Written by Dilys Parry, SPO coordinator/);
  expect(bundleSourceOf(drafted(), { ...beside, acts: acts.toReversed() })).toEqual(source);
});

test("where she lives is covered in an act of the case too, and the paper says in how many places", () => {
  const { paper, covered } = bundleOf(bundleSourceOf(drafted(), beside));
  const text = wordsOfPaper(paper).join("\n");
  expect(text).not.toMatch(/Mill\s+Lane/);
  expect(covered).toBeGreaterThan(0);
});

test("the first page has what a criterion rests on by its day or its exhibit, ten lines at most, and none where none is named", () => {
  expect(bundleSourceOf(drafted(), beside).facts).toEqual([]);
  const carried = criterion("a");
  if (carried.kind !== "criterion-written") return never();
  const names: Step = [
    "2026-10-09",
    parry,
    { ...carried, body: { ...carried.body, carries: [{ says: "He sat there.", knowing: "account", day: "2026-05-03" }] } },
  ];
  expect(bundleSourceOf(written(["2026-10-05", parry, link], names), beside).facts).toEqual([1]);
  const many = Array.from({ length: 30 }, (_, i) => act(`2026-05-03T10:${String(i + 10)}`, `Call ${i}`));
  expect(bundleSourceOf(written(names), { ...beside, acts: many }).facts).toHaveLength(10);
});

test("what came back says why, which version it was, and what was written since", () => {
  const returned: Step = ["2026-10-13", okell, { kind: "draft-returned", body: { reason: "Condition 4 has no necessity." } }];
  const sent: Step = ["2026-10-12", parry, { kind: "sent-to-second", body: {} }];
  const again: Step = ["2026-10-14", parry, writes(condition(1, { necessity: "He came to the door, 30 August." }))];
  const more: Step = ["2026-10-14", parry, protects("farah", "Farah Khan", false)];
  const state = written(sent, returned, again, more);
  expect(bundleSourceOf(state, beside)).toMatchObject({
    draft: { version: 2 },
    returned: { day: "2026-10-13", version: 1, reason: "Condition 4 has no necessity.", changed: "condition 1, part 3; whom it protects" },
  });
});

const westmere = (until: string | null): Step => [
  "2026-10-06",
  parry,
  {
    kind: "order-typed",
    body: {
      jurisdiction: "EW",
      theirs: "WM-25-014",
      force: "Westmere",
      court: "Westmere Magistrates’ Court",
      subject,
      order: "full",
      made: "2025-06-03",
      period: { until },
      conditions: [condition(1), condition(2, { says: "Not to enter Ashford.", places: [{ says: "Ashford" }] })],
      protects: ["Ada Marsh"],
    },
  },
];
test("s2(6): a live order of another force stands with each pair of conditions as it was compared, and one that is over does not", () => {
  const [other] = bundleSourceOf(drafted(), { ...beside, others: [written(westmere(null))] }).others;
  expect(other).toMatchObject({ order: "WM-25-014", conditions: 2, from: "typed in without a copy by Dilys Parry on 6 Oct 2026" });
  const pairs = other?.pairs ?? never();
  expect(pairs.fits + pairs.conflict + pairs.toRead + pairs.notCompared).toBe(2 * drafted().draft.conditions.length);
  expect(bundleSourceOf(drafted(), { ...beside, others: [written(westmere("2026-06-03"))] }).others).toEqual([]);
});

test("s2(6): a live order against one of this name with another birthday is said to be looked at, and the paper says no more that none is known", () => {
  const none = "No live order against the defendant is open to whoever made this paper.";
  expect(textOf()).toContain(none);
  const namesakes = [written(westmere(null))];
  const text = textOf(drafted(), { namesakes });
  expect(text).not.toContain(none);
  expect(text.split("WM-25-014, Westmere, made 3 June 2025: against one of this name, with another birthday.")).toHaveLength(3);
  expect(bundleSourceOf(drafted(), { ...beside, namesakes }).others).toEqual([]);
  expect(textOf(drafted(), { namesakes: [written(westmere("2026-06-03"))] })).toContain(none);
});

test("nothing is filled in: an application that was only begun has its paper, and says of each part that it is not written", () => {
  const text = textOf(nothing());
  for (const said of ["No court is chosen yet.", "Nobody is named yet.", "No line of the chronology is chosen yet."])
    expect(text).toContain(said);
});

test("a paper of Northern Ireland names that Act, and says of every place that no source states that it is not known", () => {
  const text = textOf(drafted(), { law: paperLawOf("NI") });
  expect(text).toContain("Protection from Stalking Act (Northern Ireland) 2022");
  expect(text).toContain("section not known here");
  expect(text).not.toContain("Stalking Protection Act 2019");
  expect(text).toContain("text as at a day that is not known here");
});

test("of Northern Ireland no paper says as law what stands in no row: changes, coming, breach, other registers and the end of an interim", () => {
  const law = paperLawOf("NI");
  const wanted: Step = [
    "2026-10-09",
    parry,
    { kind: "interim-wanted", body: { wanted: true, until: "2027-01-31", reason: "He comes at night." } },
  ];
  const text = textOf(drafted(), { law }) + textOf(written(wanted), { law });
  for (const never of [
    "area where you live",
    "being day 1: section",
    "until this application is determined",
    "s8(6)",
    "While you are on the sex offender",
  ])
    expect([never, text.includes(never)]).toEqual([never, false]);
  for (const said of ["ask your solicitor", "a violent offences prevention order or for trafficking", "31 January 2027, s11"])
    expect(text).toContain(said);
  const inNi = wordsOfPaper(acknowledgementOf({ ...sampleAcknowledgement, law }).paper).join("\n");
  for (const never of ["You may come before you move", "can be an offence", "Given under", "within 3 days"])
    expect([never, inNi.includes(never)]).toEqual([never, false]);
  expect(inNi).toContain("Another name, or another home.");
});

test("s10(4): the acknowledgement has what was told and for which order, whether it came in time, and names nobody who is protected", () => {
  const register = registerLawOf("EW") ?? never();
  const served = go(lodgedOne(), [interimMade(), ["2026-10-31", frost, serves("interim", "2026-10-31")]]);
  const confirmed = go(served, [["2026-10-31", okell, confirmsService(served.number)]]);
  const came = (day: string, inPerson = true): Step => [
    day,
    frost,
    {
      kind: "attended",
      body: {
        day,
        at: "17:52",
        station: "Tarn Road",
        area: "local",
        inPerson,
        toWhom: "PC 3310 Ruth Amadi",
        names: ["Gary Slade", "Nadia Khan’s man"],
        allNames: "yes",
        address: "41 Tanyard Close",
        identity: inPerson ? "photograph" : "not-asked",
      },
    },
  ];
  const sheetOf = (step: Step) => {
    const state = go(confirmed, [step]);
    const source = acknowledgementSourceOf(state, state.number, {
      made: at(`${step[0]}T18:01`),
      zone,
      law: paperLawOf("EW"),
      register,
      template: shippedTemplate,
      reached: [],
    });
    if (typeof source === "string") throw new Error(source);
    return source;
  };
  const inTime = sheetOf(came("2026-11-02"));
  expect(inTime).toMatchObject({
    receipts: [{ notice: "first", period: { within: true } }],
    served: { day: "2026-10-31", runs: true },
    order: { id: "SPO-26-025-I", which: "interim" },
  });
  const text = wordsOfPaper(acknowledgementOf(inTime).paper).join("\n");
  expect(text).toContain("41 Tanyard Close");
  expect(text).not.toContain("Nadia");
  expect(text).not.toContain("0418");
  expect(sheetOf(came("2026-11-05")).receipts).toEqual([{ notice: "first", period: { within: false, last: "2026-11-02" } }]);
  // A late notice elsewhere: what is not settled is said, and nothing of an offence stands on a paper that is handed to them.
  const [, parryHere, visit] = came("2026-11-05");
  const elsewhere = { ...visit, body: { ...visit.body, area: "elsewhere" } } as Step[2];
  expect(sheetOf(["2026-11-05", parryHere, elsewhere]).receipts).toEqual([
    {
      notice: "first",
      period: { unsettled: true },
    },
  ]);
  expect(sheetOf(came("2026-11-02", false)).receipts).toEqual([{ notice: "other", period: { unsettled: true } }]);
  const other = { made: at("2026-11-02T18:01"), zone, law: paperLawOf("EW"), register, template: shippedTemplate, reached: [] };
  expect(acknowledgementSourceOf(confirmed, 4, other)).toContain("Nobody came");
  // Nobody is prompted: that a name which is known was left out is for an officer, and nothing of it is on the paper that they take along.
  const ground = { says: "A letter", knowing: "record" } as const;
  const known = go(confirmed, [
    ["2026-11-01", parry, { kind: "name-used", body: { day: "2026-11-01", name: "Gaz Fell", ground } }],
    came("2026-11-02"),
  ]);
  const left = acknowledgementSourceOf(known, known.number, other);
  if (typeof left === "string") throw new Error(left);
  expect(left.receipts).toEqual([{ notice: "first", period: { unsettled: true } }]);
  const taken = wordsOfPaper(acknowledgementOf(left).paper).join("\n");
  expect(taken).toContain("whether it counts is for an officer to decide");
  expect(taken).not.toMatch(/left out|is known|Gaz Fell|\(entry /);
});

test("s9(1): of an order that replaced a served interim no first period is counted from its service, nor while another register holds", () => {
  const register = registerLawOf("EW") ?? never();
  const service = (state: ReturnType<typeof lodgedOne>, which: "interim" | "full", day: string) => {
    const tried = go(state, [[day, frost, serves(which, day)]]);
    return go(tried, [[day, okell, confirmsService(tried.number)]]);
  };
  const paperOf = (state: ReturnType<typeof lodgedOne>, day: string) => {
    const source = acknowledgementSourceOf(state, state.number, {
      made: at(`${day}T18:01`),
      zone,
      law: paperLawOf("EW"),
      register,
      template: shippedTemplate,
      reached: [],
    });
    return typeof source === "string" ? never() : wordsOfPaper(acknowledgementOf(source).paper).join("\n");
  };
  const interim = service(go(lodgedOne(), [interimMade("2026-10-27", "2027-01-31")]), "interim", "2026-10-28");
  const full = service(go(interim, [came("2026-10-29"), fullMade("2026-12-01")]), "full", "2026-12-02");
  const text = paperOf(go(full, [came("2026-12-21")]), "2026-12-21");
  expect(text).toContain("Wednesday 2 December 2026; no first period runs from that day");
  expect(text).not.toContain("so 3 days");
  const other: Step = [
    "2026-12-02",
    parry,
    {
      kind: "other-register",
      body: { register: "SOA 2003 Part 2", from: "2025-01-01", to: "2027-03-01", ground: { says: "x", knowing: "record" } },
    },
  ];
  const alone = service(go(lodgedOne(), [fullMade("2026-12-01")]), "full", "2026-12-02");
  expect(paperOf(go(alone, [came("2026-12-03")]), "2026-12-03")).toContain("so 3 days: 2 December");
  expect(paperOf(go(alone, [other, came("2026-12-03")]), "2026-12-03")).not.toContain("so 3 days");
});

/** Somebody who came in person, and what else was told. */
function came(day: string, more: { readonly names?: readonly string[]; readonly address?: string } = {}): Step {
  const told = {
    day,
    at: "10:00",
    station: "Tarn Road",
    area: "local",
    inPerson: true,
    toWhom: "PC 1",
    allNames: "yes",
    identity: "not-asked",
  } as const;
  return [day, frost, { kind: "attended", body: { ...told, names: ["Gary Slade"], address: "1 Tarn Road", ...more } }];
}

test("s10(4): a paper of an attendance has the names of that day, whatever the order calls the person later", () => {
  const register = registerLawOf("EW") ?? never();
  const before = go(lodgedOne(), [fullMade("2026-12-01"), came("2026-12-03", { names: ["Gareth Slade"] })]);
  const after = go(before, [
    ["2026-12-10", parry, { kind: "subject-changed", body: { subject: { ...subject, name: "Gareth J Slade" }, reason: "true name" } }],
  ]);
  const rest = { made: at("2026-12-11T10:00"), zone, law: paperLawOf("EW"), register, template: shippedTemplate, reached: [] };
  const source = acknowledgementSourceOf(after, before.number, rest);
  expect(source).toEqual(acknowledgementSourceOf(before, before.number, rest));
  expect(typeof source === "string" ? "" : wordsOfPaper(acknowledgementOf(source).paper).join("\n")).not.toContain("Gareth J");
});

test("s9(3), s9(4): one visit that tells of a name and of a home is acknowledged as both, and one that tells of neither as neither", () => {
  const register = registerLawOf("EW") ?? never();
  const ground = { says: "x", knowing: "record" } as const;
  const tried = go(lodgedOne(), [fullMade("2026-12-01"), ["2026-12-02", frost, serves("full", "2026-12-02")]]);
  const served = go(tried, [["2026-12-02", okell, confirmsService(tried.number)], came("2026-12-03")]);
  const moved: Step = ["2027-01-10", parry, { kind: "address-changed", body: { day: "2027-01-10", address: "3 Fell Lane", ground } }];
  const called: Step = ["2027-01-10", parry, { kind: "name-used", body: { name: "Gaz Fell", day: "2027-01-07", ground } }];
  const receiptsOf = (state: typeof served, day: string) => {
    const source = acknowledgementSourceOf(state, state.number, {
      made: at(`${day}T18:01`),
      zone,
      law: paperLawOf("EW"),
      register,
      template: shippedTemplate,
      reached: [],
    });
    return typeof source === "string" ? never() : source.receipts;
  };
  const both = go(served, [moved, called, came("2027-01-11", { address: "3 Fell Lane", names: ["Gary Slade", "Gaz Fell"] })]);
  expect(receiptsOf(both, "2027-01-12")).toHaveLength(2);
  expect(receiptsOf(both, "2027-01-12")).toEqual(
    expect.arrayContaining([
      { notice: "home", period: { within: true } },
      { notice: "name", period: { within: false, last: "2027-01-09" } },
    ]),
  );
  const elsewhere: Step = ["2027-02-01", parry, { kind: "address-changed", body: { day: "2027-02-01", ground } }];
  const undecided = go(served, [elsewhere, came("2027-02-02", { address: "9 Dock Road" }), came("2027-03-01", { address: "9 Dock Road" })]);
  expect(receiptsOf(undecided, "2027-03-01")).toEqual([{ notice: "other", period: { unsettled: true } }]);
});

test("s14: whoever has no home in England and Wales is told to which station to go, and of Northern Ireland nothing is said of it", () => {
  const said = "court that last made the order";
  const sheetBy = (law: BesideDraft["law"]) => wordsOfPaper(acknowledgementOf({ ...sampleAcknowledgement, law }).paper).join("\n");
  const papersBy = (law: BesideDraft["law"]) => [textOf(drafted(), { law }), sheetBy(law)].map((text) => text.includes(said));
  expect([papersBy(paperLawOf("EW")), papersBy(paperLawOf("NI"))]).toEqual([
    [true, true],
    [false, false],
  ]);
});
