import { type Instant, epoch, instantFromIso, later, msPerDay, msPerMinute } from "@unmask/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CaseEvent, type Intent, desk, eventToJson, parseEvent } from "../event.ts";
import { type CaseState, applyToCase, emptyCase, foldCase } from "../fold/case-state.ts";
import { type ReportState, applyToReport, emptyReport, foldReport } from "../fold/report-state.ts";
import { isHandedOver } from "../fold/handover-lines.ts";
import { prompts } from "../risk/prompts.ts";
import { proposeFor, shippedRiskRule } from "../risk/risk-rule.ts";
import { everyQuestion } from "../telephone/questions.ts";
import type { Command, Decided } from "./command.ts";
import { closingChecks } from "./closing.ts";
import { decideCase, opensByReport } from "./decide-case.ts";
import { decideReport } from "./decide-report.ts";

const now = instantFromIso("2026-11-25T03:12:00.000Z") ?? epoch;
const rules = { risk: shippedRiskRule("Northshire") };
const letter = "00112233445566778899aabbccddeeff";
const table = { table: "codes-2026.csv", rows: [{ row: 87, says: "Stalking", code: "8/65" }] };
const ground = { says: "She says so.", knowing: "account" } as const;

interface Step {
  readonly by: string;
  readonly intent: Intent;
  /** How many events before the newest this officer's screen is. */
  readonly behind?: number;
}

/** Lets people and the desk act one after another; keeps what was accepted and what was not. */
function play<S extends { readonly number: number }>(
  start: S,
  stream: CaseEvent["stream"],
  { decide, apply }: { decide: (command: Command, state: S, at: Instant) => Decided; apply: (state: S, event: CaseEvent) => S },
  steps: readonly Step[],
) {
  let state = start;
  const events: CaseEvent[] = [];
  const outcomes: Decided[] = [];
  steps.forEach(({ by, intent, behind = 0 }, i) => {
    const at = later(now, i * msPerMinute);
    const decided = decide({ ...intent, stream, saw: Math.max(0, state.number - behind), by, happened: at, follows: "0412" }, state, at);
    // What follows from elsewhere is never second; a command of an officer here is no follower.
    outcomes.push(decided);
    if (!decided.done) return;
    for (const event of decided.events) {
      events.push(event);
      state = apply(state, event);
    }
  });
  return { state, events, outcomes };
}

const inReport = (...steps: readonly Step[]) =>
  play<ReportState>(
    emptyReport("R-1"),
    { of: "report", id: "R-1" },
    {
      decide: (command, state, at) => {
        const { follows, ...own } = command;
        const isFollower = command.kind === "put-in-case" || command.kind === "taken-out-of-case";
        return decideReport(isFollower && follows !== undefined ? { ...own, follows } : own, state, rules, at);
      },
      apply: applyToReport,
    },
    steps,
  );
/** A closing that names proposal 0 is about the one that waits, whatever its number came to be. */
function withProposal(command: Command, { proposal }: CaseState): Command {
  if (command.kind !== "case-closed" || command.body.proposal !== 0) return command;
  return { ...command, body: { proposal: proposal?.number ?? 0 } };
}

const inCase = (...steps: readonly Step[]) =>
  play<CaseState>(
    emptyCase("0412"),
    { of: "case", id: "0412" },
    {
      decide: ({ follows: _, ...command }, state, at) => decideCase(withProposal(command, state), state, { table, reports: [] }, at),
      apply: applyToCase,
    },
    steps,
  );

const came = (danger: "now" | "no"): Intent => ({
  kind: "report-received",
  body: { letter, who: { reporter: "self", about: "adult" }, anonymous: true, danger, packs: 0 },
});
const read: Intent = { kind: "report-opened", body: {} };
const allAnswered: Intent = {
  kind: "risk-answered",
  body: { rule: "r", prompts: prompts.map(({ id }) => ({ prompt: id, answer: "no" })) },
};
const openAll = prompts.map(({ id }) => id);
const decision = (choice: string, more: object = {}): Intent => ({
  kind: "triage-decided",
  body: { choice, proposed: "week", rule: "r", openPrompts: openAll, ...more },
});

const step = (by: string, intent: Intent, behind?: number): Step => ({ by, intent, ...(behind !== undefined && { behind }) });
const last = (outcomes: readonly Decided[]): Decided | undefined => outcomes.at(-1);
const ruleOf = (outcomes: readonly Decided[]): string | undefined => {
  const one = last(outcomes);
  return one && !one.done && "refused" in one ? one.refused.rule : undefined;
};

