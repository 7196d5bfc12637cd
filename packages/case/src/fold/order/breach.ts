import type { RegisterLaw } from "@unmask/core";
import type { OrderBodyOf, OrderEvent } from "../../order-event.ts";
import { type HeldWords, type WhatStood, wordsHeld, wordsHeldOn } from "../../order/words-held.ts";
import type { At } from "../event-at.ts";
import type { LiveOrder } from "./live-order.ts";
import { isService } from "./service-attempts.ts";
import { type Standing, atOfOrder, standingOnes, struck } from "./struck.ts";
import { type WrittenChanges, triggerKept } from "./trigger-kept.ts";

/** A possible breach or a missed duty: evidence, service, excuse, and only then what a person decided. Nothing here says what a court would. */

/** A decision, with what a second person said of it; without that it waits. */
export interface BreachDecision extends At, OrderBodyOf<"breach-decided"> {
  /** By which words its condition held on its day, as it stood when this was decided. */
  readonly under: readonly HeldWords[];
  readonly read?: At & OrderBodyOf<"breach-decision-read">;
}

/** One of them. */
export interface Breach extends At, OrderBodyOf<"breach-opened"> {
  readonly evidence: readonly (Standing & OrderBodyOf<"breach-evidence">)[];
  readonly knew: readonly (At & OrderBodyOf<"breach-knew">)[];
  /** The last answer to each question, in the order in which the questions came. */
  readonly asked: readonly (At & OrderBodyOf<"excuse-asked">)[];
  readonly assessed: readonly (At & OrderBodyOf<"excuse-assessed">)[];
  readonly keptOpen: readonly (At & OrderBodyOf<"breach-kept-open">)[];
  readonly decisions: readonly BreachDecision[];
}

/** Acts that somebody says are not under an order, with the words by which its conditions held then. */
type ActsSetAside = Standing & OrderBodyOf<"acts-set-aside"> & { readonly under: readonly HeldWords[] };

/** This part of an order. */
export interface BreachPart {
  readonly breaches: readonly Breach[];
  readonly told: readonly (At & OrderBodyOf<"protected-told">)[];
  /** Acts that were proposed and that somebody says are not under it. */
  readonly setAside: readonly ActsSetAside[];
}

/** Before the first event. */
export const noBreaches: BreachPart = { breaches: [], told: [], setAside: [] };

/** After one more event; `before`: what courts had made by then. */
export function breachesAfter<S extends BreachPart & WrittenChanges>(state: S, event: OrderEvent, before: WhatStood): S {
  const at = atOfOrder(event);
  const change = (id: string, to: (one: Breach) => Breach): S => ({
    ...state,
    breaches: state.breaches.map((one) => (one.breach === id ? to(one) : one)),
  });
  switch (event.kind) {
    case "breach-opened": {
      const { of } = event.body;
      const about = "duty" in of ? { ...of, trigger: triggerKept(of.trigger, state) } : of;
      const opened = { ...at, ...event.body, of: about, evidence: [], knew: [], asked: [], assessed: [], keptOpen: [], decisions: [] };
      return { ...state, breaches: [...state.breaches, opened] };
    }
    case "acts-set-aside":
      return {
        ...state,
        setAside: [...state.setAside, { ...at, ...event.body, under: wordsHeld(event.body.condition, event.body.order, before) }],
      };
    case "breach-evidence":
      return change(event.body.breach, (one) => ({ ...one, evidence: [...one.evidence, { ...at, ...event.body }] }));
    case "breach-knew":
      return change(event.body.breach, (one) => ({ ...one, knew: [...one.knew, { ...at, ...event.body }] }));
    case "excuse-asked":
      return change(event.body.breach, (one) => ({ ...one, asked: askedAfter(one.asked, { ...at, ...event.body }) }));
    case "excuse-assessed":
      return change(event.body.breach, (one) => ({ ...one, assessed: [...one.assessed, { ...at, ...event.body }] }));
    case "breach-kept-open":
      return change(event.body.breach, (one) => ({ ...one, keptOpen: [...one.keptOpen, { ...at, ...event.body }] }));
    case "breach-decided":
      return change(event.body.breach, (one) => ({
        ...one,
        decisions: [...one.decisions, { ...at, ...event.body, under: heldUnder(one, before) }],
      }));
    case "breach-decision-read":
      return change(event.body.breach, (one) => ({ ...one, decisions: readAfter(one.decisions, { ...at, ...event.body }) }));
    case "protected-told":
      return { ...state, told: [...state.told, { ...at, ...event.body }] };
    case "entry-withdrawn":
      return {
        ...state,
        breaches: state.breaches.map((one) => ({ ...one, evidence: struck(one.evidence, event) })),
        setAside: struck(state.setAside, event),
      };
    default:
      return state;
  }
}

