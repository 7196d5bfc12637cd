import { type KeptEdition, editionsToCsv, editionsToJson, hiddenCells, monthOf, publishedOf } from "@unmask/case";
import { list, object, oneOf, text } from "@unmask/core";
import { sha256HexOf, textToBytes } from "@unmask/seal";
import { asMachine } from "../../access/as-machine.ts";
import type { DeskParts } from "../../access/desk-parts.ts";
import { type DeskCall, type DeskRoute, deskRoute, noBody, refuseAsChanged, refuseByState } from "../../access/desk-route.ts";
import { nobodyReceives, recipientOf } from "../../access/recipient.ts";
import { closedMonths, draftOf, markOf } from "../../learn/draft-edition.ts";
import { learnFactsIn } from "../../learn/learn-facts-of-rows.ts";

/** What is learned of closed months: what was published, what could be next, and what is handed out. Nobody is in any of it. */

/** Every edition so far. */
export const learned: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/learn",
  operation: "see-learn",
  body: noBody,
  run: async ({ parts, now }) => {
    const editions = await readLedger(parts);
    return { body: { now, running: monthOf(now), editions: editions.map(publishedOf) }, shown: [] };
  },
});

/** What would be published of a month, beside its last edition and what somebody with every edition could work out of it. */
export const editionDrafted: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/learn/edition",
  operation: "publish-edition",
  query: ["month"],
  body: noBody,
  run: async (call) => {
    const { months, draft, ledger, month } = await drafted(call, call.query["month"]);
    const last = ledger.findLast((one) => one.month === month);
    return {
      body: {
        now: call.now,
        month: month ?? null,
        months,
        last: last === undefined ? null : publishedOf(last),
        draft:
          draft === undefined
            ? null
            : { edition: publishedOf(draft), hidden: hiddenCells(draft, ledger), beside: ledger.length, mark: markOf(draft) },
      },
      shown: [],
      entry: { item: `edition ${draft?.edition ?? month ?? "none"}` },
    };
  },
});

const readPublished = object(({ must }) => ({ month: must("month", text), mark: must("mark", text) }));

const publishing: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/learn/edition",
  operation: "publish-edition",
  body: readPublished,
  run: async (call) => {
    const { draft } = await drafted(call, call.body.month);
    if (draft?.month !== call.body.month)
      return refuseByState({
        rule: "nothing-to-publish",
        says: "Nothing of this month is to be published: it is not over, or its counts are those of its last edition.",
        allows: "Choose a month that is closed and has no edition, or of which a count has changed.",
      });
    if (markOf(draft) !== call.body.mark)
      return refuseAsChanged("What would be published is not what you read: a count has changed since.");
    return {
      body: { edition: draft.edition },
      shown: [],
      entry: { item: `edition ${draft.edition}`, sha256: call.body.mark },
      // Written first, then kept: nothing is published of which no entry tells.
      finish: async () => {
        await call.parts.editions.keep(draft);
        return {};
      },
    };
  },
});

/** A person publishes the edition that they read. */
export const editionPublished: DeskRoute = {
  ...publishing,
  handle: (request, parts) => parts.editions.inTurn(() => publishing.handle(request, parts)),
};

const readHandedOut = object(({ must }) => ({
  recipient: must("recipient", text),
  months: must("months", list(text)),
  as: must("as", oneOf(["csv", "json"])),
}));

/** Hands out every edition of some months; who receives it is written. */
export const editionsHandedOut: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/learn/export",
  operation: "publish-edition",
  body: readHandedOut,
  run: async ({ parts, body: { recipient, months, as } }) => {
    const to = recipientOf(recipient);
    if (to === undefined) return nobodyReceives;
    const editions = (await readLedger(parts)).filter(({ month }) => months.includes(month));
    const written = as === "csv" ? editionsToCsv(editions) : editionsToJson(editions);
    // Of what is handed out, never as it was asked for: an entry holds no text that somebody sent.
    const of = editions.map(({ month }) => month).toSorted();
    return {
      body: { text: written },
      shown: [],
      entry: {
        typedRecipient: to,
        item: `statistics ${of.at(0) ?? "none"} to ${of.at(-1) ?? "none"}`,
        sha256: sha256HexOf(textToBytes(written)),
      },
    };
  },
});

async function readLedger(parts: Pick<DeskParts, "editions">): Promise<readonly KeptEdition[]> {
  const editions = await parts.editions.read();
  if (editions.ok) return editions.value;
  return refuseByState({ rule: "editions-damaged", says: editions.error, allows: "Tell whoever runs the server." });
}

/** What could be published, of the month that was asked for or of the newest that has something to publish. */
async function drafted(call: DeskCall<unknown>, asked: string | undefined) {
  const { tx, parts, now } = call;
  const ledger = await readLedger(parts);
  const facts = await asMachine(tx, call, () => learnFactsIn(tx, parts.force.id));
  const months = closedMonths(facts, ledger, now);
  const chosen = months.find(({ month, hasChanged }) => (asked === undefined ? hasChanged : month === asked)) ?? months[0];
  const draft = chosen?.hasChanged === true ? draftOf(facts, ledger, { month: chosen.month, now }) : undefined;
  return { ledger, months, draft, month: chosen?.month };
}
