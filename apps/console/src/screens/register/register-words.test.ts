import { expect, test } from "vitest";
import type { DutyShown } from "../../desk/register.ts";
import { mayCountLate, openDuties, rowOf, sayRegister, sayStanding } from "./register-words.ts";
import { settleSpec } from "./settling-specs.ts";

/** What a row of the register says of a duty that is not clear. */

const undecided: DutyShown = {
  order: "SPO-26-020",
  which: "full",
  subject: "Bram Sallow",
  jurisdiction: "EW",
  served: "2026-11-02",
  rule: "address-changed",
  section: "s9(4)",
  trigger: "address changed 2026-12-05",
  due: "2026-12-07",
  overdueFrom: null,
  state: "undecided",
  stands: "undecided",
  metOn: null,
  why: "3 days beginning with Sat 5 Dec 2026 (address changed), whatever the hour; the notice of 2026-12-07 was given at a station elsewhere: an officer decides",
  label: null,
  breach: null,
  settled: null,
  settling: null,
  ways: ["counts-as-met", "does-not-count", "keep-open"],
  isReminded: false,
  marks: [],
};

test("an undecided duty shows the clock that it would have, then why it is not clear, and never how days are counted in its place", () => {
  expect(sayStanding(undecided)).toEqual({
    first: "would be: end of Mon 7 Dec 2026",
    second: "the notice of Mon 7 Dec 2026 was given at a station elsewhere: an officer decides",
    isMind: true,
  });
});

test("a duty that is met says on which day and whether in time, and never how long ago its last day is", () => {
  const met = { ...undecided, stands: "met", state: "met", metOn: "2026-12-06", why: "3 days beginning with 2026-12-05" } as const;
  expect(sayStanding(met)).toEqual({ first: "met on Sun 6 Dec 2026, in time", second: "end of Mon 7 Dec 2026", isMind: false });
  expect(sayStanding({ ...met, stands: "met-late", state: "met-late", metOn: "2026-12-09" }).first).toBe(
    "met on Wed 9 Dec 2026, 2 days late",
  );
  expect(sayStanding({ ...met, stands: "met-late", state: "met-late", metOn: "2026-12-08" }).first).toBe(
    "met on Tue 8 Dec 2026, 1 day late",
  );
});

test("a failure that is decided says how, is no mind, and is not among what waits", () => {
  const overdue = { ...undecided, state: "overdue", stands: "overdue", ways: [], label: "overdue — possible s11 offence" } as const;
  const label = "Decided: the excuse is accepted; it stays listed and opens again if new facts come";
  const decided = { ...overdue, label, isDecided: true, why: "3 days beginning with Sat 5 Dec 2026" };
  expect(sayStanding(decided)).toMatchObject({ first: "end of Mon 7 Dec 2026", isMind: false });
  expect(sayStanding(decided).second).toMatch(/; decided: the excuse is accepted$/);
  expect([openDuties({ duties: [overdue] }).length, openDuties({ duties: [decided] }).length]).toEqual([1, 0]);
});

test("what one officer settled is told as waiting, until another has read it", () => {
  const settling = { number: 12, how: "counts-as-met", reason: "Westmere passed it on.", waits: true };
  expect(sayStanding({ ...undecided, settling }).second).toBe(
    "settled by one officer, a second person has not read it: Westmere passed it on.",
  );
  expect(sayStanding({ ...undecided, settling: { ...settling, waits: false } }).second).toContain("station elsewhere");
});

test("an undecided duty that is kept open says until when, and one that was settled otherwise and is undecided again says why it is", () => {
  const settled = { how: "keep-open", reason: "The solicitor is asked.", again: "2026-12-20" };
  expect(sayStanding({ ...undecided, settled }).second).toBe("kept open until Sun 20 Dec 2026: The solicitor is asked.");
  expect(sayStanding({ ...undecided, settled: { ...settled, how: "does-not-count", again: null } }).second).toContain("station elsewhere");
});

const keeper = { officer: { role: "spo-coordinator" } };

test("the register says first what is overdue, then what comes, then what only a person decides", () => {
  const heads = (["overdue", "undecided", "due"] as const).map((group, i) => ({ group, many: [1, 6, 2][i] ?? 0, rows: [] }));
  expect(sayRegister({ live: 41, groups: heads, opened: [], proposed: [] }, keeper)).toBe(
    "41 live orders. One duty overdue, two due, six wait for a decision: law or facts are not clear.",
  );
  expect(sayRegister({ live: 1, groups: [], opened: [], proposed: [] }, keeper)).toBe("1 live order. Nothing waits.");
});

test("a late notice can be counted while the duty is overdue, and no more once it is or where none came", () => {
  const overdue = { ...undecided, state: "overdue", stands: "overdue", ways: ["counts-as-met"] } as const;
  expect(mayCountLate(overdue)).toBe(true);
  expect(mayCountLate({ ...overdue, stands: "met-late" })).toBe(false);
  expect(mayCountLate({ ...overdue, ways: [] })).toBe(false);
  expect(mayCountLate({ ...undecided, stands: "overdue" })).toBe(false);
  expect(settleSpec(overdue, "counts-as-met").changes).toContain("met late by that notice, and the label stays");
  expect(settleSpec(undecided, "counts-as-met").changes).toContain("nothing more is asked");
});

test("two changes of one day are two rows, each with an address of its own", () => {
  expect(rowOf(undecided)).toBe("SPO-26-020.address-changed.2026-12-05");
  expect(rowOf({ ...undecided, trigger: "address changed (entry 12) 2026-12-05" })).toBe("SPO-26-020.address-changed.2026-12-05.12");
  expect(rowOf({ ...undecided, rule: "first-notice", trigger: "not served" })).toBe("SPO-26-020.first-notice");
});

test("what was missed under an order that is over says so, and how and when it ended", () => {
  const missed = { ...undecided, state: "overdue", stands: "overdue", ways: [] } as const;
  expect(sayStanding({ ...missed, over: { how: "expired", day: "2027-11-01" } }).second).toMatch(
    /; the order is over: expired, last day Mon 1 Nov 2027$/,
  );
  expect(sayStanding({ ...missed, over: { how: "discharged", day: "2027-11-01" } }).second).toMatch(/over: discharged, Mon 1 Nov 2027$/);
  expect(sayStanding(missed).second).not.toContain("over:");
});
