import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Instant, epoch, instantFromIso, parseSha256 } from "@unmask/core";
import { describe, expect, it } from "vitest";
import { decideCase } from "../decide/decide-case.ts";
import type { BesideRights } from "../decide/rights-rules.ts";
import { contactDetails } from "../disclosure/contact-inside.ts";
import { namedPeople } from "./named-people.ts";
import type { HeldThing } from "../disclosure/held-things.ts";
import type { CaseEvent, Intent } from "../event.ts";
import { foldCase } from "../fold/case-state.ts";
import { isAnswerAgreed } from "../fold/rights.ts";
import { answerJson, rightsAnswer } from "./answer.ts";
import { type LoggedLook, toldLooks } from "./looks.ts";

const vectors = JSON.parse(readFileSync(join(import.meta.dirname, "../../../../docs/formats/vectors/subject-access.json"), "utf8")) as {
  readonly answer: unknown;
  readonly answerOfTwo: unknown;
  readonly looks: readonly {
    readonly why: string;
    readonly log: readonly LoggedLook[];
    readonly isNamed: boolean;
    readonly told: unknown;
  }[];
};

const at = (iso: string): Instant => instantFromIso(iso) ?? epoch;
const now = at("2026-11-27T10:05:00.000Z");
const hash = parseSha256("ab".repeat(32)) ?? neverHappens();
function neverHappens(): never {
  throw new Error("no hash");
}

const ofCase = { of: "case", id: "0412" } as const;
const first: CaseEvent = {
  stream: ofCase,
  number: 1,
  happened: epoch,
  recorded: epoch,
  by: "bell",
  kind: "case-opened",
  body: { reports: ["R-2100", "R-2101"] },
};
const people: CaseEvent[] = (
  [
    ["leila", "Leila Ashworth"],
    ["joanna", "Joanna Pryce"],
  ] as const
).map(([person, name], i) => ({
  ...first,
  number: i + 2,
  kind: "person-in-role",
  body: { person, role: "protected", knowing: "record", name },
}));

const thing = (key: string, lines: readonly string[] | null): HeldThing => ({
  key,
  kind: lines === null ? "exhibit LA/7, a file of 86 bytes" : "fact, read from a record",
  knowing: "record",
  since: at("2026-11-20T23:30:00.000Z"),
  by: "bell",
  lines,
  isWithdrawn: false,
});
const held = [
  thing("case/4", ["Leila Ashworth rang at nine."]),
  thing("case/5", ["Joanna Pryce saw it from 14 Mill Lane."]),
  thing("case/6", ["Joanna Pryce rang."]),
  thing("case/7", ["The film is asked for on Friday."]),
  thing("exhibit/" + "ab".repeat(16) + "/0", null),
];
const letter = (report: string, address: string): CaseEvent => ({
  ...first,
  stream: { of: "report", id: report },
  kind: "report-received",
  body: {
    letter: "00".repeat(16),
    who: { reporter: "self", about: "adult" },
    ...{ anonymous: false, danger: "no", packs: 0 },
    contact: { channel: "call", address },
  },
});
const beside: BesideRights = {
  held,
  reports: ["R-2100", "R-2101"],
  contactOf: new Map([
    ["R-2100", contactDetails([letter("R-2100", "07700 900215")])],
    ["R-2101", contactDetails([letter("R-2101", "14 Mill Lane")])],
  ]),
  named: [...namedPeople(people), { id: "R-2101/reporter", name: "Zoë Brandt-Hale" }],
  ofOrders: [],
};

