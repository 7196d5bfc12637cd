import { type OrderEnd, type Untold, orderEnds } from "@unmask/case";
import { type Instant, type ReadValue, count, flag, list, object, oneOf, text } from "@unmask/core";
import { type AtCourt, atCourtOf } from "./at-court.ts";
import { instant } from "./instant.ts";
import { type Opened, opened } from "./opened.ts";
import { orNull } from "./or-null.ts";

/** A row of a list of orders. */
export interface OrderRow {
  readonly order: string;
  readonly case: string | null;
  readonly subject: string;
  readonly born?: string;
  readonly atCourt?: AtCourt;
  readonly jurisdiction: "EW" | "NI" | "SCO";
  readonly force: string;
  /** Its number at another force. */
  readonly theirs: string | null;
  /** The force that took it; absent where none did. */
  readonly takenBy?: string;
  readonly stage: string;
  readonly since: Instant | null;
  readonly by: string | null;
  readonly orders: readonly {
    readonly which: "interim" | "full";
    readonly made: string;
    readonly until: string | null;
    readonly court: string;
    readonly served: string | null;
    readonly ended: { readonly how: OrderEnd; readonly day: string } | null;
    readonly conditions: number;
    readonly marks: readonly string[];
  }[];
  readonly protects: number;
  readonly waits: readonly { readonly what: string; readonly of: string; readonly since: Instant; readonly canI: boolean }[];
  readonly opened: readonly Opened[];
  /** What whom it protects were not told. */
  readonly untold: readonly Untold[];
}

/** Reads it. */
export const orderRow: ReadValue<OrderRow> = object(({ must, may }) => ({
  order: must("order", text),
  case: must("case", orNull(text)),
  subject: must("subject", text),
  ...may("born", text),
  ...atCourtOf({ may }),
  jurisdiction: must("jurisdiction", oneOf<OrderRow["jurisdiction"]>(["EW", "NI", "SCO"])),
  force: must("force", text),
  theirs: must("theirs", orNull(text)),
  ...may("takenBy", text),
  stage: must("stage", text),
  since: must("since", orNull(instant)),
  by: must("by", orNull(text)),
  orders: must(
    "orders",
    list(
      object((one) => ({
        which: one.must("which", oneOf<"interim" | "full">(["interim", "full"])),
        made: one.must("made", text),
        until: one.must("until", orNull(text)),
        court: one.must("court", text),
        served: one.must("served", orNull(text)),
        ended: one.must("ended", orNull(object((end) => ({ how: end.must("how", oneOf(orderEnds)), day: end.must("day", text) })))),
        conditions: one.must("conditions", count),
        marks: one.must("marks", list(text)),
      })),
    ),
  ),
  protects: must("protects", count),
  opened: must("opened", opened),
  untold: must(
    "untold",
    list(
      object((one) => ({
        part: one.must("part", oneOf<Untold["part"]>(["court", "service", "breach"])),
        about: one.must("about", text),
        says: one.must("says", text),
        many: one.must("many", count),
      })),
    ),
  ),
  waits: must(
    "waits",
    list(
      object((one) => ({
        what: one.must("what", text),
        of: one.must("of", text),
        since: one.must("since", instant),
        canI: one.must("canI", flag),
      })),
    ),
  ),
}));
