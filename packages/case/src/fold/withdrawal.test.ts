import { type Instant, epoch, later, msPerMinute } from "@unmask/core";
import { describe, expect, test } from "vitest";
import type { Decided } from "../decide/command.ts";
import { decideCase } from "../decide/decide-case.ts";
import { decideReport } from "../decide/decide-report.ts";
import { elsewhereOfReport } from "../decide/reached-elsewhere.ts";
import type { CaseEvent, Intent, Stream } from "../event.ts";
import { shippedRiskRule } from "../risk/risk-rule.ts";
import { type CaseState, foldCase } from "./case-state.ts";
import { type ReportState, foldReport } from "./report-state.ts";

const at = (minute: number): Instant => later(epoch, minute * msPerMinute);
const events = (of: Stream["of"], ...intents: readonly Intent[]): readonly CaseEvent[] =>
  intents.map((intent, i) => ({
    ...intent,
    stream: { of, id: of === "report" ? "R-24" : "0412" },
    number: i + 1,
    happened: at(i),
    recorded: at(i),
    by: "pc-4471",
  }));
const tried = (body: Extract<Intent, { kind: "contact-attempted" }>["body"]): Intent => ({ kind: "contact-attempted", body });
const withdrawn = (entry: number): Intent => ({ kind: "entry-withdrawn", body: { entry, reason: "Nobody did that." } });
const crime = (day: string): Intent => ({
  kind: "record-typed",
  body: { of: "crime", record: "47/1", agency: "Southmere Police", day, says: "Tyres cut.", as: "damage", stalking: "no" },
});
const fact: Intent = { kind: "fact-recorded", body: { says: "He was there.", source: "film" } };

describe("an attempt that nobody made", () => {
  test("counts for nothing once it is withdrawn, and stays readable with who withdrew it and why", () => {
    const state = foldReport("R-24", events("report", tried({ channel: "call", outcome: "no-answer" }), withdrawn(1)));
    expect(state.attempts).toEqual([]);
    expect(state.entries).toEqual([]);
    expect(state.withdrawn).toMatchObject([
      { number: 1, says: "call: no answer", withdrawn: { number: 2, by: "pc-4471", reason: "Nobody did that." } },
    ]);
  });

  test("ends no danger", () => {
    const danger: Intent = { kind: "danger-raised", body: { says: "He is there.", knowing: "account" } };
    const state = foldReport("R-24", events("report", danger, tried({ channel: "call", outcome: "reached" }), withdrawn(2)));
    const end = { kind: "danger-ended", body: { reason: "Reached." } } as const;
    const command = { ...end, stream: { of: "report", id: "R-24" }, saw: 3, happened: at(5), by: "pc" } as const;
    const came = { ...state, came: at(0) };
    const decided = decideReport(command, came, { risk: shippedRiskRule("Northshire") }, at(5));
    expect("refused" in decided && decided.refused.rule).toBe("danger-unmet");
  });

  test("ended none either: what was ended on it stands again, unless another call or somebody there reached the person", () => {
    const danger: Intent = { kind: "danger-raised", body: { says: "He is there.", knowing: "account" } };
    const reached = tried({ channel: "call", outcome: "reached" });
    const end: Intent = { kind: "danger-ended", body: { reason: "Reached." } };
    const there: Intent = { kind: "danger-met", body: { says: "PC 5120, at the door." } };
    const standing = (...intents: readonly Intent[]) => foldReport("R-24", events("report", ...intents)).danger?.ground.says;
    expect(standing(danger, reached, end)).toBeUndefined();
    expect(standing(danger, reached, end, withdrawn(2))).toBe("He is there.");
    expect(standing(danger, reached, reached, end, withdrawn(2))).toBeUndefined();
    expect(standing(danger, reached, there, end, withdrawn(2))).toBeUndefined();
  });

  test("makes no promise, and the one before it holds again", () => {
    const first = tried({ channel: "call", outcome: "reached", nextBy: "2026-11-30" });
    const second = tried({ channel: "text", outcome: "sent" });
    expect(foldReport("R-24", events("report", first, second)).promises).toEqual([]);
    expect(foldReport("R-24", events("report", first, second, withdrawn(2))).promises).toMatchObject([{ number: 1, nextBy: "2026-11-30" }]);
    expect(foldReport("R-24", events("report", first, withdrawn(1))).promises).toEqual([]);
  });

  test("is no message that went to the mailbox: that was sent", () => {
    expect(foldReport("R-24", events("report", tried({ channel: "mailbox", outcome: "sent", says: "We spoke." }))).entries).toEqual([]);
  });
});

