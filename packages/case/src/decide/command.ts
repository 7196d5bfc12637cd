import type { Instant } from "@unmask/core";
import type { CaseEvent, EventKind, Intent, Stream } from "../event.ts";
import type { BothState, LoggedEvent } from "../fold/both-state.ts";
import type { RiskRule } from "../risk/risk-rule.ts";

/** What somebody wants to write, and which state that person saw. */
export type Command = Intent & {
  readonly stream: Stream;
  /** Number of the last event that was on the screen. */
  readonly saw: number;
  /** Id of the officer, or `desk`. */
  readonly by: string;
  /** When it took place, by whoever writes it. */
  readonly happened: Instant;
  /** The case that this follows from, where the command is the other half of one that was accepted there. */
  readonly follows?: string;
};

/** The force's rules that a command is held against. */
export interface DeskRules {
  readonly risk: RiskRule;
}

/** Why a command is refused: the rule, whole sentences, and the kinds that are open instead. */
export interface Refusal {
  readonly rule: string;
  readonly says: string;
  readonly allows: readonly EventKind[];
}

/** What came of a command. */
export type Decided =
  | {
      readonly done: true;
      /** What is written in this stream, numbered. */
      readonly events: readonly CaseEvent[];
      /** What follows in other streams, to be decided there in the same transaction; `happened`: when it took place, where that is not now. */
      readonly also: readonly { readonly stream: Stream; readonly intent: Intent; readonly happened?: Instant }[];
    }
  /** The state forbids it. */
  | { readonly done: false; readonly refused: Refusal }
  /** Somebody saved first: what came since. Nothing of either is lost; whoever is second reads this and saves again. */
  | { readonly done: false; readonly changed: readonly LoggedEvent[] };

/** A refusal. */
export function refuse(rule: string, says: string, ...allows: readonly EventKind[]): Refusal {
  return { rule, says, allows };
}

/** Kinds that lose nothing when they are written on top of what was not seen yet: they add, and change nothing that another decides on. */
const addsOnly: ReadonlySet<EventKind> = new Set<EventKind>(["report-opened", "contact-attempted", "searched", "danger-raised"]);

/** What goes out to the person: a second press of the same key must not write to them twice. */
const goesOut: ReadonlySet<EventKind> = new Set<EventKind>(["update-written", "asked-her"]);

/**
 * What somebody else wrote since, where that matters. The desk has no screen, so it is never second; and whoever writes knows what they
 * wrote themselves a moment before, though the page has not drawn it yet.
 */
export function changedSince(command: Command, { number, log }: BothState, desk: string): readonly LoggedEvent[] | undefined {
  const { by, kind, saw, follows } = command;
  if (by === desk || follows !== undefined || addsOnly.has(kind) || saw === number) return undefined;
  const since = log.filter((one) => one.number > saw && (one.by !== by || (goesOut.has(kind) && one.kind === kind)));
  // With a number that is ahead of what stands nothing was seen that could be changed: it is of another state.
  return since.length > 0 || saw > number ? since : undefined;
}
