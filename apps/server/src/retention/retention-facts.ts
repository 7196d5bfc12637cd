import {
  type RetentionFacts,
  type RetentionReview,
  type RetentionState,
  type RetentionSubject,
  foldRetention,
  reviewOf,
} from "@unmask/case";
import type { Instant } from "@unmask/core";
import type { Transaction } from "kysely";
import { dayOnTheWall } from "../desk/clock-words.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { reportsOfSubject, restingOn } from "../sql/case/erasing.ts";
import { endedAt, endedSubjects, ordersOfCase, readRetention, retentionRules } from "../sql/case/retention.ts";

/** What is known about keeping one case or report. It asks as the machine: what rests on it may be closed to who looks. */

/** A case or a report with its review and what was decided. */
export interface KeptSubject {
  readonly subject: RetentionSubject;
  readonly facts: RetentionFacts;
  readonly state: RetentionState;
  readonly review: RetentionReview;
}

/** Applications that came to no order. */
const noOrder: ReadonlySet<string> = new Set(["not-pursued", "withdrawn", "refused"]);

/** All that has ended, the longest ago first; without what is closed to this officer. */
export async function keptSubjects(
  tx: Transaction<CaseTables>,
  { force, officer, now }: { readonly force: string; readonly officer: string | null; readonly now: Instant },
): Promise<readonly KeptSubject[]> {
  const kept: KeptSubject[] = [];
  for (const { of, id, ended } of await endedSubjects(tx, force, officer))
    kept.push(await keptOf(tx, force, { subject: { of, id }, ended, now }));
  return kept;
}

/** One of them; `end` of its review is null where it has not ended. */
export async function keptSubject(
  tx: Transaction<CaseTables>,
  force: string,
  { subject, now }: { readonly subject: RetentionSubject; readonly now: Instant },
): Promise<KeptSubject> {
  return keptOf(tx, force, { subject, ended: await endedAt(tx, force, subject), now });
}

async function keptOf(
  tx: Transaction<CaseTables>,
  force: string,
  { subject, ended, now }: { readonly subject: RetentionSubject; readonly ended: Instant | null; readonly now: Instant },
): Promise<KeptSubject> {
  const today = dayOnTheWall(now);
  const state = foldRetention(await readRetention(tx, force, subject));
  const facts = await factsOf(tx, force, { subject, ended: ended === null ? null : dayOnTheWall(ended), today });
  return { subject, facts, state, review: reviewOf(facts, state, { rules: await retentionRules(tx, force), today }) };
}

async function factsOf(
  tx: Transaction<CaseTables>,
  force: string,
  { subject, ended, today }: { readonly subject: RetentionSubject; readonly ended: string | null; readonly today: string },
): Promise<RetentionFacts> {
  const reports = await reportsOfSubject(tx, force, subject);
  const otherCases = await restingOn(tx, force, reports);
  const within: RetentionFacts["within"][number][] = [];
  for (const report of reports)
    if (subject.of === "case" || report !== subject.id)
      within.push({ report, ...foldRetention(await readRetention(tx, force, { of: "report", id: report })) });
  if (subject.of === "report") return { class: "never-a-case", end: ended, otherCases, within, courtDays: [], liveOrders: [] };
  const orders = await ordersOfCase(tx, force, subject.id);
  const lasts = orders.flatMap(({ over_from }) => (over_from === null ? [] : [over_from]));
  return {
    class: lasts.length === 0 ? "closed-no-order" : "order-ended",
    end: ended === null ? null : lasts.reduce((last, one) => (one > last ? one : last), ended),
    ...{ otherCases, within },
    courtDays: orders.flatMap(({ ahead }) => ahead.split(" ").filter((day) => day >= today)),
    liveOrders: orders
      .filter(({ stage, over_from }) => !noOrder.has(stage) && (over_from === null || over_from > today))
      .map(({ order_id }) => order_id),
  };
}
