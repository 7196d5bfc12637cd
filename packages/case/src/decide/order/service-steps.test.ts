import { describe, expect, test } from "vitest";
import {
  type Step,
  besideEw,
  confirmsService,
  frost,
  fullMade,
  go,
  hash,
  interimMade,
  lodgedOne,
  okell,
  parry,
  refused,
  serves,
} from "../../../../../fixtures/order-story.ts";
import type { Answer } from "../../event/shapes.ts";
import { evidenceOfAttempt, waitsForConfirmation } from "../../fold/order/service-attempts.ts";
import type { OrderState } from "../../fold/order-state.ts";
import { chronologyOf } from "../../order/chronology.ts";
import type { OrderBodyOf, OrderIntent } from "../../order-event.ts";

const at = (day: string, intent: OrderIntent, who = parry): Step => [day, who, intent];
const interim = go(lodgedOne(), [interimMade()]);
const served = (state: OrderState) => state.orders[0]?.served;
const lastAttempt = (state: OrderState): number => state.attempts.at(-1)?.number ?? 0;

test("s9(1): an attempt is service only when another person has confirmed it, and the earliest of two counts", () => {
  const missed = go(interim, [
    at(
      "2026-10-28",
      serves("interim", "2026-10-28", { outcome: "not-served", says: "Nobody opened.", notDone: "Nothing left at the door." }),
      frost,
    ),
  ]);
  const tried = go(missed, [at("2026-10-31", serves("interim", "2026-10-31"), frost)]);
  const third = lastAttempt(tried);
  expect(served(tried)).toBeNull();
  expect(tried.attempts.map(waitsForConfirmation)).toEqual([false, true]);
  const confirmed = go(tried, [at("2026-11-02", confirmsService(third))]);
  expect(served(confirmed)).toMatchObject({ day: "2026-10-31", number: third, confirmed: { understood: "not-known" } });
  expect(confirmed.orders[0]?.attempts).toHaveLength(2);
  const earlier = go(confirmed, [at("2026-11-03", serves("interim", "2026-10-30", { made: "PC 2207 Osei" }), "o-osei")]);
  expect(served(earlier)).toMatchObject({ day: "2026-10-31" });
  expect(served(go(earlier, [at("2026-11-03", confirmsService(lastAttempt(earlier)))]))).toMatchObject({ day: "2026-10-30" });
});

