import { expect, test } from "vitest";
import { breachLabel, decisionOf, decisionsOpen } from "../../fold/order/breach.ts";
import type { OrderState } from "../../fold/order-state.ts";
import type { Condition } from "../../event/order-shapes.ts";
import { restsOf } from "../../register/breach-rests.ts";
import { owedUnder } from "../../register/owed-under.ts";
import { type Step, at, condition, ground, interim, play, refusedAfter, register, step } from "../../../../../test/cases/made-order.ts";

/** A decision of a possible breach rests on an order that stood and on what its condition said on that day. */

const about = (kind: string, more: object = {}, by = "o-bell"): Step => step("2026-11-19", { kind, body: { breach: "b-1", ...more } }, by);
const known = (more: object): readonly Step[] => [
  about("breach-opened", { order: "interim", of: { condition: 2 }, day: "2026-11-18", says: "Seen at the station." }),
  about("breach-evidence", { exhibit: "NK/12", says: "A photograph.", doesNotShow: "No face.", knowing: "record" }),
  about("breach-knew", more),
  about("excuse-asked", { question: "What does the subject say?", found: "Nothing.", of: "the subject", knowing: "account" }),
  about("excuse-assessed", { says: "None was given." }),
];
const decide = (decision: string): readonly Step[] => [
  about("breach-decided", { decision, reason: "Read." }),
  about("breach-decision-read", { agrees: true }, "o-wren"),
];
const told = step("2026-11-19", { kind: "protected-told", body: { person: "p-1", about: "b-1", how: "call", says: "Told." } });
const correct = (right: object, result = 4): Step =>
  step("2026-11-20", {
    kind: "result-corrected",
    body: { result, right: { day: "2026-10-27", court: "Northmere", ...right }, reason: "As the copy has it." },
  });
const withConditions = (...conditions: readonly Condition[]): object => ({
  ...{ result: "interim-made", period: { until: "2027-01-31" }, conditions },
});
const refused = { result: "interim-refused", order: "interim" };

const stands = (state: OrderState) => {
  const [breach = expect.fail()] = state.breaches;
  const rests = restsOf(breach, state, register, at("2026-11-21"));
  return {
    decided: decisionOf(breach, rests)?.decision,
    label: breachLabel(breach, register, rests),
    open: decisionsOpen(breach, rests),
    owed: owedUnder(state, register, at("2026-11-21")).flatMap(({ what, says }) => (what === "decision" ? [says] : [])),
  };
};
const gone = "opened under a condition that did not stand on that day, as it stands now";
const otherwise = { ground: { says: "His own text.", knowing: "record" } };

test.each([
  ["the condition was not in the copy", { service: 5, ground }, withConditions(condition(1))],
  ["its own period had ended", { service: 5, ground }, withConditions(condition(1), condition(2, { own: { until: "2026-11-10" } }))],
  ["the order was refused, and he was said to know of it otherwise than by service", otherwise, refused],
])(
  "s8: a decision to arrest is open again where the corrected result shows that %s, and who was told is to be told that",
  (_, knew, right) => {
    const decided = play([...interim, ...known(knew), ...decide("arrest"), told]);
    expect(stands(decided)).toMatchObject({ decided: "arrest", owed: [] });
    const after = stands(play([correct(right)], decided));
    expect(after).toMatchObject({ decided: undefined, label: gone, open: ["not-a-breach"] });
    expect(after.owed).toEqual([
      "What was decided rests on what no longer stands, and is open again. Somebody was told of it: tell them that too. No interim order that stands here had condition 2 on Wed 18 Nov 2026.",
    ]);
    expect(refusedAfter([correct(right)], about("breach-decided", { decision: "arrest", reason: "Read." }), decided)?.rule).toBe(
      "decision-closed",
    );
    const none = play([correct(right), about("breach-decided", { decision: "not-a-breach", reason: "It bound nobody." })], decided);
    expect(stands(none).decided).toBe("not-a-breach");
  },
);

test("s8: where the copy words the condition otherwise it is assessed and decided anew, and what binds nobody changes nothing", () => {
  const decided = play([...interim, ...known({ service: 5, ground }), ...decide("arrest")]);
  const why = withConditions(condition(1), condition(2, { necessity: "As the court said.", evidence: [], interimToo: false }));
  expect(stands(play([correct(why)], decided)).decided).toBe("arrest");
  expect(stands(play([correct(withConditions(condition(1, { says: "Not to write." }), condition(2)))], decided)).decided).toBe("arrest");
  const other = play([correct(withConditions(condition(1), condition(2, { says: "Not to enter the station hall." })))], decided);
  expect(stands(other)).toMatchObject({ decided: undefined, label: "Possible breach of condition 2 — reasonable excuse not assessed" });
  const anew = play([about("excuse-assessed", { says: "None." }), ...decide("arrest")], other);
  expect(stands(anew).decided).toBe("arrest");
});

test("s8: a copy that lists the same channels in another order words no condition otherwise, and one that lists another does", () => {
  const by = (...channels: readonly string[]): object =>
    withConditions(condition(1), condition(2, { says: "Not to call or write.", channels }));
  const listed = play([correct(by("call", "text"))], play(interim));
  for (const decision of ["arrest", "not-a-breach"]) {
    const decided = play([...known({ service: 5, ground }), ...decide(decision)], listed);
    expect(stands(play([correct(by("text", "call"), listed.number)], decided)).decided).toBe(decision);
    expect(stands(play([correct(by("text", "email"), listed.number)], decided)).decided).toBeUndefined();
  }
});

test("s8: what was no breach of a condition is open again where the copy has another, or has one at all; of one that never stood it stays", () => {
  const decided = play([...interim, ...known({ service: 5, ground }), ...decide("not-a-breach")]);
  const worded = correct(withConditions(condition(1), condition(2, { says: "Not to enter the station hall." })));
  expect(stands(play([worded], decided)).decided).toBeUndefined();
  const never = play([correct(refused)], decided);
  expect(stands(never).decided).toBe("not-a-breach");
  const back = correct(withConditions(condition(1), condition(2)), never.number);
  expect(stands(play([back], never)).decided).toBe("not-a-breach");
  const onNothing = play([...decide("not-a-breach")], never);
  expect(stands(onNothing).decided).toBe("not-a-breach");
  expect(stands(play([back], onNothing)).decided).toBeUndefined();
});

test("s4: a court that changes the condition later changes nothing of what was decided for a day before", () => {
  const decided = play([...interim, ...known({ service: 5, ground }), ...decide("arrest")]);
  const varied = step("2026-11-20", {
    kind: "court-result",
    body: { result: "varied", order: "interim", day: "2026-11-20", court: "Northmere", conditions: [condition(1)] },
  });
  expect(stands(play([varied], decided)).decided).toBe("arrest");
});
