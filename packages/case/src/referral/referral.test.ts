import { type ClockRule, type DeskLaw, type Instant, epoch, instantFromIso, later, msPerDay } from "@unmask/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contactClock } from "../clock/referral-clock.ts";
import { dutiesOf, dutiesOfReport } from "../clock/duties.ts";
import { shippedForceClocks } from "../clock/duty.ts";
import type { Decided } from "../decide/command.ts";
import { decideCase } from "../decide/decide-case.ts";
import { whyBagStays, whyNothingGoes } from "../decide/referral-rules.ts";
import { type BodyOf, type CaseEvent, type Intent, eventToJson, parseEvent } from "../event.ts";
import { type CaseState, applyToCase, emptyCase, foldCase } from "../fold/case-state.ts";
import { consentOf, thingsOf } from "../fold/referrals.ts";
import { foldReport } from "../fold/report-state.ts";

const at = (iso: string): Instant => instantFromIso(iso) ?? epoch;
const thursday = at("2026-11-19T15:20:00.000Z");

const name = "Her name, and that she asks for an advocate";
const reach = "How and when it is safe to reach her";
const photographs = "Photographs HR/4 to HR/9";
const address = "Her address";
const consent = {
  referral: "RF-1",
  service: "northshire-advocacy",
  name: "Northshire Advocacy",
  scope: [
    { what: name, answer: "yes" },
    { what: reach, answer: "yes", says: "text only" },
    { what: photographs, answer: "no" },
    { what: address, answer: "not-asked" },
  ],
  until: "2027-01-31",
  inHerWords: "Yes to my name and how to text me. Not the photos. Till the end of January.",
  knowing: "account",
  asked: "PC 2215 Tom Lunt, on the phone",
} as const;
const agrees = (more: Partial<BodyOf<"referral-consent">> = {}): Intent => ({ kind: "referral-consent", body: { ...consent, ...more } });
const bag = (number: number, ...what: readonly string[]): Intent => ({
  kind: "referral-sent",
  body: {
    referral: "RF-1",
    bag: number,
    what: what.map((one) => ({ what: one, says: "Words." })),
    recipient: "age1q",
    size: 3,
    sha256: sha,
    sealed: "YWdl",
  },
});
const withdraws: Intent = {
  kind: "referral-withdrawn",
  body: { referral: "RF-1", inHerWords: "I don’t want them to have any more.", knowing: "record" },
};
const answers = (answer: "accepted" | "declined"): Intent => ({
  kind: "referral-answered",
  body: { referral: "RF-1", answer, ...(answer === "declined" && { why: "No places." }) },
});
const reached: Intent = { kind: "referral-contacted", body: { referral: "RF-1", who: "service", channel: "text" } };
const opened = (...reports: readonly string[]): Intent => ({ kind: "case-opened", body: { reports } });

const sha = shaOf();
function shaOf(): BodyOf<"referral-sent">["sha256"] {
  const read = parseEvent({
    version: 1,
    stream: { of: "case", id: "0431" },
    number: 1,
    happened: "2026-11-19T15:20:00.000Z",
    recorded: "2026-11-19T15:20:00.000Z",
    by: "lunt",
    kind: "referral-sent",
    body: {
      referral: "RF-1",
      bag: 1,
      what: [{ what: name, says: "Ana." }],
      recipient: "age1q",
      size: 3,
      sha256: "ab".repeat(32),
      sealed: "YWdl",
    },
  });
  if (!read.ok || read.value.kind !== "referral-sent") throw new Error("the vector’s hash does not read");
  return read.value.body.sha256;
}

/** Something that an officer writes, and on which number. */
interface Step {
  readonly when: Instant;
  readonly intent: Intent;
  readonly by?: string;
  readonly saw?: number;
}

