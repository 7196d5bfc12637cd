import { expect, test } from "vitest";
import { parseInstant } from "@unmask/core";
import { whyNotDecided } from "./decide-retention.ts";
import { type ErasedLine, erasedLineToJson, parseErasedLine } from "./erased-line.ts";
import { type RetentionEvent, type RetentionIntent, parseRetentionEvent, retentionEventToJson } from "./retention-event.ts";
import { foldRetention } from "./retention-state.ts";
import { type RetentionFacts, reviewOf, whyItStays } from "./review.ts";
import { reviewDay, ruleOn } from "./schedule.ts";

const at = parseInstant(Date.UTC(2027, 0, 4, 9, 25)) ?? never();
const subject = { of: "case", id: "0197" } as const;
const ended: RetentionFacts = { class: "closed-no-order", end: "2026-01-09", otherCases: [], courtDays: [], liveOrders: [], within: [] };
const today = "2027-01-12";

function never(): never {
  throw new Error("a time of our calendar");
}

function written(...intents: readonly RetentionIntent[]): readonly RetentionEvent[] {
  return intents.map((intent, place) => ({ ...intent, subject, number: place + 1, at, by: place % 2 === 0 ? "abara" : "wren" }));
}

const asked = (question: "court" | "another-person" | "own-wish", answer: "yes" | "no" = "no"): RetentionIntent => ({
  kind: "asked",
  body: { question, answer, says: "asked by telephone" },
});
const allAsked = [asked("court"), asked("another-person"), asked("own-wish")];
const proposal: RetentionIntent = { kind: "erase-proposed", body: { reason: "No order, no link.", asked: false } };

function refused(intent: RetentionIntent, by: string, before: readonly RetentionIntent[], facts = ended): string | undefined {
  const state = foldRetention(written(...before));
  return whyNotDecided(intent, { state, review: reviewOf(facts, state, { rules: [], today }), by, today })?.rule;
}

test("a review falls on the same day of the month, or on the last of a shorter one, also of a leap year", () => {
  expect([reviewDay("2026-01-09", 12), reviewDay("2026-01-31", 1), reviewDay("2027-12-31", 2), reviewDay("2024-02-29", 12)]).toEqual([
    "2027-01-09",
    "2026-02-28",
    "2028-02-29",
    "2025-02-28",
  ]);
});

test("a row of the schedule takes the place of another from its own day on, and what nobody set says that it is a placeholder", () => {
  const row = {
    class: "never-a-case",
    months: 6,
    from: "2027-02-01",
    says: "Northshire 2",
    by: "the officer for data protection",
  } as const;
  expect(ruleOn([row], "never-a-case", "2027-01-31").says).toContain("placeholder");
  expect(ruleOn([row, { ...row, months: 7 }], "never-a-case", "2027-02-01").months).toBe(7);
  expect(ruleOn([row], "order-ended", "2027-02-01").says).toContain("placeholder");
});

test("one question that was not asked stops it, and so does a yes, a hold, a day that has not come, a case that is open", () => {
  expect(refused(proposal, "abara", allAsked)).toBeUndefined();
  for (const left of allAsked)
    expect(
      refused(
        proposal,
        "abara",
        allAsked.filter((one) => one !== left),
      ),
    ).toBe("cannot-go");
  expect(refused(proposal, "abara", [...allAsked, asked("own-wish", "yes")])).toBe("cannot-go");
  expect(refused(proposal, "abara", [...allAsked, { kind: "held", body: { reason: "link K-9", until: today } }])).toBe("cannot-go");
  for (const facts of [
    { end: null },
    { end: "2026-01-13" },
    { otherCases: ["R-3"] },
    { courtDays: ["2027-03-08"] },
    { liveOrders: ["SPO-26-025"] },
  ])
    expect(refused(proposal, "abara", allAsked, { ...ended, ...facts })).toBe("cannot-go");
});

