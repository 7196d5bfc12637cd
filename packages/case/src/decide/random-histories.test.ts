import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Step,
  letter,
  ground,
  inReport,
  inCase,
  came,
  read,
  allAnswered,
  decision,
  step,
  begin,
  answerAll,
  propose,
} from "../../../../fixtures/case-steps.ts";
import { type CaseEvent, type Intent, desk, eventToJson, parseEvent } from "../event.ts";
import { applyToCase, emptyCase, foldCase } from "../fold/case-state.ts";
import { applyToReport, emptyReport, foldReport } from "../fold/report-state.ts";
import type { Decided } from "./command.ts";

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
