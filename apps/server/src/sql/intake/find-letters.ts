import type { Transaction } from "kysely";
import type { IntakeTables } from "./tables.ts";

/** A letter that is kept, with the packs it announced, in the order of their tokens. */
export interface KeptLetter {
  readonly id: string;
  readonly sha256: string;
  readonly packs: readonly { readonly tokenHash: string; readonly bucket: number }[];
}

/** Those of these ids that are kept. */
export async function findLetters(tx: Transaction<IntakeTables>, ids: readonly string[]): Promise<readonly KeptLetter[]> {
  const letters = await tx.selectFrom("intake_letter").select(["id", "sha256"]).where("id", "in", ids).execute();
  if (letters.length === 0) return [];
  const uploads = await tx
    .selectFrom("intake_upload")
    .select(["letter", "token_hash as tokenHash", "bucket"])
    .where("letter", "in", ids)
    .execute();
  return letters.map(({ id, sha256 }) => ({ id, sha256, packs: uploads.filter(({ letter }) => letter === id) }));
}
