import { describe, expect, test } from "vitest";
import {
  authorises,
  begun,
  besideEw,
  besideNi,
  condition,
  criterion,
  decided,
  draftSteps,
  drafted,
  ew,
  fullMade,
  go,
  hash,
  interim,
  interimMade,
  lodgedOne,
  link,
  lodgingSteps,
  never,
  noon,
  commandOf,
  lodges,
  nothing,
  okell,
  parry,
  period,
  protects,
  readIt,
  refused,
  result,
  sent,
  subject,
  writes,
  written,
  type Step,
} from "../../../../../fixtures/order-story.ts";
import type { OrderBodyOf, OrderIntent } from "../../order-event.ts";
import { subjectSinceCourt } from "../../fold/order/application.ts";
import { type OrderState, applyToOrder } from "../../fold/order-state.ts";
import { decideOrder } from "../decide-order.ts";
import { draftLacks } from "./draft-lacks.ts";

const on = "2026-10-15";
const by = (intent: OrderIntent, who = parry, day = on): Step => [day, who, intent];
const without = (...kinds: readonly OrderIntent["kind"][]) =>
  go(
    nothing(),
    draftSteps.filter(([, , { kind }]) => !kinds.includes(kind)),
  );

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

test.each(["a", "b", "c"] as const)("s1(1)(%s): a criterion that is not written, or that nothing carries, cannot be sent on", (one) => {
  const lacks = go(
    nothing(),
    draftSteps.filter(([, , { kind, body }]) => !(kind === "criterion-written" && body.criterion === one)),
  );
  expect(refused(lacks, by(sent))).toMatchObject({ rule: "criterion", section: `s1(1)(${one})`, allows: ["criterion-written"] });
  const bare = go(lacks, [
    by({ kind: "criterion-written", body: { criterion: one, carries: [], against: "Nothing is known." } }, parry, "2026-10-09"),
  ]);
  expect(refused(bare, by(sent))).toMatchObject({ section: `s1(1)(${one})`, says: `Nothing carries criterion (${one}).` });
});

test.each(["a", "b", "c"] as const)("s1(1)(%s): nobody authorises who has not read this criterion", (one) => {
  const others = (["a", "b", "c"] as const).filter((other) => other !== one);
  const state = go(drafted(), [by(sent), ...others.map((other) => by(readIt(other), okell))]);
  expect(refused(state, by(authorises, okell))).toMatchObject({
    rule: "criterion-unread",
    section: `s1(1)(${one})`,
    allows: ["criterion-read"],
  });
  // What a third person read does not count for the one who authorises.
  const third = go(state, [by(readIt(one), "o-rana")]);
  expect(refused(third, by(authorises, okell))).toMatchObject({ rule: "criterion-unread" });
  expect(refused(go(state, [by(readIt(one), okell)]), by(authorises, okell))).toBeUndefined();
});

test("a draft that was returned and sent again is read anew", () => {
  const back: OrderIntent = { kind: "draft-returned", body: { reason: "Says why it would help, not why it is needed." } };
  const read = (["a", "b", "c"] as const).map((one) => by(readIt(one), okell));
  const state = go(drafted(), [
    by(sent),
    ...read,
    by(back, okell),
    by(writes(condition(1, { necessity: "The mail of 5 August went to her employer." }))),
    by(sent),
  ]);
  expect(refused(state, by(authorises, okell))).toMatchObject({ rule: "criterion-unread" });
  expect(state.draft.conditions[0]).toMatchObject({
    necessity: "The mail of 5 August went to her employer.",
    before: [{ necessity: "He wrote again two days after he was warned." }],
  });
  expect(state.application.course.map(({ stage }) => stage)).toEqual(["considering", "draft", "to-second", "returned", "to-second"]);
});

test("nobody reads, returns or authorises what they had a hand in writing", () => {
  const state = go(drafted(), [by(protects("p-mother", "Farah Khan", false), okell), by(sent)]);
  const returns: OrderIntent = { kind: "draft-returned", body: { reason: "Not yet." } };
  for (const who of [parry, okell])
    for (const intent of [readIt("a"), returns, authorises])
      expect(refused(state, by(intent, who)), who).toMatchObject({ rule: "own-draft" });
  expect(refused(state, by(readIt("a"), "o-rana"))).toBeUndefined();
});