/** By which words the condition of a possible breach held on its day; a missed duty is of none. */
export function heldUnder({ of, order, day }: Pick<Breach, "of" | "order" | "day">, state: WhatStood): readonly HeldWords[] {
  return "condition" in of ? wordsHeldOn(of.condition, { order, day }, state) : [];
}

function askedAfter(asked: Breach["asked"], line: Breach["asked"][number]): Breach["asked"] {
  const isThere = asked.some(({ question }) => question === line.question);
  return isThere ? asked.map((one) => (one.question === line.question ? line : one)) : [...asked, line];
}

function readAfter(decisions: Breach["decisions"], read: NonNullable<BreachDecision["read"]>): Breach["decisions"] {
  return decisions.map((one, i) => (i === decisions.length - 1 && one.read === undefined ? { ...one, read } : one));
}

/** What a breach rests on as it stands now: a service can be withdrawn after it was named, and a notice in time can be found late. */
export interface BreachRests {
  /** How the order was known, as far as that stands. */
  readonly knew: Breach["knew"];
  /** Why its duty is not shown to be missed; absent: it is, or it is about a condition. */
  readonly notMissed?: string;
  /** Why its condition is not shown to have stood on its day; absent: it is, or it is about a duty. */
  readonly notHeld?: string;
  /** Its condition stood on its day by other words than when somebody decided last. */
  readonly isOtherSince?: boolean;
  /** Its duty is missed as it stands now, and was not when somebody decided last. */
  readonly isMissedSince?: boolean;
  /** Of a missed duty: something was said at a station since, in their own words. */
  readonly isSaid?: true;
}

/** How the order was known: by a service only while that is one, confirmed and of an order that stands here. */
export function standingKnew({ knew }: Pick<Breach, "knew">, orders: readonly LiveOrder[]): Breach["knew"] {
  const services = orders.flatMap(({ attempts, made }) => attempts.filter((one) => isService(one) && one.day >= made));
  return knew.filter(({ service }) => service === undefined || services.some(({ number }) => number === service));
}

/** The decision that holds; undefined: nobody decided, a second person does not agree, what it rests on is gone, or something came since that opens it again. */
export function decisionOf(breach: Breach, rests: BreachRests): BreachDecision | undefined {
  const last = breach.decisions.at(-1);
  if (last === undefined || last.read?.agrees === false || opensAgainAt(breach, last, rests)) return undefined;
  return groundlessOf(breach, rests) === undefined ? last : undefined;
}

/** The last decision, where what it rested on no longer stands: it is open again. That something is no breach rests on no more than a duty that was not missed, or the words of a condition. */
export function groundlessOf(breach: Breach, rests: BreachRests): BreachDecision | undefined {
  const { knew, notMissed, notHeld, isMissedSince = false, isOtherSince = false } = rests;
  const last = breach.decisions.at(-1);
  if (last === undefined || last.read?.agrees === false) return undefined;
  if (last.decision === "not-a-breach") return isMissedSince || isOtherSince ? last : undefined;
  const stands = [standingOnes(breach.evidence), knew].every((each) => each.some(({ number }) => number < last.number));
  return stands && notMissed === undefined && notHeld === undefined && !isOtherSince ? undefined : last;
}