describe("a report", () => {
  test("that nobody has read is not decided", () => {
    expect(ruleOf(inReport(step(desk, came("no")), step("pc", decision("week"))).outcomes)).toBe("read-first");
  });

  test("is decided with prompts open only where they are named", () => {
    const steps = [step(desk, came("no")), step("pc", read)];
    expect(ruleOf(inReport(...steps, step("pc", decision("week", { openPrompts: ["alone"] }))).outcomes)).toBe("prompts-open");
    expect(last(inReport(...steps, step("pc", decision("week"))).outcomes)).toMatchObject({ done: true });
  });

  test("is decided against the rule only with a reason, and no officer is their own second reader", () => {
    const steps = [step(desk, came("no")), step("pc", read)];
    expect(ruleOf(inReport(...steps, step("pc", decision("tonight"))).outcomes)).toBe("reason");
    const against = [...steps, step("pc", decision("tonight", { reason: "The door was tried." }))];
    const second: Intent = { kind: "decision-read", body: { decision: 3, agrees: true } };
    expect(ruleOf(inReport(...against, step("pc", second)).outcomes)).toBe("own-decision");
    expect(last(inReport(...against, step("sgt", second)).outcomes)).toMatchObject({ done: true });
  });

  test("with a danger that nobody meets is not sent to another force, and its danger does not end by a word", () => {
    const send: Intent = { kind: "sent-to-force", body: { force: letter, name: "Westmere", reason: "There." } };
    const end: Intent = { kind: "danger-ended", body: { reason: "Quiet now." } };
    const reach: Intent = { kind: "contact-attempted", body: { channel: "call", outcome: "reached" } };
    const danger = [step(desk, came("now"))];
    expect(ruleOf(inReport(...danger, step("pc", send)).outcomes)).toBe("danger-first");
    expect(ruleOf(inReport(...danger, step("pc", end)).outcomes)).toBe("danger-unmet");
    expect(inReport(...danger, step("pc", reach), step("pc", end), step("pc", send)).state).toMatchObject({
      danger: null,
      sentTo: { name: "Westmere" },
    });
    const second: Intent = { kind: "danger-raised", body: { says: "He is at the school.", knowing: "account" } };
    // Somebody can be with it again while a danger that was said since stands, and only then.
    const sent = [step(desk, came("no")), step("pc", send)];
    expect(ruleOf(inReport(...sent, step("pc", { kind: "report-taken", body: {} })).outcomes)).toBe("sent");
    expect(inReport(...sent, step("pc", second), step("dc", { kind: "report-taken", body: {} })).state.officer).toBe("dc");
    expect(ruleOf(inReport(...danger, step("pc", reach), step("pc", second), step("pc", end)).outcomes)).toBe("danger-unmet");
  });

  test("with a danger that somebody meets goes to another force only when that force was telephoned as well", () => {
    const send = (more: object): Intent => ({
      kind: "sent-to-force",
      body: { force: letter, name: "Westmere", reason: "There.", ...more },
    });
    const steps = [step(desk, came("now")), step("pc", { kind: "danger-met", body: { says: "A car is there." } })];
    expect(ruleOf(inReport(...steps, step("pc", send({}))).outcomes)).toBe("telephone-first");
    expect(inReport(...steps, step("pc", send({ telephoned: "Sgt Hale, 03:44" }))).state.sentTo).toMatchObject({ force: letter });
  });

  test("whose person asked that nobody else is told goes to another force only when that person agreed", () => {
    const send = (more: object): Intent => ({
      kind: "sent-to-force",
      body: { force: letter, name: "Westmere", reason: "There.", ...more },
    });
    const first = came("no");
    if (first.kind !== "report-received") throw new Error("a letter came");
    const steps = [step(desk, { kind: first.kind, body: { ...first.body, referral: "no" } })];
    expect(ruleOf(inReport(...steps, step("pc", send({}))).outcomes)).toBe("agreed-first");
    expect(inReport(...steps, step("pc", send({ agreed: "On the telephone, 26 Nov." }))).state.sentTo).not.toBeNull();
  });

  test("whose person asked that nobody else is told is referred to a service only when that person agreed", () => {
    const first = came("no");
    if (first.kind !== "report-received") throw new Error("a letter came");
    const steps = [step(desk, { kind: first.kind, body: { ...first.body, referral: "no" } })];
    const refer = (more: object): Intent => ({ kind: "referral-made", body: { outcome: "referred", to: "Northshire Support", ...more } });
    expect(ruleOf(inReport(...steps, step("pc", refer({}))).outcomes)).toBe("agreed-first");
    expect(inReport(...steps, step("pc", refer({ says: "On the telephone, 26 Nov." }))).state.referred?.to).toBe("Northshire Support");
    expect(inReport(...steps, step("pc", { kind: "referral-made", body: { outcome: "not-wanted" } })).state.referred).not.toBeNull();
  });

  test("that one officer took is not taken from that officer, and goes to the next when the next has read the handover", () => {
    const take: Intent = { kind: "report-taken", body: {} };
    const give: Intent = { kind: "handover-given", body: { to: "lunt", lines: [] } };
    const got: Intent = { kind: "handover-read", body: { number: 3 } };
    const steps = [step(desk, came("no")), step("pc", take)];
    expect(ruleOf(inReport(...steps, step("lunt", take)).outcomes)).toBe("taken");
    expect(inReport(...steps, step("pc", give)).state.officer).toBe("pc");
    expect(ruleOf(inReport(...steps, step("pc", give), step("bell", got)).outcomes)).toBe("read-by-the-next");
    expect(inReport(...steps, step("pc", give), step("lunt", got)).state.officer).toBe("lunt");
  });

  test("that was put into a case is with whoever read the note of the case, and with the giver until then and when it comes back", () => {
    const give = (to: string): Intent => ({ kind: "handover-given", body: { to, lines: [] } });
    const got = (number: number): Intent => ({ kind: "handover-read", body: { number } });
    const opened: Intent = { kind: "case-opened", body: { reports: ["R-1"] } };
    const steps = [
      step("bell", opened),
      step("bell", give("lunt")),
      step("lunt", got(2)),
      step("lunt", give("bell")),
      step("bell", got(4)),
    ];
    const givenAway = steps.map((_, i) => {
      const { state } = inCase(...steps.slice(0, i + 1));
      return ["bell", "lunt"].filter((officer) => isHandedOver(state, officer)).join();
    });
    expect(givenAway).toEqual(["", "", "bell", "bell", "lunt"]);
  });

  test("is handed over once at a time: the second of giver and supervisor is refused while the first waits, and a newer note of one writer takes the older's place", () => {
    const give = (to: string, from?: string): Intent => ({
      kind: "handover-given",
      body: { to, lines: [], ...(from !== undefined && { from }) },
    });
    const got = (number: number): Intent => ({ kind: "handover-read", body: { number } });
    const opened = step("bell", { kind: "case-opened", body: { reports: ["R-1"] } });
    const own = step("bell", give("lunt"));
    const inPlace = step("wren", give("adair", "bell"));
    expect(ruleOf(inCase(opened, own, inPlace).outcomes)).toBe("handed-over-already");
    expect(ruleOf(inCase(opened, inPlace, own).outcomes)).toBe("handed-over-already");
    // Read, it waits no more; and a note of somebody else's share holds nobody up.
    expect(inCase(opened, own, step("lunt", got(2)), inPlace).outcomes.at(-1)?.done).toBe(true);
    expect(inCase(opened, step("dc", give("lunt")), inPlace).outcomes.at(-1)?.done).toBe(true);
    // A shift later nobody came to read it: it goes to another.
    const shift = Array.from({ length: 12 * 60 }, (): Step => step("bell", opened.intent));
    expect(inCase(opened, own, ...shift, inPlace).outcomes.at(-1)?.done).toBe(true);
    const newer = [opened, own, step("bell", give("adair"))];
    expect(inCase(...newer).state.handovers.map(({ to }) => to)).toEqual(["adair"]);
    expect(ruleOf(inCase(...newer, step("lunt", got(2))).outcomes)).toBe("no-handover");
    expect(inCase(...newer, step("adair", got(3))).outcomes.at(-1)?.done).toBe(true);
  });

  test("is handed over whole: the line about its danger cannot be left out", () => {
    const give: Intent = { kind: "handover-given", body: { to: "lunt", lines: [] } };
    expect(ruleOf(inReport(step(desk, came("now")), step("pc", give)).outcomes)).toBe("handover-whole");
  });

  test("of two who save at once the second is told what the first wrote, and loses nothing by saving again", () => {
    const first: Intent = { kind: "task-made", body: { task: "T-1", says: "Ring." } };
    const other: Intent = { kind: "task-made", body: { task: "T-2", says: "Write." } };
    const { outcomes, state } = inReport(step(desk, came("no")), step("pc", first), step("dc", other, 1), step("dc", other));
    expect(outcomes[2]).toMatchObject({ done: false, changed: [{ number: 2, kind: "task-made", by: "pc" }] });
    expect(state.tasks.map(({ task }) => task)).toEqual(["T-1", "T-2"]);
  });

  test("holds nothing that one wrote oneself a moment before against oneself, but what a third wrote in between", () => {
    const one: Intent = { kind: "risk-answered", body: { rule: "r", prompts: [{ prompt: "threat", answer: "yes" }] } };
    const two: Intent = { kind: "risk-answered", body: { rule: "r", prompts: [{ prompt: "alone", answer: "no" }] } };
    const other: Intent = { kind: "task-made", body: { task: "T-1", says: "Ring." } };
    const own = inReport(step(desk, came("no")), step("pc", one), step("pc", two, 1));
    expect(own.outcomes[2]).toMatchObject({ done: true });
    expect(Object.keys(own.state.prompts)).toEqual(["threat", "alone"]);
    const beside = inReport(step(desk, came("no")), step("pc", one), step("dc", other), step("pc", two, 2));
    expect(beside.outcomes[3]).toMatchObject({ done: false, changed: [{ number: 3, kind: "task-made", by: "dc" }] });
  });

  test("that came by itself is not typed by hand, and the machine decides nothing", () => {
    expect(ruleOf(inReport(step("pc", came("no"))).outcomes)).toBe("arrives-by-itself");
    expect(ruleOf(inReport(step(desk, came("no")), step(desk, allAnswered)).outcomes)).toBe("a-person-decides");
  });
});