test("s1(1): somebody is protected, several can be, and none needs to be the one at whom the acts were aimed", () => {
  const nobody = without("protected-named");
  expect(refused(nobody, by(sent))).toMatchObject({ rule: "protected", section: "s1(1)", allows: ["protected-named"] });
  const mothers = go(nobody, [by(protects("p-mother", "Farah Khan", false)), by(protects("p-son", "Sami Khan", false))]);
  expect(refused(mothers, by(sent))).toBeUndefined();
  expect(refused(nobody, by(protects("p-slade", "Gary Slade")))).toMatchObject({
    rule: "protected",
    section: "s1(1)",
  });
});

test("whose mailbox a protected person has is that of a report in the case of the order, and of no other", () => {
  const named = (report?: string): OrderIntent => ({
    kind: "protected-named",
    body: { person: "p-mother", name: "Farah Khan", victim: false, ...(report !== undefined && { report }) },
  });
  const inCase = { ...besideEw, reports: ["R-2180", "R-2183"] };
  for (const report of ["R-2181", "R-218"]) expect(refused(drafted(), by(named(report)), inCase)?.rule).toBe("not-of-case");
  expect(refused(drafted(), by(named("R-2183")), inCase)).toBeUndefined();
  expect(refused(drafted(), by(named("R-2183")))?.rule).toBe("not-of-case");
  expect(refused(drafted(), by(named()))).toBeUndefined();
});

test("s1(2): an order prohibits or requires something, and the two are not one", () => {
  expect(refused(without("condition-written"), by(sent))).toMatchObject({ rule: "conditions", section: "s1(2)" });
  expect(refused(drafted(), by(writes(condition(2, { kind: "requirement/programme" }))))).toMatchObject({
    rule: "kinds",
    section: "s1(2)",
  });
  expect(refused(drafted(), by(writes(condition(2, { type: "requirement", kind: "requirement/programme" }))))).toBeUndefined();
});

test("s2(2): a condition without its necessity cannot be sent on, and it is said which", () => {
  const bare = { ...condition(2) };
  const { necessity: _, ...unneeded } = bare;
  const state = go(drafted(), [by(writes(unneeded))]);
  expect(refused(state, by(sent))).toMatchObject({
    rule: "necessary",
    section: "s2(2)",
    says: expect.stringContaining("Condition 2"),
    allows: ["condition-written"],
  });
  // It was written again without one: what it was stays beside it, and does not stand for it.
  expect(refused(go(drafted(), [by(writes({ ...unneeded, condition: 1 }))]), by(sent))).toMatchObject({ rule: "necessary" });
});

test.each(["religion", "work", "education"] as const)("s2(3): whether a condition meets %s is asked before it is sent on", (one) => {
  const state = go(
    nothing(),
    draftSteps.filter(([, , { kind, body }]) => !(kind === "prompt-answered" && body.prompt === one)),
  );
  expect(refused(state, by(sent))).toMatchObject({ rule: "belief-and-work", section: "s2(3)", allows: ["prompt-answered"] });
});

test.each([
  ["2026-12-01", "2028-11-30", "2028-11-29"],
  ["2028-02-29", "2030-02-28", "2030-02-27"],
  ["2027-02-28", "2029-02-27", "2029-02-26"],
  ["2028-03-01", "2030-02-28", "2030-02-27"],
])("s3(2): made on %s a fixed period ends on %s at the earliest, and %s is refused", (made, first, short) => {
  expect(refused(drafted(), by(period(short, made)))).toMatchObject({
    rule: "least-period",
    section: "s3(2)",
    says: expect.stringContaining(first),
  });
  expect(refused(drafted(), by(period(first, made)))).toBeUndefined();
});

test("s3(1): how long it is to run is written, a last day or until a further order", () => {
  const state = without("period-proposed");
  expect(refused(state, by(sent))).toMatchObject({ rule: "period", section: "s3(1)", allows: ["period-proposed"] });
  expect(refused(go(state, [by(period(null))]), by(sent))).toBeUndefined();
});

test("s3(3): a condition’s own period can be shorter: it is warned of elsewhere and stops nothing", () => {
  const state = go(drafted(), [by(writes(condition(2, { own: { until: "2027-06-30" } })))]);
  expect(refused(state, by(sent))).toBeUndefined();
});

