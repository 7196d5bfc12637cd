import { type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements about the course of a case: its acts counted by whose they are, and its acts whole, a pack at a time. */

/** Whose acts are counted together. `not-said`: the pack that they came in states nothing that can be used. */
export const sides = ["theirs", "perhaps", "hers", "others", "not-said"] as const;
export type SideOfAct = (typeof sides)[number];

/** Acts of one month on the clock of London, by kind, channel and side. */
export interface MonthCount {
  readonly month: string;
  readonly day: string;
  readonly kind: string;
  readonly channel: string;
  readonly side: SideOfAct;
  readonly acts: number;
  readonly night: number;
  /** How many of them are dated after a pack came that holds them. */
  readonly ahead: number;
}

/** Acts of these reports by day, kind, channel and side. An act that was handed over twice counts once, on the side that a pack names. */
export async function countCourse(tx: Transaction<CaseTables>, force: string, reports: readonly string[]): Promise<readonly MonthCount[]> {
  if (reports.length === 0) return [];
  const { rows } = await sql<MonthCount>`
    select to_char(at_london, 'YYYY-MM-DD') as day, to_char(at_london, 'YYYY-MM') as month, kind, channel, side,
        count(*) as acts, count(*) filter (where extract(hour from at_london) < 5) as night, count(*) filter (where is_ahead) as ahead
      from (select act_id, report_act.kind, channel, min(earliest) at time zone 'Europe/London' as at_london,
          bool_or(earliest > item.taken_at) as is_ahead,
          case when bool_or(whose in ('theirs as the record shows', 'theirs, she is sure')) then 'theirs'
            when bool_or(whose = 'perhaps theirs') then 'perhaps' when bool_or(whose = 'hers') then 'hers'
            when bool_or(whose is not null) then 'others' else 'not-said' end as side
        from report_act join item on item.force = report_act.force and item.id = report_act.item
        where report_act.force = ${force} and report_act.report in (${sql.join(reports)}) group by act_id, report_act.kind, channel) as once
      group by 1, 2, 3, 4, 5`.execute(tx);
  return rows;
}

/** An act as it is kept, whose it is, and what was found when its file was read again. */
export interface WholeAct {
  readonly ordinal: number;
  readonly act: string;
  readonly whose: string | null;
  readonly agreement: string;
}

/** The next acts of one pack behind an ordinal, whole. */
export async function wholeActs(
  tx: Transaction<CaseTables>,
  { force, item, after, limit }: { readonly force: string; readonly item: string; readonly after: number; readonly limit: number },
): Promise<readonly WholeAct[]> {
  return tx
    .selectFrom("report_act")
    .select(["ordinal", "act", "whose", "agreement"])
    .where("force", "=", force)
    .where("item", "=", item)
    .where("ordinal", ">", after)
    .orderBy("ordinal")
    .limit(limit)
    .execute();
}
