import { type OrderState, consentUntil, toObeyFrom } from "@unmask/case";
import type { OrderDeskLaw } from "@unmask/core";
import { sayCivilDay } from "../../parts/civil-day.ts";
import type { OrderSpec } from "../../parts/order-forms.tsx";
import { type ChangeOfOrder, consentRows } from "./change-words.ts";
import { ordersMade } from "./service-specs.ts";

/** What is written of a change: ours is a draft that the rule can refuse, anybody else's is a fact. */

/** A change is asked, on a day: of the conditions that stand then, and of those that a court has added from a later one. */
export function askSpec(state: OrderState, law: OrderDeskLaw, today: string): OrderSpec {
  const order = state.orders.at(-1);
  const standing = order === undefined ? [] : toObeyFrom(order, state, today);
  const numbers = standing.map(({ condition, says }) => ({ value: String(condition), says: `${condition}. ${says}` }));
  const isRenewal = (values: Readonly<Record<string, string>>): boolean => values["what"] === "renew";
  const hasConditions = ({ what = "" }: Readonly<Record<string, string>>): boolean => what === "vary" || what === "renew";
  const isAdded = ({ added = "", ...values }: Readonly<Record<string, string>>): boolean => hasConditions(values) && added !== "";
  const necessary = law.section("change-necessary")?.section;
  return {
    path: "change-asked",
    name: "ask-change",
    letter: "a",
    button: "A change is asked",
    verb: "Write what is asked",
    fields: [
      {
        key: "what",
        asks: "What is asked",
        as: "choice",
        options: [
          { value: "renew", says: "to renew it" },
          { value: "vary", says: "to vary it" },
          { value: "discharge", says: "to discharge it" },
        ],
      },
      { key: "order", asks: "Which order", as: "choice", options: ordersMade(state) },
      {
        key: "by",
        asks: "Who asks the court",
        as: "choice",
        options: [
          { value: "us", says: "we do" },
          { value: "subject", says: "the person whom it binds" },
          { value: "other-force", says: "another force" },
        ],
      },
      { key: "day", asks: "Day on which it was asked", as: "day" },
      { key: "says", asks: "What is asked, in words", as: "words" },
      { key: "until", asks: "New last day; blank: until a further order", as: "day", isOptional: true, isAsked: isRenewal },
      {
        key: "keeps",
        asks: "Conditions that are kept as they are",
        as: "ticks",
        options: numbers,
        isNumber: true,
        isOptional: true,
        isAsked: isRenewal,
      },
      {
        key: "changes",
        asks: "Which condition gets new words",
        as: "choice",
        options: numbers,
        isNumber: true,
        isOptional: true,
        isAsked: hasConditions,
      },
      { key: "new-words", asks: "Its new words", as: "words", isAsked: ({ changes = "" }) => changes !== "" },
      { key: "necessity", asks: "Why it is necessary", as: "words", isOptional: true, isAsked: ({ changes = "" }) => changes !== "" },
      {
        key: "added",
        asks: "Words of a new condition; blank: none",
        as: "words",
        isOptional: true,
        isAsked: hasConditions,
        hint: `On renewal too, and only if it is necessary${necessary === undefined ? "" : `: ${necessary}`}.`,
      },
      {
        key: "added-type",
        asks: "The new one is",
        as: "choice",
        options: [
          { value: "prohibition", says: "a prohibition" },
          { value: "requirement", says: "a requirement" },
        ],
        isAsked: isAdded,
      },
      { key: "added-necessity", asks: "Why the new one is necessary", as: "words", isOptional: true, isAsked: isAdded },
    ],
    changes: "Of ours nothing goes to a court before a second person authorises it. Of others it is a fact, and waits for the court.",
    sends: ({ changes, "new-words": words, necessity, added, "added-type": type, "added-necessity": why, ...answers }) => {
      const changed = standing.find(({ condition }) => condition === changes);
      const next = standing.reduce((most, { condition }) => Math.max(most, condition), 0) + 1;
      const conditions = [
        ...(changed === undefined ? [] : [withNecessity({ ...changed, says: words }, necessity)]),
        ...(added === undefined ? [] : [withNecessity({ condition: next, type, says: added, evidence: [], interimToo: false }, why)]),
      ];
      return conditions.length === 0 ? answers : { ...answers, conditions };
    },
  };
}

