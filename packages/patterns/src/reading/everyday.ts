import { type Kind, type Statement, type Timeline, firstInstantOf, isTheirs, lastInstantOf, msPerDay, placeOfNear } from "@unmask/core";
import { herStops } from "./her-stops.ts";
import { actsOfAnyStep } from "./acts-of-any-step.ts";
import { countInitiative } from "./initiative.ts";
import { isMutual } from "./mutual.ts";
import type { PlacedAct } from "./placed-act.ts";
import { isSent } from "./reply.ts";
import { actsByWhose } from "./their-acts.ts";
import { objectingEnglish, plainEnglish, unwelcomeEnglish } from "./unwelcome-english.ts";

/**
 * Whether a present or a visit is what two people do who are in touch every day: then it is a count, and no act that stands by itself.
 *
 * [Note: In doubt it is named] To miss an act that frightened her is worse than to name a cake. So each condition must hold, and what cannot be
 * read, is not sure, or was marked by her is named. Damage, coming in, following, threats, what else was in person, and what came into accounts
 * or devices is never everyday.
 */

/** What people who like each other do as well. */
const everydayKinds: ReadonlySet<Kind> = new Set<Kind>(["gift", "visit"]);

/** What is no harm by its kind; what else was in person, as a meeting, is neither harm nor everyday. */
const peacefulKinds: ReadonlySet<Kind> = new Set<Kind>(["gift", "visit", "message", "other"]);

/** So many days before it and after it are looked at. */
export const daysAround = 14;
/** On so many days on each side each of the two must have sent something. */
export const leastDays = 2;
/** On each side of it they sent at most so many times what she sent. */
export const mostTimes = 2;
/** Of the times that somebody began again after a quiet time she began at least one in so many. */
export const leastBegun = 5;
/** A text is read to here: a message of many megabytes could make every reading of a timeline slow. */
const longestText = 20_000;

/** Makes a question: is an act everyday? Nothing is worked out where no present and no visit is theirs. */
export function createEveryday(timeline: Timeline, statement: Statement): (one: PlacedAct) => boolean {
  const marked = new Set((statement.marks ?? []).map(({ act }) => act));
  let around: ((one: PlacedAct) => boolean) | undefined;
  return (one) => isTheirs(one.whose) && !marked.has(one.id) && isWelcome(one) && (around ??= createCalmAround(timeline, statement))(one);
}

/** Whether an act is of those that people who like each other do as well, in words that are welcome, and not at night. */
export function isWelcome({ kind, night, text }: PlacedAct): boolean {
  return everydayKinds.has(kind) && night !== "yes" && isWelcomeInWords(text);
}

/** Words of which one is of refusal, fear or force, and words that are not plain English, are not welcome. No words say nothing. */
function isWelcomeInWords(text: string | null): boolean {
  const plain = plainOf(text ?? "");
  if (plain === "") return true;
  if (unwelcomeEnglish.test(plain)) return false;
  const words = plain.match(/[\p{L}\p{M}\p{N}']+/gu) ?? [];
  return words.length > 0 && words.filter((word) => plainEnglish.has(word)).length * 2 >= words.length;
}

function plainOf(text: string): string {
  return text
    .slice(0, longestText)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .trim();
}

/** Makes a question: do both write before it and after it, with no stop, no harm and no objecting word in that time? */
function createCalmAround(timeline: Timeline, statement: Statement): (one: PlacedAct) => boolean {
  const { theirs, hers, isHerSideKnown } = actsByWhose(timeline, statement);
  if (!isHerSideKnown || !isMutual(timeline, statement)) return () => false;
  const began = countInitiative(timeline, statement);
  if (began.hers === 0 || began.hers * leastBegun < began.hers + began.theirs) return () => false;
  const stopAt = herStops(timeline, statement).reduce((least, { earliest }) => Math.min(least, earliest), Infinity);
  const harmAt = actsOfAnyStep(timeline, statement)
    .filter(isHarm)
    .reduce((least, one) => Math.min(least, firstInstantOf(one)), Infinity);
  const objecting = [...theirs, ...hers].filter(({ text }) => objectingEnglish.test(plainOf(text ?? "")));
  const [came, went] = [theirs.filter(isSent), hers.filter(isSent)];
  return (one) => {
    const [first, last] = [firstInstantOf(one), lastInstantOf(one)];
    const before = { from: first - daysAround * msPerDay, until: first };
    const after = { from: last, until: last + daysAround * msPerDay };
    if (Math.min(stopAt, harmAt) <= after.until) return false;
    if (objecting.some((other) => lastInstantOf(other) >= before.from && firstInstantOf(other) <= after.until)) return false;
    return [before, after].every((span) => isInTouch(came.filter(isIn(span)), went.filter(isIn(span))));
  };
}

/** What came into what is hers, or broke, followed or threatened: theirs, perhaps theirs, or what she wrote down of nobody known. */
export function isHarm(one: PlacedAct): boolean {
  const { kind, whose, grade } = one;
  if (!isTheirs(whose) && whose !== "perhaps theirs" && (whose !== "withheld" || grade !== "own-account")) return false;
  return kind === "threat" || (placeOfNear(one) !== undefined && !peacefulKinds.has(kind));
}

interface Span {
  readonly from: number;
  readonly until: number;
}

/** Whether something certainly lies in a span. */
function isIn({ from, until }: Span): (one: PlacedAct) => boolean {
  return (one) => firstInstantOf(one) >= from && lastInstantOf(one) <= until;
}

function isInTouch(came: readonly PlacedAct[], went: readonly PlacedAct[]): boolean {
  const daysOf = (acts: readonly PlacedAct[]): number => new Set(acts.map(({ day }) => day)).size;
  return came.length <= went.length * mostTimes && Math.min(daysOf(came), daysOf(went)) >= leastDays;
}
