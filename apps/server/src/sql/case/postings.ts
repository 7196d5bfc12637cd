import type { Instant } from "@unmask/core";
import type { Posting } from "@unmask/link";
import { type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements about the index of identifiers (docs/formats/identifier-posting.md). */

/** A line of the index as it is kept; `kind` and `known` as the writer of the posting wrote them. */
interface PostingRow {
  readonly bucket: number;
  readonly key: string;
  readonly kind: string;
  readonly report: string;
  readonly known: string;
  readonly first_use: Instant | null;
  readonly last_use: Instant | null;
}

/** Postings of this part of the index that share a key with a report, its own among them. */
export async function postingsShared(tx: Transaction<CaseTables>, force: string, report: string): Promise<readonly Posting[]> {
  const rows = await tx
    .selectFrom("ident_posting as mine")
    .innerJoin("ident_posting as found", (join) =>
      join.onRef("found.force", "=", "mine.force").onRef("found.bucket", "=", "mine.bucket").onRef("found.key", "=", "mine.key"),
    )
    .select(["found.bucket", "found.key", "found.kind", "found.report", "found.known", "found.first_use", "found.last_use"])
    .where("mine.force", "=", force)
    .where("mine.report", "=", report)
    .execute();
  return rows.flatMap(postingOf);
}

/** Postings of these keys in the order of their reports, at most `limit`, and how many there are: a helpline stands in ten thousand reports. */
export async function postingsOfKeys(
  tx: Transaction<CaseTables>,
  force: string,
  { keys, limit }: { readonly keys: readonly Pick<Posting, "bucket" | "key">[]; readonly limit: number },
): Promise<{ readonly postings: readonly Posting[]; readonly total: number }> {
  if (keys.length === 0) return { postings: [], total: 0 };
  const rows = await tx
    .selectFrom("ident_posting")
    .select(["bucket", "key", "kind", "report", "known", "first_use", "last_use"])
    .select(sql<number>`count(*) over ()`.as("total"))
    .where("force", "=", force)
    .where((where) => where.or(keys.map(({ bucket, key }) => where.and([where("bucket", "=", bucket), where("key", "=", key)]))))
    .orderBy("report", (order) => order.collate("C").asc())
    .limit(limit)
    .execute();
  return { postings: rows.flatMap(({ total: _, ...row }) => postingOf(row)), total: rows[0]?.total ?? 0 };
}

const kinds: ReadonlySet<string> = new Set<Posting["kind"]>(["phone", "email", "handle", "id", "device"]);

function postingOf({ kind, known, first_use, last_use, ...row }: PostingRow): readonly Posting[] {
  const read = isKind(kind) ? kind : undefined;
  if (read === undefined || (known !== "record" && known !== "account")) return [];
  return [{ ...row, kind: read, known, ...(first_use !== null && { first: first_use }), ...(last_use !== null && { last: last_use }) }];
}

function isKind(kind: string): kind is Posting["kind"] {
  return kinds.has(kind);
}

/**
 * Asks one part of the index inside a transaction that goes on when the part does not answer: what it could not say is "down", and never
 * nothing. A transaction that must run again is told as such.
 */
export async function askPart<T>(tx: Transaction<CaseTables>, ask: () => Promise<T>): Promise<T | "down"> {
  await sql`savepoint index_part`.execute(tx);
  try {
    const answer = await ask();
    await sql`release savepoint index_part`.execute(tx);
    return answer;
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, "code") : undefined;
    if (code === "40001" || code === "40P01") throw error;
    await sql`rollback to savepoint index_part`.execute(tx);
    return "down";
  }
}
