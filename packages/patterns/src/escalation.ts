import { type Finding, type Kind, type Statement, type Timeline, type LaneId } from "@unmask/core";
import { sayDay, sayFewOf, sayFirst, sayKinds, sayLane, sayLaneLabel, sayList } from "@unmask/words";
import { sayAbsences } from "./reading/absences.ts";
import { laneCoverages, startOfDay } from "./reading/lane-coverage.ts";
import type { Pattern } from "./pattern.ts";
import { type PlacedAct, idsOf } from "./reading/placed-act.ts";
import { actsByWhose } from "./reading/their-acts.ts";

/**
 * How near an act comes to her, by its kind and channel alone.
 *
 * [Note: Words are not weighed] No word of a message is scored here. "Escalation" is often read off the words; but a calm message from
 * somebody who stands at the door is nearer than a loud one from far away, and a list of bad words would be wrong about both.
 */
type Reach = "from afar" | "into accounts and devices" | "where she is";

const reaches: readonly Reach[] = ["from afar", "into accounts and devices", "where she is"];

const deviceKinds: ReadonlySet<Kind> = new Set<Kind>(["login", "device", "location", "view", "check"]);
const presentKinds: ReadonlySet<Kind> = new Set<Kind>(["visit", "following", "damage", "entry", "gift"]);

/** New ways of reaching her over time, and steps from afar to where she is. */
export const escalation: Pattern = {
  id: "escalation",
  looksFor: "Whether new ways were added over time, and whether it came nearer: from afar, into accounts and devices, to where you are.",
  find(timeline, statement) {
    return [...nearer(timeline, statement), ...newWays(timeline, statement)];
  },
};

function reachOf({ kind, lane }: PlacedAct): Reach {
  if (presentKinds.has(kind) || lane === "in-person") return "where she is";
  if (deviceKinds.has(kind)) return "into accounts and devices";
  return "from afar";
}

function nearer(timeline: Timeline, statement: Statement): readonly Finding[] {
  const { theirs } = actsByWhose(timeline, statement);
  const actsByReach = new Map<Reach, PlacedAct[]>();
  for (const one of theirs) {
    const list = actsByReach.get(reachOf(one));
    if (list) list.push(one);
    else actsByReach.set(reachOf(one), [one]);
  }
  const [from] = actsByReach.get("from afar") ?? [];
  if (!from) return [];
  const steps = reaches.slice(1).flatMap((reach) => {
    const acts = actsByReach.get(reach) ?? [];
    const [first] = acts;
    return first && first.firstDay > from.lastDay ? [{ reach, acts, first }] : [];
  });
  if (steps.length === 0) return [];
  const stepReaches = new Set(steps.map(({ reach }) => reach));
  const acts = theirs.filter((one) => one === from || stepReaches.has(reachOf(one)));
  const rows = [{ reach: reaches[0] ?? "from afar", acts: actsByReach.get("from afar") ?? [], first: from }, ...steps];
  return [
    {
      pattern: escalation.id,
      says:
        `It began from afar on ${sayDay(from.day)}. ` +
        steps
          .map(({ reach, acts: some, first }) => `${sayFirst(sayReach(reach))} it came first on ${sayDay(first.day)}: ${sayKinds(some)}.`)
          .join(" "),
      acts: idsOf(acts),
      how:
        "By the kind of act and its channel alone: messages, calls and posts are from afar; log-ins, live views, locations and found devices are into accounts and devices; visits, followings, things left, damage and coming in are where you are. " +
        "A step is said when its first act certainly came after the first from afar. No word of a message is weighed.",
      couldChange: [
        "What came nearer may have happened before and not been noticed, or not been written down.",
        ...sayAbsences(timeline, statement, acts),
      ],
      table: {
        columns: ["How near", "First", "Acts"],
        rows: rows.map(({ reach, acts: some, first }) => [sayFirst(sayReach(reach)), sayDay(first.day), some.length]),
      },
    },
  ];
}

function sayReach(reach: Reach): string {
  return reach === "where she is" ? "where you are" : reach;
}

interface Way {
  readonly lane: LaneId;
  readonly first: PlacedAct;
  readonly count: number;
}

function newWays(timeline: Timeline, statement: Statement): readonly Finding[] {
  const { theirs } = actsByWhose(timeline, statement);
  const wayByLane = new Map<LaneId, { first: PlacedAct; count: number }>();
  for (const one of theirs) {
    const lane = one.lane;
    const way = wayByLane.get(lane);
    if (way) way.count++;
    else wayByLane.set(lane, { first: one, count: 1 });
  }
  const ways = [...wayByLane].map(([lane, way]): Way => ({ lane, ...way }));
  const [start] = ways;
  const added = ways.filter(({ first }) => start !== undefined && first.firstDay > start.first.lastDay);
  if (!start || added.length === 0) return [];
  const acts = [start, ...added].map(({ first }) => first);
  return [
    {
      pattern: escalation.id,
      says:
        `It began with ${sayLane(start.lane)} on ${sayDay(start.first.day)}. ${sayFirst(sayFewOf(added.length, "more way"))} came later: ` +
        `${sayList(added.map(({ lane, first }) => `${sayLane(lane)} on ${sayDay(first.day)}`))}.`,
      acts: idsOf(acts),
      how: "For each channel the first act of theirs is taken. A channel is new when its first act certainly came after the first day of the first channel.",
      couldChange: [...sayLateFiles(added, timeline, statement), ...sayAbsences(timeline, statement, acts)],
      table: {
        columns: ["By", "First", "Acts"],
        rows: [start, ...added].map(({ lane, first, count }) => [sayLaneLabel(lane), sayDay(first.day), count]),
      },
    },
  ];
}

/** A file that begins with its first act cannot say that there was nothing before. */
function sayLateFiles(added: readonly Way[], timeline: Timeline, statement: Statement): string[] {
  const { zone } = statement;
  const late = added.filter(({ lane, first }) => {
    const day = startOfDay(first.firstDay, zone);
    const span = { earliest: day, latest: first.latest };
    return !laneCoverages(timeline, statement, span).some((one) => one.lane === lane && one.covered.some(({ earliest }) => earliest < day));
  });
  if (late.length === 0) return [];
  const said = late.length === 1 ? "its record begins" : "their records begin";
  return [`For ${sayList(late.map(({ lane }) => sayLane(lane)))} ${said} with that act; whether anything came before is not known.`];
}
