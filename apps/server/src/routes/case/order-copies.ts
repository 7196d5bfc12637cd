import { type ReadValue, count, object, parseSha256, parsed, text } from "@unmask/core";
import { type OperationId, copyBeginnings, mostCopyBytes } from "@unmask/case";
import { base64ToBytes, sha256HexOf } from "@unmask/seal";
import { asMachine } from "../../access/as-machine.ts";
import { type DeskAnswer, type DeskCall, type DeskRoute, deskRoute, refuseByState } from "../../access/desk-route.ts";
import { findOrder } from "../../orders/find-order.ts";
import { aboutAttendance } from "../../orders/kept-hash.ts";
import { type MakingParts, type ToMake, makingRoute } from "../../orders/making-route.ts";
import { subjectOf } from "../../orders/order-persons.ts";
import type { Upload } from "../../orders/uploads.ts";
import { type NewPaper, papersOf, putPapers } from "../../sql/case/order-papers.ts";
import { ofOrderAs } from "./order-written.ts";

/** Copies that come on paper and are scanned, and pictures: what a court made, what a service left, what shows a possible breach. Kept as they came, sealed, and never shown inside the desk. */

/** The most bytes of a scan as base64, with what stands around it. */
const mostBody = Math.ceil(mostCopyBytes / 3) * 4 + 4_096;
/** UTF-16 units of what it is called. */
const longestName = 200;

const uploadId: ReadValue<string> = parsed((id) => (/^[0-9a-f]{32}$/.test(id) ? id : undefined), "id of 32 hex digits");

interface Scan {
  readonly file: string;
  /** The id by which it can be cancelled. */
  readonly upload?: string;
}
interface NamedScan extends Scan {
  readonly name: string;
}
const namedScan: ReadValue<NamedScan> = object(({ must, may }) => ({
  name: must("name", text),
  file: must("file", text),
  ...may("upload", uploadId),
}));
interface SignedScan extends Scan {
  readonly attendance: number;
}
const signedScan: ReadValue<SignedScan> = object(({ must, may }) => ({
  attendance: must("attendance", count),
  file: must("file", text),
  ...may("upload", uploadId),
}));
interface Cancelled {
  readonly upload: string;
  readonly sha256: string;
}
const cancelled: ReadValue<Cancelled> = object(({ must }) => ({
  upload: must("upload", uploadId),
  sha256: must("sha256", parsed(parseSha256, "SHA-256 in hex")),
}));

/** A route that keeps one file: what came to nothing, or was cancelled before it was kept, leaves none behind. */
function takingRoute<Body extends Scan>(route: Pick<MakingParts<Body>, "path" | "operation" | "body" | "gather" | "record">): DeskRoute {
  return makingRoute({ ...route, about: ofOrderAs(route.operation), mostBody, isForWhoStays: true });
}

/**
 * Cancels an upload of one of these routes, and answers what is true then and stays so: nothing of it is kept, or under which number it is, since it had come
 * before. It is the officer's own, and cancelled only when it is settled that they may write of this order; its end is waited for outside every transaction.
 */
function cancelRoute({ path, operation }: Pick<DeskRoute, "path" | "operation">): DeskRoute {
  const shape = { path: `${path}/cancelled`, operation, about: ofOrderAs(operation), body: cancelled };
  const answered = deskRoute({
    ...shape,
    method: "POST",
    run: async (call) => {
      const { order = "" } = call.params;
      const { sha256 } = call.body;
      const papers = await asMachine(call.tx, call, () => papersOf(call.tx, call.parts.force.id, order));
      const kept = papers.findLast((one) => one.sha256 === sha256 && one.by_whom === call.officer.id);
      return {
        body: { exhibit: kept?.exhibit ?? null },
        shown: [subjectOf(order)],
        entry: { op: "consult", sha256, ...(kept !== undefined && { item: kept.exhibit }) },
      };
    },
  });
  return {
    ...answered,
    handle: async (request, parts) => {
      let upload: Upload | undefined;
      const asked = await deskRoute({
        ...shape,
        method: "GET",
        run: async (call) => {
          upload = uploadOf(call, call.body.upload);
          return { body: {}, shown: [], entry: { op: "consult", sha256: call.body.sha256 } };
        },
      }).handle(request, parts);
      if (upload === undefined || asked.status !== 200) return asked;
      await parts.uploads.cancel(upload);
      return answered.handle(request, parts);
    },
  };
}

