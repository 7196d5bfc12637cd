import { later, msPerDay } from "@unmask/core";
import { describe, expect, test } from "vitest";
import {
  type Step,
  now,
  rules,
  letter,
  inReport,
  inCase,
  came,
  read,
  allAnswered,
  decision,
  step,
  last,
  ruleOf,
} from "../../../../fixtures/case-steps.ts";
import { type Intent, desk } from "../event.ts";
import { isHandedOver } from "../fold/handover-lines.ts";
import { prompts } from "../risk/prompts.ts";
import { proposeFor } from "../risk/risk-rule.ts";
import { everyQuestion } from "../telephone/questions.ts";
import type { Command } from "./command.ts";
import { decideReport } from "./decide-report.ts";

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
