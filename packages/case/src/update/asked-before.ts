import type { Instant } from "@unmask/core";
import type { CaseEvent } from "../event.ts";
import { answerInWords } from "../fold/answer-words.ts";
import type { CaseState } from "../fold/case-state.ts";
import type { ReportState } from "../fold/report-state.ts";

/** The label under which a first page holds what is asked for (docs/formats/cover.md, `asks`). */
const asksLabel = "Asks for";

/** What the person asked and wrote, as it came: what an update is held against. */
export interface AskedBefore {
  /** What is asked for in letters and on first pages, each once. */
  readonly asks: readonly string[];
  /** Words of answers since anything was last sent, but for those that stand as questions in the case, the oldest first. */
  readonly wrote: readonly string[];
}

/** Gathers it from the reports of a case, or from the one report that stands in none. */
export function askedBefore(
  reports: readonly { readonly state: ReportState; readonly events: readonly CaseEvent[] }[],
  { thread }: Pick<CaseState, "thread">,
): AskedBefore {
  const asks = reports.flatMap(({ state: { wishes, covers } }) => [
    ...(wishes === null ? [] : [wishes]),
    ...covers.flatMap(({ said = [] }) => said.flatMap(({ label, says }) => (label === asksLabel && says !== "none" ? [says] : []))),
  ]);
  const sent = [
    ...thread.filter(({ from }) => from === "force"),
    ...reports.flatMap(({ state }) => state.attempts.filter(({ outcome }) => outcome === "sent" || outcome === "reached")),
  ].reduce<Instant | undefined>((last, { happened }) => (last === undefined || happened > last ? happened : last), undefined);
  const inThread = new Set(thread.filter(({ from }) => from === "her").map(({ says }) => says));
  const wrote = reports
    .flatMap(({ events }) => events)
    .flatMap((event) => {
      const says = event.kind === "answer-received" ? answerInWords(event.body) : undefined;
      return says === undefined ? [] : [{ at: event.happened, says }];
    })
    .filter(({ at, says }) => (sent === undefined || at > sent) && !inThread.has(says))
    .sort((one, other) => one.at - other.at);
  return { asks: [...new Set(asks)], wrote: wrote.map(({ says }) => says) };
}