const begin = step("bell", { kind: "case-opened", body: { reports: ["R-1"] } });
const answerAll: readonly Step[] = [
  step("bell", {
    kind: "offence-recorded",
    body: { principal: { offence: "s4a", says: "Stalking" }, included: [], joined: [], limbs: { fear: "fits", alarm: "not-known" } },
  }),
  step("bell", { kind: "order-considered", body: { answer: "not-pursued", reason: "She does not want one." } }),
  step("adair", { kind: "decision-read", body: { decision: 3, agrees: true } }),
  step("bell", allAnswered),
];
const propose = step("bell", {
  kind: "closing-proposed",
  body: {
    choice: "not-proved",
    reason: "No holder found.",
    rests: [ground],
    against: [ground],
    despite: [{ open: "told", reason: "She is told by DC Bell tomorrow." }],
  },
});

describe("a case", () => {
  test("takes no log of a day that has not come, and tells what to look at", () => {
    const log = (day: string, at?: string): Step =>
      step("bell", {
        kind: "record-typed",
        body: {
          ...{ of: "log", record: "NP-0311", agency: "Northshire Police", day, says: "A man at the door." },
          ...(at !== undefined && { at }),
        },
      });
    const ahead = inCase(begin, log("2027-08-27"));
    expect(last(ahead.outcomes)).toMatchObject({
      refused: { rule: "day-not-come", says: "Fri 27 Aug 2027 has not come yet. Look at the year, and type the day as the log has it." },
    });
    expect(ruleOf(inCase(begin, log("2026-11-26")).outcomes)).toBe("day-not-come");
    expect(last(inCase(begin, log("2026-11-25")).outcomes)).toMatchObject({ done: true });
    // Nor a minute that the clock left out; one that it showed twice can be what the record says.
    expect(ruleOf(inCase(begin, log("2026-03-29", "01:30")).outcomes)).toBe("no-such-minute");
    for (const at of ["00:59", "02:00"]) expect(last(inCase(begin, log("2026-03-29", at)).outcomes)).toMatchObject({ done: true });
    expect(last(inCase(begin, log("2026-10-25", "01:30")).outcomes)).toMatchObject({ done: true });
  });

  test("takes the same log once: typed again it says that it is there, and another agency's of this number is another", () => {
    const typed = (record: string, agency: string, more: object = {}): Step =>
      step("bell", { kind: "record-typed", body: { of: "log", record, agency, day: "2026-08-27", says: "A man at the door.", ...more } });
    const first = typed("NP-0311", "Northshire Police");
    const again = inCase(begin, first, typed("np-0311 ", "Northshire police"));
    expect(last(again.outcomes)).toMatchObject({
      refused: { rule: "record-there", says: expect.stringContaining("already, of Thu 27 Aug 2026") },
    });
    expect(again.state.records).toHaveLength(1);
    expect(inCase(begin, first, typed("NP-0311", "Southmere Police")).state.records).toHaveLength(2);
    expect(
      inCase(begin, first, typed("NP-0311", "Northshire Police", { of: "crime", as: "criminal damage", stalking: "yes" })).state.records,
    ).toHaveLength(2);
  });

  test("does not close while “was an order considered” is not answered, and the refusal says what is open and what would allow it", () => {
    const { outcomes } = inCase(begin, propose);
    const refused = last(outcomes);
    expect(refused).toMatchObject({ done: false, refused: { rule: "closing" } });
    if (refused && !refused.done && "refused" in refused) {
      expect(refused.refused.says).toContain("“Was an order considered” is answered: not answered.");
      expect(refused.refused.allows).toContain("order-considered");
    }
  });

  test("is closed by another person than the one who asked for it", () => {
    const steps = [begin, ...answerAll, propose];
    const close: Intent = { kind: "case-closed", body: { proposal: 6 } };
    expect(ruleOf(inCase(...steps, step("bell", close)).outcomes)).toBe("own-proposal");
    expect(inCase(...steps, step("adair", close)).state.closed).toMatchObject({ by: "adair" });
  });

  test("closes because the person asks for it in their own words only where it names these; what is no letter of theirs is refused", () => {
    const { state } = inCase(begin, ...answerAll);
    const report = { ...inReport(step(desk, came("no"))).state, report: "R-1" };
    const { intent } = propose;
    if (intent.kind !== "closing-proposed") throw new Error("a proposal");
    const { body } = intent;
    const asked = (number: number, of = "R-1"): Intent => ({
      kind: "closing-proposed",
      body: { ...body, choice: "she-asks", asked: { report: of, number } },
    });
    const decided = (intent: Intent) => {
      const command: Command = { ...intent, stream: { of: "case", id: "0412" }, saw: state.number, by: "bell", happened: now };
      return decideCase(command, state, { table, reports: [report], joined }, now);
    };
    let joined: readonly ReportState[] = [];
    expect(decided(asked(1))).toMatchObject({ done: true });
    expect(decided(asked(2))).toMatchObject({ refused: { rule: "asked-by-them" } });
    expect(decided(asked(1, "R-9"))).toMatchObject({ refused: { rule: "asked-by-them" } });
    // What was written after it, though answered, also in what is read as one with it, can take it back.
    const taken: Intent = {
      kind: "answer-received",
      body: { letter, danger: "unsaid", account: "I never asked for it.", packs: 0 },
    };
    const reply: Intent = { kind: "contact-attempted", body: { channel: "mailbox", outcome: "sent" } };
    joined = [{ ...inReport(step(desk, came("no")), step(desk, taken), step("pc", reply)).state, report: "R-9" }];
    expect(decided(asked(1))).toMatchObject({
      refused: { rule: "asked-by-them", says: expect.stringMatching(/^They wrote after that: R-9, .*“I never asked for it”\. Read it/) },
    });
    expect(decided(asked(1, "R-9"))).toMatchObject({ refused: { rule: "asked-by-them" } });
    expect(decided(asked(2, "R-9"))).toMatchObject({ done: true });
  });

  test("does not close as asked for by the person on what they wrote before, once they wrote again, though that was answered", () => {
    const { intent } = propose;
    if (intent.kind !== "closing-proposed") throw new Error("a proposal");
    // The letter was answered and the prompts asked again: nothing else is open.
    const toldSince: Intent = { kind: "update-written", body: { says: "We read it.", tells: [], answers: [] } };
    const closes = (choice: "she-asks" | "not-proved", minutes: number) => {
      const asked = step("bell", { ...intent, body: { ...intent.body, choice } });
      const { state } = inCase(begin, ...answerAll, asked, step("bell", toldSince), step("bell", allAnswered));
      const answer: Intent = {
        kind: "answer-received",
        body: { letter, danger: "unsaid", account: "I never asked you to close.", packs: 0 },
      };
      const { state: report } = inReport(step(desk, came("no")), step(desk, answer));
      const at = later(now, minutes * msPerMinute);
      const reports = [{ ...report, log: report.log.map((one) => (one.kind === "answer-received" ? { ...one, recorded: at } : one)) }];
      const close: Intent = { kind: "case-closed", body: { proposal: 6 } };
      const command: Command = {
        ...close,
        stream: { of: "case", id: "0412" },
        saw: state.number,
        by: "adair",
        happened: later(now, 20 * msPerMinute),
      };
      return decideCase(command, state, { table, reports }, later(now, 20 * msPerMinute));
    };
    expect(closes("she-asks", 1)).toMatchObject({ done: true });
    expect(closes("not-proved", 6)).toMatchObject({ done: true });
    expect(closes("she-asks", 6)).toMatchObject({
      refused: {
        says: expect.stringMatching(/since it was proposed that they ask for it: R-1, .*: return it, and propose it anew/),
        allows: expect.arrayContaining(["closing-returned"]),
      },
    });
  });

  test("does not close while a danger stands in one of its reports, and its line says in which", () => {
    const { state } = inCase(begin, ...answerAll);
    const quiet = inReport(step(desk, came("no"))).state;
    const inDanger = { ...inReport(step(desk, came("now"))).state, report: "R-27" };
    const command: Command = { ...propose.intent, stream: { of: "case", id: "0412" }, saw: state.number, by: "bell", happened: now };
    const decided = decideCase(command, state, { table, reports: [quiet, inDanger] }, now);
    expect(decided).toMatchObject({ done: false, refused: { rule: "closing" } });
    expect(decided.done || !("refused" in decided) ? "" : decided.refused.says).toBe(
      "Not yet. No danger stands, and what the person wrote is answered: R-27: Danger now, said in the letter.",
    );
    expect(closingChecks(state, [quiet, inDanger])[0]).toMatchObject({ done: false, open: ["R-27: Danger now, said in the letter"] });
    expect(decideCase(command, state, { table, reports: [quiet] }, now)).toMatchObject({ done: true });
  });

  test("does not close while nobody has answered what the person wrote last, though no danger was said in it", () => {
    const { state } = inCase(begin, ...answerAll);
    const answer: Intent = { kind: "answer-received", body: { letter, danger: "unsaid", account: "He is in the garden now.", packs: 0 } };
    const wrote = inReport(step(desk, came("no")), step(desk, answer));
    const [check] = closingChecks(state, [wrote.state]);
    expect(check).toMatchObject({ id: "danger", done: false });
    expect(check?.open[0]).toMatch(/^R-\d+: wrote .*, not answered: “He is in the garden now”$/);
    // Nor of one that is only read as one with a report of it: what the case writes goes to its own.
    const update = step("bell", { kind: "update-written", body: { says: "We come.", tells: [], answers: [] } });
    const { state: told } = inCase(begin, ...answerAll, update);
    expect(closingChecks(told, [], [], [wrote.state])[0]?.open).toEqual(check?.open);
    expect(closingChecks(told, [wrote.state])[0]?.open).toEqual([]);
  });

  test("does not close while a link that was found in one of its reports is undecided; two reports of the case are together already", () => {
    const { state } = inCase(begin, ...answerAll);
    const link = (id: string, to: string) => step(desk, { kind: "link-suggested", body: { link: id, to, why: [ground] } });
    const refute: Intent = { kind: "link-decided", body: { link: "k-1", answer: "refuted", reason: "Another holder." } };
    const openIn = (...steps: readonly Step[]) => {
      const report = inReport(step(desk, came("no")), ...steps).state;
      return closingChecks(state, [report]).find(({ id }) => id === "links")?.open;
    };
    expect(openIn(link("k-1", "R-2"), link("k-2", "0377"))).toEqual([
      expect.stringMatching(/^R-\d+ with R-2$/),
      expect.stringMatching(/^R-\d+ with 0377$/),
    ]);
    expect(openIn(link("k-1", "R-2"), step("bell", refute))).toEqual([]);
    expect(openIn(link("k-1", "R-1"), link("k-2", "0412"))).toEqual([]);
  });

  test("asks of each of several people whether they were told: what went to one mailbox told nobody else", () => {
    const toldIn = (joined: readonly ReportState[], ...steps: readonly Step[]) => {
      const { state } = inCase(begin, ...answerAll, ...steps);
      const own = inReport(step(desk, came("no"))).state;
      return closingChecks(state, [own], [], joined).find(({ id }) => id === "told")?.open;
    };
    const update: Step = step("bell", { kind: "update-written", body: { says: "It ends here.", to: "R-1", tells: [], answers: [] } });
    const none = { ...inReport(step(desk, came("no"))).state, report: "R-33", door: "999" } as const;
    expect(toldIn([], update)).toEqual([]);
    expect(toldIn([])).toEqual(["nothing was written to the person since"]);
    expect(toldIn([none], update)).toEqual(["nobody has spoken to the person of R-33 since, who has no mailbox"]);
    expect(toldIn([{ ...none, door: "letter" }], update)).toEqual(["nothing was written to the person of R-33 since"]);
    const call: Intent = { kind: "contact-attempted", body: { channel: "call", outcome: "reached", reports: ["R-33"] } };
    const { state } = inCase(begin, ...answerAll, update);
    const event: CaseEvent = {
      ...call,
      stream: { of: "case", id: "0412" },
      number: state.number + 1,
      by: "bell",
      happened: now,
      recorded: later(now, 20 * msPerMinute),
    };
    const own = inReport(step(desk, came("no"))).state;
    const openIn = (joined: readonly ReportState[]) =>
      closingChecks(applyToCase(state, event), [own], [], joined).find(({ id }) => id === "told")?.open;
    expect(openIn([none])).toEqual([]);
    // A call of which nobody wrote the words tells whoever has a mailbox nothing that could be read again.
    expect(openIn([{ ...none, door: "letter" }])).toEqual(["nothing was written to the person of R-33 since"]);
  });

  test("asks before it closes whether she was told, what is due and what was promised; each is done, or stays open with a reason", () => {
    const { state } = inCase(begin, ...answerAll);
    const openIn = (one: CaseState, due: readonly string[]) =>
      closingChecks(one, [], due)
        .filter(({ takesReason, done }) => takesReason && !done)
        .map(({ id, open }) => [id, open]);
    expect(openIn(state, ["Refer to a support service"])).toEqual([
      ["told", ["nothing was written to the person since"]],
      ["duties", ["Refer to a support service"]],
    ]);
    const told = step("bell", { kind: "update-written", body: { says: "It ends here.", tells: [], answers: [], nextBy: "2026-12-01" } });
    expect(openIn(inCase(begin, ...answerAll, told).state, [])).toEqual([["promised", ["somebody writes again by 2026-12-01"]]]);
    const ask = (due: readonly string[], intent: Intent) => {
      const command: Command = { ...intent, stream: { of: "case", id: "0412" }, saw: state.number, by: "bell", happened: now };
      return decideCase(command, state, { table, reports: [], due }, now);
    };
    expect(ask([], propose.intent)).toMatchObject({ done: true });
    expect(ask(["Refer to a support service"], propose.intent)).toMatchObject({
      refused: { says: "Not yet. No duty to the person is due: Refer to a support service." },
    });
    if (propose.intent.kind !== "closing-proposed") throw new Error("a proposal");
    const silent: Intent = { ...propose.intent, body: { ...propose.intent.body, despite: [] } };
    expect(ask([], silent)).toMatchObject({
      refused: { rule: "closing", says: expect.stringContaining("was told what was decided last") },
    });
  });

  test("opens again by itself when she writes, and takes no other work while it is closed", () => {
    const steps = [begin, ...answerAll, propose, step("adair", { kind: "case-closed", body: { proposal: 6 } })];
    expect(ruleOf(inCase(...steps, step("bell", { kind: "case-taken", body: {} })).outcomes)).toBe("closed");
    const wrote = inCase(...steps, step(desk, { kind: "she-wrote", body: { says: "He came again.", asks: false } }));
    expect(wrote.state).toMatchObject({ closed: null, number: 9 });
    expect(wrote.events.at(-1)).toMatchObject({ by: desk, kind: "case-reopened", body: { reason: "The person wrote." } });
    // So does a danger that is written in one of its reports; a look at the report does not.
    const { state } = inCase(...steps);
    const inReport = { stream: { of: "report", id: "R-1" }, number: 5, happened: epoch, recorded: epoch, by: "pc" } as const;
    const raised = { ...inReport, kind: "danger-raised", body: { says: "At the door.", knowing: "account" } } as const;
    const again = { stream: { of: "case", id: state.case }, number: state.number + 1, by: desk, kind: "case-reopened" };
    expect(opensByReport(state, raised)).toMatchObject({ ...again, body: { reason: "A danger was said or seen." } });
    expect(opensByReport(state, { ...inReport, kind: "report-opened", body: {} })).toBeUndefined();
    expect(opensByReport(wrote.state, raised)).toBeUndefined();
  });

  test("puts its reports into the case in the reports’ own streams", () => {
    expect(inCase(begin).outcomes[0]).toMatchObject({
      also: [{ stream: { of: "report", id: "R-1" }, intent: { kind: "put-in-case", body: { case: "0412" } } }],
    });
    expect(inReport(step(desk, came("no")), step("bell", { kind: "put-in-case", body: { case: "0412" } })).state.case).toBe("0412");
  });

  test("that is recorded as another thing than stalking asks why, and “not stalking” names the acts it rests on", () => {
    const damage: Intent = {
      kind: "offence-recorded",
      body: { principal: { offence: "damage", says: "Damage" }, included: [], joined: [] },
    };
    const why = (acts: readonly string[]): Intent => ({
      kind: "why-not-stalking",
      body: { record: "this case", answer: "not-stalking", reason: "One act.", acts },
    });
    expect(ruleOf(inCase(begin, step("bell", damage), ...answerAll.slice(1), propose).outcomes)).toBe("closing");
    expect(ruleOf(inCase(begin, step("bell", damage), step("bell", why([]))).outcomes)).toBe("acts-relied-on");
    const asked = inCase(begin, step("bell", damage)).state;
    expect(asked.elsewhere).toMatchObject([{ record: "this case", as: "Damage" }]);
    const openIn = (state: CaseState) => closingChecks(state, []).find(({ id }) => id === "why-not-stalking")?.open;
    expect([asked.elsewhere[0]?.answer, openIn(asked)]).toEqual([undefined, ["this case"]]);
    const agreed = step("adair", { kind: "decision-read", body: { decision: 3, agrees: true } });
    const answered = inCase(begin, step("bell", damage), step("bell", why(["act 12"])), agreed, step("bell", damage)).state;
    expect([answered.elsewhere[0]?.answer?.acts, openIn(answered)]).toEqual([["act 12"], []]);
    const harassment: Intent = {
      kind: "offence-recorded",
      body: { principal: { offence: "s2", says: "Harassment" }, included: [], joined: [] },
    };
    const anew = inCase(begin, step("bell", damage), step("bell", why(["act 12"])), step("bell", harassment)).state;
    expect([anew.elsewhere.length, openIn(anew)]).toEqual([1, ["this case"]]);
  });

  test("that no order is pursued, or that it is not stalking, is open until another person reads it and agrees", () => {
    const damage = step("bell", {
      kind: "offence-recorded",
      body: { principal: { offence: "damage", says: "Damage" }, included: [], joined: [] },
    });
    const not = step("bell", { kind: "order-considered", body: { answer: "not-pursued", reason: "Bail is enough." } });
    const why = step("bell", {
      kind: "why-not-stalking",
      body: { record: "this case", answer: "not-stalking", reason: "One quarrel.", acts: ["1"] },
    });
    const read = (decision: number, agrees: boolean, says?: string): Step =>
      step("adair", { kind: "decision-read", body: { decision, agrees, ...(says !== undefined && { says }) } });
    const openIn = (state: CaseState) =>
      closingChecks(state, [])
        .filter(({ id }) => id === "order-considered" || id === "why-not-stalking")
        .map(({ open, waits }) => [open, waits.map(({ number, by }) => [number, by])]);
    const waiting = inCase(begin, damage, not, why);
    expect(openIn(waiting.state)).toEqual([
      [["waits for a second reader"], [[3, "bell"]]],
      [["this case: waits for a second reader"], [[4, "bell"]]],
    ]);
    expect(ruleOf(inCase(begin, damage, not, why, step("bell", allAnswered), propose).outcomes)).toBe("closing");
    const back = inCase(begin, damage, not, why, read(3, false, "There is no bail."), read(4, true));
    expect(openIn(back.state)).toEqual([
      [["the second reader does not agree: There is no bail"], []],
      [[], []],
    ]);
    const { state } = inCase(begin, damage, not, why, read(3, false, "There is no bail."), read(4, true), not, read(7, true));
    expect(openIn(state)).toEqual([
      [[], []],
      [[], []],
    ]);
    // What was answered before, and sent back, stays to be read.
    expect(state.ordersBefore).toMatchObject([{ number: 3, reason: "Bail is enough." }]);
  });

  test("keeps whether it was a former partner, and takes harassment by one as harassment only with why, whichever recording answered it", () => {
    const record = (more: object): Step =>
      step("bell", {
        kind: "offence-recorded",
        body: { principal: { offence: "s2", says: "Harassment" }, included: [], joined: [], ...more },
      });
    const why = { harassmentOnly: "Two letters about a debt, no following and no watching." };
    expect(ruleOf(inCase(begin, record({ formerPartner: "yes" })).outcomes)).toBe("former-partner");
    expect(last(inCase(begin, record({ formerPartner: "no" })).outcomes)).toMatchObject({ done: true });
    const { state } = inCase(begin, record({ formerPartner: "yes", ...why }));
    expect(state.offence).toMatchObject({ formerPartner: "yes", ...why });
    const explained = record({ formerPartner: "yes", ...why });
    expect(ruleOf(inCase(begin, explained, record({})).outcomes)).toBe("former-partner");
    expect(inCase(begin, explained, record(why)).state.offence?.formerPartner).toBe("yes");
    const stalking = { principal: { offence: "s2a", says: "Stalking" }, limbs: { fear: "not", alarm: "fits" } };
    expect(inCase(begin, explained, record(stalking)).state.offence).toMatchObject({ formerPartner: "yes", principal: { offence: "s2a" } });
  });

  test("takes a code only as it stands in the table that the force loaded", () => {
    const coded = (code: string): Intent => ({
      kind: "offence-recorded",
      body: {
        principal: { offence: "s4a", says: "Stalking", code: { table: "codes-2026.csv", row: 87, code } },
        included: [],
        joined: [],
        limbs: { fear: "fits", alarm: "not" },
      },
    });
    expect(ruleOf(inCase(begin, step("bell", coded("8/66"))).outcomes)).toBe("code-from-the-table");
    expect(inCase(begin, step("bell", coded("8/65"))).state.offence?.principal.code?.code).toBe("8/65");
  });
});

