import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type ClockRule,
  type DeskLaw,
  type Instant,
  type VictimCodeEventKind,
  civilFromDays,
  civilToIso,
  epoch,
  instantFromIso,
  instantToIso,
  victimCodeEvents,
} from "@unmask/core";
import { expect, test } from "vitest";
import type { CaseEvent, Intent } from "../event.ts";
import { foldCase } from "../fold/case-state.ts";
import { foldReport } from "../fold/report-state.ts";
import { dutiesOf, dutiesOfReport } from "./duties.ts";
import { shippedForceClocks } from "./duty.ts";
import { londonDay } from "./london.ts";

interface Vector {
  readonly event: VictimCodeEventKind;
  readonly happened: string;
  readonly status: "enhanced" | "standard";
  readonly now: string;
  readonly told?: string;
  readonly state: string;
  readonly dueBy: string | null;
  readonly overdueFrom: string | null;
}
const vectors = JSON.parse(readFileSync(join(import.meta.dirname, "../../../../docs/formats/vectors/clock.json"), "utf8")) as {
  readonly duties: readonly Vector[];
};

/** The clocks that the vectors count by, and the free days around Christmas and Easter. Rooms of one floor never meet: the law's own data is tried in test/. */
const law: DeskLaw = {
  code: "EW",
  ruleVersion: "2026-11-27",
  clocks: [
    {
      id: "tell",
      from: victimCodeEvents.filter((one) => one !== "reported"),
      duty: "tell the person",
      workingDays: { enhanced: 1, standard: 5 },
      says: "The person is told.",
      section: "Victims’ Code",
      source: "invented",
      checkedOn: "2026-11-27",
      verification: "secondary-source",
    },
  ],
  recording: [],
  freeDays: {
    years: [2026, 2028],
    holidays: ["2026-12-25", "2026-12-28", "2027-03-26", "2027-03-29"],
    source: "invented",
    checkedOn: "2026-11-27",
  },
  order: null,
};
const rules = { law, force: shippedForceClocks("Northshire") };

const at = (iso: string): Instant => instantFromIso(iso) ?? epoch;

/** A case from what happened, each at its time. */
function caseOf(...steps: readonly (readonly [string, Intent])[]) {
  const events = steps.map(([iso, intent], i): CaseEvent => ({
    stream: { of: "case", id: "0412" },
    number: i + 1,
    happened: at(iso),
    recorded: at(iso),
    by: "bell",
    ...intent,
  }));
  return foldCase("0412", events);
}

const opened: Intent = { kind: "case-opened", body: { reports: ["R-1"] } };

test.each(vectors.duties.map((one) => [`${one.event} ${one.happened}, ${one.status}, at ${one.now}`, one] as const))("%s", (_, one) => {
  const state = caseOf(
    ["2026-01-02T10:00:00.000Z", opened],
    [one.happened, { kind: "victim-code-event", body: { event: one.event } }],
    ...(one.status === "standard"
      ? [["2026-01-02T10:00:00.000Z", { kind: "victim-status", body: { status: "standard", reason: "She asks." } }] as const]
      : []),
    ...(one.told === undefined
      ? []
      : [[one.told, { kind: "update-written", body: { says: "He was.", tells: [2], answers: [] } }] as const]),
  );
  const duty = dutiesOf({ state, reports: [] }, rules, at(one.now)).find(({ id }) => id === "tell");
  expect({
    state: duty?.state,
    dueBy: duty?.dueBy ?? null,
    overdueFrom: duty?.overdueFrom === undefined ? null : instantToIso(duty.overdueFrom),
  }).toEqual({
    state: one.state,
    dueBy: one.dueBy,
    overdueFrom: one.overdueFrom,
  });
});

