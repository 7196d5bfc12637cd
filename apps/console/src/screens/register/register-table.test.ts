import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { parseInstant } from "@unmask/core";
import type { RegisterGroup, RegisterRow } from "../../desk/register.ts";
import { RegisterTable } from "./register-table.tsx";

/** In which order the register is read. */

const overdue: RegisterRow = {
  ...{ order: "SPO-26-021", case: "0412", which: "full", subject: "Bram Sallow", jurisdiction: "EW", served: "2026-11-02" },
  ...{ rule: "first-notice", section: "s9(1)", trigger: "served 2026-11-02", due: "2026-11-04", overdueFrom: null, state: "overdue" },
  ...{
    stands: "overdue",
    metOn: null,
    why: "3 days",
    label: null,
    breach: null,
    settled: null,
    settling: null,
    ways: [],
    isReminded: false,
    marks: [],
  },
};

const proposed = [
  { order: "SPO-26-022", which: "full", subject: "Gary Slade", case: "0413", acts: 2, days: 1, newest: "2026-11-20", under: [] },
] as const;

test("a duty that is overdue stands above acts to look at, and what is only due below them", () => {
  const now = parseInstant(Date.UTC(2026, 10, 28)) ?? expect.unreachable();
  const head = (group: RegisterGroup, row: RegisterRow) => ({ group, many: 1, rows: [row] });
  const markup = renderToStaticMarkup(
    createElement(RegisterTable, {
      way: { place: { screen: "register" }, go: () => undefined, replace: () => undefined, back: () => undefined },
      groups: [head("overdue", overdue), head("due", { ...overdue, order: "SPO-26-023", state: "due", stands: "due" })],
      register: { notOurs: [], notBegun: [], proposed, isMoreProposed: false },
      chosen: undefined,
      more: () => Promise.resolve(),
      now,
    }),
  );
  const places = ["SPO-26-021", "To look at", "SPO-26-022", "SPO-26-023"].map((words) => markup.indexOf(words));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(places).not.toContain(-1);
});
