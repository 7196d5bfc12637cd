import { type PaperLaw, type Zone, epoch } from "@unmask/core";
import { sayCount, sayList, sayNumber } from "@unmask/words";
import { dateInWords, londonDay } from "../clock/london.ts";
import type { Condition } from "../event/order-shapes.ts";
import type { ApplicationStep } from "../fold/order/application.ts";
import { type LiveOrder, livesOn } from "../fold/order/live-order.ts";
import { type ServiceAttempt, evidenceOfAttempt, isService } from "../fold/order/service-attempts.ts";
import type { OrderState } from "../fold/order-state.ts";
import { type DatedFact, type UnnumberedLine, chronologyOf } from "../order/chronology.ts";
import { type ComparedPair, compareConditions } from "../order/compatibility.ts";
import { namesakesLive } from "../order/namesakes.ts";
import { toObeyFrom } from "../order/stood-on.ts";
import type { OrderEventKind } from "../order-event.ts";
import { dayWritten } from "../register/day-number.ts";
import type {
  BundleAttempt,
  BundleCondition,
  BundleExhibit,
  BundleLine,
  BundleOtherOrder,
  BundlePrompt,
  BundleProtected,
  BundleSource,
  BundleSubject,
} from "./bundle-source.ts";
import type { PaperTemplate } from "./paper-template.ts";

/** A draft application as its order and its case have it: what was written is laid beside what the case holds, and nothing is decided or filled in. */

/** Lines of the first page. */
const mostFacts = 10;

/** What a draft needs beside the order itself. */
export interface BesideDraft {
  readonly zone: Zone;
  readonly law: PaperLaw;
  readonly template: PaperTemplate;
  /** Name of an officer, by the id. */
  readonly nameOf: (officer: string) => string;
  /** What that officer is here: "coordinator"; "" where it is not known. */
  readonly roleOf: (officer: string) => string;
  /** Acts of the case that are neither hers nor of third people. */
  readonly acts: readonly UnnumberedLine[];
  readonly facts: readonly DatedFact[];
  /** How many acts of the case are in no line: hers, and those of third people. */
  readonly notListed?: BundleSource["notListed"];
  /** Where not all acts of the case stand in it, which do. */
  readonly summary?: string;
  /** Other orders of the same person, of any force. */
  readonly others: readonly OrderState[];
  /** Orders of one of this name with another birthday. */
  readonly namesakes: readonly OrderState[];
  readonly exhibits: readonly BundleExhibit[];
  readonly withheld: BundleSource["withheld"];
  readonly looked?: BundleSource["looked"];
  readonly sides?: BundleSource["sides"];
  /** Civil day. */
  readonly today: string;
}

/** The draft as it stands. The same order beside the same case gives the same source. */
export function bundleSourceOf(state: OrderState, beside: BesideDraft): BundleSource {
  const { draft, application, force } = state;
  const { zone, law, template, nameOf, roleOf, exhibits, withheld } = beside;
  const chronology = chronologyOf(beside.acts, beside.facts, [state, ...ownOf(state, beside.others)]);
  const last = state.log.findLast(({ kind }) => isWriting(kind));
  const returned = returnedOf(state);
  const { authorisedBy } = application;
  const notAskedFor = draft.removed.map(({ condition, reason }) => `condition ${condition} was thought of (${reason})`);
  return {
    draft: { id: state.order, version: versionOf(application.course) },
    order: state.order,
    force,
    applicant: `Chief officer of ${force}`,
    court: application.lodged?.court ?? null,
    writer: last === undefined ? { name: "nobody yet", role: "" } : { name: nameOf(last.by), role: roleOf(last.by) },
    written: last?.happened ?? epoch,
    zone,
    law,
    template,
    subject: subjectOf(state),
    link: draft.link === null ? null : { link: draft.link.link, ground: draft.link.ground },
    protects: draft.protects.map(({ name, victim, says }): BundleProtected => ({ name, victim, ...(says !== undefined && { says }) })),
    facts: factsOf(state, chronology),
    ...(beside.notListed !== undefined && { notListed: beside.notListed }),
    ...(beside.summary !== undefined && { summary: beside.summary }),
    criteria: draft.criteria.map(({ criterion, carries, against, says }) => ({
      criterion,
      carries,
      against,
      ...(says !== undefined && { says }),
    })),
    conditions: draft.conditions.map(conditionOf),
    ...(draft.period !== null && { period: { made: draft.period.made, until: draft.period.period.until } }),
    interim: draft.interim?.wanted === true ? { until: draft.interim.until ?? null } : null,
    prompts: draft.prompts.map(({ prompt, answer, ground, happened }): BundlePrompt => ({
      prompt,
      answer,
      ground,
      day: dayWritten(londonDay(happened)),
    })),
    others: beside.others.flatMap((other) => otherOrderOf(state, other, beside)),
    namesakes: namesakesLive(beside.namesakes, beside.today),
    ...(notAskedFor.length > 0 && { notAskedFor: `${notAskedFor.join("; ")}.` }),
    ...(returned !== undefined && { returned }),
    ...(authorisedBy !== null && {
      authorised: {
        by: nameOf(authorisedBy.by),
        day: dayWritten(londonDay(authorisedBy.happened)),
        delegation: authorisedBy.delegation,
      },
    }),
    chronology,
    attempts: state.attempts.filter(({ withdrawn }) => withdrawn === null).map(attemptOf),
    exhibits,
    withheld,
    ...(beside.looked !== undefined && { looked: beside.looked }),
    ...(beside.sides !== undefined && { sides: beside.sides }),
  };
}