test("beside the day stand the rule, that enhanced is the default, and what standard would be", () => {
  const state = caseOf(
    ["2026-10-05T10:00:00.000Z", opened],
    ["2026-10-07T13:10:00.000Z", { kind: "victim-code-event", body: { event: "interviewed" } }],
  );
  const duty = dutiesOf({ state, reports: [] }, rules, at("2026-10-08T08:00:00.000Z")).find(({ id }) => id === "tell");
  expect(duty?.why).toBe(
    "Victims’ Code, from copies: 1 working day, enhanced by default; the day after is day 1; standard would be Wed 14 Oct 2026",
  );
});

test("a force that counts otherwise says whose figure it is", () => {
  const state = caseOf(
    ["2026-10-05T10:00:00.000Z", opened],
    ["2026-10-07T13:10:00.000Z", { kind: "victim-code-event", body: { event: "charged" } }],
  );
  const own = { ...rules, force: { ...rules.force, instead: { tell: { enhanced: 2, standard: 7 } } } };
  const duty = dutiesOf({ state, reports: [] }, own, at("2026-10-08T08:00:00.000Z")).find(({ id }) => id === "tell");
  expect(duty).toMatchObject({ dueBy: "2026-10-09" });
  expect(duty?.why).toContain("Victims’ Code, from copies, by Northshire’s own rule of 27 Nov 2026: 2 working days");
});

test("“was an order considered” is due 14 days from opening, and waits only until the day that the answer names", () => {
  const openedAt = ["2026-10-05T08:00:00.000Z", opened] as const;
  const dutyAt = (now: string, ...more: readonly (readonly [string, Intent])[]) =>
    dutiesOf({ state: caseOf(openedAt, ...more), reports: [] }, rules, at(now)).find(({ id }) => id === "order-considered");
  expect(dutyAt("2026-10-19T22:59:00.000Z")).toMatchObject({ state: "due", dueBy: "2026-10-19" });
  expect(dutyAt("2026-10-19T23:00:00.000Z")).toMatchObject({ state: "overdue" });
  const waits: Intent = {
    kind: "order-considered",
    body: { answer: "waits-for", reason: "Need is likely.", waitsFor: "the film", again: "2026-10-14" },
  };
  expect(dutyAt("2026-10-15T12:00:00.000Z", ["2026-10-08T10:00:00.000Z", waits])).toMatchObject({ state: "overdue", dueBy: "2026-10-14" });
  const no: Intent = { kind: "order-considered", body: { answer: "not-pursued", reason: "She does not want one." } };
  // Nobody else has read it: it is not done, and is done when that person agrees, on the day on which it was answered.
  const answeredAt = ["2026-10-08T10:00:00.000Z", no] as const;
  expect(dutyAt("2026-10-09T12:00:00.000Z", answeredAt)).toMatchObject({
    state: "due",
    says: "A second person reads that no order is pursued",
    why: expect.stringMatching(/^Waits for a second reader\. /),
  });
  const agreed: Intent = { kind: "decision-read", body: { decision: 2, agrees: true } };
  expect(dutyAt("2026-12-01T12:00:00.000Z", answeredAt, ["2026-11-30T11:00:00.000Z", agreed])).toMatchObject({ state: "met" });
  const back: Intent = { kind: "decision-read", body: { decision: 2, agrees: false, says: "Ask her again." } };
  const answered = [
    ["2026-10-08T10:00:00.000Z", no],
    ["2026-10-08T11:00:00.000Z", back],
  ] as const;
  expect(dutyAt("2026-12-01T12:00:00.000Z", ...answered)).toMatchObject({
    state: "overdue",
    says: "Answer anew whether an order was considered",
    why: expect.stringMatching(/^The second reader does not agree: Ask her again\. /),
  });
});

