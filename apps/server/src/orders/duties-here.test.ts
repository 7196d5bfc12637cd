import { expect, test } from "vitest";
import { type OrderState, foldOrder, parseOrderEvent } from "@unmask/case";
import { instantFromIso } from "@unmask/core";
import { dutiesHere } from "./duties-here.ts";
import { isOurs } from "./order-shown.ts";
import { deskLawOfOrders, orderLawsOf } from "./order-laws.ts";
import { dutyShown } from "./register-rows.ts";

const ours = "Northshire Police";
const { register } = orderLawsOf("EW");
const now = instantFromIso("2026-12-05T09:00:00.000Z") ?? expect.unreachable();

/** What came after, on its day. */
interface Told {
  readonly on: string;
  readonly kind: string;
  readonly body: object;
}

/** An order of ours, served and told of in time; then he moves on 25 November, tells nobody, and his order goes to Westmere on a day. */
function movedAndTaken(on: string, alsoOn: string, told: readonly Told[] = []): OrderState {
  const condition = { condition: 1, type: "prohibition", says: "No contact.", necessity: "She is afraid.", evidence: [], interimToo: true };
  const ground = { says: "A neighbour’s call", knowing: "record" };
  const events = [
    {
      on: "2026-11-01",
      kind: "order-typed",
      body: {
        ...{ jurisdiction: "EW", theirs: "N-1", force: ours, court: "Northmere Magistrates’ Court", order: "full", made: "2026-10-31" },
        ...{ subject: { name: "Gary Slade" }, period: { until: "2028-10-30" }, conditions: [condition], protects: ["Ada Moss"] },
      },
    },
    {
      on: "2026-11-02",
      kind: "service-attempted",
      body: {
        ...{ order: "full", made: "PC 2781 Adeline Frost", outcome: "served", says: "By hand.", knowing: "record" },
        ...{ day: "2026-11-02", at: "08:20", place: "12 Tanner Row", evidence: [{ exhibit: "AF/3", says: "video" }] },
      },
    },
    {
      on: "2026-11-03",
      kind: "service-confirmed",
      body: { attempt: 2, rightPerson: "yes", rightOrder: "yes", given: "yes", understood: "yes", servedIt: "no", says: "Seen." },
    },
    { on: "2026-11-25", kind: "address-changed", body: { day: "2026-11-25", address: "9 Mill Lane", ground } },
    {
      on,
      kind: "transferred",
      body: { to: "Westmere Police", day: on, told: "Westmere desk", taken: "Insp Hale", reason: "He moved." },
    },
    { on: alsoOn, kind: "address-changed", body: { day: alsoOn, address: "4 Quay", ground } },
    ...told,
  ].map(({ on: day, kind, body }, nth) => {
    const at = `${day}T09:00:00.000Z`;
    const head = { version: 1, stream: { of: "order", id: "SPO-26-882" }, number: nth + 1, by: "o-abara", happened: at, recorded: at };
    const event = parseOrderEvent({ ...head, kind, body });
    return event.ok ? event.value : expect.unreachable(event.error);
  });
  return { ...foldOrder("SPO-26-882", events, deskLawOfOrders), typed: null };
}

test("what was missed while an order was ours stays listed when another force takes it, and says which force has it now", () => {
  const state = movedAndTaken("2026-11-28", "2026-11-29");
  const here = dutiesHere(state, register, now, ours);
  expect(here.filter(({ rule }) => rule === "address-changed").map(({ trigger, stands }) => [trigger, stands])).toEqual([
    ["address changed 2026-11-25", "overdue"],
  ]);
  const [first = expect.unreachable()] = here;
  expect(dutyShown(first, state, register, { force: ours, now })).toMatchObject({ leftTo: "Westmere Police" });
  expect(dutyShown(first, { ...state, transfers: [] }, register, { force: ours, now })).not.toHaveProperty("leftTo");
});

test("what was missed says that its order is over, from the day after its last one, and how it ended", () => {
  const state = movedAndTaken("2026-11-28", "2026-11-29");
  const [first = expect.unreachable()] = dutiesHere(state, register, now, ours);
  const onDay = (iso: string) => dutyShown(first, state, register, { force: ours, now: instantFromIso(iso) ?? expect.unreachable() });
  expect(onDay("2028-10-30T12:00:00.000Z")).not.toHaveProperty("over");
  expect(onDay("2028-10-31T12:00:00.000Z")).toMatchObject({ over: { how: "expired", day: "2028-10-30" } });
});

test("what fell due only after another force took the order is that force’s", () => {
  const state = movedAndTaken("2026-11-27", "2026-11-29");
  expect(dutiesHere(state, register, now, ours).filter(({ rule }) => rule === "address-changed")).toEqual([]);
});

test("what nobody had decided when its clock ran out stays here too, until it is settled; what runs out after that is the other force's", () => {
  // He tells of his new home at a station elsewhere: whether that counts an officer decides.
  const attended = (day: string) => ({
    on: day,
    kind: "attended",
    body: {
      ...{ day, at: "17:52", station: "Harbour Street", area: "elsewhere", inPerson: true, toWhom: "PC 3310" },
      ...{ names: ["Gary Slade"], allNames: "yes", address: "9 Mill Lane", identity: "not-asked" },
    },
  });
  const of = (taken: string, later: readonly Told[] = []) =>
    dutiesHere(movedAndTaken(taken, "2026-11-30", [attended("2026-11-26"), ...later]), register, now, ours)
      .filter(({ rule }) => rule === "address-changed")
      .map(({ trigger, stands }) => [trigger, stands]);
  expect(of("2026-11-28")).toEqual([["address changed 2026-11-25", "undecided"]]);
  expect(of("2026-11-27")).toEqual([]);
  const body = { rule: "address-changed", trigger: "address changed 2026-11-25", how: "counts-as-met", reason: "Seen there." };
  const settled = [
    { on: "2026-12-01", kind: "duty-settled", body },
    { on: "2026-12-02", kind: "duty-settling-read", body: { settled: 8, agrees: true } },
  ];
  expect(of("2026-11-28", settled)).toEqual([]);
});

test("an order that stays here, or comes back, is ours however somebody spelled this force", () => {
  const state = movedAndTaken("2026-11-27", "2026-11-29");
  const [moved = expect.unreachable()] = state.transfers;
  const taken = (...to: readonly string[]): OrderState => ({ ...state, transfers: to.map((one) => ({ ...moved, to: one })) });
  for (const spelled of ["Northshire police", "Northshire Constabulary", "NORTHSHIRE POLICE (head office) "]) {
    expect([spelled, isOurs(taken(spelled), ours), isOurs(taken("Westmere Police", spelled), ours)]).toEqual([spelled, true, true]);
    expect(dutiesHere(taken(spelled), register, now, ours)).toHaveLength(dutiesHere(taken(), register, now, ours).length);
  }
  expect(isOurs(taken("Westmere Police"), ours)).toBe(false);
});
