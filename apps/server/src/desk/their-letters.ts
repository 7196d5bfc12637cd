import { type CaseEvent, answerInWords, reporterOf } from "@unmask/case";
import type { Instant } from "@unmask/core";
import type { FoundCase } from "./find-case.ts";
import { accountOf } from "./report-words.ts";

/** One time a person wrote or told something, in a report of a case or in one that is read as one with it. */
interface TheirLetter {
  readonly report: string;
  /** Whose report it is: what one of several wrote is no word of another's. */
  readonly name: string;
  /** Of its event. */
  readonly number: number;
  readonly happened: Instant;
  /** Absent where only packs came. */
  readonly says?: string;
}

/** All that was written and told in the reports of a case and those read as one with them, the newest first: a closing that is asked for rests on the first. */
export function theirLetters({
  reports,
  joinedTo,
  eventsOf,
}: Pick<FoundCase, "reports" | "joinedTo" | "eventsOf">): readonly TheirLetter[] {
  const joined = [...joinedTo.values()].flat().map((one) => [one.state.report, one] as const);
  const all = [
    ...reports.map((state) => ({ state, events: eventsOf.get(state.report) ?? [] })),
    // One can be read as one with two of a case.
    ...new Map(joined).values(),
  ];
  return all
    .flatMap(({ state, events }) => events.flatMap((event) => letterOf(event, reporterOf(state))))
    .toSorted((one, other) => other.happened - one.happened || other.number - one.number);
}

function letterOf(event: CaseEvent, name: string): readonly TheirLetter[] {
  const says = wordsOf(event);
  if (says === undefined) return [];
  const { stream, number, happened } = event;
  return [{ report: stream.id, name, number, happened, ...(says !== "" && { says }) }];
}

/** Empty: packs alone; undefined: it is nothing of theirs. */
function wordsOf(event: CaseEvent): string | undefined {
  if (event.kind === "answer-received") return answerInWords(event.body) ?? "";
  return event.kind === "report-received" || event.kind === "report-typed" ? accountOf([event]) : undefined;
}