test("“why not stalking” is due two days from the record, and what is overdue stands first", () => {
  const state = caseOf(
    ["2026-10-05T08:00:00.000Z", opened],
    ["2026-10-05T09:00:00.000Z", { kind: "recorded-elsewhere", body: { record: "26/90417", as: "damage alone" } }],
    ["2026-10-05T09:10:00.000Z", { kind: "danger-raised", body: { says: "He is here.", knowing: "account" } }],
  );
  const duties = dutiesOf({ state, reports: [] }, rules, at("2026-10-08T10:00:00.000Z"));
  expect(duties.map(({ id, state: how }) => [id, how])).toEqual([
    ["why-not-stalking", "overdue"],
    ["order-considered", "due"],
    ["risk-prompts", "open"],
  ]);
  expect(duties.at(-1)?.why).toMatch(/^9 of 9 not answered since\./);
});

test("the day of an event is London’s: half past midnight in summer is the next day", () => {
  expect(civilToIso(civilFromDays(londonDay(at("2026-06-30T23:30:00.000Z"))))).toBe("2026-07-01");
});

test("of a report in no case the Code counts from the report, until it stands in a case, and nobody is referred against their word", () => {
  const tell: ClockRule = {
    ...(law.clocks[0] ?? expect.fail()),
    id: "refer",
    from: ["reported"],
    workingDays: { enhanced: 2, standard: 2 },
  };
  const counted = { ...rules, law: { ...law, clocks: [tell, { ...tell, id: "acknowledge", workingDays: null }, ...law.clocks] } };
  const at = { happened: instantFromIso("2026-12-23T09:00:00.000Z") ?? epoch, recorded: epoch, by: "desk" };
  const stream = { of: "report", id: "R-1" } as const;
  const body = { letter: "0".repeat(32), who: { reporter: "self", about: "adult" }, anonymous: false, danger: "no", packs: 0 } as const;
  const came = { ...at, stream, number: 1, kind: "report-received", body } as const;
  const due = (more: { readonly referral?: "yes" | "no" }) => {
    const report = foldReport("R-1", [{ ...came, body: { ...body, ...more } }]);
    return dutiesOfReport(report, { rules: counted, now: at.happened }).map(({ id, state, dueBy }) => [id, state, dueBy]);
  };
  const refer = ["refer", "due", "2026-12-29"];
  const acknowledge = ["acknowledge", "no-figure", undefined];
  expect(due({})).toEqual([refer, acknowledge]);
  expect(due({ referral: "no" })).toEqual([acknowledge]);
  const inCase = foldReport("R-1", [came, { ...at, stream, number: 2, kind: "put-in-case", body: { case: "0412" } }]);
  expect(dutiesOfReport(inCase, { rules: counted, now: at.happened })).toEqual([]);

  // In its case it stays due; only what an officer wrote with the crime reference and whom to ask acknowledges it.
  const ofCase = { of: "case", id: "0412" } as const;
  const opened: CaseEvent = { ...at, stream: ofCase, number: 1, kind: "case-opened", body: { reports: ["R-1"] } };
  const dueInCase = (...says: readonly string[]) => {
    const written = says.map((one, i): CaseEvent => ({
      ...at,
      stream: ofCase,
      number: i + 2,
      kind: "update-written",
      body: { says: one, tells: [], answers: [] },
    }));
    return dutiesOf({ state: foldCase("0412", [opened, ...written]), reports: [inCase] }, counted, at.happened)
      .filter(({ id }) => id === "refer" || id === "acknowledge")
      .map(({ id, state, dueBy }) => [id, state, dueBy]);
  };
  expect(dueInCase()).toEqual([refer, acknowledge]);
  // Who wrote a report that is read as one with it is owed the same, and what went to another mailbox does not do it.
  const beside = foldReport("R-2", [{ ...came, stream: { of: "report", id: "R-2" } }]);
  const written: CaseEvent = {
    ...at,
    stream: ofCase,
    number: 2,
    kind: "update-written",
    body: { says: "Your crime number is 0412. Ask on 101.", to: "R-1", tells: [], answers: [] },
  };
  const state = foldCase("0412", [opened, written]);
  expect(
    dutiesOf({ state, reports: [inCase], joined: [beside] }, counted, at.happened)
      .filter(({ id }) => id === "acknowledge")
      .map((one) => [one.report, one.state]),
  ).toEqual([
    ["R-2", "no-figure"],
    ["R-1", "met"],
  ]);

  // It is done when somebody wrote of it, whichever way the person chose, and where the case itself says "reported", too.
  const made = { outcome: "not-wanted", says: "Has somebody already." } as const;
  const asked = foldReport("R-1", [came, { ...at, stream, number: 2, kind: "referral-made", body: made }]);
  expect(dutiesOfReport(asked, { rules: counted, now: at.happened })[0]).toMatchObject({ id: "refer", report: "R-1", state: "met" });
  const reported: CaseEvent = { ...at, stream: ofCase, number: 2, kind: "victim-code-event", body: { event: "reported" } };
  const told: CaseEvent = {
    ...at,
    stream: ofCase,
    number: 3,
    kind: "update-written",
    body: { says: "We have it.", tells: [2], answers: [] },
  };
  const referIn = (report: typeof asked) =>
    dutiesOf({ state: foldCase("0412", [opened, reported, told]), reports: [report] }, counted, at.happened).find(
      ({ id }) => id === "refer",
    );
  expect(referIn(inCase)).toMatchObject({ state: "due" });
  expect(referIn(asked)).toMatchObject({ state: "met" });
  expect(dueInCase("We have it. Ring 101.", "Your crime reference is 0412.")).toEqual([refer, acknowledge]);
  const met = [refer, ["acknowledge", "met", undefined]];
  expect(dueInCase("Your crime reference is 0412. Ask for PC Marsh on 101.")).toEqual(met);
  expect(dueInCase("We have R-1, and the crime number 47/2211. Ask for DC Bell on 101.")).toEqual(met);
  expect(dueInCase("The crime number follows. Ask for DC Bell on 101.")).toEqual([refer, acknowledge]);
  expect(dueInCase("Ring 101, or DC Bell on 07700 900412.")).toEqual([refer, acknowledge]);
  expect(dueInCase("The crime number is 07700 900412, and that is all.")).toEqual([refer, acknowledge]);
});

