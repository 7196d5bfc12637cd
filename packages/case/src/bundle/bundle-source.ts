import type { Instant, PaperLaw, When, Zone } from "@unmask/core";
import type { Answer, Ground, Knowing } from "../event/shapes.ts";
import type { OtherSide } from "../order/another-side.ts";
import type { NamesakeOrder } from "../order/namesakes.ts";
import type { PaperTemplate } from "./paper-template.ts";

/**
 * What a draft application is made of: plain values, gathered by whoever holds the case (docs/formats/bundle.md). Days are civil days as text, as in
 * events. Nothing here is decided; what is absent is printed as not written or not known.
 */
export interface BundleSource {
  /** "D-17", and how often it was written anew. */
  readonly draft: { readonly id: string; readonly version: number };
  /** "SPO-26-025". */
  readonly order: string;
  /** "Northshire Police". */
  readonly force: string;
  /** "Chief Constable of Northshire Police". */
  readonly applicant: string;
  /** Null where none is chosen yet. */
  readonly court: string | null;
  readonly writer: { readonly name: string; readonly role: string };
  /** When the draft was last written. The paper's own date. */
  readonly written: Instant;
  /** In which every time stands. */
  readonly zone: Zone;
  readonly law: PaperLaw;
  readonly template: PaperTemplate;
  readonly subject: BundleSubject;
  readonly link: { readonly link: "lives" | "is-believed-in-area" | "intends-to-come" | "no-area-limit"; readonly ground: Ground } | null;
  readonly protects: readonly BundleProtected[];
  /** Numbers of the chronology that stand on the first page, in this order. */
  readonly facts: readonly number[];
  /** How many acts of the case are in no line: of whoever reported, and of third people. */
  readonly notListed?: { readonly own: number; readonly others: number };
  /** What the writer says of them, and of what is not there. */
  readonly summary?: string;
  readonly criteria: readonly BundleCriterion[];
  readonly conditions: readonly BundleCondition[];
  /** Absent: not proposed yet. `made`: the day by which the least period is worked out. `until: null`: until a further order. */
  readonly period?: { readonly made: string; readonly until: string | null };
  readonly interim: { readonly until: string | null } | null;
  readonly prompts: readonly BundlePrompt[];
  readonly others: readonly BundleOtherOrder[];
  /** Live orders against one of this name with another birthday: said, and not compared. */
  readonly namesakes: readonly NamesakeOrder[];
  /** What was asked of other jurisdictions and registers, in words. */
  readonly otherSearch?: string;
  /** What was thought of and is not asked for. */
  readonly notAskedFor?: string;
  /** The last return, and what was changed since. */
  readonly returned?: { readonly day: string; readonly version: number; readonly reason: string; readonly changed?: string };
  readonly authorised?: { readonly by: string; readonly day: string; readonly delegation: string };
  readonly chronology: readonly BundleLine[];
  /** Attempts to serve what a court made already: of an interim order, as a rule. */
  readonly attempts: readonly BundleAttempt[];
  readonly exhibits: readonly BundleExhibit[];
  /** Where a protected person lives, sleeps or is reached, in every spelling that is known: each is covered wherever it stands. */
  readonly withheld: readonly (readonly string[])[];
  /** Words of every day that are a way of reaching somebody all the same: a text in which one stands is named to be looked at. */
  readonly looked?: readonly string[];
  /** Reports whose other side is named by no name of the subject, or by none at all: each is named to be looked at. */
  readonly sides?: readonly BundleSide[];
}

/** What a report says of its other side, where that is not a name of the subject. */
export interface BundleSide {
  readonly report: string;
  readonly side: Exclude<OtherSide, "subject">;
}

/** Whom the order is asked against. */
export interface BundleSubject {
  readonly name: string;
  readonly otherNames?: readonly string[];
  readonly born?: { readonly day: string; readonly knowing: Knowing };
  readonly home?: Ground;
  /** On which it is hoped to be lodged: the age that counts is that of this day. Absent: the day on which the draft was written. */
  readonly lodging?: string;
}

