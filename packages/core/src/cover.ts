import type { ActId } from "./act.ts";
import type { CivilDay } from "./instant.ts";
import type { LifeArea } from "./own-entry.ts";
import type { CivilMinute } from "./wall-clock.ts";

/**
 * What she is asked for the first page of her report (docs/formats/cover.md). A field that is absent was not asked; "not known" and "none"
 * are answers. Every other answer is an object, so that the three can never be taken for one another.
 */
export interface Cover {
  /** For whom it is. */
  readonly to?: Answer<Said>;
  readonly danger?: Danger;
  /** What they were to one another. */
  readonly relationship?: Answer<Said>;
  /** Since when it goes on. */
  readonly since?: Known<RoughDay>;
  /** Days on which she was asked whether she feared violence. */
  readonly feared?: Answer<readonly Feared[]>;
  /** What changed in her daily life. */
  readonly changed?: Answer<readonly Change[]>;
  readonly earlier?: Answer<readonly EarlierReport[]>;
  readonly orders?: Answer<readonly StatedOrder[]>;
  readonly asks?: Answer<readonly string[]>;
  /** Who helps her. */
  readonly helps?: Answer<readonly Helper[]>;
  /** Evidence that is lost in time. */
  readonly lost?: Answer<readonly LostEvidence[]>;
}

/** What she answered when she was asked; `T` is never a bare text, so that her word "none" is no answer of "none". */
export type Answer<T extends object> = Known<T> | "none";
/** The same of a question to which "none" is no answer. */
export type Known<T extends object> = T | "not known";

/** Her words. */
export interface Said {
  readonly says: string;
}

/** A day as near as she knows it: a year, a month or a day. There is no day without a month. */
export interface RoughDay {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** "afraid": not this minute, but she is afraid. */
export const dangerAnswers = ["yes", "afraid", "no", "not known"] as const;

/** Whether somebody is in danger now, with the minute of the answer. */
export interface Danger extends Partial<Said> {
  readonly answer: (typeof dangerAnswers)[number];
  readonly asked: CivilMinute;
}

/** Whether she thought, that day, that they would hurt her. */
export const fearAnswers = ["yes", "no", "not sure"] as const;

/** One day on which she was asked, by the day or by an act of the timeline. */
export type Feared = ({ readonly day: CivilDay } | { readonly act: ActId }) &
  Partial<Said> & { readonly answer: (typeof fearAnswers)[number] };

/** What changed in her daily life, and since when. */
export interface Change extends Said {
  readonly area: LifeArea;
  readonly since?: Known<RoughDay>;
}

/** A report that she made before. */
export interface EarlierReport extends Said {
  readonly day?: Known<RoughDay>;
  readonly reference?: Answer<Said>;
}

/** An order of a court, or bail with conditions. */
export const orderKinds = ["order", "bail"] as const;

/** An order or bail, with its days. `until` is "none" where it has no end. */
export interface StatedOrder extends Said {
  readonly kind: (typeof orderKinds)[number];
  readonly from?: Known<CivilDay>;
  readonly until?: Answer<CivilDay>;
  readonly reference?: Answer<Said>;
}

/** Somebody who helps her. */
export interface Helper extends Partial<Said> {
  readonly who: string;
}

/** Something that shows what happened and is not kept for ever. */
export interface LostEvidence {
  readonly what: string;
  /** Where it lies, who holds it. */
  readonly where?: Answer<Said>;
  /** The day that it shows, or the first of several. */
  readonly first?: Known<CivilDay>;
  /** The last of several; absent: it is one day. */
  readonly last?: CivilDay | "goes on";
  readonly kept?: Known<KeptFor>;
}

/** How long it is kept, and whose word that is. `says`: where it comes from. */
export type KeptFor = ({ readonly days: number } | { readonly months: number } | { readonly until: CivilDay }) &
  Partial<Said> & { readonly by: (typeof keptBy)[number] };

/** Whose word a period is: hers, or a force's. None is ours. */
export const keptBy = ["her", "force"] as const;
