import { describe, expect, test } from "vitest";
import { on, by, without } from "../../../../../fixtures/order-draft-steps.ts";
import {
  authorises,
  besideEw,
  besideNi,
  condition,
  criterion,
  draftSteps,
  drafted,
  ew,
  fullMade,
  go,
  link,
  lodgingSteps,
  never,
  lodges,
  nothing,
  okell,
  parry,
  protects,
  readIt,
  refused,
  sent,
  subject,
  written,
  type Step,
} from "../../../../../fixtures/order-story.ts";
import type { OrderIntent } from "../../order-event.ts";
import { draftLacks } from "./draft-lacks.ts";

/** An application against somebody of that birth, authorised on a day. */
function authorisedFor(born: string, day: string) {
  const steps = draftSteps.map(([, who, intent]): Step => [day, who, intent]);
  const known = { ...subject, born: { says: "passport", knowing: "record", day: born } } as const;
  return go(nothing(), [
    ...steps,
    by({ kind: "subject-changed", body: { subject: known, reason: "passport seen" } }, parry, day),
    by(sent, parry, day),
    ...(["a", "b", "c"] as const).map((one) => by(readIt(one), okell, day)),
    by(authorises, okell, day),
  ]);
}

test("s1(1): only a chief officer applies, never the person to be protected", () => {
  const hers: OrderIntent = {
    kind: "application-begun",
    body: { jurisdiction: "EW", subject, route: "s1-application", force: "gary slade" },
  };
  expect(refused(nothing(), by(hers))).toMatchObject({ rule: "applicant", section: "s1(1), s14(1)" });
  const applied = go(nothing(), [
    by({ kind: "application-begun", body: { jurisdiction: "EW", subject, route: "s1-application", force: "Nadia Khan" } }),
  ]);
  expect(refused(applied, by(protects("p-khan", "Nadia  KHAN")))).toMatchObject({ rule: "applicant", section: "s1(1), s14(1)" });
});

test("s1(3): why this chief officer may apply is written before it is sent on", () => {
  expect(refused(without("link-written"), by(sent))).toMatchObject({
    rule: "territorial-link",
    section: "s1(3)",
    allows: ["link-written"],
  });
});

test.each(["British Transport Police", "Ministry of Defence Police"])("s1(3): %s has no limit of area, another force has", (force) => {
  const noLimit: OrderIntent = {
    kind: "link-written",
    body: { link: "no-area-limit", ground: { says: "on the railway", knowing: "record" } },
  };
  expect(refused(drafted(), by(noLimit))).toMatchObject({ rule: "territorial-link", section: "s1(3)" });
  const theirs = go(nothing(), [by({ kind: "application-begun", body: { jurisdiction: "EW", subject, route: "s1-application", force } })]);
  expect(refused(theirs, by(noLimit))).toBeUndefined();
});

test.each([
  ["2008-10-17", "magistrates", "youth"],
  ["2008-10-16", "youth", "magistrates"],
  ["2008-10-16", "crown", "magistrates"],
] as const)(
  "s14(1): of somebody born on %s an application lodged on 16 October 2026 goes to another court than %s",
  (day, wrong, right) => {
    const state = authorisedFor(day, "2026-10-15");
    expect(refused(state, by(lodges("2026-10-16", wrong), parry, "2026-10-16"))).toMatchObject({ rule: "court", section: "s14(1)" });
    expect(refused(state, by(lodges("2026-10-16", right), parry, "2026-10-16"))).toBeUndefined();
  },
);

test("s14(1): whose day of birth nobody wrote goes to the youth court when it is written, and no court is named before", () => {
  const { born: _, ...unknown } = subject;
  const [first, ...rest] = draftSteps;
  const [on, who] = first ?? never();
  const before: Step = [
    on,
    who,
    { kind: "application-begun", body: { jurisdiction: "EW", subject: unknown, route: "s1-application", force: "Northshire Police" } },
  ];
  const state = go(nothing(), [before, ...rest, ...lodgingSteps.slice(0, -1)]);
  expect(refused(state, by(lodges("2026-10-16", "youth"), parry, "2026-10-16"))).toMatchObject({
    rule: "court",
    section: "s14(1)",
    says: expect.stringMatching(/^The day of birth is not written/),
    allows: ["taken-back", "subject-changed", "lodged"],
  });
  const known = { ...subject, born: { says: "birth certificate", knowing: "record", day: "2009-03-02" } } as const;
  // A birth is of whom the second person reads of: the draft is open when it is written.
  const then = go(state, [
    by({ kind: "taken-back", body: {} }, parry, "2026-10-16"),
    by({ kind: "subject-changed", body: { subject: known, reason: "It was asked." } }, parry, "2026-10-16"),
    by(sent, parry, "2026-10-16"),
    ...(["a", "b", "c"] as const).map((one) => by(readIt(one), okell, "2026-10-16")),
    by(authorises, okell, "2026-10-16"),
  ]);
  expect(refused(then, by(lodges("2026-10-16", "youth"), parry, "2026-10-16"))).toBeUndefined();
});

test("s14(1): somebody born on 29 February is 18 on 1 March of a year that has none, and the day of lodging counts", () => {
  const state = authorisedFor("2008-02-29", "2026-02-27");
  expect(refused(state, by(lodges("2026-02-28"), parry, "2026-03-01"))).toMatchObject({
    rule: "court",
    section: "s14(1)",
    says: expect.stringContaining("youth court"),
  });
  expect(refused(state, by(lodges("2026-03-01"), parry, "2026-03-01"))).toBeUndefined();
});

