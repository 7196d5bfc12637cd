import { type Result, type Source, failed, ok } from "@unmask/core";
import type { PackPlan } from "@unmask/submission";
import type { Answer, Ask } from "./ask.ts";

/** Sends a pack by tus 1.0.0: made once, continued from where it was cut. The intake says how far it came, and only what is on its disk counts. */

/** Bytes of one piece: so much is in memory, and so much is sent anew when a connection is cut. */
const pieceSize = 8 * 1024 * 1024;
/** Questions in a row without an answer, before the upload is left for later. */
const mostSilent = 4;
/** Milliseconds before the next question after one without an answer. */
const pauseMs = 1_000;

/** What a pack is sent with. */
export interface Uploading {
  readonly ask: Ask;
  readonly origin: string;
  readonly token: string;
  random(size: number): Uint8Array;
  pause(ms: number): Promise<void>;
  tellProgress(sent: number): void;
}

const tus = { "tus-resumable": "1.0.0" };

/** Makes the upload of a token, or finds the one that was made; gives its id. */
export async function makeUpload({ ask, origin, token }: Uploading, bucket: number): Promise<Result<string, string>> {
  const headers = { ...tus, authorization: `Bearer ${token}`, "upload-length": String(bucket) };
  const answer = await ask(`${origin}/intake/packs`, { method: "POST", headers });
  const location = answer !== undefined && answer.status >= 200 && answer.status < 300 ? answer.header("location") : undefined;
  const id = /\/intake\/packs\/([0-9a-f]{32})$/.exec(location ?? "")?.[1];
  return id === undefined ? failed("the intake makes no upload for it") : ok(id);
}

/** Sends what the upload does not have yet: the file, then random bytes up to its bucket. */
export async function continueUpload(uploading: Uploading, id: string, file: Source, plan: PackPlan): Promise<Result<void, string>> {
  const url = `${uploading.origin}/intake/packs/${id}`;
  const authorization = { ...tus, authorization: `Bearer ${uploading.token}` };
  let silent = 0;
  let offset: number | undefined;
  while (silent < mostSilent) {
    offset ??= offsetIn(await uploading.ask(url, { method: "HEAD", headers: authorization }), plan.bucket);
    if (offset === plan.bucket) return ok(undefined);
    if (offset !== undefined) {
      uploading.tellProgress(offset);
      const body = await pieceAt(offset, file, plan, uploading.random);
      const headers = { ...authorization, "content-type": "application/offset+octet-stream", "upload-offset": String(offset) };
      const next = offsetIn(await uploading.ask(url, { method: "PATCH", headers, body }), plan.bucket);
      silent = next !== undefined && next > offset ? 0 : silent + 1;
      offset = next;
      if (next !== undefined) continue;
    } else silent += 1;
    await uploading.pause(pauseMs);
  }
  return failed("the intake does not answer");
}

function offsetIn(answer: Answer | undefined, bucket: number): number | undefined {
  if (answer === undefined || answer.status < 200 || answer.status >= 300) return undefined;
  const written = answer.header("upload-offset") ?? "";
  const offset = /^\d{1,10}$/.test(written) ? Number(written) : undefined;
  return offset !== undefined && offset <= bucket ? offset : undefined;
}

async function pieceAt(offset: number, file: Source, plan: PackPlan, random: (size: number) => Uint8Array): Promise<Uint8Array> {
  const piece = new Uint8Array(Math.min(pieceSize, plan.bucket - offset));
  let filled = 0;
  while (filled < piece.length && offset + filled < plan.size) {
    const read = await file.read(offset + filled, Math.min(plan.size, offset + piece.length));
    if (read.length === 0) throw new Error("a pack became shorter while it was sent");
    piece.set(read, filled);
    filled += read.length;
  }
  if (filled < piece.length) piece.set(random(piece.length - filled), filled);
  return piece;
}
