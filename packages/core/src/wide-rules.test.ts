import { expect, test } from "vitest";
import { makeAct, rFirst, timelineOf } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { wideRulesOf } from "./wide-rules.ts";

const texts = ["2026-03-03 10:00", "2026-03-04 10:00", "2026-03-05 10:00"].map((at) => makeAct({ at, from: rFirst, channel: "sms" }));
const calls = ["2026-03-06 10:00", "2026-03-07 10:00"].map((at) => makeAct({ at, from: rFirst, channel: "phone", kind: "call" }));
const timeline = timelineOf([...texts, ...calls]);
const byText = { says: "texts about the boiler", channels: ["sms"] } as const;
const byPhone = { says: "he rings Mia", channels: ["phone"] } as const;

test("a rule that takes more than half of what he did is told, and one that takes less is not", () => {
  expect(wideRulesOf(timeline, makeStatement({ agreed: [byText, byPhone] }))).toEqual([
    { says: "texts about the boiler", taken: 3, theirs: 5, underOrder: 0 },
  ]);
});

test("a rule that takes what came while an order held is told, however little it is", () => {
  const stops = [{ kind: "order served", day: { year: 2026, month: 3, day: 4 } }] as const;
  expect(wideRulesOf(timeline, makeStatement({ agreed: [byPhone], stops }))).toEqual([
    { says: "he rings Mia", taken: 2, theirs: 5, underOrder: 2 },
  ]);
});

test("what she marked as agreed act by act is her own word and no rule", () => {
  expect(wideRulesOf(timeline, makeStatement({ agreed: [{ says: "the boiler", acts: texts.map(({ id }) => id) }] }))).toEqual([]);
});
