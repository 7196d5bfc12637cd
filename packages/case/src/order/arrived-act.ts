import type { Channel, Kind, When } from "@unmask/core";
import type { Place } from "../event/order-shapes.ts";

/** An act as it comes to an order. */

/** The instants that its time can mean. */
export type Meanings = Pick<When, "earliest" | "latest" | "or">;

/** An act as far as conditions can be held against it. */
export interface ArrivedAct {
  readonly report: string;
  readonly act: string;
  /** From the first to the last instant that its time can mean, over all readings. */
  readonly when: Meanings;
  readonly kind: Kind;
  readonly channel: Channel;
  /** Whose it is, as the record or she says. Of anybody else nothing is proposed, unless something says that it can have been done for the subject. */
  readonly whose: "theirs" | "perhaps" | "not-known" | "other";
  /** What says so of an act of somebody else: its words name the subject, or nobody knows the sender and nothing of theirs is held from before the order. */
  readonly through?: "names-subject" | "new-sender";
  /** Where, as far as it is written: words, or a point. */
  readonly place?: Place;
  /** What is written in it, or in which it is told: looked through for the names of places, and shown nowhere. */
  readonly words?: string;
  /** The reporter wrote it down. Whom it reached is not said by that: a mother keeps the diary of what was done to her daughter. */
  readonly isOwnAccount?: boolean;
  /** Only words are held of it, as somebody told them: `when` is when that was, and what it was is read. */
  readonly isWordsAlone?: boolean;
  /** Protected persons whom it reached, by the ids of the order. Empty: not known. */
  readonly reached: readonly string[];
  /** Protected persons whom its words name. */
  readonly named: readonly string[];
  /** Where the desk keeps it; absent where it was told by voice. */
  readonly kept?: { readonly item: string; readonly ordinal: number };
}
