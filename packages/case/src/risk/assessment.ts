import type { BothState, PromptAnswer } from "../fold/both-state.ts";
import { type Prompt, prompts } from "./prompts.ts";
import { type Proposal, type RiskRule, proposeFor } from "./risk-rule.ts";

/** The screen of the risk prompts. There is no number in it that stands for a person. */
export interface Assessment {
  /** Each prompt with its newest answer; absent: not answered. */
  readonly rows: readonly { readonly prompt: Prompt; readonly answered?: PromptAnswer; readonly isOld: boolean }[];
  readonly proposal: Proposal;
  /** Something happened after the prompts were answered: they are asked again. */
  readonly askAgain: boolean;
  /** Licensed instruments that were used, as given: never added up. */
  readonly instruments: BothState["instruments"];
  /** "none loaded here", or how many were kept. */
  readonly instrumentSays: string;
}

/** What is known of danger, what the force's rule proposes, and whether it must be asked again. An old answer stays, and says that it is old. */
export function assessmentOf(state: BothState, rule: RiskRule): Assessment {
  const { prompts: answered, instruments, askAgainSince, promptsAnswered } = state;
  return {
    rows: prompts.map((prompt) => {
      const one = answered[prompt.id];
      return { prompt, ...(one && { answered: one }), isOld: one !== undefined && one.number < askAgainSince };
    }),
    proposal: proposeFor(state, rule),
    askAgain: promptsAnswered < askAgainSince,
    instruments,
    instrumentSays:
      instruments.length === 0
        ? "Licensed instrument: none used here. If yours is used: version, raw answers and assessor are kept, no total is shown."
        : `Licensed instrument: ${instruments.map(({ instrument, version, assessor }) => `${instrument}, ${version}, by ${assessor}`).join("; ")}. As given; no total.`,
  };
}
