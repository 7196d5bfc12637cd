import type { ShownDrawing, MarkShape } from "@unmask/fittings-screen";
import type { VaultAnswer, VaultAsk, VaultTold } from "../vault/protocol.ts";
import type { ForceAnswer, ForceAsk } from "./force-protocol.ts";
import type { DateOrder, Finding, Identity, SideCounts, StatementDocument, Table, Whose } from "@unmask/core";

/** What the page and its worker say to each other. Everything of hers stays in the worker's memory; the page holds what it shows. */

/** A file as she handed it over. `name` has `/` between folders. */
export interface HandedFile {
  readonly name: string;
  readonly file: File;
}

/** What the page asks. */
export type Ask =
  | { readonly ask: "read"; readonly files: readonly HandedFile[]; readonly zone: string; readonly dateOrder?: DateOrder }
  | { readonly ask: "view"; readonly stated: Omit<StatementDocument, "zone" | "country"> }
  /** After `view`: the picture of the timeline does not wait for the patterns. */
  | { readonly ask: "findings" }
  /** After `view`: the last four weeks. */
  | { readonly ask: "lately" }
  | { readonly ask: "acts"; readonly from: number; readonly count: number; readonly finding?: number }
  | { readonly ask: "recipients"; readonly recipients: readonly string[] }
  | { readonly ask: "pack"; readonly wishes: PackWishes }
  | VaultAsk
  | ForceAsk;

/** What she wants in the pack, and who may open it. */
export interface PackWishes {
  /** Her name, as it is to stand in the report. */
  readonly herName: string;
  /** Her words on what it has done to her days; empty when she wrote none. */
  readonly impact: string;
  /** Keys of the people who may open it, `age1…`. */
  readonly recipients: readonly string[];
  /** Names of files that she holds back. */
  readonly withheld: readonly string[];
  readonly pdfOnly: boolean;
  /** Whether the force that takes reports at this address may open it. */
  readonly forForce: boolean;
}

/** Somebody found in the files. */
export interface Person {
  readonly normal: string;
  readonly kind: Identity["kind"];
  readonly shown: string;
  readonly acts: number;
  /** The ways by which they came, busiest first: "Texts", "Calls". */
  readonly ways: readonly string[];
  /** An address to which the mail goes: "received all 61 mails of a file". It may be her own, and may have done nothing. */
  readonly receives?: string;
}

/** One file that was read, for the list. */
export interface ReadFile {
  readonly name: string;
  readonly acts: number;
  readonly notices: number;
  readonly unread: number;
}

/** What an import holds, in counts and names. */
export interface ImportSummary {
  /** Different acts. */
  readonly acts: number;
  /** Records of an act that another file, or another place, holds too. */
  readonly twice: number;
  /** Lines that the apps wrote themselves. */
  readonly notices: number;
  /** Files that some importer read. */
  readonly files: readonly ReadFile[];
  /** Acts that name a picture or a file which was not handed over. */
  readonly mediaMissing: number;
  /** Files of hers that are missing where they are kept or were changed there, so that nothing of them was read. */
  readonly missing: readonly string[];
  /** The same of lines of her journal, by their numbers. */
  readonly lostLines: readonly number[];
  /** Reasons, each with the name of its file. */
  readonly unread: readonly { readonly name: string; readonly reason: string }[];
  readonly kept: readonly string[];
  /** Kinds among them that we know and do not read, with what to ask for instead. */
  readonly known: readonly { readonly what: string; readonly ask: string; readonly files: number; readonly name: string }[];
  /** What was passed over, in a sentence each: keys, and what this program made. */
  readonly notTakenIn: readonly string[];
  /** Why no report is made of these files, and what to do. */
  readonly noReport?: string | undefined;
  /** The files as she handed them over. */
  readonly originals: readonly { readonly name: string; readonly size: number }[];
  readonly people: readonly Person[];
  /** People who did less than those listed. */
  readonly peopleLeftOut: number;
  readonly isDateOrderAssumed: boolean;
  /** All that is there is what she wrote herself. */
  readonly isNotesAlone: boolean;
  /** Files that were not reached because she stopped; undefined when she did not. */
  readonly notReached?: number;
}

/** A finding without its list of acts, which is asked for in pages. */
export type ShownFinding = Omit<Finding, "acts" | "codesByAct" | "drawing"> & {
  readonly actCount: number;
  readonly drawing?: ShownDrawing;
};

/** What happened in the last four weeks, each thing a mark against its hour: home shows it, so that nights are seen at a glance. */
export interface Lately {
  readonly drawing: ShownDrawing;
  readonly table: Table;
  /** What they did, or somebody who is not named. */
  readonly acts: number;
  /** Of these between midnight and 5. */
  readonly night: number;
  readonly days: number;
}

