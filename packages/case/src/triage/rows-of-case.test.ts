import { later, msPerMinute } from "@unmask/core";
import { describe, expect, test } from "vitest";
import {
  came,
  caseOf,
  decide,
  letter,
  meet,
  nameOf,
  night,
  now,
  read,
  report,
  rule,
  take,
  wrote,
} from "../../../../fixtures/queue-night.ts";
import type { Intent } from "../event.ts";
import { prompts } from "../risk/prompts.ts";
import { queueOf } from "./queue-of.ts";
import type { CaseOfRows } from "./row-facts.ts";

/** Next where nobody said a way. */
const noWay = "No way to reach them was said. Say who goes";

describe("what happens in a case, in the rows of its reports", () => {
  const put: Intent = { kind: "put-in-case", body: { case: "0412" } };
  const raise = (says: string): Intent => ({ kind: "danger-raised", body: { says, knowing: "account" } });
  const raised = [0, "pc", raise("He stands at her door with a knife")] as const;
  const waiting = report("R-3", [-90, "desk", came("no")], [-80, "pc", read], [-79, "pc", put]);
  const done = report("R-2", [-95, "desk", came("no")], [-94, "pc", read], [-93, "pc", decide], [-79, "pc", put]);
  const rowsWith = (one: CaseOfRows, ...reports: readonly ReturnType<typeof report>[]) =>
    queueOf(reports, { rule, now, nameOf, cases: [one] }).rows;

  test("a danger that was said in the case puts the row of its report first, with its words and its minute, until it is over", () => {
    const [row] = rowsWith(caseOf(["R-3"], [], raised), report("R-1", [-900, "desk", came("no")]), waiting);
    expect(row).toMatchObject({ report: "R-3", group: "danger", mark: "Danger now", next: noWay, danger: { since: night } });
    expect(row?.why.first).toMatch(/^Case 0412: He stands at her door with a knife. 25 Nov 01:56. 999 and 101 logs not searched yet./);
    const met = rowsWith(caseOf(["R-3"], [], raised, [2, "pc", meet]), waiting)[0];
    expect(met).toMatchObject({ danger: { met: later(night, 2 * msPerMinute) } });
    expect(met?.why.first).toContain("Unit NP31 is there. 25 Nov 01:58.");
    const over: Intent = { kind: "danger-ended", body: { reason: "Arrested." } };
    expect(rowsWith(caseOf(["R-3"], [], raised, [2, "pc", meet], [3, "pc", over]), waiting)[0]?.group).toBe("first");
  });

  test("a danger in a case none of whose reports waits stands in the row of the newest, and in one alone", () => {
    const older = report("R-1", [-99, "desk", came("no")], [-98, "pc", read], [-97, "pc", decide], [-79, "pc", put]);
    expect(rowsWith(caseOf(["R-1", "R-2"], []), older, done)).toEqual([]);
    expect(rowsWith(caseOf(["R-1", "R-2"], [], raised), older, done).map((row) => row.report)).toEqual(["R-2"]);
    expect(rowsWith(caseOf(["R-1", "R-2", "R-3"], [], raised), older, done, waiting).map((row) => row.report)).toEqual(["R-3"]);
  });

  test("a breach that was written in the case puts its report among the breaches until the prompts were answered after it or it is withdrawn", () => {
    const broken = [0, "pc", { kind: "breach-found", body: { says: "At her back door", knowing: "account", order: "bail" } }] as const;
    const [row] = rowsWith(caseOf(["R-2"], [], broken), done);
    expect(row).toMatchObject({ report: "R-2", group: "breach", mark: "Breach", next: "Ask the risk prompts again" });
    expect(row?.why.first).toBe("Case 0412: At her back door.");
    expect(row?.why.second).toMatch(/^Bail. Account/);
    expect(queueOf([done], { rule, now, nameOf, cases: [caseOf(["R-2"], [], broken)] }).head.counts.breach).toBe(1);
    const asked: Intent = { kind: "risk-answered", body: { rule: "r", prompts: prompts.map(({ id }) => ({ prompt: id, answer: "no" })) } };
    expect(rowsWith(caseOf(["R-2"], [], broken, [1, "pc", asked]), done)).toEqual([]);
    expect(rowsWith(caseOf(["R-2"], [], broken, [1, "pc", { kind: "entry-withdrawn", body: { entry: 2, reason: "No." } }]), done)).toEqual(
      [],
    );
    const both = rowsWith(caseOf(["R-3"], [], raised, broken), waiting)[0];
    expect(both).toMatchObject({ group: "danger" });
    expect(both?.why.second).toContain("Breach: Case 0412: At her back door. Bail. Account");
  });

  test("words that were answered in the case were read, though nobody opened the report; a pack that came with them was not", () => {
    const undecided = [
      [-99, "desk", came("no")],
      [-98, "pc", read],
      [-79, "pc", put],
    ] as const;
    const update: Intent = { kind: "update-written", body: { says: "We read it.", to: "R-3", tells: [], answers: [] } };
    const shown = (said: Intent, ...steps: readonly (readonly [number, string, Intent])[]) =>
      rowsWith(caseOf(["R-3"], ["pc"], ...steps), report("R-3", ...undecided, [0, "desk", said]))[0];
    expect(shown(wrote)).toMatchObject({ mark: "Wrote again", next: "Read", unread: { opened: false } });
    expect(shown(wrote, [1, "pc", update])).toMatchObject({ mark: "Read", unread: { opened: true } });
    const withPack: Intent = { kind: "answer-received", body: { letter, danger: "unsaid", packs: 1, account: "Here it is." } };
    expect(shown(withPack, [1, "pc", update])).toMatchObject({ next: "Read", unread: { opened: false } });
  });

  test("nobody reads that a report is with nobody while officers are on its case", () => {
    const queue = queueOf([waiting], { rule, now, nameOf, cases: [caseOf(["R-3"], ["pc", "dc"], raised)] });
    expect(queue.rows[0]?.with).toEqual({ onCase: ["PC", "DC"] });
    expect(queue.head.says).toBe("1 report. One person is said to be in danger now.");
    expect(queueOf([waiting], { rule, now, nameOf, cases: [caseOf(["R-3"], [], raised)] }).head.says).toContain(
      "nobody is that person's officer yet",
    );
  });

  test("who took the report and is not on its case does not have the danger: they cannot open it", () => {
    const took = report("R-3", [-90, "desk", came("no")], [-80, "pc", read], [-80, "pc", take], [-79, "sgt", put]);
    const queue = (members: readonly string[]) => queueOf([took], { rule, now, nameOf, cases: [caseOf(["R-3"], members, raised)] });
    expect(queue(["sgt", "dc"]).rows[0]?.with).toEqual({ onCase: ["SGT", "DC"] });
    expect(queue(["pc", "dc"]).rows[0]?.with).toMatchObject({ officer: { id: "pc" } });
    expect(queue([]).rows[0]?.with).toEqual({});
    expect(queue([]).head.says).toContain("nobody is that person's officer yet");
  });

  test("who handed the case over and was read does not have the danger any more, though they are on the case still", () => {
    const line = { group: "danger", says: "At her door.", knowing: "account" } as const;
    const gave = [1, "pc", { kind: "handover-given", body: { to: "dc", lines: [line] } }] as const;
    const took = [2, "dc", { kind: "handover-read", body: { number: 3 } }] as const;
    const onCase = (...steps: readonly (typeof gave | typeof took)[]) =>
      rowsWith(caseOf(["R-3"], ["pc", "dc"], raised, ...steps), waiting)[0]?.with.onCase;
    expect(onCase(gave)).toEqual(["PC", "DC"]);
    expect(onCase(gave, took)).toEqual(["DC"]);
  });

  test("a report that somebody took is handed over with its case: it is with whoever read the note, and that is whose danger it is", () => {
    const taken = report("R-3", [-90, "desk", came("no")], [-80, "pc", read], [-80, "pc", take], [-79, "sgt", put]);
    const gave = (minute: number, by: string, to: string) => [minute, by, { kind: "handover-given", body: { to, lines: [] } }] as const;
    const took = (minute: number, by: string, number: number) => [minute, by, { kind: "handover-read", body: { number } }] as const;
    const holder = (...steps: readonly (ReturnType<typeof gave> | ReturnType<typeof took>)[]) =>
      rowsWith(caseOf(["R-3"], ["pc", "dc"], raised, ...steps), taken)[0]?.with.officer?.id;
    expect(holder(gave(1, "pc", "dc"))).toBe("pc");
    expect(holder(gave(1, "pc", "dc"), took(2, "dc", 3))).toBe("dc");
    expect(holder(gave(1, "pc", "dc"), took(2, "dc", 3), gave(3, "dc", "pc"), took(4, "pc", 5))).toBe("pc");
    // Who took it over and is not on the case any more cannot open it.
    expect(holder(gave(1, "pc", "sgt"), took(2, "sgt", 3))).toBeUndefined();
  });

  test("prompts that were answered for the case are asked of none of its reports again, and a closed case leaves no row undecided", () => {
    const answered: Intent = { kind: "risk-answered", body: { rule: "r", prompts: [{ prompt: "alone", answer: "no" }] } };
    expect(rowsWith(caseOf(["R-3"], [], [1, "pc", answered]), waiting)[0]?.next).toBe("Prompts 1 of 9");
    expect(rowsWith(caseOf(["R-3"], [], [1, "pc", { kind: "case-closed", body: { proposal: 1 } }]), waiting)).toEqual([]);
    // What still waits in it says that the case is closed, when and why.
    const propose: Intent = {
      kind: "closing-proposed",
      body: { choice: "not-proved", reason: "No record of who.", rests: [], against: [] },
    };
    const shut = caseOf(["R-3"], [], [1, "pc", propose], [2, "dc", { kind: "case-closed", body: { proposal: 1 } }]);
    const [row] = rowsWith(shut, report("R-3", [-90, "desk", came("no")], [-79, "pc", put]));
    expect(row?.why.second).toMatch(/Case 0412 closed 25 Nov [\d:]+: “No record of who”\./);
  });
});