/** What writes words of the draft, by which its writer and its minute stand on every page. */
const writing: ReadonlySet<OrderEventKind> = new Set<OrderEventKind>([
  "application-begun",
  "subject-changed",
  "criterion-written",
  "link-written",
  "protected-named",
  "protected-removed",
  "condition-written",
  "condition-removed",
  "prompt-answered",
  "period-proposed",
  "interim-wanted",
  "pair-settled",
]);

function isWriting(kind: OrderEventKind): boolean {
  return writing.has(kind);
}

/** How often it was sent, and once more while it is written on. */
function versionOf(course: readonly ApplicationStep[]): number {
  const sent = course.filter(({ stage }) => stage === "to-second").length;
  const isWritten = ["considering", "draft", "returned"].includes(course.at(-1)?.stage ?? "considering");
  return Math.max(1, sent + (isWritten ? 1 : 0));
}

function subjectOf({ subject, application }: OrderState): BundleSubject {
  const { name, otherNames, born, home } = subject;
  return {
    name,
    ...(otherNames !== undefined && { otherNames }),
    ...(born !== undefined && { born: { day: born.day, knowing: born.knowing } }),
    ...(home !== undefined && { home }),
    ...(application.lodged !== null && { lodging: application.lodged.day }),
  };
}

function attemptOf(attempt: ServiceAttempt): BundleAttempt {
  const { order, day, at, place, made, outcome, notDone } = attempt;
  return {
    ...{ order, day, at, place, made, outcome },
    isConfirmed: isService(attempt),
    ...(notDone !== undefined && { notDone }),
    evidence: evidenceOfAttempt(attempt).map(({ exhibit, says }) => ({ exhibit, says })),
  };
}

function conditionOf(one: Condition): BundleCondition {
  const { condition, type, says, places, times, channels, devices, programme, frequency, necessity, evidence, own, locality, interimToo } =
    one;
  return {
    condition,
    type,
    says,
    ...(places !== undefined && {
      places: places.map(({ says: where, map, metres }) => ({
        says: where,
        ...(map !== undefined && { map }),
        ...(metres !== undefined && { metres }),
      })),
    }),
    ...(times !== undefined && { times }),
    ...(channels !== undefined && { channels }),
    ...(devices !== undefined && { devices }),
    ...(programme !== undefined && { programme }),
    ...(frequency !== undefined && { frequency }),
    ...(necessity !== undefined && { necessity }),
    evidence,
    ...(own !== undefined && { own }),
    ...(locality !== undefined && { locality }),
    interimToo,
  };
}

/**
 * The lines of the first page: those on which a criterion rests by its day or its exhibit, in the order of time, at most ten; of more, those that a criterion
 * names by their day come first. Where no criterion names any, none is chosen.
 */
function factsOf({ draft }: OrderState, chronology: readonly BundleLine[]): readonly number[] {
  const carried = draft.criteria.flatMap(({ carries }) => carries);
  const days = new Set(carried.flatMap(({ day }) => day ?? []));
  const named = new Set(carried.flatMap(({ exhibit }) => exhibit?.split(/,\s*/) ?? []));
  const dayOfLine = ({ when }: BundleLine): string => dayWritten(londonDay(when.earliest));
  const byDay = chronology.filter((line) => days.has(dayOfLine(line)));
  const byExhibit = chronology.filter((line) => !days.has(dayOfLine(line)) && line.exhibits.some((one) => named.has(one)));
  return [...byDay, ...byExhibit]
    .slice(0, mostFacts)
    .map(({ number }) => number)
    .toSorted((one, other) => one - other);
}

/** Exhibits on which the lines of the first page rest, each once. */
export function exhibitsOfFacts(
  state: OrderState,
  { acts, facts, others }: Pick<BesideDraft, "acts" | "facts" | "others">,
): readonly string[] {
  const chronology = chronologyOf(acts, facts, [state, ...ownOf(state, others)]);
  const chosen = new Set(factsOf(state, chronology));
  return [...new Set(chronology.flatMap(({ number, exhibits }) => (chosen.has(number) ? exhibits : [])))];
}