const anyReportIntent: fc.Arbitrary<Intent> = fc.constantFrom<Intent>(
  came("now"),
  read,
  allAnswered,
  decision("week"),
  decision("week", { openPrompts: [] }),
  decision("tonight", { reason: "Why." }),
  { kind: "report-taken", body: {} },
  { kind: "report-given-back", body: { reason: "Shift." } },
  { kind: "danger-raised", body: ground },
  { kind: "danger-met", body: { says: "There." } },
  { kind: "danger-ended", body: { reason: "Over." } },
  { kind: "contact-attempted", body: { channel: "call", outcome: "reached" } },
  { kind: "answer-received", body: { letter, danger: "now", packs: 0 } },
  { kind: "report-joined", body: { into: "R-1", why: "w" } },
  { kind: "report-joined", body: { into: "R-2", why: "w" } },
  { kind: "report-parted", body: { from: "R-2", why: "w" } },
  { kind: "put-in-case", body: { case: "0412" } },
  { kind: "taken-out-of-case", body: { case: "0412", reason: "w" } },
  { kind: "sent-to-force", body: { force: letter, name: "W", reason: "w" } },
  { kind: "task-made", body: { task: "T-1", says: "Ring." } },
  { kind: "task-done", body: { task: "T-1" } },
  { kind: "decision-read", body: { decision: 3, agrees: true } },
  { kind: "handover-given", body: { to: "dc", lines: [] } },
  { kind: "handover-read", body: { number: 4 } },
  { kind: "rule-overridden", body: { group: "first", reason: "w" } },
);
test("a key that is pressed twice does not write to the person twice", () => {
  const ask: Intent = { kind: "asked-her", body: { says: "When are you at work?" } };
  const { outcomes, state } = inCase(begin, step("bell", ask), step("bell", ask, 1));
  expect(outcomes[2]).toMatchObject({ done: false, changed: [{ kind: "asked-her", by: "bell" }] });
  expect(state.thread).toHaveLength(1);
});

