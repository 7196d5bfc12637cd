import { type Channel, type Kind, type ReadValue, channels, count, flag, kinds, list, object, oneOf, text } from "@unmask/core";
import type { ListedAct, ManyUnder, ProposedDay, ReadingOfActs } from "@unmask/case";
import { type AtCourt, atCourtOf } from "./at-court.ts";
import { instant } from "./instant.ts";
import { orNull } from "./or-null.ts";

/** Acts that lie in the time of orders, as they are handed out: each is to be looked at by a person. */

/** What lies in the time of one order. */
export interface ProposedOfOrder {
  readonly acts: number;
  /** Days that come when those that are here are settled. */
  readonly moreDays: number;
  readonly days: readonly ProposedDay[];
}

/** What is to be looked at under one order, in a list. */
export interface ToLookAt {
  readonly order: string;
  readonly which: "interim" | "full";
  readonly subject: string;
  readonly atCourt?: AtCourt;
  readonly case: string;
  readonly acts: number;
  readonly days: number;
  /** Civil day of the newest. */
  readonly newest: string;
  readonly under: readonly ManyUnder[];
}

const which = oneOf<"interim" | "full">(["interim", "full"]);
const span = object(({ must }) => ({ earliest: must("earliest", instant), latest: must("latest", instant) }));

const reading: ReadValue<ReadingOfActs["fits"][number]> = object(({ must, may }) => ({
  condition: must("condition", count),
  stands: must("stands", oneOf<"fits" | "to-read" | "not">(["fits", "to-read", "not"])),
  ...may(
    "rule",
    object((one) => ({ rule: one.must("rule", text), version: one.must("version", count) })),
  ),
  why: must("why", text),
  couldChange: must("couldChange", list(text)),
  ...may("from", text),
}));

const readings: ReadValue<ReadingOfActs> = object(({ must }) => ({
  fits: must("fits", list(reading)),
  toRead: must("toRead", list(reading)),
  not: must("not", list(reading)),
  asks: must("asks", list(text)),
  couldChange: must("couldChange", list(text)),
}));

const act: ReadValue<ListedAct> = object(({ must, may }) => ({
  report: must("report", text),
  act: must("act", text),
  whose: must("whose", oneOf<ListedAct["whose"]>(["theirs", "perhaps", "not-known", "other"])),
  when: must(
    "when",
    object((when) => ({ earliest: when.must("earliest", instant), latest: when.must("latest", instant), ...when.may("or", list(span)) })),
  ),
  kind: must("kind", oneOf<Kind>(kinds)),
  channel: must("channel", oneOf<Channel>(channels)),
  ...may("through", oneOf<"names-subject" | "new-sender">(["names-subject", "new-sender"])),
  ...may("isWordsAlone", flag),
  ...may(
    "kept",
    object((one) => ({ item: one.must("item", text), ordinal: one.must("ordinal", count) })),
  ),
  reading: must("reading", count),
}));

const under: ReadValue<readonly ManyUnder[]> = list(
  object(({ must }) => ({ condition: must("condition", orNull(count)), many: must("many", count) })),
);

const day: ReadValue<ProposedDay> = object(({ must }) => ({
  which: must("which", which),
  day: must("day", text),
  many: must("many", count),
  under: must("under", under),
  acts: must("acts", list(act)),
  readings: must("readings", list(readings)),
}));

/** Reads what an order's page has of it. */
export const proposedOfOrder: ReadValue<ProposedOfOrder> = object(({ must }) => ({
  acts: must("acts", count),
  moreDays: must("moreDays", count),
  days: must("days", list(day)),
}));

/** Reads one line of a list. */
export const toLookAt: ReadValue<ToLookAt> = object(({ must, may }) => ({
  order: must("order", text),
  which: must("which", which),
  subject: must("subject", text),
  ...atCourtOf({ may }),
  case: must("case", text),
  acts: must("acts", count),
  days: must("days", count),
  newest: must("newest", text),
  under: must("under", under),
}));
