import { type Statement, type When, mergeActs, parseInstant, withheld } from "@unmask/core";
import { expect, it } from "vitest";
import { makeAct, nadia, rFirst } from "../../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../../fixtures/timelines/make-statement.ts";
import { monthOf, shownActs } from "./shown-act.ts";

const statement: Statement = makeStatement();
const at = (iso: string): When["earliest"] => {
  const instant = parseInstant(Date.parse(iso));
  if (instant === undefined) throw new Error("no instant");
  return instant;
};

function shownWhen(when: Partial<When> & Pick<When, "earliest" | "latest">): { day: string; time: string; isUncertain: boolean } {
  const [act] = mergeActs(
    [{ ...makeAct({ at: "2026-01-01 09:00" }), when: { wrote: "as written", zone: "Europe/London", ...when } }],
    [],
  ).acts;
  const [shown] = shownActs([act ?? raise()], statement);
  const { day, time, isUncertain } = shown ?? raise();
  return { day, time, isUncertain };
}

function raise(): never {
  throw new Error("no act");
}

it("shows a time on her wall no more exactly than it was written", () => {
  expect(shownWhen({ earliest: at("2026-09-26T01:10:00Z"), latest: at("2026-09-26T01:10:59.999Z") })).toEqual({
    day: "Sat 26 September 2026",
    time: "02:10",
    isUncertain: false,
  });
  expect(shownWhen({ earliest: at("2026-01-26T01:10:07Z"), latest: at("2026-01-26T01:10:07.999Z") }).time).toBe("01:10:07");
});

it("in the hour that comes twice in autumn says which of the two it was, or that nobody knows", () => {
  const time = (earliest: string, latest: string): string => shownWhen({ earliest: at(earliest), latest: at(latest) }).time;
  expect(time("2025-10-26T00:30:07Z", "2025-10-26T00:30:07.999Z")).toBe("01:30:07 BST");
  expect(time("2025-10-26T01:15:00Z", "2025-10-26T01:15:59.999Z")).toBe("01:15 GMT");
  expect(time("2025-10-26T00:30:00Z", "2025-10-26T01:30:59.999Z")).toBe("01:30, first or second time");
});

it("says both ends of a time that is known only roughly", () => {
  expect(shownWhen({ earliest: at("2026-01-26T20:00:00Z"), latest: at("2026-01-26T22:59:59.999Z") })).toMatchObject({
    time: "between 20:00 and 22:59",
    isUncertain: true,
  });
  expect(shownWhen({ earliest: at("2026-01-26T00:00:00Z"), latest: at("2026-01-26T23:59:59.999Z") })).toMatchObject({
    time: "time not known",
    isUncertain: true,
  });
  expect(shownWhen({ earliest: at("2026-01-26T22:00:00Z"), latest: at("2026-01-28T03:00:00Z") })).toMatchObject({
    day: "Mon 26 January 2026",
    time: "some time up to Wed 28 January 2026, 03:00",
    isUncertain: true,
  });
});

it("says the other reading of a date that can be read in two orders", () => {
  const march = { earliest: at("2026-03-04T09:00:00Z"), latest: at("2026-03-04T09:00:59.999Z") };
  const april = { earliest: at("2026-04-03T08:00:00Z"), latest: at("2026-04-03T08:00:59.999Z") };
  expect(shownWhen({ ...march, or: [april] })).toMatchObject({ time: "09:00, or Fri 3 April 2026", isUncertain: true });
});

it("knows the month on her wall, not in Greenwich", () => {
  expect(monthOf(at("2026-06-30T23:30:00Z"), statement)).toBe("July 2026");
});

it("says of her own diary's row without a doer what the paper says, and asks whose it is of a number and a name alone", () => {
  const rows = [
    makeAct({ at: "2026-01-01 09:00", from: withheld, kind: "damage", channel: "in-person", grade: "own-account" }),
    makeAct({ at: "2026-01-01 09:01", from: withheld, kind: "call", channel: "phone" }),
    makeAct({ at: "2026-01-01 09:02", from: nadia }),
    makeAct({ at: "2026-01-01 09:03", from: rFirst }),
  ];
  const shown = shownActs(mergeActs(rows, []).acts, statement);
  expect(shown.map(({ who, isUnsaid }) => [who, isUnsaid])).toEqual([
    ["nobody named", false],
    ["withheld number", true],
    ["Nadia", true],
    ["R", false],
  ]);
});