/** Possible breaches and missed duties that are opened and that nobody has decided, the longest first: each is listed until somebody does, also while it is kept open to a day. */
export function undecidedBreaches({ breaches }: Pick<BreachPart, "breaches">, restsOf: (breach: Breach) => BreachRests): readonly Breach[] {
  return breaches.filter((one) => decisionOf(one, restsOf(one)) === undefined).toSorted((one, other) => one.happened - other.happened);
}

/** Until when an undecided one is kept open; undefined: it is not. */
export function keptOpenUntil({ keptOpen, decisions }: Pick<Breach, "keptOpen" | "decisions">): string | undefined {
  return keptOpen.findLast(({ number }) => number > (decisions.at(-1)?.number ?? 0))?.again;
}

/** What closes a breach without anybody being sent for: new facts open it again. */
const opensAgain: readonly BreachDecision["decision"][] = ["excuse-accepted", "not-a-breach"];

/** The new fact that came after such a decision, as far as it stands. */
function opensAgainAt({ evidence, asked }: Breach, { decision, number }: BreachDecision, { knew }: BreachRests): At | undefined {
  if (!opensAgain.includes(decision)) return undefined;
  return [...standingOnes(evidence), ...knew, ...asked].find((one) => one.number > number);
}

/** The hour of the act: as the newest evidence shows it, else as it was opened; undefined where none is written. */
export function hourOf({ at, evidence }: Pick<Breach, "at" | "evidence">): string | undefined {
  return evidence.findLast((one) => one.at !== undefined && one.withdrawn === undefined)?.at ?? at;
}

/** How a breach stands, in the words that its screens and prints use: exactly these until somebody decided, and nothing stronger afterwards. */
export function breachLabel(breach: Breach, law: RegisterLaw, rests: BreachRests): string {
  const decision = decisionOf(breach, rests);
  if (decision === undefined) {
    if (rests.notMissed !== undefined) return "opened as a missed duty, which is not shown as it stands now";
    return rests.notHeld === undefined
      ? openLabel(breach.of, law)
      : "opened under a condition that did not stand on that day, as it stands now";
  }
  const waits = decision.read === undefined ? ", a second person has not read it yet" : "";
  return `${decided[decision.decision]}${waits}`;
}

function openLabel(of: Breach["of"], law: RegisterLaw): string {
  if ("condition" in of) return `Possible breach of condition ${of.condition} — reasonable excuse not assessed`;
  return of.duty === identityDuty ? `identity check refused — ${possible(law)}` : missedLabel(law);
}

/** What somebody at a station must allow on request. It has no clock: its trigger is the attendance at which it was refused, "entry 7". */
export const identityDuty = "identity";

/** Of a duty of which the period is over: the label, with the section of this jurisdiction. */
export function missedLabel(law: Pick<RegisterLaw, "rules">): string {
  return `overdue — ${possible(law)}`;
}

function possible({ rules }: Pick<RegisterLaw, "rules">): string {
  return rules.failing
    ? `possible ${rules.failing.section} offence, reasonable excuse not assessed`
    : "reasonable excuse not assessed; what follows is not known here: ask your solicitor";
}

const decisions = ["arrest", "interview", "more-enquiry", "excuse-accepted", "not-a-breach"] as const;

const decided: Readonly<Record<(typeof decisions)[number], string>> = {
  arrest: "Decided: arrest",
  interview: "Decided: interview",
  "more-enquiry": "Decided: more enquiry first",
  "excuse-accepted": "Decided: the excuse is accepted; it stays listed and opens again if new facts come",
  "not-a-breach": "Decided: not a breach of this order; it stays listed",
};

/** Who is still to be told of a decided breach. `not`: why they were not told, where somebody wrote that. */
export interface UpdateOwed {
  readonly breach: string;
  readonly person: string;
  /** The decision of which they are to be told. */
  readonly decision: BreachDecision;
  readonly not?: string;
}

