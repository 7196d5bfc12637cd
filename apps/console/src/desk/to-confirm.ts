import { type Instant, type JurisdictionCode, type ReadValue, count, list, object, oneOf, orNull, text } from "@unmask/core";
import { waitingRules } from "@unmask/case";
import { type ForceLawEntry, type ForceLawValue, type OpenQuestion, type SetReadingTime, forceLawValueFromJson } from "@unmask/law";
import { sayCount } from "@unmask/words";
import { instant } from "./instant.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";

/** A question that no source answers, and what this force confirmed of it. */
export interface QuestionToConfirm {
  /** "EW/appeal-limit" */
  readonly about: string;
  readonly jurisdiction: JurisdictionCode;
  readonly question: string;
  /** What is done until somebody answers. */
  readonly careful: string;
  readonly answeredBy: OpenQuestion["answeredBy"];
  /** The number of the row that holds today; null: nobody has answered. */
  readonly inForce: number | null;
  /** Every row about it, the newest first. */
  readonly rows: readonly ConfirmedRow[];
}

/** A confirmation as it is kept. */
export interface ConfirmedRow extends ForceLawEntry {
  readonly number: number;
  /** The officer who wrote it here. */
  readonly by: string;
  readonly recorded: Instant;
}

const confirmedRow: ReadValue<ConfirmedRow> = object(({ must }) => ({
  number: must("number", count),
  about: must("about", text),
  from: must("from", text),
  value: must("value", forceLawValueFromJson),
  says: must("says", text),
  confirmedBy: must("confirmedBy", text),
  confirmedOn: must("confirmedOn", text),
  by: must("by", text),
  recorded: must("recorded", instant),
}));

const codes: ReadValue<JurisdictionCode> = oneOf(["EW", "NI", "SCO"]);
const answers: ReadValue<OpenQuestion["answeredBy"]> = oneOf(["words", "days", "look-ahead", "reading-times", "route"]);

const question: ReadValue<QuestionToConfirm> = object(({ must }) => ({
  about: must("about", text),
  jurisdiction: must("jurisdiction", codes),
  question: must("question", text),
  careful: must("careful", text),
  answeredBy: must("answeredBy", answers),
  inForce: must("inForce", orNull(count)),
  rows: must("rows", list(confirmedRow)),
}));

/** Reads the answer of `GET /desk/to-confirm`. */
export const toConfirmAnswer: ReadValue<{ readonly questions: readonly QuestionToConfirm[]; readonly log: LogEntry }> = object(
  ({ must }) => ({
    questions: must("questions", list(question)),
    log: must("log", logEntry),
  }),
);

/** Reads the answer to a confirmation that was written. */
export const confirmedAnswer: ReadValue<LogEntry> = object(({ must }) => {
  must("number", count);
  return must("log", logEntry);
});

/** A value in words, as it stands beside its question. */
export function sayValue(value: ForceLawValue): string {
  switch (value.kind) {
    case "as-shipped":
      return "as shipped again";
    case "words":
      return "";
    case "days":
      return value.days === 1 ? "1 day" : `${value.days} days`;
    case "look-ahead":
      return `${value.days.join(", ")} days before`;
    case "reading-times":
      return value.times.map(sayReadingTime).join("; ");
    case "route":
      return `began ${value.began}; kept by: ${value.applicant}`;
  }
}

/** "Service: 12", "Service, Protecting north: 6". */
function sayReadingTime({ kind, team, hours }: SetReadingTime): string {
  return `${waitingRules[kind].says}${team === null ? "" : `, ${team}`}: ${sayCount(hours, "hour")}`;
}
