import { type ReactNode, createElement, isValidElement } from "react";
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
  {
    ...{ order: "SPO-26-022", which: "full" as const, subject: "Gary Slade", atCourt: { name: "Gareth Salt", born: null, isRead: false } },
    ...{ case: "0413", acts: 2, days: 1, newest: "2026-11-20", under: [] },
  },
];

const opened = [
  {
    ...{ order: "SPO-26-024", case: "0413", subject: "Zbigniew Kowal", atCourt: { name: "Marcus Doyle", born: null, isRead: false } },
    ...{ breach: "b-1", says: "Possible breach of condition 1 — reasonable excuse not assessed", day: "2026-11-20" },
    ...{ since: parseInstant(Date.UTC(2026, 10, 25)) ?? expect.unreachable(), again: null },
  },
];

test("a duty that is overdue stands above what is opened and acts to look at, and what is only due below them", () => {
  const now = parseInstant(Date.UTC(2026, 10, 28)) ?? expect.unreachable();
  const head = (group: RegisterGroup, row: RegisterRow) => ({ group, many: 1, rows: [row] });
  const markup = renderToStaticMarkup(
    createElement(RegisterTable, {
      way: { place: { screen: "register" }, go: () => undefined, replace: () => undefined, back: () => undefined },
      groups: [head("overdue", overdue), head("due", { ...overdue, order: "SPO-26-023", state: "due", stands: "due" })],
      register: { notOurs: [], notBegun: [], opened, proposed, isMoreProposed: false },
      chosen: undefined,
      more: () => Promise.resolve(),
      now,
    }),
  );
  expect(markup).toContain("opened 3 days ago; nobody has decided");
  for (const name of ["Marcus Doyle", "Gareth Salt"])
    expect(markup).toMatch(new RegExp(`the court had <bdi>${name}</bdi>: no second person agrees yet`));
  const places = ["SPO-26-021", "Opened", "SPO-26-024", "To look at", "SPO-26-022", "SPO-26-023"].map((words) => markup.indexOf(words));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(places).not.toContain(-1);
});

test("of orders that another force keeps, the one that ends soonest stands first, and one that was taken from us names who has it", () => {
  const now = parseInstant(Date.UTC(2026, 10, 28)) ?? expect.unreachable();
  const row = (order: string, until: string | null, theirs: string | null) => ({
    ...{ order, case: null, subject: "Gary Slade", jurisdiction: "EW" as const, force: "Northshire Police", theirs, stage: "granted" },
    ...{ since: null, by: null, protects: 1, waits: [], opened: [], untold: [] },
    orders: [
      { ...{ which: "full" as const, made: "2026-01-05", until, court: "Northmere", served: null, ended: null, conditions: 1, marks: [] } },
    ],
  });
  const taken = { ...row("SPO-26-031", "2026-12-24", null), takenBy: "Westmere Police" };
  const markup = renderToStaticMarkup(
    createElement(RegisterTable, {
      way: { place: { screen: "register" }, go: () => undefined, replace: () => undefined, back: () => undefined },
      groups: [],
      register: {
        ...{ notOurs: [row("SPO-26-033", null, "W-1"), row("SPO-26-032", "2027-06-01", "W-2"), taken] },
        ...{ notBegun: [], opened: [], proposed: [], isMoreProposed: false },
      },
      chosen: undefined,
      more: () => Promise.resolve(),
      now,
    }),
  );
  const places = ["SPO-26-031", "SPO-26-032", "SPO-26-033"].map((words) => markup.indexOf(words));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(markup.slice(places[0], places[1])).toContain("Westmere Police");
  expect(markup.slice(places[0], places[1])).not.toContain("typed in from a copy");
});

/** Each row of a table that can be pressed, by what is called when it is: components without a state of their own are worked out. */
function pressed(node: ReactNode): readonly ((event: object) => void)[] {
  if (Array.isArray(node)) return node.flatMap(pressed);
  if (!isValidElement<{ readonly children?: ReactNode; readonly onClick?: (event: object) => void }>(node)) return [];
  const { type, props } = node;
  if (typeof type === "function") return pressed(Reflect.apply(type, undefined, [props]));
  return [...(type === "tr" && props.onClick !== undefined ? [props.onClick] : []), ...pressed(props.children)];
}

test("whichever cell of a duty is pressed, its row is the chosen one and has the keys", () => {
  const now = parseInstant(Date.UTC(2026, 10, 28)) ?? expect.unreachable();
  const came: unknown[] = [];
  const replace = (place: object): void => void came.push(place);
  const rows = [overdue, { ...overdue, order: "SPO-26-023" }];
  const table = createElement(RegisterTable, {
    way: { place: { screen: "register" }, go: () => undefined, replace, back: () => undefined },
    groups: [{ group: "overdue", many: 2, rows }],
    register: { notOurs: [], notBegun: [], opened: [], proposed: [], isMoreProposed: false },
    chosen: overdue,
    more: () => Promise.resolve(),
    now,
  });
  const [, second] = pressed(table);
  const link = { focus: () => came.push("focus") };
  second?.({ defaultPrevented: false, currentTarget: { querySelector: () => link } });
  // The link has its own press.
  second?.({ defaultPrevented: true, currentTarget: { querySelector: () => link } });
  expect(came).toEqual([{ screen: "register", row: "SPO-26-023.first-notice.2026-11-02" }, "focus"]);
});
