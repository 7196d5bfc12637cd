import { flag, object, ok, oneOf, text } from "@unmask/core";
import { sha256HexOf, textToBytes } from "@unmask/seal";
import { nodeSeedSize } from "@unmask/pack";
import { type DeskRoute, deskRoute, refuseByState } from "../../access/desk-route.ts";
import { nobodyReceives, recipientOf } from "../../access/recipient.ts";
import { exportForms, exportText, gatherCase } from "../../desk/case-export.ts";
import { findCase } from "../../desk/find-case.ts";
import { personsOfCase } from "../../desk/persons-shown.ts";
import { rowEntry } from "../../orders/order-row.ts";

/** A case leaves the desk for another system (docs/formats/case-export.md): who receives it and why are written before there is a file. */

const readAsked = object(({ must }) => ({
  recipient: must("recipient", text),
  format: must("format", oneOf(exportForms)),
  contact: must("contact", flag),
}));

const endings = { json: "json", case: "jsonld", csv: "csv" } as const;

/** Hands out a case in one of its forms. Every person and every order in it has an entry of the log, with the hash of the file. */
export const caseExported: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/cases/:case/export",
  operation: "export",
  about: ({ params }) => ({ case: params["case"] ?? "" }),
  body: readAsked,
  run: async (call) => {
    const { format, contact } = call.body;
    const recipient = recipientOf(call.body.recipient);
    if (recipient === undefined) return nobodyReceives;
    const found = await findCase(call);
    if (found === undefined) return { status: 404, body: { says: "Nothing was written in this case yet." }, shown: [] };
    const from = await gatherCase(call, found, { recipient, withContact: contact });
    if (from === undefined)
      return refuseByState({
        rule: "too-many-acts",
        says: "This case holds more acts than one file takes. Nothing was handed out.",
        allows: "Hand out its exhibits one by one: each act stands in one of them.",
      });
    const bytes = textToBytes(exportText(from, format, call.parts.random(nodeSeedSize)));
    const item = `case as ${format}, ${contact ? "with" : "without"} contact`;
    const entry = { typedRecipient: recipient, item, sha256: sha256HexOf(bytes) };
    const { streams } = from;
    return {
      body: {},
      shown: personsOfCase(found),
      entry,
      also: streams.flatMap(({ of, id }) =>
        of === "order" ? [{ ...rowEntry({ order_id: id, case_ref: from.case }), typedRecipient: recipient, sha256: entry.sha256 }] : [],
      ),
      file: { name: `case-${from.case}.${endings[format]}`, read: async () => ok(bytes) },
    };
  },
});
