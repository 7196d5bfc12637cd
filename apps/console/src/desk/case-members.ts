import { type ReadValue, list, object, text } from "@unmask/core";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { someKeys } from "./some-keys.ts";

/** An officer who is on a case, or could be. */
export interface OfficerOnCase {
  readonly id: string;
  readonly name: string;
  /** "contact handler", as the list of who works here says it; the closed list's own word on the case itself. */
  readonly role: string;
}

/** Reads one. */
export const officerOnCase: ReadValue<OfficerOnCase> = object(({ must }) => ({
  id: must("id", text),
  name: must("name", text),
  role: must("role", text),
}));

/** Reads the answer of `GET /desk/cases/:case/members`: who is on it, and who works here and could be. */
export const membersOfCase: ReadValue<{
  readonly members: readonly OfficerOnCase[];
  readonly here: readonly OfficerOnCase[];
  readonly log: LogEntry;
}> = object(({ must }) => ({
  members: must("members", list(officerOnCase)),
  here: must("here", list(officerOnCase)),
  log: must("log", logEntry),
}));

/** Reads the answer of `GET /desk/cases/:case/barred`: to whom it is closed. Since when and by whom stands in the log. */
export const barredFromCase: ReadValue<{
  readonly barred: readonly Pick<OfficerOnCase, "id" | "name">[];
  readonly log: LogEntry;
}> = object(({ must }) => ({
  barred: must(
    "barred",
    list(
      someKeys(
        ["id", "name"],
        object((one) => ({ id: one.must("id", text), name: one.must("name", text) })),
      ),
    ),
  ),
  log: must("log", logEntry),
}));
