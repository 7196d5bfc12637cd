import { expect, test } from "vitest";
import { type CaseEvent, type Intent, foldCase, foldReport } from "@unmask/case";
import { epoch } from "@unmask/core";
import { alone, attemptsAround, breachFacts, breachesAround, triedFact, withFact } from "./around-words.ts";

const write = (stream: CaseEvent["stream"], ...intents: readonly Intent[]): readonly CaseEvent[] =>
  intents.map((intent, i) => ({ ...intent, stream, number: i + 1, happened: epoch, recorded: epoch, by: "DC Bell" }));
const report = foldReport("R-23", write({ of: "report", id: "R-23" }, { kind: "put-in-case", body: { case: "0002" } }));
const ofOthers = foldReport("R-7", write({ of: "report", id: "R-7" }, { kind: "put-in-case", body: { case: "0009" } }));
const rung: Intent = { kind: "contact-attempted", body: { channel: "call", outcome: "somebody-else", says: "A man hung up" } };
const caseOf = (id: string, ...intents: readonly Intent[]) => ({
  state: foldCase(id, write({ of: "case", id }, ...intents)),
  members: ["pc-1"],
});

test("whoever rings from a report reads that somebody else answered a call that was written in its case", () => {
  const around = { ...alone(report), cases: [caseOf("0002", rung)] };
  expect(triedFact(around, "R-23", String)).toMatchObject({
    strong: "Do not ring",
    says: "call, somebody else, 1 Jan 01:00 by DC Bell, case 0002",
  });
  const sent: Intent = { kind: "contact-attempted", body: { channel: "text", outcome: "sent" } };
  expect(triedFact({ ...alone(report), cases: [caseOf("0002", rung, sent)] }, "R-23", String).strong).toBe("Do not ring");
  expect(attemptsAround(around, "R-23", [], String)).toMatchObject([{ of: "case 0002", says: "A man hung up" }]);
  expect(triedFact(alone(report), "R-23", String)).toMatchObject({ says: "nobody has tried to reach the person yet", isMind: false });
});

test("of a case of others it is told what came of a call, and not in which words", () => {
  const around = { ...alone(report), reports: [report, ofOthers], cases: [caseOf("0009", rung)] };
  expect(attemptsAround(around, "R-23", [], String)).toEqual([
    { of: "case 0009", channel: "call", outcome: "somebody-else", at: epoch, by: "DC Bell" },
  ]);
  expect(attemptsAround(around, "R-23", ["R-7"], String)).toMatchObject([{ says: "A man hung up" }]);
});

test("a report is with who took it, and with all who are on its case", () => {
  expect(withFact({ ...alone(report), cases: [caseOf("0002")] }, String)).toEqual({ label: "With", says: "pc-1 on case 0002" });
  expect(withFact(alone(report), String)).toEqual({ label: "With", says: "nobody yet" });
  // Who took it and is not on its case cannot open it.
  const took = { ...report, officer: "pc-9" };
  expect(withFact({ ...alone(took), cases: [caseOf("0002")] }, String).says).toBe("pc-1 on case 0002");
  // Nor does who handed the case over and was read have it any more.
  const handed = caseOf(
    "0002",
    { kind: "handover-given", body: { to: "pc-1", lines: [] } },
    { kind: "handover-read", body: { number: 1 } },
  );
  const both = { ...handed, members: ["DC Bell", "pc-1"] };
  expect(withFact({ ...alone({ ...report, officer: "DC Bell" }), cases: [both] }, String).says).toBe("pc-1; pc-1 on case 0002");
  expect(withFact(alone({ ...took, case: null }), String).says).toBe("pc-9");
});

test("a breach that was written in its case stands in the preview of the report, with the order and how it is known", () => {
  const broken: Intent = { kind: "breach-found", body: { says: "At her back door", knowing: "account", order: "bail", condition: "2" } };
  expect(breachFacts({ ...alone(report), cases: [caseOf("0002", broken)] }, "R-23")).toEqual([
    {
      label: "Breach of an order",
      lines: [{ says: "written 1 Jan 01:00: “At her back door”, bail, condition 2, account, case 0002" }],
      isMind: true,
    },
  ]);
  expect(breachFacts(alone(report), "R-23")).toEqual([]);
  // Whoever opens the report, or the case, reads it in its list as well, with where it was written.
  const around = { ...alone(report), cases: [caseOf("0002", broken)] };
  expect(breachesAround(around, "R-23", String)).toMatchObject([{ of: "case 0002", says: "At her back door", order: "bail" }]);
  const own = foldReport("R-23", write({ of: "report", id: "R-23" }, broken));
  expect(breachesAround(alone(own), "R-23", String)[0]).not.toHaveProperty("of");
});
