import { type Cover, type ShownName, type Statement, type Timeline, shownNames, withLoneNames } from "@unmask/core";
import { withOrders } from "./orders-as-stops.ts";

/** What she stated, as it holds for these files. */
export interface SettledStatement {
  readonly statement: Statement;
  /** Accounts that show a stated name and were not stated: she is told of each. */
  readonly shown: readonly ShownName[];
}

/** Lays what she stated over what was read: the orders of her cover as stops, and an account that alone shows a stated name as that person's. */
export function settleStatement(
  stated: Statement,
  { timeline, cover }: { readonly timeline: Timeline; readonly cover?: Cover | undefined },
): SettledStatement {
  const shown = shownNames(timeline, stated);
  return { statement: withLoneNames(withOrders(stated, cover, timeline), shown), shown };
}