test("Crime and Policing Act 2026: without an application only where the force confirmed the day, and then the force that answers is settable", () => {
  const own: OrderIntent = {
    kind: "application-begun",
    body: { jurisdiction: "EW", subject, route: "on-conviction", force: "Northshire Police" },
  };
  const off = refused(nothing(), by(own));
  expect(off).toMatchObject({ rule: "own-motion", says: expect.stringMatching(/^Off until the force confirms/) });
  const on = { ...besideEw, law: { ...ew, ownMotionFrom: "2026-10-15" } };
  expect(refused(nothing(), by(own), { ...on, law: { ...ew, ownMotionFrom: "2026-10-16" } })).toMatchObject({ rule: "own-motion" });
  const state = go(nothing(), [by(own)], on);
  expect(state).toMatchObject({ route: "on-conviction", force: "Northshire Police" });
  // There is nothing to send or to lodge: the court makes it.
  expect(refused(go(state, [by(criterion("a"))], on), by(sent), on)).toMatchObject({ rule: "own-motion", allows: ["court-result"] });
  expect(go(state, [fullMade("2026-10-15")], on).application.stage).toBe("granted");
});

test("s15(1): Scotland has no such order, and is refused with what there is", () => {
  const there: OrderIntent = {
    kind: "application-begun",
    body: { jurisdiction: "SCO", subject, route: "s1-application", force: "Police Scotland" },
  };
  for (const beside of [besideEw, besideNi])
    expect(refused(nothing(), by(there), beside)).toMatchObject({
      rule: "no-such-order",
      section: "s15(1)",
      says: expect.stringContaining("non-harassment orders"),
    });
});

test("Northern Ireland: no area, no prompt of belief or work is asked, and its court is another", () => {
  const there: OrderIntent = {
    kind: "application-begun",
    body: { jurisdiction: "NI", subject, route: "s1-application", force: "Police Service of Northern Ireland" },
  };
  const steps = draftSteps.filter(
    ([, , { kind }]) => kind !== "application-begun" && kind !== "link-written" && kind !== "prompt-answered",
  );
  const state = go(nothing(), [by(there, parry, "2026-10-05"), ...steps], besideNi);
  expect(draftLacks(state, besideNi, on)).toEqual([]);
  expect(draftLacks(state, besideEw, on).map(({ section }) => section)).toEqual(["s1(3)", "s2(3)", "s2(3)", "s2(3)"]);
  const ready = go(state, [by(sent), ...(["a", "b", "c"] as const).map((one) => by(readIt(one), okell)), by(authorises, okell)], besideNi);
  expect(refused(ready, by(lodges(on)), besideNi)).toMatchObject({ rule: "court", says: expect.stringContaining("summary jurisdiction") });
  expect(refused(ready, by(lodges(on, "summary-jurisdiction")), besideNi)).toBeUndefined();
});

describe("s6 to s17 of the Act of Northern Ireland: only the Chief Constable applies", () => {
  const here = "Northshire Constabulary";
  const begins = (force: string): OrderIntent => ({
    kind: "application-begun",
    body: { jurisdiction: "NI", subject, route: "s1-application", force },
  });
  const refusal = {
    rule: "applicant",
    section: "s6 to s17",
    allows: ["order-typed"],
    says: expect.stringContaining("Police Service of Northern Ireland"),
  };
  test.each(["Police Service of Northern Ireland", "police service of northern ireland", "PSNI"])("%s begins one", (force) => {
    expect(refused(nothing(), by(begins(force)), besideNi)).toBeUndefined();
  });
  test("another force does not begin one, send on or lodge one that it had begun, and reads whom to tell", () => {
    expect(refused(nothing(), by(begins(here)), besideNi)).toMatchObject(refusal);
    const old = written(by(begins(here)), by(protects("p-1", "Dana Frost")));
    expect(draftLacks(old, besideNi, on)[0]).toMatchObject(refusal);
    const authorised = written(by(begins(here)), by(sent), by(authorises, okell));
    expect(refused(authorised, by(lodges(on, "summary-jurisdiction")), besideNi)).toMatchObject(refusal);
  });
  test("typed in from a copy it is a fact: of the Chief Constable without a mark, of another force with one, and neither is ours to change", () => {
    const typed = (force: string) =>
      written(
        by({
          kind: "order-typed",
          body: {
            jurisdiction: "NI",
            theirs: "NI-25-031",
            force,
            court: "Belfast Magistrates’ Court",
            subject,
            order: "full",
            made: "2026-10-01",
            inForce: "2026-10-01",
            period: { until: null },
            conditions: [condition(1)],
            protects: [],
          },
        }),
      );
    expect(typed("PSNI").orders[0]?.marks).toEqual([]);
    expect(typed(here).orders[0]?.marks).toMatchObject([{ section: "s6 to s17", says: "conflicts with s6 to s17" }]);
    expect(typed(here).orders).toHaveLength(1);
    const asks = (who: "us" | "other-force"): OrderIntent => ({
      kind: "change-asked",
      body: { change: "c-1", order: "full", what: "discharge", by: who, day: on, says: "It is over." },
    });
    const near = go(typed("PSNI"), [by(link)], besideNi);
    expect(refused(near, by(asks("us")), besideNi)).toMatchObject({ rule: "applicant", section: "s6 to s17" });
    expect(refused(near, by(asks("other-force")), besideNi)).toBeUndefined();
  });
});
