import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Instant, instantFromIso, instantToIso, later, msPerMinute, readStrictly } from "@unmask/core";
import { hoursToTellOfLoss } from "../../../law/src/england-and-wales/data-protection.ts";
import { firstLondonInstant } from "../clock/london.ts";
import { whyNotLoss } from "./decide-loss.ts";
import { type LossEvent, type LossIntent, type LossMoment, lossEventToJson, lossIntentFromJson, parseLossEvent } from "./loss-event.ts";
import { endOfHours, foldLoss, isLossOpen, lossClock, lossMomentInWords } from "./loss-state.ts";

const vectors = JSON.parse(readFileSync(join(import.meta.dirname, "../../../../docs/formats/vectors/loss.json"), "utf8")) as {
  readonly hours: readonly { readonly why: string; readonly aware: LossMoment; readonly ends: string | null; readonly says?: string }[];
  readonly events: readonly object[];
  readonly noEvents: readonly { readonly why: string; readonly change: object }[];
  readonly decisions: readonly {
    readonly why: string;
    /** So many of the events; or the first alone, with another moment of becoming aware. */
    readonly after: number | string;
    readonly now: string;
    readonly intent: object;
    readonly rule: string | null;
  }[];
};

function never(): never {
  throw new Error("this is in the vectors");
}

/** As the room of law has them. */
const hours = hoursToTellOfLoss;
const at = (iso: string): Instant => instantFromIso(iso) ?? never();
const events: readonly LossEvent[] = vectors.events.map((event) => {
  const read = parseLossEvent(event);
  return read.ok ? read.value : never();
});
const stateAfter = (many: number) => foldLoss(events.slice(0, many), hours);
/** What was recorded of a loss that was known from this minute, "2026-10-22 01:45". */
const stateKnown = (minute: string) => {
  const [first] = events;
  if (first?.kind !== "recorded") return never();
  const [day = "", time = ""] = minute.split(" ");
  return foldLoss([{ ...first, body: { ...first.body, happened: null, aware: { day, at: time } } }], hours);
};
const intentOf = (written: object): LossIntent => {
  const read = readStrictly(written, "intent", lossIntentFromJson);
  return read.ok ? read.value : never();
};

test.each(vectors.hours)("72 hours from knowing: $why", ({ aware, ends, says }) => {
  const knew = firstLondonInstant(aware.day, aware.at);
  expect(knew === undefined ? null : instantToIso(endOfHours(knew, hours))).toBe(ends);
  if (knew !== undefined) expect(lossMomentInWords(endOfHours(knew, hours))).toBe(says);
});

test("what was written of a loss reads back as it was, and nothing else does", () => {
  for (const [i, event] of events.entries()) {
    expect(JSON.parse(lossEventToJson(event))).toEqual(vectors.events[i]);
    expect(parseLossEvent(vectors.events[i])).toEqual({ ok: true, value: event });
  }
});

test.each(vectors.noEvents)("no event of a loss: $why", ({ change }) => {
  expect(parseLossEvent({ ...vectors.events[1], ...change }).ok).toBe(false);
});

test.each(vectors.decisions)("who writes of a loss: $why", ({ after, now, intent, rule }) => {
  expect(
    whyNotLoss(intentOf(intent), { state: typeof after === "string" ? stateKnown(after) : stateAfter(after), now: at(now) })?.rule ?? null,
  ).toBe(rule);
});

test("a loss stays open until each of the three was told, or somebody decided not to, with a reason", () => {
  const controller = { ...intentOf({ kind: "decided", body: { whom: "controller", answer: "not-tell", reason: "nobody else’s data" } }) };
  const [first] = events;
  if (first === undefined) never();
  const last: LossEvent = { ...controller, loss: first.loss, number: 6, at: first.at, by: "okell" };
  const open = (some: readonly LossEvent[]) => {
    const state = foldLoss(some, hours);
    return state !== undefined && isLossOpen(state);
  };
  expect(open(events)).toBe(true);
  expect(open([...events, last])).toBe(false);
  expect(open([...events.slice(0, 4), last])).toBe(true);
});

test("the 72 hours run to their last minute, are over in the next, and stand still when the Commissioner was told or is not to be", () => {
  const recorded = stateAfter(1) ?? never();
  expect(lossClock(recorded, recorded.ends)).toBe("runs");
  expect(lossClock(recorded, later(recorded.ends, msPerMinute))).toBe("over");
  expect(lossClock(stateAfter(5) ?? never(), at("2028-01-01T00:00:00.000Z"))).toBe("told");
  const [first] = events;
  if (first === undefined) never();
  const by = { loss: first.loss, number: 2, at: first.at, by: "abara" };
  const told = { whom: "commissioner", when: { day: "2027-01-06", at: "16:11" }, says: "by the form", late: "it did not open" };
  const late = foldLoss([first, { ...intentOf({ kind: "told", body: told }), ...by }], hours) ?? never();
  expect(lossClock(late, late.ends)).toBe("told-late");
  const not = { whom: "commissioner", answer: "not-tell", reason: "found again unread" };
  expect(lossClock(foldLoss([first, { ...intentOf({ kind: "decided", body: not }), ...by }], hours) ?? never(), recorded.ends)).toBe(
    "not-told",
  );
});

test("what is known later moves the end of the 72 hours, and what was written before stays", () => {
  const state = stateAfter(4) ?? never();
  expect(lossMomentInWords(state.ends)).toBe("Wed 6 Jan 2027, 15:50");
  expect(state.before).toMatchObject([{ words: { people: 6 }, by: "abara" }]);
  expect(state.words.people).toBe(7);
});

test("in how many hours the Commissioner is told is what the law that is handed in says, in the end and in words", () => {
  const state = foldLoss(events.slice(0, 1), 48) ?? never();
  expect(state.ends).toBe(endOfHours(state.aware, 48));
  const told = { whom: "commissioner", when: { day: "2027-01-06", at: "16:11" }, says: "by the form", late: null };
  const refused = whyNotLoss(intentOf({ kind: "told", body: told }), { state, now: at("2028-01-01T00:00:00.000Z") });
  expect(refused).toMatchObject({ rule: "why-late", says: expect.stringMatching(/^The 48 hours ended /) });
});
