/** What the network is to this room: one question, one answer, and nothing is followed anywhere. Each app hands its own in. */

/** What is asked. */
export interface Asked {
  readonly method: "GET" | "POST" | "HEAD" | "PATCH";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
}

/** What came back. */
export interface Answer {
  readonly status: number;
  header(name: string): string | undefined;
  readonly bytes: Uint8Array;
}

/** Asks once; undefined when no whole answer came. Throws when the person stopped. */
export type Ask = (url: string, asked: Asked) => Promise<Answer | undefined>;

/** Milliseconds after which an answer that has not come is none: an intake that is silent must not hold a person up for ever. */
export const maxWaitMs = 60_000;

/** Bytes of the longest answer that is read: a page of a mailbox has 90,000; an endless answer would fill the memory. */
export const maxAnswer: number = 512 * 1024;
