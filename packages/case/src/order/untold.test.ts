import { expect, test } from "vitest";
import { at, begun, interim, made, play, protectsTwo, register, served, step } from "../../../../test/cases/made-order.ts";
import type { Step } from "../../../../test/cases/made-order.ts";
import { sayUntold, untoldUnder } from "./untold.ts";

/** What whom an order protects do not know of it yet, as lists tell it. */

const told = (on: string, about: string, person: string, how = "call"): Step =>
  step(on, { kind: "protected-told", body: { person, about, how, says: "Told." } });

const left = (steps: readonly Step[], on: string): readonly string[] =>
  untoldUnder(play(steps), register, at(on)).map(({ part, about, ...one }) => `${part} ${about}: ${sayUntold(one)}`);

test("that the court made an order and that it was given stand each for itself until everybody whom it protects was told", () => {
  expect(left(interim, "2026-11-01")).toEqual([
    "court result 4: 2 protected people are not told that the court made an interim order on Tue 27 Oct 2026.",
    "service service 5: 2 protected people are not told that the interim order was given on Sat 31 Oct 2026.",
  ]);
  const some = [
    ...interim,
    told("2026-11-01", "result 4", "p-1"),
    told("2026-11-01", "result 4", "p-2"),
    told("2026-11-01", "service 5", "p-1"),
    // Why somebody was not told does not settle it.
    told("2026-11-01", "service 5", "p-2", "not-told"),
  ];
  expect(left(some, "2026-11-01")).toEqual([
    "service service 5: 1 protected person is not told that the interim order was given on Sat 31 Oct 2026.",
  ]);
  expect(left([...some, told("2026-11-02", "service 5", "p-2")], "2026-11-02")).toEqual([]);
});

test("an order that follows is told anew, and what was told of the interim order does not stand for it", () => {
  const read = step("2026-10-28", { kind: "result-confirmed", body: { result: 4, copyOfThisOrder: "yes", asTyped: "yes" } }, "o-wren");
  const known = [told("2026-11-01", "result 4", "p-1"), told("2026-11-01", "service 5", "p-1")];
  // Events 7 to 9 are these, 10 makes the order, 11 and 12 serve it.
  const after = [...interim, read, ...known, made("made", "2026-12-01", "2029-11-30"), ...served("full", "2026-12-02", 11)];
  expect(left(after, "2026-12-03")).toEqual([
    "court result 10: 2 protected people are not told that the court made the order on Tue 1 Dec 2026.",
    "service service 11: 2 protected people are not told that the full order was given on Wed 2 Dec 2026.",
  ]);
});

test("nobody is told any more of an order that is over by its own last day", () => {
  const short = [begun, ...protectsTwo, made("interim-made", "2026-10-27", "2026-11-10")];
  expect(left(short, "2026-11-10")).toHaveLength(1);
  expect(left(short, "2026-11-11")).toEqual([]);
});

test("where an interim order lives on beside the full one, that each was given is told", () => {
  const both = play([...interim, made("made", "2026-12-01", "2029-11-30"), ...served("full", "2026-12-02", 8)]);
  const lives = { ...both, orders: both.orders.map((one) => ({ ...one, ended: null })) };
  const given = (state: typeof both) =>
    untoldUnder(state, register, at("2026-12-03")).flatMap(({ part, about }) => (part === "service" ? about : []));
  expect(given(lives)).toEqual(["service 5", "service 8"]);
  expect(given(both)).toEqual(["service 8"]);
});
