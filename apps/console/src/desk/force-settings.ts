import { type ReadValue, count, list, object, oneOf, text } from "@unmask/core";
import { type LogEntry, logEntry } from "./log-entry.ts";

/** Minutes without a key after which a desk locks, hours of a shift: what a force can choose. */
export const lockMinutes = [5, 10, 15, 20, 30] as const;
export const shiftHours = [8, 9, 10, 12] as const;

/** What a force sets for its desk. */
export interface ForceSettings {
  readonly lockMinutes: number;
  readonly shiftHours: number;
  readonly reasonBefore: "open" | "preview";
  readonly searchTells: "case" | "nothing";
  /** Whom she asks and how, a line of every acknowledgement; empty: as shipped. */
  readonly contactWords: string;
}

/** The groups of the queue after danger, in the order of this force, and after how many hours unread is long. */
export interface QueueOrder {
  readonly afterDanger: readonly string[];
  readonly longHours: number;
}

/** Orders that a force can choose: danger is first in each of them. */
export const queueOrders = [
  ["breach", "repeat", "first"],
  ["breach", "first", "repeat"],
  ["repeat", "breach", "first"],
  ["repeat", "first", "breach"],
  ["first", "breach", "repeat"],
  ["first", "repeat", "breach"],
] as const;
/** Hours after which unread is long. */
export const longHours = [1, 2, 3, 4, 6, 8, 12, 24, 48, 72] as const;

/** "Danger, breach, repeat, first report". */
export function sayOrder(afterDanger: readonly string[]): string {
  return ["Danger", ...afterDanger.map((one) => (one === "first" ? "first report" : one))].join(", ");
}

/** The settings, and the rule by which the queue stands. */
export interface SettingsAnswer {
  readonly settings: ForceSettings;
  readonly queueRule: QueueOrder & { readonly says: string; readonly date: string };
  readonly log: LogEntry;
}

/** Reads the answer of `GET /desk/settings`. */
export const settingsAnswer: ReadValue<SettingsAnswer> = object(({ must }) => ({
  settings: must(
    "settings",
    object((one) => ({
      lockMinutes: one.must("lockMinutes", count),
      shiftHours: one.must("shiftHours", count),
      reasonBefore: one.must("reasonBefore", oneOf<"open" | "preview">(["open", "preview"])),
      searchTells: one.must("searchTells", oneOf<"case" | "nothing">(["case", "nothing"])),
      contactWords: one.must("contactWords", text),
    })),
  ),
  queueRule: must(
    "queueRule",
    object((one) => ({
      says: one.must("says", text),
      date: one.must("date", text),
      longHours: one.must("longHours", count),
      afterDanger: one.must("afterDanger", list(text)),
    })),
  ),
  log: must("log", logEntry),
}));
