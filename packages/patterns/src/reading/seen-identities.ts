import {
  type Identity,
  type Persona,
  type Statement,
  type Timeline,
  type TimelineAct,
  createNamed,
  createSaidOther,
  firstInstantOf,
  isDevice,
  isTheirs,
  lastInstantOf,
} from "@unmask/core";
import { herStops } from "./her-stops.ts";
import { memoize } from "./memoize.ts";
import { placedActs } from "./placed-act.ts";

/** An identity with its acts. */
export interface SeenIdentity {
  readonly identity: Identity;
  /** Its acts as places on the timeline, in order: comparing two numbers orders two acts. */
  readonly places: readonly number[];
  readonly first: TimelineAct;
  /** The one that can have ended last. */
  readonly last: TimelineAct;
  /** How many of them she has said nothing about: neither of the act nor that whoever did it is somebody else. */
  readonly unasked: number;
}

/** Who acts in a timeline, beside her, by normal form and in order of first act. What she calls perhaps theirs is in neither list. */
export interface SeenIdentities {
  /** With acts that are theirs, as the record shows or as she is sure. */
  readonly theirs: ReadonlyMap<string, SeenIdentity>;
  /** Of whom she said nothing: third people, and accounts of theirs that she has not named. */
  readonly notNamed: ReadonlyMap<string, SeenIdentity>;
  /** Acts of `theirs`, in order of time. */
  readonly theirActs: readonly TimelineAct[];
  /** Acts of `notNamed`, in order of time. */
  readonly otherActs: readonly TimelineAct[];
  /** Whether an identity had certainly written before her first stop; where she stated none, before anything of theirs. */
  readonly isKnownBefore: (one: SeenIdentity) => boolean;
  /** She stated a stop. */
  readonly hasStop: boolean;
}

/** Id of the pattern that asks: "not this one" of it takes an act from here too. */
export const askedBy = "identities-as-one";

const nobody: Persona = { label: "", normals: new Set() };

interface Growing extends SeenIdentity {
  readonly places: number[];
  last: TimelineAct;
  unasked: number;
}

/**
 * Sorts the acts of others than her by identity. Nobody named, groups and devices are nobody; a date far off is no date; of what she said "not this
 * one", nothing is concluded.
 */
export const seeIdentities: (timeline: Timeline, statement: Statement) => SeenIdentities = memoize(see);

function see(timeline: Timeline, statement: Statement): SeenIdentities {
  const marked = new Set((statement.marks ?? []).map(({ act }) => act));
  const notThis = new Set(
    (statement.notThis ?? []).flatMap(({ act, finding }) => (finding === undefined || finding === askedBy ? [act] : [])),
  );
  const theirs = new Map<string, Growing>();
  const notNamed = new Map<string, Growing>();
  const theirActs: TimelineAct[] = [];
  const otherActs: TimelineAct[] = [];
  const isNamed = createNamedAnyhow(statement);
  const isSaidOther = createSaidOther(statement);
  for (const [place, one] of placedActs(timeline, statement).entries()) {
    const { act, id, from, whose } = one;
    if (one.isFar || from.kind === "withheld" || from.kind === "group" || isDevice(one)) continue;
    if (notThis.size > 0 && notThis.has(id)) continue;
    const isOne = isTheirs(whose);
    if (!isOne && whose !== "other" && whose !== "withheld") continue;
    // Named as hers and theirs: the files cannot say, and she has said all she can.
    if (!isOne && isNamed(from)) continue;
    add(isOne ? theirs : notNamed, act, { place, isUnasked: (marked.size === 0 || !marked.has(id)) && !isSaidOther(from) });
    (isOne ? theirActs : otherActs).push(act);
  }
  const [first] = herStops(timeline, statement);
  const before = first?.latest ?? theirActs[0]?.when.earliest ?? -Infinity;
  return { theirs, notNamed, theirActs, otherActs, isKnownBefore: (one) => latestOf(one.first) <= before, hasStop: first !== undefined };
}

function add(seenByNormal: Map<string, Growing>, act: TimelineAct, { place, isUnasked }: { place: number; isUnasked: boolean }): void {
  const { from } = act;
  const seen = seenByNormal.get(from.normal);
  if (!seen) {
    seenByNormal.set(from.normal, { identity: from, places: [place], first: act, last: act, unasked: isUnasked ? 1 : 0 });
    return;
  }
  seen.places.push(place);
  if (isUnasked) seen.unasked++;
  if (act.when.latest > seen.last.when.latest) seen.last = act;
}

/** Whether she named an identity at all, each of the three by itself: one that is named as hers and theirs is "other" by both together. */
function createNamedAnyhow({ me, them, perhaps = nobody }: Statement): (identity: Identity) => boolean {
  const questions = [createNamed({ me, them: nobody }), ...[them, perhaps].map((persona) => createNamed({ me: nobody, them: persona }))];
  return (identity) => questions.some((named) => named(identity) !== "other");
}

/** Last instant that an act can mean, over all readings. */
export function latestOf({ when }: TimelineAct): number {
  return lastInstantOf(when);
}

/** First instant that an act can mean, over all readings. */
export function earliestOf({ when }: TimelineAct): number {
  return firstInstantOf(when);
}
