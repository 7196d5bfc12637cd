import { type Instant, instantFromIso } from "@unmask/core";
import { orderDeskLawOf } from "@unmask/law";
import { expect, test } from "vitest";
import type { Condition } from "../event/order-shapes.ts";
import { foldOrder } from "../fold/order-state.ts";
import type { OrderEvent, OrderIntent } from "../order-event.ts";
import type { ArrivedAct } from "./arrived-act.ts";
import { type HeldAct, createArrivedUnder } from "./arrived-under.ts";
import { proposalsOf } from "./proposals.ts";

/** Acts that are planted on a live order: those that a coordinator has to see, and those that bury them. */

const law = orderDeskLawOf("EW") ?? expect.fail("no law");
const instant = (iso: string): Instant => instantFromIso(`${iso}:00.000Z`) ?? expect.fail(iso);
const at = instant("2026-11-29T09:00");
const condition = (more: Partial<Condition>): Condition => ({
  ...{ condition: 1, type: "prohibition", says: "as written", evidence: [], interimToo: false },
  ...more,
});
const noContact = condition({ kind: "prohibition/contact", channels: ["any"], persons: ["leila", "mia"] });
const notMia = condition({ kind: "prohibition/contact", channels: ["any"], persons: ["mia"] });
const noTexts = condition({ kind: "prohibition/contact", channels: ["text"], persons: ["leila"] });
const millLane = condition({ kind: "prohibition/enter-places", places: [{ says: "14 Mill Lane" }] });
const others = condition({ kind: "prohibition/contact-through-others", persons: ["leila"] });
const devices = condition({ kind: "prohibition/devices-without-history", devices: ["any"] });
const nights = (from: string, to: string): Condition =>
  condition({ kind: "prohibition/enter-places", places: [{ says: "Station Road" }], times: [{ days: [], from, to }] });

/** An order made on 1 Oct 2026 that protects Leila, who reports, and her daughter Mia; with what a court did later. */
const orderOf = (one: Condition, ...later: readonly OrderIntent[]) => {
  const intents: readonly OrderIntent[] = [
    {
      kind: "application-begun",
      body: { jurisdiction: "EW", case: "0431", subject: { name: "Gareth Pine" }, route: "s1-application", force: "Northshire Police" },
    },
    { kind: "protected-named", body: { person: "leila", name: "Leila Ashworth", victim: true, report: "R-2100" } },
    { kind: "protected-named", body: { person: "mia", name: "Mia Ashworth", victim: false } },
    {
      kind: "court-result",
      body: { result: "made", day: "2026-10-01", court: "Northmere", period: { until: "2029-09-30" }, conditions: [one] },
    },
    ...later,
  ];
  const events = intents.map((intent, i): OrderEvent => ({
    ...{ stream: { of: "order", id: "SPO-26-040" }, number: i + 1, happened: at, recorded: at, by: "o" },
    ...intent,
  }));
  return foldOrder("SPO-26-040", events, () => law);
};

const held = (act: Partial<ArrivedAct>, more: Partial<HeldAct> = {}, iso = "2026-11-20T12:00", to = iso): HeldAct => ({
  act: {
    ...{
      report: "R-2100",
      act: "a",
      when: { earliest: instant(iso), latest: instant(to) },
      kind: "message",
      channel: "sms",
      whose: "theirs",
    },
    ...act,
  },
  ...{ isToReporter: true, theirNames: ["Gareth", "Gaz"], side: ["Gareth", "Gaz"] },
  ...more,
});
const diary = (words: string, act: Partial<ArrivedAct> = {}, iso?: string): HeldAct =>
  held({ kind: "visit", channel: "in-person", isOwnAccount: true, words, ...act }, { isToReporter: false }, iso);
const another = (words: string, more: Partial<HeldAct> = {}, act: Partial<ArrivedAct> = {}): HeldAct =>
  held({ whose: "other", words, ...act }, more);
const varied: OrderIntent = {
  kind: "court-result",
  body: {
    result: "varied",
    order: "full",
    day: "2026-11-28",
    court: "Northmere",
    conditions: [condition({ condition: 2, type: "requirement", kind: "requirement/register-vehicle-and-phone" })],
  },
};
/** A report of the same case is about another man. */
const ofMarcus: Partial<HeldAct> = { theirNames: ["Marcus"], side: ["Marcus Doyle"] };
const since = (iso: string): Partial<HeldAct> => ({ senderSince: instant(iso) });

