import { type ReadValue, count, object, parseSha256, parsed, text } from "@unmask/core";
import { type OperationId, copyBeginnings, mostCopyBytes } from "@unmask/case";
import { base64ToBytes, sha256HexOf } from "@unmask/seal";
import { asMachine } from "../../access/as-machine.ts";
import { type DeskAnswer, type DeskCall, type DeskRoute, deskRoute, refuseByState } from "../../access/desk-route.ts";
import { withPapersEnded } from "../../orders/end-papers.ts";
import { findOrder } from "../../orders/find-order.ts";
import { aboutAttendance } from "../../orders/kept-hash.ts";
import { subjectOf } from "../../orders/order-persons.ts";
import { createUploads } from "../../orders/uploads.ts";
import { type NewPaper, papersOf, putPapers } from "../../sql/case/order-papers.ts";
import { ofOrder } from "./order-written.ts";

/** Copies that come on paper and are scanned: what a court made, what a service left. Kept as they came, sealed, and never shown inside the desk. */

/** The most bytes of a scan as base64, with what stands around it. */
const mostBody = Math.ceil(mostCopyBytes / 3) * 4 + 4_096;
/** UTF-16 units of what it is called. */
const longestName = 200;

const isUploadId = /^[0-9a-f]{32}$/;
const uploadId: ReadValue<string> = parsed((id) => (isUploadId.test(id) ? id : undefined), "id of 32 hex digits");

const uploads = createUploads();

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
function takingRoute<Body extends Scan>(
  route: Pick<Parameters<typeof deskRoute<Body>>[0], "path" | "operation" | "body" | "run">,
): DeskRoute {
  const made = deskRoute({ ...route, method: "POST", about: ofOrder, mostBody, isForWhoStays: true });
  return {
    ...made,
    handle: (request, parts) =>
      uploads.run(uploadOf(request.body), (isCancelled) =>
        withPapersEnded(parts, (keptPapers) =>
          made.handle({ ...request, isGone: () => isCancelled() || request.isGone?.() === true }, { ...parts, keptPapers }),
        ),
      ),
  };
}

/**
 * Cancels an upload of one of these routes, and answers what is true then and stays so: nothing of it is kept, or under which number it is, since it had come
 * before. Its end is waited for outside every transaction.
 */
function cancelRoute({ path, operation }: Pick<DeskRoute, "path" | "operation">): DeskRoute {
  const made = deskRoute({
    method: "POST",
    path: `${path}/cancelled`,
    operation,
    about: ofOrder,
    body: cancelled,
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
    ...made,
    handle: async (request, parts) => {
      const upload = uploadOf(request.body);
      if (upload !== undefined) await uploads.cancel(upload);
      return made.handle(request, parts);
    },
  };
}

/** The id before the body is read: what is none is refused then. */
function uploadOf(body: unknown): string | undefined {
  const { upload }: { readonly upload?: unknown } = typeof body === "object" && body !== null ? body : {};
  return typeof upload === "string" && isUploadId.test(upload) ? upload : undefined;
}

/** Takes a copy in; the exhibit and the hash by which a result or a service names it. */
function copyTaken(path: string, operation: OperationId): DeskRoute {
  return takingRoute({
    path: `/desk/orders/:order/${path}`,
    operation,
    body: namedScan,
    run: async (call) => {
      const name = call.body.name.trim();
      if (name === "" || name.length > longestName) return refuseCopy(`Say what it is, in up to ${longestName} characters.`);
      return taken(call, await keptScan(call, "copy", name), (put) => put());
    },
  });
}

/** The acknowledgement as it was signed, scanned at the counter, which belongs to no case. Its hash stands in `acknowledged` beside that of what was made. */
const signedTaken = takingRoute({
  path: "/desk/orders/:order/acknowledgement/signed",
  operation: "record-attendance",
  body: signedScan,
  run: async (call) => {
    const found = await asMachine(call.tx, call, () => findOrder(call));
    const { attendance } = call.body;
    if (found?.state.attendances.every(({ number }) => number !== attendance) !== false)
      return { status: 404, body: { says: "Nobody came with that number: look again." }, shown: [] };
    const paper = await keptScan(call, "acknowledgement", `${aboutAttendance(attendance)}, as signed`);
    return taken(call, paper, (put) => asMachine(call.tx, call, put));
  },
});

async function keptScan({ parts, body }: DeskCall<Scan>, kind: NewPaper["kind"], about: string): Promise<NewPaper> {
  const bytes = base64ToBytes(body.file);
  if (bytes === undefined) return refuseCopy("The file did not come whole.");
  if (bytes.length > mostCopyBytes) return refuseCopy(`The file is longer than ${mostCopyBytes / 1_000_000} MB. Scan it smaller.`);
  const form = copyBeginnings.find((one) => one.bytes.every((byte, i) => bytes[i] === byte))?.form;
  if (form === undefined) return refuseCopy("It is neither a PDF nor a JPEG nor a PNG.");
  const kept = await parts.keptPapers.keep(bytes);
  if (!kept.ok) return refuseCopy(kept.error);
  return { kind, form, about, sha256: sha256HexOf(bytes), size: bytes.length, pages: null, template: null, kept: kept.value };
}

type PutRows = () => ReturnType<typeof putPapers>;

async function taken(
  { tx, parts, params, now, officer }: DeskCall<unknown>,
  paper: NewPaper,
  ask: (put: PutRows) => ReturnType<typeof putPapers>,
): Promise<DeskAnswer> {
  const order = params["order"] ?? "";
  const [row] = await ask(() => putPapers(tx, { force: parts.force.id, order, at: now, by: officer.id }, [paper]));
  if (row === undefined) throw new Error("a copy was kept and is not there");
  return {
    body: { paper: row.nth, exhibit: row.exhibit, sha256: row.sha256, form: paper.form, size: paper.size },
    shown: [subjectOf(order)],
    entry: { item: row.exhibit, sha256: row.sha256 },
  };
}

function refuseCopy(says: string): never {
  return refuseByState({ rule: "no-copy", says, allows: "A scan as PDF, JPEG or PNG. Nothing was kept." });
}

/** Certified copies of a court, what a service left, and what was signed at the counter; each can be cancelled. */
export const copiesTaken: readonly DeskRoute[] = [
  copyTaken("copies", "record-court-result"),
  copyTaken("evidence", "record-service"),
  signedTaken,
].flatMap((route) => [route, cancelRoute(route)]);
