import { expect, test } from "vitest";
import { at, attended, interim, moved, play, register } from "../../../../test/cases/made-order.ts";
import { daySheetRows, dutySheetRows } from "./day-sheet-rows.ts";

const on = (day: string, steps = interim, to = "2027-05-01") =>
  dutySheetRows(play(steps), { law: register, at: at(day), to, act: undefined }).map(({ day: due, past, what, open }) => [
    due,
    past,
    what,
    ...(open === undefined ? [] : [open]),
  ]);

const ending = {
  order: "SPO-26-007",
  shown: "SPO-26-007",
  subject: "Gary Slade",
  jurisdiction: "EW",
  group: "ahead",
  kind: "order-ends",
  day: "2026-11-30",
  when: ["Mon 30 Nov 2026", ""],
  ends: ["Full", "30 days before is past; no decision written."],
  next: ["Renew? not decided", "s4(1)"],
  label: "",
  mark: "filled",
  isMind: true,
  reminders: [],
} as const;

test("s9(1): a first notice stands on the sheet of the day until it is met, before its day and after it", () => {
  const line = ["2026-11-02", "2026-11-03", "First notice, interim served Sat 31 Oct 2026"];
  expect(on("2026-11-01")).toEqual([line]);
  expect(on("2026-11-28")).toEqual([line]);
  expect(on("2026-11-28", [...interim, attended("2026-11-02")])).toEqual([]);
});

test("s9(4): a notice of another home stands on it, and what is due after its last day does not", () => {
  const steps = [...interim, attended("2026-11-02"), moved("2026-11-20", "4 Fallow Street, Northmere")];
  expect(on("2026-11-21", steps).map(([day, , what]) => [day, what])).toEqual([
    ["2026-11-22", "Notice of another home, address changed Fri 20 Nov 2026"],
  ]);
  expect(on("2026-11-21", steps, "2026-11-21")).toEqual([]);
});

test("before service nothing that is to be notified stands on it", () => {
  expect(on("2026-11-01", interim.slice(0, 4))).toEqual([]);
});

test("a duty that the law leaves open is undecided, as in the register; whether an order is renewed is not decided; and an interim that is not served is neither", () => {
  const elsewhere = [...interim, attended("2026-11-02", { area: "elsewhere" })];
  expect(on("2026-11-28", elsewhere)).toEqual([["2026-11-02", "2026-11-03", "First notice, interim served Sat 31 Oct 2026", "undecided"]]);
  const { rows } = daySheetRows(
    { rows: [ending, { ...ending, kind: "interim-ends" }], to: "2026-12-31", live: 2, later: 0, says: "" },
    () => undefined,
  );
  expect(rows.map(({ open }) => open)).toEqual(["not-decided", undefined]);
});

test("what goes on behind a sentence stands behind it without its stop", () => {
  const { rows } = daySheetRows({ rows: [ending], to: "2026-12-31", live: 1, later: 0, says: "" }, () => undefined);
  expect(rows.map(({ why }) => why)).toEqual(["30 days before is past; no decision written; next for us: Renew? not decided"]);
});
