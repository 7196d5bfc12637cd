import type { Instant } from "@unmask/core";
import type { BodyOf, CaseEvent, EventKind } from "../event.ts";
import type { Answer, Ground } from "../event/shapes.ts";
import { type Dangers, withCallWithdrawn, withDangerEnded, withDangerMet, withDangerSaid } from "./danger.ts";
import { type At, atOf } from "./event-at.ts";
import { type Entries, entriesAfter, noEntries } from "./withdrawal.ts";

/** What a report and a case both hold. */
export interface BothState extends Dangers, Entries {
  /** Number of the last event; 0 before the first. A command names the number it saw. */
  readonly number: number;
  /** What came, in order: for whoever saved second, and for "new since you looked". */
  readonly log: readonly LoggedEvent[];
  readonly breaches: readonly (BodyOf<"breach-found"> & At)[];
  readonly searches: readonly (BodyOf<"searched"> & At)[];
  readonly attempts: readonly (BodyOf<"contact-attempted"> & At)[];
  /** Each time words reached a person, with the day by which they were told that somebody writes again. */
  readonly reached: readonly Reached[];
  /** By when each person was told last that somebody writes again, in order; none where nobody said, or somebody has written to that person since. */
  readonly promises: readonly (Reached & { readonly nextBy: string })[];
  /** By id of the prompt: the newest answer. A prompt that is not there was never answered. */
  readonly prompts: Readonly<Record<string, PromptAnswer>>;
  readonly instruments: readonly (BodyOf<"instrument-kept"> & At)[];
  readonly tasks: readonly (BodyOf<"task-made"> & { readonly done: boolean })[];
  readonly links: readonly Link[];
  readonly handovers: readonly Handover[];
  /** Second readings of decisions, in order. */
  readonly readings: readonly (BodyOf<"decision-read"> & At)[];
  /** Number of the last event after which the risk prompts are asked again; 0: none. */
  readonly askAgainSince: number;
}

/** Words that reached a person: of which reports, where the stream is a case; without, of all that it holds. */
interface Reached extends At {
  readonly of?: readonly string[];
  readonly nextBy?: string;
}

/** One line of what came. */
export interface LoggedEvent extends At {
  readonly kind: EventKind;
  readonly recorded: Instant;
}

/** The newest answer to a prompt. */
export interface PromptAnswer extends At {
  readonly answer: Answer;
  readonly ground?: Ground;
}

/** A question whether two belong together, and the newest answer to it. */
export interface Link extends BodyOf<"link-suggested"> {
  readonly number: number;
  readonly decided?: BodyOf<"link-decided"> & At;
}

/** What was handed over; without `read` it is still the giver's. */
export interface Handover extends At, BodyOf<"handover-given"> {
  readonly read?: At;
}

/** Whose it is until the note is read: who wrote the note, or the officer in whose place that was. */
export function giverOf({ by, from = by }: Pick<Handover, "by" | "from">): string {
  return from;
}

/** Before the first event. */
export const nothingYet: BothState = {
  ...noEntries,
  number: 0,
  log: [],
  danger: null,
  dangers: [],
  breaches: [],
  searches: [],
  attempts: [],
  reached: [],
  promises: [],
  prompts: {},
  instruments: [],
  tasks: [],
  links: [],
  handovers: [],
  readings: [],
  askAgainSince: 0,
};

/** After these somebody's danger can be another than it was: the prompts are asked again. */
const asksAgain: ReadonlySet<EventKind> = new Set<EventKind>([
  "report-received",
  "report-typed",
  "answer-received",
  "pack-opened",
  "danger-raised",
  "breach-found",
  "report-added",
  "victim-code-event",
  "order-considered",
  "she-wrote",
  "record-typed",
]);

/** Raises a danger beside those that stand. */
export function withDanger<S extends BothState>(state: S, event: CaseEvent, ground: Ground): S {
  return { ...state, ...withDangerSaid(state, event, ground) };
}

/** What an event changes in what both hold. Events that only one of them has change the number and the log. */
export function applyToBoth<S extends BothState>(state: S, event: CaseEvent): S {
  const { number, kind, recorded } = event;
  const next: S = {
    ...state,
    number,
    log: [...state.log, { ...atOf(event), kind, recorded }],
    askAgainSince: asksAgain.has(kind) ? number : state.askAgainSince,
  };
  return applyLinksAndTasks(applyDangerAndRisk(entriesAfter(next, event), event), event);
}

