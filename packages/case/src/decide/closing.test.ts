import { epoch, later, msPerMinute } from "@unmask/core";
import { describe, expect, test } from "vitest";
import {
  type Step,
  now,
  letter,
  table,
  ground,
  inReport,
  inCase,
  came,
  allAnswered,
  step,
  last,
  ruleOf,
  begin,
  answerAll,
  propose,
} from "../../../../fixtures/case-steps.ts";
import { type CaseEvent, type Intent, desk } from "../event.ts";
import { type CaseState, applyToCase } from "../fold/case-state.ts";
import type { ReportState } from "../fold/report-state.ts";
import { closingChecks } from "./closing.ts";
import type { Command } from "./command.ts";
import { decideCase, opensByReport } from "./decide-case.ts";

describe("a case, before it is closed", () => {
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
});
