import { epoch } from "@unmask/core";
import { expect, test } from "vitest";
import type { LiveOrder } from "../fold/order/live-order.ts";
import { type OrderState, emptyOrder } from "../fold/order-state.ts";
import { orderFacts } from "./order-facts.ts";

const at = { number: 1, happened: epoch, by: "o-1" };
const none = emptyOrder("SPO-26-025");
const lodged: OrderState = {
  ...none,
  application: {
    ...none.application,
    stage: "lodged",
    lodged: { ...at, day: "2026-10-16", court: "Northshire", courtType: "magistrates" },
  },
};

function made(which: LiveOrder["which"], day: string, until: string | null, ended: LiveOrder["ended"] = null): LiveOrder {
  return {
    ...{ which, made: day, court: "Northshire", period: { until }, conditions: [], from: [], ended, gaps: [] },
    ...{ attempts: [], served: null, disputed: [], knew: [], marks: [], copies: [] },
  };
}

test("an interim and the full order that ended it count each for itself, from the first report", () => {
  const interim = made("interim", "2026-10-27", "2027-01-26", { how: "determination", day: "2026-12-01" });
  const state = { ...lodged, orders: [interim, made("full", "2026-12-01", "2029-11-30")] };
  expect(orderFacts(state, "2026-10-04").orders).toEqual([
    { order: "interim", sought: "2026-10", made: "2026-10", refused: null, ended: "2026-12", daysFromReport: null },
    { order: "full-2-to-5-years", sought: "2026-10", made: "2026-12", refused: null, ended: "2029-12", daysFromReport: 12 },
  ]);
});

test("an order lives through its last day: one that ends with a month lives when the month ends", () => {
  const lengths = (until: string | null) => orderFacts({ ...lodged, orders: [made("full", "2026-12-01", until)] }, undefined).orders[0];
  expect(lengths("2028-11-30")).toMatchObject({ order: "full-2-years", ended: "2028-12", daysFromReport: null });
  expect(lengths("2028-11-29")).toMatchObject({ ended: "2028-11" });
  expect(lengths("2031-12-02")).toMatchObject({ order: "full-over-5-years" });
  expect(lengths(null)).toMatchObject({ order: "until-further-order", ended: null });
});

test("what was never lodged is not sought; what a court refused is sought and refused", () => {
  expect(orderFacts(none, "2026-10-04").orders).toEqual([]);
  const said = { result: "refused", day: "2026-11-20", court: "Northshire" } as const;
  const refused = {
    ...at,
    said,
    correctedBy: null,
    confirmed: null,
    sentBack: null,
    standing: "unread",
    against: [],
    minded: [],
    lacks: null,
  } as const;
  expect(orderFacts({ ...lodged, results: [refused] }, undefined).orders).toMatchObject([
    { sought: "2026-10", made: null, refused: "2026-11" },
  ]);
  expect(orderFacts({ ...lodged, results: [{ ...refused, standing: "corrected" }] }, undefined).orders).toMatchObject([{ refused: null }]);
});
