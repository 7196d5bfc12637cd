import { type Result, failed, fault, ok } from "@unmask/core";
import { type LookAhead, type OrderState, daySheetOf, daySheetRows, foldOrder, lookAhead, lookAheadOrders, templateOn } from "@unmask/case";
import { paperLawOf } from "@unmask/law";
import { asMachine } from "../../access/as-machine.ts";
import { type DeskCall, type DeskRoute, deskRoute, noBody, refuseByState } from "../../access/desk-route.ts";
import { addDaysToCivil, civilDay } from "../../orders/civil-day.ts";
import { bringRegisterUp } from "../../orders/keep-register.ts";
import { type NotBegun, notBegunShown } from "../../orders/not-begun.ts";
import { london } from "../../orders/london-zone.ts";
import { deskLawOfOrders, orderLawsOf } from "../../orders/order-laws.ts";
import { rowEntry } from "../../orders/order-row.ts";
import { orderSettings } from "../../orders/order-settings.ts";
import { readExport } from "./export-asked.ts";
import { readOrders } from "../../sql/case/order-events.ts";
import { countOrders, ordersAhead } from "../../sql/case/order-views.ts";

/** What ends, and which days in court come. */

/** Days that are looked ahead where nobody says otherwise, and at most: farther ahead nothing is decided. */
const usualDays = 180;
const mostDays = 800;
/** Days for which what ended stays in sight, so that nobody serves or renews what is over. */
const endedDays = 30;
/** Orders that one list may name when it is handed out; more is no list that a person reads. */
const mostOrders = 1_000;

/** Ends and court days of the orders that this officer sees, in the order of their days. */
export const lookingAhead: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/look-ahead",
  operation: "see-look-ahead",
  query: ["days"],
  body: noBody,
  run: async (call) => {
    const { ahead, states, refused, reminderDays } = await ordersAheadOf(call);
    const { tx, parts, now } = call;
    // What ends later, or never by a day of its own, was not read at all: it is counted.
    const live = (await countOrders(tx, parts.force.id, civilDay(now))).get("live") ?? 0;
    const made = new Set(states.filter((state) => state.orders.length > 0).map(({ order }) => order));
    const shown = new Set(ahead.rows.filter(({ group, order }) => group === "ahead" && made.has(order)).map(({ order }) => order));
    return {
      body: { now, ...ahead, reminderDays, live, later: Math.max(0, live - shown.size) },
      shown: [],
      also: [...states.map(entryOf), ...refused.map(entryOfRefused)],
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
    const { rows, ended } = daySheetRows(ahead);
    const paper = daySheetOf({
      force: parts.force.name,
      writer: officer.name,
      made: now,
      zone: london,
      from: civilDay(now),
      to: ahead.to,
      rows,
      ended: { days: endedDays, rows: ended },
      law: paperLawOf("EW"),
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
  body: (value, path) => {
    const asked = readExport(value, path);
    return asked.about.length > mostOrders ? fault(`${path}.about`, `names more than ${mostOrders} orders`) : asked;
  },
  run: async ({ tx, parts, body: { recipient, about } }) => {
    if (recipient === "") return { status: 400, body: { says: "Say who receives it." }, shown: [] };
    const found = await readOrders(tx, parts.force.id, about);
    // One that is not there and one that is closed to this officer are not told apart.
    if (found.size < about.length)
      return refuseByState({
        rule: "not-in-list",
        says: "Not all of these stand in the list that you see. Nothing was handed out.",
        allows: "Look again, and hand out what stands there.",
      });
    const states = [...found].map(([id, events]) => foldOrder(id, events, deskLawOfOrders));
    const also = states.map((one) => ({ ...rowEntry({ order_id: one.order, case_ref: one.case }), recipients: [recipient] }));
    return { body: {}, shown: [], entry: { recipients: [recipient], item: "look-ahead" }, also };
  },
});

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
  /** Days before an end on which somebody is reminded, as the force has them on this day. */
  readonly reminderDays: readonly number[];
}

async function ordersAheadOf(call: DeskCall<unknown>): Promise<Ahead> {
  const { tx, parts, now, query } = call;
  const force = parts.force.id;
  const today = civilDay(now);
  const asked = /^\d{1,3}$/.test(query["days"] ?? "") ? Number(query["days"]) : usualDays;
  const days = Math.min(asked, mostDays);
  await asMachine(tx, call, () => bringRegisterUp(tx, { force: parts.force, now }));
  const found = await ordersAhead(tx, force, { from: addDaysToCivil(today, -endedDays), to: addDaysToCivil(today, days) });
  const states = [...(await readOrders(tx, force, found))].map(([id, events]) => foldOrder(id, events, deskLawOfOrders));
  const law = { desk: deskLawOfOrders, register: (code: "EW" | "NI") => orderLawsOf(code).register };
  const { reminders } = await orderSettings(tx, force, now);
  const settings = { today, days, reminderDays: reminders.beforeEnd, endedDays };
  const orders = states.flatMap((state) => lookAheadOrders(state, orderLawsOf(state.jurisdiction).register, today));
  const refused = await notBegunShown(tx, force, now);
  return { ahead: lookAhead(orders, refused, law, settings), states, refused, reminderDays: settings.reminderDays };
}
