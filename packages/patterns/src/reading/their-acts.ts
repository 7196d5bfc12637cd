import { type ActId, type Statement, type Timeline, type TimelineAct, createAgreed, createSideByWhose, isHerSideKnown } from "@unmask/core";
import { type PlacedAct, placedActs } from "./placed-act.ts";
import { memoize } from "./memoize.ts";
import { openChats } from "./open-chats.ts";
import { openNamesOfHers } from "./open-names-of-hers.ts";

/** The acts of a timeline by whose they are. Every act of the timeline is in exactly one of the twelve lists. */
export interface ActsByWhose {
  /** Theirs, as the record shows or as she is sure, in order of time, without those in `far`, `undated`, `agreed` and `notThese`. */
  readonly theirs: readonly PlacedAct[];
  /** Theirs with a date before 1990 or after the import: listed, never part of a rate. */
  readonly far: readonly PlacedAct[];
  /** Theirs, of which she does not know when it happened: named one by one, never part of a rate. */
  readonly undated: readonly PlacedAct[];
  /** Hers towards them, in order of time. */
  readonly hers: readonly PlacedAct[];
  /** False while nobody is her, while a name that could be hers is open, or while what she wrote stands in a chat about which it is asked: then `hers` is a part of it at most, and no number of it may be said. */
  readonly isHerSideKnown: boolean;
  /** Hers towards others or to nobody named, or with a date far off. */
  readonly hersElsewhere: readonly PlacedAct[];
  /** Perhaps theirs, as she says, in order of time, without those in `agreed` and `notThese`: in no number of theirs. */
  readonly perhaps: readonly PlacedAct[];
  /** Theirs, perhaps theirs, or hers towards them, that she says was agreed: counted apart. */
  readonly agreed: readonly PlacedAct[];
  /** Theirs or perhaps theirs, of which she said "not this one": told, and in no number. */
  readonly notThese: readonly PlacedAct[];
  /** By somebody who is neither, of which she said so: a number that was withheld, of which she knows that the surgery rang. */
  readonly othersNotThese: readonly PlacedAct[];
  /** Acts by somebody who is neither: third people, nobody named, an identity that she named as hers and theirs. */
  readonly others: readonly PlacedAct[];
  /** Further records of an act that is counted already: the words before an edit, or before it was deleted. */
  readonly versions: readonly PlacedAct[];
}

/** Sorts the acts of a timeline by whose they are. */
export const actsByWhose: (timeline: Timeline, statement: Statement) => ActsByWhose = memoize(sortByWhose);

function sortByWhose(timeline: Timeline, statement: Statement): ActsByWhose {
  const theirs: PlacedAct[] = [];
  const far: PlacedAct[] = [];
  const undated: PlacedAct[] = [];
  const hers: PlacedAct[] = [];
  const hersElsewhere: PlacedAct[] = [];
  const others: PlacedAct[] = [];
  const versions: PlacedAct[] = [];
  const perhaps: PlacedAct[] = [];
  const agreed: PlacedAct[] = [];
  const notThese: PlacedAct[] = [];
  const othersNotThese: PlacedAct[] = [];
  const sideOf = createSideByWhose(timeline, statement);
  const isAgreed = createAgreed(timeline, statement);
  const notThis = refusedEverywhere(statement);
  const isVersion = createVersionCheck(timeline);
  for (const one of placedActs(timeline, statement)) {
    const { act, isFar } = one;
    const side = sideOf(act, one.whose);
    const isRefused = notThis.size > 0 && notThis.has(one.id);
    if (side === "withheld" || side === "nobody named" || side === "others") (isRefused ? othersNotThese : others).push(one);
    else if (isVersion(one)) versions.push(one);
    else if (isRefused && (side === "theirs" || side === "perhaps theirs")) notThese.push(one);
    else if (side !== "hers to others" && side !== "hers to nobody named" && isAgreed(act, side === "hers to them")) agreed.push(one);
    else if (side === "perhaps theirs") perhaps.push(one);
    else if (side === "theirs") (one.isUndated ? undated : isFar ? far : theirs).push(one);
    else if (side !== "hers to them" || isFar) hersElsewhere.push(one);
    else hers.push(one);
  }
  return {
    theirs,
    far,
    undated,
    hers,
    isHerSideKnown: isHerSideKnown(timeline, statement) && whyHersOpen(timeline, statement, hersElsewhere) === undefined,
    hersElsewhere,
    perhaps,
    agreed,
    notThese,
    othersNotThese,
    others,
    versions,
  };
}

/**
 * Why what she sent is not known though she is named: a name in a chat with them could be hers, or she wrote in a chat of which it is asked whether it is
 * one with another of theirs. Undefined where neither is so.
 */
export function whyHersOpen(timeline: Timeline, statement: Statement, hersElsewhere: readonly PlacedAct[]): "name" | "chats" | undefined {
  if (openNamesOfHers(timeline, statement).size > 0) return "name";
  const seconds = new Set(
    openChats(timeline, statement).flatMap(({ whose, people: [, { normal }] }) => (whose === "hers" ? [] : [normal])),
  );
  if (seconds.size === 0) return undefined;
  const chats = new Set(timeline.acts.flatMap((act) => (act.thread !== undefined && seconds.has(act.from.normal) ? [chatOf(act)] : [])));
  return hersElsewhere.some(({ act, isFar }) => !isFar && chats.has(chatOf(act))) ? "chats" : undefined;
}

function chatOf({ channel, thread = "" }: Pick<TimelineAct, "channel" | "thread">): string {
  return `${channel}\u0000${thread}`;
}

/** Acts of which she said "not this one" without naming a finding: of every finding. */
function refusedEverywhere({ notThis = [] }: Pick<Statement, "notThis">): ReadonlySet<ActId> {
  return new Set(notThis.flatMap(({ act, finding }) => (finding === undefined ? [act] : [])));
}

/** Two records of one message count once: the one that is pointed to. Where each points to the other, the smaller id counts. */
function createVersionCheck(timeline: Timeline): (one: PlacedAct) => boolean {
  let versions: Versions | undefined;
  return ({ id, versionOf }) => {
    if (versionOf === undefined) return false;
    const { versionById, present } = (versions ??= versionsIn(timeline));
    return present.has(versionOf) && (versionById.get(versionOf) !== id || id > versionOf);
  };
}

interface Versions {
  readonly versionById: ReadonlyMap<ActId, ActId>;
  /** Those records that are pointed to and are there. */
  readonly present: ReadonlySet<ActId>;
}

function versionsIn({ acts }: Timeline): Versions {
  const versionById = new Map<ActId, ActId>();
  for (const act of acts) if (act.versionOf !== undefined) versionById.set(act.id, act.versionOf);
  const wanted = new Set(versionById.values());
  const present = new Set<ActId>();
  for (const { id } of acts) if (wanted.has(id)) present.add(id);
  return { versionById, present };
}
