import type { Instant } from "@unmask/core";
import { instantToIso } from "@unmask/core";
import { type ForceLawEntry, type ForceLawRow, forceLawValueToJson, readForceLawValue } from "@unmask/law";
import type { Kysely, Transaction } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements about what a force confirmed of the law: rows are read and added, none is changed. */

/** A row with who wrote it at the desk. */
export interface KeptForceLaw extends ForceLawRow {
  /** The officer's name. */
  readonly by: string;
  readonly recorded: Instant;
}

/** Every row of a force, in the order of writing. */
export async function readForceLaw(db: Kysely<CaseTables>, force: string): Promise<readonly KeptForceLaw[]> {
  const rows = await db
    .selectFrom("force_law")
    .leftJoin("officer", "officer.id", "force_law.by_whom")
    .select([
      "force_law.number",
      "force_law.about",
      "force_law.from_day",
      "force_law.value",
      "force_law.says",
      "force_law.confirmed_by",
      "force_law.confirmed_on",
      "force_law.recorded",
      "officer.name",
    ])
    .where("force_law.force", "=", force)
    .orderBy("force_law.number")
    .execute();
  return rows.map(({ number, about, from_day: from, value: kept, says, confirmed_by, confirmed_on, recorded, name }) => {
    const value = readForceLawValue(kept);
    if (!value.ok) throw new Error(`row ${number} of what this force confirmed is damaged in the database`);
    return {
      number,
      about,
      from,
      value: value.value,
      says,
      confirmedBy: confirmed_by,
      confirmedOn: confirmed_on,
      by: name ?? "",
      recorded,
    };
  });
}

/** Adds a row; its number is the next. Of two at once one comes through, and the other is told to look again. */
export async function addForceLaw(
  tx: Transaction<CaseTables>,
  { force, by, now }: { readonly force: string; readonly by: string; readonly now: Instant },
  entry: ForceLawEntry,
): Promise<number | undefined> {
  const last = await tx
    .selectFrom("force_law")
    .select("number")
    .where("force", "=", force)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  const added = await tx
    .insertInto("force_law")
    .values({
      force,
      number,
      about: entry.about,
      from_day: entry.from,
      value: forceLawValueToJson(entry.value),
      says: entry.says,
      confirmed_by: entry.confirmedBy,
      confirmed_on: entry.confirmedOn,
      by_whom: by,
      recorded: instantToIso(now),
    })
    .onConflict((conflict) => conflict.columns(["force", "number"]).doNothing())
    .returning("number")
    .executeTakeFirst();
  return added?.number;
}
