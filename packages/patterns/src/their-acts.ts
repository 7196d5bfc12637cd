import type { ActId, Statement, Timeline, TimelineAct } from "@unmask/core";
import { type PlacedAct, placeAct } from "./placed-act.ts";
import { createWhose } from "./whose.ts";

/** The acts of a timeline by whose they are. Every act of the timeline is counted in exactly one of the five. */
export interface ActsByWhose {
  /** Theirs, in order of time, without those in `far`. */
  readonly theirs: readonly PlacedAct[];
  /** Theirs with a date before 1990 or after the import: listed, never part of a rate. */
  readonly far: readonly PlacedAct[];
  /** Hers, in order of time. */
  readonly hers: readonly PlacedAct[];
  /** Acts by somebody who is neither: third people, nobody named, an identity that she named as hers and theirs. */
  readonly others: readonly TimelineAct[];
  /** Further records of an act that is counted already: the words before an edit, or before it was deleted. */
  readonly versions: readonly TimelineAct[];
}

/** One answer a timeline, for the statement it was last asked with: twelve patterns ask in a row. */
const lastByTimeline = new WeakMap<Timeline, { readonly statement: Statement; readonly acts: ActsByWhose }>();

/** Sorts the acts of a timeline by whose they are and places them on her calendar. */
export function actsByWhose(timeline: Timeline, statement: Statement): ActsByWhose {
  const last = lastByTimeline.get(timeline);
  if (last?.statement === statement) return last.acts;
  const acts = sortByWhose(timeline, statement);
  lastByTimeline.set(timeline, { statement, acts });
  return acts;
}

function sortByWhose(timeline: Timeline, statement: Statement): ActsByWhose {
  const theirs: PlacedAct[] = [];
  const far: PlacedAct[] = [];
  const hers: PlacedAct[] = [];
  const others: TimelineAct[] = [];
  const versions: TimelineAct[] = [];
  const whoseIs = createWhose(statement);
  const isVersion = createVersionCheck(timeline);
  for (const act of timeline.acts) {
    const whose = whoseIs(act.from);
    if (whose === "other") others.push(act);
    else if (isVersion(act)) versions.push(act);
    else if (whose === "hers") hers.push(placeAct(act, statement.zone));
    else (act.flags.includes("far-date") ? far : theirs).push(placeAct(act, statement.zone));
  }
  return { theirs, far, hers, others, versions };
}

/** Two records of one message count once: the one that is pointed to. Where each points to the other, the smaller id counts. */
function createVersionCheck({ acts }: Timeline): (act: TimelineAct) => boolean {
  const versionById = new Map<ActId, ActId>();
  for (const act of acts) if (act.versionOf !== undefined) versionById.set(act.id, act.versionOf);
  if (versionById.size === 0) return () => false;
  const wanted = new Set(versionById.values());
  const present = new Set<ActId>();
  for (const { id } of acts) if (wanted.has(id)) present.add(id);
  return ({ id, versionOf }) => {
    if (versionOf === undefined || !present.has(versionOf)) return false;
    return versionById.get(versionOf) !== id || id > versionOf;
  };
}
