import { later, msPerMinute } from "@unmask/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  breach,
  came,
  decide,
  letter,
  meet,
  nameOf,
  night,
  now,
  order,
  pack,
  read,
  report,
  rule,
  take,
} from "../../../../fixtures/queue-night.ts";
import type { Intent } from "../event.ts";
import { queueOf, standingsOf } from "./queue-of.ts";
import { parseQueue, queueToJson } from "./queue-row.ts";
import { parseStanding, standingToText } from "./standing-json.ts";

describe("who stands where", () => {
  const alone = report("R-5", [60, "desk", came("now", "He said he would come tonight.")]);
  const withOfficer = report("R-4", [0, "desk", came("now")], [1, "pc", read], [1, "pc", take]);
  const met = report("R-3", [-60, "desk", came("now")], [1, "pc", read], [1, "pc", take], [2, "pc", meet]);
  const broken = report("R-2", [-300, "desk", came("no")], [-200, "desk", breach]);
  const again = report("R-6", [-900, "desk", came("no")], [-899, "pc", { kind: "put-in-case", body: { case: "0412" } }]);
  const before = report(
    "R-1",
    [-9000, "desk", came("no")],
    [-8999, "pc", read],
    [-8998, "pc", decide],
    [-8997, "pc", { kind: "put-in-case", body: { case: "0412" } }],
  );
  const first = report("R-7", [-6000, "desk", came("no")]);
  const unsaid = report("R-8", [50, "desk", came("unsaid")]);

  test("the one in danger whom nobody is with comes before the one who is waited for, and before the one who is met, however long they wait", () => {
    expect(order(first, again, before, broken, met, withOfficer, alone)).toEqual(["R-5", "R-4", "R-3", "R-2", "R-6", "R-7"]);
  });

  test("where nobody said whether there is danger, an officer looks right after those in danger, until one has read it", () => {
    expect(order(first, again, before, broken, met, unsaid)).toEqual(["R-3", "R-8", "R-2", "R-6", "R-7"]);
    expect(queueOf([unsaid], { rule, now, nameOf }).rows[0]).toMatchObject({ ahead: true, group: "first", mark: "Unread" });
    const seen = report("R-8", [50, "desk", came("unsaid")], [51, "pc", read]);
    expect(order(first, again, before, broken, met, seen)).toEqual(["R-3", "R-2", "R-6", "R-7", "R-8"]);
  });

  test("a row tells that nobody said whether there is danger, until somebody says", () => {
    const second = (...steps: readonly ReturnType<typeof report>[]) => queueOf(steps, { rule, now, nameOf }).rows[0]?.why.second ?? "";
    expect(second(unsaid)).toContain("Danger: not said.");
    expect(second(report("R-7", [0, "desk", came("no")]))).not.toContain("Danger: not said");
    const later: Intent = { kind: "answer-received", body: { letter, danger: "no", packs: 0 } };
    expect(second(report("R-7", [-9, "desk", came("unsaid")], [-8, "desk", later]))).not.toContain("Danger: not said");
  });

  test("that nobody is in danger is told as it was said, with its minute, until there is one", () => {
    const second = (...steps: Parameters<typeof report>[1][]) =>
      queueOf([report("R-7", ...steps)], { rule, now, nameOf }).rows[0]?.why.second ?? "";
    expect(second([0, "desk", came("no")])).toContain("Not in danger at this moment, said in the letter 25 Nov 01:56.");
    const later = (danger: "now" | "no" | "unsaid"): Intent => ({ kind: "answer-received", body: { letter, danger, packs: 0 } });
    expect(second([-9, "desk", came("unsaid")], [-8, "desk", later("no")])).toContain("said in a later letter 25 Nov 01:48.");
    expect(second([-9, "desk", came("no")], [-8, "desk", later("unsaid")])).toContain("said in the letter 25 Nov 01:47.");
    const over: Intent = { kind: "danger-ended", body: { reason: "He left." } };
    expect(second([-9, "desk", came("no")], [-8, "desk", later("now")])).not.toContain("Not in danger");
    expect(second([-9, "desk", came("no")], [-8, "desk", later("now")], [-7, "pc", over])).not.toContain("Not in danger");
  });

  test("a row says what is said, where was looked, and whether somebody is there", () => {
    const rows = queueOf([alone, met], { rule, now, nameOf }).rows;
    expect(rows[0]).toMatchObject({
      mark: "Danger now",
      why: {
        first: "Danger now, said in the letter. 25 Nov 02:56. 999 and 101 logs not searched yet.",
        second: "Account: “He said he would come tonight”. First report.",
      },
      next: "No way to reach them was said. Say who goes",
      with: {},
      reporter: { says: "Daniel Mensah" },
    });
    expect(rows[1]).toMatchObject({
      why: { first: "Danger now, said in the letter. 25 Nov 00:56. Unit NP31 is there. 25 Nov 01:58." },
      with: { officer: { id: "pc", says: "PC" } },
    });
  });

  test("the head counts people and not rows, and has the force's rule with its day", () => {
    const { head } = queueOf([alone, withOfficer, first], { rule, now, nameOf });
    expect(head.says).toBe(
      "3 reports. Two people are said to be in danger now; one of them has no officer yet. One has waited unread past 4 hours.",
    );
    expect(queueOf([alone], { rule, now, nameOf }).head.says).toContain(
      "One person is said to be in danger now; nobody is that person's officer yet.",
    );
    expect(head.rule).toEqual({ says: "Danger, look first, breach, repeat, first report, then longest unread", date: "2026-11-27" });
  });

  test("what is unread for exactly four hours is not long yet, and a minute later it is", () => {
    const four = report("R-8", [76 - 240, "desk", came("no")]);
    expect(queueOf([four], { rule, now, nameOf }).rows[0]?.unread.isLong).toBe(false);
    expect(queueOf([four], { rule, now: later(now, msPerMinute), nameOf }).rows[0]?.unread.isLong).toBe(true);
  });

  test("a report leaves when it was read and decided, and stands again, unread, when something more comes", () => {
    const done = [
      [-60, "desk", came("no")],
      [-50, "pc", read],
      [-40, "pc", decide],
    ] as const;
    expect(order(report("R-9", ...done))).toEqual([]);
    const more: Intent = { kind: "answer-received", body: { letter, danger: "unsaid", packs: 0 } };
    expect(queueOf([report("R-9", ...done, [0, "desk", more])], { rule, now, nameOf }).rows[0]).toMatchObject({
      next: "Read",
      unread: { opened: false },
    });
  });

  test("what was read and decided stands there again when a pack comes behind it", () => {
    const done = [
      [-60, "desk", came("no")],
      [-50, "pc", read],
      [-40, "pc", decide],
    ] as const;
    const state = report("R-9", ...done, [0, "desk", pack(1, 12)]);
    expect(queueOf([state], { rule, now, nameOf }).rows[0]).toMatchObject({ next: "Read", unread: { opened: false, since: night } });
  });

  test("a letter that does not open says so, and an answer to no report says that", () => {
    const body = { letter, who: { reporter: "unsaid", about: "not-known" }, anonymous: true, danger: "unsaid", packs: 0 } as const;
    const lines = (more: object) =>
      queueOf([report("R-9", [0, "desk", { kind: "report-received", body: { ...body, ...more } }])], { rule, now, nameOf }).rows[0]?.why;
    expect(lines({ fault: "no-key" })?.first).toBe("A letter that could not be read: no key that is held here fits.");
    expect(lines({ fault: "no-key" })?.second).toBe("Could not be read: nobody knows whether there is danger.");
    expect(lines({ answerTo: "not-known" })?.second).toBe("Danger: not said. It came as an answer, and no report here has its mailbox.");
    expect(lines({})).toEqual({ first: "A letter without words.", second: "Danger: not said." });
  });

  test("a letter that opens since, for its key came, waits in its own report and nowhere else; what an officer wrote at the other one stays", () => {
    const body = {
      letter,
      who: { reporter: "unsaid", about: "not-known" },
      anonymous: true,
      danger: "unsaid",
      packs: 0,
      fault: "no-key",
    } as const;
    const unread = [0, "desk", { kind: "report-received", body }] as const;
    const since = [5, "desk", { kind: "letter-read", body: { report: "R-12" } }] as const;
    expect(order(report("R-9", unread), report("R-12", [0, "desk", came("now")]))).toEqual(["R-12", "R-9"]);
    expect(order(report("R-9", unread, since), report("R-12", [0, "desk", came("now")]))).toEqual(["R-12"]);
    const raised: Intent = { kind: "danger-raised", body: { says: "A caller says so.", knowing: "account" } };
    expect(order(report("R-9", unread, [2, "pc", raised], since))).toEqual(["R-9"]);
  });

  test("danger that is said in an answer stands like that of the first letter, also where the report was read, decided and put in a case", () => {
    const here: Intent = { kind: "answer-received", body: { letter, danger: "now", account: "He is in the garden.", packs: 0 } };
    const steps = [
      [-60, "desk", came("no")],
      [-50, "pc", read],
      [-40, "pc", decide],
      [-30, "pc", { kind: "put-in-case", body: { case: "0412" } }],
      [0, "desk", here],
    ] as const;
    const row = queueOf([report("R-24", ...steps)], { rule, now, nameOf }).rows[0];
    expect(row).toMatchObject({ group: "danger", next: "Read what they wrote before you reach them", danger: { since: night } });
    expect(row?.why.first).toContain("Danger now, said in a later letter: “He is in the garden” 25 Nov 01:56.");
    expect(row?.why.second).toContain("Wrote again 25 Nov 01:56, not answered.");
  });

  test("that a second letter says no danger ends none that was said: only an officer ends it", () => {
    const calm: Intent = { kind: "answer-received", body: { letter, danger: "no", packs: 0 } };
    const end: Intent = { kind: "danger-ended", body: { reason: "Reached, with his brother." } };
    const steps = [
      [0, "desk", came("now")],
      [5, "desk", calm],
    ] as const;
    expect(queueOf([report("R-9", ...steps)], { rule, now, nameOf }).rows[0]?.group).toBe("danger");
    expect(queueOf([report("R-9", ...steps, [6, "pc", end])], { rule, now, nameOf }).rows[0]?.group).toBe("first");
  });

  test("whoever decides against the rule is read by a second person before the row goes", () => {
    const against: Intent = {
      kind: "triage-decided",
      body: { choice: "tonight", proposed: "day", rule: "r", reason: "The door was tried." },
    };
    const second: Intent = { kind: "decision-read", body: { decision: 3, agrees: true } };
    const steps = [
      [0, "desk", came("no")],
      [1, "pc", read],
      [2, "pc", against],
    ] as const;
    expect(queueOf([report("R-9", ...steps)], { rule, now, nameOf }).rows[0]?.next).toBe("A second person reads the decision");
    expect(order(report("R-9", ...steps, [3, "sgt", second]))).toEqual([]);
    const refused: Intent = { kind: "decision-read", body: { decision: 3, agrees: false, says: "Not tonight." } };
    const contested = [...steps, [3, "sgt", refused]] as const;
    expect(queueOf([report("R-9", ...contested)], { rule, now, nameOf }).rows[0]?.next).toContain("does not agree");
    const anew: Intent = { kind: "triage-decided", body: { choice: "day", proposed: "day", rule: "r" } };
    expect(order(report("R-9", ...contested, [4, "pc", anew]))).toEqual([]);
  });

  test("two reports that are joined are one row with both counts, a pack that came twice is counted once, and parted they are two again", () => {
    const one = report("R-10", [0, "desk", came("no")], [1, "desk", pack(1, 10)]);
    const joined = [
      [0, "desk", came("now")],
      [1, "desk", pack(1, 10)],
      [2, "desk", pack(2, 5)],
      [3, "pc", { kind: "report-joined", body: { into: "R-10", why: "Twice." } }],
    ] as const;
    const rows = queueOf([report("R-11", ...joined), one], { rule, now, nameOf }).rows;
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ report: "R-10", group: "danger", acts: { total: 15 } });
    const parted = report("R-11", ...joined, [4, "pc", { kind: "report-parted", body: { from: "R-10", why: "Two people." } }]);
    expect(order(parted, one)).toEqual(["R-11", "R-10"]);
  });

  test("a new report of a case says how much of it is new", () => {
    const old = report(
      "R-1",
      [-9000, "desk", came("no")],
      [-8999, "desk", pack(1, 50)],
      [-8998, "pc", { kind: "put-in-case", body: { case: "0412" } }],
    );
    const fresh = report(
      "R-2",
      [0, "desk", came("no")],
      [1, "desk", pack(2, 7)],
      [2, "pc", { kind: "put-in-case", body: { case: "0412" } }],
    );
    const row = queueOf([fresh, old], { rule, now, nameOf }).rows.find((one) => one.report === "R-2");
    expect(row).toMatchObject({
      mark: "2 reports",
      acts: { total: 57, new: 7, weeks: [{ week: "2026-W47", acts: 57, night: 0 }], reports: ["2026-W47", "2026-W48"] },
    });
  });
});

