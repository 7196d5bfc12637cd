import type { OrderState } from "@unmask/case";
import type { OrderSpec } from "../../parts/order-forms.tsx";
import { type WrittenField, waysToKnow } from "../../parts/written-fields.ts";

/** What is found out and written in the register of an order, each with what it changes. */

const ground: readonly WrittenField[] = [
  { key: "says", asks: "On what that rests", as: "words" },
  { key: "knowing", asks: "How it is known", as: "choice", options: waysToKnow },
];

const grounded = ({ says, knowing, ...rest }: Readonly<Record<string, unknown>>): object => ({ ...rest, ground: { says, knowing } });

/** A name, an address and another register. */
export const foundSpecs: readonly OrderSpec[] = [
  {
    name: "name-used",
    path: "name-used",
    letter: "n",
    button: "A name was used",
    verb: "Write it",
    fields: [
      { key: "name", asks: "Which name", as: "line" },
      { key: "day", asks: "First used on", as: "day" },
      { key: "found", asks: "Found out on", as: "day", isOptional: true, hint: "Nothing runs from the day on which it was found out." },
      ...ground,
    ],
    changes: "a period runs from the day of its use. What was worked out is worked out anew.",
    sends: grounded,
  },
  {
    name: "address-changed",
    path: "address-changed",
    letter: "a",
    button: "They live somewhere else",
    verb: "Write it",
    fields: [
      { key: "day", asks: "Since which day", as: "day" },
      { key: "address", asks: "Where; blank: no home in the United Kingdom", as: "words", isOptional: true },
      ...ground,
    ],
    changes: "a period runs from that day. What was worked out is worked out anew.",
    sends: grounded,
  },
  {
    name: "other-register",
    path: "other-register",
    letter: "o",
    button: "They are under another register",
    verb: "Write it",
    fields: [
      { key: "register", asks: "Which register", as: "line" },
      { key: "from", asks: "From which day", as: "day" },
      { key: "to", asks: "Its final day; blank: not known", as: "day", isOptional: true },
      ...ground,
    ],
    changes: "while it holds nothing has to be told under this order; after it a first notice is due anew.",
    sends: grounded,
  },
];

/** Another force is told that they moved there. */
export const toldForceSpec: OrderSpec = {
  name: "transfer-told",
  path: "transferred",
  letter: "f",
  button: "Tell the other force",
  verb: "Write that it was told",
  fields: [
    { key: "to", asks: "Which force", as: "line" },
    { key: "day", asks: "Told on", as: "day" },
    { key: "told", asks: "Who there was told, and by whom", as: "line" },
    { key: "words", asks: "Why: where they live now, and on what that rests", as: "words" },
  ],
  changes: "that force is told. The clocks stay with us until somebody there takes them: no day falls between two forces.",
};

/** Of an order that another force has: they moved here, and somebody of ours takes it. */
export function takenHereSpec(force: string): OrderSpec {
  return {
    name: "transfer-here",
    path: "transferred",
    letter: "f",
    button: "They live here now: we take it",
    verb: "Write who took it",
    fields: [
      { key: "told", asks: "Who here was told, and by whom", as: "line" },
      { key: "taken", asks: "Who here takes it, by name", as: "line" },
      { key: "day", asks: "Taken on", as: "day" },
      { key: "words", asks: "Why: where they live now, and on what that rests", as: "words" },
    ],
    changes: `from then ${force} runs the clocks, by what is written here. Ask the other force for what it knows of service and notices.`,
    sends: (answers) => ({ ...answers, to: force }),
  };
}

/** Somebody there takes it. */
export function takenSpec({ to, told }: OrderState["transfers"][number]): OrderSpec {
  return {
    name: "transfer-taken",
    path: "transferred",
    letter: "t",
    button: `${to} has taken it`,
    verb: "Write who took it",
    fields: [
      { key: "taken", asks: "Who there took it, by name", as: "line" },
      { key: "day", asks: "Taken on", as: "day" },
      { key: "words", asks: "How we know", as: "words" },
    ],
    changes: `from then ${to} runs the clocks. The order stands here under “Not ours”, and nothing of what was written goes.`,
    sends: (answers) => ({ ...answers, to, told }),
  };
}
