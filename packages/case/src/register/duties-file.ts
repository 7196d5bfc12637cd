import type { Instant } from "@unmask/core";

/** What happened to an order, as a person or the register writes it down (docs/formats/duties.md). Days are of London, counted from 1970-01-01. */

/** Kinds of event. */
export const registerEventKinds = [
  "served",
  "notified",
  "name-used",
  "address-changed",
  "other-register",
  "varied",
  "discharged",
  "expired",
] as const;
/** One of them. */
export type RegisterEventKind = (typeof registerEventKinds)[number];

/** Where a notice was given, seen from the local police area. */
export const stations = ["local", "elsewhere", "unknown"] as const;

/** One event. */
export interface RegisterEvent {
  readonly kind: RegisterEventKind;
  /** "event 3", "event 1 of the interim". */
  readonly line: string;
  /** For another register its first day. */
  readonly day: number;
  /** Where the hour was written, and the clock showed it. */
  readonly instant?: Instant;
  readonly station?: (typeof stations)[number];
  /** The address that was told, or that is new; null where there is none in the United Kingdom. */
  readonly address?: string | null;
  /** The names that were told, where not all was. */
  readonly names?: readonly string[];
  /** Of a notice that says what it told and told all: `address` and `names` are what it told. */
  readonly isAll?: boolean;
  /** Of a notice that says that it told of a change to come, never in a file. */
  readonly isAhead?: boolean;
  /** Of a change, the line by which it is told apart from another of its kind and day. */
  readonly apart?: string;
  /** The name that was used. */
  readonly name?: string;
  /** The day on which a use was found out: nothing runs from it. */
  readonly found?: number;
  /** Final day of another register; null where it has none. */
  readonly to?: number | null;
  /** A new last day; null where it runs until further order. */
  readonly until?: number | null;
}

/** The days of an order that its court set. */
export interface OrderDays {
  readonly made: number;
  /** Last day, which it lives through; null: until further order. */
  readonly until: number | null;
  /** Times in which it had ended and which a court undid, never in a file: from the day of the end, to the day on which it was given back. */
  readonly gaps?: readonly { readonly from: number; readonly to: number }[];
}

/** One file. */
export interface DutiesFile {
  readonly jurisdiction: "EW" | "NI";
  readonly order: OrderDays & {
    readonly kind: "full" | "interim";
    readonly inForce?: number;
    /** The interim that this full order replaces. */
    readonly replaces?: OrderDays & { readonly events: readonly RegisterEvent[] };
  };
  readonly events: readonly RegisterEvent[];
  /** Names that are known of whom it binds, never in a file: a first notice that leaves one out is for an officer. */
  readonly names?: readonly string[];
}
