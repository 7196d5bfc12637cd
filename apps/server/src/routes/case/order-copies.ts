import { type ReadValue, object, text } from "@unmask/core";
import type { OperationId } from "@unmask/case";
import { base64ToBytes, sha256HexOf } from "@unmask/seal";
import { type DeskCall, type DeskRoute, deskRoute, refuseByState } from "../../access/desk-route.ts";
import { subjectOf } from "../../orders/order-persons.ts";
import { putPapers } from "../../sql/case/order-papers.ts";
import { ofOrder } from "./order-written.ts";

/** Copies that come on paper and are scanned: what a court made, what a service left. Kept as they came, sealed, and never shown inside the desk. */

/** Bytes of one scan: stops a body that would fill memory and disk. */
const mostBytes = 12_000_000;
/** The same as base64 with what stands around it. */
const mostBody = Math.ceil(mostBytes / 3) * 4 + 4_096;
/** UTF-16 units of what it is called. */
const longestName = 200;

/** What a scan begins with; no other file is taken, whatever it is called. */
const beginnings = [
  { form: "pdf", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { form: "jpeg", bytes: [0xff, 0xd8, 0xff] },
  { form: "png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
] as const;

interface Scan {
  readonly name: string;
  readonly file: string;
}
const scan: ReadValue<Scan> = object(({ must }) => ({ name: must("name", text), file: must("file", text) }));

/** Takes a copy in; the exhibit and the hash by which a result or a service names it. */
function copyTaken(path: string, operation: OperationId): DeskRoute {
  return deskRoute({ method: "POST", path: `/desk/orders/:order/${path}`, operation, about: ofOrder, mostBody, body: scan, run: takeCopy });
}

async function takeCopy(
  call: DeskCall<Scan>,
): Promise<{ readonly body: object; readonly shown: readonly string[]; readonly entry: object }> {
  const { tx, parts, params, now, officer, body } = call;
  const order = params["order"] ?? "";
  const name = body.name.trim();
  if (name === "" || name.length > longestName) return refuseCopy(`Say what it is, in up to ${longestName} characters.`);
  const bytes = base64ToBytes(body.file);
  if (bytes === undefined) return refuseCopy("The file did not come whole.");
  if (bytes.length > mostBytes) return refuseCopy(`The file is longer than ${mostBytes / 1_000_000} MB. Scan it smaller.`);
  const form = beginnings.find((one) => one.bytes.every((byte, i) => bytes[i] === byte))?.form;
  if (form === undefined) return refuseCopy("It is neither a PDF nor a JPEG nor a PNG.");
  const kept = await parts.keptPapers.keep(bytes);
  if (!kept.ok) return refuseCopy(kept.error);
  const paper = {
    kind: "copy",
    form,
    about: name,
    sha256: sha256HexOf(bytes),
    size: bytes.length,
    pages: null,
    template: null,
    kept: kept.value,
  } as const;
  const [row] = await putPapers(tx, { force: parts.force.id, order, at: now, by: officer.id }, [paper]);
  if (row === undefined) throw new Error("a copy was kept and is not there");
  return {
    body: { paper: row.nth, exhibit: row.exhibit, sha256: row.sha256, form, size: bytes.length },
    shown: [subjectOf(order)],
    entry: { item: row.exhibit, sha256: row.sha256 },
  };
}

function refuseCopy(says: string): never {
  return refuseByState({ rule: "no-copy", says, allows: "A scan as PDF, JPEG or PNG. Nothing was kept." });
}

/** Certified copies of a court, and what a service left. */
export const copiesTaken: readonly DeskRoute[] = [copyTaken("copies", "record-court-result"), copyTaken("evidence", "record-service")];
