import type { Answer } from "../event/shapes.ts";
import type { BothState } from "../fold/both-state.ts";
import { openPrompts } from "./prompts.ts";

/** What a force proposes after the prompts: data with the day it holds from. A sentence with its reason comes out, and never a number. */
export interface RiskRule {
  /** "Northshire". */
  readonly force: string;
  /** Civil day from which it holds. */
  readonly date: string;
  /** What can be decided, the soonest first. */
  readonly choices: readonly { readonly id: string; readonly says: string }[];
  /** Comes before all answers: a danger stands, and nobody is there. */
  readonly danger: { readonly because: string; readonly propose: string };
  /** Read from the top; the first whose every answer is there proposes. */
  readonly when: readonly { readonly answers: Readonly<Record<string, Answer>>; readonly because: string; readonly propose: string }[];
  /** Where none of them fits. */
  readonly otherwise: { readonly because: string; readonly propose: string };
}

/** What a force has until it writes its own. Our own design, not a validated instrument. */
export function shippedRiskRule(force: string): RiskRule {
  return {
    force,
    date: "2026-11-27",
    choices: [
      { id: "tonight", says: "Officer to the person now" },
      { id: "day", says: "Officer within 24 hours" },
      { id: "week", says: "Appointment within 7 days" },
    ],
    danger: { because: "Somebody may be in danger now, and no officer is there", propose: "tonight" },
    when: [
      { answers: { "hurt-or-weapon": "yes" }, because: "Somebody was hurt, or there is a weapon", propose: "tonight" },
      {
        answers: { "came-near": "yes", threat: "yes", alone: "yes" },
        because: "Somebody came near, then a threat, and the person is alone",
        propose: "tonight",
      },
      { answers: { "order-or-bail": "yes" }, because: "An order or bail binds the other person now", propose: "day" },
      { answers: { "afraid-of-violence": "yes" }, because: "The person is afraid of violence", propose: "day" },
      { answers: { threat: "yes" }, because: "Something was said that can be read as a threat", propose: "day" },
      { answers: { "came-near": "yes" }, because: "Somebody came to where the person lives, works or travels", propose: "day" },
      { answers: { damage: "yes" }, because: "Something of the person’s was damaged", propose: "day" },
      { answers: { graver: "yes" }, because: "It is getting nearer, or graver", propose: "day" },
    ],
    otherwise: { because: "No answer so far asks for sooner; what is not known is no “no”", propose: "week" },
  };
}

/** How an event names the rule under which prompts were asked or something was decided: "Northshire, 2026-11-27". */
export function nameOfRiskRule({ force, date }: Pick<RiskRule, "force" | "date">): string {
  return `${force}, ${date}`;
}

/** What the rule proposes, and the sentence of the screen. */
export interface Proposal {
  readonly choice: string;
  /** "A threat, and somebody came near: the force’s rule proposes …". */
  readonly says: string;
  /** The rule with its date, as it is written into the decision. */
  readonly rule: string;
  /** Prompts that nobody answered. */
  readonly open: readonly string[];
}

/** What the force's rule proposes: for a danger that nobody meets, and else for the answers there are. A person decides; the rule only proposes. */
export function proposeFor({ prompts: answered, danger }: Pick<BothState, "prompts" | "danger">, rule: RiskRule): Proposal {
  const answersFit =
    rule.when.find(({ answers }) => Object.entries(answers).every(([prompt, answer]) => answered[prompt]?.answer === answer)) ??
    rule.otherwise;
  const found = danger !== null && danger.met === undefined ? rule.danger : answersFit;
  const choice = rule.choices.find(({ id }) => id === found.propose);
  return {
    choice: found.propose,
    says: `${found.because}: the force’s rule proposes “${choice?.says ?? found.propose}”.`,
    rule: nameOfRiskRule(rule),
    open: openPrompts(answered),
  };
}