/** One after another, each at its time. */
function play(...steps: readonly Step[]) {
  let state = foldCase("0431", []);
  const outcomes: Decided[] = [];
  for (const { when, intent, by = "lunt", saw } of steps) {
    const command = { ...intent, stream: { of: "case", id: "0431" } as const, saw: saw ?? state.number, by, happened: when };
    const decided = decideCase(command, state, { table: null, reports: [] }, when);
    outcomes.push(decided);
    if (decided.done) state = decided.events.reduce(applyToCase, state);
  }
  return { state, outcomes, last: outcomes.at(-1) };
}
const hour = (n: number): Instant => later(thursday, n * 3_600_000);
const step = (n: number, intent: Intent, more: { readonly by?: string; readonly saw?: number } = {}) => ({
  when: hour(n),
  intent,
  ...more,
});
function ruleOf(decided: Decided | undefined): string {
  if (decided === undefined || decided.done) return "taken";
  return "refused" in decided ? decided.refused.rule : "changed";
}
function saysOf(decided: Decided | undefined): string {
  return decided !== undefined && !decided.done && "refused" in decided ? decided.refused.says : "";
}
const started = [step(0, opened("R-1")), step(1, agrees())];

describe("nothing goes without her consent", () => {
  test("with no consent, no bag", () => {
    expect(ruleOf(play(step(0, opened("R-1")), step(1, bag(1, name))).last)).toBe("no-referral");
  });
  test("what she said yes to goes; no is no; what was not asked is no, also where it stands in no list", () => {
    expect(ruleOf(play(...started, step(2, bag(1, name, reach))).last)).toBe("taken");
    expect(ruleOf(play(...started, step(2, bag(1, name, photographs))).last)).toBe("said-no");
    expect(ruleOf(play(...started, step(2, bag(1, name, address))).last)).toBe("not-asked");
    expect(ruleOf(play(...started, step(2, bag(1, "Her mother’s number"))).last)).toBe("not-asked");
  });
  test("her limit and her last day hold: on the day itself it goes, a minute after midnight in London it does not", () => {
    const ends = [...started.slice(0, 1), step(1, agrees({ until: "2026-11-20" }))];
    const on = (iso: string) => ruleOf(play(...ends, { when: at(iso), intent: bag(1, name) }).last);
    expect(on("2026-11-20T23:59:59.000Z")).toBe("taken");
    expect(on("2026-11-21T00:00:00.000Z")).toBe("consent-ended");
    // In summer the day in London ends an hour earlier by the clock of the machine.
    const summer = [
      { when: at("2026-06-29T10:00:00.000Z"), intent: opened("R-1") },
      { when: at("2026-06-29T10:00:00.000Z"), intent: agrees({ until: "2026-06-30" }) },
    ];
    expect(ruleOf(play(...summer, { when: at("2026-06-30T23:00:00.000Z"), intent: bag(1, name) }).last)).toBe("consent-ended");
  });
  test("a consent whose last day is past is none, and one of several people’s case names whose it is", () => {
    expect(ruleOf(play(step(0, opened("R-1")), step(1, agrees({ until: "2026-11-18" }))).last)).toBe("until-past");
    const two = [step(0, opened("R-1", "R-2"))];
    expect(ruleOf(play(...two, step(1, agrees())).last)).toBe("whose-consent");
    expect(ruleOf(play(...two, step(1, agrees({ of: "R-3" }))).last)).toBe("whose-consent");
    expect(ruleOf(play(...two, step(1, agrees({ of: "R-2" }))).last)).toBe("taken");
  });
  test("a referral stays one person’s and one service’s, and bags are numbered", () => {
    expect(ruleOf(play(...started, step(2, agrees({ name: "Harbour House" }))).last)).toBe("another-service");
    expect(ruleOf(play(...started, step(2, bag(2, name))).last)).toBe("bag-number");
    expect(ruleOf(play(...started, step(2, answers("accepted"))).last)).toBe("nothing-went");
  });
  test("after the service declined nothing goes on the same consent; on a new one it does", () => {
    const declined = [...started, step(2, bag(1, name)), step(3, answers("declined"))];
    expect(ruleOf(play(...declined, step(4, bag(2, name))).last)).toBe("declined");
    expect(ruleOf(play(...declined, step(4, agrees()), step(5, bag(2, name))).last)).toBe("taken");
  });
  test("a new consent narrows what may go from then on", () => {
    const narrower = agrees({ scope: [{ what: name, answer: "yes" }] });
    expect(ruleOf(play(...started, step(2, bag(1, reach)), step(3, narrower), step(4, bag(2, reach))).last)).toBe("not-asked");
  });
});

