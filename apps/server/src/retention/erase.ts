import { type ErasedLine, type RetentionSubject, erasedLineToJson, whyItStays } from "@unmask/case";
import type { Instant } from "@unmask/core";
import type { Transaction } from "kysely";
import { machineTransaction } from "../access/as-machine.ts";
import type { AccessLog, LogDraft } from "../access-log/access-log.ts";
import { wordsErased } from "../access-log/check-log.ts";
import { learnFactsOfSome } from "../learn/learn-facts-of-rows.ts";
import type { Database } from "../ports/database.ts";
import { eraseWords } from "../sql/case/access-log.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import {
  type ErasureScope,
  askAsOwner,
  countErased,
  eraseRows,
  erasedLines,
  putErased,
  reportsOfSubject,
  scopeOf,
  streamsOf,
  streamsStanding,
} from "../sql/case/erasing.ts";
import { agreedSubjects } from "../sql/case/retention.ts";
import { entriesToClear } from "./named-in-log.ts";
import { keptSubject } from "./retention-facts.ts";

/**
 * The erasure of docs/formats/retention.md. What goes is written down first, then the rows go in one transaction with the entries of the log that say so,
 * then the files: wherever it ends, the next run goes on from the line.
 */

/** The list outside the database. */
export interface ErasedList {
  /** Every line that is readable, in order; throws where one is damaged: something that must not be shown could stand again. */
  read(): Promise<readonly ErasedLine[]>;
  /** Adds a line; it is on the disk after this. */
  add(line: ErasedLine): Promise<void>;
  /** Says that an erasure runs, until `end`: whoever finds it so goes on. */
  begin(): Promise<void>;
  end(): Promise<void>;
  isUnfinished(): Promise<boolean>;
}

/** The folder's files that belong to items and to letters for other forces. */
export interface ErasedFiles {
  /** Names of those that are there. */
  standing(of: Pick<ErasedLine, "items" | "files">): Promise<readonly string[]>;
  remove(of: Pick<ErasedLine, "items" | "files">): Promise<void>;
}

/** With what is erased. */
export interface Erasing {
  readonly database: Pick<Database<CaseTables>, "transaction">;
  readonly force: string;
  readonly files: ErasedFiles;
  readonly now: Instant;
}

/** What would go, and why something that two people decided stays. */
export interface PlannedErasure {
  readonly subject: RetentionSubject;
  /** Sentences; empty where it goes. */
  readonly stays: readonly string[];
  readonly line: ErasedLine | undefined;
  readonly rows: Readonly<Record<string, number>>;
  readonly files: number;
  /** Entries of the log whose words go. */
  readonly reasons: number;
  /** Numbers of entries whose words can be of somebody in it, and stay. */
  readonly unclear: readonly number[];
}

/** What two people decided, with what would go of each; nothing is changed. */
export async function planErasures({ database, force, files, now }: Erasing): Promise<readonly PlannedErasure[]> {
  const found = await machineTransaction(database, async (tx) => {
    const plans: Omit<PlannedErasure, "files">[] = [];
    for (const subject of await agreedSubjects(tx, force)) plans.push(await planOf(tx, { force, subject, now }));
    return plans;
  });
  const plans: PlannedErasure[] = [];
  for (const plan of found) plans.push({ ...plan, files: plan.line === undefined ? 0 : (await files.standing(plan.line)).length });
  return plans;
}

async function planOf(
  tx: Transaction<CaseTables>,
  { force, subject, now }: { readonly force: string; readonly subject: RetentionSubject; readonly now: Instant },
): Promise<Omit<PlannedErasure, "files">> {
  const { state, review } = await keptSubject(tx, force, { subject, now });
  const nothing = { subject, line: undefined, rows: {}, reasons: 0, unclear: [] };
  const { proposed, agreed } = state;
  if (proposed === null || agreed === null) return { ...nothing, stays: ["Two people have not agreed."] };
  const stays = whyItStays(review, proposed.asked);
  if (stays.length > 0) return { ...nothing, stays };
  const reports = await reportsOfSubject(tx, force, subject);
  const scope = await scopeOf(tx, { force, case: subject.of === "case" ? subject.id : null, reports });
  const line: ErasedLine = {
    subject,
    at: now,
    streams: await streamsOf(tx, scope),
    items: scope.items,
    files: scope.handed,
    rule: `${review.rule.class} ${review.rule.months} ${review.due ?? ""}`,
    first: proposed.by,
    second: agreed.by,
    facts: await learnFactsOfSome(tx, force, { cases: scope.case === null ? [] : [scope.case], reports, orders: scope.orders }),
  };
  const { clear, unclear } = await entriesToClear(tx, scope);
  return { subject, stays, line, rows: await countErased(tx, scope, clear), reasons: clear.length, unclear };
}

