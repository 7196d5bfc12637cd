import type { Instant, RegisterLaw } from "@unmask/core";
import { dayInWords } from "../clock/london.ts";
import { type Breach, type BreachRests, heldUnder, identityDuty, standingKnew } from "../fold/order/breach.ts";
import { standingOnes } from "../fold/order/struck.ts";
import type { OrderState } from "../fold/order-state.ts";
import { areAmong } from "../order/words-held.ts";
import { dayNumber } from "./day-number.ts";
import { type StandingDuty, dutiesOfState, isMissed, wasMissedThen } from "./duties-of-state.ts";
import { saidSince } from "./said-since.ts";

/** What a possible breach or a missed duty rests on: the service and the duty as they stand now, whatever stood when it was opened. */
export function restsOf(breach: Breach, state: OrderState, law: RegisterLaw, at: Instant): BreachRests {
  const { of } = breach;
  const knew = standingKnew(breach, state.orders);
  if (!("duty" in of)) return { knew, ...restsOnCondition(breach, of.condition, state) };
  const said = saidSince(breach.day, state).length > 0 && ({ isSaid: true } as const);
  const not = notMissed(of, state, law, at);
  if (not !== undefined) return { knew, ...said, notMissed: not.says };
  if (of.duty === identityDuty) return { knew, ...said };
  return { knew, ...said, isMissedSince: !wasMissedThen(breach, { rule: of.duty, trigger: of.trigger }, state, { law, at }) };
}

/** Whether its condition stood on its day, and by the words by which it stood when somebody decided last. */
function restsOnCondition(breach: Breach, number: number, state: OrderState): Pick<BreachRests, "notHeld" | "isOtherSince"> {
  const now = heldUnder(breach, state);
  const last = breach.decisions.at(-1);
  if (now.length === 0)
    return { notHeld: `No ${breach.order} order that stands here had condition ${number} on ${dayInWords(dayNumber(breach.day))}.` };
  if (last === undefined) return {};
  // What was no breach by some words can be one by others; what was one still is, whatever else held on that day.
  const isSame = last.decision === "not-a-breach" ? areAmong(now, last.under) : areAmong(last.under, now);
  return { isOtherSince: !isSame };
}

/** Why a duty is not shown to be missed, with the duty where there is one. */
interface NotMissed {
  readonly rule: "no-duty" | "not-refused" | "undecided" | "not-missed";
  readonly says: string;
  readonly duty?: StandingDuty;
}

/** Why it is not; undefined: it was missed. */
export function notMissed(
  { duty: rule, trigger }: { readonly duty: string; readonly trigger: string },
  state: OrderState,
  law: RegisterLaw,
  at: Instant,
): NotMissed | undefined {
  if (rule === identityDuty) {
    const isRefused = standingOnes(state.attendances).some(
      ({ number, identity }) => identity === "refused" && trigger === `entry ${number}`,
    );
    return isRefused ? undefined : { rule: "not-refused", says: "No attendance is written at which the check was refused." };
  }
  const duty = dutiesOfState(state, law, at).find((one) => one.rule === rule && one.trigger === trigger);
  if (duty === undefined) return { rule: "no-duty", says: "There is no such duty under this order." };
  if (duty.stands === "undecided")
    return { rule: "undecided", says: `It is undecided whether this was missed: ${duty.why}. Settle that first.`, duty };
  return isMissed(duty)
    ? undefined
    : { rule: "not-missed", says: `This duty was not missed, it is ${duty.stands.replaceAll("-", " ")}: ${duty.why}.`, duty };
}
