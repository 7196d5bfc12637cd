import type { OrderPage } from "../../desk/order-page.ts";
import type { OrderSpec } from "../../parts/order-forms.tsx";

/** What can be done with an application where it stands, beside writing its text. */
export function stepSpecs({ state, me, law }: OrderPage): readonly OrderSpec[] {
  const { stage, writers } = state.application;
  const isWriter = writers.includes(me);
  const courtDay = courtDaySpec(state);
  switch (stage) {
    case "considering":
    case "draft":
    case "returned":
      return [...(stage === "considering" ? [] : [send]), notPursued];
    case "to-second":
      return [...(isWriter ? [takeBack] : []), notPursued];
    case "authorised":
      return [lodge(law.courts.adult), ...(isWriter ? [takeBack] : []), notPursued];
    case "lodged":
      return [courtDay, withdraw];
    case "granted":
    case "refused":
      return [courtDay];
    case "not-pursued":
    case "withdrawn":
      return [];
  }
}

const send: OrderSpec = {
  name: "send",
  path: "sent-to-second",
  letter: "s",
  button: "Send it to the second person",
  verb: "Send it",
  fields: [{ key: "says", asks: "What they should know", as: "words", isOptional: true }],
  changes: "The text is fixed. Somebody who wrote none of it reads each criterion, and authorises it or returns it.",
};

const takeBack: OrderSpec = {
  name: "take-back",
  path: "taken-back",
  letter: "b",
  button: "Take it back",
  verb: "Take it back",
  fields: [{ key: "says", asks: "Why", as: "words", isOptional: true }],
  changes: "It is a draft again; what was read of it has to be read again.",
};

const notPursued: OrderSpec = {
  name: "not-pursued",
  path: "not-pursued",
  letter: "n",
  button: "Not pursued",
  verb: "Write that it is not pursued",
  fields: [{ key: "words", asks: "Why", as: "words" }],
  changes: "The application ends here. The reason stays on the case; another application has a number of its own.",
};

const courts = [
  { value: "magistrates", says: "magistrates’ court" },
  { value: "youth", says: "youth court" },
  { value: "crown", says: "Crown Court" },
  { value: "summary-jurisdiction", says: "court of summary jurisdiction" },
];

function lodge(usual: string): OrderSpec {
  return {
    name: "lodge",
    path: "lodged",
    letter: "l",
    button: "Write that it was lodged",
    verb: "It was lodged",
    standing: { courtType: usual },
    fields: [
      { key: "day", asks: "Day on which it was lodged", as: "day" },
      { key: "court", asks: "Court", as: "line" },
      { key: "courtType", asks: "Kind of court", as: "choice", options: courts, hint: "The age on this day decides." },
      { key: "reference", asks: "The court’s reference", as: "line", isOptional: true },
    ],
    changes: "It lies at the court: from now on it can only be withdrawn. Whoever is to be protected is told that the court was asked.",
  };
}

const withdraw: OrderSpec = {
  name: "withdraw",
  path: "withdrawn",
  letter: "w",
  button: "Write that it was withdrawn",
  verb: "It was withdrawn",
  fields: [
    { key: "day", asks: "Day", as: "day" },
    { key: "words", asks: "Why", as: "words" },
  ],
  changes: "The application ends. What the court did of it can still be written.",
};

/** A day in court; where it hears an application to change the order, which: by that day it is asked whether consents are needed. */
function courtDaySpec({ changes }: OrderPage["state"]): OrderSpec {
  const open = changes.filter(({ result }) => result === null);
  return {
    name: "court-day",
    path: "court-day",
    letter: "d",
    button: "Add a day in court",
    verb: "Add the day",
    fields: [
      { key: "day", asks: "Day", as: "day" },
      { key: "at", asks: "Hour", as: "minute", isOptional: true },
      { key: "court", asks: "Court", as: "line" },
      { key: "about", asks: "What it is about", as: "words" },
      ...(open.length === 0
        ? []
        : [
            {
              key: "change",
              asks: "Which application to change the order it hears",
              as: "choice",
              options: open.map(({ change, what, day }) => ({ value: change, says: `to ${what}, ${day}` })),
              isOptional: true,
            } as const,
          ]),
    ],
    changes: "It stands in the look-ahead and on the day sheet.",
  };
}
