import type { Instant } from "@unmask/core";
import type { BreachOpened } from "../event/of-breach.ts";
import type { ReadCondition } from "./act-in-condition.ts";
import type { ArrivedAct } from "./arrived-act.ts";
import { londonDay, timeInWords } from "../clock/london.ts";
import { dayWritten } from "../register/day-number.ts";
import type { ProposedBreach } from "./proposed-breach.ts";

/** What a proposal writes down as a possible breach of one condition, for whoever opens it: nothing of it is decided. */
export function openedBy(breach: string, act: ArrivedAct, proposed: ProposedBreach, read: ReadCondition): BreachOpened {
  const { earliest, latest } = act.when;
  const [day, minute] = [londonDay(earliest), clockOf(earliest)];
  // An hour is written only where there is one: the hour at which something was told is not that of what it tells.
  const isOneMinute = act.isWordsAlone !== true && act.when.or === undefined && londonDay(latest) === day && clockOf(latest) === minute;
  const couldChange = sentencesOf([...proposed.couldChange, ...read.couldChange], proposed.asks);
  return {
    breach,
    order: proposed.which,
    of: { condition: read.condition },
    act: { report: proposed.report, act: proposed.act },
    // Before the condition stood nothing was under it.
    day: read.from ?? dayWritten(day),
    ...(isOneMinute && { at: minute }),
    says: read.why,
    ...(read.rule && { proposedBy: `${read.rule.rule}, version ${read.rule.version}` }),
    ...(couldChange !== "" && { couldChange }),
  };
}

/** What could change it in one sentence, then each question in its own: a question ends as one. */
function sentencesOf(couldChange: readonly string[], asks: readonly string[]): string {
  const [said, asked] = [[...new Set(couldChange)].join("; "), [...new Set(asks)]];
  return [...(said === "" ? [] : [said]), ...asked].map((one) => (/[.?]$/.test(one) ? one : `${one}.`)).join(" ");
}

/** `16:05`, without the name of the clock in the hour that is shown twice. */
function clockOf(instant: Instant): string {
  return timeInWords(instant).slice(0, 5);
}
