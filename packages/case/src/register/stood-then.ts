import type { At } from "../fold/event-at.ts";
import type { LiveOrder } from "../fold/order/live-order.ts";
import { type ServiceAttempt, earliestService } from "../fold/order/service-attempts.ts";
import type { Standing } from "../fold/order/struck.ts";
import type { OrderState } from "../fold/order-state.ts";

/** What was told, found, served and settled as it stood before an event of this number, under the orders as they are known now. */
export function stoodThen(state: OrderState, number: number): OrderState {
  const isBefore = (at: At | null | undefined): boolean => at !== null && at !== undefined && at.number < number;
  // What came later counts as withdrawn and is not left out: by their order changes of one day are told apart.
  const then = <T extends Standing>(all: readonly T[]): readonly T[] =>
    all.map((one) => {
      const { number: at, happened, by, withdrawn } = one;
      if (isBefore(one)) return { ...one, withdrawn: isBefore(withdrawn) ? withdrawn : undefined };
      return { ...one, withdrawn: { number: at, happened, by, reason: "" } };
    });
  const attemptThen = (one: ServiceAttempt): ServiceAttempt => ({
    ...one,
    confirmed: isBefore(one.confirmed) ? one.confirmed : null,
    sentBack: isBefore(one.sentBack) ? one.sentBack : null,
    withdrawn: isBefore(one.withdrawn) ? one.withdrawn : null,
  });
  const orderThen = (order: LiveOrder): LiveOrder => {
    const attempts = order.attempts.filter(isBefore).map(attemptThen);
    return { ...order, attempts, served: earliestService(attempts, order.made) };
  };
  return {
    ...state,
    attendances: then(state.attendances),
    names: then(state.names),
    addresses: then(state.addresses),
    otherRegisters: then(state.otherRegisters),
    settledDuties: state.settledDuties.filter(isBefore).map(({ read, ...one }) => ({ ...one, ...(isBefore(read) && { read }) })),
    orders: state.orders.map(orderThen),
  };
}
