import type { PlacedStop, TimelineAct } from "@unmask/core";
import { sayNumber } from "@unmask/words";
import type { PlacedAct } from "../reading/placed-act.ts";
import type { Unblocked } from "../reading/unblocked.ts";
import type { HersBeside, HersSaid } from "./say-hers.ts";
import type { Ended } from "./say-stops.ts";

/** What is theirs, by the stop. */
export interface Came {
  /** What certainly came while a stop held, each with that stop. */
  readonly after: readonly PlacedAct[];
  readonly held: readonly PlacedStop[];
  /** Something of theirs can have come before it. */
  readonly isAnyBefore: boolean;
  readonly within: number;
  readonly perhapsAfter: number;
  /** On a last day: whether it still held is not known. */
  readonly onLastDay: number;
  /** After the first, when none held any more. */
  readonly over: number;
  /** While an order or a bail condition held, to a group in which nothing shows that she still was. */
  readonly inGroups: number;
  /** While one held, and after an order was served: counted there. */
  readonly servedThen: number;
}

/** What came after it and is not theirs. */
export interface Beside extends HersBeside {
  /** Something of theirs came while it held of which she says that it was agreed: it is in no number, and no number denies it. */
  readonly isTheirsAgreed: boolean;
  /** Acts that are perhaps theirs. */
  readonly perhaps: number;
  /** Acts by accounts of which it is asked whether they are theirs. */
  readonly notNamed: number;
  /** How many these are in a line: "24", or "others" where a line above has the number. */
  readonly notNamedSaid: string;
  /** Of a block: when it was ended. */
  readonly unblocked: Unblocked | undefined;
}

/** All of it, and the act of hers that the stop is. */
export interface WhatCame extends Came, Beside {
  readonly act: TimelineAct | undefined;
}

/** Where what came went, when it did not go to her alone. */
export interface Elsewhere {
  readonly toOthers: number;
  readonly toGroups: number;
}

/** The block that the app notes was ended, and what came while one held. */
export interface BlockEnded {
  readonly ended: Ended;
  readonly blockedThen: readonly PlacedAct[];
}

/** What the sentences are made of. */
export interface WhatCameSaid extends WhatCame {
  /** Of an order or a bail condition: how many of what came hold words of a plain threat. */
  readonly threats: number;
  readonly elsewhere: Elsewhere;
  readonly block: BlockEnded | undefined;
  readonly sent: HersSaid;
}

/** "none", "five": how many came while a block held. */
export function sayWhileBlocked({ blockedThen }: BlockEnded): string {
  return blockedThen.length === 0 ? "none" : sayNumber(blockedThen.length);
}

/** ", 2 with words of a threat": a breach about Sunday and a threat are not one thing. */
export function sayThreats({ threats }: Pick<WhatCameSaid, "threats">): string {
  return threats === 0 ? "" : `, ${sayNumber(threats)} with words of a threat`;
}

/** " beside what was agreed", where something of theirs came then of which she says so; else empty. */
export function sayAside({ isTheirsAgreed }: Pick<Beside, "isTheirsAgreed">): string {
  return isTheirsAgreed ? " beside what was agreed" : "";
}
