import { type Instant, instantFromIso, later, msPerMinute } from "@unmask/core";
import { orderDeskLawOf } from "@unmask/law";
import { expect, test } from "vitest";
import { foldOrder } from "../fold/order-state.ts";
import type { OrderEvent, OrderIntent } from "../order-event.ts";
import type { ArrivedAct } from "./arrived-act.ts";
import { mostActsListed, proposalsOf } from "./proposals.ts";

const law = orderDeskLawOf("EW") ?? expect.fail("no law");
const instant = (iso: string): Instant => instantFromIso(`${iso}:00.000Z`) ?? expect.fail(iso);
const at = instant("2026-12-01T09:00");
const state = (...more: readonly OrderIntent[]) => {
  const intents: readonly OrderIntent[] = [
    {
      kind: "order-typed",
      body: {
        jurisdiction: "EW",
        theirs: "WM-25-117",
        force: "Westmere Police",
        court: "Westmere Magistrates’ Court",
        subject: { name: "Gary Slade" },
        order: "full",
        made: "2026-10-27",
        period: { until: "2028-10-26" },
        protects: ["Nadia Khan"],
        conditions: [
          {
            condition: 1,
            type: "prohibition",
            kind: "prohibition/contact",
            says: "No contact.",
            channels: ["any"],
            evidence: [],
            interimToo: false,
          },
          { condition: 2, type: "prohibition", says: "Not to go on as before.", evidence: [], interimToo: false },
        ],
      },
    },
    ...more,
  ];
  const events = intents.map((intent, i): OrderEvent => ({
    stream: { of: "order", id: "SPO-26-040" },
    number: i + 1,
    happened: at,
    recorded: at,
    by: "o",
    ...intent,
  }));
  return foldOrder("SPO-26-040", events, () => law);
};
const message = (id: string, iso: string, more: Partial<ArrivedAct> = {}): ArrivedAct => ({
  report: "R-2100",
  act: id,
  when: { earliest: instant(iso), latest: instant(iso) },
  kind: "message",
  channel: "sms",
  whose: "theirs",
  reached: [],
  named: [],
  ...more,
});
const rows = (acts: readonly ArrivedAct[], ...more: readonly OrderIntent[]) =>
  proposalsOf(acts, state(...more)).map(({ under, day, many, acts: listed }) => [
    under.map(({ condition, many: of }) => `${condition}: ${of}`).join(),
    day,
    many,
    listed.map(({ act }) => act),
  ]);
const three = [message("a", "2026-11-18T07:21"), message("b", "2026-11-18T22:05"), message("c", "2026-11-19T08:00")];

test("s8: acts of one day stand together, by condition, the newest day first, and an act that came twice counts once", () => {
  expect(rows([...three, message("a", "2026-11-18T07:21", { report: "R-2101" })])).toEqual([
    ["1: 1", "2026-11-19", 1, ["c"]],
    ["1: 2", "2026-11-18", 2, ["a", "b"]],
  ]);
});

test("s8: a thousand messages of a night are one row, which lists the first of them and says how many there are", () => {
  const night = Array.from({ length: 1_000 }, (_, i) => ({
    ...message(`m-${String(i).padStart(4, "0")}`, "2026-11-18T01:00"),
    when: { earliest: later(instant("2026-11-18T01:00"), i * 1_000), latest: later(instant("2026-11-18T01:00"), i * 1_000) },
  }));
  const [row, ...none] = proposalsOf(night, state());
  expect([row?.many, row?.acts.length, row?.readings.length, none]).toEqual([1_000, mostActsListed, 1, []]);
  expect(row?.under).toEqual([{ condition: 1, many: 1_000 }]);
});

test("s8: a day keeps how its acts were read: the rule with its version, what has to be read, what is asked and what could change it", () => {
  expect(proposalsOf(three.slice(0, 1), state())[0]?.readings).toEqual([
    {
      fits: [expect.objectContaining({ condition: 1, rule: { rule: "contact", version: 2 } })],
      toRead: [expect.objectContaining({ condition: 2, why: expect.stringContaining("words alone") })],
      not: [],
      asks: [expect.stringContaining("No service is confirmed")],
      couldChange: expect.arrayContaining(["that it was Gary Slade"]),
    },
  ]);
});

test("s8: acts that no rule fits are one row of a day, to be read", () => {
  const login = message("x", "2026-11-18T07:21", { kind: "login", channel: "google" });
  expect(rows([login])).toEqual([["null: 1", "2026-11-18", 1, ["x"]]]);
});