/** Any report that the desk can have, whatever was done with it. */
const anyStep: fc.Arbitrary<Intent> = fc.constantFrom<Intent>(
  came("now"),
  came("no", "Words."),
  read,
  take,
  meet,
  breach,
  decide,
  pack(1, 3),
  pack(2, 4),
  { kind: "danger-ended", body: { reason: "Over." } },
  { kind: "report-joined", body: { into: "R-1", why: "One." } },
  { kind: "report-joined", body: { into: "R-2", why: "One." } },
  { kind: "report-parted", body: { from: "R-1", why: "Two." } },
  { kind: "put-in-case", body: { case: "0412" } },
  { kind: "rule-overridden", body: { group: "breach", reason: "By hand." } },
  { kind: "link-suggested", body: { link: "l", to: "0412", why: [{ says: "One number.", knowing: "record" }] } },
  { kind: "sent-to-force", body: { force: letter, name: "Westmere", reason: "There." } },
);
const anyReports = fc
  .array(fc.array(fc.tuple(fc.integer({ min: -500, max: 70 }), fc.constantFrom("desk", "pc", "dc"), anyStep), { maxLength: 8 }), {
    maxLength: 6,
  })
  .map((all) => all.map((steps, i) => report(`R-${i + 1}`, [i * 7 - 300, "desk", came("unsaid")], ...steps)));