test("s9 of Northern Ireland: there the least period binds each condition", () => {
  const own = writes(condition(2, { own: { until: "2027-06-30" } }));
  expect(refused(drafted(), by(own), besideNi)).toMatchObject({ rule: "least-period", section: "s9" });
  expect(refused(drafted(), by(writes(condition(2, { own: { until: "2028-11-30" } }))), besideNi)).toBeUndefined();
});

const theirCondition = (says: string, more = {}) => condition(1, { type: "requirement", says, ...more });
const typed = (...conditions: readonly ReturnType<typeof condition>[]) =>
  go({ ...nothing(), order: "SPO-26-019" }, [
    by({
      kind: "order-typed",
      body: {
        jurisdiction: "EW",
        theirs: "WM-26-004",
        force: "Westmere Police",
        court: "Westmere",
        subject,
        order: "full",
        made: "2025-06-03",
        period: { until: null },
        conditions,
        protects: ["Orla Quinn"],
      },
    }),
  ]);

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

test("s5: an interim order is asked for with a last day", () => {
  expect(refused(drafted(), by(interim()))).toMatchObject({ rule: "interim-period", section: "s5", allows: ["interim-wanted"] });
  expect(refused(drafted(), by(interim("2026-12-15")))).toBeUndefined();
  expect(refused(drafted(), by(interim(undefined, false)))).toBeUndefined();
});

test("s5: it can be asked for later, while the main application is not determined", () => {
  expect(refused(lodgedOne(), by(interim("2026-12-15"), parry, "2026-10-20"))).toBeUndefined();
  for (const step of [fullMade(), by(result({ result: "refused", day: "2026-12-01" }), parry, "2026-12-01")]) {
    const state = go(lodgedOne(), [step]);
    expect(refused(state, by(interim("2027-01-15"), parry, "2026-12-02"))).toMatchObject({ rule: "interim-when", section: "s5" });
  }
  const gone = go(lodgedOne(), [by({ kind: "withdrawn", body: { day: "2026-10-20", reason: "He is in custody." } }, parry, "2026-10-20")]);
  expect(refused(gone, by(interim("2026-12-15"), parry, "2026-10-21"))).toMatchObject({ rule: "interim-when", section: "s5" });
});

test("s5: a second interim order beside one that lives is not asked for; when it has ended, one can be", () => {
  const state = go(lodgedOne(), [interimMade("2026-10-27", "2026-11-15")]);
  expect(refused(state, by(interim("2026-12-31"), parry, "2026-11-15"))).toMatchObject({ rule: "interim-when", section: "s5" });
  expect(refused(state, by(interim("2026-12-31"), parry, "2026-11-16"))).toBeUndefined();
});

test("s5: the same chief officer asks for both", () => {
  const theirs = typed(condition(1));
  expect(refused(theirs, by(interim("2026-12-15")))).toMatchObject({
    rule: "interim-when",
    section: "s5",
    says: expect.stringContaining("Westmere Police"),
  });
  const hand = { to: "Southmere Police", day: "2026-10-18", told: "Sgt Hall", reason: "He lives there." };
  const moved = written(
    ...draftSteps,
    ...lodgingSteps,
    by({ kind: "transferred", body: { ...hand, taken: "DC Lowe" } }, parry, "2026-10-18"),
  );
  expect(refused(moved, by(interim("2026-12-15"), parry, "2026-10-20"))).toMatchObject({ rule: "interim-when", section: "s5" });
});

test("an order is abandoned before it is lodged, at any step, and with a reason the case reads", () => {
  const stops: OrderIntent = { kind: "not-pursued", body: { reason: "She has moved abroad and asks that it is not." } };
  const stages = [go(nothing(), [by(begun)]), drafted(), go(drafted(), [by(sent)])];
  for (const state of stages) {
    const outcome = decided(state, by(stops));
    expect(outcome).toMatchObject({
      done: true,
      also: [{ stream: { of: "case", id: "0418" }, intent: { kind: "order-considered", body: { answer: "not-pursued" } } }],
    });
    expect(go(state, [by(stops)]).application.stage).toBe("not-pursued");
  }
  expect(refused(lodgedOne(), by(stops, parry, "2026-10-17"))).toMatchObject({
    rule: "not-at-this-stage",
    allows: ["court-result", "withdrawn"],
  });
});

