import {
  type Instant,
  type ReadValue,
  type Sha256,
  count,
  instantToIso,
  list,
  object,
  readStrictly,
  sha256FromJson,
  text,
} from "@unmask/core";
import { type Selectable, type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";
import { type Turn, takeDue } from "./due-rows.ts";

/** Statements about letters that go to another force. Whoever calls asks as the machine, or as an officer who may see the report. */

/** A letter on its way, with what was sealed again; null before that. */
export interface HandedOnRow extends Omit<Selectable<CaseTables["handed_on"]>, "items" | "packs" | "left_out"> {
  readonly items: readonly string[];
  readonly packs: readonly SealedAgain[] | null;
  readonly leftOut: readonly LeftOut[];
}

/** A pack that was sealed again; `was`: the hash of the file as it came here. */
export interface SealedAgain {
  readonly size: number;
  readonly sha256: Sha256;
  readonly bucket: number;
  readonly was: Sha256;
  /** Its name in the folder of what waits to go. */
  readonly file: string;
}

/** A pack that did not open to its end, so that it could not be sealed again. */
export interface LeftOut {
  readonly item: string;
  readonly why: string;
}

/** What is put down when somebody decides, or when more comes to a report that went on. */
export interface NewHandedOn {
  readonly force: string;
  readonly id: string;
  readonly report: string;
  readonly letter: string | null;
  readonly items: readonly string[];
  readonly kind: "report" | "answer";
  readonly to_force: string;
  readonly to_name: string;
  readonly identity: string;
  readonly recipient: string;
  readonly lookup: string;
}

/** Puts a letter down to be sealed again and sent. */
export async function putHandedOn(tx: Transaction<CaseTables>, { items, ...row }: NewHandedOn, now: Instant): Promise<void> {
  const at = instantToIso(now);
  await tx
    .insertInto("handed_on")
    .values({ ...row, items: JSON.stringify(items), made_at: at, due_at: at, carried: 0, tries: 0 })
    .onConflict((conflict) => conflict.columns(["force", "id"]).doNothing())
    .execute();
}

/** Takes the next that is due. One that follows waits for the first of its report: the other force could not tell what it belongs to. */
export async function takeDueHandedOn(tx: Transaction<CaseTables>, force: string, turn: Turn): Promise<HandedOnRow | undefined> {
  const mayGo = sql<boolean>`(kind = 'report' or exists (select 1 from handed_on as first
    where first.force = due.force and first.report = due.report and first.kind = 'report' and first.sent_at is not null))`;
  const row = await takeDue(tx, { table: "handed_on", force, mayGo }, turn);
  return row && readRow(row);
}

/** Of a report: the first letter that went, and those that followed, in order. */
export async function handedOnOf(tx: Transaction<CaseTables>, force: string, report: string): Promise<readonly HandedOnRow[]> {
  const rows = await tx
    .selectFrom("handed_on")
    .selectAll()
    .where("force", "=", force)
    .where("report", "=", report)
    .orderBy("made_at")
    .orderBy("kind", (order) => order.collate("C").desc())
    .execute();
  return rows.map(readRow);
}

/** What is to be sealed again: the item of her letter, and of each pack its item, and the bytes of the file as she made it. */
export interface ToSealAgain {
  readonly letterItem: string | null;
  readonly packs: readonly { readonly item: string; readonly was: string | null; readonly made: number | null }[];
}

/** Finds it; `made` is null for a pack of which nobody knows where it ends. */
export async function toSealAgain(tx: Transaction<CaseTables>, row: HandedOnRow): Promise<ToSealAgain> {
  const { force, letter, items } = row;
  const packs = await tx
    .selectFrom("item")
    .innerJoin("letter", (join) => join.onRef("letter.force", "=", "item.force").onRef("letter.id", "=", "item.letter"))
    .select(["item.id as item", "item.made_sha256 as was", "item.place", "letter.packs as named"])
    .where("item.force", "=", force)
    .where("item.id", "in", [...items, ""])
    .orderBy("item.number")
    .execute();
  const of = await tx
    .selectFrom("item")
    .select("id")
    .where("force", "=", force)
    .where("letter", "=", letter ?? "")
    .where("kind", "=", "letter")
    .executeTakeFirst();
  return {
    letterItem: of?.id ?? null,
    packs: packs.map(({ item, was, place, named }) => ({ item, was, made: place === null ? null : (read(named, sizes)[place] ?? null) })),
  };
}

const sizes: ReadValue<readonly number[]> = list(
  object(({ must }) => {
    must("sha256", text);
    must("bucket", count);
    return must("size", count);
  }),
);

/** Everything is sealed again, and lies in the folder of what waits to go. */
export async function setSealedAgain(
  tx: Transaction<CaseTables>,
  { force, id }: Pick<HandedOnRow, "force" | "id">,
  { packs, leftOut }: Pick<HandedOnRow, "leftOut"> & { readonly packs: readonly SealedAgain[] },
): Promise<void> {
  await tx
    .updateTable("handed_on")
    .set({ packs: JSON.stringify(packs), left_out: JSON.stringify(leftOut) })
    .where("force", "=", force)
    .where("id", "=", id)
    .execute();
}

/** The other intake has all of it; the next look into the mailbox is at `next`, null where nobody answers into this one. */
export async function setSent(
  tx: Transaction<CaseTables>,
  { force, id }: Pick<HandedOnRow, "force" | "id">,
  { now, next }: { readonly now: Instant; readonly next: Instant | null },
): Promise<void> {
  await tx
    .updateTable("handed_on")
    .set({ sent_at: instantToIso(now), due_at: next === null ? null : instantToIso(next), tries: 0 })
    .where("force", "=", force)
    .where("id", "=", id)
    .execute();
}

/** Up to which message the other force's answers were carried on, under which number it has the report, and when to look again. */
export async function setCarried(
  tx: Transaction<CaseTables>,
  { force, id }: Pick<HandedOnRow, "force" | "id">,
  { carried, reference, next }: Pick<HandedOnRow, "carried" | "reference"> & { readonly next: Instant | null },
): Promise<void> {
  await tx
    .updateTable("handed_on")
    .set({ carried, reference, due_at: next === null ? null : instantToIso(next), tries: 0 })
    .where("force", "=", force)
    .where("id", "=", id)
    .execute();
}

/** Reports that the other force has, and of which no event says so. */
export async function sentUnwritten(
  tx: Transaction<CaseTables>,
  force: string,
): Promise<readonly { readonly report: string; readonly to_force: string }[]> {
  return tx
    .selectFrom("handed_on")
    .select(["report", "to_force"])
    .where("force", "=", force)
    .where("kind", "=", "report")
    .where("sent_at", "is not", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("case_event")
            .select("case_event.number")
            .whereRef("case_event.force", "=", "handed_on.force")
            .where("case_event.stream_of", "=", "report")
            .whereRef("case_event.stream", "=", "handed_on.report")
            .where("case_event.kind", "=", "force-has-it"),
        ),
      ),
    )
    .execute();
}

