import { type ReadValue, count, list, object, oneOf, text } from "@unmask/core";
import { instant } from "./instant.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { type OrderRow, orderRow } from "./order-row.ts";

/** The heads of the list of orders, in the order in which they stand. */
const orderGroups = ["prepared", "lodged", "live", "over", "not-pursued", "not-ours"] as const;
/** One of them. */
export type OrderGroup = (typeof orderGroups)[number];

/** One head with its rows; `next`: from where they go on. */
export interface OrderHead {
  readonly group: OrderGroup;
  readonly many: number;
  readonly rows: readonly OrderRow[];
  readonly next?: string;
}

/** The list of orders as the server answers it. */
export interface OrderList {
  readonly groups: readonly OrderHead[];
  readonly log: LogEntry;
}

/** Reads it. */
export const orderList: ReadValue<OrderList> = object(({ must }) => {
  must("now", instant);
  return {
    groups: must(
      "groups",
      list(
        object((one) => ({
          group: one.must("group", oneOf(orderGroups)),
          many: one.must("many", count),
          rows: one.must("rows", list(orderRow)),
          ...one.may("next", text),
        })),
      ),
    ),
    log: must("log", logEntry),
  };
});
