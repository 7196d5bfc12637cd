import type { ActId, Kind } from "./act.ts";
import type { CivilDay } from "./instant.ts";
import type { EntryKind } from "./own-entry.ts";

/**
 * The shape of law as data. The facts stand in the room `law`, one file a jurisdiction; the shape stands here because patterns reads them
 * and neighbours never meet.
 */

/** England and Wales, Scotland, Northern Ireland: three systems, never "the UK". */
export type JurisdictionCode = "EW" | "SCO" | "NI";

/** How well a fact is supported: the text itself was seen; seen in a good secondary source; from memory; our own design decision. */
export type Verification = "text-seen" | "secondary-source" | "memory" | "design";

/** One fact of law or practice with where it stands and since when. */
export interface LegalFact {
  readonly says: string;
  /** The Act that `section` is of, by its full name: "Protection from Harassment Act 1997". Absent where it is advice and no Act. */
  readonly act?: string;
  readonly section: string;
  readonly source: string;
  /** The day or the year of the text that was read, where later changes to the Act were not: "2023-02-07". */
  readonly textOf?: string;
  /** Civil day, ISO 8601; absent where it was not found. */
  readonly inForceFrom?: string;
  /** Where that day was seen, when it is not `source`. `verification` speaks of what the fact says, not of the day. */
  readonly inForceSource?: string;
  /** Civil day on which a person looked it up. */
  readonly checkedOn: string;
  readonly verification: Verification;
}

/**
 * How a fact is told by its mark, as words that can follow its section; undefined: it is not told at all. What its text says stands as law; what was read in
 * a source about it says so, and what we decided does.
 */
export function markInWords({ verification }: Pick<LegalFact, "verification">): string | undefined {
  switch (verification) {
    case "text-seen":
      return "";
    case "secondary-source":
      return "from copies";
    case "design":
      return "our own choice";
    case "memory":
      return undefined;
  }
}

/** A fact with its section and its mark, "s4A, from copies"; undefined where it may not be told. */
export function sectionWithMark(fact: Pick<LegalFact, "section" | "verification">): string | undefined {
  const mark = markInWords(fact);
  return mark === undefined ? undefined : mark === "" ? fact.section : `${fact.section}, ${mark}`;
}

/** An example of an act that the statute names. Codes a–g are those of PHA 1997 s2A(3); others stand for other jurisdictions. */
export interface ActExample extends LegalFact {
  readonly code: string;
}

/** Which examples an act of a kind can be, by its kind alone. Our reading, marked "design": the statute names no kinds of record. */
export interface KindExamples extends LegalFact {
  readonly kinds: readonly Kind[];
  /** Codes of `examples`; empty where the kind says nothing and only a person can tell. */
  readonly codes: readonly string[];
}

/** Which examples an act can be that she told of herself, by what she says happened. Our reading, as with kinds of record. */
export interface EntryKindExamples extends LegalFact {
  readonly entryKinds: readonly EntryKind[];
  /** Codes of `examples`; empty where the word says nothing and only a person can tell. */
  readonly codes: readonly string[];
}

/** Something that must be shown besides a count. Nothing here says that it is. */
export interface ToBeShown extends LegalFact {
  /** It as words that can follow "that": "it amounts to harassment". */
  readonly that: string;
}

/** What makes a course of conduct. There is deliberately no longest gap between two occasions: the statute has none. */
export interface CourseOfConduct {
  /** Occasions needed towards one person. */
  readonly occasions: number;
  readonly rule: LegalFact;
  /** Conduct aided, abetted, counselled or procured counts as the other's. */
  readonly aided: LegalFact;
  readonly speech: LegalFact;
  /** A course of conduct alone is nothing that the law forbids: what else must be shown. */
  readonly alsoShown: readonly ToBeShown[];
}

/**
 * What a report can lay beside an element or a criterion, for a person to read. Closed: all acts; acts that can be an example of the statute;
 * acts after she said stop; the last act; days on which she says that she feared violence; what she says changed in her daily life.
 */
export type Slot = "acts" | "acts-by-example" | "acts-after-stop" | "last-act" | "days-of-fear" | "changes";

