import { list, readStrictly } from "@unmask/core";
import {
  type LookAhead,
  type LookAheadLaw,
  type LookAheadRow,
  type LookAheadSettings,
  lookAhead,
  lookAheadFactsFromJson,
  lookAheadOn,
  nearDay,
  placeOfRow,
  sayLookAhead,
} from "@unmask/case";
import type { DeskCall } from "../access/desk-route.ts";
import { asMachine } from "../access/as-machine.ts";
import { type LinePlace, countAhead, linesAhead, looksOfOrders } from "../sql/case/order-ahead.ts";
import { addDaysToCivil, civilDay } from "./civil-day.ts";
import { bringRegisterUp } from "./keep-register.ts";
import { type NotBegun, notBegunShown } from "./not-begun.ts";
import { deskLawOfOrders, orderLawsOf } from "./order-laws.ts";
import { orderSettings } from "./order-settings.ts";
import { endedDays } from "./project-order.ts";

/** The look-ahead in pages: its lines are found by what is kept of them, and their words are worked out of what is kept of their orders. */

/** Lines of one page: as many as a person goes through, and each order of them is an entry in the log. */
const linesAtOnce = 50;
/** Days that are looked ahead where nobody says otherwise, and at most: farther ahead nothing is decided. */
const usualDays = 180;
const mostDays = 800;

/** The law by which the lines are worded. */
export const lawOfAhead: LookAheadLaw = { desk: deskLawOfOrders, register: (code) => orderLawsOf(code).register };

/** Which days are looked at, for whoever asks; what time has changed is worked out anew first. */
export async function settingsAhead({
  tx,
  parts,
  officer,
  now,
  query,
}: DeskCall<unknown>): Promise<LookAheadSettings & { readonly to: string }> {
  const today = civilDay(now);
  const asked = /^\d{1,3}$/.test(query["days"] ?? "") ? Number(query["days"]) : usualDays;
  const days = Math.min(asked, mostDays);
  await asMachine(tx, { officer, now }, () => bringRegisterUp(tx, { force: parts.force, now }));
  const { reminders } = await orderSettings(tx, parts.force.id, now);
  return { today, days, to: addDaysToCivil(today, days), reminderDays: reminders.beforeEnd, endedDays };
}

/** A page of it. */
export interface AheadPage extends Pick<LookAhead, "rows" | "to" | "says"> {
  /** Lines there are, on all pages. */
  readonly many: number;
  /** Orders made for us that have a line. */
  readonly shown: number;
  /** From where the next page goes on. */
  readonly next?: string;
  /** The orders of this page. */
  readonly orders: readonly { readonly order_id: string; readonly case_ref: string | null }[];
  /** What was never begun, on the last page: it has no day, and stands behind all that has one. */
  readonly refused: readonly NotBegun[];
  /** Days before an end on which somebody is reminded, as the force has them on this day. */
  readonly reminderDays: readonly number[];
}

/** The page behind a line, the first where none is named. What the list comes to is said with the first. */
export async function aheadPage(call: DeskCall<unknown>): Promise<AheadPage> {
  const { tx, parts, query } = call;
  const force = parts.force.id;
  const settings = await settingsAhead(call);
  const { today, to } = settings;
  const { open, firstOpen, many: lines, ...counts } = await countAhead(tx, force, { today, to, near: nearDay(settings) });
  const after = placeIn(query["after"] ?? "");
  const found = await linesAhead(tx, force, { today, to, after, limit: linesAtOnce + 1 });
  const places = found.slice(0, linesAtOnce);
  const last = places.at(-1);
  const orders = await looksOfOrders(tx, force, [...new Set(places.map(({ order_id }) => order_id))]);
  const rows = rowsAt(places, orders, settings);
  const refused = await notBegunShown(tx, force, call.now);
  const isLast = found.length <= linesAtOnce;
  // Where nobody is reminded, nothing is open.
  const many = settings.reminderDays.length === 0 ? 0 : open;
  const first = rows.find(({ group, day }) => group === "ahead" && day !== null);
  return {
    ...counts,
    many: lines + refused.length,
    rows: isLast ? [...rows, ...lookAhead([], refused, lawOfAhead, settings).rows] : rows,
    to,
    says: after === undefined ? sayLookAhead({ many, first: firstOpen }, first, settings) : "",
    ...(!isLast && last !== undefined && { next: textOf(last) }),
    orders: orders.map(({ order_id, case_ref }) => ({ order_id, case_ref })),
    refused: isLast ? refused : [],
    reminderDays: settings.reminderDays,
  };
}

/** Of the lines of these orders those that stand at these places. */
function rowsAt(
  places: readonly LinePlace[],
  orders: readonly { readonly looks: string }[],
  settings: LookAheadSettings,
): readonly LookAheadRow[] {
  const wanted = new Set(places.map(textOf));
  const facts = orders.flatMap(({ looks }) => {
    const kept: unknown = JSON.parse(looks);
    const read = readStrictly(kept, "looks", list(lookAheadFactsFromJson));
    if (!read.ok) throw new Error(`what is kept of an order to look ahead is damaged: ${read.error}`);
    return read.value;
  });
  const all = facts.map((one) => lookAheadOn(one, orderLawsOf(one.jurisdiction).register, settings.today));
  return lookAhead(all, [], lawOfAhead, settings).rows.filter((row) =>
    wanted.has(textOf({ place: placeOfRow(row), shown: row.shown, order_id: row.order })),
  );
}

/** A place as a page goes on from it: two lines of one order that stand at one place are never parted. */
function textOf({ place, shown, order_id }: LinePlace): string {
  return `${place} ${order_id} ${shown}`;
}

function placeIn(written: string): LinePlace | undefined {
  const [, place, order_id, shown] = /^(\d \S+) (\S+) ([^]*)$/.exec(written) ?? [];
  return place === undefined || order_id === undefined || shown === undefined ? undefined : { place, order_id, shown };
}