/** Orders whose course stands in the chronology: those of this case, and of none. */
function ownOf(state: OrderState, others: readonly OrderState[]): readonly OrderState[] {
  return others.filter((one) => one.case === null || one.case === state.case);
}

/** The last return, and what was written since. */
function returnedOf(state: OrderState): BundleSource["returned"] {
  const { course } = state.application;
  const at = course.findLastIndex(({ stage }) => stage === "returned");
  const step = course[at];
  if (step === undefined) return undefined;
  const changed = changedSince(state, step.number);
  return {
    day: dayWritten(londonDay(step.happened)),
    version: versionOf(course.slice(0, at)),
    reason: step.says ?? "no reason was kept",
    ...(changed !== "" && { changed }),
  };
}

function changedSince({ draft }: OrderState, number: number): string {
  const since = (one: { readonly number: number } | null): boolean => one !== null && one.number > number;
  const criteria = draft.criteria.filter(since).map(({ criterion }) => `(${criterion})`);
  const conditions = draft.conditions.filter(since).map(({ condition }) => String(condition));
  const removed = draft.removed.filter(since).map(({ condition }) => String(condition));
  const parts = [
    ...(criteria.length === 0 ? [] : [`criterion ${sayList(criteria)}`]),
    ...(conditions.length === 0 ? [] : [`condition ${sayList(conditions)}, part 3`]),
    ...(removed.length === 0 ? [] : [`condition ${sayList(removed)} was taken out`]),
    ...(since(draft.link) ? ["the area"] : []),
    ...(since(draft.period) ? ["the period"] : []),
    ...(since(draft.interim) ? ["the interim"] : []),
    ...(draft.prompts.some(since) ? ["religion, work or education"] : []),
    ...(draft.protects.some(since) || draft.notProtected.some(since) ? ["whom it protects"] : []),
    ...(draft.settled.some(since) ? ["what was settled of other orders"] : []),
  ];
  return parts.join("; ");
}

/** An order that lives today, and how each of its conditions was held against each of the draft. */
function otherOrderOf(state: OrderState, other: OrderState, { nameOf, today }: BesideDraft): readonly BundleOtherOrder[] {
  const shown = other.typed?.theirs ?? other.order;
  return other.orders
    .filter((one) => livesOn(one, today))
    .map((order) => {
      const obeyed = toObeyFrom(order, other, today);
      const theirs = obeyed.map((condition) => ({ order: shown, condition }));
      const pairs = compareConditions(state.draft.conditions, theirs, nameOfPersonIn(state, other));
      return {
        order: shown,
        force: other.force,
        made: order.made,
        conditions: theirs.length,
        from: other.typed === null ? `an order of this force, ${order.which}` : typedBy(other.typed, order, nameOf),
        pairs: {
          fits: countOf(pairs, "fits"),
          conflict: countOf(pairs, "conflict"),
          toRead: countOf(pairs, "to-read"),
          notCompared: countOf(pairs, "not-compared"),
        },
        settled: state.draft.settled
          .filter((one) => one.other === other.order && obeyed.some((their) => isReadSo(one, their)))
          .map(({ condition, theirCondition, how, reason }) => ({
            mine: condition,
            theirs: theirCondition,
            says: `${settledWords[how]}: ${reason}`,
          })),
      };
    });
}

/** Whether somebody settled a pair with this condition in the words that it has. */
function isReadSo({ theirCondition, reads }: OrderState["draft"]["settled"][number], { condition, says }: Condition): boolean {
  return theirCondition === condition && reads === says;
}

const settledWords = {
  fits: "it fits",
  exception: "an exception was written",
  smaller: "the condition was made smaller",
  "asked-other-force": "the other force was asked",
  "stands-told-to-court": "it stands, and the court is told",
} as const;

function nameOfPersonIn(state: OrderState, other: OrderState): (person: string, order?: string) => string | undefined {
  return (person, order) => (order === undefined ? state : other).draft.protects.find((one) => one.person === person)?.name;
}

function typedBy(typed: NonNullable<OrderState["typed"]>, { copies }: LiveOrder, nameOf: BesideDraft["nameOf"]): string {
  const copy = typed.copy === undefined && copies.length === 0 ? "without a copy" : "from a copy";
  return `typed in ${copy} by ${nameOf(typed.by)} on ${dateInWords(londonDay(typed.happened))}`;
}

function countOf(pairs: readonly ComparedPair[], found: ComparedPair["found"]): number {
  return pairs.filter((one) => one.found === found).length;
}

/** "Of 3,412 acts that may be by the defendant 3,000 stand in this paper …". */
export function actsLeftOut(stand: number, all: number): string {
  return `Of ${sayCount(all, "act")} that may be by the defendant ${sayNumber(stand)} stand in this paper, the newest; those of senders of whom nobody said anything only where room was left.`;
}
