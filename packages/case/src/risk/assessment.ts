import type { BothState, PromptAnswer } from "../fold/both-state.ts";
import { type Prompt, prompts } from "./prompts.ts";
import { type Proposal, type RiskRule, proposeFor } from "./risk-rule.ts";

/** The screen of the risk prompts. There is no number in it that stands for a person. */
export interface Assessment {
  /** Each prompt with its newest answer; absent: not answered. */
  readonly rows: readonly { readonly prompt: Prompt; readonly answered?: PromptAnswer; readonly isOld: boolean }[];
  readonly proposal: Proposal;
  /** Something happened after which not every prompt was answered: they are asked again. */
  readonly askAgain: boolean;
  /** Licensed instruments that were used, as given: never added up. */
  readonly instruments: BothState["instruments"];
  /** "none loaded here", or how many were kept. */
  readonly instrumentSays: string;
}

/** What the prompts are asked again by. */
export type AskedState = Pick<BothState, "askAgainSince" | "prompts" | "log">;

/**
 * After what the prompts are asked again: the newest event of this stream, or of a report of the case that nobody assessed since. Undefined: each of them
 * was answered after everything that came.
 */
export function asksSince(state: AskedState, reports: readonly AskedState[] = []): BothState["log"][number] | undefined {
  const { log, askAgainSince } = state;
  const through = allAnsweredThrough(state);
  // What had come before the case was opened was known to whoever opened it.
  const answered = log.find(({ number }) => number === through) ?? log[0];
  const since = answered?.recorded ?? 0;
  const own = through < askAgainSince ? log.filter(({ number }) => number === askAgainSince) : [];
  const ofReports = reports
    .filter((one) => allAnsweredThrough(one) < one.askAgainSince)
    .flatMap((one) => one.log.filter(({ number, recorded }) => number === one.askAgainSince && recorded > since));
  return [...own, ...ofReports].sort((one, other) => other.recorded - one.recorded)[0];
}

/** Number of the event through which every prompt was answered; 0: one was never. What is half answered is still asked. */
function allAnsweredThrough({ prompts: answered }: Pick<BothState, "prompts">): number {
  return prompts.map(({ id }) => answered[id]?.number ?? 0).reduce((least, one) => Math.min(least, one));
}

/** Whether an act that falls on an order stands here after which the prompts were not each answered: nobody has weighed it yet. */
export function isBreachUnweighed(state: Pick<BothState, "breaches" | "prompts">): boolean {
  const through = allAnsweredThrough(state);
  return state.breaches.some(({ number }) => number > through);
}

/** How many prompts nobody answered after that. */
export function openSince(state: AskedState, reports: readonly AskedState[] = []): number {
  return prompts.filter(({ id }) => !isAnsweredSince(state.prompts[id], state, asksSince(state, reports))).length;
}

/** Whether an answer is newer than what the prompts are asked after. */
function isAnsweredSince(
  answer: PromptAnswer | undefined,
  { log, askAgainSince }: AskedState,
  asks: ReturnType<typeof asksSince>,
): boolean {
  if (answer === undefined || answer.number < askAgainSince) return false;
  return asks === undefined || !log.some(({ number, recorded }) => number === answer.number && recorded < asks.recorded);
}

/**
 * What is known of danger, what the force's rule proposes, and whether it must be asked again, also for what came in a report of the case. An old
 * answer stays, and says that it is old.
 */
export function assessmentOf(state: BothState, rule: RiskRule, reports: readonly AskedState[] = []): Assessment {
  const { prompts: answered, instruments } = state;
  const asks = asksSince(state, reports);
  return {
    rows: prompts.map((prompt) => {
      const one = answered[prompt.id];
      return { prompt, ...(one && { answered: one }), isOld: one !== undefined && !isAnsweredSince(one, state, asks) };
    }),
    proposal: proposeFor(state, rule),
    askAgain: asks !== undefined,
    instruments,
    instrumentSays:
      instruments.length === 0
        ? "Licensed instrument: none used here. If yours is used: version, raw answers and assessor are kept, no total is shown."
        : `Licensed instrument: ${instruments.map(({ instrument, version, assessor }) => `${instrument}, ${version}, by ${assessor}`).join("; ")}. As given; no total.`,
  };
}
