import { type LawRow, type RegisterLaw, type RegisterRuleId, civilFromDays, civilToIso, registerRules } from "@unmask/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { endOfDay } from "../clock/london.ts";
import type { DutiesFile, RegisterEvent } from "./duties-file.ts";
import { dutiesOfOrder } from "./duties-of-order.ts";

/** Moves, and an interim that a full order replaced, followed day by day by somebody with a wall calendar, who knows no formula of the register. */

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

/** The night in which the clocks go forward lies among the days. */
const day0 = 20_898;
const length = 45;
const iso = (day: number): string => civilToIso(civilFromDays(day0 + day));

type Home = "A" | "B" | "C" | null;
interface Notice {
  readonly day: number;
  readonly tells: "all" | "names" | "A" | "B" | "C";
  readonly station: "local" | "elsewhere";
}
interface World {
  readonly interim: { readonly served: number | null; readonly until: number };
  readonly full: { readonly made: number; readonly served: number | null; readonly until: number };
  readonly moves: readonly { readonly day: number; readonly to: Home }[];
  readonly notices: readonly Notice[];
}
const far = 1_000;
const dayOf = fc.integer({ min: 0, max: length });
const worlds: fc.Arbitrary<World> = fc
  .record({
    interimServed: fc.option(fc.integer({ min: 0, max: 9 })),
    gap: fc.option(fc.integer({ min: 1, max: 4 })),
    made: fc.integer({ min: 10, max: 16 }),
    afterMade: fc.option(fc.integer({ min: 0, max: 12 }), { freq: 3 }),
    lasts: fc.option(fc.integer({ min: 0, max: 25 })),
    moves: fc.uniqueArray(fc.record({ day: dayOf, to: fc.constantFrom<Home[]>("A", "B", "C", null) }), {
      maxLength: 4,
      selector: ({ day }) => day,
    }),
    notices: fc.uniqueArray(
      fc.record({
        day: dayOf,
        tells: fc.constantFrom<Notice["tells"][]>("all", "all", "all", "names", "A", "B", "C"),
        station: fc.constantFrom<Notice["station"][]>("local", "local", "local", "elsewhere"),
      }),
      { maxLength: 6, selector: ({ day }) => day },
    ),
  })
  .map(({ interimServed, gap, made, afterMade, lasts, moves, notices }) => {
    const until = gap === null ? made + 20 : Math.max(interimServed ?? 0, made - 1 - gap);
    return {
      interim: { served: interimServed, until },
      full: { made, served: afterMade === null ? null : made + afterMade, until: lasts === null ? far : made + (afterMade ?? 0) + lasts },
      moves,
      notices,
    };
  });

function workedOut({ interim, full, moves, notices }: World, today: number, turn: number): readonly string[] {
  const served = (day: number | null): readonly RegisterEvent[] => (day === null ? [] : [{ kind: "served", line: "s", day: day0 + day }]);
  const rest: readonly RegisterEvent[] = [
    ...moves.map(({ day, to }): RegisterEvent => ({ kind: "address-changed", line: `move ${day}`, day: day0 + day, address: to })),
    ...notices.map(({ day, tells, station }): RegisterEvent => {
      const told = tells === "all" ? {} : tells === "names" ? { names: ["N"] } : { address: tells };
      return { kind: "notified", line: `notice ${day}`, day: day0 + day, station, ...told };
    }),
  ];
  // No order of the lines means anything, nor does it which of the two orders a line was written under.
  const turned = [...rest.slice(turn % (rest.length + 1)), ...rest.slice(0, turn % (rest.length + 1))];
  const half = turn % 2 === 0 ? 0 : Math.floor(turned.length / 2);
  const file: DutiesFile = {
    jurisdiction: "EW",
    order: {
      kind: "full",
      made: day0 + full.made,
      until: full.until === far ? null : day0 + full.until,
      replaces: { made: day0, until: day0 + interim.until, events: [...served(interim.served), ...turned.slice(0, half)] },
    },
    events: [...turned.slice(half), ...served(full.served)],
  };
  const { duties } = dutiesOfOrder(file, law, endOfDay(day0 + today - 1));
  return duties.map(({ rule, trigger, state }) => `${rule} ${trigger} ${state}`).toSorted();
}

/** One page of the wall calendar: something that has to be told. */
interface Page {
  readonly about: string;
  /** Which notices tell it: for certain, perhaps, not at all. */
  readonly tells: (notice: Notice) => "yes" | "perhaps" | "no";
  /** Why nobody but an officer can say that it is missing. */
  readonly isDoubtful: boolean;
  readonly began: number;
  /** Last day of the order in whose time it runs. */
  readonly orderEnds: number;
  left: number;
  is: "open" | "met" | "met-late" | "overdue" | "ended" | "perhaps" | "perhaps-late" | "both-ended";
  /** Whether it was not settled on the evening on which the full order took the interim's place. */
  wasLeftOver: boolean;
}

/** A notice that lies in the tray for a move that has not happened. */
interface InTray extends Notice {
  readonly isSpare: boolean;
  /** Whether a move elsewhere came after it. */
  readonly isStale: boolean;
}

