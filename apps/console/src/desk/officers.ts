import { type Role, roles } from "@unmask/case";
import { type Instant, type ReadValue, list, object, oneOf, text } from "@unmask/core";
import { instant } from "./instant.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { orNull } from "./or-null.ts";

/** Somebody who works here, or did. */
export interface OfficerRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly leftAt: Instant | null;
  /** By which name they come in from the force's own sign-in; null: by passkeys alone. */
  readonly signInName: string | null;
  /** As the force calls it; null: in none. */
  readonly team: string | null;
}

/** Everybody, and what the force calls its own sign-in; null where it has none. */
export interface Officers {
  readonly officers: readonly OfficerRow[];
  readonly provider: string | null;
  readonly log: LogEntry;
}

/** Reads the answer of `GET /desk/officers`. */
export const officers: ReadValue<Officers> = object(({ must }) => ({
  officers: must(
    "officers",
    list(
      object((one) => ({
        id: one.must("id", text),
        name: one.must("name", text),
        role: one.must("role", oneOf(roles)),
        leftAt: one.must("left_at", orNull(instant)),
        signInName: one.must("sign_in_name", orNull(text)),
        team: one.must("team", orNull(text)),
      })),
    ),
  ),
  provider: must("provider", orNull(text)),
  log: must("log", logEntry),
}));

/** A link that works once, told once: whoever loses it asks for another. */
export interface NewLink {
  readonly link: string;
  readonly log: LogEntry;
}

/** Reads the answer of `POST /desk/officers` and of `POST /desk/officers/:officer/link`. */
export const newLink: ReadValue<NewLink> = object(({ must, may }) => {
  may("officer", text);
  return { link: must("link", text), log: must("log", logEntry) };
});
