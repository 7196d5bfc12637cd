import type { Instant } from "@unmask/core";
import {
  type QueueRule,
  type QueueStanding,
  type ReportState,
  foldReport,
  longSince,
  matterOf,
  parseStanding,
  standingsOf,
} from "@unmask/case";
import type { Transaction } from "kysely";
import { listClosed } from "../sql/case/barred.ts";
import { readStreams } from "../sql/case/case-events.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { pairsIntoBarred } from "../sql/case/link-pairs.ts";
import { type QueuePlace, type QueueReader, type WholeQueue, queuePage, wholeQueue } from "../sql/case/queue-rows.ts";
import { casesOfRows, familyOf } from "./project.ts";

/**
 * The queue as one officer may read it. A row is worked out once for everybody; where a link in it leads to a case that is closed to the officer,
 * it is worked out again without that link, in its place, its group and its count too: else it would say that another report holds the same number.
 */

/** A row with its place. */
export interface PlacedRow extends QueuePlace {
  readonly standing: QueueStanding;
}

/** Which part of the queue is asked for. */
export interface QueuePart {
  readonly rule: QueueRule;
  readonly now: Instant;
  readonly after: QueuePlace | undefined;
  readonly limit: number;
}

/** Rows after a place, at most `limit`, and what stands over all of them. It reads as the machine: `asMachine` stands around it. */
export async function queueFor(
  tx: Transaction<CaseTables>,
  reader: QueueReader,
  { rule, now, after, limit }: QueuePart,
): Promise<WholeQueue & { readonly found: readonly PlacedRow[] }> {
  const long = longSince(rule, now);
  const own = await rowsApart(tx, reader, rule);
  const others = { ...reader, except: own.reports };
  const found = (await queuePage(tx, others, { after, limit })).map((row) => ({ ...row, standing: standingOf(row.standing) }));
  const whole = await wholeQueue(tx, others, long);
  if (own.reports.length === 0) return { ...whole, found };
  const between = own.rows.filter((row) => after === undefined || compare(row, after) > 0);
  return {
    found: [...found, ...between].sort(compare).slice(0, limit),
    counts: own.rows.reduce((counts, row) => counted(counts, row, long), withMatters(whole.counts, own.rows)),
    mine: whole.mine + own.rows.filter(({ standing }) => standing.officer === reader.officer).length,
    // By what stands in the rows of everybody, as what came since is counted.
    mark: (await wholeQueue(tx, reader, long)).mark,
  };
}

/** Rows that are worked out for this officer, and the reports that they stand for. */
interface RowsApart {
  readonly reports: readonly string[];
  readonly rows: readonly PlacedRow[];
}

async function rowsApart(tx: Transaction<CaseTables>, { force, officer }: QueueReader, rule: QueueRule): Promise<RowsApart> {
  const hidden = await pairsIntoBarred(tx, { force, officer });
  if (hidden.length === 0) return { reports: [], rows: [] };
  const links = new Set(hidden.map(({ link }) => link));
  const closed = new Set(await listClosed(tx, { force, officer }));
  const reports = await familyOf(tx, force, { seeds: hidden.map(({ report }) => report), cases: [] });
  const streams = await readStreams(tx, force, { of: "report", ids: reports });
  const states = [...streams].map(([report, events]) => without(foldReport(report, events), links));
  const cases = await casesOfRows(tx, force, states);
  const rows = standingsOf(states, rule, cases).filter(({ row }) => !closed.has(row.report));
  return { reports, rows: rows.map(placed) };
}

function without(state: ReportState, hidden: ReadonlySet<string>): ReportState {
  return { ...state, links: state.links.filter(({ link }) => !hidden.has(link)) };
}

function placed(standing: QueueStanding): PlacedRow {
  const { place, row } = standing;
  const { since, opened } = row.unread;
  return { place, opened: opened ? 1 : 0, since, number: Number(row.report.slice("R-".length)), standing };
}

function compare(one: QueuePlace, other: QueuePlace): number {
  return one.place - other.place || one.opened - other.opened || one.since - other.since || one.number - other.number;
}

function counted(counts: WholeQueue["counts"], { standing, opened, since }: PlacedRow, long: Instant): WholeQueue["counts"] {
  const { group, ahead, broken } = standing.row;
  const key = ahead === true ? "ahead" : group;
  const one = (of: boolean): number => (of ? 1 : 0);
  return {
    ...counts,
    all: counts.all + 1,
    [key]: counts[key] + 1,
    broken: counts.broken + one(broken === true),
    long: counts.long + one(opened === 0 && since < long),
  };
}

/** No case of a row that is this officer's own has another row: what is read as one and what belongs to one case is worked out together. */
function withMatters(counts: WholeQueue["counts"], rows: readonly PlacedRow[]): WholeQueue["counts"] {
  const all = rows.map(({ standing }) => standing);
  const matters = (some: readonly QueueStanding[]): number => new Set(some.map(({ row }) => matterOf(row))).size;
  return {
    ...counts,
    matters: counts.matters + matters(all.filter(({ row }) => row.group === "danger")),
    alone: counts.alone + matters(all.filter(({ isAlone }) => isAlone)),
  };
}

function standingOf(written: string): QueueStanding {
  const standing = parseStanding(written);
  if (!standing.ok) throw new Error(`a row of the queue is damaged: ${standing.error}. Make it anew: unmask force rebuild`);
  return standing.value;
}
