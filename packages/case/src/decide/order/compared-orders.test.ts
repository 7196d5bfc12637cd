import { expect, test } from "vitest";
import { by, theirCondition, typed } from "../../../../../fixtures/order-draft-steps.ts";
import {
  authorises,
  besideEw,
  condition,
  drafted,
  go,
  nothing,
  okell,
  readIt,
  refused,
  sent,
  subject,
  writes,
} from "../../../../../fixtures/order-story.ts";
import { foldOrder } from "../../fold/order-state.ts";
import { type OrderIntent, parseOrderEvent } from "../../order-event.ts";
import { pairsOf } from "./draft-lacks.ts";

test.each(["Northshire Police", "northshire  police", "Northshire Constabulary", "Northshire"])(
  "an order of our own force, written %s, is begun as ours and never typed in as another’s",
  (ours) => {
    const body = {
      ...{ jurisdiction: "EW" as const, theirs: "N-26-004", force: ours, court: "Northmere", subject, order: "full" as const },
      ...{ made: "2025-06-03", period: { until: null }, conditions: [condition(1)], protects: ["Orla Quinn"] },
    };
    const beside = { ...besideEw, ours: "Northshire Police" };
    expect(refused(nothing(), by({ kind: "order-typed", body }), beside)).toMatchObject({ rule: "ours", allows: ["application-begun"] });
    const theirs = { ...body, force: "North Northshire Police" };
    expect(refused(nothing(), by({ kind: "order-typed", body: theirs }), beside)).toBeUndefined();
  },
);

test("s2(6), s2(7): a conflict or a pair that was not compared stops the draft until an officer settles it in words", () => {
  const beside = { ...besideEw, others: [typed(theirCondition("To do as is written on the sheet."))] };
  const lacks = refused(drafted(), by(sent), beside);
  expect(lacks).toMatchObject({ rule: "compatible", section: "s2(6), s2(7)", allows: ["pair-settled", "condition-written"] });
  const pair = { other: "SPO-26-019", theirCondition: 1, condition: 1 } as const;
  const settles: OrderIntent = {
    kind: "pair-settled",
    body: { ...pair, how: "fits", reason: "The sheet was read: one phone is shown each week." },
  };
  const settled = go(drafted(), [by(settles)], beside);
  expect(refused(settled, by(sent), beside)).toBeUndefined();
  // In new words it is another pair.
  expect(refused(go(settled, [by(writes(condition(1, { says: "Not to write to Nadia Khan." })))], beside), by(sent), beside)).toMatchObject(
    { rule: "compatible" },
  );
  expect(refused(drafted(), by({ ...settles, body: { ...settles.body, theirCondition: 7 } }), beside)).toMatchObject({ rule: "no-pair" });
});

test("s2(6), s2(7): what was said of two conditions is said of their words, and their court’s new ones are read anew", () => {
  const live = (says: string) => ({ ...besideEw, others: [typed(theirCondition(says))] });
  const [elmRow, millLane] = [live("To live at 4 Elm Row each night."), live("To live at 9 Mill Lane each night.")];
  const body = { other: "SPO-26-019", theirCondition: 1, condition: 1, how: "fits", reason: "Elm Row is far off." } as const;
  const settled = go(drafted(), [by({ kind: "pair-settled", body })], elmRow);
  expect(settled.draft.settled).toMatchObject([{ reads: "To live at 4 Elm Row each night." }]);
  expect(refused(settled, by(sent), elmRow)).toBeUndefined();
  expect(refused(settled, by(sent), millLane)).toMatchObject({ rule: "compatible", section: "s2(6), s2(7)" });
  // Nor is anything said of words that changed before they were settled.
  const stale: OrderIntent = { kind: "pair-settled", body: { ...body, reads: "To live at 4 Elm Row each night." } };
  expect(refused(drafted(), by(stale), millLane)).toMatchObject({ rule: "no-pair" });
  expect(refused(go(settled, [by({ kind: "pair-settled", body })], millLane), by(sent), millLane)).toBeUndefined();
});

test("s2(6), s2(7): a conflict is never settled as none", () => {
  const at = { says: "the station", around: [51.28, 1.08] as const, metres: 300 };
  const keepsOut = writes(condition(1, { kind: "prohibition/enter-places", says: "Not to enter the station.", places: [at] }));
  const beside = {
    ...besideEw,
    others: [
      typed(
        theirCondition("To sign on at the station.", { kind: "requirement/sign-on", places: [{ ...at, metres: 20 }], frequency: "weekly" }),
      ),
    ],
  };
  const state = go(drafted(), [by(keepsOut)], beside);
  expect(refused(state, by(sent), beside)?.says).toMatch(/conflict/);
  const settles = (how: "fits" | "exception"): OrderIntent => ({
    kind: "pair-settled",
    body: { other: "SPO-26-019", theirCondition: 1, condition: 1, how, reason: "Except to sign on." },
  });
  expect(refused(state, by(settles("fits")), beside)).toMatchObject({ rule: "compatible", section: "s2(6), s2(7)" });
  expect(refused(go(state, [by(settles("exception"))], beside), by(sent), beside)).toBeUndefined();
});