test("a report that is taken out of a case takes the danger along that stands there, and none that is over", () => {
  const { outcomes } = inCase(
    step("bell", { kind: "case-opened", body: { reports: ["R-1", "R-2"] } }),
    step("bell", { kind: "danger-raised", body: { says: "He is in the yard.", knowing: "account" } }),
    step("bell", { kind: "danger-met", body: { says: "PC 5120." } }),
    step("bell", { kind: "danger-ended", body: { reason: "He was taken away." } }),
    step("bell", { kind: "danger-raised", body: { says: "He is back with a can.", knowing: "account" } }),
    step("bell", { kind: "danger-met", body: { says: "PC 5133, in the lane.", log: "NP-0311" } }),
    step("bell", { kind: "danger-raised", body: { says: "He rings from the yard.", knowing: "account" } }),
    step("bell", { kind: "report-removed", body: { report: "R-2", reason: "Not hers." } }),
  );
  const stream = { of: "report", id: "R-2" };
  const says = (words: string) => `Raised in case 0412, where this report stood: ${words}`;
  const minute = (after: number) => later(now, after * msPerMinute);
  const removed = last(outcomes);
  expect(removed).toMatchObject({ done: true });
  // Each at its own minute, and whoever is there stays there.
  expect(removed?.done === true ? removed.also : []).toEqual([
    { stream, intent: { kind: "taken-out-of-case", body: { case: "0412", reason: "Not hers." } } },
    { stream, happened: minute(4), intent: { kind: "danger-raised", body: { says: says("He is back with a can."), knowing: "account" } } },
    { stream, happened: minute(5), intent: { kind: "danger-met", body: { says: "PC 5133, in the lane.", log: "NP-0311" } } },
    { stream, happened: minute(6), intent: { kind: "danger-raised", body: { says: says("He rings from the yard."), knowing: "account" } } },
  ]);
});

