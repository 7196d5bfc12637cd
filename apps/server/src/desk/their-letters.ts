import { type CaseEvent, answerInWords } from "@unmask/case";
import type { Instant } from "@unmask/core";
import type { FoundCase } from "./find-case.ts";
import { accountOf } from "./report-words.ts";

/** One time the person wrote or told something, in a report of a case. */
interface TheirLetter {
  readonly report: string;
  /** Of its event. */
  readonly number: number;
  readonly happened: Instant;
  /** Absent where only packs came. */
  readonly says?: string;
}

/** All that the person wrote and told in the reports of a case, the newest first: a closing that the person asks for rests on one of these. */
export function theirLetters({ eventsOf }: Pick<FoundCase, "eventsOf">): readonly TheirLetter[] {
  return [...eventsOf.values()]
    .flat()
    .flatMap((event): readonly TheirLetter[] => {
      const says = wordsOf(event);
      if (says === undefined) return [];
      const { stream, number, happened } = event;
      return [{ report: stream.id, number, happened, ...(says !== "" && { says }) }];
    })
    .toSorted((one, other) => other.happened - one.happened);
}

/** Empty: packs alone; undefined: it is nothing of theirs. */
function wordsOf(event: CaseEvent): string | undefined {
  if (event.kind === "answer-received") return answerInWords(event.body) ?? "";
  return event.kind === "report-received" || event.kind === "report-typed" ? accountOf([event]) : undefined;
}
