import { type Instant, instantToIso } from "@unmask/core";
import { type Kysely, sql } from "kysely";
import { packCame } from "./case-acts.ts";
import type { CaseTables } from "./case-tables.ts";

/** Statements about what came with a report: its letters, its packs with what was found in them, and its acts. */

/** Of which report, in which force. */
export interface OfReport {
  readonly force: string;
  readonly report: string;
}

/** Letters of a report as they were written, the first first. */
export async function lettersOfReport(db: Kysely<CaseTables>, { force, report }: OfReport) {
  return db
    .selectFrom("letter")
    .innerJoin("item", (join) =>
      join.onRef("item.force", "=", "letter.force").onRef("item.letter", "=", "letter.id").on("item.kind", "=", "letter"),
    )
    .select(["letter.id", "letter.kind", "letter.words", "item.taken_at"])
    .where("letter.force", "=", force)
    .where("letter.report", "=", report)
    .orderBy("item.number")
    .execute();
}

/** Packs of a report as they were taken in. */
export async function packsOfReport(db: Kysely<CaseTables>, { force, report }: OfReport) {
  return db
    .selectFrom("item")
    .select(["id", "place", "size", "taken_at", "state", "reason", "why", "made_sha256", "overall"])
    .where("force", "=", force)
    .where("report", "=", report)
    .where("kind", "=", "pack")
    .orderBy("number")
    .execute();
}

/** Verdicts of every file and seal of its packs; with a limit the gravest first: what is valid comes last. */
export async function verdictsOfReport(db: Kysely<CaseTables>, { force, report }: OfReport, limit: number) {
  return db
    .selectFrom("item_verdict")
    .innerJoin("item", (join) => join.onRef("item.force", "=", "item_verdict.force").onRef("item.id", "=", "item_verdict.item"))
    .select(["item_verdict.item", "item_verdict.path", "item_verdict.verdict", "item_verdict.why"])
    .where("item.force", "=", force)
    .where("item.report", "=", report)
    .orderBy(sql`item_verdict.verdict = 'valid'`)
    .orderBy("item.number")
    .orderBy("item_verdict.nth")
    .limit(limit)
    .execute();
}

/** How many files and seals of each verdict. */
export async function countVerdicts(db: Kysely<CaseTables>, { force, report }: OfReport) {
  return db
    .selectFrom("item_verdict")
    .innerJoin("item", (join) => join.onRef("item.force", "=", "item_verdict.force").onRef("item.id", "=", "item_verdict.item"))
    .select(["item_verdict.verdict", (of) => of.fn.countAll<number>().as("many")])
    .where("item.force", "=", force)
    .where("item.report", "=", report)
    .groupBy("item_verdict.verdict")
    .orderBy(sql`item_verdict.verdict collate "C"`)
    .execute();
}

/** Exhibits of its packs, as each pack numbers them. */
export async function exhibitsOfReport(db: Kysely<CaseTables>, { force, report }: OfReport) {
  return db
    .selectFrom("item_exhibit")
    .innerJoin("item", (join) => join.onRef("item.force", "=", "item_exhibit.force").onRef("item.id", "=", "item_exhibit.item"))
    .select(["item_exhibit.item", "item_exhibit.number", "item_exhibit.name", "item_exhibit.verdict", "item_exhibit.size"])
    .select(["item_exhibit.acts", "item_exhibit.grades"])
    .where("item.force", "=", force)
    .where("item.report", "=", report)
    .orderBy("item.number")
    .orderBy("item_exhibit.nth")
    .execute();
}

/** Findings of its packs, as each pack has them and as they were worked out here. */
export async function findingsOfReport(db: Kysely<CaseTables>, { force, report }: OfReport) {
  return db
    .selectFrom("item_finding")
    .innerJoin("item", (join) => join.onRef("item.force", "=", "item_finding.force").onRef("item.id", "=", "item_finding.item"))
    .select(["item_finding.item", "item_finding.pattern", "item_finding.agreement", "item_finding.hers", "item_finding.here"])
    .select("item_finding.why")
    .where("item.force", "=", force)
    .where("item.report", "=", report)
    .orderBy("item.number")
    .orderBy("item_finding.nth")
    .execute();
}

/** Where a page of acts goes on. */
export interface ActPlace {
  readonly earliest: Instant;
  readonly item: string;
  readonly ordinal: number;
}

/** What is shown of an act. */
const shownOfAct = [
  ...(["item", "ordinal", "act_id", "kind", "channel", "grade", "earliest", "latest", "from_kind", "from_normal", "from_name"] as const),
  ...(["body", "exhibits", "agreement", "whose"] as const),
] as const;

/** Acts of a report in order of time, after a place: a page of it costs the same at the end of 20,000 acts as at the beginning. */
export async function actsOfReport(
  db: Kysely<CaseTables>,
  { force, report }: OfReport,
  { after, limit }: { readonly after?: ActPlace | undefined; readonly limit: number },
) {
  let query = db
    .selectFrom("report_act")
    .select([...shownOfAct])
    .select(packCame.as("pack_came"))
    .where("force", "=", force)
    .where("report", "=", report);
  if (after !== undefined) {
    const { earliest, item, ordinal } = after;
    query = query.where(sql<boolean>`(earliest, item, ordinal) > (${instantToIso(earliest)}::timestamptz, ${item}, ${ordinal}::bigint)`);
  }
  return query.orderBy("earliest").orderBy("item").orderBy("ordinal").limit(limit).execute();
}

/** How many acts its packs hold, each counted once: two packs may hold one chat. */
export async function countActs(db: Kysely<CaseTables>, { force, report }: OfReport): Promise<number> {
  const row = await db
    .selectFrom("report_act")
    .select((of) => of.fn.count<number>("act_id").distinct().as("acts"))
    .where("force", "=", force)
    .where("report", "=", report)
    .executeTakeFirst();
  return row?.acts ?? 0;
}

/** Acts of one pack of a report by their places in it, from 1, in order of time. */
export async function actsOfItem(
  db: Kysely<CaseTables>,
  { force, report }: OfReport,
  { item, ordinals }: { readonly item: string; readonly ordinals: readonly number[] },
) {
  if (ordinals.length === 0) return [];
  return db
    .selectFrom("report_act")
    .select([...shownOfAct])
    .select(packCame.as("pack_came"))
    .where("force", "=", force)
    .where("report", "=", report)
    .where("item", "=", item)
    .where("ordinal", "in", ordinals)
    .orderBy("earliest")
    .orderBy("ordinal")
    .execute();
}
