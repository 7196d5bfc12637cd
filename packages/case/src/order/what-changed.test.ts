import { expect, test } from "vitest";
import {
  type Step,
  besideEw,
  certified,
  condition,
  confirms,
  confirmsService,
  draftSteps,
  frost,
  go,
  hash,
  lodgedOne,
  lodgingSteps,
  noon,
  okell,
  parry,
  result,
  serves,
  written,
} from "../../../../fixtures/order-story.ts";
import type { OrderIntent } from "../order-event.ts";
import { type Changed, whatChanged } from "./what-changed.ts";

const at = (day: string, intent: OrderIntent, who = parry): Step => [day, who, intent];
const by = (day: string) => ({ register: besideEw.register, reminders: besideEw.reminders, at: noon(day) });
const brief = (lines: readonly Changed[]) => lines.map(({ of, was, is }) => [of, was, is]);

const made = go(lodgedOne(), [
  at(
    "2026-12-01",
    result({ result: "made", day: "2026-12-01", period: { until: "2029-11-30" }, conditions: [condition(1)], copy: certified }),
  ),
]);
const tried = go(made, [at("2026-12-03", serves("full", "2026-12-02"), frost)]);
const served = go(tried, [at("2026-12-03", confirmsService(tried.number))]);

test("nothing is listed where nothing changed, though time did", () => {
  expect(whatChanged(served, served, by("2030-01-01"))).toEqual([]);
});

test("a confirmed service starts the first notice, and its withdrawal takes it back", () => {
  const starts = whatChanged(tried, served, by("2026-12-03"));
  expect(brief(starts)).toContainEqual(["service", "not served", "served Wed 2 Dec 2026 at 11:05"]);
  expect(brief(starts)).toContainEqual(["duty", null, expect.stringMatching(/^due, by the end of Fri 4 Dec 2026/)]);
  const withdrawn = go(served, [
    at("2026-12-04", { kind: "service-withdrawn", body: { attempt: tried.number, reason: "It was his brother." } }),
  ]);
  const stops = whatChanged(served, withdrawn, by("2026-12-04"));
  expect(brief(stops)).toContainEqual(["service", "served Wed 2 Dec 2026 at 11:05", "not served"]);
  expect(brief(stops)).toContainEqual(["duty", expect.stringMatching(/^due/), null]);
});

test("s8: the withdrawal of a service on which a decision rests says that the decision is open again", () => {
  const body = { breach: "b-1" };
  const decided = go(served, [
    at("2026-12-11", { kind: "breach-opened", body: { ...body, order: "full", of: { condition: 1 }, day: "2026-12-10", says: "Seen." } }),
    at("2026-12-11", {
      kind: "breach-evidence",
      body: { ...body, exhibit: "NK/9", says: "A film.", doesNotShow: "A face.", knowing: "record" },
    }),
    at("2026-12-11", { kind: "breach-knew", body: { ...body, service: tried.number, ground: { says: "Served.", knowing: "record" } } }),
    at("2026-12-11", { kind: "excuse-asked", body: { ...body, question: "Why?", found: "No reason.", of: "him", knowing: "account" } }),
    at("2026-12-11", { kind: "excuse-assessed", body: { ...body, says: "None is seen." } }),
    at("2026-12-11", { kind: "breach-decided", body: { ...body, decision: "arrest", reason: "Read." } }),
    at("2026-12-11", { kind: "breach-decision-read", body: { ...body, agrees: true } }, okell),
  ]);
  const withdrawn = go(decided, [at("2026-12-12", { kind: "service-withdrawn", body: { attempt: tried.number, reason: "His brother." } })]);
  const open = "Possible breach of condition 1 — reasonable excuse not assessed";
  expect(brief(whatChanged(decided, withdrawn, by("2026-12-12")))).toContainEqual(["breach", "Decided: arrest", open]);
});

test("s4(4)(b): a discharge against the rule strikes the life of the order, its duty and three reminders, and sets its mark", () => {
  const typed = go(served, [at("2027-05-10", result({ result: "discharged", order: "full", day: "2027-05-10", copy: certified }))]);
  expect(whatChanged(served, typed, by("2027-05-11"))).toEqual([]);
  const read = go(typed, [at("2027-05-11", confirms(typed.number, { againstRuleSeen: true }), okell)]);
  const lines = brief(whatChanged(served, read, by("2027-05-11")));
  expect(lines[0]).toEqual(["order", "lives, to Fri 30 Nov 2029", "discharged from Mon 10 May 2027"]);
  expect(lines).toContainEqual(["mark", null, "conflicts with s4(4)(b)"]);
  expect(lines.filter(([of, , is]) => of === "reminder" && is === null)).toHaveLength(3);
});

test("an early fact that is corrected works everything out anew: the day of making moves the interim’s end, the service and its duty", () => {
  const notice: OrderIntent = {
    kind: "attended",
    body: {
      day: "2026-12-03",
      at: "11:05",
      station: "Northshire Central",
      area: "local",
      inPerson: true,
      toWhom: "Ms Ferrars",
      names: ["Gary Slade"],
      allNames: "yes",
      address: "41 Tanyard Close",
      identity: "not-asked",
    },
  };
  const told = go(served, [
    at("2026-12-03", notice, "o-ferrars"),
    at(
      "2026-12-03",
      { kind: "acknowledged", body: { attendance: served.number + 1, form: "ack-1", sha256: hash, signed: true, given: true } },
      "o-ferrars",
    ),
  ]);
  const [first] = told.results;
  if (!first) throw new Error("no result");
  const mended = go(told, [
    at("2026-12-05", {
      kind: "result-corrected",
      body: {
        result: first.number,
        right: { ...first.said, day: "2026-12-03", period: { until: null } },
        reason: "The stamp says the 3rd.",
      },
    }),
  ]);
  const lines = brief(whatChanged(told, mended, by("2026-12-05")));
  expect(lines).toContainEqual(["order", "lives, to Fri 30 Nov 2029", "lives, until a further order"]);
  expect(lines).toContainEqual(["order", "Tue 1 Dec 2026", "Thu 3 Dec 2026"]);
  expect(lines).toContainEqual(["service", "served Wed 2 Dec 2026 at 11:05", "not served"]);
  expect(lines).toContainEqual(["duty", expect.stringMatching(/^met/), null]);
  expect(lines.filter(([of]) => of === "reminder")).toHaveLength(3);
});

test("a determination that is typed late ends the interim order on its own day", () => {
  const steps = [
    ...draftSteps,
    ...lodgingSteps,
    at(
      "2026-10-27",
      result({ result: "interim-made", day: "2026-10-27", period: { until: "2027-02-01" }, conditions: [condition(1), condition(2)] }),
    ),
  ];
  const late = at("2027-01-20", result({ result: "made", day: "2027-01-05", period: { until: null }, conditions: [condition(1)] }));
  const lines = brief(whatChanged(written(...steps), written(...steps, late), by("2027-01-20")));
  expect(lines.slice(0, 2)).toEqual([
    ["application", "lodged", "granted"],
    ["order", "lives, to Mon 1 Feb 2027", "ended by the determination from Tue 5 Jan 2027"],
  ]);
  expect(lines).toContainEqual(["condition", null, "Not to contact Nadia Khan by any means."]);
});
