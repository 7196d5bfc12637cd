import type { Instant } from "@unmask/core";
import { isoDay } from "./iso-day.ts";
import type { Processing } from "../access/operations.ts";
import type { ReasonCode } from "../access/reason.ts";

/** Who looked, as a person can be told it: role, day and purpose, and a name only where the force decided so (docs/formats/subject-access.md). */
export interface ToldLook {
  /** Civil day in London. */
  readonly day: string;
  readonly did: "looked" | "compared" | "handed out";
  readonly role: string;
  readonly purpose: string;
  readonly times: number;
  readonly name?: string;
}

/** An entry of the log that concerns the person. */
export interface LoggedLook {
  readonly at: Instant;
  readonly op: Processing;
  /** Null: the program itself. */
  readonly role: string | null;
  readonly reason: ReasonCode | null;
  readonly name: string | null;
  readonly isRefused: boolean;
}

/** What of the six kinds of processing is a look of somebody: the others are told by what is held. */
const didWords = { consult: "looked", combine: "compared", disclose: "handed out" } as const;

/** Purposes in words that are about nobody: an officer’s own words can be about somebody else, and are told nowhere. */
const purposes: Readonly<Record<ReasonCode, string>> = {
  duty: "the work of a shift",
  triage: "to see which report comes first",
  task: "a task of that officer",
  danger: "somebody may have been in danger",
  contact: "somebody called or wrote",
  supervision: "supervision",
  court: "a hearing, a prosecutor or an order",
  "risk-to-life": "a life may have been at risk",
  lawfulness: "to check that looking was lawful",
  "self-monitoring": "the force’s own checks",
  integrity: "to keep the records whole and safe",
  "criminal-proceedings": "criminal proceedings",
  other: "another reason, which was written down",
};

/** Entries as they are told, in order of day: equal ones of one day stand once, with how many they are. */
export function toldLooks(entries: readonly LoggedLook[], isNamed: boolean): readonly ToldLook[] {
  const told = new Map<string, ToldLook>();
  for (const { at, op, role, reason, name, isRefused } of entries) {
    if (isRefused || role === null || (op !== "consult" && op !== "combine" && op !== "disclose")) continue;
    const look = {
      day: isoDay(at),
      did: didWords[op],
      role: role.replaceAll("-", " ").replace(/^spo\b/, "SPO"),
      purpose: purposes[reason ?? "duty"],
    };
    const named = isNamed && name !== null ? { name } : {};
    const key = JSON.stringify([look, named]);
    told.set(key, { ...look, times: (told.get(key)?.times ?? 0) + 1, ...named });
  }
  return inOrderOfDay([...told.values()]);
}

/** Looks of several cases as one list, in order of day: equal ones of one day stand once. */
export function joinedLooks(looks: readonly ToldLook[]): readonly ToldLook[] {
  const told = new Map<string, ToldLook>();
  for (const look of looks) {
    const key = JSON.stringify({ ...look, times: 0 });
    told.set(key, { ...look, times: (told.get(key)?.times ?? 0) + look.times });
  }
  return inOrderOfDay([...told.values()]);
}

function inOrderOfDay(looks: readonly ToldLook[]): readonly ToldLook[] {
  return looks.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}
