import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Instant, epoch, instantFromIso, later, parseSha256 } from "@unmask/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideCase } from "../decide/decide-case.ts";
import type { TakenOut } from "../event/of-disclosure.ts";
import { type CaseEvent, type Intent, parseEvent } from "../event.ts";
import { foldCase } from "../fold/case-state.ts";
import { foldOrder } from "../fold/order-state.ts";
import { isAgreed, isScheduleAgreed, markOf } from "../fold/disclosures.ts";
import { type ContactDetail, contactDetails, coverLines, createContactFinder } from "./contact-inside.ts";
import { cutLines } from "./cut-copy.ts";
import { heldEntries } from "./held-things.ts";
import { bundledStates, reliedOn } from "./relied-on.ts";
import { type Step, condition, criterion, eventsOf, lawOf, parry, writes } from "../../../../fixtures/order-story.ts";
import { exhibitsOfFacts } from "../bundle/bundle-of-order.ts";

const vectors = JSON.parse(readFileSync(join(import.meta.dirname, "../../../../docs/formats/vectors/disclosure.json"), "utf8")) as {
  readonly cuts: readonly { why: string; lines: string[]; taken: TakenOut[]; copy: string[] }[];
  readonly refused: readonly { why: string; lines: string[]; taken: TakenOut[]; cannot: string }[];
  readonly contact: readonly { why: string; detail: string; text: string; shows: string }[];
};

const at = (iso: string): Instant => instantFromIso(iso) ?? epoch;
const now = at("2026-11-23T11:05:00.000Z");
const hash = parseSha256("ab".repeat(32)) ?? neverHappens();
function neverHappens(): never {
  throw new Error("no hash");
}
const address = "14 Mill Lane";

describe("a copy with spans taken out", () => {
  test.each(vectors.cuts.map((one) => [one.why, one] as const))("%s", (_, { lines, taken, copy }) => {
    expect(cutLines(lines, taken)).toEqual({ lines: copy });
  });
  test.each(vectors.refused.map((one) => [one.why, one] as const))("%s is refused", (_, { lines, taken, cannot }) => {
    expect(cutLines(lines, taken)).toEqual({ cannot });
  });
  test("nothing of a span is left, and everything around it is, whatever the text holds", () => {
    const line = fc.string({ unit: "binary", maxLength: 40 }).map((one) => one.replaceAll(/[\r\n]/g, "x"));
    fc.assert(
      fc.property(line, fc.nat(40), fc.integer({ min: 1, max: 40 }), (whole, from, length) => {
        const signs = [...whole];
        const copy = cutLines([whole], [{ line: 1, at: from, length, what: "name", why: "w" }]);
        if (from + length > signs.length) expect(copy).toHaveProperty("cannot");
        else
          expect(copy).toEqual({
            lines: [
              `${signs.slice(0, from).join("")}[taken out: name, ${length} ${length === 1 ? "sign" : "signs"}]${signs.slice(from + length).join("")}`,
            ],
          });
      }),
      { seed: 29, numRuns: 60 },
    );
  });
});

describe("how somebody is reached, inside other words", () => {
  test.each(vectors.contact.map((one) => [one.why, one] as const))("%s", (_, { detail, text, shows }) => {
    expect(createContactFinder(contactDetails([letter({ address: detail })])).cover(text)).toBe(shows);
  });
  test("every contact field is looked for, and the name of a field never", () => {
    const contact = {
      ...{
        channel: "call",
        way: "through my sister Ida",
        address,
        hours: "weekdays after four",
        voicemail: "never any at all",
        codeWord: "library",
      },
      said: [{ label: "Where I sleep", says: "at Meadow House" }],
    } as const;
    const details = contactDetails([letter(contact)]);
    const text = `${address}; library; AT MEADOW HOUSE; weekdays after four; never any at all; through my sister ida; Where I sleep; call`;
    expect(createContactFinder(details).cover(text)).toBe(
      "[not shown: address, 12 signs]; [not shown: code word, 7 signs]; [not shown: said of reaching them, 15 signs]; " +
        "[not shown: hours, 19 signs]; [not shown: voicemail, 16 signs]; [not shown: way of reaching, 21 signs]; Where I sleep; call",
    );
  });
  test("a label that holds how somebody is reached names no field, and is looked for as what stands behind it", () => {
    const details = contactDetails([
      letter({ way: "Elm House", said: [{ label: "text 07700 900777, ask Mo", says: "plain words here" }] }),
    ]);
    expect(createContactFinder(details).cover("Plain words here, or on 07700900777.")).toBe(
      "[not shown: said of reaching them, 16 signs], or on [not shown: said of reaching them, 11 signs].",
    );
  });
  test("of several that were typed into one field each is found by itself", () => {
    const details = contactDetails([letter({ address: "07700 900215 or ada@example.org; 14 Mill Lane" })]);
    expect(createContactFinder(details).cover("He rang +447700900215, came to 14 Mill Lane and wrote to Ada@Example.org.")).toBe(
      "He rang [not shown: address, 13 signs], came to [not shown: address, 12 signs] and wrote to [not shown: address, 15 signs].",
    );
  });
  test("a detail is found wherever it stands and however it is dressed", () => {
    const dress = fc.constantFrom("07700900215", "07700 900 215", "+447700900215", "(0)7700-900215", "0 7 7 0 0 9 0 0 2 1 5");
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), dress, fc.string({ maxLength: 30 }), (before, written, after) => {
        const finder = createContactFinder([{ field: "address", says: "07700 900215" }]);
        const shown = finder.cover(`${before} ${written} ${after}`);
        expect(shown.replaceAll(/\D/g, "")).not.toContain("700900215");
        expect(finder.firstIn(shown)).toBeUndefined();
      }),
      { seed: 31, numRuns: 150 },
    );
  });
});

