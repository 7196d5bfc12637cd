import type { Instant } from "@unmask/core";
import type { CaseEvent } from "../event.ts";
import type { Ground, Knowing } from "../event/shapes.ts";
import { prompts } from "../risk/prompts.ts";
import { telephoneQuestions } from "../telephone/questions.ts";

/** What a force holds in a case, as the items of a schedule are made of: each entry with words, with its whole text (docs/formats/disclosure.md). */

/** One thing that is held. */
export interface HeldThing {
  /** `case/12`, `R-2100/3`, `exhibit/PACK/0`. */
  readonly key: string;
  /** What kind of thing it is, in our words: nothing of it stands in them. */
  readonly kind: string;
  /** How it is known. */
  readonly knowing: Knowing;
  readonly since: Instant;
  /** Id of the officer who wrote it, or `desk`. */
  readonly by: string;
  /** Its whole text; null: a file, of which a copy is made elsewhere. */
  readonly lines: readonly string[] | null;
  /** It was withdrawn as a mistake, and is held all the same. */
  readonly isWithdrawn: boolean;
}

/** What is held and is in no item, in words: a paper that lists what is held says so. */
export const notListed: readonly string[] = [
  "how people are reached",
  "what was agreed for a referral, and what was sent with it",
  "outlines of places on a map",
  "steps without words of their own",
  "what is of another case or another order, too",
];

/** What an entry is, and the words in it; undefined: it holds none that anybody could disclose. */
interface Written {
  readonly kind: string;
  readonly knowing: Knowing;
  readonly says: readonly (string | undefined)[];
}

/** The entries of one stream that are held, in order; `stream` begins their keys: "case", "R-2100". */
export function heldEntries(stream: string, events: readonly CaseEvent[]): readonly HeldThing[] {
  const withdrawn = new Set(events.flatMap((one) => (one.kind === "entry-withdrawn" ? [one.body.entry] : [])));
  return events.flatMap((event): readonly HeldThing[] => {
    const written = writtenIn(event) ?? writtenInReport(event);
    const lines = written?.says.flatMap((says) => (says === undefined ? [] : says.split(/\r\n|\n|\r/)));
    if (written === undefined || lines === undefined || lines.length === 0) return [];
    const { kind, knowing } = written;
    const { number, happened: since, by } = event;
    return [{ key: `${stream}/${number}`, kind, knowing, since, by, lines, isWithdrawn: withdrawn.has(number) }];
  });
}

function grounds(all: readonly Ground[] = []): readonly string[] {
  return all.map(({ says }) => says);
}

function writtenIn(event: CaseEvent): Written | undefined {
  switch (event.kind) {
    case "fact-recorded":
      return { kind: "fact, read from a record", knowing: "record", says: [event.body.says, `Source: ${event.body.source}`] };
    case "account-recorded":
      return { kind: "account of somebody", knowing: "account", says: [event.body.says, `Source: ${event.body.source}`] };
    case "inference-recorded":
      return { kind: "conclusion of an officer", knowing: "worked-out", says: [event.body.says, event.body.couldChange] };
    case "record-typed": {
      const { of, record, agency, day, at, says, as } = event.body;
      const kind = of === "log" ? "log, typed in" : "recorded crime, typed in";
      return { kind, knowing: "record", says: [`${record}, ${agency}, ${day}${at === undefined ? "" : ` ${at}`}`, says, as] };
    }
    case "enquiry-answered":
      return { kind: "answer to an enquiry", knowing: event.body.ground.knowing, says: [event.body.ground.says] };
    case "enquiry-ended":
      return {
        kind: event.body.how === "lost" ? "enquiry that came too late: nothing held" : "enquiry that was given up",
        knowing: "account",
        says: [event.body.reason],
      };
    case "decision-written":
      return { kind: "decision", knowing: "account", says: [event.body.says, event.body.reason] };
    case "order-considered":
      return { kind: "answer whether an order was considered", knowing: "account", says: [event.body.reason, event.body.waitsFor] };
    case "why-not-stalking":
      return { kind: "answer why it is recorded otherwise", knowing: "account", says: [event.body.reason] };
    case "closing-proposed": {
      const { reason, rests, against } = event.body;
      return { kind: "proposal to close the case", knowing: "account", says: [reason, ...grounds(rests), ...grounds(against)] };
    }
    case "she-wrote":
      return { kind: "words of the person", knowing: "account", says: [event.body.says] };
    case "update-written":
    case "asked-her":
      return { kind: "words to the person", knowing: "record", says: [event.body.says] };
    default:
      return writtenInBoth(event);
  }
}

function writtenInBoth(event: CaseEvent): Written | undefined {
  switch (event.kind) {
    case "searched":
      return { kind: event.body.found ? "search" : "search: nothing found", knowing: "record", says: [event.body.says] };
    case "breach-found":
      return { kind: "note that an act falls on an order", knowing: event.body.knowing, says: [event.body.says, event.body.order] };
    case "danger-raised":
      return { kind: "note of danger", knowing: event.body.knowing, says: [event.body.says] };
    case "risk-answered":
      return {
        kind: "answers to the risk prompts",
        knowing: "account",
        says: event.body.prompts.map(
          ({ prompt, answer, ground }) =>
            `${promptOf(prompt)} ${answer.replace("-", " ")}${ground === undefined ? "" : `. ${ground.says}`}`,
        ),
      };
    case "instrument-kept": {
      const { instrument, version, answers } = event.body;
      const says = answers.map(({ question, answer }) => `${question}: ${answer}`);
      return { kind: "licensed instrument, as answered", knowing: "account", says: [`${instrument} ${version}`, ...says] };
    }
    case "contact-attempted":
      return { kind: "note of an attempt to reach the person", knowing: "account", says: [event.body.says] };
    case "handover-given":
      return { kind: "note of a handover", knowing: "account", says: [...event.body.lines.map(({ says }) => says), event.body.says] };
    default:
      return undefined;
  }
}

/** As it was asked; a prompt that is asked no more stands without its hyphens. */
function promptOf(prompt: string): string {
  return prompts.find(({ id }) => id === prompt)?.asks ?? `${prompt.replaceAll("-", " ")}:`;
}

/** As it was asked; a question that is asked no more stands without its hyphens. */
function askedOf(question: string): string {
  return telephoneQuestions.find(({ id }) => id === question)?.short ?? question.replaceAll("-", " ");
}

/** Of a report: neither how the person is reached nor where stands among these words. */
function writtenInReport(event: CaseEvent): Written | undefined {
  switch (event.kind) {
    case "report-received":
    case "answer-received":
      return { kind: "letter of the person", knowing: "account", says: [event.body.account, event.body.wishes] };
    case "report-typed": {
      const { questions, told, heard } = event.body;
      const asked = questions.map(({ question, state, says }) => `${askedOf(question)}: ${says ?? state.replaceAll("-", " ")}`);
      return { kind: "report, typed in while it was told", knowing: "account", says: [...told.map(({ says }) => says), heard, ...asked] };
    }
    case "triage-decided":
      return { kind: "decision on a report", knowing: "account", says: [event.body.reason] };
    case "rule-overridden":
      return { kind: "why a report was put into another group", knowing: "account", says: [event.body.reason] };
    default:
      return undefined;
  }
}