describe("nobody confirms a service of their own", () => {
  const tried = go(interim, [at("2026-10-31", serves("interim", "2026-10-31"), parry)]);
  const number = lastAttempt(tried);
  test("not who wrote it down, not who made it", () => {
    expect(refused(tried, at("2026-11-01", confirmsService(number)))).toMatchObject({ rule: "own-service" });
    const calls = { ...besideEw, calls: ["pc 2781  Adeline Frost", "2781"] };
    expect(refused(tried, at("2026-11-01", confirmsService(number), frost), calls)).toMatchObject({ rule: "own-service" });
    expect(refused(tried, at("2026-11-01", confirmsService(number), okell), { ...besideEw, calls: ["Supt Okell"] })).toBeUndefined();
  });
  test("of an officer who was chosen the ids are compared, whatever another is called", () => {
    const made = "PC 2781 Adeline Frost";
    const officers = { ...besideEw, officers: new Map([[frost, made]]) };
    const chosen = at("2026-10-31", serves("interim", "2026-10-31", { made, officer: frost }), parry);
    expect(refused(interim, chosen, officers)).toBeUndefined();
    const state = go(interim, [chosen], officers);
    expect(state.attempts[0]).toMatchObject({ made, officer: frost });
    const confirms = (who: string, calls: readonly string[]) =>
      refused(state, at("2026-11-01", confirmsService(lastAttempt(state)), who), { ...besideEw, calls })?.rule;
    expect([confirms(frost, []), confirms(parry, ["Sgt Parry"])]).toEqual(["own-service", "own-service"]);
    // Another of the same surname, and even of the same name, did not make it.
    expect([confirms("o-other", ["PC Frost"]), confirms("o-other", [made])]).toEqual([undefined, undefined]);
  });
  test("an officer of the desk is chosen and never typed, and nobody else is written under their id", () => {
    const beside = {
      ...besideEw,
      officers: new Map([
        [frost, "PC 2781 Adeline Frost"],
        ["o-ross", "Insp Bea Ross"],
      ]),
    };
    const rule = (more: object) => refused(interim, at("2026-10-31", serves("interim", "2026-10-31", more)), beside)?.rule;
    for (const made of ["PC 2781 Adeline Frost", "2781", "PC 2781 Frost", "pc 2781  ADELINE FROST", "Bea Ross", "Inspector Веа Ross"])
      expect([made, rule({ made })]).toEqual([made, "choose-officer"]);
    for (const made of [
      "Bram Tarn, Tarn Process Servers",
      "PC 2781 Neil Gow, Westmere",
      "The usher of the court",
      "Bea Ross, Tarn Process Servers",
      "Ross",
    ])
      expect([made, rule({ made })]).toEqual([made, undefined]);
    for (const made of ["Insp Bea Ross", "somebody"]) expect([made, rule({ made, officer: frost })]).toEqual([made, "no-officer"]);
    expect(rule({ made: "Insp Hale", officer: "o-hale" })).toBe("no-officer");
  });
  test.each([
    ...[
      "Insp Bea Ross",
      "INSP  BEA ROSS",
      "Bea Ross",
      "Inspector Bea Ross",
      "Insp. Bea Ross",
      "Insp Вea Ross",
      "B. Ross",
      "Ross, Bea",
      "Insp Ross",
    ],
    ...["Det. Insp. Beatrice Ross", "PC 2781 Adeline Frost and Insp Ross", "Ｂｅａ Ｒｏｓｓ", "Bea\u200b Ross", "Ross"],
  ])("nor whoever can be meant by the name typed: %s", (name) => {
    const typed = go(interim, [at("2026-10-31", serves("interim", "2026-10-31", { made: name }), parry)]);
    const confirms = (calls: readonly string[]) =>
      refused(typed, at("2026-11-01", confirmsService(lastAttempt(typed)), "o-ross"), { ...besideEw, calls });
    expect(confirms(["Insp Bea Ross"])).toMatchObject({ rule: "own-service" });
    expect(confirms(["Insp Marian Okell"])).toBeUndefined();
  });
  test("an officer of the same surname with another first name or number can", () => {
    for (const [name, calls] of [
      ["PC Neil Ross", "Insp Bea Ross"],
      ["PC 2781 Ross", "Insp 4410 Bea Ross"],
      ["PC 2781 Adeline Frost", "Insp Bea Ross"],
    ] as const) {
      const typed = go(interim, [at("2026-10-31", serves("interim", "2026-10-31", { made: name }), parry)]);
      const confirms = at("2026-11-01", confirmsService(lastAttempt(typed)), "o-ross");
      expect([name, refused(typed, confirms, { ...besideEw, calls: [calls] })]).toEqual([name, undefined]);
    }
  });
  test("nor whoever does not say that they did not serve it", () => {
    const other = go(interim, [at("2026-10-31", serves("interim", "2026-10-31"), frost)]);
    const confirms = confirmsService(lastAttempt(other));
    if (confirms.kind !== "service-confirmed") throw new Error("another kind");
    const { servedIt, ...unasked } = confirms.body;
    expect(servedIt).toBe("no");
    expect(refused(other, at("2026-11-01", { ...confirms, body: { ...unasked, servedIt: "yes" } }))).toMatchObject({ rule: "own-service" });
    for (const body of [unasked, { ...unasked, servedIt: "not-known" as const }])
      expect(refused(other, at("2026-11-01", { ...confirms, body }))).toMatchObject({ rule: "asked-who-served" });
  });
  test("what is sent back goes to somebody else than its writer, and does not count until it is confirmed again", () => {
    const back: OrderIntent = { kind: "service-sent-back", body: { attempt: number, reason: "Which copy was given is not said." } };
    expect(refused(tried, at("2026-11-01", back))).toMatchObject({ rule: "own-service", allows: ["service-withdrawn"] });
    const state = go(tried, [at("2026-11-01", back, okell)]);
    expect(state.attempts.map(waitsForConfirmation)).toEqual([false]);
    expect(served(go(state, [at("2026-11-02", confirmsService(number), okell)]))).toMatchObject({ number });
  });
});

