import type { HeldShown, RightsPage, RightsRequestShown } from "../desk/rights.ts";
import { type WriteSpec, yesNo } from "../parts/written-fields.ts";
import { cutTo } from "../desk/writing-direction.ts";
import { decisionWords, sayThing } from "./rights-words.ts";

/** Small forms of what a person asks about themselves. Each says what it changes before it is written. */

/** Letters of a thing’s first line beside its tick: enough to tell it from the next. */
const lettersOfTick = 60;

/** A request is written down. */
export function askSpec({ persons }: Pick<RightsPage, "persons">): WriteSpec {
  return {
    name: "rights-ask",
    path: "rights/ask",
    letter: "q",
    button: "Write down a request",
    verb: "Write the request",
    fields: [
      { key: "who", asks: "Who asks, by name", as: "line" },
      { key: "authority", asks: "How they may ask for the person, where it is somebody else", as: "words", isOptional: true },
      {
        key: "is",
        asks: "Who of this case is the person? Choose each entry that is them",
        as: "ticks",
        options: persons.map(({ id, says }) => ({ value: id, says })),
      },
      { key: "says", asks: "What do they ask for, in their words?", as: "words" },
      { key: "received", asks: "On which day did it come?", as: "day" },
      {
        key: "answerDay",
        asks: "By which day is it answered?",
        as: "day",
        isOptional: true,
        hint: "No limit of the law is confirmed here.",
      },
      { key: "answerSays", asks: "Who says that day?", as: "line", isAsked: ({ answerDay = "" }) => answerDay !== "" },
    ],
    changes:
      "It stands in this case under its number. Your other cases that hold somebody of the same name are listed then: it is carried into each, and answered as one.",
    sends: ({ answerDay, answerSays, ...rest }) => ({
      ...rest,
      ...(answerDay !== undefined && { answerBy: { day: answerDay, says: answerSays } }),
    }),
  };
}

/** How it was checked who they are. */
export function identitySpec({ request }: RightsRequestShown): WriteSpec {
  return {
    name: `rights-identity ${request}`,
    path: "rights/identity",
    letter: "i",
    button: "Who they are",
    verb: "Write how it was checked",
    fields: [
      { key: "shown", asks: "Is it shown that they are who they say?", as: "yes-no", options: yesNo },
      { key: "how", asks: "How was it checked?", as: "words" },
    ],
    changes: "Nothing goes before it is shown.",
    sends: (answers) => ({ request, ...answers }),
  };
}

/** What becomes of things that are held, several at once where the reason is one. */
export function decideSpec({ held }: Pick<RightsPage, "held">, { request, decided }: RightsRequestShown): WriteSpec {
  const done = new Set(decided.map(({ of }) => of));
  const inOrder = [...held.filter(({ of }) => !done.has(of)), ...held.filter(({ of }) => done.has(of))];
  const copies = held.filter(({ copy }) => copy?.isAgreed === true);
  const isNot = (decision: string) => (values: { readonly [key: string]: string }) => (values["decision"] ?? "") !== decision;
  return {
    name: `rights-decide ${request}`,
    path: "rights/decide",
    letter: "d",
    button: "Decide things",
    verb: "Write the decision",
    fields: [
      {
        key: "decision",
        asks: "What becomes of them?",
        as: "choice",
        options: Object.entries(decisionWords).map(([value, says]) => ({ value, says })),
      },
      {
        key: "of",
        asks: "Which things?",
        as: "ticks",
        options: inOrder.map((one) => ({ value: one.of, says: sayTick(one, done) })),
        isAsked: isNot("copy"),
      },
      {
        key: "copy",
        asks: "Which copy?",
        as: "choice",
        isNumber: true,
        options: copies.map(({ of, copy }) => ({ value: String(copy?.number ?? 0), says: `${copy?.item ?? ""}, of ${of}` })),
        isAsked: (values) => !isNot("copy")(values),
        hint: "Copies are cut and read by a second person on the page of what is held and not relied on.",
      },
      {
        key: "told",
        asks: "Is the person told that it is withheld?",
        as: "yes-no",
        options: yesNo,
        isAsked: (values) => !isNot("withhold")(values),
      },
      {
        key: "ground",
        asks: "The ground, as they are told it",
        as: "words",
        isAsked: (values) => !isNot("withhold")(values) && values["told"] === "yes",
        hint: "Which grounds the law names is not confirmed here: write the one that your force confirmed.",
      },
      {
        key: "stays",
        asks: "Why may the name of another person stay in it, if one does?",
        as: "words",
        isOptional: true,
        isAsked: (values) => !isNot("give")(values),
      },
      { key: "words", asks: "Why, in your words: they are not told this", as: "words" },
    ],
    lacks: (values) =>
      values["decision"] === "copy" && copies.length === 0 ? "No copy was cut and read by a second person yet." : undefined,
    changes: "The newest decision of a thing holds. A second person reads the answer anew before it goes.",
    sends: ({ copy, ...answers }) => ({
      request,
      ...answers,
      ...(copy !== undefined && { copy, of: held.filter((one) => one.copy?.number === copy).map(({ of }) => of) }),
    }),
  };
}

function sayTick(one: HeldShown, done: ReadonlySet<string>): string {
  const [first = ""] = one.lines ?? [];
  const begins = first === "" ? "" : `: “${first.length > lettersOfTick ? `${cutTo(first, lettersOfTick)}…` : first}”`;
  return `${sayThing(one)}${begins}${done.has(one.of) ? " (decided)" : ""}`;
}

/** Whether the person is told who looked. */
export function looksSpec({ request }: RightsRequestShown): WriteSpec {
  return {
    name: `rights-looks ${request}`,
    path: "rights/tell-looks",
    letter: "w",
    button: "Decide about who looked",
    verb: "Write the decision",
    fields: [
      { key: "tells", asks: "Is the person told who looked?", as: "yes-no", options: yesNo },
      { key: "names", asks: "Are officers named?", as: "yes-no", options: yesNo, isAsked: ({ tells }) => tells === "yes" },
      { key: "words", asks: "Why, in your words", as: "words" },
    ],
    changes:
      "With a yes the answer tells role, day and purpose of each look; a name only where that is decided, too. A second person reads it first.",
    sends: ({ names = false, ...answers }) => ({ request, names, ...answers }),
  };
}

/** The second person says whether it may go so. */
export function readSpec({ request, newest }: RightsRequestShown): WriteSpec {
  return {
    name: `rights-read ${request} ${newest}`,
    path: "rights/read",
    letter: "y",
    button: "I read the answer",
    verb: "Write that it was read",
    fields: [
      { key: "agrees", asks: "May it go as it stands?", as: "yes-no", options: yesNo },
      { key: "says", asks: "What would be otherwise", as: "words", isOptional: true },
    ],
    changes: "With a yes it can go, until something is decided anew. With a no it waits for another decision.",
    sends: (answers) => ({ request, of: newest, ...answers }),
  };
}

/** It was taken back. */
export function endSpec({ request }: RightsRequestShown): WriteSpec {
  return {
    name: `rights-end ${request}`,
    path: "rights/end",
    letter: "e",
    button: "It was taken back",
    verb: "Write that it was taken back",
    fields: [{ key: "words", asks: "Who took it back, when and why", as: "words" }],
    changes: "Nothing more is written of it. To withhold everything is no end: that is decided thing by thing, and answered.",
    sends: (answers) => ({ request, ...answers }),
  };
}
