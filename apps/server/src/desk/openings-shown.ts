import { isSecondPerson } from "@unmask/case";
import type { Instant } from "@unmask/core";
import { type Asking, asMachine } from "../access/as-machine.ts";
import type { DeskCall } from "../access/desk-route.ts";
import { casesBarredTo } from "../sql/case/barred.ts";
import { type OpeningRow, openingsToReview } from "../sql/case/openings.ts";

/** Openings without need to know, as one reviewer is shown them. */

/** Who asks, for which force. */
export type OpeningsCall = Pick<DeskCall<unknown>, "tx"> &
  Asking & {
    readonly parts: { readonly force: { readonly id: string } };
  };

/** What waits for a review, the oldest first, and whether this officer may write it. A reviewer is on none of these cases, and is shown who opened them and why. */
export async function openingsShown(call: OpeningsCall): Promise<readonly (OpeningRow & { readonly canReview: boolean })[]> {
  const { tx, parts, officer } = call;
  const openings = await asMachine(tx, call, () => openingsToReview(tx, parts.force.id));
  const closed = await casesClosedTo(call);
  return openings
    .filter(({ case_ref }) => !closed.includes(case_ref))
    .map((one) => ({ ...one, canReview: isSecondPerson(officer.id, handsIn(one)).allowed }));
}

/** A case that is closed to an officer is never told to them, and its looks are another's to judge. */
export function casesClosedTo(call: OpeningsCall): Promise<readonly string[]> {
  const { tx, parts, officer } = call;
  return asMachine(tx, call, () => casesBarredTo(tx, { force: parts.force.id, officer: officer.id }));
}

/** Who had a hand in it: who opened it, and who told that officer to. */
export function handsIn({ officer, told_by }: Pick<OpeningRow, "officer" | "told_by">): readonly string[] {
  return told_by === null ? [officer] : [officer, told_by];
}

/** Whether it still holds. */
export function isOpenAt({ closed_at, until }: Pick<OpeningRow, "closed_at" | "until">, now: Instant): boolean {
  return closed_at === null && until > now;
}
