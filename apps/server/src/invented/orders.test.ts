import { expect, test } from "vitest";
import { type OrderState, applyToOrder, decideOrder, dutiesOfState, foldOrder, stageOfOrder } from "@unmask/case";
import { type Instant, instantFromIso, later, msPerDay } from "@unmask/core";
import { addDaysToCivil, civilDay } from "../orders/civil-day.ts";
import { deskLawOfOrders, orderLawsOf } from "../orders/order-laws.ts";
import { newestOrder } from "../orders/order-shown.ts";
import { inventedOrders } from "./orders.ts";

const force = "Northshire Police (invented)";

/** Every order after all of its steps, each decided as the desk decides it. */
function written(now: Instant): readonly OrderState[] {
  const today = civilDay(now);
  return inventedOrders(force, (daysAgo) => addDaysToCivil(today, -daysAgo)).map((steps, i) => {
    const order = `SPO-26-${String(i + 1).padStart(3, "0")}`;
    return steps.reduce(
      (state, { by, daysAgo, intent }, nth) => {
        const at = later(now, -daysAgo * msPerDay + nth * 1_000);
        const { desk: law, register } = orderLawsOf(intent.kind === "order-typed" ? intent.body.jurisdiction : state.jurisdiction);
        const command = { ...intent, stream: { of: "order" as const, id: order }, saw: nth, happened: at, by };
        const decided = decideOrder(command, state, { law, register, reminders: { beforeEnd: [30] }, others: [], calls: [by] }, at);
        if (!decided.done) throw new Error(`${order}, step ${nth + 1}, ${intent.kind}: ${JSON.stringify(decided)}`);
        return decided.events.reduce((before, event) => applyToOrder(before, event, deskLawOfOrders), state);
      },
      foldOrder(order, [], deskLawOfOrders),
    );
  });
}

/** Where an order stands, as its lists say it. */
function standing(state: OrderState, now: Instant): readonly string[] {
  const newest = newestOrder(state);
  const duties = dutiesOfState(state, orderLawsOf(state.jurisdiction).register, now).map(({ stands }) => stands);
  return newest === undefined
    ? [state.application.stage]
    : [newest.which, stageOfOrder(newest, civilDay(now)), ...(state.typed === null ? duties : [])];
}

// Also where the clocks change within these days, and where a year and a leap day lie among them.
for (const today of ["2026-11-28T10:00:00.000Z", "2027-03-29T00:20:00.000Z", "2028-03-01T23:30:00.000Z"])
  test(`the demonstration of ${today.slice(0, 10)} shows an order in every state, and no rule refuses a step of it`, () => {
    const now = instantFromIso(today);
    if (now === undefined) throw new Error("no instant");
    const all = written(now);
    expect(all.map((state) => standing(state, now))).toEqual([
      ["considering"],
      ["draft"],
      ["returned"],
      ["lodged"],
      ["interim", "lives", "due"],
      ["full", "lives", "met"],
      ["full", "lives", "overdue"],
      ["full", "lives", "suspended"],
      ["full", "lives", "undecided"],
      ["full", "discharged", "met"],
      ["full", "lives"],
      ["full", "lives"],
    ]);
    expect(all[9]?.orders[0]?.marks.map(({ section }) => section)).toEqual([expect.stringContaining("s4")]);
    expect(all.slice(10).map((state) => [state.force, state.jurisdiction])).toEqual([
      ["Westmere Police", "EW"],
      ["Police Service of Northern Ireland", "NI"],
    ]);
  });