/** The necessity that was written now: that of the condition as it was made is of other words. */
function withNecessity(condition: object, necessity: unknown): object {
  const { necessity: _, ...rest }: { readonly necessity?: unknown } = condition;
  return { ...rest, ...(necessity !== undefined && { necessity }) };
}

/** Why a kept condition is still necessary. */
export function readAgainSpec({ change, keeps = [], necessity }: ChangeOfOrder): OrderSpec {
  const open = keeps.filter((number) => !necessity.some(({ condition }) => condition === number));
  return {
    path: "necessity-read-again",
    name: `again-${change}`,
    letter: "n",
    button: "Write necessity",
    verb: "Write it",
    fields: [
      {
        key: "condition",
        asks: "Which condition",
        as: "choice",
        options: (open.length === 0 ? keeps : open).map((number) => ({ value: String(number), says: `condition ${number}` })),
        isNumber: true,
      },
      { key: "says", asks: "Why it is still necessary", as: "words" },
    ],
    changes: "The renewal can go on once each kept condition is read again.",
    sends: (answers) => ({ ...answers, change }),
  };
}

/** Somebody’s consent. */
export function consentSpec(change: ChangeOfOrder, { made }: { readonly made: string }, law: OrderDeskLaw): OrderSpec {
  const until = consentUntil(made, law);
  return {
    path: "consent-given",
    name: `consent-${change.change}`,
    letter: "g",
    button: "Write a consent",
    verb: "Write it",
    fields: [
      { key: "of", asks: "Whose", as: "choice", options: consentRows(change).map(({ of, says }) => ({ value: of, says })) },
      {
        key: "answer",
        asks: "What they said",
        as: "choice",
        options: [
          { value: "yes", says: "yes" },
          { value: "no", says: "no" },
          { value: "not-asked", says: "not asked" },
        ],
      },
      { key: "day", asks: "Day on which they said it", as: "day", isAsked: ({ answer = "" }) => answer !== "not-asked" },
      { key: "says", asks: "In which words, or where it stands", as: "words" },
    ],
    changes:
      until === undefined
        ? "It stands in the table."
        : `The day that counts is the day the court discharges: consents are needed to ${sayCivilDay(until)}.`,
    sends: (answers) => ({ ...answers, change: change.change }),
  };
}

/** The steps of our own application. */
export function stepSpecs(change: ChangeOfOrder, stage: string): readonly OrderSpec[] {
  const of = { change: change.change };
  const step = (spec: Omit<OrderSpec, "sends" | "name">): OrderSpec => ({
    ...spec,
    name: `${spec.path}-${change.change}`,
    sends: (answers) => ({ ...answers, ...of }),
  });
  const drop = step({
    path: "change-dropped",
    letter: "w",
    button: change.what === "renew" ? "Not renewed" : "Drop it",
    verb: "Write it",
    fields: [{ key: "words", asks: "Why", as: "words" }],
    changes: "Nothing is asked of the court. The reason stays.",
  });
  const why = [{ key: "words", asks: "Why", as: "words" } as const];
  switch (stage) {
    case "asked":
    case "returned":
      return [
        step({
          path: "change-sent",
          letter: "s",
          button: "Send to a second person",
          verb: "Send it",
          fields: [],
          changes: "Somebody who wrote none of it reads it.",
        }),
        drop,
      ];
    case "sent":
      return [
        step({
          path: "change-authorised",
          letter: "y",
          button: "Authorise",
          verb: "Authorise it",
          fields: why,
          changes: "It can be lodged.",
        }),
        step({
          path: "change-returned",
          letter: "b",
          button: "Return",
          verb: "Return it",
          fields: why,
          changes: "It goes back to who wrote it.",
        }),
        drop,
      ];
    case "authorised":
      return [
        step({
          path: "change-lodged",
          letter: "l",
          button: "It is lodged",
          verb: "Write it",
          fields: [
            { key: "day", asks: "Day of the court’s stamp", as: "day" },
            { key: "court", asks: "Court", as: "line" },
          ],
          changes: "The court decides. Its result is typed from the copy.",
        }),
        drop,
      ];
    default:
      return [];
  }
}
