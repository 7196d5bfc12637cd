import {
  type BreachRests,
  type OrderState,
  decisionClosedBy,
  decisionOf,
  decisionsOpen,
  excuseQuestions,
  groundlessOf,
  protectedIds,
  restsOf,
  stageOfOrder,
} from "@unmask/case";
import type { OrderPage } from "../../desk/order-page.ts";
import { sayCivilDay } from "../../parts/civil-day.ts";

/** How a possible breach or a missed duty is said, step by step. */

/** One of them. */
export type Breach = OrderState["breaches"][number];

/** What one of them rests on, as that stands now. */
export function restsOn(breach: Breach, { state, register, now }: Pick<OrderPage, "state" | "register" | "now">): BreachRests {
  return restsOf(breach, state, register, now);
}

/** The six steps. */
export const breachSteps = ["of", "evidence", "knew", "excuse", "decision", "tell"] as const;
/** One of them. */
export type BreachStep = (typeof breachSteps)[number];

/** A step with where it stands. */
export interface StepShown {
  readonly step: BreachStep;
  /** "1 Condition" */
  readonly says: string;
  /** "2 items" */
  readonly more: string;
  readonly isDone: boolean;
}

/** The questions about an excuse: those that are proposed, and whatever else was asked, each with its last answer. */
export function questionsOf(breach: Breach): readonly { readonly question: string; readonly asked: Breach["asked"][number] | undefined }[] {
  const proposed = excuseQuestions(breach);
  const more = breach.asked.filter(({ question }) => !proposed.includes(question)).map(({ question }) => question);
  return [...proposed, ...more].map((question) => ({ question, asked: breach.asked.find((one) => one.question === question) }));
}

/** Evidence that was not withdrawn. */
export function evidenceOf({ evidence }: Breach): Breach["evidence"] {
  return evidence.filter(({ withdrawn }) => withdrawn === undefined);
}

/** A protected person, with what they were told last. */
export interface PersonTold {
  readonly person: string;
  readonly name: string;
  readonly last: OrderState["told"][number] | undefined;
  readonly isTold: boolean;
}

/** Whoever the order protects, with what they were told of this. */
export function toldOf(breach: Breach, state: OrderState): readonly PersonTold[] {
  const decision = breach.decisions.at(-1);
  return protectedIds(state).map((person) => {
    const told = state.told.filter((one) => one.about === breach.breach && one.person === person);
    const last = told.at(-1);
    return {
      person,
      name: state.draft.protects.find((one) => one.person === person)?.name ?? person,
      last,
      isTold: last !== undefined && last.how !== "not-told" && (decision === undefined || last.number > decision.number),
    };
  });
}

/** What the order itself says of its service, while nothing of it is written under the breach: what a second person confirmed is never called unknown. */
export function sayServed({ order: which, day }: Pick<Breach, "order" | "day">, { orders }: Pick<OrderState, "orders">): ServedShown {
  const served = orders.findLast((one) => one.which === which)?.served ?? null;
  if (served === null)
    return { more: "not written", says: "No service is confirmed, and nothing is written of whether the order was known otherwise." };
  const on = sayCivilDay(served.day);
  return served.day <= day
    ? {
        more: `served ${on}`,
        says: `The order was served on ${on}, and a second person has confirmed it. Choose that service below, so that this rests on it.`,
      }
    : {
        more: "served later",
        says: `The confirmed service is of ${on}, after this day. Whether the order was known otherwise is not written.`,
      };
}

/** It in a few words for the line of steps, and in a sentence. */
interface ServedShown {
  readonly more: string;
  readonly says: string;
}

/** The condition that it is about, as it stands in the order now; undefined: it is about a duty, or the condition is gone. */
export function conditionOf(
  { of, order: which }: Pick<Breach, "of" | "order">,
  { orders }: Pick<OrderState, "orders">,
): OrderState["orders"][number]["conditions"][number] | undefined {
  if (!("condition" in of)) return undefined;
  return orders.findLast((one) => one.which === which)?.conditions.find((one) => one.condition === of.condition);
}