test("beside an acknowledgement that is due stands which text does it, and what the last one lacks", () => {
  const state = caseOf(
    ["2026-10-05T08:00:00.000Z", opened],
    ["2026-10-05T09:00:00.000Z", { kind: "victim-code-event", body: { event: "reported" } }],
    ["2026-10-05T10:00:00.000Z", { kind: "update-written", body: { says: "Ask for DC Bell on 101.", tells: [], answers: [] } }],
  );
  const rule: ClockRule = { ...(law.clocks[0] ?? expect.fail()), id: "acknowledge", from: ["reported"], workingDays: null };
  const dutyOf = (one: typeof state) =>
    dutiesOf({ state: one, reports: [] }, { ...rules, law: { ...law, clocks: [rule] } }, at("2026-10-06T08:00:00.000Z")).find(
      ({ id }) => id === "acknowledge",
    );
  expect(dutyOf(state)).toMatchObject({ state: "no-figure" });
  expect(dutyOf(state)?.why).toContain(
    "A text to the person does it that names the crime reference: 0412, the number of the case, is one; whom to ask, with 101, a telephone number or an address. What was written last lacks the crime reference",
  );
  const thread = state.thread.map((one) => ({ ...one, says: `${one.says} Crime ref: NS/2211.` }));
  expect(dutyOf({ ...state, thread })).toMatchObject({ state: "met", why: "Victims’ Code, from copies: The person is told." });
});