/** After a start nobody works on any: what was begun is due at once. */
export async function handedOnDueAtOnce(tx: Transaction<CaseTables>, force: string, now: Instant): Promise<void> {
  await tx
    .updateTable("handed_on")
    .set({ due_at: instantToIso(now) })
    .where("force", "=", force)
    .where("due_at", "is not", null)
    .where("sent_at", "is", null)
    .execute();
}

const sealedAgain: ReadValue<SealedAgain> = object(({ must }) => ({
  size: must("size", count),
  sha256: must("sha256", sha256FromJson),
  bucket: must("bucket", count),
  was: must("was", sha256FromJson),
  file: must("file", text),
}));
const leftOutFromJson: ReadValue<LeftOut> = object(({ must }) => ({ item: must("item", text), why: must("why", text) }));

function readRow({ items, packs, left_out, ...row }: Selectable<CaseTables["handed_on"]>): HandedOnRow {
  return {
    ...row,
    items: read(items, list(text)),
    packs: packs === null ? null : read(packs, list(sealedAgain)),
    leftOut: left_out === null ? [] : read(left_out, list(leftOutFromJson)),
  };
}

function read<T>(value: unknown, reads: ReadValue<T>): T {
  const one = readStrictly(value, "handed_on", reads);
  if (!one.ok) throw new Error(`the row of a letter that goes to another force is damaged: ${one.error}`);
  return one.value;
}