describe("where somebody lives, in a text of many lines", () => {
  const finder = createContactFinder(contactDetails([letter({ address: "22 Otter Row, Sallow NS3 9QQ" })]));
  test.each([
    ["by its street alone", ["Seen at 22 Otter Row."], ["Seen at [not shown: address, 12 signs]."]],
    ["by its postcode alone", ["Near ns39qq."], ["Near [not shown: address, 6 signs]."]],
    [
      "from one line into the next",
      ["Seen at 22", "Otter Row.", "Then he went."],
      ["Seen at [not shown: address, 12 signs]", ".", "Then he went."],
    ],
    ["never by its town", ["He works in Sallow."], ["He works in Sallow."]],
  ])("is found %s", (_, lines, shown) => {
    expect(coverLines(finder, lines)).toEqual(shown);
  });
});

/** A letter of the report with this contact. */
function letter(contact: object): CaseEvent {
  return event({ of: "report", id: "R-2100" }, 1, "desk", {
    kind: "report-received",
    body: {
      letter: "0".repeat(32),
      who: { reporter: "self", about: "adult" },
      anonymous: false,
      danger: "no",
      packs: 0,
      account: "He came.",
      contact,
    },
  });
}

function event(stream: object, number: number, by: string, intent: object): CaseEvent {
  const read = parseEvent({
    ...{ version: 1, stream, number, happened: "2026-11-22T10:00:00.000Z", recorded: "2026-11-22T10:00:00.000Z", by },
    ...intent,
  });
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

const ofCase = { of: "case", id: "0418" } as const;
const begun: readonly CaseEvent[] = [
  event(ofCase, 1, "bell", { kind: "case-opened", body: { reports: ["R-2100"] } }),
  event(ofCase, 2, "bell", {
    kind: "fact-recorded",
    body: { says: `Caller at ${address}.\nMan seen from behind.`, source: "999 log 0061" },
  }),
  event(ofCase, 3, "bell", { kind: "account-recorded", body: { says: "She thinks it was him.", source: "statement" } }),
];

/** What officers write on it in turn, each held against what stands; the last that was refused is told by its rule. */
function written(...steps: readonly (readonly [by: string, intent: Intent])[]): Written {
  return writtenWhile(() => contactDetails([letter({ address })]), steps);
}

interface Written {
  readonly events: readonly CaseEvent[];
  readonly refused: string | null;
}

/** The same where how people are reached is told while it is written: `contact` is asked before each step. */
function writtenWhile(
  contact: (step: number) => readonly ContactDetail[],
  steps: readonly (readonly [by: string, intent: Intent])[],
): Written {
  let events = begun;
  for (const [i, [by, intent]] of steps.entries()) {
    const state = foldCase("0418", events);
    const held = heldEntries("case", events);
    const beside = { table: null, reports: [], disclosure: { held, contact: contact(i) } };
    const when = later(now, i * 1000);
    const done = decideCase({ ...intent, stream: ofCase, saw: state.number, by, happened: when }, state, beside, when);
    if (!done.done) return { events, refused: "refused" in done ? done.refused.rule : "changed" };
    events = [...events, ...done.events];
  }
  return { events, refused: null };
}

const mark = (item: string, of: string, more: object = {}): Intent => ({
  kind: "disclosure-marked",
  body: { item, of, describes: "999 log 0061, two lines.", mark: "could-help", reason: "The log says less.", ...more },
});
const cutFact = (
  lines: readonly string[] = ["Caller at [taken out: address, 12 signs].", "Man seen from behind.", "Source: 999 log 0061"],
): Intent => ({
  kind: "disclosure-cut",
  body: {
    ...{ item: "D-1", original: hash, copy: hash, lines },
    taken: [{ line: 1, at: 10, length: 12, what: "address", why: "safety of a person" }],
    leftIn: [{ line: 2, why: "It could help the defence." }],
  },
});
const read = (of: number, agrees = true): Intent => ({ kind: "disclosure-read", body: { of, agrees } });
const give = (copies: readonly number[], more: object = {}): Intent => ({
  kind: "disclosure-given",
  body: { copies, schedule: false, as: "defence", to: "Lane & Rudd", how: "by hand", ...more },
});
const marked = ["boone", mark("D-1", "case/2")] as const;
const cut = ["bell", cutFact()] as const;
const readCut = ["lunt", read(5)] as const;

describe("what is held and not relied on", () => {
  test("marked by one, cut by another, read by a third: then it goes", () => {
    const { events, refused } = written(marked, cut, readCut, ["boone", give([5])]);
    expect(refused).toBeNull();
    const { items, given } = foldCase("0418", events).disclosures;
    const [item] = items;
    expect(item && markOf(item)).toMatchObject({ mark: "could-help", by: "boone" });
    expect(item?.copies.map((copy) => [copy.by, isAgreed(copy)])).toEqual([["bell", true]]);
    expect(given).toMatchObject([{ copies: [5], to: "Lane & Rudd", as: "defence" }]);
  });
  test.each([
    ["nothing goes before a second person read it", "second-person", [marked, cut, ["boone", give([5])]]],
    ["nor where the second person does not agree", "second-person", [marked, cut, ["lunt", read(5, false)], ["boone", give([5])]]],
    ["nor does a schedule that nobody read", "second-person", [marked, ["boone", give([], { schedule: true })]]],
    [
      "nor one to which something was added since it was read",
      "second-person",
      [marked, ["lunt", read(4)], ["boone", mark("D-2", "case/3")], ["boone", give([], { schedule: true })]],
    ],
    ["who cut it does not read it", "own-cut", [marked, cut, ["bell", read(5)]]],
    ["who marks cuts nothing", "officer-of-disclosure", [marked, ["boone", cutFact()]]],
    ["who marks reads no copy", "officer-of-disclosure", [marked, cut, ["boone", read(5)]]],
    ["who marks reads no schedule", "officer-of-disclosure", [marked, ["boone", read(4)]]],
    ["who cut it does not mark it", "officer-of-disclosure", [marked, cut, ["bell", mark("D-1", "case/2")]]],
    ["who read it does not mark it", "officer-of-disclosure", [marked, cut, readCut, ["lunt", mark("D-1", "case/2")]]],
    [
      "a copy that holds an address",
      "contact-inside",
      [
        marked,
        [
          "bell",
          {
            ...cutFact([`Caller at ${address}.`, "Man seen from behind.", "Source: 999 log 0061"]),
            body: { ...bodyOfCut(), taken: [], lines: [`Caller at ${address}.`, "Man seen from behind.", "Source: 999 log 0061"] },
          },
        ],
      ],
    ],
    ["a description that holds one", "contact-inside", [["boone", mark("D-1", "case/2", { describes: `Log of 14 mill-lane` })]]],
    ["a copy that is not what the spans leave", "not-the-copy", [marked, ["bell", cutFact(["Caller at home.", "Man seen.", "x"])]]],
    ["one thing twice", "listed-already", [marked, ["boone", mark("D-2", "case/2")]]],
    ["an item of another thing", "listed-already", [marked, ["boone", mark("D-1", "case/3")]]],
    ["what is not held", "not-held", [["boone", mark("D-1", "case/99")]]],
    ["a number out of turn", "item-number", [["boone", mark("D-7", "case/2")]]],
    [
      "a copy of what lies elsewhere",
      "no-text",
      [
        ["boone", mark("D-1", "elsewhere")],
        ["bell", cutFact()],
      ],
    ],
    ["an older copy", "not-newest", [marked, cut, readCut, ["bell", cutFact()], ["boone", give([5])]]],
    [
      "a sensitive one to the other side",
      "not-marked-so",
      [["boone", mark("D-1", "case/2", { mark: "sensitive" })], cut, readCut, ["boone", give([5])]],
    ],
    [
      "one that is not decided to a court",
      "not-marked-so",
      [["boone", mark("D-1", "case/2", { mark: "not-decided", again: "2026-11-27" })], cut, readCut, ["boone", give([5], { as: "court" })]],
    ],
    ["an answer to nothing", "no-request", [["boone", { kind: "disclosure-refused", body: { asked: 2, reason: "No." } }]]],
    ["a second reading", "read-already", [marked, cut, readCut, ["wren", read(5)]]],
  ] as const)("%s is refused (%s)", (_, rule, steps) => {
    expect(written(...(steps as readonly (readonly [string, Intent])[])).refused).toBe(rule);
  });
  test("the schedule goes alone, once a second person read it, and the case says to whom", () => {
    const { events, refused } = written(marked, ["lunt", read(4)], ["boone", give([], { schedule: true })]);
    expect(refused).toBeNull();
    expect(foldCase("0418", events).disclosures.given).toMatchObject([{ copies: [], schedule: true, to: "Lane & Rudd", as: "defence" }]);
  });
  test("pressed twice on what was seen before, it goes once", () => {
    const { events } = written(marked, cut, readCut, ["boone", give([5])]);
    const state = foldCase("0418", events);
    const beside = { table: null, reports: [], disclosure: { held: heldEntries("case", events), contact: [] } };
    const again = { stream: ofCase, saw: state.number - 1, by: "boone", happened: now };
    const asked: Intent = { kind: "disclosure-asked", body: { as: "defence", who: "Lane & Rudd", says: "The other report." } };
    const refused = decideCase({ ...give([5]), ...again }, state, beside, now);
    expect(refused).toMatchObject({ done: false, changed: [{ kind: "disclosure-given", by: "boone" }] });
    expect(decideCase({ ...asked, ...again }, state, beside, now).done).toBe(true);
  });
  test("a copy that was read goes no more when it is told since that somebody is reached so", () => {
    const gave = ["boone", give([5])] as const;
    const later3 = (detail: string) => (step: number) => contactDetails(step < 3 ? [letter({ address })] : [letter({ address: detail })]);
    expect(writtenWhile(later3("999 log 0061"), [marked, cut, readCut, gave]).refused).toBe("contact-inside");
    expect(writtenWhile(later3("9 Heron Court"), [marked, cut, readCut, gave]).refused).toBeNull();
  });
  test("“nothing held” is an item, as often as something was looked for", () => {
    const { events, refused } = written(["boone", mark("D-1", "nothing-held")], ["boone", mark("D-2", "nothing-held")]);
    expect(refused).toBeNull();
    expect(foldCase("0418", events).disclosures.items.map(({ item }) => item)).toEqual(["D-1", "D-2"]);
  });
  test("asked for and refused stays with its reason, and is not answered twice", () => {
    const asked: Intent = { kind: "disclosure-asked", body: { as: "defence", who: "Lane & Rudd", says: "The other report." } };
    const no: Intent = { kind: "disclosure-refused", body: { asked: 4, reason: "Another person’s report." } };
    const { events, refused } = written(["boone", asked], ["boone", no], ["boone", no]);
    expect(refused).toBe("no-request");
    expect(foldCase("0418", events).disclosures.asked).toMatchObject([{ refused: { reason: "Another person’s report." } }]);
  });
  test("a schedule that was read stands for itself until something is marked", () => {
    const { events } = written(marked, ["lunt", read(4)]);
    expect(isScheduleAgreed(foldCase("0418", events).disclosures)).toBe(true);
  });
});

function bodyOfCut() {
  const intent = cutFact();
  return intent.kind === "disclosure-cut" ? intent.body : neverHappens();
}

describe("what is held, and what of it is relied on", () => {
  test("every entry with words is a thing, also one that was withdrawn, and no contact field is in its text", () => {
    const withdrawn = event(ofCase, 4, "bell", { kind: "entry-withdrawn", body: { entry: 3, reason: "Slip." } });
    const held = [...heldEntries("R-2100", [letter({ address })]), ...heldEntries("case", [...begun, withdrawn])];
    expect(held.map(({ key, isWithdrawn }) => [key, isWithdrawn])).toEqual([
      ["R-2100/1", false],
      ["case/2", false],
      ["case/3", true],
    ]);
    expect(held[0]?.lines).toEqual(["He came."]);
  });
  test("a question of the telephone stands in words, and not as the desk calls it", () => {
    const body = {
      ...{ who: { reporter: "self", about: "adult" }, danger: "no", told: [], heard: "Quiet." },
      questions: [{ question: "speak-freely", state: "not-asked" }],
    } as const;
    const typed = { ...letter({ address }), kind: "report-typed", body } as unknown as CaseEvent;
    expect(heldEntries("R-2100", [typed])[0]?.lines).toEqual(["Quiet.", "Can speak: not asked"]);
  });
  test("an answer to a risk prompt stands beside the prompt as it was asked, and not as the desk calls it", () => {
    const answered = event(ofCase, 4, "bell", {
      kind: "risk-answered",
      body: {
        rule: "r",
        prompts: [
          { prompt: "hurt-or-weapon", answer: "not-known" },
          { prompt: "came-near", answer: "yes", ground: { says: "He stood at the gate.", knowing: "account" } },
          { prompt: "asked-no-more", answer: "no" },
        ],
      },
    });
    expect(heldEntries("case", [answered])[0]?.lines).toEqual([
      "Has anybody been hurt, or is there a weapon? not known",
      "Has somebody come to where the person lives, works or travels? yes. He stood at the gate.",
      "asked no more: no",
    ]);
  });
  test("an exhibit that a decision names is relied on, and one whose number it only contains is not", () => {
    const decision = event(ofCase, 4, "bell", { kind: "decision-written", body: { says: "Charge on LA/12.", reason: "It shows him." } });
    const exhibits = [
      { key: "exhibit/a/0", number: "LA/1" },
      { key: "exhibit/a/1", number: "LA/12" },
    ];
    expect([...reliedOn([...begun, decision], [], exhibits)]).toEqual(["exhibit/a/1"]);
  });
  test("so is what a conclusion rests on", () => {
    const conclusion = event(ofCase, 4, "bell", {
      kind: "inference-recorded",
      body: { says: "He knew.", rests: [2], couldChange: "A log." },
    });
    expect([...reliedOn([...begun, conclusion], [], [])]).toEqual(["case/2"]);
  });
  test("so is what a bundle said when it was made, and what its first page rests on; what is drafted since is not", () => {
    const exhibits = ["NK/1", "NK/3", "NK/4", "NK/9"].map((number) => ({ key: `exhibit/${number}`, number }));
    const carries = [{ says: "He sat there.", knowing: "account", day: "2026-05-03" } as const];
    const rests = criterion("a");
    if (rests.kind !== "criterion-written") return neverHappens();
    const steps: readonly Step[] = [
      ["2026-10-05", parry, { ...rests, body: { ...rests.body, carries } }],
      ["2026-10-05", parry, writes(condition(1, { evidence: ["NK/3"] }))],
      ["2026-10-06", parry, { kind: "bundle-made", body: { pdf: hash, template: "as shipped" } }],
      ["2026-10-07", parry, writes(condition(1, { evidence: ["NK/9"] }))],
    ];
    const when = { earliest: at("2026-05-03T10:00:00.000Z"), latest: at("2026-05-03T10:00:00.000Z") };
    const act = { when, says: "Message", knowing: "record", who: "sure", exhibits: ["NK/4"] } as const;
    const relied = (some: readonly Step[]) =>
      reliedOn(
        begun,
        bundledStates("SPO-26-025", eventsOf("SPO-26-025", some), lawOf).states.map((one) => ({
          ...one,
          facts: exhibitsOfFacts(one, { acts: [act], facts: [], others: [] }),
        })),
        exhibits,
      );
    expect([...relied(steps)]).toEqual(["SPO-26-025/1", "SPO-26-025/2", "exhibit/NK/3", "exhibit/NK/4"]);
    expect([...relied(steps.slice(0, 2))]).toEqual([]);
    // Gone through once, each stands as it does when all before it is folded.
    const all = eventsOf("SPO-26-025", steps);
    const { states, last } = bundledStates("SPO-26-025", all, lawOf);
    const ends = all.flatMap(({ kind }, i) => (kind === "bundle-made" || kind === "lodged" ? [i + 1] : []));
    expect(states).toEqual(ends.map((end) => foldOrder("SPO-26-025", all.slice(0, end), lawOf)));
    expect(last).toEqual(foldOrder("SPO-26-025", all, lawOf));
  });
});
