import { type ReadValue, count, flag, list, object, text } from "@unmask/core";
import { type LogEntry, logEntry } from "./log-entry.ts";

/** Two reports beside each other before they are joined, and what would move where. */
export interface Joining {
  readonly from: JoinSide;
  readonly into: JoinSide;
  readonly moves: readonly string[];
  readonly log: LogEntry;
}

/** One of the two. */
export interface JoinSide {
  readonly report: string;
  readonly saw: number;
  readonly name: string;
  readonly state: string;
  readonly acts: number;
  readonly packs: number;
  readonly tasks: number;
  readonly isDanger: boolean;
  readonly account?: string;
}

const side: ReadValue<JoinSide> = object(({ must, may }) => ({
  report: must("report", text),
  saw: must("saw", count),
  name: must("name", text),
  state: must("state", text),
  acts: must("acts", count),
  packs: must("packs", count),
  tasks: must("tasks", count),
  isDanger: must("isDanger", flag),
  ...may("account", text),
}));

/** Reads the answer of `GET /desk/reports/:reference/join`. */
export const joining: ReadValue<Joining> = object(({ must }) => ({
  from: must("from", side),
  into: must("into", side),
  moves: must("moves", list(text)),
  log: must("log", logEntry),
}));
