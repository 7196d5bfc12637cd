import type { JurisdictionCode, LegalFact } from "./law.ts";

/**
 * What duties of an order are worked out by, as data. The facts stand in the room `law`; the shape stands here because the room `case` works out from
 * them what is due, and neighbours never meet.
 */

/** One fact of law as it is listed, looked up again and confirmed: by an id that stays. */
export interface LawRow extends LegalFact {
  /** "first-notice". Of one jurisdiction each once. */
  readonly id: string;
  readonly jurisdiction: JurisdictionCode;
  /** Civil day of this wording: a changed fact is a new row with a new day. */
  readonly ruleVersion: string;
}

/** Rules by which the register of one jurisdiction is worked out. */
export const registerRules = [
  "first-notice",
  "replaces-interim",
  "name-used",
  "address-changed",
  "early-notice",
  "suspended",
  "suspension-ends",
  "where",
  "acknowledged",
  "failing",
] as const;
/** One of them. */
export type RegisterRuleId = (typeof registerRules)[number];

/** What the register of one jurisdiction goes by. Scotland has none: it has no such order. */
export interface RegisterLaw {
  readonly code: "EW" | "NI";
  /** Civil day of the newest of its rows. */
  readonly ruleVersion: string;
  /** Days of each period, the day from which it runs being day 1. Nothing is added for a weekend or a holiday. */
  readonly days: number;
  /** From what the first period runs: the day of service, or the day on which the order comes into force. */
  readonly firstFrom: "service" | "in-force";
  /** A rule that no source states for this jurisdiction is absent: what depends on it is not known. */
  readonly rules: Readonly<Partial<Record<RegisterRuleId, LawRow>>>;
}

/** Rules by which an application and its orders are decided on, in the order in which they are met. */
export const orderDeskRules = [
  "extent",
  "applicant",
  "territorial-link",
  "own-motion",
  "court",
  "complaint",
  "criterion-a",
  "criterion-b",
  "criterion-c",
  "protected",
  "kinds",
  "necessary",
  "belief-and-work",
  "locality",
  "compatible",
  "record-made",
  "record-period",
  "record-conditions",
  "record-locality",
  "record-own-periods",
  "period-kinds",
  "least-period",
  "own-period",
  "change-who",
  "heard",
  "change-necessary",
  "consent-asked-by-police",
  "consent-asked-otherwise",
  "interim-when",
  "interim-period",
  "interim-ends",
  "interim-change",
  "appeal-by-subject",
  "appeal-by-police",
  "appeal-result",
  "breach",
  "certified-copy",
  "told",
  "home",
  "identity",
] as const;
/** One of them. */
export type OrderDeskRuleId = (typeof orderDeskRules)[number];

/** A court to which an application can go. */
export type OrderCourt = "magistrates" | "youth" | "crown" | "summary-jurisdiction";

/** What applications for an order and the orders that come of them go by in one jurisdiction. */
export interface OrderDeskLaw {
  readonly code: "EW" | "NI";
  /** Civil day of the newest of its rows. */
  readonly ruleVersion: string;
  /** Years of a fixed period at the least, the day of making being its first. */
  readonly leastYears: number;
  /** Whether the least period binds each condition by itself, and not the order alone. */
  readonly leastBindsEach: boolean;
  /** Years, the day of making being the first, before which a discharge needs consents. */
  readonly consentBeforeYears: number;
  /** Age from which the youth court hears nobody, on the day of lodging; null where no source says. */
  readonly adultYears: number | null;
  /** Where an application of an adult goes, and one of somebody younger; null where no source says. */
  readonly courts: { readonly adult: OrderCourt; readonly younger: OrderCourt | null };
  /** Forces that can apply wherever somebody lives. */
  readonly withoutArea: readonly string[];
  /** Names of the one force whose chief officer alone can apply, the full one first; null: each chief officer whom the row of the applicant names. */
  readonly onlyApplicant: readonly [string, ...string[]] | null;
  /** Civil day since which a court can make an order on conviction or acquittal without an application; null: off until the force confirms that day. */
  readonly ownMotionFrom: string | null;
  /** The row of a rule; undefined where no source states the rule for this jurisdiction: nothing is filled in from another's. */
  readonly section: (rule: OrderDeskRuleId) => LawRow | undefined;
  /** Where there is no such order: what there is in its place. */
  readonly without: readonly { readonly code: JurisdictionCode; readonly why: LawRow; readonly instead: readonly LegalFact[] }[];
}
