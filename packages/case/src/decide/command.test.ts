import { type Instant, epoch, instantFromIso, later, msPerMinute } from "@unmask/core";
import { expect, test } from "vitest";
import { type CaseEvent, type Intent, desk } from "../event.ts";
import { applyToReport, emptyReport } from "../fold/report-state.ts";
import { unansweredIn } from "../fold/unanswered.ts";
import { shippedRiskRule } from "../risk/risk-rule.ts";
import { whenUnsaid } from "./command.ts";
import { decideReport } from "./decide-report.ts";

const now = instantFromIso("2026-11-25T03:12:00.000Z") ?? epoch;
const letter = "00112233445566778899aabbccddeeff";
const at = (minutes: number): Instant => later(now, minutes * msPerMinute);
const said = (danger: "now" | "no", account: string): Intent => ({ kind: "answer-received", body: { letter, danger, packs: 0, account } });
const who = { reporter: "self", about: "adult" } as const;
const came: Intent = { kind: "report-received", body: { letter, who, anonymous: false, danger: "no", packs: 0 } };
/** The report, a first answer that the officer saw (event 2), and one that came three minutes ago, unseen (event 3). */
const arrivals: readonly (readonly [minutes: number, intent: Intent])[] = [
  [-60, came],
  [-30, said("no", "He rang again.")],
  [-3, said("now", "He has come back with petrol.")],
];
const state = arrivals.reduce((before, [minutes, intent], i) => {
  const event = { stream: { of: "report", id: "R-1" }, number: i + 1, happened: at(minutes), recorded: at(minutes), by: desk } as const;
  return applyToReport(before, { ...event, ...intent });
}, emptyReport("R-1"));

function write(intent: Intent, saw: number, happened?: Instant) {
  const when = happened ?? whenUnsaid({ ...intent, saw, by: "pc" }, state, now);
  const command = { ...intent, stream: { of: "report", id: "R-1" }, saw, by: "pc", happened: when } as const;
  return decideReport(command, state, { risk: shippedRiskRule("Northshire") }, now);
}

function after(decided: ReturnType<typeof write>) {
  if (!decided.done) throw new Error("it was not written");
  return decided.events.reduce((before, event: CaseEvent) => applyToReport(before, event), state);
}

const reached: Intent = { kind: "contact-attempted", body: { channel: "call", outcome: "reached" } };

test("words go out to a person only on what was seen of theirs: what came since is told first, and nothing is sent twice", () => {
  const sent: Intent = { kind: "contact-attempted", body: { channel: "mailbox", outcome: "sent", says: "We come on Monday." } };
  for (const saw of [0, 1, 2, 999]) expect(write(sent, saw)).toMatchObject({ done: false, changed: expect.anything() });
  expect(write(sent, 2)).toMatchObject({ changed: [{ kind: "answer-received", number: 3 }] });
  expect(write(sent, 3)).toMatchObject({ done: true, events: [{ happened: now }] });
});

test("a call that was written by whoever had not seen their last letter is kept, answers what was seen, and ends no danger that was said since", () => {
  expect(unansweredIn(state).map(({ says }) => says?.slice(0, 6))).toEqual(["He ran", "He has"]);
  const called = after(write(reached, 2));
  expect(unansweredIn(called).map(({ says }) => says?.slice(0, 6))).toEqual(["He has"]);
  const end = {
    kind: "danger-ended",
    body: { reason: "Spoken to." },
    stream: { of: "report", id: "R-1" },
    saw: 4,
    by: "pc",
    happened: now,
  } as const;
  expect(decideReport(end, called, { risk: shippedRiskRule("Northshire") }, now)).toMatchObject({ refused: { rule: "danger-unmet" } });
  // Who saw it says when, or says nothing; who did not and says that it was after is told of it first.
  expect(unansweredIn(after(write(reached, 3)))).toEqual([]);
  expect(write(reached, 2, at(-1))).toMatchObject({ done: false, changed: [{ number: 3 }] });
  expect(write(reached, 2, at(-10))).toMatchObject({ done: true, events: [{ happened: at(-10) }] });
});
