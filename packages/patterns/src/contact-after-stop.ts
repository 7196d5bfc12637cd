import {
  type Finding,
  type LaneId,
  type PlacedStop,
  type Statement,
  type StopKind,
  type Timeline,
  type Zone,
  dayIn,
  isAfterStop,
  isBeforeStop,
  isWithinStop,
  placeStops,
} from "@unmask/core";
import { sayClock, sayCount, sayDay, sayFewOf, sayIdentity, sayKinds, sayLaneLabel, sayList, sayNumber } from "@unmask/words";
import { sayAbsences } from "./reading/absences.ts";
import type { Pattern } from "./pattern.ts";
import { type PlacedAct, idsOf } from "./reading/placed-act.ts";
import { actsByWhose } from "./reading/their-acts.ts";

/** Acts that came after she told them to stop, after she blocked them, or after an order or a bail condition. The stops are hers. */
export const contactAfterStop: Pattern = {
  id: "contact-after-stop",
  looksFor: "What came after you told them to stop, after you blocked them, or after an order or a bail condition.",
  find(timeline, statement) {
    return stopsOf(timeline, statement).flatMap((stops) => findingOf(stops, timeline, statement));
  },
};

/** Stops of one kind, the first one leading: what came after it is counted. */
interface Stops {
  readonly words: StopWords;
  readonly first: PlacedStop;
  readonly all: readonly PlacedStop[];
}

interface StopWords {
  /** "You told them to stop", before its days. */
  readonly says: string;
  /** "your telling them", for the sentence on the day itself. */
  readonly what: string;
}

const wordsByStop: Readonly<Record<StopKind, StopWords>> = {
  "order served": { says: "An order was served on them", what: "the order" },
  "bail condition": { says: "A bail condition was set for them", what: "the bail condition" },
  "told to stop": { says: "You told them to stop", what: "your telling them" },
  blocked: { says: "You blocked a number or an account", what: "the block" },
};

/** An order or a bail condition first, then her own words, then her block. */
const orderOfStops: readonly StopKind[] = ["order served", "bail condition", "told to stop", "blocked"];

function stopsOf(timeline: Timeline, statement: Statement): readonly Stops[] {
  const placed = placeStops(timeline, statement);
  return orderOfStops.flatMap((kind) => {
    const all = placed.filter((stop) => stop.kind === kind);
    const [first] = all;
    return first ? [{ words: wordsByStop[kind], first, all }] : [];
  });
}

/** "3 March 2026", or with its minute where that is known. */
function sayWhen({ exact, earliest, day }: PlacedStop, zone: Zone): string {
  return exact === "day" ? sayDay(day) : `${sayDay(dayIn(zone, earliest))} at ${sayClock(earliest, zone)}`;
}

function findingOf({ words: { says, what }, first, all }: Stops, timeline: Timeline, statement: Statement): readonly Finding[] {
  const { theirs } = actsByWhose(timeline, statement);
  const { zone } = statement;
  const isDay = first.exact === "day";
  const after: PlacedAct[] = [];
  const before = new Set<string>();
  let within = 0;
  let perhaps = 0;
  let firstDay = Infinity;
  let lastDay = -Infinity;
  for (const one of theirs) {
    if (isAfterStop(one.act.when, first)) {
      after.push(one);
      firstDay = Math.min(firstDay, one.day);
      lastDay = Math.max(lastDay, one.day);
      continue;
    }
    before.add(one.act.from.normal);
    if (!isBeforeStop(one.act.when, first)) perhaps++;
    else if (isWithinStop(one.act.when, first)) within++;
  }
  if (after.length === 0) return [];
  const isFresh = ({ act }: PlacedAct): boolean => before.size > 0 && !before.has(act.from.normal);
  const since = isDay ? (all.length === 1 ? "that day" : sayDay(first.day)) : all.length === 1 ? "that" : sayWhen(first, zone);
  return [
    {
      pattern: contactAfterStop.id,
      says:
        `${says} on ${sayList(all.map((stop) => sayWhen(stop, zone)))}. ${sayCount(after.length, "act")} came after ${since}: ${sayKinds(after)}. ` +
        (firstDay === lastDay
          ? `${after.length === 1 ? "It" : "They"} came on ${sayDay(firstDay)}.`
          : `The first came on ${sayDay(firstDay)}, the last on ${sayDay(lastDay)}.${sayFresh(after, isFresh)}`),
      acts: idsOf(after),
      how: isDay
        ? `An act is counted when every day it can mean lies after ${sayDay(first.day)}, the day that you gave. What came on the day itself is not counted, because the hour is not known.`
        : `An act is counted when every time it can mean lies after ${sayWhen(first, zone)}, ${first.exact === "act" ? "the time of the message that you chose" : "the minute that you gave"}.`,
      couldChange: [
        ...(within > 0
          ? [
              `${sayCount(within, "act")} came ${isDay ? "on the day itself" : "in that very minute"}; whether before or after ${what} is not known.`,
            ]
          : []),
        ...(perhaps > 0
          ? [`${sayCount(perhaps, "act")} may have come after it; the record leaves more than one ${isDay ? "day" : "time"} open.`]
          : []),
        ...sayAbsences(timeline, statement, after),
      ],
      table: tableOf(all, { after, isFresh, zone }),
    },
  ];
}

/** Acts by a number or account that had not been used up to the first day; none when nothing at all had been used. */
function sayFresh(after: readonly PlacedAct[], isFresh: (one: PlacedAct) => boolean): string {
  const fresh = after.filter(isFresh);
  if (fresh.length === 0) return "";
  const normals = new Set(fresh.map(({ act }) => act.from.normal));
  return ` ${sayNumber(fresh.length)} came by ${sayFewOf(normals.size, "number or account", "numbers or accounts")} not seen until then.`;
}

interface CameAfter {
  readonly after: readonly PlacedAct[];
  readonly isFresh: (one: PlacedAct) => boolean;
  readonly zone: Zone;
}

/** One row a stop and a way: how many came from that stop to the next of its kind. */
function tableOf(stops: readonly PlacedStop[], { after, isFresh, zone }: CameAfter): Finding["table"] {
  const rows = stops.flatMap((stop, i) => {
    const next = stops[i + 1];
    const rowByWay = new Map<LaneId, Map<string, { readonly one: PlacedAct; last: PlacedAct; count: number }>>();
    for (const one of after) {
      if (!isAfterStop(one.act.when, stop) || (next && isAfterStop(one.act.when, next))) continue;
      let rowByNormal = rowByWay.get(one.lane);
      if (!rowByNormal) rowByWay.set(one.lane, (rowByNormal = new Map()));
      const row = rowByNormal.get(one.act.from.normal);
      if (!row) rowByNormal.set(one.act.from.normal, { one, last: one, count: 1 });
      else {
        row.count++;
        row.last = one;
      }
    }
    return [...rowByWay.values()].flatMap((rowByNormal) =>
      [...rowByNormal.values()].map(({ one, last, count }) => [
        sayWhen(stop, zone),
        sayLaneLabel(one.lane),
        sayIdentity(one.act.from),
        count,
        isFresh(one) ? count : 0,
        sayDay(one.day),
        sayDay(last.day),
      ]),
    );
  });
  return { columns: ["After", "By", "From", "Acts", "Not seen until then", "First", "Last"], rows };
}
