import type { OrderDeskRuleId, RegisterRuleId } from "@unmask/core";
import type { WhichOrder } from "../event/order-shapes.ts";
import type { OrderEnd } from "../fold/order/live-order.ts";
import { type ChangeStage, changeStages } from "../fold/order/change.ts";

/** What the look-ahead reads of an order, and one line of it. Days are civil days as in events: `2026-11-29`. */

/** Where our application to renew an order stands; refused: a court has answered it, and the order still comes to its end. */
export const renewalStages: readonly RenewalStage[] = [...changeStages, "refused"] as const;
/** One of them. */
export type RenewalStage = ChangeStage | "refused";

/** An order, as far as its ends and its court days go. */
export interface LookAheadOrder {
  readonly order: string;
  /** As people name it: "SPO-26-025-I", or the number of another force. */
  readonly shown: string;
  readonly subject: string;
  readonly which: WhichOrder;
  /** Nothing is made yet: an application, of which only court days are shown. */
  readonly isOnlyAsked?: boolean;
  readonly jurisdiction: "EW" | "NI";
  /** Force that made it, where it is not ours, and the day on which its copy was typed in. */
  readonly theirs?: { readonly force: string; readonly typed: string };
  readonly made: string;
  /** Null: until further order. */
  readonly lastDay: string | null;
  readonly ended?: { readonly how: OrderEnd; readonly day: string };
  /** Of an interim: the day on which the full order was made that replaced it. */
  readonly replaced?: string;
  readonly isServed: boolean;
  /** Conditions with an end of their own. */
  readonly ownEnds: readonly { readonly condition: number; readonly lastDay: string }[];
  /** Of an interim: the day on which the main application was withdrawn. */
  readonly withdrawn?: string;
  readonly courtDays: readonly { readonly day: string; readonly at?: string; readonly court: string; readonly about: string }[];
  /** The other register that suspends its notices; the day by whose end the first notice is then due, null where that is not clear. */
  readonly otherRegister?: { readonly to: string | null; readonly thenDue: string | null };
  /** Where our application to renew it stands; absent: nothing is written. */
  readonly renewal?: RenewalStage;
  /** Day of a court's result of a renewal after the last day: a fact, of which it is not known whether it brought the order to life. */
  readonly afterLastDay?: string;
}

/** An order for which somebody began a draft where there is no such order. */
export interface RefusedDraft {
  readonly subject: string;
  readonly day: string;
  readonly jurisdiction: string;
  /** What there is instead, each as a sentence with its section. */
  readonly instead: readonly string[];
}

/** Groups of the list, in their order. */
export const lookAheadGroups = ["ahead", "ended", "not-ours", "no-order"] as const;
/** One of them. */
export type LookAheadGroup = (typeof lookAheadGroups)[number];

/** A reminder before an end, worked out: nothing depends on whether it was shown. */
export interface Reminder {
  readonly days: number;
  readonly day: string;
  readonly isPast: boolean;
}

/** One line. */
export interface LookAheadRow {
  readonly order: string;
  readonly shown: string;
  readonly subject: string;
  /** By whose law its sections are. */
  readonly jurisdiction: "EW" | "NI";
  readonly group: LookAheadGroup;
  readonly kind: "order-ends" | "interim-ends" | "condition-ends" | "other-register-ends" | "court-day" | "ended" | "no-order";
  /** By which it is sorted; null: no day is known. */
  readonly day: string | null;
  /** Minute on the wall, of a court day. */
  readonly at?: string;
  /** The day in words, and what stands under it. */
  readonly when: readonly [string, string];
  /** What ends, and why then. */
  readonly ends: readonly [string, string];
  /** What is next for us, and its rule. */
  readonly next: readonly [string, string];
  /** What it is in a few words, without its day. */
  readonly label: string;
  /** Filled: an order ends. Open: a court day or another clock. Grey: not ours, drawn in the blue of second rank. */
  readonly mark: "filled" | "open" | "grey";
  /** Somebody has to decide something and has not: an officer, or the court that a renewal is asked of. */
  readonly isMind: boolean;
  readonly reminders: readonly Reminder[];
}

/** Days of a force. */
export interface LookAheadSettings {
  /** Civil day in London. */
  readonly today: string;
  /** Days that are looked ahead. */
  readonly days: number;
  /** Days before an end on which somebody is reminded, and for how many days an end stays in sight: settings of the force. */
  readonly reminderDays: readonly number[];
  readonly endedDays: number;
}

/** The section of a rule; "" where no source states one for the jurisdiction. */
export type SectionOf = (code: "EW" | "NI", rule: OrderDeskRuleId | { readonly register: RegisterRuleId }) => string;

/** What the rows are worked out by. */
export interface Looking extends LookAheadSettings {
  readonly to: string;
  readonly sectionOf: SectionOf;
  readonly leastBindsEach: (code: "EW" | "NI") => boolean;
}
