import { type Fields, type Instant, type ReadValue, count, flag, list, object, oneOf, text } from "@unmask/core";
import { type AtCourt, atCourtOf } from "./at-court.ts";
import { instant } from "./instant.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { orNull } from "./or-null.ts";
import { type DutyStands, dutyStands } from "./register-duty.ts";

/** What the counter of a station sees of an order: who it binds and what has to be told. No case, no condition and nobody who is protected. */
export interface Counter {
  readonly order: string;
  readonly jurisdiction: "EW" | "NI";
  readonly name: string;
  readonly born: string | null;
  readonly atCourt?: AtCourt;
  /** Other names that are known; never which, so that nobody is prompted with one. */
  readonly otherNames: number;
  readonly isLive: boolean;
  readonly orders: readonly {
    readonly which: "interim" | "full";
    readonly made: string;
    readonly until: string | null;
    readonly court: string;
  }[];
  /** The other force that runs its clocks, whose duties are not worked out here; null: this one does. */
  readonly keptBy: string | null;
  readonly duties: readonly CounterDuty[];
  /** Whether a condition of the order asks for names used online. */
  readonly asksOnline: boolean;
  readonly acknowledged: readonly Acknowledged[];
  /** Attendances in person of which no paper was given yet. */
  readonly owed: readonly OwedPaper[];
}

/** A paper that was written down: of which attendance, by which wording, signed or not, given or not. */
export interface Acknowledged {
  readonly attendance: number;
  readonly day: string;
  readonly form: string;
  readonly signed: boolean;
  readonly given: boolean;
}

/** An attendance that is still to be acknowledged in writing, and the newest paper that was made of it. */
export interface OwedPaper {
  readonly attendance: number;
  readonly day: string;
  readonly at: string;
  readonly station: string;
  readonly paper: AttendancePaper | null;
}

/** A paper that was made of an attendance. */
export interface AttendancePaper {
  readonly paper: number;
  readonly exhibit: string;
  readonly sha256: string;
  /** By which wording. */
  readonly form: string;
  readonly pages: number | null;
  readonly made: Instant;
}

/** One duty, as the counter sees it. */
export interface CounterDuty {
  readonly rule: string;
  readonly section: string;
  readonly trigger: string;
  readonly due: string | null;
  readonly overdueFrom: Instant | null;
  readonly stands: DutyStands;
}

const which = oneOf<"interim" | "full">(["interim", "full"]);

const attendancePaper: ReadValue<AttendancePaper> = object(paperOf);

function paperOf({ must }: Fields): AttendancePaper {
  must("size", count);
  return {
    paper: must("paper", count),
    exhibit: must("exhibit", text),
    sha256: must("sha256", text),
    form: must("form", text),
    pages: must("pages", orNull(count)),
    made: must("made", instant),
  };
}

function counterOf({ must, may }: Fields): Counter {
  return {
    order: must("order", text),
    jurisdiction: must("jurisdiction", oneOf<"EW" | "NI">(["EW", "NI"])),
    name: must("name", text),
    born: must("born", orNull(text)),
    ...atCourtOf({ may }),
    otherNames: must("otherNames", count),
    isLive: must("isLive", flag),
    orders: must(
      "orders",
      list(
        object((one) => ({
          which: one.must("which", which),
          made: one.must("made", text),
          until: one.must("until", orNull(text)),
          court: one.must("court", text),
        })),
      ),
    ),
    keptBy: must("keptBy", orNull(text)),
    duties: must(
      "duties",
      list(
        object((one) => ({
          rule: one.must("rule", text),
          section: one.must("section", text),
          trigger: one.must("trigger", text),
          due: one.must("due", orNull(text)),
          overdueFrom: one.must("overdueFrom", orNull(instant)),
          stands: one.must("stands", dutyStands),
        })),
      ),
    ),
    asksOnline: must("asksOnline", flag),
    acknowledged: must(
      "acknowledged",
      list(
        object((one) => ({
          attendance: one.must("attendance", count),
          day: one.must("day", text),
          form: one.must("form", text),
          signed: one.must("signed", flag),
          given: one.must("given", flag),
        })),
      ),
    ),
    owed: must(
      "owed",
      list(
        object((one) => ({
          attendance: one.must("attendance", count),
          day: one.must("day", text),
          at: one.must("at", text),
          station: one.must("station", text),
          paper: one.must("paper", orNull(attendancePaper)),
        })),
      ),
    ),
  };
}

/** Reads the answer of `POST /desk/orders/:order/acknowledgement`: the paper that was made, now or before. */
export const attendancePaperMade: ReadValue<AttendancePaper & { readonly toLook: readonly string[]; readonly log: LogEntry }> = object(
  (fields) => ({
    ...paperOf(fields),
    toLook: fields.must("toLook", list(text)),
    log: fields.must("log", logEntry),
  }),
);

/** Reads what the server says when something was written at the counter. */
export const attendanceWritten: ReadValue<LogEntry> = object(({ must }) => {
  must("saw", count);
  return must("log", logEntry);
});

/** Who can be meant by a name, and how many more there are. */
export interface FoundAtCounter {
  readonly found: readonly Counter[];
  readonly more: number;
  readonly log: LogEntry;
}

/** Reads the answer of `GET /desk/attendance`. */
export const foundAtCounter: ReadValue<FoundAtCounter> = object(({ must }) => {
  must("now", instant);
  return { found: must("found", list(object(counterOf))), more: must("more", count), log: must("log", logEntry) };
});

/** One of them, to write down what is told, on what was seen. */
export interface CounterPage extends Counter {
  readonly saw: number;
  readonly log: LogEntry;
}

/** Reads the answer of `GET /desk/orders/:order/attendance`. */
export const counterPage: ReadValue<CounterPage> = object((fields) => {
  fields.must("now", instant);
  return { ...counterOf(fields), saw: fields.must("saw", count), log: fields.must("log", logEntry) };
});
