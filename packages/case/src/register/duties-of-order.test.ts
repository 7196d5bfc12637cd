import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type LawRow, type RegisterLaw, type RegisterRuleId, civilFromDays, civilToIso, registerRules } from "@unmask/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { endOfDay } from "../clock/london.ts";
import { dutiesOfOrder } from "./duties-of-order.ts";
import { readDutiesFile } from "./read-duties-file.ts";

const { refused } = JSON.parse(readFileSync(join(import.meta.dirname, "../../../../docs/formats/vectors/duty.json"), "utf8")) as {
  readonly refused: readonly { readonly title: string; readonly text: string; readonly line: number }[];
};

/** A register of three days. Rooms of one floor never meet: the law's own is tried in test/. */
const row = (id: RegisterRuleId): LawRow => ({
  id,
  jurisdiction: "EW",
  ruleVersion: "2026-11-28",
  says: "It is so.",
  section: `s of ${id}`,
  source: "invented",
  checkedOn: "2026-11-28",
  verification: "design",
});
const law: RegisterLaw = {
  code: "EW",
  ruleVersion: "2026-11-28",
  days: 3,
  firstFrom: "service",
  rules: Object.fromEntries(registerRules.map((id) => [id, row(id)])),
};

test.each(refused.map((one) => [one.title, one] as const))("refused with its line: %s", (_, { text, line }) => {
  const read = readDutiesFile(text);
  if (read.ok) expect.fail("it was read");
  expect(read.error).toMatch(new RegExp(`^line ${line}: the file`));
  // A refusal says where and why, never what stands there.
  expect(read.error).not.toMatch(/arrested|2026-11-31|who/);
});

test("two thousand events are read, one more is refused", () => {
  const file = (count: number): string =>
    JSON.stringify({
      jurisdiction: "EW",
      order: { kind: "full", made: "2026-01-01", until: null },
      events: Array.from({ length: count }, () => ({ kind: "served", on: "2026-01-01" })),
    });
  expect(readDutiesFile(file(2_000)).ok).toBe(true);
  expect(readDutiesFile(file(2_001))).toMatchObject({ ok: false, error: expect.stringContaining("more than 2000") });
});

/** Days of the simulation: the night in which the clocks go forward lies among them. */
const day0 = 20_898;
const length = 60;
const iso = (day: number): string => civilToIso(civilFromDays(day0 + day));

interface Life {
  readonly served: number | null;
  readonly notices: readonly number[];
  readonly register: readonly [from: number, to: number] | null;
  readonly end: { readonly day: number; readonly isDischarge: boolean } | null;
  readonly change: number | null;
}
const dayOf = fc.integer({ min: 0, max: length });
const lives: fc.Arbitrary<Life> = fc.record({
  served: fc.option(fc.integer({ min: 0, max: 20 })),
  notices: fc.uniqueArray(dayOf, { maxLength: 4 }),
  register: fc.option(fc.tuple(dayOf, dayOf).map(([a, b]): readonly [number, number] => (a < b ? [a, b] : [b, a]))),
  end: fc.option(fc.record({ day: dayOf, isDischarge: fc.boolean() })),
  change: fc.option(dayOf),
});

/** A life as a file; the events shuffled and doubled by `turn`, since no order of them means anything. */
function fileOf({ served, notices, register, end, change }: Life, turn = 0, inForce?: number): string {
  const events = [
    ...(served === null ? [] : [{ kind: "served", on: iso(served) }]),
    ...notices.map((day) => ({ kind: "notified", on: iso(day), station: "local" })),
    ...(register ? [{ kind: "other-register", from: iso(register[0]), to: iso(register[1]) }] : []),
    ...(end?.isDischarge === true ? [{ kind: "discharged", on: iso(end.day) }] : []),
    ...(change === null ? [] : [{ kind: "name-used", on: iso(change), name: "N" }]),
  ];
  const turned = [...events.slice(turn % (events.length + 1)), ...events.slice(0, turn % (events.length + 1))];
  return JSON.stringify({
    jurisdiction: "EW",
    order: {
      kind: "full",
      made: iso(0),
      ...(inForce === undefined ? {} : { inForce: iso(inForce) }),
      until: end?.isDischarge === false ? iso(end.day) : null,
    },
    // A change that is written twice is two.
    events: turn % 2 === 0 ? turned : [...turned, ...turned.filter(({ kind }) => kind !== "name-used")],
  });
}

function workedOut(life: Life, today: number, turn = 0): ReturnType<typeof dutiesOfOrder> {
  const file = readDutiesFile(fileOf(life, turn));
  if (!file.ok) return expect.fail(file.error);
  // The last instant of the day.
  return dutiesOfOrder(file.value, law, endOfDay(day0 + today - 1));
}

/** One period as somebody with a wall calendar would follow it, who looks at every day anew and knows no formula. */
interface Followed {
  readonly of: "first" | "name";
  readonly start: number;
  state: string;
  left: number;
}

