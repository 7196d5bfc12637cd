import { type LaneId, type Statement, type Timeline } from "@unmask/core";
import {
  sayCount,
  sayDay,
  sayFew,
  sayFewOf,
  sayFirst,
  sayIdentity,
  sayLaneLabel,
  sayList,
  sayNotKnown,
  sayNumber,
  marks,
} from "@unmask/words";
import { herStops } from "./reading/her-stops.ts";
import { sayAbsences } from "./reading/absences.ts";
import { isAboutEven, sayEven, sayEvenRule } from "./reading/beside-theirs.ts";
import type { Pattern } from "./pattern.ts";
import { lineOf } from "./reading/line.ts";
import { type PlacedAct, idsOf, placedActs } from "./reading/placed-act.ts";
import { isSent } from "./reading/reply.ts";
import { actsByWhose } from "./reading/their-acts.ts";
import { type MarkedFinding, spoken } from "./spoken.ts";

/** How long before a block a way counts as one that they used. */
const usedDays = 28;
/** How long after a block another way counts as following it. */
const followDays = 14;
/** That many different ways on one day are said. */
const waysInOneDay = 3;

/** When one way closes, another opens; and several ways on one day. */
export const channelSwitching: Pattern = spoken({
  id: "channel-switching",
  looksFor: `Another number, account or channel within ${followDays} days after you blocked one or told them to stop; ${waysInOneDay} or more channels on one day.`,
  find(timeline, statement) {
    return [...afterStops(timeline, statement), ...manyInOneDay(timeline, statement)];
  },
});

interface Switch {
  readonly day: number;
  readonly first: PlacedAct;
  /** What she sent on the same channel after her day and before it; undefined where what she sent is not known. */
  readonly sent: number | undefined;
}

function afterStops(timeline: Timeline, statement: Statement): readonly MarkedFinding[] {
  const { theirs, hers, isHerSideKnown } = actsByWhose(timeline, statement);
  const sentBefore = (first: PlacedAct, day: number): number | undefined => {
    const isBefore = (one: PlacedAct): boolean => one.firstDay > day && one.latest < first.earliest;
    return isHerSideKnown ? hers.filter((one) => isSent(one) && one.lane === first.lane && isBefore(one)).length : undefined;
  };
  const given = herStops(timeline, statement).flatMap(({ kind, day }) => (kind === "told to stop" || kind === "blocked" ? [day] : []));
  const days = [...new Set(given)].sort((a, b) => a - b);
  // Two who go on writing to each other and meet, or give flowers, have not changed their way.
  const isMeeting = ({ lane, kind }: PlacedAct, day: number): boolean =>
    (lane === "in-person" || kind === "gift" || kind === "visit") && hers.some((one) => isSent(one) && one.firstDay > day);
  const switches = days.flatMap((day): Switch[] => {
    const before = theirs.filter(({ firstDay, lastDay }) => firstDay > day - usedDays && lastDay <= day);
    if (before.length === 0) return [];
    const used = new Set(before.map(wayOf));
    const first = theirs.find(
      (one) => one.firstDay > day && one.lastDay <= day + followDays && !used.has(wayOf(one)) && !isMeeting(one, day) && !one.isToOthers,
    );
    return first ? [{ day, first, sent: sentBefore(first, day) }] : [];
  });
  if (switches.length === 0) return [];
  const begin = firstDayOf(timeline, statement);
  const shown = switches.reduce((least, { day }) => Math.min(least, day - begin), Infinity);
  const begins = shown === 0 ? "on the day of a stop" : `${sayCount(shown, "day")} before a stop`;
  const firsts = new Set(switches.map(({ first }) => first));
  const acts = theirs.filter((one) => firsts.has(one));
  return [
    {
      pattern: channelSwitching.id,
      standing: "count",
      line:
        shown >= usedDays
          ? lineOf(
              `Within ${followDays} days of a stop ${marks.they} used a way that these files do not show in the four weeks before.`,
              `Within ${followDays} days of a stop: a way that these files do not show in the four weeks before.`,
            )
          : lineOf(
              `Within ${followDays} days of a stop ${marks.they} used a way not shown before; the files begin ${begins}.`,
              `Within ${followDays} days of a stop: a way not shown before; the files begin ${begins}.`,
            ),
      says:
        `${marks.You} blocked a number or told ${marks.them} to stop on ${sayFewOf(days.length, "day")}. After ${days.length === switches.length ? (days.length === 1 ? "it" : "each") : sayFew(switches.length)}, ` +
        `within ${followDays} days, something came by a number, account or channel that these files do not show ${marks.them} using in the ${usedDays} days before: ` +
        `${sayList(switches.map(({ day, first }) => `${sayLaneLabel(first.lane)} from ${sayIdentity(first.act.from)} on ${sayDay(first.day)}, after ${sayDay(day)}`))}.` +
        sayHerOpening(switches) +
        (shown >= usedDays ? "" : ` The files begin on ${sayDay(begin)}.`),
      acts: idsOf(acts),
      how:
        `For each day that ${marks.you} gave, the ways (a number or account on a channel) of the ${usedDays} days up to it are listed. ` +
        `The first act by another way that certainly came in the ${followDays} days after it is named. Where ${marks.you} wrote after that day, a meeting, a visit or a gift is no other way, nor is ever what went to other people alone. A day without an act of ${marks.theirs} in the ${usedDays} days before it is left out. ` +
        `What ${marks.you} sent by the same channel between that day and that act is counted beside it.`,
      couldChange: [
        "A way that looks new can be one of which the file begins late.",
        `Why ${marks.they} changed is not in the files: people also change numbers for other reasons.`,
        ...sayAbsences(timeline, statement, acts),
      ],
      table: {
        columns: ["Day of the stop", "Then on", "By", "From", `${marks.You} sent before it`],
        rows: switches.map(({ day, first, sent }) => [
          sayDay(day),
          sayDay(first.day),
          sayLaneLabel(first.lane),
          sayIdentity(first.act.from),
          sent ?? sayNotKnown(),
        ]),
      },
    },
  ];
}