test("a danger of last year, a call of years ago and a day among spoken words are asked again, with what to do", () => {
  const { state } = inReport(step(desk, came("no")));
  const daysAgo = (intent: Intent, days: number) => {
    const command: Command = { ...intent, stream: { of: "report", id: "R-1" }, saw: 1, by: "pc", happened: later(now, -days * msPerDay) };
    const decided = decideReport(command, state, rules, now);
    return "refused" in decided ? decided.refused : decided.done;
  };
  const danger: Intent = { kind: "danger-raised", body: { says: "He is at the door.", knowing: "account" } };
  const call: Intent = { kind: "contact-attempted", body: { channel: "call", outcome: "reached" } };
  expect(daysAgo(danger, 3)).toBe(true);
  expect(daysAgo(danger, 400)).toMatchObject({ rule: "long-ago", says: expect.stringContaining("look at the day and the year") });
  expect(daysAgo(call, 100)).toBe(true);
  expect(daysAgo(call, 400)).toMatchObject({ rule: "long-ago" });
  const typed = (at: string): Intent => ({
    kind: "report-typed",
    body: {
      door: "999",
      who: { reporter: "self", about: "adult" },
      danger: "now",
      questions: everyQuestion([]),
      told: [{ says: "Help.", at }],
    },
  });
  expect(last(inReport(step("pc", typed("21:40"))).outcomes)).toMatchObject({ done: true });
  expect(ruleOf(inReport(step("pc", typed("9999-12-31"))).outcomes)).toBe("minute-on-the-wall");
});