/** Follows the order day by day up to the first instant of `today`, which has begun. */
function simulate({ served, notices, register, end, change }: Life, today: number): readonly Followed[] {
  const known: Followed[] = [];
  const isRunning = (day: number): boolean => end === null || (end.isDischarge ? day < end.day : day <= end.day);
  for (let day = 0; day <= today; day += 1) {
    const isSuspended = register !== null && day >= register[0] && day < register[1];
    // What began before and is not settled: at the turn of the day one more of its days is over.
    for (const one of known) {
      if (one.state === "due") {
        one.left -= 1;
        const isOverNow = one.left === 0;
        const wasEnded = !isRunning(day - 1) || !isRunning(day);
        if (isOverNow)
          one.state =
            !isRunning(day) && isRunning(day - 1) && end?.isDischarge === false
              ? "undecided"
              : wasEnded && !isRunning(day - 1)
                ? "ended"
                : "overdue";
        else if (!isRunning(day) && end?.isDischarge === false) one.state = "ended";
      }
    }
    // What can happen on the day of a discharge happened before it, a notice too.
    const isAlive = isRunning(day) || (end?.isDischarge === true && day === end.day);
    const canBegin = !isSuspended && isRunning(day);
    const isServed = served !== null && day >= served;
    if (canBegin && (day === served || (isServed && day > served && day === register?.[1])))
      known.push({ of: "first", start: day, state: "due", left: 3 });
    if (canBegin && isServed && day === change) known.push({ of: "name", start: day, state: "due", left: 3 });
    if (notices.includes(day) && isAlive) {
      for (const one of known) {
        if (one.state === "due") one.state = "met";
        else if (one.state === "overdue" && !isClosed(one, { register, day })) one.state = "met-late";
      }
    }
    // The other register takes over what is open, on the day of a discharge too.
    if (day === register?.[0]) for (const one of known) if (one.state === "due" && one.start < day) one.state = "cut";
    if (end?.isDischarge === true && day === end.day) for (const one of known) if (one.state === "due") one.state = "ended";
  }
  return known.filter(({ state }) => state !== "cut");
}

/** A failure from before the other register stays as it is: no later notice is of it. */
function isClosed({ start }: Followed, { register, day }: { readonly register: Life["register"]; readonly day: number }): boolean {
  return register !== null && register[0] > start && day > register[0];
}

const started = ["due", "met", "met-late", "overdue", "undecided", "ended"];

test("the first notice, what starts anew and a new name stand, on every day, as somebody finds them who follows the calendar day by day", () => {
  fc.assert(
    fc.property(lives, fc.integer({ min: 0, max: length + 5 }), fc.nat(20), (life, today, turn) => {
      const known = simulate(life, today).map(({ of, start, state }) => `${of} ${iso(start)} ${state}`);
      const worked = workedOut(life, today, turn)
        .duties.filter(({ state, due }) => started.includes(state) && due !== null)
        .map(({ rule, trigger, state }) => `${rule === "name-used" ? "name" : "first"} ${trigger.slice(-10)} ${state}`);
      expect(worked.toSorted()).toEqual(known.toSorted());
    }),
    { seed: 9_001, numRuns: 1_500 },
  );
});

test("nothing is ever overdue without a service, nor while another register holds that began in time", () => {
  fc.assert(
    fc.property(lives, dayOf, (life, today) => {
      const { duties } = workedOut({ ...life, served: null }, today);
      expect(duties.filter(({ state, due }) => state === "overdue" || due !== null)).toEqual([]);
    }),
    { seed: 9_002, numRuns: 500 },
  );
});

test("where it runs from the day in force, service moves no day of it, and before service it is undecided and never overdue", () => {
  const elsewhere: RegisterLaw = { ...law, code: "NI", firstFrom: "in-force", rules: { "first-notice": row("first-notice") } };
  fc.assert(
    fc.property(lives, dayOf, dayOf, (random, inForce, today) => {
      const life = { ...random, register: null, change: null };
      const file = readDutiesFile(fileOf(life, 0, inForce));
      if (!file.ok) return expect.fail(file.error);
      const { duties } = dutiesOfOrder(file.value, elsewhere, endOfDay(day0 + today - 1));
      fc.pre(inForce <= today);
      const isServed = life.served !== null && life.served <= today;
      // As if served on the day in force.
      const known = simulate({ ...life, served: inForce }, today).map(({ start, state }) => {
        const isSettled = isServed || state === "met" || state === "ended";
        return `${iso(start)} ${isSettled ? state : "undecided"}`;
      });
      const worked = duties.filter(({ due }) => due !== null).map(({ trigger, state }) => `${trigger.slice(-10)} ${state}`);
      expect(worked).toEqual(known);
    }),
    { seed: 9_003, numRuns: 1_000 },
  );
});

test("an order that ended on the day of its service is not said to have been over when it was served, since no court writes its hour", () => {
  const whyServed = (served: object, discharged: object): string | undefined => {
    const events = [
      { kind: "served", ...served },
      { kind: "discharged", ...discharged },
    ];
    const read = readDutiesFile(JSON.stringify({ jurisdiction: "EW", order: { kind: "full", made: "2026-11-20", until: null }, events }));
    if (!read.ok) expect.fail(read.error);
    const [duty] = dutiesOfOrder(read.value, law, endOfDay(day0)).duties;
    return duty?.state === "ended" ? duty.why : duty?.state;
  };
  const sameDay = "the order ended on the day on which it was served, before the period was over";
  expect(whyServed({ at: "2026-11-27T09:00" }, { at: "2026-11-27T15:00" })).toBe(sameDay);
  expect(whyServed({ on: "2026-11-27" }, { on: "2026-11-27" })).toBe(sameDay);
  expect(whyServed({ on: "2026-11-27" }, { on: "2026-11-26" })).toBe("the order had ended when it was served");
});
