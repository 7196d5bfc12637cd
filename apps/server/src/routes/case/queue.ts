import { type Instant, fault, instantFromIso, instantToIso } from "@unmask/core";
import { type QueueStanding, headOf, queueToJson, rowsOf } from "@unmask/case";
import { asMachine } from "../../access/as-machine.ts";
import { type DeskRoute, deskRoute, noBody, refuseByState } from "../../access/desk-route.ts";
import { nobodyReceives, recipientOf } from "../../access/recipient.ts";
import { queueRuleOf } from "../../desk/desk-rules.ts";
import { queueFor } from "../../desk/queue-for-officer.ts";
import { type QueuePlace, placesInQueue } from "../../sql/case/queue-rows.ts";
import { sayMark } from "../../sql/case/queue-news.ts";
import { readExport } from "./export-asked.ts";
import { namesOfOfficers } from "../../sql/case/officers.ts";

/** The queue: who waits, in the order of the force's rule. */

/** Rows of one answer: each is an entry of the log, and a screen holds fewer. What comes after is asked for with `after`. */
const rowsAtOnce = 50;

/** Rows that one list may name when it is handed out; more is no list that a person reads. */
const mostRows = 1_000;

/** A page of rows with what stands over the whole queue. Every row stands in the log, under whom it shows. */
export const queue: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/queue",
  operation: "see-queue",
  query: ["after"],
  body: noBody,
  run: async (call) => {
    const { tx, parts, officer, now, query } = call;
    const rule = await queueRuleOf(tx, parts.force);
    const reader = { force: parts.force.id, officer: officer.id };
    const { after, before } = placeIn(query["after"] ?? "");
    // A row of the queue is shown to the desk whatever case its report stands in, and opens nothing; a case that is barred to the officer has none.
    const part = { rule, now, after, limit: rowsAtOnce + 1 };
    const { found, counts, mark, mine } = await asMachine(tx, call, () => queueFor(tx, reader, part));
    const placed = found.slice(0, rowsAtOnce);
    const standings = placed.map(({ standing }) => standing);
    const nameOf = await namesOfOfficers(tx, parts.force.id);
    const rows = rowsOf(standings, { rule, now, nameOf, before });
    const head = headOf(counts, rule);
    const last = placed.at(-1);
    const next = found.length > rowsAtOnce && last !== undefined ? { next: sayPlace(last, before + placed.length) } : {};
    return { body: { ...queueToJson({ head, rows }), mine, mark: sayMark(mark), ...next }, shown: [], also: standings.map(entryOf) };
  },
});

function entryOf({ row }: QueueStanding) {
  return { report: row.report, case: row.case ?? null, person: `${row.report}/reporter` };
}

/** Where a page goes on, as `RANK.PLACE.OPENED.SINCE.NUMBER`. */
function sayPlace({ place, opened, since, number }: QueuePlace, rank: number): string {
  return [rank, place, opened, instantToIso(since).replace(".", "_"), number].join(".");
}

function placeIn(written: string): { readonly after: QueuePlace | undefined; readonly before: number } {
  const parts = /^(\d{1,9})\.(\d{1,2})\.([01])\.([0-9TZ:_-]{20,30})\.(\d{1,9})$/.exec(written);
  const since: Instant | undefined = instantFromIso((parts?.[4] ?? "").replace("_", "."));
  if (parts === null || since === undefined) return { after: undefined, before: 0 };
  const [before, place, opened, number] = [parts[1], parts[2], parts[3], parts[5]].map(Number);
  return { after: { place: place ?? 0, opened: opened ?? 0, since, number: number ?? 0 }, before: before ?? 0 };
}

/** A list of the queue leaves the desk: who receives it and why are written, for each report in it, before there is a file. */
export const queueExport: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/queue/export",
  operation: "export",
  body: (value, path) => {
    const asked = readExport(value, path);
    return asked.about.length > mostRows ? fault(`${path}.about`, `names more than ${mostRows} reports`) : asked;
  },
  run: async (call) => {
    const { tx, parts, officer, body } = call;
    const { about } = body;
    const recipient = recipientOf(body.recipient);
    if (recipient === undefined) return nobodyReceives;
    // Rows as the queue shows them.
    const places = await asMachine(tx, call, () => placesInQueue(tx, { force: parts.force.id, officer: officer.id }, about));
    // One that is not there and one that is closed to this officer are not told apart, and no entry says that either was handed out.
    if (places.length < about.length)
      return refuseByState({
        rule: "not-in-queue",
        says: "Not all of these stand in the queue that you see. Nothing was handed out.",
        allows: "Read the queue again, and hand out what stands there.",
      });
    const also = places.map(({ report, case_ref }) => ({
      report,
      case: case_ref,
      person: `${report}/reporter`,
      typedRecipient: recipient,
    }));
    return { body: {}, shown: [], entry: { typedRecipient: recipient, item: "queue" }, also };
  },
});