function uploadOf({ officer, params }: Pick<DeskCall<unknown>, "officer" | "params">, id: string): Upload {
  return { officer: officer.id, order: params["order"] ?? "", id };
}

/** Takes a copy in; the exhibit and the hash by which a result or a service names it. */
function copyTaken(path: string, operation: OperationId): DeskRoute {
  return takingRoute({
    path: `/desk/orders/:order/${path}`,
    operation,
    body: namedScan,
    gather: async (call) => {
      const name = call.body.name.trim();
      if (name === "" || name.length > longestName) return refuseCopy(`Say what it is, in up to ${longestName} characters.`);
      return scanOf(call, "copy", name);
    },
    record: (call, made) => taken(call, made, (ask) => ask()),
  });
}

/** The acknowledgement as it was signed, scanned at the counter, which belongs to no case. Its hash stands in `acknowledged` beside that of what was made. */
const signedTaken = takingRoute({
  path: "/desk/orders/:order/acknowledgement/signed",
  operation: "record-attendance",
  body: signedScan,
  gather: async (call) => {
    const found = await asMachine(call.tx, call, () => findOrder(call));
    const { attendance } = call.body;
    if (found?.state.attendances.every(({ number }) => number !== attendance) !== false)
      return { status: 404, body: { says: "Nobody came with that number: look again." }, shown: [] };
    return scanOf(call, "acknowledgement", `${aboutAttendance(attendance)}, as signed`);
  },
  record: (call, made) => taken(call, made, (ask) => asMachine(call.tx, call, ask)),
});

/** What is kept of a scan: that it is one is settled before anything is sealed. */
function scanOf(call: DeskCall<Scan>, kind: NewPaper["kind"], about: string): ToMake {
  const { file, upload } = call.body;
  const bytes = base64ToBytes(file);
  if (bytes === undefined) return refuseCopy("The file did not come whole.");
  if (bytes.length > mostCopyBytes) return refuseCopy(`The file is longer than ${mostCopyBytes / 1_000_000} MB. Scan it smaller.`);
  const form = copyBeginnings.find((one) => one.bytes.every((byte, i) => bytes[i] === byte))?.form;
  if (form === undefined) return refuseCopy("It is neither a PDF nor a JPEG nor a PNG.");
  return {
    about,
    ...(upload !== undefined && { upload: uploadOf(call, upload) }),
    make: async (keptPapers) => {
      const kept = await keptPapers.keep(bytes);
      if (!kept.ok) return kept.error;
      return [{ kind, form, about, sha256: sha256HexOf(bytes), size: bytes.length, pages: null, template: null, kept: kept.value }];
    },
  };
}

/** Keeps what came. The same file under the same name, sent again by who sent it, is the paper that is kept: a key pressed twice, or an answer that was lost. */
async function taken(
  { tx, parts, params, now, officer }: DeskCall<unknown>,
  made: readonly NewPaper[],
  as: <T>(ask: () => Promise<T>) => Promise<T>,
): Promise<DeskAnswer> {
  const of = { force: parts.force.id, order: params["order"] ?? "", at: now, by: officer.id };
  const [paper] = made;
  if (paper === undefined) throw new Error("a copy was kept and is not there");
  const before = (await as(() => papersOf(tx, of.force, of.order))).find(
    ({ kind, about, sha256, by_whom }) => kind === paper.kind && about === paper.about && sha256 === paper.sha256 && by_whom === officer.id,
  );
  const [row] = before === undefined ? await as(() => putPapers(tx, of, made)) : [before];
  if (row === undefined) throw new Error("a copy was kept and is not there");
  return {
    body: { paper: row.nth, exhibit: row.exhibit, sha256: row.sha256, form: paper.form, size: paper.size },
    shown: [subjectOf(of.order)],
    entry: { item: row.exhibit, sha256: row.sha256, ...(before !== undefined && { op: "consult" }) },
  };
}

function refuseCopy(says: string): never {
  return refuseByState({ rule: "no-copy", says, allows: "A scan as PDF, JPEG or PNG. Nothing was kept." });
}

/** Certified copies of a court, what a service left, what shows a possible breach, and what was signed at the counter; each can be cancelled. */
export const copiesTaken: readonly DeskRoute[] = [
  copyTaken("copies", "record-court-result"),
  copyTaken("evidence", "record-service"),
  copyTaken("breach-copies", "decide-breach"),
  signedTaken,
].flatMap((route) => [route, cancelRoute(route)]);