/** Where a month begins in the list of acts. */
export interface MonthStart {
  readonly label: string;
  readonly at: number;
}

/** The timeline. */
export interface TimelineView {
  readonly line: ShownDrawing;
  readonly lineTable: Table;
  readonly acts: number;
  /** The acts by side; they add up to `acts`. */
  readonly sides: SideCounts;
  /** False while nobody is her: then what she did cannot be counted. */
  readonly isHerSideKnown: boolean;
  /** Accounts that show a name which she chose, and that she did not choose: as they are listed among the people, the most acts first. */
  readonly shownNames: readonly { readonly shown: string; readonly acts: number }[];
  /** Addresses of nobody to which the mail in her files goes: one may be hers. */
  readonly mailboxes: readonly { readonly shown: string; readonly receives: string }[];
  readonly months: readonly MonthStart[];
}

/** One act as a row. */
export interface ShownAct {
  readonly id: string;
  /** "Sat 26 September 2026". */
  readonly day: string;
  /** "02:10", "about 21:15", "between 20:00 and 23:00". */
  readonly time: string;
  readonly isUncertain: boolean;
  readonly who: string;
  readonly whose: Whose;
  /** Somebody, or a withheld number, did it, and she did not say whose that is. Of nobody there is nothing to say. */
  readonly isUnsaid: boolean;
  /** What was done and by what way: "Call, no answer", "Text". */
  readonly did: string;
  readonly mark: MarkShape;
  readonly text: string | null;
  /** What to know before relying on it, each in a sentence. */
  readonly caveats: readonly string[];
  readonly attachments: readonly string[];
  readonly source: string;
  readonly start: number;
  readonly end: number;
  /** Further places that hold the same act. */
  readonly alsoIn: number;
}

/** Files that the worker made. The pack stands in the browser's own storage until she has saved it; the report only in memory. */
export interface Made {
  readonly id: string;
  /** The sealed pack; absent when only the printed report was asked for. */
  readonly pack?: Blob;
  /** Whether the force that takes reports at this address can open it. */
  readonly forForce: boolean;
  readonly pdf: Blob;
  /** The signer's public key file, and its one line to tell by another way. */
  readonly publicKeyFile: string;
  readonly publicKey: string;
  /** Her own key that opens the pack, as a file's text. */
  readonly identity: string;
  /** Files of hers that are not in it: missing where they are kept, or changed there. */
  readonly missing: readonly string[];
  /** The same of lines of her journal, by their numbers. */
  readonly lostLines: readonly number[];
  /** The numbers that exhibits had in earlier reports were lost: they are counted anew. */
  readonly isNumberedAnew: boolean;
}

/** The last answer to a question. */
export type Answer =
  | { readonly answer: "import-summary"; readonly importSummary: ImportSummary }
  | { readonly answer: "view"; readonly view: TimelineView }
  | { readonly answer: "findings"; readonly findings: readonly ShownFinding[] }
  | { readonly answer: "lately"; readonly lately?: Lately | undefined }
  | { readonly answer: "acts"; readonly acts: readonly ShownAct[]; readonly total: number }
  /** The recipients that are no key. */
  | { readonly answer: "recipients"; readonly unknown: readonly string[] }
  | { readonly answer: "made"; readonly made: Made }
  | VaultAnswer
  | ForceAnswer
  | { readonly answer: "stopped" }
  | { readonly answer: "failed"; readonly says: string };

/** How far the worker is. Bytes, where it reads or seals. */
export interface Progress {
  readonly doing: string;
  readonly done: number;
  readonly total: number;
  readonly acts: number;
  /** While reading: what has arrived so far, by week, in order of time. */
  readonly weeks?: readonly WeekOfActs[];
  /** While sending: the letter is there, and these are its seven words, told once. */
  readonly words?: string;
}

/** Acts of one week from Monday; `week` times seven is its Thursday in days from 1970-01-01, and `night` the part of `count` between midnight and 5. */
export interface WeekOfActs {
  readonly week: number;
  readonly count: number;
  readonly night: number;
}

/** What goes to the worker. Sending goes on while other questions are asked, and is stopped by itself. */
export type ToWorker = { readonly id: number; readonly question: Ask } | { readonly stop: true | Sendable };

/** What can be on its way at once, each stopped by itself: a first letter with its files, an answer, and the pack behind an answer. */
export type Sendable = "letter" | "answer" | "pack";

/** What comes from the worker: any number of `progress`, then one `answer`; and what nobody asked. */
export type FromWorker =
  { readonly told: VaultTold } | { readonly id: number; readonly progress: Progress } | { readonly id: number; readonly answer: Answer };