test("a danger that stands in two rows of one case is one matter in the head, and not two people", () => {
  const put: Intent = { kind: "put-in-case", body: { case: "0412" } };
  const waiting = (name: string) => report(name, [-90, "desk", came("no")], [-80, "pc", read], [-79, "pc", put]);
  const raised = { kind: "danger-raised", body: { says: "At the door", knowing: "account" } } as const;
  const says = (members: readonly string[], ...more: readonly ReturnType<typeof report>[]) => {
    const cases = [caseOf(["R-3", "R-4"], members, [0, "pc", raised])];
    return queueOf([waiting("R-3"), waiting("R-4"), ...more], { rule, now, nameOf, cases }).head.says;
  };
  expect(says([])).toBe("2 reports. One matter is said to hold danger now, in two reports; it has no officer yet.");
  expect(says(["pc"], report("R-9", [0, "desk", came("now")]))).toContain(
    "Two matters are said to hold danger now, in three reports; one of them has no officer yet.",
  );
});

test("a call of the case to one of its people undoes nothing of another's: neither that somebody else answered, nor that nobody was reached", () => {
  const put: Intent = { kind: "put-in-case", body: { case: "0412" } };
  const call = (outcome: "somebody-else" | "reached", whose: string): Intent => ({
    kind: "contact-attempted",
    body: { channel: "call", outcome, reports: [whose] },
  });
  const next = (...calls: readonly Intent[]) => {
    const of = caseOf(["R-13", "R-14"], ["pc"], ...calls.map((one, i) => [i + 1, "pc", one] as const));
    const [ruth, ana] = [
      report("R-13", [-90, "desk", came("no")], [-79, "pc", put]),
      report("R-14", [0, "desk", came("now")], [0, "pc", put]),
    ];
    return queueOf([ruth, ana], { rule, now, nameOf, cases: [of] }).rows[0]?.next;
  };
  expect(next()).toBe(noWay);
  expect(next(call("reached", "R-13"))).toBe(noWay);
  expect(next(call("reached", "R-14"))).toMatch(/^End the danger/);
  expect(next(call("somebody-else", "R-14"), call("reached", "R-13"))).toMatch(/^Do not ring/);
  expect(next(call("somebody-else", "R-14"), call("reached", "R-14"))).toMatch(/^End the danger/);
  expect(next(call("somebody-else", "R-13"))).toBe(noWay);
});
