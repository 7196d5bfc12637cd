import { type Instant, later } from "@unmask/core";
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

/**
 * Kinds that lose nothing when they are written on top of what was not seen yet: they add, and change nothing that another decides on. A consent that is taken
 * back holds from that minute, whatever somebody else is writing.
 */
const addsOnly: ReadonlySet<EventKind> = new Set<EventKind>([
  "report-opened",
  "contact-attempted",
  "searched",
  "danger-raised",
  "referral-withdrawn",
]);

/** Whoever sent one does not send another on what they saw before it: whether the first went they may not know. The same again: written-before.ts. */
const goOut: ReadonlySet<EventKind> = new Set<EventKind>([
  "update-written",
  "asked-her",
  "referral-sent",
  "disclosure-given",
  "rights-given",
]);

/** What goes to the person or to anybody else. Where there is no case, words to the mailbox are an attempt. */
export function goesOut({ kind, body }: Intent): boolean {
  return goOut.has(kind) || (kind === "contact-attempted" && isToMailbox(body));
}

function isToMailbox({ channel, outcome }: { readonly channel: string; readonly outcome: string }): boolean {
  return channel === "mailbox" && outcome === "sent";
}

/** What a person said, or somebody wrote of their danger: whoever reached them before they saw it has answered it with nothing. */
const heard: ReadonlySet<EventKind> = new Set<EventKind>(["answer-received", "she-wrote", "danger-raised"]);

/** What of it came since, from anybody else. */
function unheard({ saw, by }: Pick<Command, "saw" | "by">, log: BothState["log"]): readonly LoggedEvent[] {
  return log.filter((one) => one.number > saw && one.by !== by && heard.has(one.kind));
}

/**
 * When something took place of which nobody said when: now. But that a person was reached is written of the moment before the first letter, or the first
 * danger, that its writer had not seen: it answers neither, and ends no danger that was said in it.
 */
export function whenUnsaid(command: Pick<Command, "kind" | "saw" | "by">, { log }: Pick<BothState, "log">, now: Instant): Instant {
  if (command.kind !== "contact-attempted") return now;
  return unheard(command, log).reduce((when, { happened }) => (happened <= when ? later(happened, -1) : when), now);
}

/**
 * What somebody else wrote since, where that matters. The desk has no screen, so it is never second; and whoever writes knows what they
 * wrote themselves a moment before, though the page has not drawn it yet.
 */
export function changedSince(command: Command, { number, log }: BothState, desk: string): readonly LoggedEvent[] | undefined {
  const { by, kind, saw, follows, happened } = command;
  if (by === desk || follows !== undefined || saw === number) return undefined;
  const isOut = goesOut(command);
  if (addsOnly.has(kind) && !isOut) {
    // A call of which somebody says that it was after words which they had not seen would count as their answer.
    const after = kind === "contact-attempted" ? unheard(command, log).filter((one) => one.happened <= happened) : [];
    return after.length > 0 ? after : undefined;
  }
  const since = log.filter((one) => one.number > saw && (one.by !== by || (isOut && one.kind === kind)));
  // With a number that is ahead of what stands nothing was seen that could be changed: it is of another state.
  return since.length > 0 || saw > number ? since : undefined;
}
