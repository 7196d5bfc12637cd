import { type Result, failed, ok } from "@unmask/core";
import { type WayOfKnowing, waysOfKnowing } from "../desk/way-of-knowing.ts";

/** What a small form asks, and the body of a command that its answers make. */

/** One thing that can be chosen. */
export interface Chosen {
  readonly value: string;
  readonly says: string;
}

/** One field of a form. What is left blank is not in the body, and a field that must not be blank says so. */
export interface WrittenField {
  /** Key of the body. */
  readonly key: string;
  readonly asks: string;
  /** `ticks`: some of the options. `pairs`: one line each, with a colon between question and answer. `yes-no`: one of two. */
  readonly as: "line" | "words" | "day" | "minute" | "choice" | "yes-no" | "ticks" | "pairs";
  /** Of a choice and of ticks. */
  readonly options?: readonly Chosen[];
  /** The numbers of events stand in the body as numbers. */
  readonly isNumber?: boolean;
  readonly isOptional?: boolean;
  readonly hint?: string;
  /** Whether it is asked, by what was answered so far; always where it is left out. */
  readonly isAsked?: (values: WrittenValues) => boolean;
}

/** By key: what was typed or chosen. Of ticks, one value a line. */
export type WrittenValues = Readonly<Record<string, string>>;

/** Something small that is written of a report or a case. */
export interface WriteSpec {
  /** Its name among the drafts and the keys: "search". */
  readonly name: string;
  /** Where it is sent, below the report or the case. */
  readonly path: string;
  /** The letter after C; empty: the button alone opens it. */
  readonly letter: string;
  readonly button: string;
  /** What is pressed to write it. */
  readonly verb: string;
  readonly fields: readonly WrittenField[];
  /** What it changes, said before it is written. */
  readonly changes: string | ((values: WrittenValues) => string);
  /** What has to be asked first, by what was answered so far, in sentences: it stops nothing. */
  readonly asksFirst?: (values: WrittenValues) => readonly string[];
  /** What stands already, and is offered to be written anew. */
  readonly standing?: WrittenValues;
  /** What is wrong with the answers, in words; undefined: nothing. */
  readonly lacks?: (values: WrittenValues) => string | undefined;
  /** What is sent, where it is not the answers as they stand. */
  readonly sends?: (answers: Readonly<Record<string, unknown>>) => object;
}

/** The two answers of a field that is one of two. */
export const yesNo: readonly Chosen[] = [
  { value: "yes", says: "yes" },
  { value: "no", says: "no" },
];

const knowingInWords: Readonly<Record<WayOfKnowing, string>> = {
  record: "read from a record",
  account: "somebody says so",
  "worked-out": "worked out, and can be wrong",
};

/** The three ways of knowing, as they are chosen. */
export const waysToKnow: readonly Chosen[] = waysOfKnowing.map((value) => ({ value, says: knowingInWords[value] }));

/** Fields that are asked, by what was answered. */
export function fieldsAsked(fields: readonly WrittenField[], values: WrittenValues): readonly WrittenField[] {
  return fields.filter(({ isAsked }) => isAsked === undefined || isAsked(values));
}

/** The values chosen of ticks. */
export function ticked(value: string | undefined): readonly string[] {
  return (value ?? "").split("\n").filter((one) => one !== "");
}

/** The body that the answers make; or what is missing, in words for whoever fills it in. */
export function bodyOf(fields: readonly WrittenField[], values: WrittenValues): Result<Readonly<Record<string, unknown>>, string> {
  const body: Record<string, unknown> = {};
  for (const field of fieldsAsked(fields, values)) {
    const written = (values[field.key] ?? "").trim();
    if (written === "" && field.isOptional === true) continue;
    if (written === "") return failed(`Not answered yet: ${field.asks}`);
    const value = valueOf(field, written);
    if (value === undefined) return failed(`Write one a line, with a colon between the question and its answer: ${field.asks}`);
    body[field.key] = value;
  }
  return ok(body);
}

function valueOf({ as, isNumber }: WrittenField, written: string): unknown {
  switch (as) {
    case "yes-no":
      return written === "yes";
    case "ticks":
      return isNumber === true ? ticked(written).map(Number) : ticked(written);
    case "pairs":
      return pairsOf(written);
    case "choice":
      return isNumber === true ? Number(written) : written;
    default:
      return written;
  }
}

/** "Does anybody …?: yes" a line; undefined where a line is no pair. */
function pairsOf(written: string): readonly { readonly question: string; readonly answer: string }[] | undefined {
  const lines = written.split("\n").filter((line) => line.trim() !== "");
  const pairs = lines.flatMap((line) => {
    const [, question, answer] = /^(.*\S)\s*:\s*(\S.*)$/.exec(line.trim()) ?? [];
    return question === undefined || answer === undefined ? [] : [{ question, answer }];
  });
  return pairs.length === lines.length ? pairs : undefined;
}
