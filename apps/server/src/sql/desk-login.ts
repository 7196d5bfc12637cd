import { type Transaction, sql } from "kysely";

/** Statements about the login: whether it passes row-level security by, and the role in which the desk works instead. */

/** The role that owns nothing (migrations/desk-login.sql). */
export const deskRole = "unmask_desk";

/** What a login is. */
export interface LoginFacts {
  /** Superuser, set to pass policies by, or able to act as the owner of the tables. */
  readonly passesBy: boolean;
  /** The desk's role is there and may read every table. */
  readonly isRoleReady: boolean;
  /** This login may work in it. */
  readonly mayTakeRole: boolean;
}

/** Looks at the login of this connection. */
export async function readLogin<Tables>(tx: Transaction<Tables>): Promise<LoginFacts> {
  const { rows } = await sql<LoginFacts>`
    with desk as (select oid from pg_roles where rolname = ${deskRole}),
      tables as (select oid, relowner from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r')
    select
      coalesce((select r.rolsuper or r.rolbypassrls from pg_roles r where r.rolname = current_user), true)
        or exists (select 1 from tables t where pg_has_role(current_user, t.relowner, 'MEMBER')) as "passesBy",
      exists (select 1 from desk)
        and not exists (select 1 from tables t, desk d where not has_table_privilege(d.oid, t.oid, 'SELECT')) as "isRoleReady",
      coalesce((select pg_has_role(current_user, d.oid, 'MEMBER') from desk d), false) as "mayTakeRole"`.execute(tx);
  return rows[0] ?? { passesBy: true, isRoleReady: false, mayTakeRole: false };
}

/** Makes the role, or brings its rights up to date. */
export async function makeDeskRole<Tables>(tx: Transaction<Tables>, statements: string): Promise<void> {
  await sql.raw(statements).execute(tx);
}

/** From here on this connection works in the desk's role. */
export async function takeDeskRole<Tables>(tx: Transaction<Tables>): Promise<void> {
  await sql`set role ${sql.id(deskRole)}`.execute(tx);
}
