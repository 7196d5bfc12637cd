import { type Act, type ActId, type Report, createWhose, isTheirs, msPerHour, msPerMinute } from "@unmask/core";
import { initialsOf, sayDuration, sayFirst } from "@unmask/words";
import type { Disclosed, DisclosedAct } from "./disclosed-acts.ts";
import { createIsStop } from "./stop-acts.ts";
import { wholeWordsOf } from "./whole-words.ts";
import { textOf } from "./words.ts";

/** A text that comes so soon after one of hers answers it, as far as a reader must know. */
const answerMinutes = 60;
/** A text that opens so speaks of what she did: her last one stands beside it although others of theirs came between, up to so many hours. */
const speaksOfHers = /^\W{0,3}(?:(?:oh|ah|and|ok|okay|haha)\W{1,3})?(?:now|so) (?:you|u|ur|your)\b/i;
const speaksHours = 24;
/** Hers stands beside words of theirs and must not push them off the page. */
const shortWords = { words: 15, characters: 90 } as const;
/** A stop of hers has more room, because it stands whole or not at all: a greeting is none. */
const stopWords = { words: 60, characters: 400 } as const;

/** What of hers a text of theirs came after. */
export interface Answered {
  readonly hers: ActId;
  /** The number of hers in the chronology. */
  readonly number: number;
  /** "after HR’s “Who is this?”". */
  readonly says: string;
}

/** Asks it of an act; undefined where nothing is said. */
export type SayAnswered = (one: Pick<DisclosedAct, "act">) => Answered | undefined;

/** The same as a sentence behind others: " After HR’s “Who is this?”". */
export function asSentence(says: string): string {
  return ` ${sayFirst(says)}${/[.!?…]”$/.test(says) ? "" : "."}`;
}

/**
 * Makes a question: after which words of hers did a text of theirs come? "after HR’s “Who is this?”". Nothing where none of hers stands directly
 * before it in the same talk, where hers has no short whole sentence and is no stop, and where the pack does not show it. It is printed beside his words and counted nowhere.
 */
export function createAnswered(report: Pick<Report, "timeline" | "statement">, { byId }: Pick<Disclosed, "byId">): SayAnswered {
  const { timeline, statement } = report;
  const whoseIs = createWhose(statement);
  const before = hersBefore(timeline.acts, whoseIs);
  const isStop = createIsStop(report);
  const me = initialsOf(statement.me.label);
  return ({ act: { id, when } }) => {
    const hers = before.get(id);
    const shown = hers && byId.get(hers.id);
    if (hers === undefined || shown === undefined) return undefined;
    const isHersStop = isStop(hers);
    const { words } = wholeWordsOf((hers.text ?? "").trim(), { isWholeOrNone: isHersStop, most: isHersStop ? stopWords : shortWords });
    if (words === null && !isHersStop) return undefined;
    const says = words === null ? `stop (no. ${shown.number})` : textOf(words);
    const wait = when.earliest - hers.when.earliest;
    const long = wait > answerMinutes * msPerMinute ? `, ${sayDuration(wait / 1000)} before` : "";
    return { hers: hers.id, number: shown.number, says: `after ${me}’s ${says}${long}` };
  };
}

/** By act of theirs, the text of hers that it answers. */
function hersBefore(acts: readonly Act[], whoseIs: (act: Act) => ReturnType<ReturnType<typeof createWhose>>): ReadonlyMap<ActId, Act> {
  const before = new Map<ActId, Act>();
  const lastIn = new Map<string, Act>();
  const lastOfHersIn = new Map<string, Act>();
  for (const act of acts) {
    const whose = whoseIs(act);
    const talks = talksOf(act, whose === "hers");
    const [talk] = talks;
    if (talk !== undefined && (isTheirs(whose) || whose === "perhaps theirs") && isText(act)) {
      const last = lastIn.get(talk);
      const hers = lastOfHersIn.get(talk);
      const isAnswer = hers !== undefined && last === hers && waitOf(hers, act) <= answerMinutes * msPerMinute;
      const speaks = hers !== undefined && speaksOfHers.test(act.text ?? "") && waitOf(hers, act) <= speaksHours * msPerHour;
      if (hers !== undefined && (isAnswer || speaks) && isText(hers) && isCertainlyBefore(hers, act)) before.set(act.id, hers);
    }
    for (const one of talks) {
      lastIn.set(one, act);
      if (whose === "hers") lastOfHersIn.set(one, act);
    }
  }
  return before;
}

/** The talks that an act stands in: its thread, else between her and each number or account that it names. */
function talksOf({ channel, thread, from, to }: Act, isHers: boolean): readonly string[] {
  if (thread !== undefined) return [`${channel}\u001fin\u001f${thread}`];
  return (isHers ? to : [from]).map(({ normal }) => `${channel}\u001fwith\u001f${normal}`);
}

function isText({ kind, text, grade }: Act): boolean {
  return kind === "message" && grade !== "own-account" && (text ?? "").trim() !== "";
}

function waitOf(first: Act, then: Act): number {
  return then.when.earliest - first.when.earliest;
}

/** Of two acts in the order of the timeline: within one minute the order of the lines of one file tells; of two files nothing does. */
function isCertainlyBefore({ when, source }: Act, then: Act): boolean {
  return when.latest < then.when.earliest || source.sha256 === then.source.sha256;
}
