import { type OrderEnd, orderEnds } from "@unmask/case";
import {
  type Fields,
  type Instant,
  type ReadValue,
  type RegisterRuleId,
  count,
  flag,
  list,
  object,
  oneOf,
  registerRules,
  text,
} from "@unmask/core";
import { type AtCourt, atCourtOf } from "./at-court.ts";
import { instant } from "./instant.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { type OrderRow, orderRow } from "./order-row.ts";
import { type OpenedOfOrder, openedOfOrders } from "./opened.ts";
import { orNull } from "./or-null.ts";
import { type ToLookAt, toLookAt } from "./proposed.ts";
import { type DutyStands, dutyStands } from "./register-duty.ts";

/** The heads of the register, in the order in which they stand. */
const registerGroups = ["overdue", "undecided", "due", "not-served", "failed", "decided", "suspended", "met", "ended"] as const;
/** One of them. */
export type RegisterGroup = (typeof registerGroups)[number];

const settlingWays = ["counts-as-met", "does-not-count", "keep-open"] as const;
/** How an undecided duty can be settled. */
export type SettlingWay = (typeof settlingWays)[number];

/** A duty as the register shows it. */
export interface DutyShown {
  readonly order: string;
  readonly which: "interim" | "full";
  readonly subject: string;
  readonly atCourt?: AtCourt;
  readonly jurisdiction: "EW" | "NI";
  readonly served: string | null;
  readonly rule: RegisterRuleId;
  readonly section: string;
  /** "served 2026-11-27" */
  readonly trigger: string;
  readonly due: string | null;
  readonly overdueFrom: Instant | null;
  readonly state: DutyStands;
  readonly stands: DutyStands;
  readonly metOn: string | null;
  readonly why: string;
  /** The exact label; null where none may be shown. */
  readonly label: string | null;
  /** Of a failure: somebody decided, and a second person agrees. It stays listed. */
  readonly isDecided?: boolean;
  /** The breach under which it is looked into. */
  readonly breach: string | null;
  readonly settled: { readonly how: string; readonly reason: string; readonly again: string | null } | null;
  /** What was settled and is not agreed with: `waits` for a second person, or that person does not agree. */
  readonly settling: { readonly number: number; readonly how: string; readonly reason: string; readonly waits: boolean } | null;
  /** How it can be settled. */
  readonly ways: readonly SettlingWay[];
  readonly isReminded: boolean;
  /** The force that has the order now, where this was missed before it took it. */
  readonly leftTo?: string;
  /** How and on which day the order ended under which it was missed; absent: it lives. */
  readonly over?: { readonly how: OrderEnd; readonly day: string };
  readonly marks: readonly string[];
}

/** A row of the register: the duty, and the case of its order. */
export interface RegisterRow extends DutyShown {
  readonly case: string | null;
}

/** One head with its rows; `next`: from where they go on. */
export interface RegisterHead {
  readonly group: RegisterGroup;
  readonly many: number;
  readonly rows: readonly RegisterRow[];
  readonly next?: string;
}

/** An order that was to be begun where the law has none; `instead`: what exists there, a sentence each. */
export interface NotBegun {
  readonly case: string;
  readonly subject: string;
  readonly day: string;
  readonly jurisdiction: string;
  readonly instead: readonly string[];
}

/** The register as it is handed out. */
export interface Register {
  /** Live orders of this force. */
  readonly live: number;
  readonly groups: readonly RegisterHead[];
  /** Possible breaches and missed duties that are opened and not decided, the longest first. */
  readonly opened: readonly OpenedOfOrder[];
  /** Acts that lie in the time of orders, the newest first. */
  readonly proposed: readonly ToLookAt[];
  readonly isMoreProposed: boolean;
  readonly notOurs: readonly OrderRow[];
  readonly notBegun: readonly NotBegun[];
  readonly log: LogEntry;
}

function dutyOf({ must, may }: Fields): DutyShown {
  return {
    order: must("order", text),
    which: must("which", oneOf<"interim" | "full">(["interim", "full"])),
    subject: must("subject", text),
    ...atCourtOf({ may }),
    jurisdiction: must("jurisdiction", oneOf<"EW" | "NI">(["EW", "NI"])),
    served: must("served", orNull(text)),
    rule: must("rule", oneOf(registerRules)),
    section: must("section", text),
    trigger: must("trigger", text),
    due: must("due", orNull(text)),
    overdueFrom: must("overdueFrom", orNull(instant)),
    state: must("state", dutyStands),
    stands: must("stands", dutyStands),
    metOn: must("metOn", orNull(text)),
    why: must("why", text),
    label: must("label", orNull(text)),
    ...may("isDecided", flag),
    breach: must("breach", orNull(text)),
    settled: must(
      "settled",
      orNull(object((one) => ({ how: one.must("how", text), reason: one.must("reason", text), again: one.must("again", orNull(text)) }))),
    ),
    settling: must(
      "settling",
      orNull(
        object((one) => ({
          number: one.must("number", count),
          how: one.must("how", text),
          reason: one.must("reason", text),
          waits: one.must("waits", flag),
        })),
      ),
    ),
    ways: must("ways", list(oneOf(settlingWays))),
    isReminded: must("isReminded", flag),
    ...may("leftTo", text),
    ...may(
      "over",
      object((one) => ({ how: one.must("how", oneOf(orderEnds)), day: one.must("day", text) })),
    ),
    marks: must("marks", list(text)),
  };
}

/** Reads a duty alone, as the page of its order has it. */
export const dutyShown: ReadValue<DutyShown> = object(dutyOf);

/** Reads the answer of `GET /desk/register`. */
export const registerAnswer: ReadValue<Register> = object(({ must }) => {
  must("now", instant);
  return {
    live: must("live", count),
    groups: must(
      "groups",
      list(
        object((one) => ({
          group: one.must("group", oneOf(registerGroups)),
          many: one.must("many", count),
          rows: one.must("rows", list(object((row) => ({ ...dutyOf(row), case: row.must("case", orNull(text)) })))),
          ...one.may("next", text),
        })),
      ),
    ),
    opened: must("opened", openedOfOrders),
    proposed: must("proposed", list(toLookAt)),
    isMoreProposed: must("isMoreProposed", flag),
    notOurs: must("notOurs", list(orderRow)),
    notBegun: must(
      "notBegun",
      list(
        object((one) => ({
          case: one.must("case", text),
          subject: one.must("subject", text),
          day: one.must("day", text),
          jurisdiction: one.must("jurisdiction", text),
          instead: one.must("instead", list(text)),
        })),
      ),
    ),
    log: must("log", logEntry),
  };
});