/** The day of the first act of anybody, dates far off left out: before it the files show nothing. */
function firstDayOf(timeline: Timeline, statement: Statement): number {
  return placedActs(timeline, statement).reduce((least, { day, isFar }) => (isFar ? least : Math.min(least, day)), Infinity);
}

/** Whether she had opened the other channel herself; of what happened in person nothing is sent. */
function sayHerOpening(switches: readonly Switch[]): string {
  const sent = switches.flatMap((one) => (one.first.lane === "in-person" ? [] : [one.sent]));
  if (sent.length === 0) return "";
  if (sent.includes(undefined)) return ` What ${marks.you} sent there before it is not known.`;
  const sum = sent.reduce<number>((total, count) => total + (count ?? 0), 0);
  return sum === 0
    ? ` ${marks.You} had sent nothing there since that day.`
    : ` ${marks.You} had sent ${sayNumber(sum)} there since that day.`;
}

function wayOf({ lane, from }: PlacedAct): string {
  return `${lane}\u001f${from.normal}`;
}

function manyInOneDay(timeline: Timeline, statement: Statement): readonly MarkedFinding[] {
  const { theirs, hers, isHerSideKnown } = actsByWhose(timeline, statement);
  const rows = daysOfManyWays(theirs);
  const [first] = rows;
  if (!first) return [];
  const most = rows.reduce((a, b) => (b.ways.length > a.ways.length ? b : a), first);
  const acts = rows.flatMap((row) => row.acts);
  const herRows = isHerSideKnown ? daysOfManyWays(hers.filter(isSent)) : undefined;
  return [
    {
      pattern: channelSwitching.id,
      standing: "count",
      line: lineOf(
        rows.length === 1
          ? `On ${sayDay(most.day)} ${marks.they} used ${sayFew(waysInOneDay)} channels or more.`
          : `On ${sayCount(rows.length, "day")} ${marks.they} used ${sayFew(waysInOneDay)} channels or more, the most on ${sayDay(most.day)}.`,
      ),
      says:
        `On ${sayCount(rows.length, "day")} ${marks.they} used ${sayFew(waysInOneDay)} or more channels on the same day, ${sayCount(acts.length, "act")} in all; ${sayHerDays(rows.length, herRows?.length)}. ` +
        `The most is ${sayNumber(most.ways.length)}, on ${sayDay(most.day)}: ${sayList(most.ways.map((id) => sayLaneLabel(id)))}.`,
      acts: idsOf(acts),
      how: `${sayFirst(sayFew(waysInOneDay))} channels on one day are the rule. Calls are one channel, whatever app they were made with. An act whose day is not certain is left out. The same rule counts what ${marks.you} sent. ${sayEvenRule("the days")}`,
      couldChange: sayAbsences(timeline, statement, acts),
      table: {
        columns: ["Day", "Channels", "Acts", "Which"],
        rows: [
          ...rows.map(({ day, ways, acts: some }) => [
            sayDay(day),
            ways.length,
            some.length,
            ways.map((id) => sayLaneLabel(id)).join(", "),
          ]),
          [`Such days of ${marks.theirs}`, rows.length, acts.length, ""],
          herRows
            ? [`Such days of ${marks.yours}`, herRows.length, herRows.reduce((sum, row) => sum + row.acts.length, 0), ""]
            : [`Such days of ${marks.yours}`, sayNotKnown(), sayNotKnown(), ""],
        ],
      },
    },
  ];
}

/** The days of certain acts on which somebody used many channels, in order. */
function daysOfManyWays(
  acts: readonly PlacedAct[],
): readonly { readonly day: number; readonly acts: readonly PlacedAct[]; readonly ways: readonly LaneId[] }[] {
  const actsByDay = new Map<number, PlacedAct[]>();
  for (const one of acts) {
    if (one.firstDay !== one.lastDay || one.isStretch) continue;
    const list = actsByDay.get(one.day);
    if (list) list.push(one);
    else actsByDay.set(one.day, [one]);
  }
  return [...actsByDay]
    .map(([day, some]) => ({ day, acts: some, ways: [...new Set(some.map(({ lane }) => lane))] }))
    .filter(({ ways }) => ways.length >= waysInOneDay)
    .sort((a, b) => a.day - b.day);
}

function sayHerDays(theirs: number, hers: number | undefined): string {
  if (hers === undefined) return `what ${marks.you} used is not known`;
  return hers === 0 ? `${marks.you} did so on none` : `${marks.you} did so on ${sayNumber(hers)}${sayEven(isAboutEven(theirs, hers))}`;
}
