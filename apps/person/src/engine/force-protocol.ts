import type { CivilDay } from "@unmask/core";
import type { LetterFields } from "@unmask/submission";

/** What the page and its worker say to each other about a force: who takes reports, what goes there, and what it answers. */

/** Behind what a pack goes. One of each can be on its way, and neither takes the other's place. */
export type PackOf = "letter" | "answer";

/** What the page asks. */
export type ForceAsk =
  | { readonly ask: "force" }
  /** The letter, then the pack. `says` is what she filled in, blanks and all. */
  | { readonly ask: "send"; readonly said: LetterFields; readonly pack?: Blob }
  /** The files behind a first letter that were stopped, or the pack behind an answer, which is sent apart from its words. */
  | { readonly ask: "go on"; readonly of: PackOf }
  | { readonly ask: "replies"; readonly words: string }
  /** Her answer and a pack that she adds, to the mailbox that her words opened. */
  | { readonly ask: "write back"; readonly said: LetterFields; readonly pack?: Blob | undefined }
  /** What her words opened. */
  | { readonly ask: "forget" };

/** The force whose set was verified. */
export interface ShownForce {
  readonly name: string;
  /** The day from which this browser has known its lock; absent where it is seen for the first time. */
  readonly since?: CivilDay;
  /** Weeks for which answers stay. */
  readonly weeks: number;
}

/** Why nothing goes to a force. */
export interface RefusedForce {
  readonly name: string;
  /** The signer that this browser knows, and the one that was offered, `RW…`: absent where it is no matter of the lock. */
  readonly locks?: { readonly known: string; readonly offered: string; readonly since: CivilDay };
  readonly says: string;
}

/** One message of the force, as it is shown. */
export type ShownReply =
  | { readonly kind: "acknowledgement"; readonly reference: string; readonly contact: string; readonly week: string }
  /** `same`: they hold the pack that this page sent. `proved`: they hold a pack with that hash. Otherwise the proof does not hold. */
  | { readonly kind: "proof"; readonly verdict: "same" | "proved" | "not proved"; readonly sha256: string; readonly size?: number }
  /** It came and does not open there: what its proof says is true of its bytes alone. */
  | { readonly kind: "unopened"; readonly sha256: string; readonly reason: string }
  | { readonly kind: "update" | "question"; readonly says: string };

/** A word that is not in the list: its place from 1, and what it may be, the likeliest first. */
export interface TypedSlip {
  readonly place: number;
  readonly likely: readonly string[];
}

/** Who takes reports at this address, or why nothing goes there; neither: nobody does. */
export interface OfferedForce {
  readonly force?: ShownForce;
  readonly refused?: RefusedForce;
  /** Why the force, which this browser knows, does not answer now. */
  readonly unanswered?: string;
}

/** The last answer to such a question. */
export type ForceAnswer =
  | ({ readonly answer: "force" } & OfferedForce)
  /** The letter is there; `isWhole`: and so are the files. Those of an answer go when the page asks for them. */
  | { readonly answer: "sent"; readonly isWhole: boolean }
  | { readonly answer: "forgotten" }
  /** `mayBeThere`: the letter left, and nobody said whether it is there; to send again sends the same. */
  | { readonly answer: "not sent"; readonly says: string; readonly mayBeThere?: true }
  /** Words that are no receipt; `slips` empty: it is no single word. Told without asking anybody. */
  | { readonly answer: "slip"; readonly slips: readonly TypedSlip[]; readonly says: string }
  /** Newest first; empty: no reply, other words, or too old. `mailbox`: which one her words opened, by the hash of its lookup. */
  | {
      readonly answer: "replies";
      readonly name: string;
      readonly mailbox: string;
      readonly replies: readonly ShownReply[];
      readonly notUnderstood: number;
    };
