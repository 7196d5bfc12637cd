import { type Instant, instantToIso } from "@unmask/core";
import { type Selectable, type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements about the acts of reports, in order of time and by keyset: a page costs the same at the end of 20,000 acts as at the beginning. */

/** Where a page goes on. */
export interface ActPlace {
  readonly earliest: Instant;
  readonly item: string;
  readonly ordinal: number;
}

/** An act in a list, and when the pack came that holds it. */
export type ActLine = Pick<Selectable<CaseTables["report_act"]>, (typeof lineColumns)[number]> & {
  readonly pack_came: Selectable<CaseTables["item"]>["taken_at"] | null;
};

/** When the pack came that holds an act of `report_act`. */
export const packCame = sql<
  ActLine["pack_came"]
>`(select taken_at from item where item.force = report_act.force and item.id = report_act.item)`;

const lineColumns = [
  "report",
  "item",
  "ordinal",
  "act_id",
  "kind",
  "channel",
  "grade",
  "earliest",
  "latest",
  "from_kind",
  "from_normal",
  "from_name",
  "body",
  "exhibits",
  "agreement",
  "whose",
] as const;

/** The next acts of one report after a place, or before it, the latest first. Each report has its own page; who asks puts the pages in order. */
export async function actsAfter(
  tx: Transaction<CaseTables>,
  {
    force,
    report,
    after,
    before,
    channels,
    kinds,
    limit,
  }: {
    readonly force: string;
    readonly report: string;
    readonly after?: ActPlace;
    readonly before?: ActPlace;
    /** Only these channels, and of them only these kinds, where a lane is asked for. */
    readonly channels?: readonly string[];
    readonly kinds?: { readonly only?: readonly string[]; readonly not?: readonly string[] };
    readonly limit: number;
  },
): Promise<readonly ActLine[]> {
  let query = tx
    .selectFrom("report_act")
    .select(lineColumns)
    .select(packCame.as("pack_came"))
    .where("force", "=", force)
    .where("report", "=", report);
  if (after !== undefined)
    query = query.where(
      sql<boolean>`(earliest, item, ordinal) > (${instantToIso(after.earliest)}::timestamptz, ${after.item}, ${after.ordinal}::bigint)`,
    );
  if (before !== undefined)
    query = query.where(
      sql<boolean>`(earliest, item, ordinal) < (${instantToIso(before.earliest)}::timestamptz, ${before.item}, ${before.ordinal}::bigint)`,
    );
  if (channels !== undefined || kinds?.only !== undefined)
    query = query.where((where) =>
      where.or([
        ...(channels === undefined || channels.length === 0 ? [] : [where("channel", "in", channels)]),
        ...(kinds?.only === undefined || kinds.only.length === 0 ? [] : [where("kind", "in", kinds.only)]),
      ]),
    );
  if (kinds?.not !== undefined && kinds.not.length > 0) query = query.where("kind", "not in", kinds.not);
  // Items are hexadecimal: every collation puts them in the same order, and the index serves it.
  const order = before === undefined ? "asc" : "desc";
  return query.orderBy("earliest", order).orderBy("item", order).orderBy("ordinal", order).limit(limit).execute();
}

/** One act of a report of this force, whole. */
export async function findAct(
  tx: Transaction<CaseTables>,
  { force, item, ordinal }: { readonly force: string; readonly item: string; readonly ordinal: number },
): Promise<Selectable<CaseTables["report_act"]> | undefined> {
  return tx
    .selectFrom("report_act")
    .selectAll()
    .where("force", "=", force)
    .where("item", "=", item)
    .where("ordinal", "=", ordinal)
    .executeTakeFirst();
}

/** Where else an act stands among these reports: the same act handed over again. */
export async function placesOfAct(
  tx: Transaction<CaseTables>,
  { force, reports, id }: { readonly force: string; readonly reports: readonly string[]; readonly id: string },
): Promise<readonly { readonly report: string; readonly item: string; readonly ordinal: number }[]> {
  if (reports.length === 0) return [];
  return tx
    .selectFrom("report_act")
    .select(["report", "item", "ordinal"])
    .where("force", "=", force)
    .where("report", "in", reports)
    .where("act_id", "=", id)
    .orderBy("earliest")
    .orderBy("item", (order) => order.collate("C").asc())
    .execute();
}

/** The highest number of an act in one of the packs of these reports; 0: there is none. */
export async function highestOrdinal(
  tx: Transaction<CaseTables>,
  { force, reports }: { readonly force: string; readonly reports: readonly string[] },
): Promise<number> {
  if (reports.length === 0) return 0;
  const row = await tx
    .selectFrom("report_act")
    .select(({ fn }) => fn.max("ordinal").as("most"))
    .where("force", "=", force)
    .where("report", "in", reports)
    .executeTakeFirst();
  return row?.most ?? 0;
}

/** Who sends in these reports: each identity of a kind and platform once, for finding what a key of the index stands for. */
export async function sendersIn(
  tx: Transaction<CaseTables>,
  { force, reports, kinds }: { readonly force: string; readonly reports: readonly string[]; readonly kinds: readonly string[] },
): Promise<readonly { readonly kind: string; readonly normal: string; readonly channel: string }[]> {
  if (reports.length === 0) return [];
  return tx
    .selectFrom("report_act")
    .select(["from_kind as kind", "from_normal as normal", "channel"])
    .distinct()
    .where("force", "=", force)
    .where("report", "in", reports)
    .where("from_kind", "in", kinds)
    .execute();
}

/** One identity as acts show it. */
export interface SenderSearch {
  readonly force: string;
  readonly reports: readonly string[];
  readonly kind: string;
  readonly normal: string;
  /** Null: on any. */
  readonly channels: readonly string[] | null;
  readonly limit: number;
}

/** What is compared of an act, beside another's. */
export type ActUse = Pick<ActLine, "earliest" | "latest" | "grade" | "body" | "from_name">;

/** Acts of these reports whose sender is one identity on one of the channels, in order of time; at most `limit`. */
export async function actsOfSender(tx: Transaction<CaseTables>, search: SenderSearch): Promise<readonly ActLine[]> {
  return search.reports.length === 0 ? [] : ofSender(tx, search).select(lineColumns).select(packCame.as("pack_came")).execute();
}

/** The same acts with nothing but what is compared: of one number there can be twenty thousand. */
export async function usesOfSender(tx: Transaction<CaseTables>, search: SenderSearch): Promise<readonly ActUse[]> {
  return search.reports.length === 0 ? [] : ofSender(tx, search).select(["earliest", "latest", "grade", "body", "from_name"]).execute();
}

function ofSender(tx: Transaction<CaseTables>, { force, reports, kind, normal, channels, limit }: SenderSearch) {
  const query = tx
    .selectFrom("report_act")
    .where("force", "=", force)
    .where("report", "in", reports)
    .where("from_kind", "=", kind)
    .where("from_normal", "=", normal);
  return (channels === null ? query : query.where("channel", "in", channels))
    .orderBy("earliest")
    .orderBy("item", (order) => order.collate("C").asc())
    .orderBy("ordinal")
    .limit(limit);
}