describe("she takes it back at any time", () => {
  const gone = [...started, step(2, bag(1, name, reach)), step(3, bag(2, reach)), step(4, withdraws)];
  test("nothing new goes, and the refusal lists what went with bag and day", () => {
    const { last, state } = play(...gone, step(5, bag(3, name)));
    expect(ruleOf(last)).toBe("withdrawn");
    expect(saysOf(last)).toBe(
      `The consent was taken back on Thu 19 Nov 2026. Nothing new goes to Northshire Advocacy. What went cannot be called back: “${name}”, bag 1 of Thu 19 Nov 2026; “${reach}”, bag 1 of Thu 19 Nov 2026 and bag 2 of Thu 19 Nov 2026.`,
    );
    const [referral] = state.referrals;
    if (referral === undefined) throw new Error("no referral");
    expect(thingsOf(referral).map(({ what, answer, went }) => [what, answer, went.map((one) => one.bag)])).toEqual([
      [name, "yes", [1]],
      [reach, "yes", [1, 2]],
      [photographs, "no", []],
      [address, "not-asked", []],
    ]);
    // A bag that was sealed and not handed out is held against the same.
    expect(whyNothingGoes(referral, hour(5))?.rule).toBe("withdrawn");
  });
  test("it is taken on top of what was not seen, in a closed case, and once", () => {
    expect(ruleOf(play(...started, step(2, bag(1, name)), step(3, withdraws, { by: "marsh", saw: 1 })).last)).toBe("taken");
    expect(ruleOf(play(...gone, step(5, withdraws)).last)).toBe("withdrawn-already");
    const { state } = play(...started);
    const closed: CaseState = { ...state, closed: { number: state.number, happened: hour(2), by: "bell" } };
    const command = { ...withdraws, stream: { of: "case", id: "0431" } as const, saw: 0, by: "lunt", happened: hour(3) };
    expect(ruleOf(decideCase(command, closed, { table: null, reports: [] }, hour(3)))).toBe("taken");
  });
  test("who seals while another writes it down is told of it first", () => {
    const { last } = play(...started, step(2, withdraws, { by: "marsh" }), step(3, bag(1, name), { by: "lunt", saw: 2 }));
    expect(ruleOf(last)).toBe("changed");
  });
  test("the old consent is not used again: one that was given before counts for nothing, one given after does", () => {
    expect(ruleOf(play(...gone, { when: hour(4), intent: agrees() }).last)).toBe("older-than-withdrawal");
    expect(ruleOf(play(...gone, step(5, agrees()), step(6, bag(3, name))).last)).toBe("taken");
  });
  test("a bag that was sealed by an older consent is not handed out under a new one, even where that asks no less", () => {
    const narrower = agrees({ scope: [{ what: name, answer: "yes" }] });
    for (const next of [agrees(), narrower]) {
      const { state } = play(...started, step(2, bag(1, name, reach)), step(3, next), step(4, bag(2, name)));
      const [referral] = state.referrals;
      const rules = referral?.bags.map((one) => whyBagStays(referral, one, hour(5))?.rule);
      expect(rules).toEqual(["older-than-consent", undefined]);
    }
  });
  test("what came of it can still be written", () => {
    expect(ruleOf(play(...gone, step(5, answers("accepted"))).last)).toBe("taken");
    expect(ruleOf(play(...gone, step(5, reached)).last)).toBe("taken");
  });
});