const anyCaseIntent: fc.Arbitrary<Intent> = fc.oneof(
  fc.constantFrom(...answerAll.map(({ intent }) => intent), propose.intent),
  fc.constantFrom<Intent>({ kind: "case-closed", body: { proposal: 0 } }),
  fc.nat(12).map((proposal): Intent => ({ kind: "closing-returned", body: { proposal, reason: "w" } })),
  fc.constantFrom<Intent>(
    { kind: "case-reopened", body: { reason: "w" } },
    { kind: "report-added", body: { report: "R-2" } },
    { kind: "report-removed", body: { report: "R-1", reason: "w" } },
    { kind: "she-wrote", body: { says: "Is he out?", asks: true } },
    { kind: "update-written", body: { says: "He is not.", tells: [], answers: [3] } },
    { kind: "enquiry-opened", body: { enquiry: "E-1", says: "Camera." } },
    { kind: "enquiry-ended", body: { enquiry: "E-1", how: "lost", reason: "w" } },
    { kind: "enquiry-answered", body: { enquiry: "E-1", ground } },
    { kind: "danger-raised", body: ground },
    { kind: "danger-met", body: { says: "There." } },
    { kind: "danger-ended", body: { reason: "Over." } },
    { kind: "recorded-elsewhere", body: { record: "26/1", as: "damage" } },
    { kind: "why-not-stalking", body: { record: "26/1", answer: "part-of-this-course", reason: "w", acts: [] } },
    { kind: "inference-recorded", body: { says: "One visit.", rests: [2], couldChange: "w" } },
    { kind: "fact-recorded", body: { says: "Doorbell.", source: "LA/7" } },
  ),
);
const anySteps = (first: Step, intent: fc.Arbitrary<Intent>): fc.Arbitrary<readonly Step[]> =>
  fc
    .array(fc.record({ by: fc.constantFrom("pc", "dc", "sgt", desk), intent, behind: fc.constantFrom(0, 0, 0, 1, 2) }), { maxLength: 40 })
    .map((steps) => [first, ...steps]);

