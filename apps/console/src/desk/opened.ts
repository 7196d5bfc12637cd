import { type Fields, type Instant, type ReadValue, list, object, text } from "@unmask/core";
import { type AtCourt, atCourtOf } from "./at-court.ts";
import { instant } from "./instant.ts";
import { orNull } from "./or-null.ts";

/** A possible breach or a missed duty that is opened and that nobody has decided. */
export interface Opened {
  readonly breach: string;
  /** The exact label. */
  readonly says: string;
  readonly day: string;
  readonly since: Instant;
  /** Until when it is kept open; null: it is not. */
  readonly again: string | null;
}

/** One of them, in a list of several orders. */
export interface OpenedOfOrder extends Opened {
  readonly order: string;
  readonly case: string | null;
  readonly subject: string;
  readonly atCourt?: AtCourt;
}

function openedIn({ must }: Pick<Fields, "must">): Opened {
  return {
    breach: must("breach", text),
    says: must("says", text),
    day: must("day", text),
    since: must("since", instant),
    again: must("again", orNull(text)),
  };
}

/** Reads those of one order. */
export const opened: ReadValue<readonly Opened[]> = list(object(openedIn));

/** Reads those of several. */
export const openedOfOrders: ReadValue<readonly OpenedOfOrder[]> = list(
  object((fields) => ({
    order: fields.must("order", text),
    case: fields.must("case", orNull(text)),
    subject: fields.must("subject", text),
    ...atCourtOf(fields),
    ...openedIn(fields),
  })),
);