/** What an erasure writes with. */
export interface Eraser extends Erasing {
  readonly log: Pick<AccessLog, "write">;
  readonly list: ErasedList;
  /** Writes the tables anew, so that no page of what went is left on the disk. */
  readonly writeAnew: () => Promise<void>;
}

/** Erases what two people decided: what of it went. */
export async function eraseDecided(eraser: Eraser): Promise<readonly PlannedErasure[]> {
  const plans = await planErasures(eraser);
  const lines = plans.flatMap(({ line }) => (line === undefined ? [] : [line]));
  await eraseLines(eraser, lines, true);
  return plans;
}

/** Erases these; new ones are put into the list first. */
export async function eraseLines(eraser: Eraser, lines: readonly ErasedLine[], areNew: boolean): Promise<void> {
  if (lines.length === 0 && !(await eraser.list.isUnfinished())) return;
  await eraser.list.begin();
  for (const line of lines) {
    if (areNew) await eraser.list.add(line);
    await carryOut(eraser, line);
  }
  await eraser.writeAnew();
  await eraser.list.end();
}

/** The lines of which something stands, or that the rows do not know: a run was killed, or an older copy was put back. */
export async function standingAgain(
  { database, force, files }: Omit<Erasing, "now">,
  list: Pick<ErasedList, "read">,
): Promise<readonly ErasedLine[]> {
  const lines = await list.read();
  const rows = await machineTransaction(database, async (tx) => {
    const standing: ErasedLine[] = [];
    const known = new Set(await erasedLines(tx, force));
    for (const line of lines)
      if (!known.has(erasedLineToJson(line)) || (await streamsStanding(tx, force, line.streams)).length > 0) standing.push(line);
    return new Set(standing);
  });
  const found: ErasedLine[] = [];
  for (const line of lines) if (rows.has(line) || (await files.standing(line)).length > 0) found.push(line);
  return found;
}

/** Erases one line: rows and entries in one transaction, then the files. Once more it finds nothing and writes nothing. */
async function carryOut({ log, files, force }: Pick<Eraser, "log" | "files" | "force">, line: ErasedLine): Promise<void> {
  await log.write(async (tx) => {
    await askAsOwner(tx);
    const scope = await scopeOfLine(tx, force, line);
    await putErased(tx, force, line, erasedLineToJson(line));
    if (scope === undefined) return { value: undefined, drafts: [] };
    const { clear: numbers } = await entriesToClear(tx, scope);
    await eraseRows(tx, scope, numbers);
    for (const number of numbers) await eraseWords(tx, number);
    return { value: undefined, drafts: [...numbers.map(wordsGone), allGone(line)] };
  });
  await files.remove(line);
}

/** Of the line what stands; a number that was given to another since is another's. */
async function scopeOfLine(
  tx: Transaction<CaseTables>,
  force: string,
  { streams, items, files }: ErasedLine,
): Promise<ErasureScope | undefined> {
  const standing = await streamsStanding(tx, force, streams);
  if (standing.length === 0) return undefined;
  const ids = (of: string): readonly string[] => standing.filter((one) => one.of === of).map(({ id }) => id);
  const scope = await scopeOf(tx, { force, case: ids("case")[0] ?? null, reports: ids("report") });
  return {
    ...scope,
    orders: [...new Set([...scope.orders, ...ids("order")])],
    items: [...new Set([...scope.items, ...items])],
    handed: [...new Set([...scope.handed, ...files])],
  };
}

function wordsGone(number: number): LogDraft {
  return { op: "erase", what: wordsErased, actor: "desk", item: String(number), reason: "other" };
}

function allGone({ subject, rule, first, second }: ErasedLine): LogDraft {
  const of = subject.of === "case" ? { case: subject.id } : { report: subject.id };
  return { op: "erase", what: "erase-case", actor: "desk", ...of, item: rule, recipients: [first, second], reason: "other" };
}
