import type { Instant, RegisterLaw } from "@unmask/core";
import { type Breach, type BreachRests, identityDuty, standingKnew } from "../fold/order/breach.ts";
import { standingOnes } from "../fold/order/struck.ts";
import type { OrderState } from "../fold/order-state.ts";
import { type StandingDuty, dutiesOfState, isMissed, wasMissedThen } from "./duties-of-state.ts";
import { saidSince } from "./said-since.ts";

/** What a possible breach or a missed duty rests on: the service and the duty as they stand now, whatever stood when it was opened. */
export function restsOf(breach: Breach, state: OrderState, law: RegisterLaw, at: Instant): BreachRests {
  const { of } = breach;
  const knew = standingKnew(breach, state.orders);
  if (!("duty" in of)) return { knew };
  const said = saidSince(breach.day, state).length > 0 && ({ isSaid: true } as const);
  const not = notMissed(of, state, law, at);
  if (not !== undefined) return { knew, ...said, notMissed: not.says };
  if (of.duty === identityDuty) return { knew, ...said };
  return { knew, ...said, isMissedSince: !wasMissedThen(breach, { rule: of.duty, trigger: of.trigger }, state, { law, at }) };
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