test("whatever happens in whatever order, each part of a bag that went had her yes, within its days, and nobody had taken it back", () => {
  const anyIntent: fc.Arbitrary<Intent> = fc.oneof(
    fc
      .record({
        answers: fc.array(fc.constantFrom<"yes" | "no" | "not-asked">("yes", "yes", "yes", "no", "not-asked"), {
          minLength: 4,
          maxLength: 4,
        }),
        until: fc.constantFrom("2026-11-18", "2026-11-21", "2027-01-31"),
      })
      .map(({ answers: given, until }) =>
        agrees({ until, scope: [name, reach, photographs, address].map((what, i) => ({ what, answer: given[i] ?? "no" })) }),
      ),
    fc
      .oneof(fc.subarray([name, reach], { minLength: 1 }), fc.subarray([name, reach, photographs, address, "Another"], { minLength: 1 }))
      .map((what) => bag(1, ...what)),
    fc.constantFrom(withdraws, agrees()),
    fc.constantFrom(bag(1, name), bag(1, reach), bag(1, photographs)),
    fc.constantFrom(answers("accepted"), answers("declined")),
    fc.constant(reached),
  );
  let went = 0;
  fc.assert(
    fc.property(
      fc.array(fc.record({ intent: anyIntent, hours: fc.integer({ min: 0, max: 20 }) }), { minLength: 10, maxLength: 30 }),
      (steps) => {
        let when = thursday;
        let state = applyAll(emptyCase("0431"), opened("R-1"), when);
        const written: CaseEvent[] = [];
        for (const { intent: tried, hours } of steps) {
          when = later(when, hours * 3_600_000);
          const next = (state.referrals[0]?.bags.length ?? 0) + 1;
          const intent = tried.kind === "referral-sent" && hours > 0 ? { ...tried, body: { ...tried.body, bag: next } } : tried;
          const command = { ...intent, stream: { of: "case", id: "0431" } as const, saw: state.number, by: "lunt", happened: when };
          const decided = decideCase(command, state, { table: null, reports: [] }, when);
          if (!decided.done) continue;
          written.push(...decided.events);
          state = decided.events.reduce(applyToCase, state);
        }
        // Looked at again, event by event, without the code that decided.
        for (const [i, event] of written.entries()) {
          const back = parseEvent(JSON.parse(eventToJson(event)));
          expect(back).toEqual({ ok: true, value: event });
          if (event.kind !== "referral-sent") continue;
          went += 1;
          const before = written.slice(0, i);
          const last = before.findLast(({ kind }) => kind === "referral-consent" || kind === "referral-withdrawn");
          if (last?.kind !== "referral-consent") throw new Error("a bag went without a consent that stands");
          for (const { what } of event.body.what) expect(last.body.scope.find((one) => one.what === what)?.answer).toBe("yes");
          expect(new Date(event.happened).toISOString().slice(0, 10) <= last.body.until).toBe(true);
        }
        const [referral] = state.referrals;
        const ended = written.findLast(({ kind }) => kind === "referral-consent" || kind === "referral-withdrawn");
        if (referral !== undefined) expect(consentOf(referral) === undefined).toBe(ended?.kind === "referral-withdrawn");
      },
    ),
    { seed: 431, numRuns: 300 },
  );
  expect(went).toBeGreaterThan(50);
});

function applyAll(state: CaseState, intent: Intent, when: Instant): CaseState {
  return applyToCase(state, {
    ...intent,
    stream: { of: "case", id: "0431" },
    number: state.number + 1,
    happened: when,
    recorded: when,
    by: "lunt",
  });
}

/** As the room law has it; rooms of one floor never meet. */
const refer: ClockRule = {
  id: "refer",
  from: ["reported"],
  duty: "refer to a support service, where the person agreed",
  workingDays: { enhanced: 2, standard: 2 },
  says: "A service is to be in touch in time.",
  section: "Victims’ Code, referral to support",
  source: "invented",
  checkedOn: "2026-11-27",
  verification: "design",
};
const law: DeskLaw = {
  code: "EW",
  ruleVersion: "2026-11-27",
  clocks: [refer],
  recording: [],
  freeDays: { years: [2026, 2026], holidays: ["2026-12-25", "2026-12-28"], source: "invented", checkedOn: "2026-11-27" },
  order: null,
};
const rules = { law, force: shippedForceClocks("Northshire") };