/** Protected persons who were not told since the decision, of each breach that was decided. */
export function updatesOwed(
  { breaches, told }: BreachPart,
  persons: readonly string[],
  restsOf: (breach: Breach) => BreachRests,
): readonly UpdateOwed[] {
  return breaches.flatMap((breach) => {
    const decision = decisionOf(breach, restsOf(breach));
    if (decision === undefined) return [];
    const since = told.filter(({ about, number }) => about === breach.breach && number > decision.number);
    return persons.flatMap((person): readonly UpdateOwed[] => {
      const ofPerson = since.filter((one) => one.person === person);
      if (ofPerson.some(({ how }) => how !== "not-told")) return [];
      const not = ofPerson.at(-1)?.says;
      return [{ breach: breach.breach, person, decision, ...(not !== undefined && { not }) }];
    });
  });
}

/** What can be decided: all, nothing while something is missing, or that it is no breach where what was written no longer stands. */
export function decisionsOpen(breach: Breach, rests: BreachRests): readonly BreachDecision["decision"][] {
  if (decisionClosedBy(breach, rests).length === 0) return decisions;
  const { evidence, knew } = breach;
  const isGone = rests.notMissed !== undefined || rests.notHeld !== undefined || (knew.length > 0 && rests.knew.length === 0);
  return isGone || (evidence.length > 0 && standingOnes(evidence).length === 0) ? ["not-a-breach"] : [];
}

/** What keeps the decision closed, a sentence each; empty: it can be written. */
export function decisionClosedBy(breach: Breach, rests: BreachRests): readonly string[] {
  const { evidence, knew, asked, assessed, of } = breach;
  const notAsked = asked.filter(({ found }) => found === undefined);
  const answered = asked.filter(({ found, of: whom }) => found !== undefined && whom !== undefined);
  const newest = answered.reduce((most, { number }) => Math.max(most, number), 0);
  const isRead = assessed.some(({ number }) => number > newest && number > sinceOf(breach, rests));
  return [
    ...[rests.notMissed, rests.notHeld].flatMap((one) => one ?? []),
    ...(standingOnes(evidence).length > 0 ? [] : ["There is no evidence, and nothing that says what it does not show."]),
    ...(rests.knew.length > 0
      ? []
      : [
          knew.length > 0
            ? `The service that was named is not confirmed any more: name one that is${"condition" in of ? ", or write how else the order was known" : ""}.`
            : "condition" in of
              ? "Whether the order was served, or known otherwise, is not written."
              : "The service from which it runs is not written.",
        ]),
    ...(answered.length > 0
      ? []
      : [
          rests.isSaid === true
            ? "What was said at a station is not written as the answer to a question yet."
            : "A reasonable excuse was asked of nobody.",
        ]),
    ...notAsked.map(({ question }) => `This was asked of nobody: “${question}”.`),
    ...(isRead
      ? []
      : [assessed.length > 0 ? "Something came after the assessment: read it again." : "The excuse is not assessed in words."]),
  ];
}

/** Number after which a decided breach that opened again is assessed anew; 0 where none did. */
function sinceOf(breach: Breach, rests: BreachRests): number {
  const last = breach.decisions.at(-1);
  if (last === undefined) return 0;
  return (
    opensAgainAt(breach, last, rests)?.number ??
    (last.read?.agrees === false ? last.read.number : (groundlessOf(breach, rests)?.number ?? 0))
  );
}

/** What is asked before anybody decides, as it is proposed; each is asked of somebody, or it says that it was not. */
export function excuseQuestions({ of }: Pick<Breach, "of">): readonly string[] {
  return "condition" in of
    ? [
        "What does the subject say?",
        "Does anything bear it out?",
        "Does anything speak against it?",
        "Had a change been asked for first?",
        "Could the condition be understood?",
      ]
    : ["What does the subject say?", "In custody, in hospital or abroad?", "Was it said that this has to be told?"];
}