test("whoever was reached in the case was reached for its report and the other way; a call that a danger was ended on there is not withdrawn before", () => {
  const opened: Intent = { kind: "case-opened", body: { reports: ["R-24"] } };
  const raised: Intent = { kind: "danger-raised", body: { says: "At the door.", knowing: "account" } };
  const ended: Intent = { kind: "danger-ended", body: { reason: "He left." } };
  const call = tried({ channel: "call", outcome: "reached" });
  const report = (...intents: readonly Intent[]) => ({ ...foldReport("R-24", events("report", ...intents)), came: at(0) });
  const inCase = foldCase("0412", events("case", opened, opened, call));
  const says = (decided: Decided) => (decided.done ? true : "refused" in decided ? decided.refused.rule : "changed");
  const ofReport = (intent: Intent, state: ReportState, one: CaseState, isAlone = true) =>
    says(
      decideReport(
        { ...intent, stream: { of: "report", id: "R-24" }, saw: state.number, happened: at(9), by: "pc" },
        state,
        { risk: shippedRiskRule("Northshire"), elsewhere: elsewhereOfReport(state, [one], isAlone) },
        at(9),
      ),
    );
  const ofCase = (intent: Intent, state: CaseState, reports: readonly ReportState[], joined: readonly ReportState[] = []) =>
    says(
      decideCase(
        { ...intent, stream: { of: "case", id: "0412" }, saw: state.number, happened: at(9), by: "pc" },
        state,
        { table: null, reports, joined },
        at(9),
      ),
    );
  expect(ofReport(ended, report(raised), inCase)).toBe(true);
  expect(ofReport(ended, report(raised), { ...inCase, reports: ["R-24", "R-25"] })).toBe("danger-unmet");
  expect(ofReport(ended, report(raised), foldCase("0412", events("case", opened)))).toBe("danger-unmet");
  // Said after the call: it ends nothing.
  expect(ofReport(ended, report(opened, opened, opened, raised), inCase)).toBe("danger-unmet");
  const over = report(raised, opened, opened, ended);
  expect(ofCase(withdrawn(3), inCase, [over])).toBe("ended-on-it");
  expect(ofCase(withdrawn(3), inCase, [report(raised, opened, opened, ended, raised)])).toBe(true);
  expect(ofCase(withdrawn(3), inCase, [report(raised, call, opened, ended)])).toBe(true);

  const caseInDanger = foldCase("0412", events("case", opened, raised));
  const rung = report(opened, opened, call);
  expect(ofCase(ended, caseInDanger, [rung])).toBe(true);
  expect(ofCase(ended, caseInDanger, [rung], [{ ...rung, report: "R-25" }])).toBe("danger-unmet");
  const overInCase = foldCase("0412", events("case", opened, raised, opened, opened, ended));
  expect(ofReport(withdrawn(3), rung, overInCase)).toBe("ended-on-it");
  expect(ofReport(withdrawn(3), rung, overInCase, false)).toBe(true);
});

test("a crime that was withdrawn asks no why, and one that was typed again under its number goes on asking", () => {
  const one = foldCase("0412", events("case", crime("2027-08-27"), withdrawn(1)));
  expect([one.records, one.elsewhere]).toEqual([[], []]);
  const again = foldCase("0412", events("case", crime("2027-08-27"), crime("2026-08-27"), withdrawn(1)));
  expect(again.records.map(({ day }) => day)).toEqual(["2026-08-27"]);
  expect(again.elsewhere).toMatchObject([{ record: "47/1", number: 2 }]);
});

test("an act that was taken for a breach is none once it is withdrawn, and stays readable with its order", () => {
  const broken: Intent = { kind: "breach-found", body: { says: "At her door.", knowing: "account", order: "bail", condition: "2" } };
  for (const state of [
    foldCase("0412", events("case", broken, withdrawn(1))),
    foldReport("R-24", events("report", broken, withdrawn(1))),
  ]) {
    expect(state.breaches).toEqual([]);
    expect(state.withdrawn).toMatchObject([{ kind: "breach-found", says: "At her door. (bail, condition 2)" }]);
  }
});

test("nothing is withdrawn twice, nor what a conclusion rests on before the conclusion, nor a crime of which somebody answered why", () => {
  const opened: Intent = { kind: "case-opened", body: { reports: ["R-24"] } };
  const rests: Intent = { kind: "inference-recorded", body: { says: "He watches.", rests: [2], couldChange: "Another man." } };
  const rule = (entry: number, ...intents: readonly Intent[]) => {
    const state = foldCase("0412", events("case", opened, ...intents));
    const command = { ...withdrawn(entry), stream: { of: "case", id: "0412" }, saw: state.number, happened: at(9), by: "pc" } as const;
    const decided = decideCase(command, state, { table: null, reports: [] }, at(9));
    return "refused" in decided ? decided.refused.rule : decided.done;
  };
  expect(rule(2, fact)).toBe(true);
  expect(rule(2, fact, rests)).toBe("rests-on-it");
  expect(rule(2, fact, rests, withdrawn(3))).toBe(true);
  expect(rule(2, fact, withdrawn(2))).toBe("no-entry");
  expect(rule(1, fact)).toBe("no-entry");
  const why: Intent = { kind: "why-not-stalking", body: { record: "47/1", answer: "not-stalking", reason: "A nail.", acts: ["a-1"] } };
  expect(rule(2, crime("2026-08-27"))).toBe(true);
  expect(rule(2, crime("2026-08-27"), why)).toBe("answered-why");
});
