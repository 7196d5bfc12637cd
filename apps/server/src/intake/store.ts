/** What the intake keeps: sealed letters, uploads, replies. Whatever it says is kept is on disk by then. */
export interface IntakeStore {
  putLetter(letter: {
    readonly id: string;
    readonly sealed: Uint8Array;
    readonly packs: readonly { readonly tokenHash: string; readonly bucket: number }[];
  }): Promise<"kept" | "kept-before" | "other-bytes" | "no-room">;
  /** Letters that the inside has not said to have. */
  lettersWaiting(): Promise<number>;
  /** The one upload of a token; undefined where no letter gave that token. */
  createUpload(
    tokenHash: string,
    newId: string,
  ): Promise<{ readonly id: string; readonly bucket: number; readonly offset: number } | undefined>;
  findUpload(
    id: string,
    tokenHash: string,
  ): Promise<{ readonly bucket: number; readonly offset: number; readonly isComplete: boolean } | undefined>;
  /** The offset that is on disk. */
  appendUpload(
    id: string,
    offset: number,
    chunks: AsyncIterable<Uint8Array>,
  ): Promise<{ readonly offset: number } | "wrong-offset" | "no-room" | "gone">;
  endUpload(id: string, tokenHash: string): Promise<boolean>;
  /** What is whole, in the order of its number, from the one after `after`. */
  take(after: number, limit: number): Promise<readonly IntakeItem[]>;
  readItem(id: string, start: number): Promise<{ readonly size: number; readonly bytes: AsyncIterable<Uint8Array> } | undefined>;
  acknowledge(ids: readonly string[]): Promise<void>;
  putReply(reply: { readonly id: string; readonly lookup: string; readonly envelope: Uint8Array; readonly weeks: number }): Promise<void>;
  /** At most four, oldest first. */
  repliesOf(lookup: string, page: number): Promise<readonly Uint8Array[]>;
}

/** What the inside takes. */
export interface IntakeItem {
  readonly number: number;
  readonly id: string;
  readonly kind: "letter" | "pack";
  /** The letter it belongs to. */
  readonly letter: string;
  readonly size: number;
  readonly sha256: string;
}
