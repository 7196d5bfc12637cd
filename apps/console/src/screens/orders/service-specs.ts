import type { OrderState } from "@unmask/case";
import type { OrderPage } from "../../desk/order-page.ts";
import { sayCivilDay } from "../../parts/civil-day.ts";
import type { OrderSpec } from "../../parts/order-forms.tsx";
import { type Chosen, waysToKnow } from "../../parts/written-fields.ts";

/** What is written of service. */

/** The orders that were made, as they are chosen. */
export function ordersMade({ orders }: Pick<OrderState, "orders">): readonly Chosen[] {
  return [...new Set(orders.map(({ which }) => which))].map((value) => ({ value, says: `the ${value} order` }));
}

function attemptsOf({ attempts }: Pick<OrderState, "attempts">): readonly Chosen[] {
  return attempts.flatMap(({ number, day, at, withdrawn }, i) =>
    withdrawn === null ? [{ value: String(number), says: `${i + 1}: ${sayCivilDay(day)}, ${at}` }] : [],
  );
}

/** "AF/3: video, 6 min 11 s" a line, with a hash behind a bar where there is one; then what is kept here, with its own. */
function evidenceOf(written: unknown, chosen: unknown, copies: OrderPage["copies"]): readonly object[] {
  const lines = Array.isArray(written) ? written : [];
  const hashes: readonly unknown[] = Array.isArray(chosen) ? chosen : [];
  const kept = copies.filter(({ sha256 }) => hashes.includes(sha256));
  const typed = lines.map(({ question, answer }: { readonly question: string; readonly answer: string }) => {
    const [, says = answer, sha256] = /^(.*?)\s*\|\s*([0-9a-f]{64})$/.exec(answer) ?? [];
    return { exhibit: question, says, ...(sha256 !== undefined && { sha256 }) };
  });
  return [...kept.map(({ exhibit, about, sha256 }) => ({ exhibit, says: about, sha256 })), ...typed];
}

/** No officer has this id: each is of hex digits. */
const notListed = "not-listed";

/** An attempt. */
export function attemptSpec({ state, copies, officers }: Pick<OrderPage, "state" | "copies" | "officers">): OrderSpec {
  return {
    path: "service-attempted",
    name: "attempt",
    letter: "a",
    button: "Add an attempt",
    verb: "Write the attempt",
    fields: [
      { key: "order", asks: "Which order", as: "choice", options: ordersMade(state) },
      { key: "day", asks: "Day", as: "day" },
      { key: "at", asks: "At, on the wall", as: "minute" },
      {
        key: "made",
        asks: "Who made it",
        as: "choice",
        options: [
          ...officers.map(({ id, name }) => ({ value: id, says: name })),
          { value: notListed, says: "somebody who is not in this list" },
        ],
      },
      {
        key: "name",
        asks: "Their name and number, and whose they are",
        as: "line",
        isAsked: ({ made }) => made === notListed,
        hint: "Another officer, a process server, the court.",
      },
      { key: "place", asks: "Where", as: "line" },
      {
        key: "outcome",
        asks: "What came of it",
        as: "choice",
        options: [
          { value: "served", says: "served" },
          { value: "not-served", says: "not served" },
        ],
      },
      { key: "says", asks: "What happened", as: "words" },
      { key: "notDone", asks: "What was not done, and who was not known", as: "words", isOptional: true },
      {
        key: "kept",
        asks: "Evidence that is kept here",
        as: "ticks",
        isOptional: true,
        options: copies.map(({ sha256, exhibit, about }) => ({ value: sha256, says: `${exhibit}: ${about}` })),
        hint: "None is kept yet. A certificate or a photograph is kept below; what is typed here stays.",
      },
      {
        key: "evidence",
        asks: "Evidence that lies elsewhere, a video perhaps: exhibit, a colon, what it is; one a line",
        as: "pairs",
        isOptional: true,
        hint: "AF/3: video, 6 min 11 s",
      },
      { key: "knowing", asks: "How it is known", as: "choice", options: waysToKnow },
    ],
    changes: "Nothing runs from it before another person confirms it.",
    sends: ({ evidence, kept, made, name, ...answers }) => ({
      ...answers,
      ...(made === notListed ? { made: name } : { made: officers.find(({ id }) => id === made)?.name, officer: made }),
      evidence: evidenceOf(evidence, kept, copies),
    }),
  };
}

