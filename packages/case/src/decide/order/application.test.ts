import { describe, expect, test } from "vitest";
import { on, by, typed } from "../../../../../fixtures/order-draft-steps.ts";
import {
  authorises,
  begun,
  besideEw,
  condition,
  criterion,
  decided,
  draftSteps,
  drafted,
  fullMade,
  go,
  hash,
  interim,
  interimMade,
  lodgedOne,
  lodgingSteps,
  noon,
  commandOf,
  lodges,
  nothing,
  okell,
  parry,
  protects,
  readIt,
  refused,
  result,
  sent,
  subject,
  writes,
  written,
} from "../../../../../fixtures/order-story.ts";
import { type OrderState, applyToOrder } from "../../fold/order-state.ts";
import { subjectSinceCourt } from "../../fold/order/application.ts";
import type { OrderBodyOf, OrderIntent } from "../../order-event.ts";
import { decideOrder } from "../decide-order.ts";

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

test("who only sends a draft on wrote none of it, and authorises it no more than who wrote it", () => {
  const state = go(drafted(), [by(sent, okell)]);
  const { wrote, writers } = state.application;
  expect([wrote.includes(parry), wrote.includes(okell), writers.includes(okell)]).toEqual([true, false, true]);
  expect(refused(state, by(readIt("a"), okell))).toMatchObject({ rule: "own-draft", says: expect.stringMatching(/^You sent it/) });
  expect(refused(state, by(readIt("a")))).toMatchObject({ rule: "own-draft", says: expect.stringMatching(/^You wrote a part/) });
  // Who writes in it after it came back wrote a part of it from then on.
  const again = go(state, [
    by({ kind: "draft-returned", body: { reason: "Not yet." } }, "o-rana"),
    by(protects("p-mother", "Farah Khan", false), okell),
  ]);
  expect(again.application.wrote).toContain(okell);
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
