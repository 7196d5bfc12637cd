import { epoch, instantFromIso, later, msPerMinute, parseSha256 } from "@unmask/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CaseEvent, Intent } from "../event.ts";
import { foldCase } from "../fold/case-state.ts";
import { foldReport } from "../fold/report-state.ts";
import { queueOf, standingsOf } from "./queue-of.ts";
import { prompts } from "../risk/prompts.ts";
import type { CaseOfRows } from "./row-facts.ts";
import { shippedQueueRule } from "./queue-rule.ts";
import { parseQueue, queueToJson } from "./queue-row.ts";
import { parseStanding, standingToText } from "./standing-json.ts";

const night = instantFromIso("2026-11-25T01:56:00.000Z") ?? epoch;
const now = later(night, 76 * msPerMinute);
const rule = shippedQueueRule("Northshire");
const letter = "00112233445566778899aabbccddeeff";
const nameOf = (id: string): string => id.toUpperCase();
const hash = (n: number) => parseSha256(String(n).padStart(64, "0")) ?? never();

function never(): never {
  throw new Error("cannot be");
}

/** Events of one report, in order, each by its minute from the night. */
function report(name: string, ...steps: readonly (readonly [minute: number, by: string, Intent])[]) {
  const events = steps.map(([minute, by, intent], i): CaseEvent => {
    const at = later(night, minute * msPerMinute);
    return { stream: { of: "report", id: name }, number: i + 1, happened: at, recorded: at, by, ...intent };
  });
  return foldReport(name, events);
}

const came = (danger: "now" | "no" | "unsaid", account?: string): Intent => ({
  kind: "report-received",
  body: {
    letter,
    who: { reporter: "self", about: "adult", name: "Daniel Mensah" },
    anonymous: false,
    danger,
    packs: 0,
    ...(account !== undefined && { account }),
  },
});
const read: Intent = { kind: "report-opened", body: {} };
const take: Intent = { kind: "report-taken", body: {} };
const meet: Intent = { kind: "danger-met", body: { says: "Unit NP31 is there." } };
const breach: Intent = {
  kind: "breach-found",
  body: { says: "A call since the order was served", knowing: "record", order: "interim order", condition: "2" },
};
const decide: Intent = { kind: "triage-decided", body: { choice: "day", proposed: "day", rule: "r" } };
const pack = (n: number, total: number): Intent => ({
  kind: "pack-opened",
  body: { letter, pack: 0, sha256: hash(n), fate: "opened", acts: { total, weeks: [{ week: "2026-W47", acts: total, night: 0 }] } },
});

