import type { Kysely, Transaction } from "kysely";
import { parseRole } from "@unmask/case";
import type { CaseTables } from "./case-tables.ts";
import type { OfficerRow } from "./officers.ts";

/** Statements about the names by which officers come in from the force's own sign-in. */

/** Gives an officer such a name, or takes it away; who that was the last time is forgotten, and held anew from the next sign-in on. */
export async function setSignInName(tx: Transaction<CaseTables>, officer: string, name: string | null): Promise<void> {
  await tx
    .updateTable("officer")
    .set({ sign_in_name: name, sign_in_issuer: null, sign_in_subject: null })
    .where("id", "=", officer)
    .execute();
}

/** The names that officers of this force have. */
export async function signInNames(db: Kysely<CaseTables>, force: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("officer")
    .select("sign_in_name")
    .where("force", "=", force)
    .where("sign_in_name", "is not", null)
    .where("left_at", "is", null)
    .execute();
  return rows.flatMap(({ sign_in_name: name }) => (name === null ? [] : [name]));
}

/**
 * The officer of a name that the provider gave; undefined where it is nobody's, or two officers', or was somebody else's the first time. From the first time
 * on the name belongs to that subject of that issuer.
 */
export async function officerOfName(
  tx: Transaction<CaseTables>,
  { force, name, issuer, subject }: { readonly force: string; readonly name: string; readonly issuer: string; readonly subject: string },
): Promise<OfficerRow | undefined> {
  const rows = await tx
    .selectFrom("officer")
    .select(["id", "name", "role", "left_at", "sign_in_issuer", "sign_in_subject"])
    .where("force", "=", force)
    .where("sign_in_name", "=", name)
    .where("left_at", "is", null)
    .limit(2)
    .execute();
  const [row] = rows;
  if (row === undefined || rows.length > 1) return undefined;
  const { sign_in_issuer: issuerBefore, sign_in_subject: before, ...officer } = row;
  const role = parseRole(officer.role);
  if (role === undefined || (issuerBefore === issuer && before !== subject)) return undefined;
  if (issuerBefore !== issuer)
    await tx.updateTable("officer").set({ sign_in_issuer: issuer, sign_in_subject: subject }).where("id", "=", officer.id).execute();
  return { ...officer, role };
}
