import { mayDo } from "@unmask/case";
import { asMachine } from "../../access/as-machine.ts";
import { mayDoAs, relationOf } from "../../access/relation-of.ts";
import { type WatchCall, watchRoute } from "../../access/watch-route.ts";
import { openingsShown } from "../../desk/openings-shown.ts";
import { handedTo } from "../../sql/case/handed-over.ts";
import { openedSinceLooked } from "../../sql/case/openings.ts";
import { putOnSinceLooked } from "../../sql/case/membership.ts";
import { lastEventOf } from "../../sql/case/projections.ts";
import { lastEventOfOrder } from "../../sql/case/order-views.ts";
import { newsSince, parseMark } from "../../sql/case/queue-news.ts";

/** Whether anything has changed since somebody looked: in the queue (`since`, a mark of it), and in what is open (`report`, `case` or `order`). */

/**
 * `{queue, open}`: of the queue how many are new, were written to again, and are in danger that were not; of what is open the number of its last event.
 * Null for what was not asked, is not there, or is not this officer's to open: the three are the same. `waits`: what waits for this officer to read, by
 * how many; numbers of their own cases that somebody opened without need to know since they looked; and of cases that another put them on,
 * with the reports in them that are theirs, until they look.
 */
export const changes = watchRoute({
  path: "/desk/changes",
  operation: "sign-in",
  query: ["since", "report", "case", "order"],
  run: async (call) => ({ waits: await waiting(call), queue: await queueNews(call), open: await openNow(call) }),
});

async function waiting({ tx, parts, session }: WatchCall) {
  const who = { force: parts.force.id, officer: session.officer, now: parts.now() };
  const { relation } = await relationOf(tx, who, undefined);
  const may = (operation: "handover" | "review-opening"): boolean => mayDo(session.role, operation, relation).allowed;
  const handover = may("handover") ? (await handedTo(tx, who.force, who.officer)).length : 0;
  const opened = await openedSinceLooked(tx, who);
  const put = await putOnSinceLooked(tx, who);
  const asking = { tx, parts, officer: { id: who.officer }, now: who.now };
  const reviews = may("review-opening") ? (await openingsShown(asking)).filter(({ canReview }) => canReview).length : 0;
  return { handover, reviews, opened, put };
}

async function queueNews({ tx, parts, session, query }: WatchCall) {
  const mark = parseMark(query["since"] ?? "");
  const who = { force: parts.force.id, officer: session.officer, now: parts.now() };
  const { relation } = await relationOf(tx, who, undefined);
  if (mark === undefined || !mayDo(session.role, "see-queue", relation).allowed) return null;
  // Numbers of the rows that the queue shows, whatever case their reports stand in.
  return asMachine(tx, { officer: { id: who.officer }, now: who.now }, () => newsSince(tx, who, mark));
}

async function openNow({ tx, parts, session, query }: WatchCall): Promise<number | null> {
  const { report, case: ref, order } = query;
  const who = { force: parts.force.id, officer: session.officer, now: parts.now() };
  if (report !== undefined) {
    const standing = await relationOf(tx, who, { report });
    if (!mayDoAs(session.role, "open-report", standing).allowed) return null;
    return lastEventOf(tx, who.force, { of: "report", id: report });
  }
  if (order !== undefined) {
    const standing = await relationOf(tx, who, { order });
    if (!mayDoAs(session.role, "read-order", standing).allowed) return null;
    return lastEventOfOrder(tx, who.force, order);
  }
  if (ref === undefined) return null;
  const { relation } = await relationOf(tx, who, { case: ref });
  if (!mayDo(session.role, "read-case", relation).allowed) return null;
  return lastEventOf(tx, who.force, { of: "case", id: ref });
}