/** Nothing accepted is lost, numbers have no gap, and the state is what its events make in whatever order they are read. */
function checkHistory<S extends { readonly number: number; readonly log: readonly unknown[] }>(
  { state, events, outcomes }: { readonly state: S; readonly events: readonly CaseEvent[]; readonly outcomes: readonly Decided[] },
  fold: (events: readonly CaseEvent[]) => S,
) {
  expect(events.map(({ number }) => number)).toEqual(events.map((_, i) => i + 1));
  expect(outcomes.flatMap((one) => (one.done ? one.events : []))).toEqual(events);
  expect(state.log).toHaveLength(events.length);
  const wire = [...events].reverse().map((event) => parseEvent(JSON.parse(eventToJson(event))));
  const back = wire.map((one) => {
    if (!one.ok) throw new Error(one.error);
    return one.value;
  });
  expect(fold([...back, ...back.slice(0, 3)])).toEqual(state);
}

test("whatever people try with a report, no event is lost and no forbidden state is reached", () => {
  fc.assert(
    fc.property(anySteps(step(desk, came("no")), anyReportIntent), (steps) => {
      const played = inReport(...steps);
      checkHistory(played, (events) => foldReport("R-1", events));
      let state = emptyReport("R-1");
      for (const event of played.events) {
        const before = state;
        state = applyToReport(state, event);
        expect(state.joinedInto).not.toBe("R-1");
        if (before.officer !== null && before.case === null && event.kind === "report-taken") throw new Error("taken from another");
        if (event.kind === "sent-to-force") expect(before.danger === null || before.danger.met !== undefined).toBe(true);
        if (event.kind === "triage-decided") expect(before.opened).not.toBeNull();
        if (event.kind === "decision-read")
          expect(before.decisions.find(({ number }) => number === event.body.decision)?.by).not.toBe(event.by);
      }
    }),
    { seed: 1987, numRuns: 400 },
  );
});

test("whatever people try with a case, no event is lost, and none is closed on one person’s word, in danger or with an open question", () => {
  let closings = 0;
  fc.assert(
    fc.property(anySteps(begin, anyCaseIntent), (steps) => {
      const played = inCase(...steps.slice(0, 1), ...answerAll, ...steps.slice(1));
      checkHistory(played, (events) => foldCase("0412", events));
      let state = emptyCase("0412");
      for (const event of played.events) {
        if (event.kind === "case-closed") {
          closings++;
          expect(state.proposal?.by).not.toBe(event.by);
          expect(state).toMatchObject({ danger: null, order: { answer: "not-pursued" } });
          expect(state.readings.find(({ decision }) => decision === state.order?.number)).toMatchObject({ agrees: true });
          expect(state.thread.filter(({ from, asks, answered }) => from === "her" && asks && answered === undefined)).toEqual([]);
          expect(state.enquiries.filter(({ answered, ended }) => !answered && !ended)).toEqual([]);
        }
        state = applyToCase(state, event);
        expect(state.reports.length).toBeGreaterThan(0);
      }
    }),
    { seed: 412, numRuns: 400 },
  );
  expect(closings).toBeGreaterThan(5);
});

test("what the force’s rule proposes is a sentence with its reason, and has no number in it", () => {
  const answered = { threat: { answer: "yes", number: 1, happened: now, by: "pc" } } as const;
  const proposal = proposeFor({ prompts: answered, danger: null }, rules.risk);
  expect(proposal).toMatchObject({
    choice: "day",
    says: "Something was said that can be read as a threat: the force’s rule proposes “Officer within 24 hours”.",
  });
  expect(proposal.open).toHaveLength(prompts.length - 1);
  expect(proposeFor({ prompts: {}, danger: null }, rules.risk).choice).toBe("week");
});

test("of a case with reports of several people whoever was tried is named, and can be one that is only read as one with them", () => {
  const opened: Intent = { kind: "case-opened", body: { reports: ["R-13", "R-15"] } };
  const { state } = inCase(step("bell", opened));
  const ruleFor = (reports: readonly string[] | undefined, joined: readonly string[] = []) => {
    const intent: Intent = { kind: "contact-attempted", body: { channel: "call", outcome: "reached", ...(reports && { reports }) } };
    const command = { ...intent, stream: { of: "case", id: "0412" }, saw: state.number, by: "bell", happened: now } as const;
    const beside = { table, reports: [], joined: joined.map((one) => emptyReport(one)) };
    const decided = decideCase(command, state, beside, now);
    return "refused" in decided ? decided.refused.rule : "written";
  };
  expect(ruleFor(undefined)).toBe("whose");
  expect(ruleFor(["R-14"])).toBe("whose");
  expect(ruleFor(["R-14"], ["R-14"])).toBe("written");
  expect(ruleFor(["R-13"])).toBe("written");
});
