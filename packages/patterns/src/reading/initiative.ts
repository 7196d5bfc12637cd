import { type Statement, type Timeline, msPerHour } from "@unmask/core";
import { besideTheirs } from "./beside-theirs.ts";
import { memoize } from "./memoize.ts";
import type { PlacedAct } from "./placed-act.ts";
import { isSent } from "./reply.ts";
import { actsByWhose } from "./their-acts.ts";

/** So long nothing went in either direction: after a night's sleep somebody begins again. */
export const quietHours = 8;

/** How often each side was the first to write or call after a quiet time. */
export interface Initiative {
  readonly theirs: number;
  readonly hers: number;
  readonly perhaps: number;
  readonly unnamed: number;
}

/** A stretch that is no longer leaves no doubt about the hour: a minute, or some seconds. */
const exactMs = msPerHour;

/** One time that something which went in one of the directions, or may have, can mean. */
interface Sign {
  readonly from: number;
  readonly until: number;
  readonly one: PlacedAct;
}

/**
 * Counts who begins again. An act begins when nothing of either side, under any reading of its time, lies in the hours before any reading of its own,
 * nor within a reading that leaves the hour open. What is perhaps theirs, by nobody named, agreed, or "not this one" breaks a quiet time as any contact
 * does; the first two are counted apart, the others for nobody. The very first act is not counted: what came before it no file tells.
 */
export const countInitiative: (timeline: Timeline, statement: Statement) => Initiative = memoize((timeline, statement) => {
  const { theirs, hers } = actsByWhose(timeline, statement);
  const { perhaps, unnamed, agreed, notThese } = besideTheirs(timeline, statement);
  const sides = { theirs, hers, perhaps, unnamed } as const;
  const beginnings = findBeginnings([theirs, hers, perhaps, unnamed, agreed, notThese]);
  const countOf = (side: keyof Initiative): number => sides[side].filter((one) => beginnings.has(one)).length;
  return { theirs: countOf("theirs"), hers: countOf("hers"), perhaps: countOf("perhaps"), unnamed: countOf("unnamed") };
});

/** Acts of which every time that they can mean has a quiet time before it. */
function findBeginnings(lists: readonly (readonly PlacedAct[])[]): ReadonlySet<PlacedAct> {
  const signs: Sign[] = [];
  for (const list of lists) for (const one of list) if (isSent(one)) addSigns(signs, one);
  signs.sort((a, b) => a.from - b.from || a.until - b.until);
  const found = new Set<PlacedAct>();
  const refused = new Set<PlacedAct>();
  // The latest end so far, and the latest of another act than that: an act with two dates is not in its own way.
  let last: Sign | undefined;
  let lastOfAnother: Sign | undefined;
  for (const [i, sign] of signs.entries()) {
    const before = last?.one === sign.one ? lastOfAnother : last;
    const isQuiet = before !== undefined && sign.from - before.until >= quietHours * msPerHour;
    if (isQuiet && (sign.until - sign.from < exactMs || !isOtherWithin(signs, i))) found.add(sign.one);
    else refused.add(sign.one);
    if (last === undefined || sign.until > last.until) {
      if (last !== undefined && last.one !== sign.one) lastOfAnother = last;
      last = sign;
    } else if (sign.one !== last.one && (lastOfAnother === undefined || sign.until > lastOfAnother.until)) lastOfAnother = sign;
  }
  for (const one of refused) found.delete(one);
  return found;
}

/** Whether another act can lie in a stretch: then which came first is not known. */
function isOtherWithin(signs: readonly Sign[], at: number): boolean {
  const sign = signs[at];
  if (sign === undefined) return false;
  for (let i = at + 1; i < signs.length; i++) {
    const next = signs[i];
    if (next === undefined || next.from > sign.until) return false;
    if (next.one !== sign.one) return true;
  }
  return false;
}

function addSigns(signs: Sign[], one: PlacedAct): void {
  const { earliest, latest, or = [] } = one;
  signs.push({ from: earliest, until: latest, one });
  for (const reading of or) signs.push({ from: reading.earliest, until: reading.latest, one });
}
