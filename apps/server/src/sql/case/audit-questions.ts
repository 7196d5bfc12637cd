import { type Instant, instantToIso } from "@unmask/core";
import type { Transaction } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements about what an auditor asks officers of their looks. */

/** Questions of one page: the newest. */
const questionsAtOnce = 200;

/** Whose entry it is, and what it was, without its words; undefined where the machine wrote it or nobody did. */
export async function entryAskedOf(tx: Transaction<CaseTables>, force: string, number: number) {
  return tx
    .selectFrom("access_log")
    .innerJoin("officer", "officer.id", "access_log.actor")
    .select(["access_log.number", "access_log.actor", "access_log.case_ref as case", "access_log.report"])
    .where("access_log.number", "=", number)
    .where("officer.force", "=", force)
    .executeTakeFirst();
}

/** Puts a question down. */
export async function putQuestion(
  tx: Transaction<CaseTables>,
  {
    asked_at,
    ...row
  }: {
    readonly id: string;
    readonly force: string;
    readonly number: number;
    readonly officer: string;
    readonly asked_by: string;
    readonly asked_at: Instant;
    readonly words: string;
  },
): Promise<void> {
  await tx
    .insertInto("audit_question")
    .values({ ...row, asked_at: instantToIso(asked_at) })
    .execute();
}

/** The officer answers, once. False where there is no such question to them, or it was answered or closed. */
export async function answerQuestion(
  tx: Transaction<CaseTables>,
  { id, officer, at, words }: { readonly id: string; readonly officer: string; readonly at: Instant; readonly words: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("audit_question")
    .set({ answered_at: instantToIso(at), answer: words })
    .where("id", "=", id)
    .where("officer", "=", officer)
    .where("answered_at", "is", null)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The auditor closes it, answered or not. False where there is none that is open. */
export async function closeQuestion(
  tx: Transaction<CaseTables>,
  closed: { readonly id: string; readonly force: string; readonly at: Instant; readonly outcome: string; readonly words: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("audit_question")
    .set({ closed_at: instantToIso(closed.at), outcome: closed.outcome, closing: closed.words })
    .where("id", "=", closed.id)
    .where("force", "=", closed.force)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Questions of a force, the newest first; of one officer where one is named. */
export async function listQuestions(tx: Transaction<CaseTables>, force: string, officer?: string) {
  let query = tx
    .selectFrom("audit_question")
    .innerJoin("officer", "officer.id", "audit_question.officer")
    .innerJoin("access_log", "access_log.number", "audit_question.number")
    .select(["audit_question.id", "audit_question.number", "officer.name", "audit_question.asked_at as askedAt", "audit_question.words"])
    .select(["audit_question.answered_at as answeredAt", "audit_question.answer", "audit_question.closed_at as closedAt"])
    .select(["audit_question.outcome", "audit_question.closing"])
    .select(["access_log.at", "access_log.what", "access_log.report", "access_log.case_ref as case"])
    .where("audit_question.force", "=", force);
  if (officer !== undefined) query = query.where("audit_question.officer", "=", officer);
  return query.orderBy("audit_question.asked_at", "desc").orderBy("audit_question.id").limit(questionsAtOnce).execute();
}

/** How many an officer has not answered. */
export async function countQuestionsTo(tx: Transaction<CaseTables>, force: string, officer: string): Promise<number> {
  const row = await tx
    .selectFrom("audit_question")
    .select((of) => of.fn.countAll<number>().as("many"))
    .where("force", "=", force)
    .where("officer", "=", officer)
    .where("answered_at", "is", null)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return row?.many ?? 0;
}