test("s8: what was opened, and what was opened with it, is not proposed again; under another condition and of another act it is", () => {
  const opened: OrderIntent = {
    kind: "breach-opened",
    body: {
      breach: "b-1",
      order: "full",
      of: { condition: 1 },
      act: { report: "R-2100", act: "a" },
      also: [{ report: "R-2100", act: "b" }],
      day: "2026-11-18",
      says: "Two.",
    },
  };
  expect(rows(three, opened)).toEqual([["1: 1", "2026-11-19", 1, ["c"]]]);
  const late = message("d", "2026-11-18T23:30");
  expect(rows([...three, late], opened)).toEqual([
    ["1: 1", "2026-11-19", 1, ["c"]],
    ["1: 1", "2026-11-18", 1, ["d"]],
  ]);
});

test("what an officer set aside is not proposed again under that condition, or under none; withdrawn, it is", () => {
  const aside = (condition?: number): OrderIntent => ({
    kind: "acts-set-aside",
    body: {
      order: "full",
      ...(condition !== undefined && { condition }),
      acts: [{ report: "R-2100", act: "c" }],
      reason: "It is the bank.",
    },
  });
  const day18 = ["1: 2", "2026-11-18", 2, ["a", "b"]];
  expect(rows(three, aside())).toEqual([day18]);
  expect(rows(three, aside(1))).toEqual([day18]);
  expect(rows(three, aside(2))).toEqual([["1: 1", "2026-11-19", 1, ["c"]], day18]);
  expect(rows(three, aside(), { kind: "entry-withdrawn", body: { entry: 2, reason: "It was not." } })).toHaveLength(2);
  const login = message("c", "2026-11-19T08:00", { kind: "login", channel: "google" });
  expect(rows([login], aside(2))).toEqual([]);
});

test("acts that were set aside under a condition are proposed again where its copy words it otherwise, and under no other", () => {
  const aside = (condition?: number): OrderIntent => ({
    kind: "acts-set-aside",
    body: { order: "full", ...(condition !== undefined && { condition }), acts: [{ report: "R-2100", act: "c" }], reason: "Visits alone." },
  });
  const contact = { condition: 1, type: "prohibition", kind: "prohibition/contact", channels: ["any"], interimToo: false } as const;
  const correct = (says: string, evidence: readonly string[] = []): OrderIntent => ({
    kind: "result-corrected",
    body: {
      ...{ result: 1, reason: "As the copy has it." },
      right: {
        ...{ result: "made", order: "full", day: "2026-10-27", court: "Westmere Magistrates’ Court", period: { until: "2028-10-26" } },
        conditions: [
          { ...contact, says, evidence },
          { condition: 2, type: "prohibition", says: "Not to go on as before.", evidence: [], interimToo: false },
        ],
      },
    },
  });
  const [day19, day18] = [
    ["1: 1", "2026-11-19", 1, ["c"]],
    ["1: 2", "2026-11-18", 2, ["a", "b"]],
  ];
  for (const of of [1, undefined]) {
    expect(rows(three, aside(of), correct("No contact.", ["NK/1"]))).toEqual([day18]);
    expect(rows(three, aside(of), correct("No contact, and not through others."))).toEqual([day19, day18]);
  }
  const login = message("c", "2026-11-19T08:00", { kind: "login", channel: "google" });
  expect(rows([login], aside(2), correct("No contact, and not through others."))).toEqual([]);
});

test("what is not theirs, and what lies before the order or after it, is proposed under nothing", () => {
  const before = message("p", "2026-10-26T22:59");
  const after = message("q", "2028-10-27T00:30");
  expect(rows([before, after, message("o", "2026-11-18T10:00", { whose: "other" })])).toEqual([]);
  expect(rows([message("l", "2028-10-26T21:00")])).toHaveLength(1);
});

test("the order in which acts arrive changes nothing", () => {
  const acts = Array.from({ length: 60 }, (_, i) => ({
    ...message(`m-${i}`, "2026-11-18T01:00"),
    when: {
      earliest: later(instant("2026-11-18T01:00"), (i % 7) * 400 * msPerMinute),
      latest: later(instant("2026-11-18T01:00"), (i % 7) * 400 * msPerMinute),
    },
  }));
  expect(proposalsOf(acts.toReversed(), state())).toEqual(proposalsOf(acts, state()));
});