function applyDangerAndRisk<S extends BothState>(state: S, event: CaseEvent): S {
  const at = atOf(event);
  switch (event.kind) {
    case "danger-raised":
      return withDanger(state, event, event.body);
    case "danger-met":
      return { ...state, ...withDangerMet(state, event, event.body) };
    case "danger-ended":
      return { ...state, ...withDangerEnded(state, event, event.body) };
    case "breach-found":
      return { ...state, breaches: [...state.breaches, { ...event.body, ...at }] };
    case "searched":
      return { ...state, searches: [...state.searches, { ...event.body, ...at }] };
    case "contact-attempted":
      return { ...withPromise(state, event), attempts: [...state.attempts, { ...event.body, ...at }] };
    case "update-written":
      return withPromise(state, event);
    case "entry-withdrawn": {
      const stands = ({ number }: At): boolean => number !== event.body.entry;
      const attempts = state.attempts.filter(stands);
      const call = state.attempts.find((one) => !stands(one));
      const dangers = call === undefined ? {} : withCallWithdrawn(state, call, attempts);
      const breaches = state.breaches.filter(stands);
      return promised({ ...state, ...dangers, attempts, breaches, reached: state.reached.filter(stands) });
    }
    case "risk-answered": {
      const answered = event.body.prompts.map(({ prompt, ...rest }) => [prompt, { ...rest, ...at }] as const);
      return { ...state, prompts: { ...state.prompts, ...Object.fromEntries(answered) } };
    }
    case "instrument-kept":
      return { ...state, instruments: [...state.instruments, { ...event.body, ...at }] };
    default:
      return state;
  }
}

/** Words that reach a person keep the promise that stood to that person, and make the next one where they say a day. */
function withPromise<S extends BothState>(state: S, event: CaseEvent): S {
  if (event.kind !== "update-written" && event.kind !== "contact-attempted") return state;
  if (event.kind === "contact-attempted" && event.body.outcome !== "sent" && event.body.outcome !== "reached") return state;
  const { nextBy } = event.body;
  const of = event.kind === "contact-attempted" ? event.body.reports : event.body.to === undefined ? undefined : [event.body.to];
  const reached = { ...atOf(event), ...(of !== undefined && { of }), ...(nextBy !== undefined && { nextBy }) };
  return promised({ ...state, reached: [...state.reached, reached] });
}

/** The promises after which nothing reached the same person. */
function promised<S extends BothState>(state: S): S {
  const { reached } = state;
  const isKeptBy = ({ of }: Reached, later: Reached): boolean =>
    of === undefined || later.of === undefined || of.every((one) => later.of?.includes(one));
  const promises = reached.flatMap((one, i) => {
    const { nextBy } = one;
    return nextBy === undefined || reached.slice(i + 1).some((later) => isKeptBy(one, later)) ? [] : [{ ...one, nextBy }];
  });
  return { ...state, promises };
}

function applyLinksAndTasks<S extends BothState>(state: S, event: CaseEvent): S {
  const at = atOf(event);
  switch (event.kind) {
    case "task-made":
      return { ...state, tasks: [...state.tasks, { ...event.body, done: false }] };
    case "task-done":
      return { ...state, tasks: state.tasks.map((one) => (one.task === event.body.task ? { ...one, done: true } : one)) };
    case "link-suggested":
      return { ...state, links: [...state.links, { ...event.body, number: event.number }] };
    case "link-decided":
      return {
        ...state,
        links: state.links.map((one) => (one.link === event.body.link ? { ...one, decided: { ...event.body, ...at } } : one)),
      };
    case "handover-given":
      return { ...state, handovers: [...state.handovers.filter((one) => !isReplaced(one, event)), { ...event.body, ...at }] };
    case "handover-read":
      return { ...state, handovers: state.handovers.map((one) => (one.number === event.body.number ? { ...one, read: at } : one)) };
    case "decision-read":
      return { ...state, readings: [...state.readings, { ...event.body, ...at }] };
    default:
      return state;
  }
}

/** A note that waited goes out of force by a newer one of what is the same giver's: two would be read by two, and it would be with both. */
function isReplaced(one: Handover, { by, body }: { readonly by: string; readonly body: BodyOf<"handover-given"> }): boolean {
  return one.read === undefined && giverOf(one) === giverOf({ ...body, by });
}

/** Events in order of their number, each number once, whatever order they came in. */
export function inOrder(events: Iterable<CaseEvent>): readonly CaseEvent[] {
  const byNumber = new Map<number, CaseEvent>();
  for (const event of events) if (!byNumber.has(event.number)) byNumber.set(event.number, event);
  return [...byNumber.values()].sort((one, other) => one.number - other.number);
}
