import { type Act, type Report, type TimelineAct, timelineActToJson } from "@unmask/core";
import { sha256HexOf, textToBytes } from "@unmask/seal";
import { createIsInPack } from "./find-exhibit.ts";
import { discloseActs } from "./report/disclosed-acts.ts";

/**
 * Which acts the pack shows, and what of them. An act that stands in no exhibit whose bytes are in the pack is a bare leaf of the log: it is
 * proven to exist and nothing else is said about it.
 *
 * [Note: What would give a held-back act away] An act's id comes from its content without salt (docs/formats/act.md), so the id of a short
 * message can be guessed like the message itself. Ids of held-back acts are therefore taken out of `versionOf` and of findings, and names
 * and positions in held-back files out of the spans of acts that stand elsewhere as well.
 */

/** One leaf of the log: an act of the timeline, shown or not. */
export interface PackAct {
  /** Place in the log, from 0: that in the timeline, where no earlier log goes on. */
  readonly leaf: number;
  /** What the leaf commits to: as the pack shows it, or as it is when it is held back. */
  readonly act: TimelineAct;
  readonly shown: boolean;
}

/** The bytes that a leaf commits to, as text: the act as one JSON object. */
export function entryOf({ act }: Pick<PackAct, "act">): string {
  return timelineActToJson(act);
}

/** What the pack shows. */
export interface PackActs {
  /** Every act of the timeline, in its order. */
  each(): Generator<PackAct, void, undefined>;
  readonly total: number;
  readonly shown: number;
  /** Leaves of the log before its last: all of the earlier log, and one of each act that keeps none of them. */
  readonly leaves: number;
  /** Leaf of the shown act with this id, of several the first. Undefined where the pack shows none: findings and links may not name it. */
  leafOf(id: string): number | undefined;
}

/** Decides for the whole report. Throws when an act stands in no exhibit at all: the app must hand over every file that was read. */
export function packActsOf(report: Report): PackActs {
  const { acts } = report.timeline;
  const shownActs = new Set<Act>(discloseActs(report).acts.map(({ act }) => act));
  const shownIds = new Set(acts.filter((act) => shownActs.has(act)).map(({ id }) => id));
  const isShown = createIsInPack(report);
  const show = (act: TimelineAct): TimelineAct => {
    if (act.versionOf === undefined && act.sources.every(isShown)) return act;
    const sources = act.sources.filter(isShown);
    const source = sources[0];
    if (!source) throw new Error("an act stands in no exhibit of the report");
    const { versionOf, ...rest } = act;
    return { ...rest, source, sources, ...(versionOf !== undefined && shownIds.has(versionOf) ? { versionOf } : {}) };
  };
  const toldOf = (act: TimelineAct): Omit<PackAct, "leaf"> => {
    const shown = shownActs.has(act);
    return { act: shown ? show(act) : act, shown };
  };
  const take = createLeaves(report);
  const leafOfPlace = acts.map((act) => take.leafOf(toldOf(act)));
  const leafById = new Map<string, number>();
  for (const [place, leaf] of leafOfPlace.entries()) {
    const act = acts[place];
    if (act && shownActs.has(act) && !leafById.has(act.id)) leafById.set(act.id, leaf);
  }
  return {
    total: acts.length,
    shown: shownActs.size,
    leaves: take.leaves(),
    leafOf: (id) => leafById.get(id),
    *each() {
      for (const [place, leaf] of leafOfPlace.entries()) {
        const act = acts[place];
        if (act) yield { leaf, ...toldOf(act) };
      }
    },
  };
}

/**
 * Gives a leaf to one act after the other: that of the earlier log, where the earlier pack shows it as it is now, else the next of the log. A leaf is
 * given once.
 */
function createLeaves({ after }: Report): { leafOf(told: Pick<PackAct, "act">): number; leaves(): number } {
  let next = after ? after.log.hashes.length / 32 : 0;
  const taken = new Map<string, number>();
  return {
    leafOf(told) {
      if (!after) return next++;
      const entry = sha256HexOf(textToBytes(entryOf(told)));
      const nth = taken.get(entry) ?? 0;
      taken.set(entry, nth + 1);
      return after.log.leavesByEntry.get(entry)?.[nth] ?? next++;
    },
    leaves: () => next,
  };
}