const planted: readonly (readonly [title: string, act: HeldAct, one: Condition, later?: readonly OrderIntent[]])[] = [
  ["her diary tells what was done to her daughter", diary("He followed my daughter Mia to her school", { kind: "following" }), notMia],
  [
    "her diary names the place under another kind",
    diary("He stood outside 14 Mill Lane and shouted", { kind: "other", channel: "other" }),
    millLane,
  ],
  [
    "a threat at the door of the place, spelled as people do",
    diary("through the door of fourteen Mill Ln", { kind: "threat", channel: "other" }),
    millLane,
  ],
  ["a number that is new since the order asks her to ring him", another("A friend says please ring.", since("2026-11-20T12:00")), others],
  ["her friend passes something on in his name", another("gareth says he is sorry"), noContact],
  ["another man of whom a report of the case tells writes in his name", held({ words: "Gareth wants to see you" }, ofMarcus), noContact],
  ["a call of a withheld number", held({ kind: "call", channel: "phone", whose: "not-known" }), noContact],
  ["his message to her has words for her daughter", held({ words: "Tell Mia I am waiting" }), notMia],
  ["a log-in by a device that nobody knows", held({ kind: "login", channel: "google" }), devices],
  [
    "ten to eleven at night in summer time, of a window over midnight",
    diary("He was in Station Road", {}, "2026-10-10T21:10"),
    nights("22:00", "06:00"),
  ],
  ["a quarter past one, the second time that the clock shows it", diary("in Station Rd", {}, "2026-10-25T01:15"), nights("22:00", "01:30")],
  [
    "a call two days before a court took the condition away",
    held({ kind: "call", channel: "phone" }, {}, "2026-11-26T10:00"),
    noContact,
    [varied],
  ],
];

const harmless: typeof planted = [
  ["a friend who is saved writes of lunch", another("lunch on Friday?"), noContact],
  ["a friend has bought a table of his name in wood", another("we got a pine table"), noContact],
  ["a number without a name that wrote long before the order", another("running late", since("2025-02-01T09:00")), noContact],
  ["a stranger in a group, whom she did not hear alone", another("hello all"), noContact],
  ["another man of whom a report of the case tells writes to her", held({ words: "this is Marcus" }, ofMarcus), noContact],
  [
    "the same from a number of his that is new since the order",
    held({ words: "hello" }, { ...ofMarcus, ...since("2026-11-20T12:00") }),
    noContact,
  ],
  ["a friend speaks of that other man", another("Marcus was at the shop", ofMarcus), noContact],
  ["her diary tells of a neighbour", diary("The neighbour came by", { whose: "other" }), noContact],
  ["a friend speaks of him, and only texts are forbidden to him", another("Gareth was at the shop"), noTexts],
  ["his call, and only texts are forbidden", held({ kind: "call", channel: "phone" }), noTexts],
  ["his text from before the order", held({ words: "hello" }, {}, "2026-09-30T22:30"), noContact],
  ["his text to her, which has nothing to do with her daughter", held({ words: "hello" }), notMia],
  ["a quarter to two in summer time, behind the window", diary("in Station Road", {}, "2026-10-25T00:45"), nights("22:00", "01:30")],
  ["noon, of a window over midnight", diary("He was in Station Road", {}, "2026-10-10T11:00"), nights("22:00", "06:00")],
  ["his text says nothing of where he was", held({ words: "see you at the bakery" }), millLane],
  [
    "a call the day after a court took the condition away",
    held({ kind: "call", channel: "phone" }, {}, "2026-11-29T10:00"),
    noContact,
    [varied],
  ],
];

const isListed = ([, act, one, later = []]: (typeof planted)[number]): boolean => {
  const state = orderOf(one, ...later);
  const arrived = createArrivedUnder(state, [act.side, ["Gareth"]])(act);
  return (
    arrived !== undefined &&
    proposalsOf([arrived], state).some(({ readings }) => readings.some(({ fits, toRead }) => fits.length + toRead.length > 0))
  );
};

test("s8: every act that somebody has to see is listed, and none that is harmless", () => {
  const [found, missed] = [planted.filter(isListed), planted.filter((one) => !isListed(one))];
  const [wrong, left] = [harmless.filter(isListed), harmless.filter((one) => !isListed(one))];
  console.log(
    `proposed acts: planted ${planted.length}, listed ${found.length}, missed ${missed.length}; harmless ${harmless.length}, listed ${wrong.length}, left ${left.length}`,
  );
  expect({ missed: missed.map(([title]) => title), wrong: wrong.map(([title]) => title) }).toEqual({ missed: [], wrong: [] });
});

test("whom no report of the case calls by a name of the subject can be the subject, and whose it is is said not to be known", () => {
  const state = orderOf(noContact);
  const whose = (sides: readonly (readonly string[])[], side: readonly string[]) =>
    createArrivedUnder(state, sides)(held({}, { side, theirNames: side }))?.whose;
  expect(whose([["Fox"]], ["Fox"])).toBe("not-known");
  expect(whose([["Fox"], ["Marcus"]], ["Marcus"])).toBe("not-known");
  expect(whose([["Fox"], ["Gareth Pine"]], ["Fox"])).toBeUndefined();
  expect(whose([["Fox"], []], ["Fox"])).toBe("not-known");
  expect(whose([["Fox"], []], [])).toBe("theirs");
  expect(whose([["Gareth"]], ["Gareth"])).toBe("theirs");
});