const order = (...reports: readonly ReturnType<typeof report>[]) => queueOf(reports, { rule, now, nameOf }).rows.map((row) => row.report);

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
    expect(second(report("R-7", [0, "desk", came("no")]))).not.toContain("Danger");
    const later: Intent = { kind: "answer-received", body: { letter, danger: "no", packs: 0 } };
    expect(second(report("R-7", [-9, "desk", came("unsaid")], [-8, "desk", later]))).not.toContain("Danger");
  });

  test("a row says what is said, where was looked, and whether somebody is there", () => {
    const rows = queueOf([alone, met], { rule, now, nameOf }).rows;
    expect(rows[0]).toMatchObject({
      mark: "Danger now",
      why: {
        first: "Danger now, said in the letter. 25 Nov 02:56. 999 and 101 logs not searched yet.",
        second: "Account: “He said he would come tonight”. First report.",
      },
      next: "Call now",
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
    expect(lines({ fault: "no-key" })?.first).toBe("A letter that could not be read: no key of this force fits.");
    expect(lines({ answerTo: "not-known" })?.second).toBe("Danger: not said. It came as an answer, and no report here has its mailbox.");
    expect(lines({})).toEqual({ first: "A letter without words.", second: "Danger: not said." });
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
    expect(row).toMatchObject({ group: "danger", next: "Call now", danger: { since: night } });
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

const rowOf = (...reports: readonly ReturnType<typeof report>[]) => queueOf(reports, { rule, now, nameOf }).rows[0];
test("what the person wrote is in no count of acts, and told beside it", () => {
  const acts = { total: 1_825, hers: 911, weeks: [{ week: "2026-W47", acts: 914, night: 6 }] };
  const opened: Intent = { kind: "pack-opened", body: { letter, pack: 0, sha256: hash(1), fate: "opened", acts } };
  const row = rowOf(report("R-25", [0, "desk", came("no")], [1, "desk", opened]));
  expect(row?.acts).toMatchObject({ total: 914, own: 911, weeks: [{ acts: 914, night: 6 }] });
});

test("a report whose letter names nobody has the name that the pack tells, as told by the pack, and none where none was wanted", () => {
  const named: Intent = { kind: "pack-opened", body: { letter, pack: 0, sha256: hash(1), fate: "opened", name: "Imogen Vance" } };
  const received = (who: object): Intent => ({
    kind: "report-received",
    body: { letter, who: { reporter: "self", about: "adult" }, anonymous: false, danger: "no", packs: 1, ...who },
  });
  const says = (who: object) => rowOf(report("R-29", [0, "desk", received(who)], [1, "desk", named]))?.reporter.says;
  expect(says({})).toBe("Imogen Vance, by the pack");
  expect(says({ anonymous: true })).toBe("Name not given");
  expect(says({ who: { reporter: "witness", about: "adult" } })).toBe("Name not given");
  expect(says({ who: { reporter: "self", about: "adult", name: "Immy" } })).toBe("Immy");
});

const wrote: Intent = { kind: "answer-received", body: { letter, danger: "unsaid", account: "He is at the door again.", packs: 0 } };

describe("what a row says of what was done since", () => {
  test("whoever writes again waits since the first that nobody read, and the row says that something came", () => {
    const again = rowOf(report("R-31", [0, "desk", came("now")], [4, "desk", wrote]));
    expect(again?.unread).toMatchObject({ since: night, opened: false });
    expect(again?.why.second).toContain("Wrote again 25 Nov 02:00, not answered: “He is at the door again”.");
    const seen = rowOf(report("R-31", [0, "desk", came("now")], [4, "desk", wrote], [5, "pc", read]));
    expect(seen?.why.second).toContain("Wrote again 25 Nov 02:00, not answered");
    const answered: Intent = { kind: "contact-attempted", body: { channel: "mailbox", outcome: "sent", says: "We come." } };
    const told = rowOf(report("R-31", [0, "desk", came("now")], [4, "desk", wrote], [5, "pc", read], [6, "pc", answered]));
    expect(told?.why.second).not.toContain("Wrote again");
    const anew = rowOf(report("R-31", [0, "desk", came("now")], [1, "pc", read], [4, "desk", wrote]));
    expect(anew?.unread).toMatchObject({ since: later(night, 4 * msPerMinute), opened: false });
  });

  test("danger stays in the mouth of the one who said it, and each account has its own", () => {
    const leila = report("R-7", [0, "desk", came("no", "He follows me home.")]);
    const nobody: Intent = {
      kind: "report-received",
      body: { letter, who: { reporter: "self", about: "adult" }, anonymous: true, danger: "now", packs: 0, account: "He has my keys." },
    };
    const other = report("R-13", [1, "desk", nobody], [2, "pc", { kind: "report-joined", body: { into: "R-7", why: "One." } }]);
    const row = rowOf(leila, other);
    expect(row?.report).toBe("R-7");
    expect(row?.why.first).toMatch(/^R-13, Name not given: Danger now/);
    expect(row?.why.second).toMatch(/^R-13, Name not given: “He has my keys”. R-7, Daniel Mensah: “He follows me home”./);
  });

  test("whether two belong together is no question once they are read as one", () => {
    const link = (to: string): Intent => ({
      kind: "link-suggested",
      body: { link: `l-${to}`, to, why: [{ says: "One identifier stands in both.", knowing: "record" }] },
    });
    const one = report("R-10", [0, "desk", came("no")], [1, "desk", link("R-8")], [2, "pc", read]);
    const two = [
      [0, "desk", came("no")],
      [1, "desk", link("R-10")],
      [2, "pc", read],
    ] as const;
    expect(rowOf(one, report("R-8", ...two))?.next).toBe("Decide the link");
    const joined = report("R-8", ...two, [3, "pc", { kind: "report-joined", body: { into: "R-10", why: "One." } }]);
    expect(rowOf(one, joined)?.next).not.toBe("Decide the link");
    expect(rowOf(one, joined)?.why.first).not.toContain("Link");
  });

  test("who was reached before the person wrote again is called now", () => {
    const reached: Intent = { kind: "contact-attempted", body: { channel: "call", outcome: "reached" } };
    const steps = [
      [0, "desk", came("now")],
      [1, "pc", read],
      [2, "pc", reached],
    ] as const;
    expect(rowOf(report("R-27", ...steps))?.next).toBe("End the danger, or say why it stands");
    expect(rowOf(report("R-27", ...steps, [3, "desk", wrote]))?.next).toBe("Call now");
  });

  test("a danger counts its minutes from when it was said, whoever read it meanwhile, and tells since when somebody is there", () => {
    const steps = [
      [0, "desk", came("now")],
      [9, "pc", read],
      [10, "pc", decide],
    ] as const;
    const waiting = rowOf(report("R-23", ...steps));
    expect(waiting).toMatchObject({ danger: { since: night }, unread: { since: later(night, 9 * msPerMinute), opened: true } });
    expect(waiting?.done).toMatch(/^Decided 25 Nov 02:06: /);
    expect(waiting?.danger).not.toHaveProperty("met");
    expect(rowOf(report("R-23", ...steps, [11, "pc", meet]))?.danger).toEqual({ since: night, met: later(night, 11 * msPerMinute) });
  });

  test("after somebody else answered nobody is told to ring again, and what was tried and decided stands in the row", () => {
    const other: Intent = { kind: "contact-attempted", body: { channel: "call", outcome: "somebody-else" } };
    const now999: Intent = { kind: "triage-decided", body: { choice: "tonight", proposed: "tonight", rule: "r" } };
    const steps = [
      [0, "desk", came("now")],
      [1, "pc", read],
      [2, "pc", other],
    ] as const;
    expect(rowOf(report("R-27", ...steps))).toMatchObject({
      next: "Do not ring: somebody else answered. Decide who goes",
      why: { second: expect.stringContaining("Call 25 Nov 01:58: somebody else answered.") },
    });
    expect(rowOf(report("R-27", ...steps, [3, "pc", now999]))).toMatchObject({
      next: "Do not ring: somebody else answered. Say who is there",
      why: { second: expect.stringContaining("Decided 25 Nov 01:59: Officer to the person now.") },
    });
    expect(
      rowOf(report("R-27", ...steps, [4, "desk", { kind: "danger-raised", body: { says: "At the door.", knowing: "account" } }]))?.next,
    ).toMatch(/^Do not ring/);
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
      const standing = reports.filter(({ danger, sentTo, joinedInto }) => danger !== null && sentTo === null && joinedInto === null);
      const dangers = reports.filter(({ danger, sentTo }) => danger !== null && sentTo === null);
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

/** A case of these reports, in order, each event by its minute from the night; `members` are on it. */
function caseOf(
  reports: readonly string[],
  members: readonly string[],
  ...steps: readonly (readonly [minute: number, by: string, Intent])[]
): CaseOfRows {
  const opened: Intent = { kind: "case-opened", body: { reports } };
  const events = [[-100, "pc", opened] as const, ...steps].map(([minute, by, intent], i): CaseEvent => {
    const at = later(night, minute * msPerMinute);
    return { stream: { of: "case", id: "0412" }, number: i + 1, happened: at, recorded: at, by, ...intent };
  });
  return { state: foldCase("0412", events), members };
}

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
    expect(row).toMatchObject({ report: "R-3", group: "danger", mark: "Danger now", next: "Call now", danger: { since: night } });
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

  test("nobody reads that a report is with nobody while officers are on its case", () => {
    const queue = queueOf([waiting], { rule, now, nameOf, cases: [caseOf(["R-3"], ["pc", "dc"], raised)] });
    expect(queue.rows[0]?.with).toEqual({ onCase: ["PC", "DC"] });
    expect(queue.head.says).toBe("1 report. One person is said to be in danger now.");
    expect(queueOf([waiting], { rule, now, nameOf, cases: [caseOf(["R-3"], [], raised)] }).head.says).toContain(
      "nobody is that person's officer yet",
    );
  });

  test("prompts that were answered for the case are asked of none of its reports again, and a closed case leaves no row undecided", () => {
    const answered: Intent = { kind: "risk-answered", body: { rule: "r", prompts: [{ prompt: "alone", answer: "no" }] } };
    expect(rowsWith(caseOf(["R-3"], [], [1, "pc", answered]), waiting)[0]?.next).toBe("Prompts 1 of 9");
    expect(rowsWith(caseOf(["R-3"], [], [1, "pc", { kind: "case-closed", body: { proposal: 1 } }]), waiting)).toEqual([]);
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

test("a danger that is said while another stands hides it not: each has its own minute, its words and whoever went there", () => {
  const second: Intent = { kind: "danger-raised", body: { says: "A second house", knowing: "account" } };
  const steps = [
    [0, "desk", came("now")],
    [1, "pc", meet],
    [7, "pc", second],
  ] as const;
  const row = rowOf(report("R-3", ...steps));
  expect(row?.why.first).toBe(
    "A second house. 25 Nov 02:03. 999 and 101 logs not searched yet. Also: Danger now, said in the letter. 25 Nov 01:56. Unit NP31 is there. 25 Nov 01:57.",
  );
  expect(row?.danger).toEqual({ since: later(night, 7 * msPerMinute) });
  expect(rowOf(report("R-3", ...steps, [9, "pc", meet]))?.danger).toEqual({
    since: night,
    met: later(night, 9 * msPerMinute),
  });
});

test("nothing is called the first report while nobody has decided whether it is", () => {
  const link: Intent = {
    kind: "link-suggested",
    body: { link: "l", to: "R-8", why: [{ says: "One identifier stands in both", knowing: "record" }] },
  };
  const second = (...steps: readonly (readonly [number, string, Intent])[]) =>
    rowOf(report("R-3", [0, "desk", came("now")], ...steps))?.why.second;
  expect(second()).toContain("First report.");
  expect(second([1, "desk", link])).toBe("One identifier stands in both. Link not yet decided.");
});

test("a decision against the rule says that it is, who has read it and what was decided before it", () => {
  const choose = (choice: string, proposed: string): Intent => ({
    kind: "triage-decided",
    body: { choice, proposed, rule: "r", reason: "Words." },
  });
  const steps = [
    [0, "desk", came("no")],
    [1, "pc", read],
    [2, "pc", choose("tonight", "tonight")],
    [3, "sgt", choose("week", "tonight")],
  ] as const;
  expect(rowOf(report("R-27", ...steps))?.done).toBe(
    "Decided 25 Nov 01:59: Appointment within 7 days, against the rule; nobody has read it yet. Before it, 25 Nov 01:58: Officer to the person now.",
  );
  const disagrees: Intent = { kind: "decision-read", body: { decision: 4, agrees: false, says: "No." } };
  expect(rowOf(report("R-27", ...steps, [4, "dc", disagrees]))?.done).toContain("against the rule; a second person does not agree.");
});

test("a row of danger says how the person is reached and for whom it is, and never to call where another way was asked for", () => {
  const contact = { channel: "text", address: "07700 900811", hours: "Mon-Fri 09:00 to 15:30, never after" } as const;
  const sister = (more: object): Intent => ({
    kind: "report-received",
    body: {
      letter,
      who: { reporter: "another", about: "adult" },
      anonymous: false,
      danger: "now",
      packs: 0,
      wishes: "Please write.",
      ...more,
    },
  });
  const row = rowOf(report("R-20", [0, "desk", sister({ contact, place: "4 Quay Row" })]));
  expect(row?.next).toBe("Reach them by text");
  expect(row?.why.second).toContain("Place: 4 Quay Row. Reach: text, Mon-Fri 09:00 to 15:30, never after. On behalf of another person:");
  expect(row?.why.second).toContain("Asks: “Please write”.");
  expect(row?.why.second).not.toContain("900811");
  const nextBy = (said: object) => rowOf(report("R-20", [0, "desk", sister({ contact: said })]))?.next;
  expect([nextBy({ channel: "call" }), nextBy({ channel: "mailbox" }), nextBy({ way: "my neighbour at number 4" })]).toEqual([
    "Call now",
    "Write to their mailbox",
    "Reach them as they said",
  ]);
  const none: Intent = { kind: "contact-read", body: { through: 1, outcome: "none-left" } };
  expect(rowOf(report("R-20", [0, "desk", sister({ contact })], [1, "pc", none]))?.next).toMatch(/^Do not ring/);
});

test("whoever can say only yes and no on the telephone stands so in the row, in danger or not", () => {
  const typed = (danger: "now" | "no", says: string): Intent => ({
    kind: "report-typed",
    body: {
      ...{ door: "999", who: { reporter: "self", about: "adult" }, danger, told: [] },
      questions: [{ question: "speak-freely", state: "answered", says }],
    },
  });
  for (const danger of ["now", "no"] as const) {
    expect(rowOf(report("R-29", [0, "pc", typed(danger, "Only yes and no")]))?.why.second).toContain(
      "Can speak freely: “Only yes and no”.",
    );
    expect(rowOf(report("R-29", [0, "pc", typed(danger, "Yes")]))?.why.second ?? "").not.toContain("Can speak");
  }
});

describe("who stands right after those in danger", () => {
  const quiet = (name: string, more: object = {}): Intent => ({
    kind: "report-received",
    body: { letter, who: { reporter: "self", about: "adult", name }, anonymous: false, danger: "no", packs: 0, account: "Words.", ...more },
  });
  const broken = report("R-2", [-300, "desk", came("no")], [-200, "desk", breach]);
  const top = (one: ReturnType<typeof report>) => queueOf([broken, one], { rule, now, nameOf }).rows[0];

  test("are those who wrote again and whom nobody has answered, also when it was read and decided before", () => {
    const steps = [
      [-90, "desk", quiet("Nell Ashby")],
      [-80, "pc", read],
      [-70, "pc", decide],
      [0, "desk", wrote],
    ] as const;
    const row = top(report("R-24", ...steps, [1, "pc", read]));
    expect(row).toMatchObject({ report: "R-24", ahead: true, mark: "Wrote again", next: "Answer what the person wrote" });
    expect(row?.why.second).toMatch(/^Wrote again 25 Nov 01:56, not answered: “He is at the door again”./);
    const reached: Intent = { kind: "contact-attempted", body: { channel: "call", outcome: "reached" } };
    expect(top(report("R-24", ...steps, [1, "pc", read], [2, "pc", reached]))?.report).toBe("R-2");
  });

  test("are those who are afraid, named a weapon or have an order, in the words of their answers", () => {
    const cover = {
      danger: "Not in danger this minute, but afraid, said 27 Nov 2026 02:11: “He will come back on Sunday.”",
      said: [{ label: "Orders and bail", says: "order: non-molestation, from 1 Sep 2026" }],
    };
    const row = top(report("R-24", [0, "desk", quiet("Nell Ashby", { cover })]));
    expect(row).toMatchObject({ report: "R-24", mark: "Afraid" });
    expect(row?.why.second).toContain("Not in danger this minute, but afraid");
    expect(row?.why.second).toContain("As it was said, order: non-molestation, from 1 Sep 2026.");
    const calm = { danger: "Not in danger, said 27 Nov 2026 02:11", said: [{ label: "Orders and bail", says: "none" }] };
    expect(top(report("R-24", [0, "desk", quiet("Nell Ashby", { cover: calm })]))?.report).toBe("R-2");
  });

  test("are those who were asked of a weapon on the telephone and did not say no", () => {
    const typed = (says: string): Intent => ({
      kind: "report-typed",
      body: {
        door: "999",
        who: { reporter: "another", about: "adult" },
        danger: "no",
        questions: [{ question: "weapon", state: "answered", says }],
        told: [],
      },
    });
    expect(top(report("R-28", [0, "pc", typed("Yes. He has a gun")]))).toMatchObject({ report: "R-28", mark: "Weapon" });
    expect(top(report("R-28", [0, "pc", typed("No")]))?.report).toBe("R-2");
  });

  test("stand among one another by the force's sentence: whose unread words name a weapon before an order of weeks ago, and the mark says why", () => {
    const ordered = quiet("Sunita Iyer", { cover: { said: [{ label: "Orders and bail", says: "order: injunction, from 3 Sep 2026" }] } });
    const knife = came("unsaid", "He is here now. He has a knife. He is behind 3 Elm Close and will not go away before I open the door.");
    const afraid = quiet("Nell Ashby", { cover: { danger: "Not in danger this minute, but afraid, said 27 Nov 2026 02:11" } });
    const all = [
      report("R-1", [-90, "desk", ordered]),
      report("R-2", [-80, "desk", came("unsaid", "He writes every day.")]),
      report("R-3", [-70, "desk", afraid]),
      report("R-4", [-60, "desk", quiet("Ann Alder")], [-50, "pc", read], [-40, "desk", wrote]),
      report("R-5", [-30, "desk", knife]),
    ];
    const { rows, head } = queueOf(all, { rule, now, nameOf });
    expect(rows.map((row) => [row.report, row.mark])).toEqual([
      ["R-5", "Weapon"],
      ["R-4", "Wrote again"],
      ["R-3", "Afraid"],
      ["R-2", "Unread"],
      ["R-1", "Order"],
    ]);
    expect(rows[0]?.why.second).toContain("Names a weapon: “He is here now. He has a knife. He is behind 3 Elm Close");
    expect(head.counts).toMatchObject({ all: 5, ahead: 5, first: 0 });
    expect(head.ahead.says).toMatch(/^in this order: a weapon .*; an order was told$/);
    // What an officer has read, and what was said with a plain no, is put first by no word.
    expect(top(report("R-5", [-30, "desk", knife], [0, "pc", read]))?.report).toBe("R-2");
    expect(top(report("R-5", [-30, "desk", quiet("Tess Arkwright", { account: "He sold his gun." })]))?.report).toBe("R-2");
    expect(rowOf(report("R-5", [-30, "desk", came("unsaid", "He has begun to write.")]))?.mark).toBe("Unread");
  });

  test("are those whose danger is over, with why and who was there, until somebody has decided", () => {
    const steps = [
      [0, "desk", came("now")],
      [1, "pc", read],
      [2, "pc", { kind: "danger-met", body: { says: "PC 5120 Ade, at the door" } }],
      [4, "pc", { kind: "danger-ended", body: { reason: "Gareth Pine arrested 00:24, in custody" } }],
    ] as const;
    const row = top(report("R-26", ...steps));
    expect(row).toMatchObject({ report: "R-26", mark: "Danger over", ahead: true, next: "Decide what follows" });
    expect(row?.why.second).toContain(
      "Danger over 25 Nov 02:00: “Gareth Pine arrested 00:24, in custody”. There 25 Nov 01:58: “PC 5120 Ade, at the door”.",
    );
    expect(order(report("R-26", ...steps, [5, "pc", decide]))).toEqual([]);
  });
});
