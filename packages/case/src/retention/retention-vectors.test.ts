import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readStrictly } from "@unmask/core";
import { whyNotDecided } from "./decide-retention.ts";
import { type RetentionEvent, parseRetentionEvent, retentionEventToJson, retentionIntentFromJson } from "./retention-event.ts";
import { foldRetention } from "./retention-state.ts";
import { type RetentionFacts, reviewOf } from "./review.ts";
import { type RetentionClass, type RetentionRule, reviewDay, ruleOn } from "./schedule.ts";

/** What another program that keeps this format is held to (docs/formats/vectors/retention.json). */
const vectors = JSON.parse(readFileSync(join(import.meta.dirname, "../../../../docs/formats/vectors/retention.json"), "utf8")) as {
  readonly reviews: readonly { readonly why: string; readonly end: string; readonly months: number; readonly review: string }[];
  readonly rules: readonly RetentionRule[];
  readonly holds: readonly {
    readonly why: string;
    readonly class: RetentionClass;
    readonly day: string;
    readonly months: number;
    readonly by: string;
  }[];
  readonly events: readonly object[];
  readonly noEvents: readonly { readonly why: string; readonly event: object }[];
  readonly decisions: readonly {
    readonly why: string;
    readonly after: number;
    readonly today: string;
    readonly by: string;
    readonly kind: string;
    readonly body: object;
    readonly rule: string | null;
  }[];
};

function never(): never {
  throw new Error("this is in the vectors");
}

const events: readonly RetentionEvent[] = vectors.events.map((event) => {
  const read = parseRetentionEvent(event);
  return read.ok ? read.value : never();
});
const ended: RetentionFacts = { class: "closed-no-order", end: "2026-01-09", otherCases: [], courtDays: [], liveOrders: [], within: [] };

test.each(vectors.reviews)("a review so many months after the end: $why", ({ end, months, review }) => {
  expect(reviewDay(end, months)).toBe(review);
});

test.each(vectors.holds)("which row of the schedule holds: $why", ({ class: of, day, months, by }) => {
  expect(ruleOn(vectors.rules, of, day)).toMatchObject({ months, by });
});

test("what was decided about keeping reads back as it was written", () => {
  for (const [i, event] of events.entries()) expect(JSON.parse(retentionEventToJson(event))).toEqual(vectors.events[i]);
});

test.each(vectors.noEvents)("nothing that was decided about keeping: $why", ({ event }) => {
  expect(parseRetentionEvent(event).ok).toBe(false);
});

test.each(vectors.decisions)("what may be decided about keeping: $why", ({ after, today, by, kind, body, rule }) => {
  const intent = readStrictly({ kind, body }, "intent", retentionIntentFromJson);
  const state = foldRetention(events.slice(0, after));
  const review = reviewOf(ended, state, { rules: [], today });
  expect(whyNotDecided(intent.ok ? intent.value : never(), { state, review, by, today })?.rule ?? null).toBe(rule);
});
