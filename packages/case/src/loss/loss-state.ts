import { type Instant, later, msPerHour } from "@unmask/core";
import { dayInWords, firstLondonInstant, latestLondonInstant, londonDay, timeInWords } from "../clock/london.ts";
import { type LossEvent, type LossMoment, type LossParty, type LossWords, lossParties } from "./loss-event.ts";

/** What was decided about one of the three, and how they were told. */
export interface LossToldParty {
  readonly decided: { readonly answer: "tell" | "not-tell"; readonly reason: string; readonly by: string; readonly at: Instant } | null;
  /** In the order of writing. */
  readonly told: readonly { readonly when: Instant; readonly says: string; readonly late: string | null; readonly by: string }[];
}

/** What is known of one loss, by its stream. */
export interface LossState {
  /** Number of the last event; 0: it was not recorded. */
  readonly number: number;
  /** The newest description, and those before it with who wrote each. */
  readonly words: LossWords;
  readonly before: readonly { readonly words: LossWords; readonly by: string; readonly at: Instant }[];
  readonly by: string;
  readonly at: Instant;
  /** Why it was described again; null: it is as it was recorded. */
  readonly why: string | null;
  /** In how many hours from knowing the Commissioner is told, by the law that was handed in. */
  readonly hours: number;
  /** The instant from which they run, and their last. */
  readonly aware: Instant;
  readonly ends: Instant;
  readonly parties: Readonly<Record<LossParty, LossToldParty>>;
}

const nobody: LossToldParty = { decided: null, told: [] };

/** The instant from which the hours run: of a minute that the clock in London shows twice the earlier. Throws on one that it never shows: none such is written. */
function awareInstant({ day, at }: LossMoment): Instant {
  return firstLondonInstant(day, at) ?? neverShown();
}

/** The instant at which somebody was told: the later of two, so that no hour is won, where it had come when it was written. */
export function toldInstant({ day, at }: LossMoment, written: Instant): Instant | undefined {
  return latestLondonInstant(day, at, written);
}

function neverShown(): never {
  throw new Error("a minute that the clock never showed was written");
}

/** The last instant of so many hours that run from knowing: they pass, whatever the clock on the wall does. */
export function endOfHours(aware: Instant, hours: number): Instant {
  return later(aware, hours * msPerHour);
}

/** The state after these events, in order of their number; undefined before the first. `hours`: of the Data Protection Act 2018 s67, by the room of law. */
export function foldLoss(events: readonly LossEvent[], hours: number): LossState | undefined {
  return events.reduce<LossState | undefined>((state, event) => apply(state, event, hours), undefined);
}

function apply(state: LossState | undefined, { number, at, by, ...event }: LossEvent, hours: number): LossState | undefined {
  if (event.kind === "recorded") {
    const aware = awareInstant(event.body.aware);
    const parties = { commissioner: nobody, people: nobody, controller: nobody };
    return { number, words: event.body, before: [], by, at, why: null, hours, aware, ends: endOfHours(aware, hours), parties };
  }
  if (state === undefined) return undefined;
  switch (event.kind) {
    case "described-again": {
      const { why, ...words } = event.body;
      const aware = awareInstant(words.aware);
      const before = [...state.before, { words: state.words, by: state.by, at: state.at }];
      return { ...state, number, words, before, by, at, why, aware, ends: endOfHours(aware, hours) };
    }
    case "decided": {
      const { whom, ...decided } = event.body;
      return withParty(state, number, whom, { ...state.parties[whom], decided: { ...decided, by, at } });
    }
    case "told": {
      const { whom, when, ...rest } = event.body;
      const { decided, told } = state.parties[whom];
      return withParty(state, number, whom, { decided, told: [...told, { ...rest, when: toldInstant(when, at) ?? neverShown(), by }] });
    }
  }
}

function withParty(state: LossState, number: number, whom: LossParty, party: LossToldParty): LossState {
  return { ...state, number, parties: { ...state.parties, [whom]: party } };
}

/** Whether one of the three was neither told nor decided not to be told. */
export function isLossOpen({ parties }: LossState): boolean {
  return lossParties.some((whom) => parties[whom].told.length === 0 && parties[whom].decided?.answer !== "not-tell");
}

/** How far these hours are: they run or are over, or the Commissioner was told, or it was decided not to tell. */
export function lossClock(
  { parties: { commissioner }, ends }: LossState,
  now: Instant,
): "runs" | "over" | "told" | "told-late" | "not-told" {
  const [first] = commissioner.told;
  if (first !== undefined) return first.when > ends ? "told-late" : "told";
  if (commissioner.decided?.answer === "not-tell") return "not-told";
  return now > ends ? "over" : "runs";
}

/** "Wed 6 Jan 2027, 16:10", on the clock in London; in the hour that it shows twice with BST or GMT. */
export function lossMomentInWords(at: Instant): string {
  return `${dayInWords(londonDay(at))}, ${timeInWords(at)}`;
}
