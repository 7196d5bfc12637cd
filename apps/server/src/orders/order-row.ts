import {
  type Instant,
  type ReadValue,
  count,
  list,
  object,
  oneOf,
  orNull,
  parseInstant,
  fault,
  flag,
  readStrictly,
  text,
} from "@unmask/core";
import { isSecondPerson } from "@unmask/case";
import type { LogDraft } from "../access-log/access-log.ts";
import type { OrderViewRow } from "../sql/case/order-views.ts";
import { subjectOf } from "./order-persons.ts";
import { type AtCourt, type OpenedInRow, type OrderShown, type WaitsInRow, waitsForSecond } from "./order-shown.ts";

/** Rows of lists of orders as they are handed out: what is kept of one, with names in place of ids. */

const instant: ReadValue<Instant> = (value, path) => parseInstant(count(value, path)) ?? fault(path, "is no instant");

const waits: ReadValue<WaitsInRow> = object(({ must }) => ({
  what: must("what", oneOf(waitsForSecond)),
  of: must("of", text),
  since: must("since", instant),
  notBy: must("notBy", list(text)),
  says: must("says", text),
}));

/** What a row needs of who looks at it. */
interface Looking {
  readonly officer: { readonly id: string };
  readonly nameOf: (id: string) => string;
}

/** The entry of a row in the log: whose order it shows. */
export function rowEntry({ order_id, case_ref }: Pick<OrderViewRow, "order_id" | "case_ref">): Partial<LogDraft> {
  return { item: order_id, case: case_ref, person: subjectOf(order_id) };
}

/** The row of one order, with what waits in it for this officer. */
export function orderRow({ case_ref, shown }: OrderViewRow, { officer, nameOf }: Looking): object {
  const { by, waits: waiting, ...rest } = keptIn(shown);
  const brought = readStrictly(by, "by", orNull(text));
  if (!brought.ok) throw new Error("the row of an order in the database is damaged");
  return {
    ...rest,
    case: case_ref,
    by: brought.value === null ? null : nameOf(brought.value),
    waits: waitsIn(waiting).map(({ notBy, says: _, ...one }) => ({ ...one, canI: isSecondPerson(officer.id, notBy).allowed })),
  };
}

/** Whom an order is against, and whom the court had, while another name or birth stands than it had. */
export function subjectInRow({ shown }: Pick<OrderViewRow, "shown">): Pick<OrderShown, "subject" | "atCourt"> {
  const { subject, atCourt } = keptIn(shown);
  const read = readStrictly(
    { subject, ...(atCourt !== undefined && { atCourt }) },
    "shown",
    object(({ must, may }) => ({ subject: must("subject", text), ...may("atCourt", court) })),
  );
  if (!read.ok) throw new Error("the row of an order in the database is damaged");
  return read.value;
}

/** Whom an order is against, and what of it waits for a second person. */
export function orderWaits(row: Pick<OrderViewRow, "shown">): Pick<OrderShown, "subject" | "atCourt" | "waits"> {
  return { ...subjectInRow(row), waits: waitsIn(keptIn(row.shown).waits) };
}

const opened: ReadValue<readonly OpenedInRow[]> = list(
  object(({ must }) => ({
    breach: must("breach", text),
    says: must("says", text),
    day: must("day", text),
    since: must("since", instant),
    again: must("again", orNull(text)),
  })),
);
const court: ReadValue<AtCourt> = object(({ must }) => ({
  name: must("name", text),
  born: must("born", orNull(text)),
  isRead: must("isRead", flag),
}));

/** Whom an order is against, and what is opened under it and not decided. */
export function orderOpened(row: Pick<OrderViewRow, "shown">): Pick<OrderShown, "subject" | "atCourt" | "opened"> {
  const read = readStrictly(keptIn(row.shown).opened, "opened", opened);
  if (!read.ok) throw new Error("the row of an order in the database is damaged");
  return { ...subjectInRow(row), opened: read.value };
}

interface KeptRow {
  readonly by?: unknown;
  readonly waits?: unknown;
  readonly subject?: unknown;
  readonly opened?: unknown;
  readonly atCourt?: unknown;
}

function keptIn(shown: string): KeptRow {
  const kept: unknown = JSON.parse(shown);
  return typeof kept === "object" && kept !== null ? kept : {};
}

function waitsIn(written: unknown): readonly WaitsInRow[] {
  const read = readStrictly(written, "waits", list(waits));
  if (!read.ok) throw new Error("the row of an order in the database is damaged");
  return read.value;
}
