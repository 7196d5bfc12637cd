import { type Statement, type Timeline, msPerHour } from "@unmask/core";
import { besideTheirs } from "./beside-theirs.ts";
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

/** Something that went in one of the directions, or may have. */
interface Sign {
  readonly from: number;
  readonly until: number;
  /** Whose beginning it would be; undefined where it only breaks a quiet time. */
  readonly side: keyof Initiative | undefined;
}

/**
 * Counts who begins again. An act begins when nothing of either side, under any reading of its time, lies in the hours before it. What is
 * perhaps theirs, by nobody named, agreed, or "not this one" breaks a quiet time as any contact does; the first two are counted apart, the
 * others for nobody. The very first act is not counted: what came before it no file tells.
 */
export function countInitiative(timeline: Timeline, statement: Statement): Initiative {
  const { theirs, hers } = actsByWhose(timeline, statement);
  const { perhaps, unnamed, agreed, notThese } = besideTheirs(timeline, statement);
  const signs: Sign[] = [];
  for (const one of theirs) addSigns(signs, one, "theirs");
  for (const one of hers) addSigns(signs, one, "hers");
  for (const one of perhaps) addSigns(signs, one, "perhaps");
  for (const one of unnamed) addSigns(signs, one, "unnamed");
  for (const one of agreed) addSigns(signs, one, undefined);
  for (const one of notThese) addSigns(signs, one, undefined);
  signs.sort((a, b) => a.from - b.from || a.until - b.until);
  const began = { theirs: 0, hers: 0, perhaps: 0, unnamed: 0 };
  let lastUntil = Infinity;
  for (const { from, until, side } of signs) {
    if (side !== undefined && from - lastUntil >= quietHours * msPerHour) began[side]++;
    lastUntil = lastUntil === Infinity ? until : Math.max(lastUntil, until);
  }
  return began;
}

/** Only what is sent is a beginning, and only where its hour is certain. */
function addSigns(signs: Sign[], one: PlacedAct, side: keyof Initiative | undefined): void {
  if (!isSent(one)) return;
  const { earliest, latest, or = [] } = one;
  const isExact = or.length === 0 && latest - earliest < msPerHour;
  signs.push({ from: earliest, until: latest, side: isExact ? side : undefined });
  for (const reading of or) signs.push({ from: reading.earliest, until: reading.latest, side: undefined });
}
