import { type QueueRuleSet, parseQueueRuleSet, placesBeforeGroups, queueRuleSetToText } from "@unmask/case";
import { type Kysely, type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** The settings of a force, with what is shipped where it has set nothing. */
export interface ForceSettings {
  /** Minutes without a key until a session locks. */
  readonly lockMinutes: number;
  /** Hours of a shift: a session ends with it. */
  readonly shiftHours: number;
  /** Before what a report asks for a reason of its own. */
  readonly reasonBefore: "open" | "preview";
  /** Whether an exact search says that a case holds a number to an officer who is not on it. */
  readonly searchTells: "case" | "nothing";
}

/** Reads the settings of a force. */
export async function readSettings(db: Kysely<CaseTables>, force: string): Promise<ForceSettings> {
  const rows = await db.selectFrom("force_setting").select(["name", "value"]).where("force", "=", force).execute();
  return settingsOf(new Map(rows.map(({ name, value }) => [name, value])));
}

/** The settings in what is set, by name. */
export function settingsOf(set: ReadonlyMap<string, string>): ForceSettings {
  return {
    lockMinutes: within(set.get("lockMinutes"), { least: 1, most: 60, shipped: 10 }),
    shiftHours: within(set.get("shiftHours"), { least: 1, most: 24, shipped: 12 }),
    reasonBefore: set.get("reasonBefore") === "preview" ? "preview" : "open",
    searchTells: set.get("searchTells") === "nothing" ? "nothing" : "case",
  };
}

/** Changes settings. */
export async function writeSettings(tx: Transaction<CaseTables>, force: string, settings: ForceSettings): Promise<void> {
  for (const [name, value] of Object.entries(settings)) {
    await tx
      .insertInto("force_setting")
      .values({ force, name, value: String(value) })
      .onConflict((conflict) => conflict.columns(["force", "name"]).doUpdateSet({ value: String(value) }))
      .execute();
  }
}

/** The row that holds whom she asks and how. */
const contactRow = "contact-words";

/** Whom she asks and how, a line of every acknowledgement (docs/formats/mailbox.md); undefined where the force has not said. */
export async function readContactWords(db: Kysely<CaseTables>, force: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("force_setting")
    .select("value")
    .where("force", "=", force)
    .where("name", "=", contactRow)
    .executeTakeFirst();
  return row === undefined || row.value === "" ? undefined : row.value;
}

/** Says it; empty: what is shipped stands there again. */
export async function writeContactWords(tx: Transaction<CaseTables>, force: string, words: string): Promise<void> {
  await tx
    .insertInto("force_setting")
    .values({ force, name: contactRow, value: words })
    .onConflict((conflict) => conflict.columns(["force", "name"]).doUpdateSet({ value: words }))
    .execute();
}

/** The row that holds the force's own rule of the queue. */
const queueRuleRow = "queue-rule";

/** What the force set of its queue; undefined where it set nothing. */
export async function readQueueRuleSet(db: Kysely<CaseTables>, force: string): Promise<QueueRuleSet | undefined> {
  const row = await db
    .selectFrom("force_setting")
    .select("value")
    .where("force", "=", force)
    .where("name", "=", queueRuleRow)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const set = parseQueueRuleSet(row.value);
  if (!set.ok) throw new Error(`the force's rule of the queue is damaged: ${set.error}. Set it anew at the desk`);
  return set.value;
}

/** Sets it, and puts every row that waits into the place of its group. */
export async function writeQueueRuleSet(tx: Transaction<CaseTables>, force: string, set: QueueRuleSet): Promise<void> {
  const value = queueRuleSetToText(set);
  await tx
    .insertInto("force_setting")
    .values({ force, name: queueRuleRow, value })
    .onConflict((conflict) => conflict.columns(["force", "name"]).doUpdateSet({ value }))
    .execute();
  for (const [i, group] of set.afterDanger.entries()) {
    const place = placesBeforeGroups + i;
    await tx
      .updateTable("queue_row")
      .set({ place, standing: sql<string>`regexp_replace(standing, '^\\{"place":[0-9]+', ${`{"place":${place}`}::text)` })
      .where("force", "=", force)
      .where("row_group", "=", group)
      // What stands right after danger stays there in every rule.
      .where("place", ">=", placesBeforeGroups)
      .execute();
  }
}

function within(
  text: string | undefined,
  { least, most, shipped }: { readonly least: number; readonly most: number; readonly shipped: number },
) {
  const value = Number(text ?? shipped);
  return Number.isInteger(value) && value >= least && value <= most ? value : shipped;
}
