import { type RetentionQuestion, retentionQuestions } from "./retention-event.ts";
import type { RetentionState } from "./retention-state.ts";
import { type RetentionClass, type RetentionRule, reviewDay, ruleOn } from "./schedule.ts";

/** What is worked out of a case or a report: when it ended, and what still hangs on it. */
export interface RetentionFacts {
  readonly class: RetentionClass;
  /** Civil day of its end; null: it has not ended. */
  readonly end: string | null;
  /** Reports or cases outside that rest on it, by their numbers. */
  readonly otherCases: readonly string[];
  /** Days on which a court has something of it, today or later. */
  readonly courtDays: readonly string[];
  /** Orders and applications that are not over. */
  readonly liveOrders: readonly string[];
  /** What was decided about each report in it on its own, before it came there or since. */
  readonly within: readonly ({ readonly report: string } & Pick<RetentionState, "answers" | "hold">)[];
}

/** One of the five questions with what is known. */
export interface RetentionAnswer {
  readonly question: RetentionQuestion;
  readonly answer: "yes" | "no" | "not-asked";
  /** How it is known: worked out here, or somebody was asked. */
  readonly from: "worked-out" | "asked" | null;
  /** Numbers, days or words behind it. */
  readonly says: string;
}

/** When it is looked at, by which rule; and the questions. */
export interface RetentionReview {
  readonly rule: RetentionRule;
  /** Null: not before it has ended. */
  readonly due: string | null;
  readonly isDue: boolean;
  /** A hold whose day has not passed, on it or on a report in it. */
  readonly isHeld: boolean;
  /** Reports in it that are on hold. */
  readonly heldWithin: readonly string[];
  readonly answers: readonly RetentionAnswer[];
}

/** Works out the review on a civil day. */
export function reviewOf(
  facts: RetentionFacts,
  state: Pick<RetentionState, "answers" | "hold">,
  { rules, today }: { readonly rules: readonly RetentionRule[]; readonly today: string },
): RetentionReview {
  const rule = ruleOn(rules, facts.class, today);
  const due = facts.end === null ? null : reviewDay(facts.end, rule.months);
  const isOn = ({ hold }: Pick<RetentionState, "hold">): boolean => hold !== null && hold.until >= today;
  const heldWithin = facts.within.filter(isOn).map(({ report }) => report);
  return {
    rule,
    due,
    isDue: due !== null && due <= today,
    isHeld: isOn(state) || heldWithin.length > 0,
    heldWithin,
    answers: retentionQuestions.map((question) => answerTo(question, facts, state)),
  };
}

function answerTo(question: RetentionQuestion, facts: RetentionFacts, { answers }: Pick<RetentionState, "answers">): RetentionAnswer {
  const found = {
    "other-case": facts.otherCases,
    "live-order": facts.liveOrders,
    court: facts.courtDays,
    "another-person": [],
    "own-wish": [],
  };
  const said = answers.get(question);
  const within = facts.within.flatMap(({ report, answers: own }) => {
    const one = own.get(question);
    return one?.answer === "yes" ? [`${report}: ${one.says}`] : [];
  });
  if (found[question].length > 0) return { question, answer: "yes", from: "worked-out", says: found[question].join(", ") };
  // A yes that was said of a report stands where the report lies.
  if (within.length > 0) return { question, answer: "yes", from: "asked", says: within.join("; ") };
  if (said !== undefined) return { question, answer: said.answer, from: "asked", says: said.says };
  // What is all held here is known without asking anybody; complaints, inquests and wishes are not.
  if (question === "other-case" || question === "live-order") return { question, answer: "no", from: "worked-out", says: "" };
  return { question, answer: "not-asked", from: null, says: "" };
}

/** Why it cannot go now, in sentences; empty where it can. `isAsked`: the person asks for it, and the review need not have come. */
export function whyItStays(review: RetentionReview, isAsked: boolean): readonly string[] {
  const why: string[] = [];
  if (review.due === null) why.push("It is not closed.");
  else if (!review.isDue && !isAsked) why.push(`Its review is on ${review.due}.`);
  if (review.isHeld) why.push(review.heldWithin.length === 0 ? "It is on hold." : `On hold: ${review.heldWithin.join(", ")}.`);
  for (const { question, answer } of review.answers)
    if (answer !== "no") why.push(`${questionInWords[question]} ${answer === "yes" ? "Yes." : "Not asked."}`);
  return why;
}

/** The questions as they are asked. */
export const questionInWords: Readonly<Record<RetentionQuestion, string>> = {
  "other-case": "Is anybody else’s case resting on it?",
  court: "A court day, an appeal, a complaint, an inquest?",
  "live-order": "A live order, of any force?",
  "another-person": "Did another person in it ask us to keep it?",
  "own-wish": "Does the person it is about want it kept?",
};