test("what a second person has is changed only when it is taken back, and by who wrote it", () => {
  const state = go(drafted(), [by(sent)]);
  expect(refused(state, by(criterion("a")))).toMatchObject({ rule: "text-fixed", allows: ["taken-back", "draft-returned"] });
  const back: OrderIntent = { kind: "taken-back", body: {} };
  expect(refused(state, by(back, okell))).toMatchObject({ rule: "not-yours" });
  expect(go(state, [by(back)]).application.stage).toBe("draft");
  expect(refused(lodgedOne(), by(criterion("a"), parry, "2026-10-17"))).toMatchObject({ rule: "text-fixed" });
});

test("what a second person has is not turned against somebody else: another name or birth waits until the draft is open", () => {
  const changes = (to: Partial<OrderBodyOf<"subject-changed">["subject"]>): OrderIntent => ({
    kind: "subject-changed",
    body: { subject: { ...subject, ...to }, reason: "typed wrongly" },
  });
  const withSecond = go(drafted(), [by(sent)]);
  const read = (["a", "b", "c"] as const).map((one) => by(readIt(one), okell));
  for (const state of [withSecond, go(withSecond, [...read, by(authorises, okell)])]) {
    for (const other of [
      changes({ name: "Piers Otherman" }),
      changes({ born: { says: "passport", knowing: "record", day: "2011-05-05" } }),
      changes({ person: "p-other" }),
      changes({ otherNames: ["Piers Otherman"] }),
    ])
      expect(refused(state, by(other))).toMatchObject({ rule: "text-fixed", allows: ["taken-back", "draft-returned"] });
    expect(refused(state, by(changes({ home: { says: "3 Weir Lane", knowing: "record" } })))).toBeUndefined();
    const open = go(state, [by({ kind: "taken-back", body: {} }), by(changes({ name: "Piers Otherman" }))]);
    expect(open.application).toMatchObject({ stage: "draft", authorisedBy: null });
    expect(refused(open, by(lodges("2026-10-15")))).toMatchObject({ rule: "not-at-this-stage" });
  }
});

describe("another name or birth after the lodging", () => {
  const changes = (to: Partial<OrderBodyOf<"subject-changed">["subject"]>): OrderIntent => ({
    kind: "subject-changed",
    body: { subject: { ...subject, ...to }, reason: "passport" },
  });
  const reads = (changed: number, agrees = true, says?: string): OrderIntent => ({
    kind: "subject-read",
    body: { changed, agrees, ...(says !== undefined && { says }) },
  });
  const home = { says: "3 Weir Lane", knowing: "record" } as const;
  const moved = (): OrderState => go(lodgedOne(), [by(changes({ home }), parry, "2026-10-17")]);
  const named = (): OrderState => go(moved(), [by(changes({ home, name: "Gareth Slade" }), parry, "2026-10-18")]);
  const third = "o-rana";

  test("is written, and it stays said that the court had another and nobody read it; another home is no other person", () => {
    expect(subjectSinceCourt(moved())).toBeUndefined();
    expect(named().subject.name).toBe("Gareth Slade");
    expect(subjectSinceCourt(named())).toEqual({ was: { ...subject }, changed: named().number, writers: [parry] });
    expect(named().application.stage).toBe("lodged");
  });
  test("is read by somebody who wrote none of it since, once, and what is not agreed with says why", () => {
    const { number } = named();
    expect(refused(named(), by(reads(number), parry, "2026-10-19"))?.rule).toBe("own-subject");
    expect(refused(named(), by(reads(number - 1), okell, "2026-10-19"))?.rule).toBe("nothing-to-read");
    expect(refused(moved(), by(reads(moved().number), okell, "2026-10-19"))?.rule).toBe("nothing-to-read");
    expect(refused(named(), by(reads(number, false), okell, "2026-10-19"))?.rule).toBe("says-why");
    const read = go(named(), [by(reads(number), okell, "2026-10-19")]);
    expect(subjectSinceCourt(read)).toMatchObject({ read: { by: okell, agrees: true } });
    expect(refused(read, by(reads(number), third, "2026-10-19"))?.rule).toBe("read-already");
  });
  test("that is written again after it was read waits anew, for somebody who wrote neither; written back as the court had it, it waits for nobody", () => {
    const { number } = named();
    const read = go(named(), [by(reads(number, false, "It is his brother."), okell, "2026-10-19")]);
    const again = go(read, [by(changes({ home, name: "Garry Slade" }), third, "2026-10-20")]);
    const since = subjectSinceCourt(again);
    expect(since).toMatchObject({ changed: again.number, writers: [parry, third] });
    expect(since).not.toHaveProperty("read");
    for (const who of [parry, third]) expect(refused(again, by(reads(again.number), who, "2026-10-21"))?.rule).toBe("own-subject");
    expect(refused(again, by(reads(again.number), okell, "2026-10-21"))).toBeUndefined();
    expect(subjectSinceCourt(go(again, [by(changes({ home }), parry, "2026-10-22")]))).toBeUndefined();
  });
});

