import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { parseInstant } from "@unmask/core";
import type { InboxRow } from "../desk/supervision.ts";
import { InboxMark } from "./supervision-rows.tsx";

const since = parseInstant(Date.UTC(2026, 10, 25)) ?? expect.unreachable();
const row: InboxRow = {
  ...{ kind: "service", at: { of: "order", id: "SPO-26-024" }, number: null, name: "Zbigniew Kowal", says: "", since, isDanger: false },
  ...{ atCourt: { name: "Marcus Doyle", born: "1991-03-02", isRead: false }, by: "DC Bell", whyNot: null, until: since },
  ...{ hours: 24, setFor: null },
};

it("marks a name that no second person has read in every row of its order that waits, once", () => {
  const said = (one: InboxRow): string => renderToStaticMarkup(createElement(InboxMark, { row: one }));
  expect(said(row)).toMatch(/the court had <bdi>Marcus Doyle<\/bdi>, born .*1991: no second person agrees yet/);
  // Where the name itself is what waits, the line of the row says whom the court had.
  expect(said({ ...row, kind: "subject" })).toBe("");
  expect(said({ ...row, atCourt: { name: "Marcus Doyle", born: null, isRead: true } })).toBe("");
});