test("s2(6): an order that is over, or this one itself, is held against nothing", () => {
  const over = typed(theirCondition("To do as is written on the sheet."));
  const ended = { ...over, orders: over.orders.map((one) => ({ ...one, ended: { how: "discharged", day: "2026-01-01" } as const })) };
  expect(refused(drafted(), by(sent), { ...besideEw, others: [ended, drafted()] })).toBeUndefined();
});

test("an interim order that lives on beside the full one is compared as that is, and of a condition of one number each is settled in its words", () => {
  const court = "Northmere Magistrates’ Court";
  const says = (words: string) => theirCondition(words);
  const both = { ...condition(3, { says: "Not to enter Ashford." }), evidence: [] };
  const made = (result: string, day: string, words: string, necessity: string) => ({
    kind: "court-result",
    body: { result, day, court, period: { until: "2028-10-26" }, conditions: [says(words), { ...both, necessity }] },
  });
  const events = [
    { kind: "application-begun", body: { jurisdiction: "NI", subject, route: "s1-application", force: "Westmere Police" } },
    made("interim-made", "2026-09-27", "To do as is written on the sheet.", "She is afraid."),
    made("made", "2026-10-10", "To do as is written on the card.", "He came again."),
  ].map(({ kind, body }, at) => {
    const head = { version: 1, stream: { of: "order", id: "SPO-26-099" }, number: at + 1, by: "o-abara" };
    const event = parseOrderEvent({ ...head, happened: "2026-10-12T09:00:00.000Z", recorded: "2026-10-12T09:00:00.000Z", kind, body });
    return event.ok ? event.value : expect.unreachable(event.error);
  });
  // Where no section says that the determination ends an interim order, it lives to its own last day.
  const law = {
    ...besideEw.law,
    code: "NI" as const,
    section: (rule: Parameters<typeof besideEw.law.section>[0]) => (rule === "interim-ends" ? undefined : besideEw.law.section(rule)),
  };
  const others = [foldOrder("SPO-26-099", events, () => law)];
  const beside = { ...besideEw, others };
  expect(pairsOf(drafted(), beside, "2026-10-15").map(({ mine, theirs }) => `${mine} ${theirs.condition} ${theirs.says}`)).toEqual([
    "1 1 To do as is written on the sheet.",
    "1 3 Not to enter Ashford.",
    "1 1 To do as is written on the card.",
  ]);
  const settles = (thing: string): OrderIntent => ({
    kind: "pair-settled",
    body: {
      ...{ other: "SPO-26-099", theirCondition: 1, condition: 1, how: "fits", reason: `The ${thing} was read.` },
      reads: `To do as is written on the ${thing}.`,
    },
  });
  expect(refused(drafted(), by(settles("wall")), beside)).toMatchObject({ rule: "no-pair" });
  const one = go(drafted(), [by(settles("sheet"))], beside);
  expect(refused(one, by(sent), beside)).toMatchObject({ rule: "compatible" });
  expect(refused(go(drafted(), [by(settles("card"))], beside), by(sent), beside)).toMatchObject({ rule: "compatible" });
  expect(refused(go(one, [by(settles("card"))], beside), by(sent), beside)).toBeUndefined();
});

test("an order of a live one that began since is compared before it is authorised", () => {
  const state = go(drafted(), [by(sent), ...(["a", "b", "c"] as const).map((one) => by(readIt(one), okell))]);
  const beside = { ...besideEw, others: [typed(theirCondition("To do as is written on the sheet."))] };
  expect(refused(state, by(authorises, okell), beside)).toMatchObject({ rule: "compatible" });
});

test("s2(6): an order that is closed to whoever acts tells nothing of itself, and the draft is authorised by somebody to whom it is open", () => {
  const closed = [typed(theirCondition("To do as is written on the sheet."))];
  const beside = { ...besideEw, closed };
  // An application against oneself would tell whether there is one: sending on says the same with it as without.
  const state = go(drafted(), [by(sent), ...(["a", "b", "c"] as const).map((one) => by(readIt(one), okell))], beside);
  const refusal = refused(state, by(authorises, okell), beside);
  expect(refusal).toMatchObject({ rule: "compatible", says: "Somebody else has to compare what is not open to you." });
  expect(JSON.stringify(refusal)).not.toMatch(/SPO-26-019|sheet|ondition/);
  const settles = (other: string): OrderIntent => ({
    kind: "pair-settled",
    body: { other, theirCondition: 1, condition: 1, how: "fits", reason: "The sheet was read." },
  });
  const none = refused(drafted(), by(settles("SPO-26-777")), beside);
  expect(none?.rule).toBe("no-pair");
  expect(refused(drafted(), by(settles("SPO-26-019")), beside)).toEqual(none);
  // Whoever may see it settles it.
  const settled = go(drafted(), [by(settles("SPO-26-019"))], { ...besideEw, others: closed });
  const read = go(settled, [by(sent), ...(["a", "b", "c"] as const).map((one) => by(readIt(one), okell))], beside);
  expect(refused(read, by(authorises, okell), beside)).toBeUndefined();
});
