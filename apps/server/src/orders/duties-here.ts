import type { Instant, RegisterLaw } from "@unmask/core";
import { type OrderState, type StandingDuty, dutiesOfState } from "@unmask/case";
import { isOurs, leftUs } from "./order-shown.ts";

/**
 * The duties under an order that stand with this force: all of them while it runs the clocks; once another force took the order, what was missed before that,
 * and what nobody had decided when its clock ran out. Neither goes with the order: nobody there has seen it fall due, and it stays listed here until somebody
 * of this force has assessed or settled it.
 */
export function dutiesHere(state: OrderState, law: RegisterLaw, now: Instant, force: string): readonly StandingDuty[] {
  if (isOurs(state, force)) return dutiesOfState(state, law, now);
  const left = leftUs(state, force);
  if (left === undefined) return [];
  return dutiesOfState(state, law, now).filter(
    ({ stands, overdueFrom }) => staysHere.has(stands) && overdueFrom !== null && overdueFrom <= left,
  );
}

const staysHere: ReadonlySet<StandingDuty["stands"]> = new Set<StandingDuty["stands"]>(["overdue", "met-late", "undecided"]);
