import { expect, test } from "vitest";
import { type Step, at, attended, full, ground, law, play, refusedAfter, register, step } from "../../../../test/cases/made-order.ts";
import { type OrderState, applyToOrder } from "../fold/order-state.ts";
import { restsOf } from "./breach-rests.ts";
import { dutiesOfOrder } from "./duties-of-order.ts";
import { dutiesOfState } from "./duties-of-state.ts";
import { readDutiesFile } from "./read-duties-file.ts";

/** Two names, or two addresses, of one day: each has its own duty, and what is written of the one says nothing of the other. */

const used = (name: string): Step => step("2026-12-21", { kind: "name-used", body: { name, day: "2026-12-20", ground } });
const told = (names: readonly string[], more: object = {}): Step =>
  attended("2026-12-22", { names, allNames: "not-known", address: undefined, ...more });
const dutiesOf = (steps: readonly Step[]) =>
  dutiesOfState(play(steps), register, at("2026-12-28")).filter(({ rule }) => rule === "name-used");
const standing = (steps: readonly Step[]) => dutiesOf(steps).map(({ trigger, stands }) => [trigger, stands]);
const first = "name used 2026-12-20";
const second = "name used (entry 12) 2026-12-20";
const both = [...full, used("G. Hill"), used("M. Vale")];

test("s9(3): of two names of one day the one that was not told is opened as missed, and the other stands as it was", () => {
  const opens = (trigger: string): Step =>
    step("2026-12-28", {
      kind: "breach-opened",
      body: { breach: "b-1", order: "full", of: { duty: "name-used", trigger }, day: "2026-12-23", says: "No notice." },
    });
  for (const [name, met, missed] of [
    ["G. Hill", first, second],
    ["M. Vale", second, first],
  ] as const) {
    const steps = [...both, told([name])];
    expect(Object.fromEntries(standing(steps))).toEqual({ [met]: "met", [missed]: "overdue" });
    expect(refusedAfter(steps, opens(met))).toMatchObject({ rule: "not-missed" });
    const opened = dutiesOf([...steps, opens(missed)]);
    expect(opened.filter((one) => one.missed !== undefined).map(({ trigger }) => trigger)).toEqual([missed]);
  }
});

test("s9(3): of two names of one day the one that is settled leaves the other undecided", () => {
  const steps = [
    ...both,
    told(["G. Hill", "M. Vale"], { area: "elsewhere" }),
    step("2026-12-28", { kind: "duty-settled", body: { rule: "name-used", trigger: second, how: "counts-as-met", reason: "Told to us." } }),
    step("2026-12-28", { kind: "duty-settling-read", body: { settled: 14, agrees: true } }, "o-wren"),
  ];
  expect(standing(steps)).toEqual([
    [first, "undecided"],
    [second, "met"],
  ]);
});

test("a duty keeps its name when the other is withdrawn, and has it again when it is written anew", () => {
  const withdrawn = step("2026-12-22", { kind: "entry-withdrawn", body: { entry: 11, reason: "Not his name." } });
  expect(standing([...both, withdrawn])).toEqual([[second, "overdue"]]);
  expect(standing([...both, withdrawn, used("G. Hill")])).toEqual([
    [second, "overdue"],
    [first, "overdue"],
  ]);
});

/** Opened under a name that the duty had before it was told apart as it is now. */
function openedAs(trigger: string, state: OrderState): OrderState {
  const body = { breach: "b-1", order: "full", of: { duty: "name-used", trigger }, day: "2026-12-23", says: "No notice." } as const;
  const moment = { happened: at("2026-12-28"), recorded: at("2026-12-28"), by: "o-parry", number: state.number + 1 };
  const stream = { of: "order", id: "SPO-26-025" } as const;
  return applyToOrder(state, { stream, ...moment, kind: "breach-opened", body }, () => law);
}

test("what was kept of a second name under the day alone, when the first was withdrawn, is found with that name", () => {
  const withdrawn = step("2026-12-22", { kind: "entry-withdrawn", body: { entry: 11, reason: "Not his name." } });
  const missedIn = (state: OrderState) =>
    dutiesOfState(state, register, at("2026-12-28")).flatMap(({ trigger, missed }) => (missed === undefined ? [] : [trigger]));
  const kept = openedAs(first, play([...both, withdrawn]));
  expect(missedIn(kept)).toEqual([second]);
  const [breach] = kept.breaches;
  expect(breach && restsOf(breach, kept, register, at("2026-12-28")).notMissed).toBeUndefined();
  // What was opened of the first while it stood is of no other.
  expect(missedIn(play([withdrawn], openedAs(first, play(both))))).toEqual([]);
});

test("one name, and one move, of one day is one duty however two officers typed it", () => {
  const movedTo = (address: string): Step => step("2026-12-21", { kind: "address-changed", body: { address, day: "2026-12-20", ground } });
  const steps = [...full, used("Al Green"), used("AL GREEN"), movedTo("4 Quay Street, Northmere"), movedTo("4 Quay Street Northmere")];
  const overdue = (more: readonly Step[]) =>
    dutiesOfState(play([...steps, ...more]), register, at("2026-12-28")).flatMap(({ trigger, stands }) =>
      stands === "overdue" ? [trigger] : [],
    );
  expect(overdue([])).toEqual([first, "address changed 2026-12-20"]);
  const withdrawn = step("2026-12-22", { kind: "entry-withdrawn", body: { entry: 11, reason: "Typed twice." } });
  expect(overdue([withdrawn])).toEqual([first, "address changed 2026-12-20"]);
  // What was opened under the line of the second, before the two were one, is of that one.
  const opened = openedAs(second, play(steps));
  const missedOf = dutiesOfState(opened, register, at("2026-12-28")).map(({ trigger, missed }) => [trigger, missed?.breach]);
  expect(missedOf).toContainEqual([first, "b-1"]);
});

test("of two addresses of one day in a file the later line is named, whichever of two orders it was written under", () => {
  const moved = (address: string) => ({ kind: "address-changed", on: "2026-12-20", address });
  const interim = {
    kind: "interim",
    made: "2026-11-01",
    until: null,
    events: [{ kind: "served", on: "2026-11-02" }, moved("4 Quay Street")],
  };
  const order = { kind: "full", made: "2026-12-01", until: null, replaces: interim };
  const events = [{ kind: "served", on: "2026-12-02" }, moved("4 Quay Street"), moved("9 Mill Row")];
  const read = readDutiesFile(JSON.stringify({ jurisdiction: "EW", order, events }));
  if (!read.ok) return expect.fail(read.error);
  const triggers = dutiesOfOrder(read.value, register, at("2026-12-28")).duties.map(({ trigger }) => trigger);
  expect(triggers.slice(2)).toEqual(["address changed 2026-12-20", "address changed (event 3) 2026-12-20"]);
});
