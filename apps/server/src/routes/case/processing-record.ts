import { type ProcessingRecord, processingRecord, recordToCsv, recordToJson } from "@unmask/case";
import { object, oneOf, text } from "@unmask/core";
import { lawInForce, questionsOfRecord } from "@unmask/law";
import { sha256HexOf, textToBytes } from "@unmask/seal";
import { type DeskCall, type DeskRoute, deskRoute, noBody } from "../../access/desk-route.ts";
import { nobodyReceives, recipientOf } from "../../access/recipient.ts";
import { dayOnTheWall } from "../../desk/clock-words.ts";
import { readForceLaw } from "../../sql/case/force-law.ts";
import { retentionRules } from "../../sql/case/retention.ts";
import { tablesOfActivity } from "../../sql/case/tables-of-activities.ts";

/** The record of processing (docs/formats/processing-record.md): worked out each time it is asked for, and handed out as a file. */

/** The record as it holds today. */
export const recordShown: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/record",
  operation: "see-record",
  body: noBody,
  run: async (call) => ({ body: { ...(await recordOf(call)) }, shown: [] }),
});

const readHandedOut = object(({ must }) => ({ recipient: must("recipient", text), as: must("as", oneOf(["csv", "json"])) }));

/** Hands it out; who receives it is written. */
export const recordHandedOut: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/record/export",
  operation: "give-record",
  body: readHandedOut,
  run: async (call) => {
    const to = recipientOf(call.body.recipient);
    if (to === undefined) return nobodyReceives;
    const record = await recordOf(call);
    const written = call.body.as === "csv" ? recordToCsv(record) : recordToJson(record, call.now);
    const sha256 = sha256HexOf(textToBytes(written));
    return { body: { text: written }, shown: [], entry: { typedRecipient: to, item: `processing record of ${record.day}`, sha256 } };
  },
});

async function recordOf({ tx, parts, now }: Pick<DeskCall<unknown>, "tx" | "parts" | "now">): Promise<ProcessingRecord> {
  const day = dayOnTheWall(now);
  const { answers } = lawInForce(await readForceLaw(tx, parts.force.id), day);
  const force = questionsOfRecord().map(({ id, jurisdiction, question, default: careful }) => {
    const about = `${jurisdiction}/${id}`;
    const row = answers.get(about);
    const answer =
      row === undefined ? null : { says: row.says, confirmedBy: row.confirmedBy, confirmedOn: row.confirmedOn, from: row.from };
    return { about, question, careful, answer };
  });
  return processingRecord({ day, rules: await retentionRules(tx, parts.force.id), tablesOf: tablesOfActivity, force });
}
