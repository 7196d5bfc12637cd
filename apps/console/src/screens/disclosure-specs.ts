import type { AskedFor, Copy, ScheduleItem, UnlistedThing } from "../desk/disclosure.ts";
import { type WriteSpec, type WrittenField, yesNo } from "../parts/written-fields.ts";
import { sayNow } from "../parts/say-when.ts";
import { goesTo, markGroups, openTo, sayOf } from "./disclosure-words.ts";

/** Small forms of a schedule. Each says what it changes before it is written. */

const markFields: readonly WrittenField[] = [
  { key: "describes", asks: "What it is, so that somebody who has not seen it can tell", as: "words" },
  { key: "mark", asks: "How is it marked?", as: "choice", options: markGroups.map(({ mark, says }) => ({ value: mark, says })) },
  { key: "again", asks: "On which day is it looked at again?", as: "day", isAsked: ({ mark }) => mark === "not-decided" },
  { key: "words", asks: "Why, in your words", as: "words" },
];
const changesMark = "It stands on the schedule under its number. A second person reads the schedule anew before it goes.";

/** The disclosure officer marks an item anew. */
export function markSpec({ item, of }: Pick<ScheduleItem, "item" | "of">): WriteSpec {
  return {
    name: `disclosure-mark ${item}`,
    path: "disclosure/mark",
    letter: "m",
    button: "Mark it anew",
    verb: "Write the mark",
    fields: markFields,
    changes: changesMark,
    sends: (answers) => ({ item, of, ...answers }),
  };
}

/** The first thing that nobody looked at yet is listed: named as its line of the list is, since others of its kind can stand beside it. */
export function listSpec({ of, kind, since, by }: Pick<UnlistedThing, "of" | "kind" | "since" | "by">): WriteSpec {
  return {
    name: `disclosure-list ${of}`,
    path: "disclosure/mark",
    letter: "l",
    button: `List the next: ${kind}, ${sayOf(of)}, since ${sayNow(since)}, ${by}`,
    verb: "List it",
    fields: markFields,
    changes: changesMark,
    sends: (answers) => ({ of, ...answers }),
  };
}

/** Something that lies elsewhere, or that nothing is held. */
export const addSpec: WriteSpec = {
  name: "disclosure-add",
  path: "disclosure/mark",
  letter: "n",
  button: "Add an item",
  verb: "Add it",
  fields: [
    {
      key: "of",
      asks: "Where is it?",
      as: "choice",
      options: [
        { value: "elsewhere", says: "on paper, or in another system" },
        { value: "nothing-held", says: "nothing is held: it was looked for" },
      ],
    },
    ...markFields,
  ],
  changes: "That nothing is held is an item itself. What was never held is in no list.",
};

/** The second person says whether it may go so. */
export function readSpec(of: number, what: "the copy" | "the schedule"): WriteSpec {
  return {
    name: `disclosure-read ${of}`,
    path: "disclosure/read",
    letter: what === "the copy" ? "s" : "y",
    button: what === "the copy" ? "I read what was cut" : "I read the schedule",
    verb: "Write that it was read",
    fields: [
      { key: "agrees", asks: `May ${what} go as it stands?`, as: "yes-no", options: yesNo },
      { key: "says", asks: "What would be otherwise", as: "words", isOptional: true },
    ],
    changes:
      what === "the copy"
        ? "With a yes the copy can go. With a no another copy is cut, and read again."
        : "With a yes the schedule can go, until something is marked anew.",
    sends: (answers) => ({ of, ...answers }),
  };
}

const toWhom: readonly WrittenField[] = [
  { key: "to", asks: "Who receives it, by name", as: "line" },
  { key: "how", asks: "How", as: "line", hint: "by secure mail" },
];

/** A copy goes. Only those to whom it may go can be chosen. */
export function giveSpec(
  { item }: Pick<ScheduleItem, "item">,
  copy: Pick<Copy, "number" | "whyNot">,
  open: readonly AskedFor[],
): WriteSpec {
  const may = openTo(copy);
  return {
    name: `disclosure-give ${copy.number}`,
    path: "disclosure/give",
    letter: "d",
    button: `Disclose the copy of ${item}`,
    verb: "Write that it goes",
    fields: [
      { key: "as", asks: "To whom?", as: "choice", options: goesTo.filter(({ value }) => may.some((one) => one === value)) },
      ...toWhom,
      ...answersField(open),
    ],
    changes: "It is written with who receives it and its hash. What went cannot be called back.",
    sends: (answers) => ({ copies: [copy.number], schedule: false, ...answers }),
  };
}

/** The schedule goes. */
export function giveScheduleSpec(open: readonly AskedFor[]): WriteSpec {
  return {
    name: "disclosure-give-schedule",
    path: "disclosure/give",
    letter: "g",
    button: "Disclose the schedule",
    verb: "Write that it goes",
    fields: [{ key: "as", asks: "To whom?", as: "choice", options: goesTo }, ...toWhom, ...answersField(open)],
    changes:
      "It is written with who receives it and its hash. Then it is saved as a table (CSV), as it goes: sensitive items are described for the prosecutor and the court only. What went cannot be called back.",
    sends: (answers) => ({ copies: [], schedule: true, ...answers }),
  };
}

function answersField(open: readonly AskedFor[]): readonly WrittenField[] {
  if (open.length === 0) return [];
  const options = open.map(({ number, who, says }) => ({ value: String(number), says: `${who}: ${says}` }));
  return [{ key: "answers", asks: "Which request does it answer?", as: "choice", options, isNumber: true, isOptional: true }];
}

/** Somebody asks for something. */
export const askedSpec: WriteSpec = {
  name: "disclosure-asked",
  path: "disclosure/asked",
  letter: "a",
  button: "Somebody asks for something",
  verb: "Write what was asked for",
  fields: [
    { key: "as", asks: "Who asks?", as: "choice", options: goesTo },
    { key: "who", asks: "By name", as: "line" },
    { key: "says", asks: "What is asked for", as: "words" },
    { key: "item", asks: "Which item, where it is one of the schedule", as: "line", hint: "D-4", isOptional: true },
    { key: "until", asks: "By when do they ask for an answer?", as: "day", isOptional: true },
  ],
  changes: "It stands below until something goes, or until it is refused with a reason.",
};

/** What was asked for does not go. */
export function refuseSpec({ number, who }: Pick<AskedFor, "number" | "who">): WriteSpec {
  return {
    name: `disclosure-refuse ${number}`,
    path: "disclosure/refuse",
    letter: "r",
    button: `Refuse what ${who} asked for`,
    verb: "Write why it does not go",
    fields: [{ key: "words", asks: "Why it does not go", as: "words" }],
    changes: "It stays on this page with its reason. They can ask a court.",
    sends: (answers) => ({ asked: number, ...answers }),
  };
}
