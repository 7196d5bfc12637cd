import { type Instant, type ReadValue, count, list, object, text } from "@unmask/core";
import { instant } from "./instant.ts";
import { type OpenedAnyway, openedAnyway } from "./opened-anyway.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";

/** Who is signed in, for which force, why and until when. */
export interface Me {
  readonly officer: {
    readonly id: string;
    /** "PC 4471 Imran Qureshi". */
    readonly name: string;
    /** Of the closed list of roles. */
    readonly role: string;
    /** "contact handler". */
    readonly roleSays: string;
  };
  readonly force: { readonly name: string };
  /** Why they are here, as given at sign-in. */
  readonly dutyReason: { readonly code: string; readonly text?: string };
  /** What this officer has open without need to know. */
  readonly openings: readonly OpenedAnyway[];
  /** Supervisors here, but for this officer. */
  readonly supervisors: readonly { readonly id: string; readonly name: string }[];
  readonly session: { readonly endsAt: Instant; readonly locksAt: Instant };
  /** Questions of an auditor that this officer has not answered. */
  readonly asked: number;
  readonly log: LogEntry;
}

/** Reads who is signed in. */
export const me: ReadValue<Me> = object(({ must }) => ({
  officer: must(
    "officer",
    object((officer) => ({
      id: officer.must("id", text),
      name: officer.must("name", text),
      role: officer.must("role", text),
      roleSays: officer.must("roleSays", text),
    })),
  ),
  force: must(
    "force",
    object((force) => ({ name: force.must("name", text) })),
  ),
  dutyReason: must(
    "dutyReason",
    object((reason) => ({ code: reason.must("code", text), ...reason.may("text", text) })),
  ),
  session: must(
    "session",
    object((session) => ({ endsAt: session.must("endsAt", instant), locksAt: session.must("locksAt", instant) })),
  ),
  asked: must("asked", count),
  openings: must("openings", list(openedAnyway)),
  supervisors: must("supervisors", list(object((one) => ({ id: one.must("id", text), name: one.must("name", text) })))),
  log: must("log", logEntry),
}));