test.each(["rightPerson", "rightOrder", "given"] as const)("a service of which %s is not answered with yes is not confirmed", (asked) => {
  const tried = go(interim, [at("2026-10-31", serves("interim", "2026-10-31"), frost)]);
  const body = {
    attempt: lastAttempt(tried),
    rightPerson: "yes",
    rightOrder: "yes",
    given: "yes",
    understood: "no",
    servedIt: "no",
    says: "Seen.",
  } as const;
  for (const answer of ["no", "not-known"] as const satisfies readonly Answer[])
    expect(refused(tried, at("2026-11-01", { kind: "service-confirmed", body: { ...body, [asked]: answer } }))).toMatchObject({
      rule: "not-shown",
      allows: ["service-sent-back"],
    });
  // That it was not understood stops nothing: it waits for the excuse.
  expect(refused(tried, at("2026-11-01", { kind: "service-confirmed", body }))).toBeUndefined();
});

test("withdrawn with a reason it stays, struck, and the order is not served; a second service stands in", () => {
  const both = go(interim, [
    at("2026-10-31", serves("interim", "2026-10-31"), frost),
    at("2026-11-01", serves("interim", "2026-11-01"), frost),
  ]);
  const [first, second] = both.attempts.map(({ number }) => number);
  if (first === undefined || second === undefined) throw new Error("two attempts");
  const confirmed = go(both, [at("2026-11-02", confirmsService(first)), at("2026-11-02", confirmsService(second))]);
  expect(served(confirmed)?.number).toBe(first);
  const withdraws: OrderIntent = { kind: "service-withdrawn", body: { attempt: first, reason: "It was his brother." } };
  const struck = go(confirmed, [at("2026-11-03", withdraws)]);
  expect(served(struck)?.number).toBe(second);
  expect(struck.attempts[0]).toMatchObject({ withdrawn: { reason: "It was his brother." } });
  expect(refused(struck, at("2026-11-04", withdraws))).toMatchObject({ rule: "withdrawn" });
  expect(refused(struck, at("2026-11-04", confirmsService(first), okell))).toMatchObject({ rule: "withdrawn" });
});

test("a dispute is kept with its day and words, shown beside the service, and changes nothing by itself", () => {
  const tried = go(interim, [at("2026-10-31", serves("interim", "2026-10-31"), frost)]);
  const number = lastAttempt(tried);
  const disputed = go(tried, [
    at("2026-11-01", confirmsService(number)),
    at("2026-11-03", { kind: "service-disputed", body: { attempt: number, says: "Nobody came.", day: "2026-11-03" } }),
  ]);
  expect(disputed.orders[0]).toMatchObject({ served: { number }, disputed: [{ says: "Nobody came." }] });
  const entry = disputed.number;
  const over = go(disputed, [at("2026-11-04", { kind: "entry-withdrawn", body: { entry, reason: "He says now that they did." } })]);
  expect(over.orders[0]?.disputed).toEqual([]);
  expect(refused(over, at("2026-11-04", { kind: "entry-withdrawn", body: { entry, reason: "Again." } }))).toMatchObject({
    rule: "withdrawn",
  });
});

