import type { Instant } from "@unmask/core";
import type { BodyOf, CaseEvent } from "../event.ts";
import type { Ground } from "../event/shapes.ts";
import { type At, atOf } from "./event-at.ts";

/** Every danger that was said keeps its own minute, its words, who wrote it, who went there and how it ended: one that comes later hides none. */

/** One danger, as it was said. */
export interface SaidDanger extends At, Ground {
  /** Who was there and since when, in order; empty: nobody wrote of anybody. */
  readonly met: readonly (BodyOf<"danger-met"> & At)[];
  /** Why it was over; absent while it stands. */
  readonly ended?: BodyOf<"danger-ended"> & At;
}

/** What stands of danger. `since`: when the first was said to which nobody has gone; `ground` is the newest of those. `met`: somebody is at each. */
export interface Danger {
  readonly since: Instant;
  readonly ground: Ground;
  readonly met?: BodyOf<"danger-met"> & At;
}

/** All that was said of danger, and what stands of it; null: none was said, or all was ended. */
export interface Dangers {
  readonly danger: Danger | null;
  readonly dangers: readonly SaidDanger[];
}

/** Those that nobody ended, in order. */
export function standing({ dangers }: Pick<Dangers, "dangers">): readonly SaidDanger[] {
  return dangers.filter(({ ended }) => ended === undefined);
}

/** One more danger. Whoever is at an earlier one is not at this one. */
export function withDangerSaid({ dangers }: Dangers, event: CaseEvent, { says, knowing }: Ground): Dangers {
  return dangersOf([...dangers, { ...atOf(event), says, knowing, met: [] }]);
}

/** Somebody is there: at each that nobody was at; where somebody is at all of them, at the newest too. */
export function withDangerMet({ dangers }: Dangers, event: CaseEvent, body: BodyOf<"danger-met">): Dangers {
  const met = { ...body, ...atOf(event) };
  const open = standing({ dangers });
  const alone = open.filter((one) => one.met.length === 0);
  const reached = new Set(alone.length > 0 ? alone : open.slice(-1));
  return dangersOf(dangers.map((one) => (reached.has(one) ? { ...one, met: [...one.met, met] } : one)));
}

/** All that stood is over. */
export function withDangerEnded({ dangers }: Dangers, event: CaseEvent, body: BodyOf<"danger-ended">): Dangers {
  return dangersOf(dangers.map((one) => (one.ended === undefined ? { ...one, ended: { ...body, ...atOf(event) } } : one)));
}

/** When somebody spoke to the person. */
interface Reached {
  readonly happened: Instant;
  readonly outcome: string;
}

/** A call holds no more: what was ended on it, where nobody was there and no other call reached the person before the end, stands again. */
export function withCallWithdrawn({ dangers }: Dangers, call: Reached, others: readonly Reached[]): Dangers {
  const within = ({ happened, ended }: SaidDanger, one: Reached): boolean =>
    one.outcome === "reached" && one.happened >= happened && ended !== undefined && one.happened <= ended.happened;
  return dangersOf(
    dangers.map((one) => {
      if (one.met.length > 0 || !within(one, call) || others.some((other) => within(one, other))) return one;
      const { ended: _, ...again } = one;
      return again;
    }),
  );
}

function dangersOf(dangers: readonly SaidDanger[]): Dangers {
  return { danger: whatStands(dangers), dangers };
}

/** What stands of these, in the order of their time; null: nothing. */
export function whatStands(dangers: readonly SaidDanger[]): Danger | null {
  const open = standing({ dangers });
  const alone = open.filter(({ met }) => met.length === 0);
  const shown = alone.length > 0 ? alone : open;
  const [first, newest] = [shown[0], shown.at(-1)];
  if (first === undefined || newest === undefined) return null;
  const met = newest.met.at(-1);
  const ground = { says: newest.says, knowing: newest.knowing };
  return { since: first.happened, ground, ...(met !== undefined && { met }) };
}
