import type { Kysely } from "kysely";
import type { IntakeTables } from "./tables.ts";

/** What the inside may take: number, name, kind, its letter, size in bytes, SHA-256 of the bytes as they came. */
export interface IntakeItem {
  readonly number: number;
  readonly id: string;
  readonly kind: "letter" | "pack";
  readonly letter: string;
  readonly size: number;
  readonly sha256: string;
}

/** Items after a number that the inside has not acknowledged, in order of number. */
export async function takeItems(db: Kysely<IntakeTables>, after: number, limit: number): Promise<readonly IntakeItem[]> {
  const letters = await db
    .selectFrom("intake_letter")
    .select(["number", "id", "size", "sha256"])
    .where("number", ">", after)
    .where("kept_until", "is", null)
    .orderBy("number")
    .limit(limit)
    .execute();
  const packs = await db
    .selectFrom("intake_upload")
    .select(["number", "id", "letter", "bucket", "sha256"])
    .where("number", ">", after)
    .where("kept_until", "is", null)
    .orderBy("number")
    .limit(limit)
    .execute();
  return [
    ...letters.map((one) => ({ ...one, kind: "letter" as const, letter: one.id })),
    ...packs.flatMap(({ number, id, letter, bucket, sha256 }) =>
      number === null || id === null || sha256 === null ? [] : [{ number, id, kind: "pack" as const, letter, size: bucket, sha256 }],
    ),
  ]
    .sort((one, other) => one.number - other.number)
    .slice(0, limit);
}