describe("what shows a service and comes a day later", () => {
  const tried = go(interim, [at("2026-10-31", serves("interim", "2026-10-31"), frost)]);
  const attempt = lastAttempt(tried);
  const photograph = { attempt, exhibit: "SPO-26-025/P4", says: "Photograph of the signed copy", knowing: "record" } as const;
  const adds = (more: Partial<OrderBodyOf<"service-evidence">> = {}): OrderIntent => ({
    kind: "service-evidence",
    body: { ...photograph, sha256: hash, ...more },
  });

  test("s9(1): stands with its attempt under its own day and writer, and neither makes a service nor takes one away", () => {
    const added = go(tried, [at("2026-11-01", adds(), frost)]);
    expect(added.attempts[0]).toMatchObject({ evidenceSince: [{ exhibit: "SPO-26-025/P4", by: frost, sha256: hash }] });
    expect(added.attempts[0] && evidenceOfAttempt(added.attempts[0]).map(({ exhibit }) => exhibit)).toEqual(["AF/3", "SPO-26-025/P4"]);
    expect(served(added)).toBeNull();
    const confirmed = go(added, [at("2026-11-02", confirmsService(attempt))]);
    expect(served(confirmed)?.number).toBe(attempt);
    const statement: OrderIntent = { kind: "service-evidence", body: { ...photograph, exhibit: "SO/7", says: "A neighbour’s statement" } };
    const later = go(confirmed, [at("2026-11-03", statement, frost)]);
    expect(served(later)).toMatchObject({ number: attempt, day: "2026-10-31" });
    expect(chronologyOf([], [], [later]).flatMap(({ exhibits }) => exhibits)).toEqual(
      expect.arrayContaining(["AF/3", "SPO-26-025/P4", "SO/7"]),
    );
  });

  test("is refused for an attempt that is not there or is withdrawn, and where the attempt names it already", () => {
    expect(refused(tried, at("2026-11-01", adds({ attempt: attempt + 9 })))).toMatchObject({ rule: "no-attempt" });
    expect(refused(tried, at("2026-11-01", adds({ exhibit: "AF/3" })))).toMatchObject({ rule: "evidence-there" });
    const added = go(tried, [at("2026-11-01", adds())]);
    expect(refused(added, at("2026-11-01", adds({ exhibit: "SPO-26-025/P9" })))).toMatchObject({ rule: "evidence-there" });
    const over = go(tried, [at("2026-11-01", { kind: "service-withdrawn", body: { attempt, reason: "It was his brother." } })]);
    expect(refused(over, at("2026-11-01", adds()))).toMatchObject({ rule: "withdrawn" });
  });

  test("named by mistake it is withdrawn, stays readable, counts for nothing, and can be named again", () => {
    const added = go(tried, [at("2026-11-01", adds())]);
    const taken = go(added, [at("2026-11-02", { kind: "entry-withdrawn", body: { entry: added.number, reason: "Of another order." } })]);
    expect(taken.attempts[0]).toMatchObject({ evidenceSince: [{ withdrawn: { reason: "Of another order." } }] });
    expect(taken.attempts[0] && evidenceOfAttempt(taken.attempts[0])).toHaveLength(1);
    expect(refused(taken, at("2026-11-02", adds()))).toBeUndefined();
  });
});

test("s8: who knew without service is written down, and serves nothing", () => {
  const knew: OrderIntent = {
    kind: "knew-without-service",
    body: { order: "interim", day: "2026-10-27", ground: { says: "He was in court.", knowing: "record" } },
  };
  expect(go(interim, [at("2026-10-28", knew)]).orders[0]).toMatchObject({ served: null, knew: [{ day: "2026-10-27" }] });
});

test("before there is an order, before it was made, or after now, nothing was served", () => {
  expect(refused(lodgedOne(), at("2026-10-28", serves("interim", "2026-10-28")))).toMatchObject({ rule: "no-order" });
  expect(refused(interim, at("2026-10-28", serves("full", "2026-10-28")))).toMatchObject({ rule: "no-order" });
  expect(refused(interim, at("2026-10-28", serves("interim", "2026-10-26")))).toMatchObject({ rule: "before-order" });
  expect(refused(interim, at("2026-10-28", serves("interim", "2026-10-29")))).toMatchObject({ rule: "not-yet" });
  expect(refused(interim, at("2026-10-28", serves("interim", "2026-10-28", { evidence: [] })))).toMatchObject({ rule: "no-evidence" });
  expect(refused(interim, at("2026-10-28", serves("interim", "2026-10-28", { at: "23:59" })))).toMatchObject({ rule: "not-yet" });
});

test("a service on a day before the order as it was corrected serves nothing any more", () => {
  const tried = go(interim, [at("2026-10-31", serves("interim", "2026-10-31"), frost)]);
  const confirmed = go(tried, [at("2026-11-02", confirmsService(lastAttempt(tried)))]);
  const [made] = confirmed.results;
  if (!made) throw new Error("no result");
  const mended = go(confirmed, [
    at("2026-11-03", {
      kind: "result-corrected",
      body: { result: made.number, right: { ...made.said, day: "2026-11-01" }, reason: "The stamp." },
    }),
  ]);
  expect(mended.orders[0]).toMatchObject({ made: "2026-11-01", served: null });
  expect(mended.orders[0]?.attempts).toHaveLength(1);
});

test("service of the interim order serves no full order", () => {
  const tried = go(interim, [at("2026-10-31", serves("interim", "2026-10-31"), frost), at("2026-12-01", fullMade()[2])]);
  const state = go(tried, [at("2026-12-02", confirmsService(lastAttempt(tried)), okell)]);
  expect(state.orders.map(({ which, served: one }) => [which, one !== null])).toEqual([
    ["interim", true],
    ["full", false],
  ]);
});