test("who asks that it be erased need not wait for the review; an open case stays all the same", () => {
  const hers: RetentionIntent = { kind: "erase-proposed", body: { reason: "her request", asked: true } };
  expect(refused(hers, "abara", allAsked, { ...ended, end: "2027-01-11" })).toBeUndefined();
  expect(refused(hers, "abara", allAsked, { ...ended, end: null })).toBe("cannot-go");
});

test("nobody agrees to what they proposed, and what was answered or held since must be proposed again", () => {
  const agreed: RetentionIntent = { kind: "erase-agreed", body: {} };
  expect(refused(agreed, "wren", [...allAsked, proposal])).toBe("second-person");
  expect(refused(agreed, "okell", [...allAsked, proposal])).toBeUndefined();
  expect(refused(agreed, "okell", allAsked)).toBe("no-proposal");
  for (const since of [
    asked("court", "yes"),
    { kind: "held", body: { reason: "a link", until: "2027-07-12" } },
    { kind: "taken-back", body: { reason: "too early" } },
  ] as const)
    expect(foldRetention(written(...allAsked, proposal, agreed, since))).toMatchObject({ proposed: null, agreed: null });
});

test("a hold has a day that is still to come, and ends with it", () => {
  expect(refused({ kind: "held", body: { reason: "a link", until: today } }, "abara", [])).toBe("hold-day");
  const state = foldRetention(written({ kind: "held", body: { reason: "a link", until: "2027-01-11" } }, ...allAsked));
  expect(whyItStays(reviewOf(ended, state, { rules: [], today }), false)).toEqual([]);
});

test("a hold on a report in it and a yes said of one stop it; what was answered no of a report answers nothing of the case", () => {
  const within = (...events: readonly RetentionIntent[]): RetentionFacts => ({
    ...ended,
    within: [{ report: "R-5300", ...foldRetention(written(...events)) }],
  });
  const held = within({ kind: "held", body: { reason: "she asks us to wait", until: "2027-03-01" } });
  expect(refused(proposal, "abara", allAsked, held)).toBe("cannot-go");
  const state = foldRetention(written(...allAsked));
  expect(whyItStays(reviewOf(held, state, { rules: [], today }), false)).toEqual(["On hold: R-5300."]);
  expect(whyItStays(reviewOf(held, state, { rules: [], today: "2027-03-02" }), false)).toEqual([]);
  const wanted = within(asked("own-wish", "yes"));
  expect(whyItStays(reviewOf(wanted, state, { rules: [], today }), false)).toEqual(["Does the person it is about want it kept? Yes."]);
  expect(reviewOf(wanted, state, { rules: [], today }).answers.find(({ answer }) => answer === "yes")?.says).toBe(
    "R-5300: asked by telephone",
  );
  expect(refused(proposal, "abara", [asked("court"), asked("another-person")], within(asked("own-wish")))).toBe("cannot-go");
});

test("what was decided and what was erased read back as they were written, and nothing else does", () => {
  for (const event of written(...allAsked, proposal, { kind: "erase-agreed", body: {} })) {
    expect(parseRetentionEvent(JSON.parse(retentionEventToJson(event)))).toEqual({ ok: true, value: event });
    expect(parseRetentionEvent({ ...JSON.parse(retentionEventToJson(event)), more: 1 }).ok).toBe(false);
  }
  const line: ErasedLine = {
    subject,
    at,
    streams: [{ of: "case", id: "0197", since: at }],
    items: ["0".repeat(32)],
    files: [],
    rule: "closed-no-order 12 2027-01-09",
    first: "abara",
    second: "wren",
    facts: {
      reports: [{ month: "2025-10", about: "not-known", ways: ["online"], methods: [], firstAction: 4 }],
      outcomes: [],
      ofOrders: null,
    },
  };
  expect(parseErasedLine(erasedLineToJson(line))).toEqual({ ok: true, value: line });
  expect(parseErasedLine(erasedLineToJson({ ...line, items: ["../../signer.key"] })).ok).toBe(false);
});
