import { expect, test } from "vitest";
import { applyToOrder, emptyOrder } from "../fold/order-state.ts";
import { at, begun, condition, law, step } from "../../../../test/cases/made-order.ts";
import { saidAtLodging } from "./said-at-lodging.ts";

/** What somebody who is to be protected reads when the court was asked. The steps stand as they are: what may be written is decided elsewhere. */

const write = (...steps: readonly ReturnType<typeof step>[]) =>
  steps.reduce((state, { on, by, intent }) => {
    const head = { stream: { of: "order", id: "SPO-26-025" }, number: state.number + 1, by, happened: at(on), recorded: at(on) } as const;
    return applyToOrder(state, { ...head, ...intent }, () => law);
  }, emptyOrder("SPO-26-025"));

const nameOf = (id: string): string => (id === "o-okell" ? "Supt Marian Okell" : id);
const draft = [
  begun,
  step("2026-10-06", { kind: "condition-written", body: condition(1) }),
  step("2026-10-06", { kind: "condition-written", body: condition(2) }),
  step("2026-10-06", { kind: "condition-written", body: condition(3, { type: "requirement" }) }),
  step("2026-10-06", { kind: "period-proposed", body: { made: "2026-12-01", period: { until: "2029-11-30" } } }),
  step("2026-10-06", { kind: "interim-wanted", body: { wanted: true, until: "2027-01-31", reason: "He wrote again." } }),
];
const authorised = step("2026-10-16", { kind: "authorised", body: { reason: "Read.", delegation: "Chief officer, 3 June" } }, "o-okell");
const lodged = step("2026-10-20", { kind: "lodged", body: { day: "2026-10-20", court: "Northmere", courtType: "magistrates" } });

test("a protected person reads what was asked of which court, who authorised it and what it asks for, and no condition by its words", () => {
  const sits = step("2026-10-20", { kind: "court-day", body: { day: "2026-10-27", court: "Northmere", about: "hearing" } });
  const said = saidAtLodging(write(...draft, authorised, lodged, sits), nameOf, at("2026-10-21"));
  expect(said).toEqual({
    says:
      "On Tue 20 Oct 2026 we asked Northmere for a stalking protection order against Gary Slade. Supt Marian Okell, who wrote no part of it, read it and authorised it on Fri 16 Oct 2026. " +
      "It asks for two things that they must not do and one thing that they must do, until the end of Fri 30 Nov 2029. It also asks for an interim order while the court decides, until the end of Sun 31 Jan 2027. " +
      "The court sits on Tue 27 Oct 2026. Nothing is decided before the court decides.",
    lacks: [],
  });
  expect(said.says).not.toContain("station");
});

test("before it is authorised and lodged the words say only what stands, and what they lack is listed", () => {
  expect(saidAtLodging(write(begun), nameOf, at("2026-10-05"))).toEqual({
    says: "We have asked a court for a stalking protection order against Gary Slade. No date is known yet. Nothing is decided before the court decides.",
    lacks: ["who authorised it, and when", "which court, and the day", "what it asks for", "for how long"],
  });
});

test("a day in court that is over is no date that comes", () => {
  const sat = step("2026-10-20", { kind: "court-day", body: { day: "2026-10-27", court: "Northmere", about: "hearing" } });
  expect(saidAtLodging(write(...draft, authorised, lodged, sat), nameOf, at("2026-10-28")).says).toContain("No date is known yet.");
});

test("a condition that ends before the order is said with its own end, and not with the end of the order", () => {
  const own = step("2026-10-07", { kind: "condition-written", body: condition(2, { own: { until: "2027-12-20" } }) });
  expect(saidAtLodging(write(...draft, own), nameOf, at("2026-10-08")).says).toContain(
    "It asks for one thing that they must not do and one thing that they must do, until the end of Fri 30 Nov 2029; for one thing that they must not do, until the end of Mon 20 Dec 2027. ",
  );
});