/** Each step with where it stands. */
export function stepsOf(breach: Breach, state: OrderState, rests: BreachRests): readonly StepShown[] {
  const { of, assessed } = breach;
  const { knew } = rests;
  const [evidence, questions, told] = [evidenceOf(breach), questionsOf(breach), toldOf(breach, state)];
  const closed = decisionClosedBy(breach, rests);
  const decision = decisionOf(breach, rests);
  const isOpen = decisionsOpen(breach, rests).length > 0;
  const answered = questions.filter(({ asked }) => asked?.found !== undefined).length;
  const isAssessed = assessed.length > 0 && closed.length === 0;
  const rows: readonly Omit<StepShown, "says">[] = [
    { step: "of", more: "condition" in of ? `condition ${of.condition}` : "a duty", isDone: true },
    {
      step: "evidence",
      more: evidence.length === 0 ? "none yet" : `${evidence.length} ${evidence.length === 1 ? "item" : "items"}`,
      isDone: evidence.length > 0,
    },
    { step: "knew", more: knew.length === 0 ? sayServed(breach, state).more : "written", isDone: knew.length > 0 },
    {
      step: "excuse",
      more:
        answered === 0
          ? rests.isSaid === true
            ? "said at a station"
            : "nobody asked"
          : `${answered} of ${questions.length} asked${isAssessed ? ", assessed" : ""}`,
      isDone: isAssessed || decision !== undefined,
    },
    {
      step: "decision",
      more:
        decision === undefined
          ? closed.length === 0
            ? "open"
            : isOpen
              ? "closed, except as no breach"
              : "closed until 4 is written"
          : decision.read === undefined
            ? "waits for a second person"
            : "read",
      isDone: decision?.read !== undefined,
    },
    {
      step: "tell",
      more: `${told.filter(({ isTold }) => isTold).length} of ${told.length} told`,
      isDone: told.length > 0 && told.every(({ isTold }) => isTold),
    },
  ];
  return rows.map((row, i) => ({ ...row, says: `${i + 1} ${names[row.step]}` }));
}

const names: Readonly<Record<BreachStep, string>> = {
  of: "What",
  evidence: "Evidence",
  knew: "Served or known",
  excuse: "Excuse asked",
  decision: "Decision",
  tell: "Tell",
};

/** The first step that is not done: the next one open. */
export function nextStep(steps: readonly StepShown[]): BreachStep {
  return steps.find(({ isDone }) => !isDone)?.step ?? "tell";
}

/** Draft of what a protected person reads, before anybody decided and after: it says what is done, and promises nothing, least of all an order that is over. */
export function draftForPerson(breach: Breach, orders: OrderState["orders"], rests: BreachRests, today: string): string {
  const decision = decisionOf(breach, rests);
  const what =
    "condition" in breach.of
      ? `You told us about ${sayCivilDay(breach.day)}, or we were told of it. `
      : "Something that has to be told to the police under the order may not have been told in time. ";
  const next =
    decision === undefined
      ? `${groundlessOf(breach, rests) === undefined ? "" : "What was decided before is open again. "}We are finding out what happened, and what they say of it, before anybody decides.`
      : `An officer has decided what we do next: ${told[decision.decision]}${decision.until === undefined ? "" : ` by ${sayCivilDay(decision.until)}`}.`;
  const holds = orders.some((one) => stageOfOrder(one, today) === "lives")
    ? "The order holds as before."
    : orders.length === 0
      ? "No order holds: ask us what can be done now."
      : "The order does not hold any more: ask us what can be done now.";
  return `${what}${next} ${holds} If you see them, call 999.`;
}

const told: Readonly<Record<NonNullable<ReturnType<typeof decisionOf>>["decision"], string>> = {
  arrest: "we go to them, and tell you when that is done",
  interview: "they are to be asked about it",
  "more-enquiry": "we ask more first",
  "excuse-accepted": "they had a reason that we accept, and it stays written down",
  "not-a-breach": "it is not against the words of the order, and it stays written down",
};