test("the order in which reports come in changes nothing", () => {
  fc.assert(
    fc.property(
      anyReports.chain((reports) => fc.tuple(fc.constant(reports), fc.shuffledSubarray(reports, { minLength: reports.length }))),
      ([reports, shuffled]) => {
        expect(queueOf(shuffled, { rule, now, nameOf })).toEqual(queueOf(reports, { rule, now, nameOf }));
      },
    ),
    { seed: 4471, numRuns: 200 },
  );
});

test("no danger that stands is in another group or behind one, and every row is read from the wire as it was", () => {
  fc.assert(
    fc.property(anyReports, (reports) => {
      const queue = queueOf(reports, { rule, now, nameOf });
      const groups = queue.rows.map(({ group }) => group);
      expect(groups.lastIndexOf("danger")).toBe(groups.filter((one) => one === "danger").length - 1);
      // One that was sent is back in the queue with a danger that nobody meets.
      const dangers = reports.filter(({ danger, sentTo }) => danger !== null && (sentTo === null || danger.met === undefined));
      const standing = dangers.filter(({ joinedInto }) => joinedInto === null);
      expect(groups.includes("danger") || dangers.length === 0).toBe(true);
      for (const one of standing) expect(queue.rows.find((row) => row.report === one.report)?.group).toBe("danger");
      expect(parseQueue(JSON.parse(JSON.stringify(queueToJson(queue))))).toEqual({ ok: true, value: queue });
      for (const one of standingsOf(reports, rule)) expect(parseStanding(standingToText(one))).toEqual({ ok: true, value: one });
    }),
    { seed: 2093, numRuns: 200 },
  );
});

test("a rule of another force puts repeats before breaches, and danger stays first", () => {
  const other = { ...rule, afterDanger: ["repeat", "breach", "first"] } as const;
  const broken = report("R-2", [-300, "desk", came("no")], [-200, "desk", breach]);
  const linked = report(
    "R-3",
    [-10, "desk", came("no")],
    [-9, "desk", { kind: "link-suggested", body: { link: "l", to: "0412", why: [{ says: "One number.", knowing: "record" }] } }],
  );
  const danger = report("R-4", [60, "desk", came("now")]);
  const names = (one: typeof rule) => queueOf([broken, linked, danger], { rule: one, now, nameOf }).rows.map((row) => row.report);
  expect(names(rule)).toEqual(["R-4", "R-2", "R-3"]);
  expect(names(other)).toEqual(["R-4", "R-3", "R-2"]);
  expect(queueOf([linked], { rule, now, nameOf }).rows[0]?.why.first).toBe("One number. Link not yet decided.");
});

test("a queue of nothing says so", () => {
  expect(queueOf([], { rule, now, nameOf }).head.says).toBe("No report waits.");
});
