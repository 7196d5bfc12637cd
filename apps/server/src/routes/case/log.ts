import { type Instant, later, msPerDay, parseInstant } from "@unmask/core";
import { asMachine } from "../../access/as-machine.ts";
import { type DeskRoute, deskRoute, noBody } from "../../access/desk-route.ts";
import { readEntry } from "../../access-log/entry.ts";
import { readHead } from "../../sql/case/access-log.ts";
import { openingsBetween } from "../../sql/case/openings.ts";
import { checkpointsOf, looksByOfficer, looksOf } from "../../sql/case/audit-view.ts";

/** The auditor's view: who looked, at whom and why, never what was there. Each look at the log stands in the log. */

/** Days of the first page. */
const shownDays = 7;

/** Openings without need to know of one answer: more in these days are in the log. */
const mostOpenings = 200;

/** Per officer, for the days asked for: `from` and `until` in milliseconds, the last week without them. */
export const logByOfficer: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/log",
  operation: "read-log",
  query: ["from", "until"],
  body: noBody,
  run: async (call) => {
    const { tx, parts, now, query } = call;
    const until = instantOf(query["until"]) ?? later(now, 1);
    const from = instantOf(query["from"]) ?? later(until, -shownDays * msPerDay);
    // Which case is closed to whom is of that case; the auditor gets how many looks were at oneself, and no more of it.
    const officers = await asMachine(tx, call, () => looksByOfficer(tx, { from, until }));
    const head = await readHead(tx, parts.force.id);
    const checkpoints = await checkpointsOf(tx, parts.force.id);
    const openedAnyway = await asMachine(tx, call, () => openingsBetween(tx, { force: parts.force.id, from, until, limit: mostOpenings }));
    return {
      body: { from, until, officers, openedAnyway, entries: head?.size ?? 0, checkpoint: head?.checkpoint ?? "", checkpoints },
      shown: [],
    };
  },
});

/** Entries by officer, person or case; without a task; refused. A page, in order of number. */
export const logEntries: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/log/entries",
  operation: "read-log",
  query: ["officer", "person", "case", "withoutTask", "refused", "after"],
  body: noBody,
  run: async ({ tx, query }) => {
    const { officer, person, after } = query;
    const looks = await looksOf(tx, {
      officer,
      person,
      case: query["case"],
      withoutTask: query["withoutTask"] === "yes",
      refused: query["refused"] === "yes",
      after: after !== undefined && /^\d{1,15}$/.test(after) ? Number(after) : undefined,
    });
    // A person of whom no entry is shown may be any text that was sent: it is written nowhere.
    return { body: { looks: looks.map(withRecipients) }, shown: person === undefined || looks.length === 0 ? [] : [person] };
  },
});

/** Who received it: ids and codes as the entry holds them; what was typed as long as it stands, and whether it was erased. */
function withRecipients({ entry, typed, ...look }: Awaited<ReturnType<typeof looksOf>>[number]) {
  const read = readEntry(entry);
  const said = read.ok ? read.value : undefined;
  const isErased = said !== undefined && said.typed !== null && typed === null;
  return { ...look, recipients: said?.recipients ?? [], typedRecipient: typed, isRecipientErased: isErased };
}

function instantOf(text: string | undefined): Instant | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? parseInstant(Number(text)) : undefined;
}
