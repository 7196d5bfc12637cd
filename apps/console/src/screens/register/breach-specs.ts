import { type OrderState, hourOf, stoodOf } from "@unmask/case";
import type { OrderPage } from "../../desk/order-page.ts";
import type { DutyShown } from "../../desk/register.ts";
import { sayCivilDay } from "../../parts/civil-day.ts";
import type { OrderSpec } from "../../parts/order-forms.tsx";
import { type Chosen, type WrittenValues, waysToKnow } from "../../parts/written-fields.ts";
import { type AskedState, type Opening, isHourAsked, openingAsks } from "./opening-asks.ts";

/** What is written of a possible breach or a missed duty, each with what it changes. */

type Breach = OrderState["breaches"][number];

/** Something that shows it, kept here or elsewhere, and what that does not show; where the hour is not written, the hour too. */
export function evidenceSpec({ breach, ...opened }: Breach, { copies }: Pick<OrderPage, "copies">): OrderSpec {
  return {
    name: "breach-evidence",
    path: "breach-evidence",
    letter: "e",
    button: "Add evidence",
    verb: "Write it",
    fields: [
      { key: "says", asks: "What shows it", as: "words" },
      { key: "doesNotShow", asks: "What it does not show", as: "words" },
      ...(copies.length === 0
        ? []
        : [{ key: "kept", asks: "Which file that is kept here", as: "choice" as const, isOptional: true, options: namesOfCopies(copies) }]),
      {
        key: "exhibit",
        asks: copies.length === 0 ? "Exhibit" : "Exhibit that is kept elsewhere",
        as: "line",
        isOptional: true,
        isAsked: ({ kept = "" }) => kept === "",
      },
      ...("condition" in opened.of && hourOf(opened) === undefined
        ? [{ key: "at", asks: "The hour of the act, where it shows one", as: "minute" as const, isOptional: true }]
        : []),
      { key: "knowing", asks: "How it is known", as: "choice", options: waysToKnow },
    ],
    changes: "it stands under Evidence. It decides nothing.",
    sends: ({ kept, ...answers }) => {
      const copy = copies.find(({ exhibit }) => exhibit === kept);
      return { ...answers, breach, ...(copy !== undefined && { exhibit: copy.exhibit, sha256: copy.sha256 }) };
    },
  };
}

function namesOfCopies(copies: OrderPage["copies"]): readonly Chosen[] {
  return copies.map(({ exhibit, about }) => ({ value: exhibit, says: `${exhibit}: ${about}` }));
}

/** By which service, or how otherwise, it was known. */
export function knewSpec({ breach, of }: Breach, { orders }: Pick<OrderState, "orders">): OrderSpec {
  const served = orders.flatMap((one) => (one.served === null ? [] : [{ which: one.which, ...one.served }]));
  return {
    name: "breach-knew",
    path: "breach-knew",
    letter: "k",
    button: "Write how it was known",
    verb: "Write it",
    fields: [
      {
        key: "service",
        asks: "By which service",
        as: "choice",
        isNumber: true,
        isOptional: "condition" in of,
        options: served.map(({ number, which, day }) => ({
          value: String(number),
          says: `${which} order, served ${sayCivilDay(day)}, confirmed by a second person`,
        })),
      },
      { key: "says", asks: "On what that rests", as: "words" },
      { key: "knowing", asks: "How it is known", as: "choice", options: waysToKnow },
    ],
    changes: "it stands under Served or known. Nobody breaks what they could not know.",
    sends: ({ service, says, knowing }) => ({ breach, ...(service !== undefined && { service }), ground: { says, knowing } }),
  };
}

/** An answer to one question about an excuse. */
export function askedSpec({ breach }: Breach, question: string, place: number, standing: OrderSpec["standing"] = {}): OrderSpec {
  return {
    standing,
    name: `excuse-${place}`,
    path: "excuse-asked",
    letter: String(place),
    button: "Write what was found",
    verb: "Write it",
    fields: [
      { key: "found", asks: `${question} What was found`, as: "words" },
      { key: "of", asks: "Of whom it was asked", as: "line" },
      { key: "knowing", asks: "How it is known", as: "choice", options: waysToKnow },
    ],
    changes: "the question has an answer. The assessment is read again after it.",
    sends: (answers) => ({ ...answers, breach, question }),
  };
}

/** What an officer says of the excuse. */
export function assessedSpec({ breach }: Breach): OrderSpec {
  return {
    name: "excuse-assessed",
    path: "excuse-assessed",
    letter: "w",
    button: "Write your assessment",
    verb: "Write it, go to the decision",
    fields: [{ key: "says", asks: "Your assessment, in words", as: "words" }],
    changes: "with evidence, service and every question answered it opens the decision.",
    sends: (answers) => ({ ...answers, breach }),
  };
}

/** It stays open until a day. */
export function keptOpenSpec({ breach }: Breach): OrderSpec {
  return {
    name: "breach-kept-open",
    path: "breach-kept-open",
    letter: "o",
    button: "Keep open, ask again",
    verb: "Keep it open",
    fields: [
      { key: "again", asks: "Asked again on", as: "day" },
      { key: "words", asks: "What has to answer first", as: "words" },
    ],
    changes: "it comes back on that day. The label stays.",
    sends: (answers) => ({ ...answers, breach }),
  };
}

/** What a person can decide: nothing is proposed. */
export const decisionsOffered = [
  { value: "arrest", says: "Arrest" },
  { value: "interview", says: "Interview, by a day" },
  { value: "more-enquiry", says: "More enquiry first, by a day" },
  { value: "excuse-accepted", says: "Excuse accepted; stays listed, opens again if new facts come" },
  { value: "not-a-breach", says: "Not a breach of this order, with the reason" },
] as const;