test("a duty whose place nobody said says for which law it was taken, and no order of that law is asked for", () => {
  const state = caseOf(
    ["2026-10-05T10:00:00.000Z", opened],
    ["2026-10-07T13:10:00.000Z", { kind: "victim-code-event", body: { event: "charged" } }],
  );
  const order = {
    says: "It can be an order.",
    section: "s1",
    source: "invented",
    checkedOn: "2026-11-27",
    verification: "design",
  } as const;
  const whys = (more: object) =>
    dutiesOf({ state, reports: [] }, { ...rules, law: { ...law, order }, ...more }, at("2026-10-08T08:00:00.000Z"))
      .filter(({ id }) => id !== "risk-prompts")
      .map(({ why }) => why);
  expect(whys({ isLawTaken: true })).toEqual([
    expect.stringContaining("Victims’ Code, from copies (taken for England and Wales: where it happened was not said, ask): 1 working day"),
    expect.stringMatching(/which was not said: ask$/),
  ]);
  expect(whys({})).toEqual([
    expect.stringMatching(/^Victims’ Code, from copies: 1 working day/),
    expect.stringMatching(/It can be an order$/),
  ]);
});

test("where no clock of a place is known it is said, and nobody reads that nothing has to be told", () => {
  const scotland = { ...rules, law: { ...law, code: "SCO", clocks: [], freeDays: null } as const };
  const state = caseOf(["2026-10-05T10:00:00.000Z", opened]);
  const [first] = dutiesOf({ state, reports: [] }, scotland, at("2026-10-08T08:00:00.000Z")).filter(({ id }) => id === "clocks-not-known");
  expect(first).toMatchObject({ state: "no-figure", why: expect.stringContaining("no clock of Scotland") });
  expect(dutiesOf({ state, reports: [] }, rules, at("2026-10-08T08:00:00.000Z")).map(({ id }) => id)).not.toContain("clocks-not-known");
});

test("that somebody was arrested is told to each person of the case: what one was told, another was not", () => {
  const happened = at("2026-10-07T13:00:00.000Z");
  const who = { reporter: "self", about: "adult" } as const;
  const byLetter: Intent = { kind: "report-received", body: { letter: "0".repeat(32), who, anonymous: false, danger: "no", packs: 0 } };
  const byVoice: Intent = { kind: "report-typed", body: { door: "999", who, danger: "no", told: [], questions: [] } };
  const from = (id: string, intent: Intent) =>
    foldReport(id, [{ stream: { of: "report", id }, number: 1, happened, recorded: happened, by: "desk", ...intent }]);
  const reports = [from("R-1", byLetter), from("R-2", byLetter), from("R-3", byVoice)];
  const arrested = ["2026-10-07T13:10:00.000Z", { kind: "victim-code-event", body: { event: "arrested" } }] as const;
  const tells = (minute: string, to: string) =>
    [`2026-10-07T${minute}:00.000Z`, { kind: "update-written", body: { says: "He was arrested.", to, tells: [2], answers: [] } }] as const;
  const rung = (minute: string) =>
    [
      `2026-10-07T${minute}:00.000Z`,
      { kind: "contact-attempted", body: { channel: "call", outcome: "reached", reports: ["R-3"] } },
    ] as const;
  const dutyAfter = (...steps: readonly (readonly [string, Intent])[]) =>
    dutiesOf(
      { state: caseOf(["2026-10-05T10:00:00.000Z", opened], arrested, ...steps), reports },
      rules,
      at("2026-10-07T18:00:00.000Z"),
    ).find(({ id }) => id === "tell");
  const first = dutyAfter(tells("14:00", "R-1"));
  expect([first?.state, first?.why]).toEqual(["due", expect.stringMatching(/; not told yet: the person of R-2, R-3$/)]);
  // Who has no mailbox is told by voice, and nobody else is by it.
  expect(dutyAfter(tells("14:00", "R-1"), rung("15:00"))?.why).toMatch(/not told yet: the person of R-2$/);
  expect(dutyAfter(tells("14:00", "R-1"), rung("15:00"), tells("16:00", "R-2"))).toMatchObject({ state: "met" });
  // A talk before it happened tells nobody of it.
  expect(dutyAfter(rung("13:05"), tells("14:00", "R-1"), tells("14:01", "R-2"))?.why).toMatch(/not told yet: the person of R-3$/);
});
