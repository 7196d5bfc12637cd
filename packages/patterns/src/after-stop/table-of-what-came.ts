import { type Finding, type LaneId, type PlacedStop, type Zone, beginningOf } from "@unmask/core";
import { marks, sayDay, sayFrom, sayLaneLabel, sayNotKnown } from "@unmask/words";
import { isToGroup } from "../reading/groups.ts";
import type { PlacedAct } from "../reading/placed-act.ts";
import { sayWhen } from "./say-stops.ts";

/** What stands in the table. */
export interface CameAfter {
  readonly after: readonly PlacedAct[];
  readonly held: readonly PlacedStop[];
  readonly isFresh: (one: PlacedAct) => boolean;
  readonly zone: Zone;
  readonly perhaps: number;
  readonly hers: readonly PlacedAct[] | undefined;
  readonly toPerhaps: number;
  /** By accounts that nobody named: in no number of theirs. */
  readonly notNamed: number;
  /** Whether it has words of a threat, and came while an order or bail condition held. */
  readonly isThreat: (one: PlacedAct) => boolean;
  /** What came while a block held; undefined where none is known to have ended. */
  readonly blockedThen: ReadonlySet<PlacedAct["id"]> | undefined;
}

/** What came by one way, from one number or account. */
interface WayRow {
  readonly one: PlacedAct;
  last: PlacedAct;
  readonly acts: PlacedAct[];
}

/** One row a stop and a way: how many came while it held, up to the next of its kind. */
export function tableOf(
  stops: readonly PlacedStop[],
  { after, held, isFresh, zone, perhaps, hers, toPerhaps, notNamed, isThreat, blockedThen }: CameAfter,
): Finding["table"] {
  const sayOwn = (count: number): number | string => (hers === undefined ? sayNotKnown() : count);
  const hersToGroups = hers?.filter(isToGroup).length ?? 0;
  // Columns that most cases would have empty.
  const apart = [
    { title: "To other people", isOf: ({ isToOthers }: PlacedAct) => isToOthers },
    { title: "To groups", isOf: isToGroup },
    { title: "With words of a threat", isOf: isThreat },
  ].filter(({ isOf }) => after.some(isOf));
  const isBlocked = ({ id }: PlacedAct): boolean => blockedThen?.has(id) ?? false;
  const more = blockedThen === undefined ? apart : [...apart, { title: "While blocked", isOf: isBlocked }];
  const cameIn = actsByStop(after, held);
  const rows = stops.flatMap((stop) =>
    waysOf(cameIn.get(stop) ?? []).map(({ one, last, acts }) => [
      sayWhen(beginningOf(stop), zone),
      sayLaneLabel(one.lane),
      sayFrom(one.act),
      acts.length,
      isFresh(one) ? acts.length : 0,
      sayDay(one.day),
      sayDay(last.day),
      0,
      sayOwn(0),
      sayOwn(0),
      ...(hersToGroups > 0 ? [0] : []),
      ...(notNamed > 0 ? [0] : []),
      ...more.map(({ isOf }) => acts.filter(isOf).length),
    ]),
  );
  const [first] = stops;
  const beside =
    first !== undefined && (perhaps > 0 || toPerhaps > 0 || notNamed > 0 || (hers?.length ?? 0) > 0)
      ? [
          [
            sayWhen(beginningOf(first), zone),
            "All ways",
            "",
            0,
            0,
            "",
            "",
            perhaps,
            sayOwn((hers?.length ?? 0) - hersToGroups),
            sayOwn(toPerhaps),
            ...(hersToGroups > 0 ? [hersToGroups] : []),
            ...(notNamed > 0 ? [notNamed] : []),
            ...more.map(() => 0),
          ],
        ]
      : [];
  return {
    columns: [
      "After",
      "By",
      "From",
      "Acts",
      "By one not in the files before",
      "First",
      "Last",
      `Perhaps by ${marks.them}`,
      `${marks.You} sent`,
      `${marks.You} sent to what is perhaps ${marks.theirs}`,
      ...(hersToGroups > 0 ? [`${marks.You} sent to groups`] : []),
      ...(notNamed > 0 ? ["By accounts not named"] : []),
      ...more.map(({ title }) => title),
    ],
    rows: [...rows, ...beside],
  };
}

/** What came while each stop held. */
function actsByStop(after: readonly PlacedAct[], held: readonly PlacedStop[]): ReadonlyMap<PlacedStop, readonly PlacedAct[]> {
  const cameIn = new Map<PlacedStop, PlacedAct[]>();
  for (const [i, one] of after.entries()) {
    const stop = held[i];
    const list = stop && cameIn.get(stop);
    if (list) list.push(one);
    else if (stop) cameIn.set(stop, [one]);
  }
  return cameIn;
}

/** The ways by which acts came: one lane after the other, in it one number or account after the other. */
function waysOf(acts: readonly PlacedAct[]): readonly WayRow[] {
  const rowByWay = new Map<LaneId, Map<string, WayRow>>();
  for (const one of acts) {
    let rowByNormal = rowByWay.get(one.lane);
    if (!rowByNormal) rowByWay.set(one.lane, (rowByNormal = new Map()));
    const row = rowByNormal.get(one.from.normal);
    if (!row) rowByNormal.set(one.from.normal, { one, last: one, acts: [one] });
    else {
      row.acts.push(one);
      row.last = one;
    }
  }
  return [...rowByWay.values()].flatMap((rowByNormal) => [...rowByNormal.values()]);
}
