/**
 * The login that the inside works with. Row-level security does not hold for who owns the tables: such a login, and PGlite's only one, works in the
 * desk's role instead, which owns nothing. That guards against a condition that we forgot. Against a statement that somebody slips in it does not:
 * the connection can leave the role again. A force therefore gives the server a login of its own (docs/running.md).
 */
import { type Result, failed, ok } from "@unmask/core";
import { makeDeskRole, readLogin, takeDeskRole } from "../sql/desk-login.ts";
import type { Database } from "./database.ts";
import { hasCode } from "./shared-sync.ts";

export { deskRole } from "../sql/desk-login.ts";

/** PostgreSQL's code for a right that a login lacks. */
const notAllowed = "42501";

const noRole =
  "This login passes row-level security by, and may not make the desk's role. Nothing was started. Run apps/server/src/migrations/desk-login.sql as one who may make roles, and start with the address of unmask_desk, as docs/running.md says.";

/** Whose the login is; where it is the owner's the desk's role is there and may be taken after this, and the error says why it cannot be. */
export async function settleLogin<Tables>(
  database: Database<Tables>,
  deskLogin: string,
): Promise<Result<{ readonly isOwners: boolean }, string>> {
  const login = await database.transaction((tx) => readLogin(tx));
  if (!login.passesBy) return ok({ isOwners: false });
  try {
    if (!login.isRoleReady) await database.transaction((tx) => makeDeskRole(tx, deskLogin));
  } catch (error) {
    if (!hasCode(error, notAllowed)) throw error;
    return failed(noRole);
  }
  const now = login.isRoleReady ? login : await database.transaction((tx) => readLogin(tx));
  return now.mayTakeRole ? ok({ isOwners: true }) : failed(noRole);
}

/** The same over one connection, which works in the role from here on. */
export async function workInRole<Tables>(database: Database<Tables>, deskLogin: string): Promise<Result<Database<Tables>, string>> {
  const login = await settleLogin(database, deskLogin);
  if (!login.ok) return login;
  if (!login.value.isOwners) return ok(database);
  await database.transaction((tx) => takeDeskRole(tx));
  return ok({ ...database, isOwnersLogin: true });
}
