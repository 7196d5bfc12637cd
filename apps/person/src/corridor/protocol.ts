import type { Drawing, Finding, Flag, Identity, Table } from "@unmask/core";
import type { DateOrder } from "@unmask/importers";

/** What the page and its worker say to each other. Everything of hers stays in the worker's memory; the page holds what it shows. */

/** A file as she handed it over. `name` has `/` between folders. */
export interface HandedFile {
  readonly name: string;
  readonly file: File;
}

/** Who is who and what happened when, as her answers say. Days are `2026-03-02`. */
export interface Answers {
  readonly me: readonly string[];
  readonly them: readonly string[];
  readonly toldToStop: string;
  readonly blocked: readonly string[];
  readonly places: readonly string[];
}

/** What the page asks. */
export type Ask =
  | { readonly ask: "read"; readonly files: readonly HandedFile[]; readonly zone: string; readonly dateOrder?: DateOrder }
  | { readonly ask: "look"; readonly answers: Answers; readonly narrow: boolean }
  | { readonly ask: "acts"; readonly from: number; readonly count: number; readonly finding?: number }
  | { readonly ask: "pack"; readonly recipients: readonly string[]; readonly impact: string; readonly pdfOnly: boolean }
  | { readonly ask: "stop" };

/** Somebody found in the files. */
export interface Person {
  readonly normal: string;
  readonly kind: Identity["kind"];
  readonly shown: string;
  readonly acts: number;
  readonly channels: readonly string[];
}

/** One file that was read, for the list. */
export interface ReadFile {
  readonly name: string;
  readonly importer: string;
  readonly acts: number;
  readonly notices: number;
  readonly unread: number;
}

/** What the import brought. */
export interface Brought {
  readonly acts: number;
  readonly twice: number;
  readonly notices: number;
  readonly files: readonly ReadFile[];
  /** Reasons, each with the name of its file. */
  readonly unread: readonly { readonly name: string; readonly reason: string }[];
  readonly kept: readonly string[];
  readonly people: readonly Person[];
  readonly assumptions: readonly string[];
  readonly isStopped: boolean;
}

/** A finding without its list of acts, which is asked for in pages. */
export type ShownFinding = Omit<Finding, "acts" | "codesByAct" | "drawing"> & { readonly actCount: number; readonly drawing?: Drawing };

/** The timeline and what was found in it. */
export interface Look {
  readonly line: Drawing;
  readonly lineTable: Table;
  readonly acts: number;
  readonly findings: readonly ShownFinding[];
}

/** One act as a row. */
export interface ShownAct {
  readonly id: string;
  readonly day: string;
  readonly time: string;
  readonly who: string;
  readonly whose: "me" | "them" | "other";
  readonly kind: string;
  readonly channel: string;
  readonly text: string | null;
  readonly flags: readonly Flag[];
  readonly attachments: readonly string[];
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

/** Files that the worker made, kept in the browser's own storage until she has saved them. */
export interface Made {
  readonly id: string;
  /** The sealed pack; absent when only the printed report was asked for. */
  readonly pack?: File;
  readonly pdf: File;
  /** The signer's public key file, and its one line to tell by another way. */
  readonly publicKeyFile: string;
  readonly publicKey: string;
  /** Her own key that opens the pack, as a file's text. */
  readonly identity: string;
}

/** What the worker answers. `progress` may come any number of times before the last answer. */
export type Answer =
  | { readonly answer: "progress"; readonly doing: string; readonly done: number; readonly total: number; readonly acts: number }
  | { readonly answer: "brought"; readonly brought: Brought }
  | { readonly answer: "look"; readonly look: Look }
  | { readonly answer: "acts"; readonly acts: readonly ShownAct[]; readonly total: number }
  | { readonly answer: "made"; readonly made: Made }
  | { readonly answer: "stopped" }
  | { readonly answer: "failed"; readonly says: string };
