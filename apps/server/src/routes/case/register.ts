import { type DeskRoute, deskRoute, noBody } from "../../access/desk-route.ts";
import { civilDay } from "../../orders/civil-day.ts";
import { notBegunShown } from "../../orders/not-begun.ts";
import { orderRow, rowEntry } from "../../orders/order-row.ts";
import { openedList } from "../../orders/opened-shown.ts";
import { proposedList } from "../../orders/proposed-shown.ts";
import { registerHeads } from "../../orders/register-list.ts";
import { registerGroups } from "../../orders/register-rows.ts";
import { namesOfOfficers } from "../../sql/case/officers.ts";
import { countOrders, ordersOfGroup } from "../../sql/case/order-views.ts";
import { ordersWritten } from "./order-written.ts";

/** The register: what somebody who is subject to an order must tell the police, and how that stands. */

/** Orders of other forces under the register: read for what they forbid, while another force runs the clock. */
const mostNotOurs = 50;

/** Every duty under its head, what is overdue first. */
export const register: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/register",
  operation: "see-register",
  query: ["group", "after"],
  body: noBody,
  run: async (call) => {
    const { tx, parts, officer, now, query } = call;
    const force = parts.force.id;
    const group = registerGroups.find((one) => one === query["group"]);
    const heads = await registerHeads(call, group === undefined ? {} : { group, after: query["after"] ?? "" });
    const today = civilDay(now);
    const many = await countOrders(tx, force, today);
    // A page that goes on in one head has it already.
    const proposed = group === undefined ? await proposedList(tx, force) : { rows: [], isMore: false };
    const opened = group === undefined ? await openedList(tx, force) : [];
    const nameOf = await namesOfOfficers(tx, force);
    const others =
      group === undefined && many.has("not-ours")
        ? await ordersOfGroup(tx, force, { group: "not-ours", today, before: "", limit: mostNotOurs })
        : [];
    const notBegun = group === undefined ? await notBegunShown(tx, force, now) : [];
    return {
      body: {
        now,
        live: many.get("live") ?? 0,
        groups: heads.map(({ rows, ...head }) => ({
          ...head,
          rows: rows.map(({ shown, case_ref }) => ({ ...objectOf(shown), case: case_ref })),
        })),
        proposed: proposed.rows,
        opened,
        isMoreProposed: proposed.isMore,
        notOurs: others.map((row) => orderRow(row, { officer, nameOf })),
        notBegun,
      },
      shown: [],
      also: [
        ...[...heads.flatMap(({ rows }) => rows), ...others].map(rowEntry),
        ...[...opened, ...proposed.rows].map((one) => rowEntry({ order_id: one.order, case_ref: one.case })),
        ...notBegun.map(({ case: ref }) => ({ item: "an order that was not begun", case: ref })),
      ],
    };
  },
});

function objectOf(kept: string): object {
  const value: unknown = JSON.parse(kept);
  return typeof value === "object" && value !== null ? value : {};
}

/** What is found out and written in the register, and what an officer settles of it. */
export const registerWritten: readonly DeskRoute[] = [
  ...ordersWritten("write-register", [
    "name-used",
    "address-changed",
    "other-register",
    "transferred",
    "entry-withdrawn",
    "protected-told",
  ]),
  ...ordersWritten("settle-duty", ["duty-settled", "duty-settling-read"]),
];