type Step = readonly [by: string, intent: Intent];
const request = "SA-1";
const ask: Step = [
  "bell",
  {
    kind: "rights-asked",
    body: { request, who: "Leila Ashworth", is: ["leila", "R-2100/reporter"], says: "All of it, and who looked.", received: "2026-11-23" },
  },
];
const shown: Step = ["bell", { kind: "rights-identity", body: { request, shown: true, how: "Passport seen." } }];
const strange: Step = ["bell", { kind: "rights-identity", body: { request, shown: false, how: "The photograph is of another." } }];
type Decided = Extract<Intent, { kind: "rights-decided" }>["body"];
const decide = (of: readonly string[], more: Partial<Decided> = {}, by = "bell"): Step => [
  by,
  { kind: "rights-decided", body: { request, of, decision: "give", reason: "Her own.", ...more } },
];
const others = decide(["case/5"], { decision: "withhold", told: true, ground: "Another person’s safety." });
const rest = [
  decide(["case/4", "case/6"], { stays: "She was there herself." }),
  others,
  decide(["case/7"], { decision: "withhold", told: false }),
  decide([held[4]?.key ?? ""]),
];
const looks: Step = ["bell", { kind: "rights-looks", body: { request, tells: true, names: false, reason: "It harms nobody." } }];
const read = (of: number, by = "wren", agrees = true): Step => [by, { kind: "rights-read", body: { request, of, agrees } }];
const give: Step = ["bell", { kind: "rights-given", body: { request, to: "Leila Ashworth", how: "by hand", form: "json", sha256: hash } }];

interface Written {
  readonly events: readonly CaseEvent[];
  readonly refused: string | null;
}

function written(...steps: readonly Step[]): Written {
  return writtenWhile(() => beside, steps);
}

/** The same while more is told: what it is held against is asked before each step. */
function writtenWhile(besideAt: (step: number) => BesideRights, steps: readonly Step[]): Written {
  const events = [first, ...people];
  for (const [i, [by, intent]] of steps.entries()) {
    const state = foldCase("0412", events);
    const decided = decideCase(
      { ...intent, stream: ofCase, by, happened: now, saw: state.number },
      state,
      { table: null, reports: [], rights: besideAt(i), disclosure: { held, contact: [] } },
      now,
    );
    if (!decided.done) return { events, refused: "refused" in decided ? decided.refused.rule : "changed" };
    events.push(...decided.events);
  }
  return { events, refused: null };
}

// Asked 4, shown 5, decided 6 to 9, looks 10.
const ready = [ask, shown, ...rest, looks] as const;

