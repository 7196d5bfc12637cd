import { type LiveOrder, type OrderState, type StandingDuty, clockDrawing, dutiesOfState, untilInWords } from "@unmask/case";
import type { Instant } from "@unmask/core";
import { sayCount } from "@unmask/words";
import type { OrderPage } from "../../desk/order-page.ts";
import { sayCivilDay } from "../../parts/civil-day.ts";
import type { OrderPart } from "./order-part.ts";
import { newestOrder } from "./order-words.ts";
import { stateWith } from "./would-change.ts";

/** Service in words: every attempt is a row, none counts before another person confirmed it. */

/** One attempt. */
export type Attempt = OrderState["attempts"][number];

/** How an attempt stands, in a few words. */
export function standingOfAttempt(attempt: Attempt): { readonly says: string; readonly isMind: boolean } {
  const { outcome, withdrawn, sentBack, confirmed } = attempt;
  if (withdrawn !== null) return { says: "withdrawn", isMind: false };
  if (sentBack !== null) return { says: "sent back", isMind: true };
  if (outcome === "not-served") return { says: "not served", isMind: false };
  return confirmed === null ? { says: "not confirmed yet", isMind: true } : { says: "confirmed", isMind: false };
}

/** The sentence of the screen. */
export function sayService({
  attempts,
  orders,
  typed,
  force,
}: Pick<OrderState, "attempts" | "force"> & {
  readonly orders: readonly Pick<OrderState["orders"][number], "which" | "served">[];
  readonly typed: object | null;
}): string {
  const stand = attempts.filter(({ withdrawn }) => withdrawn === null);
  const failed = stand.filter(({ outcome }) => outcome === "not-served").length;
  const waiting = stand.filter(waits);
  const served = orders.flatMap((one) => (one.served === null ? [] : [one]));
  const failures = failed === 0 ? "" : `${sayCount(failed, "attempt")} failed. `;
  if (orders.length === 0) return "No order is made, so there is nothing to serve.";
  if (waiting.length > 0)
    return `${failures}${waiting.length === 1 ? "One is" : `${waiting.length} are`} recorded as served and not yet confirmed by another person.`;
  if (served.length > 0) {
    const newest = orders.findLast(({ which }) => which === "full") ?? orders.at(-1);
    const left = newest?.served === null ? ` The ${newest.which} order is not served, so no duty runs from it.` : "";
    return `${failures}Served: ${served.map(({ which, served: by }) => `the ${which} order on ${sayCivilDay(by?.day ?? "")}`).join(", ")}.${left}`;
  }
  // Of an order that another force applied for, what is written here says nothing of what was done there.
  if (typed !== null && stand.length === 0) return `Its service is not written here. Ask ${force} whether it was served, and when.`;
  return stand.length === 0
    ? "Nobody has tried to serve it yet. No duty runs before it is served."
    : `${failures}It is not served, so no duty runs.`;
}

/** Whether it waits for another person. */
export function waits({ outcome, confirmed, withdrawn, sentBack }: Attempt): boolean {
  return outcome === "served" && confirmed === null && withdrawn === null && sentBack === null;
}

/** How service stands, in the index. Of an order that another force keeps nobody here has to try it: that nothing is written is nobody's to mind. */
export function noteOfService(
  state: Pick<OrderState, "attempts" | "orders"> & { readonly typed: object | null },
): ReturnType<OrderPart["note"]> {
  const { attempts, typed } = state;
  const open = attempts.filter(waits).length;
  const order = newestOrder(state);
  // An order that follows another is served anew: what was tried of the interim order says nothing of it.
  const tried = order?.attempts ?? attempts;
  if (open > 0) return { says: `${attempts.length} tried, ${open} to confirm`, isMind: true };
  if (order !== undefined && order.served !== null) return { says: `${sayCivilDay(order.served.day)}, confirmed` };
  const which = state.orders.length > 1 && order !== undefined ? `, the ${order.which} order` : "";
  if (tried.length > 0) return { says: `${tried.length} tried, not served${which}`, isMind: true };
  return typed === null ? { says: `not tried yet${which}`, isMind: true } : { says: "not written here" };
}

/** The order with an attempt confirmed by another person. */
export function ifConfirmed(page: OrderPage, { number }: Attempt, now: Instant): OrderState {
  const body = { attempt: number, rightPerson: "yes", rightOrder: "yes", given: "yes", understood: "not-known", says: "as if" } as const;
  return stateWith(page, { kind: "service-confirmed", body }, now);
}

/** Units of a phone's column: letters stand there as large as beside it. */
const phoneWidth = 350;

/** A clock as it is drawn on a desk and on a phone. */
interface DrawnClock {
  readonly duty: StandingDuty;
  readonly clock: NonNullable<ReturnType<typeof clockDrawing>>;
  readonly onPhone: NonNullable<ReturnType<typeof clockDrawing>>;
}

/** The clock that runs from a service, and its duty; undefined where none does. */
export function clockOf(state: OrderState, at: string, page: OrderPage, now: Instant): DrawnClock | undefined {
  const duties = dutiesOfState(state, page.register, now);
  for (const duty of duties) {
    if (!/^(?:interim )?served \d/.test(duty.trigger)) continue;
    const [clock, onPhone] = [clockDrawing(duty, { now, at }), clockDrawing(duty, { now, at, width: phoneWidth })];
    if (clock !== undefined && onPhone !== undefined) return { duty, clock, onPhone };
  }
  return undefined;
}

/** When the first notice is due, or that it was given. */
export function sayFirstNotice({ due, metOn }: Pick<StandingDuty, "due" | "metOn">): string {
  const end = `by the end of ${sayCivilDay(due ?? "")}`;
  return metOn === undefined
    ? `The first notice is due ${end}.`
    : `The first notice was given on ${sayCivilDay(metOn)}; it was due ${end}.`;
}

/** What else can be so: what then, and by which rule. */
export function whatElse(page: OrderPage): readonly (readonly [when: string, then: string, rule: string])[] {
  const first = page.register.rules["first-notice"]?.section ?? "";
  const breach = page.law.section("breach")?.section ?? "";
  const sections = [breach, first].filter((one) => one !== "").join(" and ");
  return [
    ["Not confirmed", "Not served. No duty runs, nothing is overdue, and the register says why.", "own rule; the Act is silent"],
    ["Served twice", "The earliest service that another person confirmed counts.", "own rule"],
    ["It is disputed", "It stays as it is, marked “disputed”, the words and the day kept; an officer decides.", "own rule"],
    ["Confirmed, then withdrawn", "Every duty is worked out anew, and the page lists each state that changed.", "own rule"],
    ["Known without service", "It can matter for a breach; it starts no notice.", sections === "" ? "not known here" : sections],
  ];
}

/**
 * What the protected people read once one of the orders is served: whose, which of the two, and its last day, since another order can stand in their case that is
 * not. Nobody is promised anything.
 */
export function sayServedToThem(
  { day, order }: Pick<Attempt, "day" | "order">,
  {
    subject,
    orders,
  }: { readonly subject: OrderState["subject"]; readonly orders: readonly Pick<LiveOrder, "which" | "made" | "period">[] },
): string {
  const life = orders.findLast(({ which, made }) => which === order && made <= day);
  const until = life === undefined ? "" : ` It lasts ${untilInWords(life.period.until)}.`;
  return `The ${order === "interim" ? "interim order" : "order"} against ${subject.name} was given to them on ${sayCivilDay(day)}. It is in force now, and they must keep to it.${until} If you see them or hear from them, tell us; if you are in danger, call 999.`;
}