/** The decision. */
export function decidedSpec({ breach }: Breach, open: readonly string[]): OrderSpec {
  return {
    name: "breach-decided",
    path: "breach-decided",
    letter: "d",
    button: "Write the decision",
    verb: "Write the decision",
    fields: [
      {
        key: "decision",
        asks: "What you decide; nothing is proposed",
        as: "choice",
        options: decisionsOffered.filter(({ value }) => open.includes(value)),
      },
      {
        key: "until",
        asks: "By which day",
        as: "day",
        isAsked: ({ decision }) => decision === "interview" || decision === "more-enquiry",
      },
      { key: "words", asks: "Why, in your words", as: "words" },
    ],
    changes: "a second person reads it; each protected person is told.",
    sends: (answers) => ({ ...answers, breach }),
  };
}

/** What a second person says of the decision. */
export function readSpec({ breach }: Breach): OrderSpec {
  return {
    name: "breach-decision-read",
    path: "breach-decision-read",
    letter: "r",
    button: "Say what you make of it, as the second person",
    verb: "Write it",
    fields: [
      { key: "agrees", asks: "Do you agree", as: "yes-no" },
      { key: "says", asks: "What you say of it; why, where you do not agree", as: "words", isOptional: true },
    ],
    changes: "agreed, it stands; not agreed, it is decided anew.",
    sends: (answers) => ({ ...answers, breach }),
  };
}

/** Letters that no other form of a breach has: a key is one press behind C. Past the last the button alone opens it. */
const lettersOfPersons = "tuvxyzafghijlmnpq";

/** That and how a protected person was told. */
export function toldSpec({ breach }: Breach, person: string, name: string, place: number): OrderSpec {
  return {
    name: `told-${place}`,
    path: "protected-told",
    letter: lettersOfPersons.charAt(place - 1),
    button: `Write how ${name} was told`,
    verb: "Write it",
    fields: [
      {
        key: "how",
        asks: "How",
        as: "choice",
        options: [
          { value: "mailbox", says: "by the mailbox of the case" },
          { value: "call", says: "on the telephone" },
          { value: "in-person", says: "in person" },
          { value: "not-told", says: "not told, with the reason" },
        ],
      },
      { key: "says", asks: "What was said, or why not", as: "words" },
    ],
    changes: "it stands here that and when they were told. A reason for not telling settles nothing.",
    sends: (answers) => ({ ...answers, person, about: breach }),
  };
}

/** A possible breach of a condition, opened by a person. */
export function openBreachSpec(state: AskedState): OrderSpec {
  // What a court took away can have been broken before; of one number what stands now is shown.
  const options = state.orders.flatMap((order) => {
    const each = stoodOf(order, state).flatMap(({ to, conditions }) =>
      conditions.map((one) => [one.condition, { to, says: one.says }] as const),
    );
    return [...new Map(each)].map(([condition, { to, says }]) => ({
      value: `${order.which} ${condition}`,
      says: `${order.which} order, condition ${condition}${to === null ? "" : ` until ${sayCivilDay(to)}`}: ${says.slice(0, 90)}`,
    }));
  });
  const opening = ({ of = "", day = "", at = "" }: WrittenValues): Opening => {
    const [which, condition] = of.split(" ");
    return { order: which === "interim" ? "interim" : "full", condition: Number(condition), day, at };
  };
  const decides = (values: WrittenValues): boolean => isHourAsked(opening(values), state);
  const hour = { key: "at", as: "minute", isOptional: true } as const;
  return {
    name: "breach-opened",
    path: "breach-opened",
    letter: "b",
    button: "Open a possible breach",
    verb: "Open it",
    fields: [
      { key: "of", asks: "Which condition", as: "choice", options },
      { key: "day", asks: "On which day", as: "day" },
      { ...hour, asks: "At which hour, where it is known", isAsked: (values) => !decides(values) },
      { ...hour, asks: "At which hour: on that day it decides whether the order held", isAsked: decides },
      { key: "says", asks: "What happened, and how it lies inside the condition", as: "words" },
      { key: "couldChange", asks: "What could change it", as: "words", isOptional: true },
    ],
    asksFirst: (values) => openingAsks(opening(values), state),
    changes: "it is listed as possible, and nothing is decided. Evidence, service and an excuse are asked next.",
    sends: ({ of, ...answers }) => {
      const [which, condition] = String(of).split(" ");
      return { ...answers, order: which, of: { condition: Number(condition) } };
    },
  };
}

/** A missed duty, opened by a person, of a duty whose period is over. */
export function openMissedSpec({ rule, trigger, which, why, due }: DutyShown): OrderSpec {
  return {
    name: `missed-${rule}-${trigger}`,
    path: "breach-opened",
    letter: "m",
    button: "Look into it",
    verb: "Open it",
    fields: [
      { key: "says", asks: "On what it rests: what was found, and where nobody came", as: "words" },
      { key: "couldChange", asks: "What would change it", as: "words" },
    ],
    changes: "it is looked into, step by step. Nobody has decided, and the label stays as it is.",
    sends: (answers) => ({
      ...answers,
      order: which,
      of: { duty: rule, trigger },
      day: dayOf(trigger) ?? due ?? "",
      says: `${String(answers["says"])} (${why})`,
    }),
  };
}

function dayOf(trigger: string): string | undefined {
  return /\d{4}-\d{2}-\d{2}$/.exec(trigger)?.[0];
}
