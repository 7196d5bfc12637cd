import { epoch } from "@unmask/core";
import { expect, test } from "vitest";
import type { OrderEvent, OrderIntent } from "../order-event.ts";
import { heldOfOrder, heldPaper, peopleOfOrder } from "./held-of-order.ts";

const order = "SPO-26-412";
const events = (...all: readonly OrderIntent[]): readonly OrderEvent[] =>
  all.map((one, i) => ({ ...one, stream: { of: "order", id: order }, number: i + 1, happened: epoch, recorded: epoch, by: "bell" }));

const begun: OrderIntent = {
  kind: "application-begun",
  body: { jurisdiction: "EW", case: "0412", subject: { name: "Gary Slade" }, route: "s1-application", force: "Northshire Police" },
};
const attended: OrderIntent = {
  kind: "attended",
  body: {
    ...{ day: "2026-11-20", at: "09:00", station: "Tarn Road", area: "local", inPerson: true, toWhom: "PC Ruth Amadi" },
    ...{ names: ["Gaz Slade"], allNames: "yes", address: "3 Dock Road", identity: "not-asked", says: "He spoke of Leila." },
  },
};

test("every entry of an order with words is held, each word with what it is, and steps without words are not", () => {
  const criterion: OrderIntent = {
    kind: "criterion-written",
    body: { criterion: "a", carries: [{ says: "Leila was followed.", knowing: "account", day: "2026-11-02" }], against: "Nobody saw it." },
  };
  const held = heldOfOrder(order, events(begun, criterion, { kind: "criterion-read", body: { criterion: "a" } }, attended));
  expect(held.map(({ key, kind, knowing }) => [key, kind, knowing])).toEqual([
    ["SPO-26-412/1", "order SPO-26-412: an order is considered", "account"],
    ["SPO-26-412/2", "order SPO-26-412: what carries a criterion, and what speaks against it, criterion (a)", "account"],
    ["SPO-26-412/4", "order SPO-26-412: what was notified at a station, 20 Nov 2026", "account"],
  ]);
  expect(held[1]?.lines).toEqual(["Criterion: a", "Carries: Leila was followed.", "Day: 2 Nov 2026", "Against: Nobody saw it."]);
  expect(held[2]?.lines).toEqual(expect.arrayContaining(["Identity: not asked", "Address: 3 Dock Road", "He spoke of Leila."]));
});

test("what was settled beside a condition of another order is no item: it names that order, and the draft of the court has it", () => {
  const settled: OrderIntent = {
    kind: "pair-settled",
    body: { other: "SPO-26-377", theirCondition: 2, condition: 1, how: "fits", reason: "Both fit on Mill Lane." },
  };
  expect(heldOfOrder(order, events(begun, settled)).map(({ key }) => key)).toEqual(["SPO-26-412/1"]);
});

test("what was withdrawn is still held, and what a court did is a record", () => {
  const court: OrderIntent = {
    kind: "court-result",
    body: { result: "interim-made", day: "2026-11-20", court: "Sallow", reasons: "It is urgent." },
  };
  const held = heldOfOrder(order, events(attended, court, { kind: "entry-withdrawn", body: { entry: 1, reason: "Slip." } }));
  expect(held.map(({ knowing, isWithdrawn }) => [knowing, isWithdrawn])).toEqual([
    ["account", true],
    ["record", false],
    ["account", false],
  ]);
  expect(held[1]?.lines).toContain("Result: interim made");
  // Told from another of its kind by what the desk chose, and by no word that somebody typed.
  expect(held[1]?.kind).toBe("order SPO-26-412: what a court did, it made an interim order, 20 Nov 2026");
});

test("no outline of a place and no mark of the desk is in the words", () => {
  const place = { says: "Mill Lane", around: [53.123, -1.456] as const, metres: 200 };
  const condition: OrderIntent = {
    kind: "condition-written",
    body: {
      ...{ condition: 1, type: "prohibition", says: "Not to enter Mill Lane.", places: [place], persons: ["protected-1"] },
      ...{ times: [{ days: [1, 7], from: "08:00", to: "18:00" }], evidence: [], interimToo: true },
    },
  };
  const words = heldOfOrder(order, events(condition)).flatMap(({ lines }) => lines ?? []);
  expect(words).toEqual(expect.arrayContaining(["Places: Mill Lane", "Metres: 200", "Days: Monday, Sunday", "Interim too: yes"]));
  expect(words.join("\n")).not.toMatch(/53\.|protected-1/);
});

test("whom an order names is held by an id of it, and whom it binds is reached where they notified", () => {
  const named: OrderIntent = { kind: "protected-named", body: { person: "protected-1", name: "Simon Thwaite", victim: false } };
  const { named: people, contactOf } = peopleOfOrder(order, events(begun, named, attended));
  expect(people).toEqual([
    { id: "SPO-26-412/subject", name: "Gary Slade" },
    { id: "SPO-26-412/protected-1", name: "Simon Thwaite" },
    { id: "SPO-26-412/subject", name: "Gaz Slade" },
  ]);
  expect([...contactOf]).toEqual([["SPO-26-412/subject", [{ field: "address", says: "3 Dock Road" }]]]);
});

test("a paper of an order is held as a file, and nothing that was said of it is told", () => {
  const paper = { exhibit: `${order}/P1`, what: "draft", form: "pdf", bytes: "86 bytes", since: epoch, by: "bell" };
  expect(heldPaper(paper)).toMatchObject({
    key: "SPO-26-412/P1",
    kind: "paper SPO-26-412/P1, draft application: a file of 86 bytes, PDF",
    lines: null,
  });
});