/** No number of a kept file is this: each has a bar. */
const elsewhere = "elsewhere";

/** What shows an attempt that is written already: a kept file, or something that lies elsewhere. */
export function attemptEvidenceSpec({ state, copies }: Pick<OrderPage, "state" | "copies">): OrderSpec {
  return {
    path: "service-evidence",
    name: "attempt-evidence",
    letter: "e",
    button: "Add evidence to an attempt",
    verb: "Add it",
    fields: [
      { key: "attempt", asks: "Which attempt", as: "choice", options: attemptsOf(state), isNumber: true },
      {
        key: "exhibit",
        asks: "What shows it",
        as: "choice",
        options: [
          ...copies.map(({ exhibit, about }) => ({ value: exhibit, says: `${exhibit}: ${about}` })),
          { value: elsewhere, says: "something that lies elsewhere, a video perhaps" },
        ],
      },
      { key: "number", asks: "Its exhibit number", as: "line", isAsked: ({ exhibit }) => exhibit === elsewhere },
      { key: "says", asks: "What it is", as: "line", isAsked: ({ exhibit }) => exhibit === elsewhere },
      { key: "knowing", asks: "How it is known", as: "choice", options: waysToKnow },
    ],
    changes: "It stands with the attempt under its own day. Nothing runs from it, and what was confirmed stays as it is.",
    sends: ({ exhibit, number, ...answers }) => {
      const kept = copies.find((one) => one.exhibit === exhibit);
      return kept === undefined
        ? { ...answers, exhibit: number }
        : { ...answers, exhibit: kept.exhibit, sha256: kept.sha256, says: kept.about };
    },
  };
}

/** A mistake is withdrawn with its reason. */
export function withdrawAttemptSpec(state: OrderState): OrderSpec {
  return {
    path: "service-withdrawn",
    name: "withdraw-attempt",
    letter: "w",
    button: "Withdraw an attempt",
    verb: "Withdraw it",
    fields: [
      { key: "attempt", asks: "Which attempt", as: "choice", options: attemptsOf(state), isNumber: true },
      { key: "words", asks: "Why", as: "words" },
    ],
    changes: "It stays readable, struck. Where it counted, every duty is worked out anew.",
  };
}

/** Somebody says that it was not served so. */
export function disputeSpec(state: OrderState): OrderSpec {
  return {
    path: "service-disputed",
    name: "dispute",
    letter: "d",
    button: "It is disputed",
    verb: "Write it",
    fields: [
      { key: "attempt", asks: "Which attempt", as: "choice", options: attemptsOf(state), isNumber: true },
      { key: "says", asks: "What is said, in their words", as: "words" },
      { key: "day", asks: "Day on which it was said", as: "day" },
    ],
    changes: "The service stays as it is, marked; an officer decides.",
  };
}

/** Knowledge without service. */
export function knewSpec(state: OrderState): OrderSpec {
  return {
    path: "knew-without-service",
    name: "knew",
    letter: "k",
    button: "Known without service",
    verb: "Write it",
    fields: [
      { key: "order", asks: "Which order", as: "choice", options: ordersMade(state) },
      { key: "day", asks: "Since which day", as: "day" },
      { key: "says", asks: "By what that is known", as: "words" },
      { key: "knowing", asks: "How it is known", as: "choice", options: waysToKnow },
    ],
    changes: "It can matter for a breach. It starts no notice.",
    sends: ({ says, knowing, ...answers }) => ({ ...answers, ground: { says, knowing } }),
  };
}
