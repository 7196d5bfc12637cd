import { type Instant, instantToIso } from "@unmask/core";
import { type Kysely, type Selectable, type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements about what came in. */

/** An item as its row has it. */
export type ItemRow = Selectable<CaseTables["item"]>;

/** What the intake says of an item. */
export interface ComeIn {
  readonly number: number;
  readonly id: string;
  readonly kind: "letter" | "pack";
  readonly letter: string;
  readonly size: number;
  readonly sha256: string;
}

/** What became of an item. */
export interface ItemOutcome {
  readonly state: "opened" | "marked";
  readonly reason: string | null;
  readonly why: string | null;
  readonly report: string;
  readonly place: number | null;
  readonly made_sha256: string;
  readonly overall: string | null;
  readonly told: string | null;
  /** What she stated in a pack, as JSON. */
  readonly statement: string | null;
}

/** Writes down that an item is stored here; one that is there already stays as it is. */
export async function putItem(tx: Transaction<CaseTables>, force: string, item: ComeIn, now: Instant): Promise<void> {
  const at = instantToIso(now);
  await tx
    .insertInto("item")
    .values({ force, ...item, taken_at: at, state: "waiting", due_at: at, tries: 0 })
    .onConflict((conflict) => conflict.columns(["force", "id"]).doNothing())
    .execute();
}

/** Which of these are here, or were and were erased: neither is taken in again. */
export async function knownItems(db: Kysely<CaseTables>, force: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom("item")
    .select("id")
    .where("force", "=", force)
    .where("id", "in", ids)
    .union(db.selectFrom("erased_item").select("item as id").where("force", "=", force).where("item", "in", ids))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/**
 * Takes the item that has been due longest, and puts its next turn at `until`: whoever fails is tried again then, and nobody else takes it before.
 * One that failed stands in the line by the time it was put off to: it holds nobody up, and however many come in, its turn comes. One that is due
 * later than anything is ever put off was written by a clock that ran ahead, and does not wait until that time comes.
 */
export async function takeDueItem(
  tx: Transaction<CaseTables>,
  force: string,
  { now, until }: { readonly now: Instant; readonly until: Instant },
): Promise<ItemRow | undefined> {
  const row = await tx
    .selectFrom("item")
    .selectAll()
    .where("force", "=", force)
    .where((where) => where.or([where("due_at", "<=", timeOf(now)), where("due_at", ">", timeOf(until))]))
    .orderBy("due_at")
    .orderBy("number")
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const tries = row.tries + 1;
  await tx
    .updateTable("item")
    .set({ due_at: instantToIso(until), tries })
    .where("force", "=", force)
    .where("id", "=", row.id)
    .execute();
  return { ...row, tries };
}

/** After a start nobody works on anything: what was begun is due at once, after what has waited already (it may be what ended the run). */
export async function dueAtOnce(tx: Transaction<CaseTables>, force: string, now: Instant): Promise<void> {
  await tx
    .updateTable("item")
    .set({ due_at: instantToIso(now) })
    .where("force", "=", force)
    .where("due_at", ">", timeOf(now))
    .execute();
}

/** Writes what became of an item, once: false where that was written before. */
export async function settleItem(
  tx: Transaction<CaseTables>,
  { force, id }: Pick<ItemRow, "force" | "id">,
  outcome: ItemOutcome,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("item")
    .set({ ...outcome, due_at: null })
    .where("force", "=", force)
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Every item in the order in which it came; a page from `after`. */
export async function itemsAfter(db: Kysely<CaseTables>, force: string, after: number, limit: number): Promise<readonly ItemRow[]> {
  return db.selectFrom("item").selectAll().where("force", "=", force).where("number", ">", after).orderBy("number").limit(limit).execute();
}

/** Places of the letter's packs that have an item already. */
export async function takenPlaces(tx: Kysely<CaseTables>, force: string, letter: string): Promise<ReadonlySet<number>> {
  const rows = await tx
    .selectFrom("item")
    .select("place")
    .where("force", "=", force)
    .where("letter", "=", letter)
    .where("place", "is not", null)
    .execute();
  return new Set(rows.flatMap(({ place }) => (place === null ? [] : [place])));
}

/** Items that were marked for want of a key; a page from `after`, in the order in which they came. */
export function itemsWithoutKey(db: Kysely<CaseTables>, force: string, after: number, limit: number): Promise<readonly ItemRow[]> {
  return db
    .selectFrom("item")
    .selectAll()
    .where("force", "=", force)
    .where("state", "=", "marked")
    .where("reason", "=", "no-key")
    .where("number", ">", after)
    .orderBy("number")
    .limit(limit)
    .execute();
}

/**
 * A marked item waits again, from the first try on: its key is here now. With a letter wait those of its packs of which nobody knew where they end.
 * What it was marked as stands until it is written anew.
 */
export async function openAgain(
  tx: Transaction<CaseTables>,
  { force, id, kind, letter }: Pick<ItemRow, "force" | "id" | "kind" | "letter">,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable("item")
    .set({ state: "waiting", due_at: instantToIso(now), tries: 0, place: null })
    .where("force", "=", force)
    .where("state", "=", "marked")
    .where((where) =>
      where.or([
        where("id", "=", id),
        where.and([
          where.val(kind === "letter"),
          where("letter", "=", letter),
          where("kind", "=", "pack"),
          where("place", "is", null),
          where("reason", "=", "not-read"),
        ]),
      ]),
    )
    .execute();
}

/** An instant beside a column of times: the driver sends text, and the text names its zone. */
export function timeOf(instant: Instant) {
  return sql<Instant>`${instantToIso(instant)}::timestamptz`;
}

/** Keeps the number of the report that an item will belong to; one that it has already stays. */
export async function reserveReport(
  tx: Transaction<CaseTables>,
  { force, id }: Pick<ItemRow, "force" | "id">,
  report: string,
): Promise<string> {
  await tx.updateTable("item").set({ report }).where("force", "=", force).where("id", "=", id).execute();
  return report;
}

/** Puts an item's next turn off without counting it as a try. */
export async function putOff(
  tx: Transaction<CaseTables>,
  { force, id, tries }: Pick<ItemRow, "force" | "id" | "tries">,
  until: Instant,
): Promise<void> {
  await tx
    .updateTable("item")
    .set({ due_at: instantToIso(until), tries })
    .where("force", "=", force)
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .execute();
}
