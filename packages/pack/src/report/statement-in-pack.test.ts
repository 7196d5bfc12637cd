import { type ActId, type Report, parseActId, parseStatement } from "@unmask/core";
import { expect, test } from "vitest";
import { exampleReport } from "../../../../test/tamper/example-report.ts";
import { packActsOf } from "../pack-acts.ts";
import { statementInPack } from "./statement-in-pack.ts";

const { report } = exampleReport();
const acts = packActsOf(report);
const shown = report.timeline.acts.find(({ id }) => acts.leafOf(id) !== undefined)?.id ?? expect.fail();
const nowhere: ActId = parseActId(`sms-${"0".repeat(32)}-9`) ?? expect.fail();
const told = (more: Partial<Report["statement"]>) => {
  const json = statementInPack({ ...report, statement: { ...report.statement, ...more } }, acts);
  const read = parseStatement(json);
  if (!read.ok) throw new Error(read.error);
  return { json, document: read.value };
};

test("her places are counted and not told", () => {
  const { json, document } = told({ places: ["Example Gym", "Mill Lane"] });
  expect(json).not.toContain("Example Gym");
  expect(document.leftOut).toEqual({ places: 2 });
});

test("what she said of acts that the pack does not show is counted and not told", () => {
  const { json, document } = told({
    places: [],
    marks: [
      { act: shown, whose: "theirs" },
      { act: nowhere, whose: "perhaps theirs" },
    ],
    stops: [...report.statement.stops, { kind: "told to stop", act: nowhere }],
    agreed: [{ says: "the school", acts: [nowhere] }],
    notThis: [{ act: nowhere }],
  });
  const rules = [shown, nowhere].map((one) => ({ says: "handovers", channels: ["sms"] as const, except: [one] }));
  const { document: ruled } = told({ places: [], agreed: rules });
  expect([ruled.agreed, ruled.leftOut]).toEqual([[rules[0], { says: "handovers", channels: ["sms"] }], { acts: 1 }]);
  expect(json).not.toContain(nowhere);
  expect(document.marks).toEqual([{ act: shown, whose: "theirs" }]);
  expect(document.stops).toEqual(report.statement.stops);
  expect([document.agreed, document.notThis]).toEqual([undefined, undefined]);
  expect(document.leftOut).toEqual({ acts: 4 });
});