/** Whom the order protects. `victim`: acts are said to have been done to this person. */
export interface BundleProtected {
  readonly name: string;
  readonly victim: boolean;
  readonly says?: string;
}

/** Who says by whom it was done, and how sure they are: a record, a file that anybody can edit, or whoever reported. */
export type Sureness = "record-shows" | "file-names" | "sure" | "thinks-so" | "names-another" | "nobody-can-say" | "not-asked";

/** One criterion: what carries it and, as large, what speaks against it. */
export interface BundleCriterion {
  readonly criterion: "a" | "b" | "c";
  readonly carries: readonly {
    /** What it is an example of, or what was tried. */
    readonly lead?: string;
    readonly says: string;
    readonly knowing: Knowing;
    readonly day?: string;
    readonly exhibit?: string;
    readonly sure?: string;
  }[];
  readonly against: string;
  readonly says?: string;
}

/** A condition in the shape in which it was written (docs/formats/order.md). */
export interface BundleCondition {
  readonly condition: number;
  readonly type: "prohibition" | "requirement";
  readonly says: string;
  readonly places?: readonly { readonly says: string; readonly map?: string; readonly metres?: number }[];
  readonly times?: readonly { readonly days: readonly number[]; readonly from: string; readonly to: string }[];
  readonly channels?: readonly string[];
  readonly devices?: readonly string[];
  readonly programme?: string;
  readonly frequency?: string;
  /** Absent: not written yet. */
  readonly necessity?: string;
  /** Exhibits, or numbers of the chronology. */
  readonly evidence: readonly string[];
  readonly own?: { readonly until: string | null };
  readonly locality?: string;
  readonly interimToo: boolean;
}

/** Religion, work or education. Absent answer: not asked. */
export interface BundlePrompt {
  readonly prompt: "religion" | "work" | "education";
  readonly answer?: Answer;
  readonly ground?: Ground;
  readonly day?: string;
}

/** A live order against the same person, and how its conditions were laid beside these. */
export interface BundleOtherOrder {
  readonly order: string;
  readonly force: string;
  readonly made: string;
  readonly conditions: number;
  /** "typed in from a copy by D. Parry, read by PC 2781". */
  readonly from: string;
  readonly pairs: { readonly fits: number; readonly conflict: number; readonly toRead: number; readonly notCompared: number };
  /** What was done about those that do not simply fit. */
  readonly settled: readonly { readonly mine: number; readonly theirs: number; readonly says: string }[];
}

/** One act of the chronology. */
export interface BundleLine {
  readonly number: number;
  readonly when: Pick<When, "earliest" | "latest">;
  /** What happened, in the words of whoever wrote the draft or gave the account. */
  readonly says: string;
  /** Words of a record or of somebody, as they stand there. */
  readonly quotes?: string;
  readonly knowing: Knowing;
  /** What there is beside it: "film". */
  readonly also?: string;
  readonly who: Sureness;
  /** Name of whoever is sure, or thinks so; absent: whoever reported. */
  readonly surer?: string;
  readonly exhibits: readonly string[];
  readonly against?: string;
  /** Of a record of which nobody can say whose it is: from whom it came, and by which way. */
  readonly sender?: string;
}

/** An attempt to serve that is written already. */
export interface BundleAttempt {
  readonly order: "interim" | "full";
  readonly day: string;
  readonly at: string;
  readonly place: string;
  readonly made: string;
  readonly outcome: "served" | "not-served";
  readonly isConfirmed: boolean;
  readonly notDone?: string;
  /** What shows it, what came later among it. */
  readonly evidence: readonly { readonly exhibit: string; readonly says: string }[];
}

/** A thing that is shown. */
export interface BundleExhibit {
  readonly number: string;
  readonly what: string;
  readonly knowing: Knowing;
  readonly sha256: string;
  readonly pages?: number;
}
