import type { Transaction } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements about the words by which a recorded case is found again. */

/** Puts the words of a case into the place of those it had. */
export async function putClasses(
  tx: Transaction<CaseTables>,
  { force, ref, words }: { readonly force: string; readonly ref: string; readonly words: readonly string[] },
): Promise<void> {
  await tx.deleteFrom("case_class").where("force", "=", force).where("case_ref", "=", ref).execute();
  const rows = [...new Set(words.map(asWord))].map((word) => ({ force, word, case_ref: ref }));
  if (rows.length > 0) await tx.insertInto("case_class").values(rows).execute();
}

/** Cases of an officer that are recorded under a word: as principal, as included, or as a record that points there. */
export async function casesOfClass(
  tx: Transaction<CaseTables>,
  { force, officer, word }: { readonly force: string; readonly officer: string; readonly word: string },
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("case_class")
    .innerJoin("case_member", (join) =>
      join.onRef("case_member.force", "=", "case_class.force").onRef("case_member.case_ref", "=", "case_class.case_ref"),
    )
    .select("case_class.case_ref")
    .where("case_class.force", "=", force)
    .where("case_class.word", "=", asWord(word))
    .where("case_member.officer", "=", officer)
    .orderBy("case_class.case_ref", (order) => order.collate("C").asc())
    .execute();
  return rows.map(({ case_ref }) => case_ref);
}

function asWord(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, " ").slice(0, longestWord);
}

/** Letters of a word that is kept; a longer name of an offence is found by its beginning typed whole. */
const longestWord = 320;