describe("what a person asks about themselves", () => {
  it("goes when each thing is decided, a second person agreed and it is shown who they are", () => {
    const { events, refused } = written(...ready, read(10), give);
    expect(refused).toBeNull();
    const [one] = foldCase("0412", events).rights;
    expect(one && isAnswerAgreed(one)).toBe(true);
    expect(one?.given).toMatchObject([{ to: "Leila Ashworth", sha256: hash }]);
  });

  it.each<readonly [string, string, readonly Step[]]>([
    ["a number out of turn", "request-number", [["bell", { ...ask[1], body: { ...bodyOf(ask), request: "SA-3" } } as Intent]]],
    ["somebody of another case", "not-of-case", [["bell", { ...ask[1], body: { ...bodyOf(ask), is: ["rhys"] } } as Intent]]],
    ["the same request a second time", "carried-already", [carried("SA-1"), carried("SA-2")]],
    ["a decision on no request", "no-request", [decide(["case/4"])]],
    ["a thing that is not held", "not-held", [ask, decide(["case/99"])]],
    ["how another is reached, in what goes whole", "another-reached", [ask, decide(["case/5"], { stays: "She agrees." })]],
    ["the name of another, in what goes whole", "another-named", [ask, decide(["case/6"])]],
    ["a copy that nobody cut", "no-copy", [ask, decide(["case/6"], { decision: "copy", copy: 3 })]],
    ["telling that something is withheld without a ground", "no-ground", [ask, decide(["case/7"], { decision: "withhold", told: true })]],
    ["reading when nothing was decided", "not-newest", [ask, read(4)]],
    ["reading what was decided anew since", "not-newest", [...ready, read(9)]],
    ["reading with a thing undecided", "not-all-decided", [ask, shown, decide(["case/4"]), read(6)]],
    ["reading one’s own decision as the second person", "own-decision", [...ready, read(10, "bell")]],
    ["reading one’s own decision about looks", "own-decision", [ask, shown, ...rest, ["okell", looks[1]], read(10, "okell")]],
    ["a second reading", "read-already", [...ready, read(10), read(10, "okell")]],
    ["giving before it is shown who they are", "identity", [ask, ...rest, looks, read(9), give]],
    ["giving where it turned out that they are somebody else", "identity", [...ready, read(10), strange, give]],
    ["giving before a second person read it", "second-person", [...ready, give]],
    ["giving where the second person did not agree", "second-person", [...ready, read(10, "wren", false), give]],
    [
      "giving what was decided anew since it was read",
      "second-person",
      [...ready, read(10), decide(["case/7"], { decision: "not-about" }), give],
    ],
    [
      "anything of a request that was taken back",
      "ended",
      [ask, ["bell", { kind: "rights-ended", body: { request, reason: "She rang." } }], shown],
    ],
  ])("%s is refused (%s)", (_, rule, steps) => {
    expect(written(...steps).refused).toBe(rule);
  });

  it.each([
    ["letters with their marks apart", "Zoe\u0308 Brandt-Hale saw it."],
    ["a blank that does not break", "Zoë\u00a0Brandt-Hale saw it."],
    ["two blanks", "Zoë  Brandt-Hale saw it."],
    ["a hyphen that does not break", "Zoë Brandt\u2011Hale saw it."],
    ["capitals", "ZOË BRANDT-HALE saw it."],
  ])("does not hold the name of who only reported, written with %s", (_, line) => {
    const holds = (lines: readonly string[]): BesideRights => ({ ...beside, held: [thing("case/4", lines)] });
    expect(writtenWhile(() => holds([line]), [ask, decide(["case/4"])]).refused).toBe("another-named");
    expect(writtenWhile(() => holds(["It was Zoë", "Brandt-Hale who saw it."]), [ask, decide(["case/4"])]).refused).toBe("another-named");
    expect(writtenWhile(() => holds(["A woman saw it."]), [ask, decide(["case/4"])]).refused).toBeNull();
  });

  it("does not say in a ground who asked that something be withheld, nor how they are reached", () => {
    const ground = (says: string) => written(ask, decide(["case/7"], { decision: "withhold", told: true, ground: says })).refused;
    expect([ground("Joanna Pryce asked us not to."), ground("She lives at 14 Mill Lane."), ground("Another’s safety.")]).toEqual([
      "another-named",
      "another-reached",
      null,
    ]);
  });

  it("does not tell the person for whom somebody reported how that somebody is reached", () => {
    const asks = (id: string): Step => ["bell", { ...ask[1], body: { ...bodyOf(ask), is: [id] } } as Intent];
    const decided = (id: string) => written(asks(id), decide(["case/5"], { stays: "She agrees." })).refused;
    expect([decided("R-2101/for"), decided("R-2101/reporter")]).toEqual(["another-reached", null]);
  });

  it("holds what two reports tell of one person as that person’s own, in whichever spelling, and nothing more of the other report", () => {
    const joined = letter("R-2102", "+44 (0)7700 900215; 22 Otter Row, Sallow NS3 9QQ");
    const holds = (line: string): BesideRights => ({
      ...beside,
      held: [thing("case/4", [line])],
      reports: ["R-2100", "R-2101", "R-2102"],
      contactOf: new Map([...beside.contactOf, ["R-2102", contactDetails([joined])]]),
    });
    const decided = (line: string, asks = ask): string | null => writtenWhile(() => holds(line), [asks, decide(["case/4"])]).refused;
    for (const spelled of ["07700 900215", "+447700900215", "0044 7700-900215"])
      expect([spelled, decided(`Rang ${spelled}.`)]).toEqual([spelled, null]);
    expect(decided("Seen at 22 Otter Row.")).toBe("another-reached");
    expect(decided("Rang 07700 900215 from 14 Mill Lane.")).toBe("another-reached");
    // Where the officer says that both are one person, all of it is theirs.
    const both: Step = ["bell", { kind: "rights-asked", body: { ...bodyOf(ask), is: ["leila", "R-2100/reporter", "R-2102/reporter"] } }];
    expect(decided("Seen at 22 Otter Row.", both)).toBeNull();
    expect(written(both).refused).toBe("not-of-case");
  });

  it("does not go when it is told after the second reading that another person is reached so, or named so", () => {
    const last = [...ready, read(10), give];
    const since = (more: Partial<BesideRights>) => (step: number) => (step === last.length - 1 ? { ...beside, ...more } : beside);
    const film = thing("case/4", ["Leila Ashworth rang at nine."]);
    const told = contactDetails([letter("R-2109", "9 Heron Court")]);
    const heron = held.map((one) => (one.key === "case/4" ? thing("case/4", ["A man at 9 Heron Court."]) : one));
    const goes = writtenWhile(since({ held: [film, ...held.slice(1)] }), last);
    expect(goes.refused).toBeNull();
    expect(writtenWhile(since({ held: heron, contactOf: new Map([["R-2109", told]]) }), last).refused).toBe("another-reached");
    const named = [...beside.named, { id: "R-2109/reporter", name: "Another Person" }];
    expect(writtenWhile(since({ named }), last).refused).toBe("another-named");
  });

  it("is answered with the newest copy or not at all", () => {
    const cutOf = (lines: readonly string[]): Step => [
      "okell",
      { kind: "disclosure-cut", body: { item: "D-1", original: hash, copy: hash, lines, taken: [], leftIn: [] } },
    ];
    const listed: Step = [
      "boone",
      { kind: "disclosure-marked", body: { item: "D-1", of: "case/7", describes: "a log", mark: "no", reason: "x" } },
    ];
    const readCut = (of: number): Step => ["wren", { kind: "disclosure-read", body: { of, agrees: true } }];
    const copied = [
      ...[listed, cutOf(["The film is asked for on Friday."]), readCut(5), ask, shown, ...rest.filter((one) => one !== rest[2])],
      ...[decide(["case/7"], { decision: "copy", copy: 5 }), looks],
    ];
    expect(written(...copied, read(13), give).refused).toBeNull();
    expect(written(...copied, read(13), cutOf(["The film is asked for on Friday."]), give).refused).toBe("no-copy");
    expect(written(...copied, read(13), cutOf(["The film is asked for on Friday."]), readCut(15), give).refused).toBe("no-copy");
  });

  it("is answered with what goes and with what it is told is withheld, and with nothing of the rest", () => {
    const { events } = written(...ready, read(10));
    const state = foldCase("0412", events);
    const [one] = state.rights;
    if (one === undefined) throw new Error("asked");
    const told = toldLooks([look({})], false);
    const source = {
      force: "Northshire Police",
      parts: [{ request: one, held, disclosures: state.disclosures, looks: told }] as const,
      open: 0,
      madeAt: now,
      to: "Leila Ashworth",
    };
    expect(JSON.parse(answerJson(rightsAnswer(source)))).toEqual(vectors.answer);
    expect(answerJson(rightsAnswer(source))).not.toMatch(/film|Mill Lane|bell|Her own/);
    // Of another case the same person is told in the same answer, and what is not decided yet is named where they are told so.
    const other = { request: { ...one, looks: null }, held: held.slice(0, 1), disclosures: { items: [] }, looks: told };
    const both = { ...source, parts: [source.parts[0], other] as const, open: 1 };
    expect(JSON.parse(answerJson(rightsAnswer(both)))).toEqual(vectors.answerOfTwo);
    const lookedInBoth = { ...both, parts: [source.parts[0], source.parts[0]] as const };
    expect(rightsAnswer(lookedInBoth).looks).toEqual(told.map((look) => ({ ...look, times: 2 * look.times })));
  });
});

function carried(number: string): Step {
  return ["bell", { kind: "rights-asked", body: { ...bodyOf(ask), request: number, across: "ac".repeat(16) } }];
}

function look(more: Partial<LoggedLook>): LoggedLook {
  return {
    at: at("2026-11-24T09:00:00.000Z"),
    op: "consult",
    role: "investigator",
    reason: "task",
    name: "DC Harriet Bell",
    isRefused: false,
    ...more,
  };
}

function bodyOf([, intent]: Step): Extract<Intent, { kind: "rights-asked" }>["body"] {
  return intent.kind === "rights-asked" ? intent.body : neverHappens();
}

describe("who looked", () => {
  it.each(vectors.looks)("$why", ({ log, isNamed, told }) => {
    expect(
      toldLooks(
        log.map((one) => ({ ...one, at: at(String(one.at)) })),
        isNamed,
      ),
    ).toEqual(told);
  });
});
