import { type ReadValue, count, flag, list, object, text } from "@unmask/core";
import { type Offence, offenceLine } from "./case-recording.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { orNull } from "./or-null.ts";
import { someKeys } from "./some-keys.ts";

/** What helps to record a case: tests of law, offences to choose from, rows of the force's own table. Nothing is chosen in it. */
export interface RecordingHelp {
  readonly tests: readonly LawTest[];
  readonly rules: readonly { readonly id: string; readonly says: string; readonly section: string }[];
  readonly offences: readonly OfferedOffence[];
  /** Null: no table is loaded, and no code is known. */
  readonly table: { readonly name: string; readonly rows: number } | null;
  readonly rows: readonly CodeRow[];
  /** Rows in which the words stand; the first are in `rows`. */
  readonly rowsInAll: number;
  /** How it is recorded now. */
  readonly offence: RecordedNow | null;
  readonly saw: number;
  readonly log: LogEntry;
}

/** The recording that stands, with the tests as they were answered for it. */
export interface RecordedNow {
  readonly principal: Offence;
  readonly included: readonly Offence[];
  readonly joined: readonly string[];
  /** Why a former partner's course of conduct is not recorded as stalking. */
  readonly harassmentOnly?: string;
  readonly tests: readonly LawTest[];
}

/** A test with how it comes out and the section of its rule. */
export interface LawTest {
  readonly asks: string;
  readonly says: string;
  readonly section: string;
}

/** An offence of the law that is known here. */
export interface OfferedOffence {
  readonly offence: string;
  readonly says: string;
  readonly isStalking: boolean;
}

/** A row of the force's table, as its file has it. */
export interface CodeRow {
  readonly row: number;
  readonly says: string;
  readonly code?: string;
}

const sectionOf = someKeys(
  ["section", "act"],
  object(({ must, may }) => {
    const { act = "" } = may("act", text);
    return `${act === "" ? "" : `${act} `}${must("section", text)}`;
  }),
);

const lawTests: ReadValue<readonly LawTest[]> = list(
  object((one) => ({
    asks: one.must("asks", text),
    says: one.must("says", text),
    section: one.must("rule", orNull(sectionOf)) ?? "",
  })),
);

const offence: ReadValue<RecordedNow> = someKeys(
  ["offence", "tests"],
  object(({ must }) => ({
    ...must(
      "offence",
      someKeys(
        ["principal", "included", "joined", "harassmentOnly"],
        object((one) => ({
          principal: one.must("principal", offenceLine),
          included: one.must("included", list(offenceLine)),
          joined: one.must("joined", list(text)),
          ...one.may("harassmentOnly", text),
        })),
      ),
    ),
    tests: must("tests", lawTests),
  })),
);

/** Reads the answer of `GET /desk/cases/:case/recording`. */
export const recordingAnswer: ReadValue<RecordingHelp> = object(({ must }) => {
  must("elsewhere", (value) => value);
  return {
    tests: must("tests", lawTests),
    rules: must(
      "rules",
      list(object((one) => ({ id: one.must("id", text), says: one.must("says", text), section: one.must("section", text) }))),
    ),
    offences: must(
      "offences",
      list(
        object((one) => ({
          offence: one.must("offence", text),
          says: one.must("says", text),
          isStalking: one.must("isStalking", flag),
        })),
      ),
    ),
    table: must("table", orNull(object((one) => ({ name: one.must("name", text), rows: one.must("rows", count) })))),
    rows: must("rows", list(object((one) => ({ row: one.must("row", count), says: one.must("says", text), ...one.may("code", text) })))),
    rowsInAll: must("rowsInAll", count),
    offence: must("offence", orNull(offence)),
    saw: must("saw", count),
    log: must("log", logEntry),
  };
});