describe("Victims’ Code, referral to support: the service is in touch in time", () => {
  const clockAfter = (steps: readonly Step[], now: string, by: typeof rules = rules) => {
    const { state } = play(...steps);
    const [referral] = state.referrals;
    return referral && contactClock(referral, state, by, at(now));
  };
  test("day 1 is the day after consent, a weekend is none, and each day is named", () => {
    const clock = clockAfter(started, "2026-11-23T11:00:00.000Z");
    expect(clock?.days).toEqual(["Fri 20 Nov 2026", "Mon 23 Nov 2026"]);
    expect(clock?.duty).toMatchObject({ state: "due", dueBy: "2026-11-23" });
    expect(clockAfter(started, "2026-11-24T00:00:00.000Z")?.duty.state).toBe("overdue");
    const met = [...started, { when: at("2026-11-23T23:59:00.000Z"), intent: reached }];
    expect(clockAfter(met, "2026-11-30T00:00:00.000Z")?.duty.state).toBe("met");
    const late = [...started, { when: at("2026-11-24T00:00:00.000Z"), intent: reached }];
    expect(clockAfter(late, "2026-11-30T00:00:00.000Z")?.duty.state).toBe("met-late");
  });
  test("a force’s own figure takes its place and says whose it is; a year without holidays is counted by hand; another place has no clock", () => {
    const own = { ...rules, force: { ...rules.force, instead: { refer: { enhanced: 1, standard: 5 } } } };
    expect(clockAfter(started, "2026-11-20T11:00:00.000Z", own)?.duty).toMatchObject({ dueBy: "2026-11-20" });
    expect(clockAfter(started, "2026-11-20T11:00:00.000Z", own)?.duty.why).toContain("by Northshire’s own rule");
    const near = later(at("2026-12-31T10:00:00.000Z"), 0);
    const atYearsEnd = [
      { when: near, intent: opened("R-1") },
      { when: near, intent: agrees() },
    ];
    expect(clockAfter(atYearsEnd, "2026-12-31T11:00:00.000Z")).toMatchObject({ duty: { state: "cannot-be-worked-out" }, days: [] });
    expect(clockAfter(started, "2026-11-20T11:00:00.000Z", { ...rules, law: { ...law, clocks: [] } })).toBeUndefined();
  });
  test("nobody waits after she took it back or the service declined; who was reached before stays reached", () => {
    expect(clockAfter([...started, step(2, withdraws)], "2026-12-20T11:00:00.000Z")).toBeUndefined();
    const declined = [...started, step(2, bag(1, name)), step(3, answers("declined"))];
    expect(clockAfter(declined, "2026-12-20T11:00:00.000Z")).toBeUndefined();
    expect(clockAfter([...started, step(2, reached), step(3, withdraws)], "2026-12-20T11:00:00.000Z")?.duty.state).toBe("met");
  });
  test("it is watched among what is due of the case, and a bag that went refers the person of its report", () => {
    const received: CaseEvent = {
      stream: { of: "report", id: "R-1" },
      number: 1,
      happened: thursday,
      recorded: thursday,
      by: "desk",
      kind: "report-received",
      body: {
        letter: "00112233445566778899aabbccddeeff",
        who: { reporter: "self", about: "adult" },
        anonymous: false,
        danger: "no",
        packs: 0,
      },
    };
    const report = foldReport("R-1", [received]);
    const dueOf = (steps: readonly Step[]) =>
      dutiesOf({ state: play(...steps).state, reports: [report] }, rules, hour(30))
        .filter(({ id }) => id.startsWith("refer"))
        .map(({ id, state }) => [id, state]);
    expect(dueOf(started)).toEqual([
      ["refer", "due"],
      ["referral-contact", "due"],
    ]);
    expect(dueOf([...started, step(2, bag(1, name))])).toEqual([
      ["referral-contact", "due"],
      ["refer", "met"],
    ]);
    expect(dutiesOfReport(report, { rules, now: later(thursday, msPerDay) }).map(({ id }) => id)).toEqual(["refer"]);
  });
});
