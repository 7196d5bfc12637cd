import { type Transaction, sql } from "kysely";
import type { ActLine } from "./case-acts.ts";
import type { CaseTables } from "./case-tables.ts";

/** Statements about the acts that a draft application lists: those that are not hers and not of third people. */

const columns = [
  "report",
  "act_id",
  "item",
  "kind",
  "channel",
  "grade",
  "earliest",
  "latest",
  "from_name",
  "from_normal",
  "body",
  "exhibits",
  "agreement",
  "whose",
] as const;

/** An act of a draft. */
export type DraftAct = Pick<ActLine, (typeof columns)[number]>;

/** A sender whom the statement of a pack names as neither of the two, and one act of theirs, whole. */
export interface SenderOfOther {
  readonly item: string;
  readonly key: string;
  readonly act: string;
}

const senderKey = sql<string>`concat_ws(chr(31), item, channel, from_kind, from_normal, coalesce(from_name, ''))`;

/** Each of these senders once a pack and channel. */
export async function sendersOfOthers(
  tx: Transaction<CaseTables>,
  force: string,
  reports: readonly string[],
): Promise<readonly SenderOfOther[]> {
  if (reports.length === 0) return [];
  const { rows } = await sql<SenderOfOther>`
    select item, ${senderKey} as key, min(act) as act from report_act
      where force = ${force} and report in (${sql.join(reports)}) and whose = 'other' group by item, 2`.execute(tx);
  return rows;
}

/** Which acts are listed: of which reports, and who is a third person among those that are called others. */
export interface ActsOfDraft {
  readonly force: string;
  readonly reports: readonly string[];
  /** Keys of senders of whom nobody said anything: whose their acts are, nobody can say. */
  readonly open: readonly string[];
  /** Acts that somebody said are another's. */
  readonly saidOthers: readonly string[];
  /** Packs whose other side is somebody else than the subject. */
  readonly another: readonly string[];
}

/**
 * How far what is stated of an act tells whose it is: an act that was handed over twice is what the surest of its packs says. Up to 4 and at 7 it is
 * listed; 5 is hers, 6 a third person's.
 */
const step = ({ open, saidOthers, another }: Pick<ActsOfDraft, "open" | "saidOthers" | "another">) => sql<number>`case
  when item = any(${another}::text[]) and whose in ('theirs as the record shows', 'theirs, she is sure', 'perhaps theirs') then 7
  when whose = 'theirs as the record shows' then 0 when whose = 'theirs, she is sure' then 1 when whose = 'perhaps theirs' then 2
  when whose is null then 4 when whose = 'hers' then 5 when whose <> 'other' then 3
  when act_id = any(${saidOthers}::text[]) then 6 when ${senderKey} = any(${open}::text[]) then 7 else 6 end`;

const isListed = sql<boolean>`(step <= 4 or step = 7)`;

/** The newest acts of a draft, each once, at most `limit`; those of senders of whom nobody said anything take what room is left. */
export async function actsForDraft(
  tx: Transaction<CaseTables>,
  { limit, ...which }: ActsOfDraft & { readonly limit: number },
): Promise<readonly DraftAct[]> {
  const { force, reports } = which;
  if (reports.length === 0) return [];
  const all = sql.join(columns.map((one) => sql.ref(one)));
  const { rows } = await sql<DraftAct>`
    select ${all} from (
        select distinct on (act_id) ${all}, ordinal, ${step(which)} as step from report_act
          where force = ${force} and report in (${sql.join(reports)}) order by act_id, step, item collate "C" desc, ordinal desc) as once
      where ${isListed} order by step = 7, earliest desc, item collate "C" desc, ordinal desc limit ${limit}`.execute(tx);
  return rows;
}

/** How many acts a draft lists, and how many it does not: hers, and those of third people; each once. */
export interface DraftCount {
  readonly listed: number;
  readonly own: number;
  readonly others: number;
}

/** Counts them. */
export async function countForDraft(tx: Transaction<CaseTables>, which: ActsOfDraft): Promise<DraftCount> {
  const { force, reports } = which;
  const none: DraftCount = { listed: 0, own: 0, others: 0 };
  if (reports.length === 0) return none;
  const { rows } = await sql<DraftCount>`
    select count(*) filter (where ${isListed}) as listed, count(*) filter (where step = 5) as own, count(*) filter (where step = 6) as others
      from (select act_id, min(${step(which)}) as step from report_act
        where force = ${force} and report in (${sql.join(reports)}) group by act_id) as once`.execute(tx);
  return rows[0] ?? none;
}
