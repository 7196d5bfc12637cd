import { useState } from "react";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { type SearchAnswer, isExact, searchAnswer } from "../desk/search-answer.ts";
import { useAnswer } from "./use-answer.ts";
import { useTold } from "./use-told.ts";

/**
 * The reports in which a whole number or address stands that was typed into Find; of other words nothing is asked. Each search is written with why, so
 * that none begins before the officer gave a reason for this very number: `ask` is there until then.
 */
export function useExactSearch(
  at: AtDesk,
  sought: string,
): {
  readonly found: readonly string[];
  readonly came: Exclude<Answer<SearchAnswer>, { readonly came: "value" }> | undefined;
  readonly again: () => void;
  readonly ask: ((reason: GivenReason) => void) | undefined;
} {
  const typed = sought.trim();
  const [why, setWhy] = useState<{ readonly of: string; readonly reason: GivenReason } | undefined>(undefined);
  const given = why?.of === typed ? why.reason : undefined;
  const path = `search?q=${encodeURIComponent(typed)}`;
  const about = `${path} ${given?.code ?? ""} ${given?.words ?? ""}`;
  const { answer, again } = useAnswer(about, isExact(typed) && given ? () => at.world.desk.get(path, searchAnswer, given) : undefined);
  useTold(at, answer);
  const isHere = answer?.came === "value" && isExact(typed);
  return {
    found: isHere ? answer.value.hits.flatMap(({ report }) => report ?? []) : [],
    came: answer === undefined || answer.came === "value" ? undefined : answer,
    again,
    ask: isExact(typed) && given === undefined ? (reason) => setWhy({ of: typed, reason }) : undefined,
  };
}
