import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import { type SearchAnswer, isExact, searchAnswer } from "../desk/search-answer.ts";
import { useAnswer } from "./use-answer.ts";
import { useTold } from "./use-told.ts";

/** Milliseconds without a key before a number is looked for: each search is written. */
const pauseMs = 700;
const reason = { code: "triage", words: "a number or address looked for in the queue" } as const;

/** The reports in which a whole number or address stands that was typed into Find; of other words nothing is asked. */
export function useExactSearch(
  at: AtDesk,
  sought: string,
): {
  readonly found: readonly string[];
  readonly came: Exclude<Answer<SearchAnswer>, { readonly came: "value" }> | undefined;
  readonly again: () => void;
} {
  const typed = sought.trim();
  const path = `search?q=${encodeURIComponent(typed)}`;
  const { answer, again } = useAnswer(path, isExact(typed) ? () => at.world.desk.get(path, searchAnswer, reason) : undefined, pauseMs);
  useTold(at, answer);
  const isHere = answer?.came === "value" && isExact(typed);
  return {
    found: isHere ? answer.value.hits.flatMap(({ report }) => report ?? []) : [],
    came: answer === undefined || answer.came === "value" ? undefined : answer,
    again,
  };
}
