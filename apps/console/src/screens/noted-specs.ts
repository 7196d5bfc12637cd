import { type Chosen, type WriteSpec, type WrittenField, ticked, waysToKnow } from "../parts/written-fields.ts";
import type { ReachedPerson } from "../desk/reached-person.ts";
import { type Noted, searchPlaces } from "../desk/noted.ts";
import { contactOutcomes, contactWays } from "../desk/report-done.ts";
import { contactOutcomeInWords, contactWayInWords } from "./report-words.ts";
import { searchPlaceInWords } from "./noted-words.ts";

/** Small forms that a report and a case both have. Each says what it changes before it is written. */

/** Somebody is in danger now. */
export function dangerSpec(path: string): WriteSpec {
  return {
    name: "danger",
    path,
    letter: "d",
    button: "Somebody is in danger now",
    verb: "Write the danger",
    fields: [
      { key: "says", asks: "What says so?", as: "words" },
      { key: "knowing", asks: "How is it known?", as: "choice", options: waysToKnow },
    ],
    changes:
      "It goes to the top of the queue and of every list until somebody ends it, with a reason, after somebody was reached or is there. The risk prompts are asked again. A closed case opens.",
  };
}

/** An act falls on a live order. */
export const breachSpec: WriteSpec = {
  name: "breach",
  path: "breaches",
  letter: "b",
  button: "An act breaks an order",
  verb: "Write the breach",
  fields: [
    { key: "says", asks: "What was done, and when?", as: "words" },
    {
      key: "order",
      asks: "Which order, bail or injunction?",
      as: "line",
      hint: "Of which court or station, and from when: “restraining order, Northmere, 3 March”.",
    },
    { key: "condition", asks: "Which condition of it", as: "line", isOptional: true },
    { key: "knowing", asks: "How is it known?", as: "choice", options: waysToKnow },
  ],
  changes:
    "It stands in the queue’s group of breaches, at least until the risk prompts were answered after it, and on the first page of the case. A closed case opens. It charges nobody.",
};

/** Where was looked. */
export const searchSpec: WriteSpec = {
  name: "search",
  path: "searches",
  letter: "s",
  button: "Write a search",
  verb: "Write the search",
  fields: [
    {
      key: "where",
      asks: "Where was looked?",
      as: "choice",
      options: searchPlaces.map((value) => ({ value, says: searchPlaceInWords[value] })),
    },
    { key: "found", asks: "Was something there?", as: "yes-no" },
    { key: "says", asks: "What was looked for, from when to when, and what was there?", as: "words" },
  ],
  changes: "It says where was looked, and of nothing else. Places in which nobody looked stay “not searched”.",
};

/** Somebody tried to reach a person of these reports: of several, whose. */
export function contactSpec(persons: readonly Pick<ReachedPerson, "report" | "name">[]): WriteSpec {
  const whose: WrittenField = {
    key: "reports",
    asks: "Whom? Tick each report of the same person",
    as: "ticks",
    options: persons.map(({ report, name }) => ({ value: report, says: `${report}, ${name}` })),
  };
  const isOfOne = persons.length < 2;
  return {
    name: "contact",
    path: "contacts",
    letter: "n",
    button: "Write an attempt to reach them",
    verb: "Write the attempt",
    fields: [
      ...(isOfOne ? [] : [whose]),
      {
        key: "channel",
        asks: "By which way?",
        as: "choice",
        options: contactWays.map((value) => ({ value, says: contactWayInWords[value] })),
      },
      {
        key: "outcome",
        asks: "What came of it?",
        as: "choice",
        options: contactOutcomes.map((value) => ({ value, says: contactOutcomeInWords[value] })),
      },
      { key: "says", asks: "What was said", as: "words", isOptional: true },
      { key: "nextBy", asks: "By which day they were told that somebody writes again", as: "day", isOptional: true },
    ],
    changes: ({ reports, outcome }) =>
      `Who reached them lets the danger be ended. A day that they were told becomes a duty of this desk.${
        isOfOne || reports === undefined || outcome !== "reached"
          ? ""
          : ` What they wrote in ${ticked(reports).join(" and ")} counts as answered, and nothing that others wrote.`
      }`,
  };
}

/** A licensed instrument was used: what it holds is kept as given, and nothing is added up. */
export const instrumentSpec: WriteSpec = {
  name: "instrument",
  path: "instruments",
  letter: "i",
  button: "Attach a licensed instrument",
  verb: "Keep it as given",
  fields: [
    { key: "instrument", asks: "Which instrument?", as: "line" },
    { key: "version", asks: "Which version?", as: "line" },
    { key: "assessor", asks: "Who used it, and trained in it?", as: "line" },
    {
      key: "answers",
      asks: "Its questions and answers, one a line, with a colon between",
      as: "pairs",
      hint: "No total and no level: there is no place for one.",
    },
  ],
  changes: "Its answers are kept beside the prompts as they were given. The force’s rule does not read them.",
};

/** Somebody must do something. `officers`: who it can be for. */
export function taskSpec(path: string, officers: readonly Chosen[]): WriteSpec {
  return {
    name: "task",
    path,
    letter: "t",
    button: "Make a task",
    verb: "Make the task",
    fields: [
      { key: "says", asks: "What is to be done?", as: "line" },
      { key: "due", asks: "By the end of which day", as: "day", isOptional: true },
      { key: "officer", asks: "For whom", as: "choice", options: officers, isOptional: true },
    ],
    changes:
      "It gets a number of the force that people can say, stands here and in the handover until it is done, and can be the reason for a look.",
  };
}

/** A task is done, or needs not be done any more. */
export function taskDoneSpec({ tasks }: Pick<Noted, "tasks">): WriteSpec {
  const open = tasks.filter(({ done }) => !done);
  return {
    name: "task-done",
    path: "tasks/done",
    letter: "y",
    button: "A task is done",
    verb: "End the task",
    fields: [
      { key: "task", asks: "Which?", as: "choice", options: open.map(({ task, says }) => ({ value: task, says: `${task}: ${says}` })) },
      { key: "says", asks: "What came of it, or why it needs not be done", as: "words", isOptional: true },
    ],
    changes: "It leaves what is to be done; it stays among what was written.",
  };
}
