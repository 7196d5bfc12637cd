import { type Instant, instantToIso } from "@unmask/core";
import { operationIds, operations } from "@unmask/case";
import { type Kysely, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements of the auditor's view: who looked, at whom, why. Never what was there. */

/** What the view is asked for. What is left out is not asked. */
export interface LookFilter {
  /** An officer's id, or `desk` for what nobody did: taken in, written by the desk itself, refused at the door. */
  readonly officer?: string | undefined;
  readonly person?: string | undefined;
  readonly case?: string | undefined;
  /** Only looks that name no task. */
  readonly withoutTask?: boolean | undefined;
  /** Only refusals. */
  readonly refused?: boolean | undefined;
  /** Only after this number. */
  readonly after?: number | undefined;
}

/** As whom the entries of no officer are counted and asked for: one row, whichever part of the program wrote them. */
const byItself = "desk";

/**
 * What somebody must say why of: only such a look can name a task and does not. A row of the queue, a preview and the list of one's own cases rest on
 * the reason given at sign-in, and are most of what a shift does: counted too, they hid the looks that an auditor asks about.
 */
const askedWhy = operationIds.filter(
  (id) => operations[id].reason === "own" && ["consult", "combine", "disclose"].includes(operations[id].op),
);

/** A look at a person that was allowed, with a reason of its own that names no task (docs/access.md); `of` is the log in the statement. */
function namesNoTask(of: string) {
  const column = (name: string) => sql.ref(`${of}.${name}`);
  return sql<boolean>`(${column("task")} is null and ${column("person")} is not null and ${column("result")} = 'allowed'
    and ${column("what")} in (${sql.join(askedWhy)}) and ${column("op")} in ('consult', 'combine', 'disclose'))`;
}

/** Entries of one page. */
const looksAtOnce = 200;

/** Entries of a force's log, in order of number: a page. */
export async function looksOf(db: Kysely<CaseTables>, filter: LookFilter) {
  let query = db
    .selectFrom("access_log")
    .leftJoin("officer", "officer.id", "access_log.actor")
    .select(["access_log.number", "access_log.at", "access_log.op", "access_log.what", "access_log.actor", "officer.name"])
    .select(["access_log.report", "access_log.case_ref as case", "access_log.person", "access_log.task", "access_log.result"])
    .select(["access_log.words", "access_log.typed", "access_log.entry", "access_log.hash"])
    .where("access_log.number", ">", filter.after ?? 0);
  if (filter.officer === byItself) query = query.where("officer.id", "is", null);
  else if (filter.officer !== undefined) query = query.where("access_log.actor", "=", filter.officer);
  if (filter.person !== undefined) query = query.where("access_log.person", "=", filter.person);
  if (filter.case !== undefined) query = query.where("access_log.case_ref", "=", filter.case);
  if (filter.refused === true) query = query.where("access_log.result", "=", "refused");
  if (filter.withoutTask === true) query = query.where(namesNoTask("access_log"));
  return query.orderBy("access_log.number").limit(looksAtOnce).execute();
}

/** Per officer: how many of each of the six kinds of s62(1), refusals, and looks without a task. Without a task first, then number: it is no measure of work. */
export async function looksByOfficer(db: Kysely<CaseTables>, { from, until }: { readonly from: Instant; readonly until: Instant }) {
  const { rows } = await sql<{
    readonly officer: string;
    readonly name: string | null;
    readonly role: string | null;
    readonly collect: number;
    readonly consult: number;
    readonly combine: number;
    readonly alter: number;
    readonly disclose: number;
    readonly erase: number;
    readonly refused: number;
    readonly noTask: number;
    readonly atOneself: number;
  }>`select coalesce(o.id, ${byItself}) as officer, max(o.name) as name, max(o.role) as role,
      count(*) filter (where l.op = 'collect') as collect, count(*) filter (where l.op = 'consult') as consult, count(*) filter (where l.op = 'combine') as combine,
      count(*) filter (where l.op = 'alter') as alter, count(*) filter (where l.op = 'disclose') as disclose,
      count(*) filter (where l.op = 'erase') as erase,
      count(*) filter (where l.result = 'refused') as refused,
      count(*) filter (where ${namesNoTask("l")}) as "noTask",
      count(*) filter (where b.officer is not null) as "atOneself"
    from access_log l left join officer o on o.id = l.actor
      left join case_barred b on b.officer = l.actor and b.case_ref = l.case_ref
    where l.at >= ${instantToIso(from)}::timestamptz and l.at < ${instantToIso(until)}::timestamptz
    group by 1
    order by count(*) filter (where ${namesNoTask("l")}) desc, count(*) desc, min(l.actor) collate "C"`.execute(db);
  return rows;
}

/** Checkpoints kept, the newest first. */
export async function checkpointsOf(db: Kysely<CaseTables>, force: string) {
  return db
    .selectFrom("access_checkpoint")
    .select(["size", "at", "note"])
    .where("force", "=", force)
    .orderBy("size", "desc")
    .limit(31)
    .execute();
}
