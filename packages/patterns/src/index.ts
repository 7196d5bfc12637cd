import type { Finding, Statement, Timeline } from "@unmask/core";
import { agreedContact } from "./agreed-contact.ts";
import { anniversaries } from "./anniversaries.ts";
import { bursts } from "./bursts.ts";
import { changeOfRate } from "./change-of-rate.ts";
import { channelSwitching } from "./channel-switching.ts";
import { contactAfterStop } from "./contact-after-stop.ts";
import { courseOfConduct } from "./course-of-conduct.ts";
import { escalation } from "./escalation.ts";
import { changeInLife } from "./change-in-life.ts";
import { fearInEntries } from "./fear-in-entries.ts";
import { frequency } from "./frequency.ts";
import { identitiesAsOne } from "./identities-as-one.ts";
import { nightTime } from "./night-time.ts";
import { oneSidedness } from "./one-sidedness.ts";
import { lastAct } from "./last-act.ts";
import { nearHer } from "./near-her.ts";
import type { Pattern, Telling } from "./pattern.ts";
import { peopleAroundHer } from "./people-around-her.ts";
import { inPrintedOrder } from "./printed-order.ts";
import { threats } from "./threats.ts";
import { silenceAndReturn } from "./silence-and-return.ts";
import { whereabouts } from "./whereabouts.ts";
import { withheldCalls } from "./withheld-calls.ts";

/**
 * Acts in, findings out. Each finding lists its acts, says how it was worked out and what could change it. This room never scores a person
 * and never says that something is or is not stalking.
 *
 * @module
 */
export type { IdentitySign } from "./identity-signs/sign.ts";
export { type IdentitySuggestion, sayReasons, suggestIdentities } from "./suggest-identities.ts";
export { findNamedInWords } from "./reading/named-in-words.ts";
export { suggestStops } from "./suggest-stops.ts";
export { quoteOrKind, sayWhenOf } from "./reading/line.ts";
export { sayNotNamed } from "./identities-as-one.ts";
export { forget } from "./reading/memoize.ts";
export { isNight } from "./reading/night.ts";
export { sayOpenChats } from "./reading/open-chats.ts";
export { actsByWhose } from "./reading/their-acts.ts";
export { countTimeline } from "./reading/timeline-counts.ts";
export { drawingSizes } from "./drawings/drawing-size.ts";
export { drawMarksOnALine } from "./drawings/marks-on-a-line.ts";
export { illustrate } from "./drawings/illustrate.ts";

export { type Telling } from "./pattern.ts";
export { inPrintedOrder } from "./printed-order.ts";

/** Every pattern, in the order of a careful reading: after what, how near, how much, on whose side, from whom, when, and last the law. */
export const patterns: readonly Pattern[] = [
  contactAfterStop,
  threats,
  nearHer,
  peopleAroundHer,
  lastAct,
  frequency,
  oneSidedness,
  agreedContact,
  channelSwitching,
  identitiesAsOne,
  nightTime,
  bursts,
  withheldCalls,
  escalation,
  whereabouts,
  changeOfRate,
  silenceAndReturn,
  anniversaries,
  fearInEntries,
  changeInLife,
  courseOfConduct,
];

/** What all patterns find, in the printed order; without a telling to her, for her page. */
export function findAll(timeline: Timeline, statement: Statement, telling?: Telling): readonly Finding[] {
  return inPrintedOrder(patterns.flatMap((pattern) => pattern.find(timeline, statementFor(pattern.id, statement), telling)));
}

/** What some of the patterns find, by their ids, in the order of the shelf: where only these are looked at. */
export function findBy(ids: readonly string[], timeline: Timeline, statement: Statement, telling: Telling): readonly Finding[] {
  const asked = patterns.filter(({ id }) => ids.includes(id));
  return asked.flatMap((pattern) => pattern.find(timeline, statementFor(pattern.id, statement), telling));
}

/** What she stated, as one pattern is asked: "not this one" of its findings counts there as one of all. */
function statementFor(pattern: string, statement: Statement): Statement {
  const { notThis = [] } = statement;
  if (!notThis.some(({ finding }) => finding === pattern)) return statement;
  return {
    ...statement,
    notThis: notThis.map(({ finding, ...one }) => (finding === undefined || finding === pattern ? one : { ...one, finding })),
  };
}
