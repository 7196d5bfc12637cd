import { type Drawing, type ReadValue, type Table, count, flag, list, object, text } from "@unmask/core";
import { drawing } from "./drawing.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { orNull } from "./or-null.ts";
import { shownTable } from "./shown-table.ts";

/** The course of a case drawn over the acts that are theirs. */
export interface CourseDrawn {
  readonly drawings: readonly DrawnFinding[];
  /** By whose they are; null: no pack says. */
  readonly counts: { readonly theirs: number; readonly perhaps: number; readonly hers: number; readonly others: number } | null;
  readonly acts: number;
  /** There are more acts than are drawn. */
  readonly isCut: boolean;
  /** Packs that do not say whose their acts are. */
  readonly notStated: number;
  /** How many of the acts that are drawn are dated after their pack came; null: none. */
  readonly ahead: string | null;
  readonly log: LogEntry;
}

/** One picture with its sentence, its table and its acts. */
export interface DrawnFinding {
  readonly pattern: string;
  readonly says: string;
  readonly how: string;
  readonly couldChange: readonly string[];
  readonly table: Table;
  readonly drawing: { readonly phone: Drawing; readonly desktop: Drawing };
  /** The first of the acts that it rests on. */
  readonly acts: readonly { readonly item: string; readonly ordinal: number }[];
  readonly actsInAll: number;
}

const drawnFinding: ReadValue<DrawnFinding> = object(({ must }) => ({
  pattern: must("pattern", text),
  says: must("says", text),
  how: must("how", text),
  couldChange: must("couldChange", list(text)),
  table: must("table", shownTable),
  drawing: must(
    "drawing",
    object((one) => ({ phone: one.must("phone", drawing), desktop: one.must("desktop", drawing) })),
  ),
  acts: must("acts", list(object((one) => ({ item: one.must("item", text), ordinal: one.must("ordinal", count) })))),
  actsInAll: must("actsInAll", count),
}));

/** Reads the answer of `GET /desk/cases/:case/drawings`. */
export const courseDrawn: ReadValue<CourseDrawn> = object(({ must }) => ({
  drawings: must("drawings", list(drawnFinding)),
  counts: must(
    "counts",
    orNull(
      object((one) => ({
        theirs: one.must("theirs", count),
        perhaps: one.must("perhaps", count),
        hers: one.must("hers", count),
        others: one.must("others", count),
      })),
    ),
  ),
  acts: must("acts", count),
  isCut: must("isCut", flag),
  notStated: must("notStated", count),
  ahead: must("ahead", orNull(text)),
  log: must("log", logEntry),
}));