/** One element of an offence, or one criterion of an order. */
export interface LegalElement extends LegalFact {
  /** What is laid beside it; empty where only people can tell (what somebody knew, a defence). */
  readonly slots: readonly Slot[];
}

/** In which court an offence can be tried: a magistrates' court alone, or there or in the Crown Court. */
export type TrialMode = "summary-only" | "either-way";

/** An offence as its elements; nothing here ever decides that one was committed. */
export interface Offence {
  readonly id: string;
  readonly name: string;
  readonly elements: readonly LegalElement[];
  readonly trial: LegalFact & { readonly mode: TrialMode };
  readonly maximum: LegalFact;
  /** Within which time it must be charged; null where no source that was read says it: an empty slot, never a figure. */
  readonly timeLimit: LegalFact | null;
}

/** An order that a court can make to protect somebody. Nothing here decides that one should be asked for. */
export interface ProtectiveOrder {
  readonly id: string;
  readonly name: string;
  /** Who alone can apply. */
  readonly applicant: LegalFact;
  readonly court: LegalFact;
  /** What the one who applies must think, each as the Act lists it. */
  readonly criteria: readonly LegalElement[];
  /** What the court must think of the same criteria. */
  readonly courtTest: LegalFact;
  /** What else the Act says of acts, risk and the person to be protected. */
  readonly rules: readonly LegalFact[];
  /** Which limit of time binds the application, or that none does; null where no source that was read says it. */
  readonly timeLimit: LegalFact | null;
}

/** What it is to break an order or a condition. */
export interface Breach {
  readonly id: string;
  /** "a restraining order" */
  readonly of: string;
  /** Null where no source that was read says it well enough. */
  readonly rule: LegalFact | null;
}

/** One legal system. Where there is no data about it the lists are empty and the rules null: nothing is filled in from another's law. */
export interface Jurisdiction {
  readonly code: JurisdictionCode;
  readonly name: string;
  readonly examples: readonly ActExample[];
  /** What the list of examples is: an act can be one, and the list is not closed. */
  readonly examplesRule: LegalFact | null;
  /** Every kind stands in exactly one entry, where there is an example at all. */
  readonly examplesByKind: readonly KindExamples[];
  /** The same for what an entry of her journal says happened: an act has one kind, and an entry can name several. */
  readonly examplesByEntryKind: readonly EntryKindExamples[];
  readonly courseOfConduct: CourseOfConduct | null;
  readonly offences: readonly Offence[];
  readonly orders: readonly ProtectiveOrder[];
  readonly breaches: readonly Breach[];
  /** Frames for explaining, never scores (FOUR). */
  readonly explanations: readonly LegalFact[];
}

/** One thing that lies in a slot. */
export interface SlotEntry {
  /** A day she named, or the day since when something is so. */
  readonly day?: CivilDay;
  /** Her words, or what an example of the statute says. */
  readonly says?: string;
  /** Code of the example, where the slot is by example. */
  readonly code?: string;
  /** Acts beside it, in order of time. */
  readonly acts: readonly ActId[];
  /** Acts that may belong there: their record leaves more than one day open, or she says that they are perhaps theirs. */
  readonly perhaps: readonly ActId[];
}

/** One slot. `entries` is null where she was not asked; empty where she was asked, or the acts were read, and nothing is there. */
export interface FilledSlot {
  readonly slot: Slot;
  readonly entries: readonly SlotEntry[] | null;
  /** Answers of hers that belong here and are about acts that the report does not show; absent: none. */
  readonly notShown?: number;
}

/** An element or a criterion with what lies beside it. There is no field that says whether it is met, and none is to be added. */
export interface ElementWithActs {
  readonly element: LegalElement;
  readonly beside: readonly FilledSlot[];
}

/** The elements of each offence and the criteria of each order, each with what lies beside it. */
export interface LawWithActs {
  readonly offences: readonly { readonly offence: Offence; readonly elements: readonly ElementWithActs[] }[];
  readonly orders: readonly { readonly order: ProtectiveOrder; readonly criteria: readonly ElementWithActs[] }[];
}