function follow(world: World, today: number): readonly string[] {
  const { interim, full, moves, notices } = world;
  const isBroken = interim.until < full.made - 1;
  const pages: Page[] = [];
  const plain: string[] = [];
  let tray: InTray[] = [];
  let isAllTold = false;
  let home: Home = null;
  const open = (page: Pick<Page, "about" | "tells" | "isDoubtful" | "began">): void => {
    const orderEnds = page.began < full.made && isBroken ? interim.until : full.until;
    pages.push({ ...page, orderEnds, left: 3, is: "open", wasLeftOver: false });
  };
  const wasServed = (served: number | null, day: number): boolean => served !== null && served <= day;
  for (let day = 0; day <= today; day += 1) {
    for (const page of pages) turnDay(page, day);
    if (day === interim.served) open({ about: `first-notice interim served ${iso(day)}`, tells: tellsAll, isDoubtful: false, began: day });
    // The first notice of the full order: only where the interim was never served, and then nobody knows whether it is asked.
    // Likewise where the interim had run out before there was a full order to replace it.
    if (day === full.served && (interim.served === null || isBroken))
      open({ about: `first-notice served ${iso(day)}`, tells: tellsAll, isDoubtful: true, began: day });
    if (day === interim.served || day === full.served) isAllTold = false;
    for (const { to } of moves.filter((one) => one.day === day)) {
      const about = `address-changed address changed ${iso(day)}`;
      const isUnderOrder = day < full.made ? !isBroken || day <= interim.until : day <= full.until;
      const own = day < full.made ? interim.served : full.served;
      const isGap = interim.served !== null && day >= full.made && !wasServed(own, day);
      if (!isUnderOrder) plain.push(`${about} ended`);
      else if (!wasServed(own, day) && !isGap) {
        const isServedSince = wasServed(day < full.made ? interim.served : null, today) || wasServed(full.served, today);
        plain.push(`${about} ${isServedSince ? "not-required" : "not-served"}`);
      } else {
        const early = tray.filter((one) => one.isSpare || one.tells === to || (to === null && "ABC".includes(one.tells)));
        // Without a home in the United Kingdom nothing is met by itself.
        const isMet = to !== null && early.some((one) => one.station === "local" && !one.isStale && (one.isSpare || one.tells === to));
        if (isMet) plain.push(`${about} met`);
        else open({ about, tells: tellsMove(to), isDoubtful: isGap || to === null || early.length > 0, began: day });
      }
      // A move takes what lay in the tray for it, and what told all was about this one or about none.
      tray = tray.filter((one) => !one.isSpare && one.tells !== to).map((one) => ({ ...one, isStale: true }));
      isAllTold = false;
      home = to;
    }
    for (const notice of notices.filter((one) => one.day === day)) {
      for (const page of pages) meet(page, notice);
      tray.push({ ...notice, isSpare: notice.tells === "all" && isAllTold, isStale: false });
      const hadSomething = wasServed(interim.served, day) || wasServed(full.served, day) || moves.some((one) => one.day <= day);
      if (notice.tells === "all" && notice.station === "local" && hadSomething) isAllTold = true;
      // Who tells the address at which they live tells of the move that is over, and of none to come.
      if (home === notice.tells) tray.pop();
    }
    if (day === full.made && !isBroken)
      for (const page of pages) page.wasLeftOver ||= page.began < day && page.is !== "met" && page.is !== "met-late" && page.is !== "ended";
  }
  return [...plain, ...pages.map(inWords), ...withoutClock(world, today, isBroken)].toSorted();
}

/** First notices that have no clock: nothing was served, or nothing is asked anew. */
function withoutClock({ interim, full }: World, today: number, isBroken: boolean): readonly string[] {
  const hasEnded = today < full.made && isBroken ? today > interim.until : today > full.until;
  const not = (from: string): string => `first-notice not ${from} ${hasEnded ? "ended" : "not-served"}`;
  const isFullServed = full.served !== null && full.served <= today;
  if (today < full.made) return interim.served === null || interim.served > today ? [not("interim served")] : [];
  if (interim.served === null) return ["first-notice not interim served ended", ...(isFullServed ? [] : [not("served")])];
  if (isBroken) return isFullServed ? [] : [not("served")];
  return [`first-notice ${isFullServed ? `served ${iso(full.served)}` : "not served"} not-required`];
}

/** One of its days is over. */
function turnDay(page: Page, day: number): void {
  if (page.is !== "open") return;
  page.left -= 1;
  if (day > page.orderEnds) page.is = page.left === 0 ? "both-ended" : "ended";
  else if (page.left === 0) page.is = "overdue";
}

function meet(page: Page, notice: Notice): void {
  if (notice.day > page.orderEnds) return;
  const told = page.tells(notice);
  if (told === "no") return;
  const isSure = told === "yes" && notice.station === "local";
  const isInTime = notice.day < page.began + 3;
  if (page.is === "open" || (page.is === "perhaps" && isInTime)) page.is = isSure ? "met" : "perhaps";
  else if (page.is === "overdue" || page.is === "perhaps-late") page.is = isSure ? "met-late" : "perhaps-late";
}

function inWords({ about, is, isDoubtful, wasLeftOver }: Page): string {
  if (is === "met" || is === "ended") return `${about} ${is}`;
  if (is === "perhaps" || is === "both-ended" || isDoubtful || wasLeftOver) return `${about} undecided`;
  // Whether a late notice counts or not, nothing was told in time.
  return `${about} ${is === "open" ? "due" : is === "perhaps-late" ? "overdue" : is}`;
}

function tellsAll({ tells }: Notice): "yes" | "perhaps" {
  return tells === "all" ? "yes" : "perhaps";
}

function tellsMove(to: Home): Page["tells"] {
  return ({ tells }) => {
    if (tells === "names") return "no";
    if (to === null) return "perhaps";
    return tells === "all" || tells === to ? "yes" : "no";
  };
}

test("moves and a replaced interim stand, on every day, as somebody finds them who follows the calendar day by day", () => {
  fc.assert(
    fc.property(worlds, fc.integer({ min: 0, max: length + 5 }), fc.nat(20), (world, today, turn) => {
      expect(workedOut(world, today, turn)).toEqual(follow(world, today));
    }),
    { seed: 9_004, numRuns: 3_000 },
  );
});
