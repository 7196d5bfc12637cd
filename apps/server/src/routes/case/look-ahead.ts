import { type Result, failed, ok } from "@unmask/core";
import {
  type LookAhead,
  type OrderState,
  daySheetOf,
  daySheetRows,
  dutySheetRows,
  foldOrder,
  lookAhead,
  lookAheadOrders,
  templateOn,
} from "@unmask/case";
import { paperLawOf } from "@unmask/law";
import { type DeskCall, type DeskRoute, deskRoute, noBody, refuseByState } from "../../access/desk-route.ts";
import { nobodyReceives, recipientOf } from "../../access/recipient.ts";
import { aheadPage, lawOfAhead, settingsAhead } from "../../orders/ahead-page.ts";
import { civilDay } from "../../orders/civil-day.ts";
import { type NotBegun, notBegunShown } from "../../orders/not-begun.ts";
import { london } from "../../orders/london-zone.ts";
import { deskLawOfOrders, orderLawsOf } from "../../orders/order-laws.ts";
import { isOurs } from "../../orders/order-shown.ts";
import { rowEntry } from "../../orders/order-row.ts";
import { endedDays } from "../../orders/project-order.ts";
import { readExport } from "./export-asked.ts";
import { ordersAhead } from "../../sql/case/order-ahead.ts";
import { readOrders } from "../../sql/case/order-events.ts";
import { ordersWithOpenDuties } from "../../sql/case/order-duties.ts";
import { countOrders } from "../../sql/case/order-views.ts";

/** What ends, and which days in court come. */

/** Orders that one list may name when it is handed out; more is no list that a person reads. */
const mostOrders = 1_000;

/** Ends and court days of the orders that this officer sees, in the order of their days: a page. */
export const lookingAhead: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/look-ahead",
  operation: "see-look-ahead",
  query: ["days", "after"],
  body: noBody,
  run: async (call) => {
    const { tx, parts, now } = call;
    const { shown, orders, refused, ...page } = await aheadPage(call);
    // What ends later, or never by a day of its own, has no line: it is counted.
    const live = (await countOrders(tx, parts.force.id, civilDay(now))).get("live") ?? 0;
    return {
      body: { now, ...page, live, later: Math.max(0, live - shown) },
      shown: [],
      also: [...orders.map(rowEntry), ...refused.map(entryOfRefused)],
    };
  },
});

/** The same as a day sheet to be printed: nothing of it is kept. */
export const daySheet: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/look-ahead/sheet",
  operation: "see-look-ahead",
  query: ["days"],
  body: noBody,
  run: async (call) => {
    const { parts, now, officer } = call;
    const { ahead, states, refused } = await ordersAheadOf(call);
    const law = paperLawOf("EW");
    const { rows, ended } = daySheetRows(ahead, actBeside);
    const duties = states
      .filter((state) => isOurs(state, parts.force.name))
      .flatMap((state) =>
        dutySheetRows(state, {
          law: orderLawsOf(state.jurisdiction).register,
          at: now,
          to: ahead.to,
          act: actBeside(state.jurisdiction),
        }),
      );
    const paper = daySheetOf({
      force: parts.force.name,
      writer: officer.name,
      made: now,
      zone: london,
      from: civilDay(now),
      to: ahead.to,
      rows: [...duties, ...rows],
      ended: { days: endedDays, rows: ended },
      law,
      template: templateOn(await parts.templates(), civilDay(now)),
      withheld: states.map(({ draft }) => draft.protects.map(({ name }) => name)).filter((names) => names.length > 0),
    });
    const read = async (): Promise<Result<Uint8Array, string>> => {
      const made = await parts.papers.make(paper, ["pdf"]);
      if (!made.ok) return made;
      const pdf = made.value.get("pdf");
      return pdf === undefined ? failed("The day sheet could not be set.") : ok(pdf.bytes);
    };
    return {
      body: {},
      shown: [],
      also: [{ item: "day sheet" }, ...states.map(entryOf), ...refused.map(entryOfRefused)],
      file: { name: `Day sheet ${civilDay(now)}.pdf`, read },
    };
  },
});

/** The list leaves the desk: who receives it and why are written, for each order in it, before there is a file. */
export const lookAheadExport: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/look-ahead/export",
  operation: "export",
  body: readExport,
  run: async ({ tx, parts, body }) => {
    const { about } = body;
    const recipient = recipientOf(body.recipient);
    if (recipient === undefined) return nobodyReceives;
    if (about.length > mostOrders)
      return refuseByState({
        rule: "too-many",
        says: `This list names ${about.length} orders, and one that is handed out at most ${mostOrders}. Nothing was handed out.`,
        allows: "Take the day sheet of these days instead.",
      });
    const found = await readOrders(tx, parts.force.id, about);
    // One that is not there and one that is closed to this officer are not told apart.
    if (found.size < about.length)
      return refuseByState({
        rule: "not-in-list",
        says: "Not all of these stand in the list that you see. Nothing was handed out.",
        allows: "Look again, and hand out what stands there.",
      });
    const states = [...found].map(([id, events]) => foldOrder(id, events, deskLawOfOrders));
    const also = states.map((one) => ({ ...rowEntry({ order_id: one.order, case_ref: one.case }), typedRecipient: recipient }));
    return { body: {}, shown: [], entry: { typedRecipient: recipient, item: "look-ahead" }, also };
  },
});

/** The sheet names the Act of England and Wales; a row of another says its own. */
function actBeside(code: OrderState["jurisdiction"]): string | undefined {
  return code === "NI" ? paperLawOf(code).act : undefined;
}

function entryOf({ order, case: ref }: OrderState): ReturnType<typeof rowEntry> {
  return rowEntry({ order_id: order, case_ref: ref });
}

/** What was never begun has no number: it is written in the log by its case. */
function entryOfRefused({ case: ref }: NotBegun): { readonly item: string; readonly case: string } {
  return { item: "an order that was not begun", case: ref };
}

/** The list, and of whom it tells. */
interface Ahead {
  readonly ahead: LookAhead;
  readonly states: readonly OrderState[];
  readonly refused: readonly NotBegun[];
}

/** All of it at once. Each order is read whole: who is named on no paper stands in its draft. */
async function ordersAheadOf(call: DeskCall<unknown>): Promise<Ahead> {
  const { tx, parts, now } = call;
  const settings = await settingsAhead(call);
  const found = await ordersAhead(tx, parts.force.id, settings);
  const withDuties = await ordersWithOpenDuties(tx, parts.force.id, settings.to);
  const all = [...new Set([...found, ...withDuties])].sort((one, other) => (one < other ? -1 : 1));
  const states = [...(await readOrders(tx, parts.force.id, all))].map(([id, events]) => foldOrder(id, events, deskLawOfOrders));
  const orders = states.flatMap((state) => lookAheadOrders(state, orderLawsOf(state.jurisdiction).register, settings.today));
  const refused = await notBegunShown(tx, parts.force.id, now);
  return { ahead: lookAhead(orders, refused, lawOfAhead, settings), states, refused };
}