test("s1(1): nothing is lodged that was not authorised, and nothing before the day of it", () => {
  expect(refused(go(drafted(), [by(sent)]), by(lodges("2026-10-15")))).toMatchObject({ rule: "not-at-this-stage" });
  const state = go(drafted(), [by(sent), ...(["a", "b", "c"] as const).map((one) => by(readIt(one), okell)), by(authorises, okell)]);
  expect(refused(state, by(lodges("2026-10-14")))).toMatchObject({ rule: "before-authorised" });
  expect(refused(state, by(lodges("2026-10-16")))).toMatchObject({ rule: "not-yet" });
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

test("a number that a removed condition had is not used again", () => {
  const state = go(drafted(), [
    by(writes(condition(2))),
    by({ kind: "condition-removed", body: { condition: 2, reason: "Condition 1 says it." } }),
  ]);
  expect(refused(state, by(writes(condition(2))))).toMatchObject({ rule: "number-used", says: expect.stringContaining("3") });
});

test("a beginning with a case says there that an order is considered, and the machine begins none", () => {
  expect(decided(nothing(), by(begun))).toMatchObject({ done: true, also: [{ intent: { body: { answer: "draft" } } }] });
  expect(refused(nothing(), by(begun, "desk"))).toMatchObject({ rule: "a-person-decides" });
  expect(refused(nothing(), by(criterion("a")))).toMatchObject({ rule: "not-begun", allows: ["application-begun", "order-typed"] });
  expect(refused(drafted(), by(begun))).toMatchObject({ rule: "begun" });
});

test("who saves second is shown what came since, and loses nothing", () => {
  const state = go(nothing(), [by(begun), by(criterion("a"), okell)]);
  const saves = { ...commandOf(state, by(criterion("b"))), saw: 1 };
  expect(decideOrder(saves, state, besideEw, noon(on))).toMatchObject({
    done: false,
    changed: [{ number: 2, kind: "criterion-written", by: okell }],
  });
  expect(decideOrder({ ...saves, by: okell }, state, besideEw, noon(on))).toMatchObject({ done: true });
});

test("a key that is pressed twice makes the papers for a court once, and holds up nothing else of the same officer", () => {
  const made: OrderIntent = { kind: "bundle-made", body: { pdf: hash, template: "as shipped" } };
  const state = go(drafted(), [by(made)]);
  const press = (intent: OrderIntent, saw: number) => decideOrder({ ...commandOf(state, by(intent)), saw }, state, besideEw, noon(on));
  expect(press(made, state.number - 1)).toMatchObject({ done: false, changed: [{ kind: "bundle-made", by: parry }] });
  expect(press(made, state.number)).toMatchObject({ done: true });
  expect(press(criterion("b"), state.number - 1)).toMatchObject({ done: true });
});

test("a reminder that the machine gave in between holds up nobody, and what a person wrote beside it does", () => {
  const begunOnly = go(nothing(), [by(begun)]);
  const reminder = { kind: "reminder-given", body: { about: "o-1", due: "2026-12-31", setting: "30 days before" } } as const;
  const head = { stream: { of: "order", id: begunOnly.order }, number: 2, by: "desk", happened: noon(on), recorded: noon(on) } as const;
  const reminded = applyToOrder(begunOnly, { ...head, ...reminder }, () => besideEw.law);
  expect(reminded.number).toBe(2);
  const saves = { ...commandOf(reminded, by(criterion("b"))), saw: 1 };
  expect(decideOrder(saves, reminded, besideEw, noon(on))).toMatchObject({ done: true, events: [{ number: 3 }] });
  const beside = go(reminded, [by(criterion("a"), okell)]);
  expect(decideOrder(saves, beside, besideEw, noon(on))).toMatchObject({ done: false, changed: [{ number: 3, by: okell }] });
});
