import type { Readable } from "node:stream";
import { DataStore, MemoryLocker, Server, Upload } from "@tus/server";
import { failed, ok } from "@unmask/core";
import type { UploadAnswer, UploadRequest, Uploads } from "../intake/door.ts";
import type { IntakeStore } from "../intake-store/intake-store.ts";

/** Where uploads lie. */
const path = "/intake/packs";
/** The only headers that the protocol's own code gets to see, by method: no names, no concatenation, nothing of who asks. */
const headersRead = {
  POST: ["tus-resumable", "upload-length"],
  HEAD: ["tus-resumable"],
  PATCH: ["tus-resumable", "upload-offset", "content-type", "content-length"],
  DELETE: ["tus-resumable"],
} as const;
/** What says something of her file, or asks for what is not done here: whoever sends it is refused before anything is kept. */
const headersRefused = ["upload-metadata", "upload-concat", "upload-defer-length", "upload-checksum", "x-http-method-override"];
/** The only headers that go back. */
const headersAnswered = ["tus-resumable", "upload-offset", "upload-length", "location"];
const statuses = new Set([200, 201, 204]);

/** tus by `@tus/server` over the store: what it acknowledges is what the store has synced. `newId` makes 32 hexadecimal digits. */
export function createTusUploads(store: IntakeStore, newId: () => string): Uploads {
  // One for all: a second sender of the same upload waits for the first, or ends it where it is gone.
  const locker = new MemoryLocker();
  return {
    async answer(request) {
      if (headersRefused.some((name) => request.header(name) !== undefined)) return failed("refused");
      if (request.method === "POST" && !isEmptyPost(request)) return failed("refused");
      const server = new Server({
        path,
        locker,
        relativeLocation: true,
        allowedOrigins: () => false,
        datastore: storeOf(store, request.tokenHash),
        namingFunction: () => nameUpload(store, request, newId()),
        getFileIdFromRequest: () => request.id,
      });
      const response = await server.handleWeb(webRequest(request));
      await response.body?.cancel();
      return statuses.has(response.status) ? ok(answerOf(response)) : failed("refused");
    },
  };
}

function isEmptyPost({ header }: UploadRequest): boolean {
  return (header("content-length") ?? "0") === "0" && header("transfer-encoding") === undefined && header("content-type") === undefined;
}

/** The id of the one upload of a token; its length is what the letter said. */
async function nameUpload(store: IntakeStore, { tokenHash, header }: UploadRequest, newId: string): Promise<string> {
  const upload = await store.createUpload(tokenHash, newId);
  if (upload === undefined || header("upload-length") !== String(upload.bucket)) throw refusal();
  return upload.id;
}

/** The store as the protocol's code wants it, for one request. */
function storeOf(store: IntakeStore, tokenHash: string): DataStore {
  return Object.assign(new DataStore(), {
    extensions: ["creation", "termination"],
    create: (upload: Upload) => Promise.resolve(upload),
    async getUpload(id: string) {
      const found = await store.findUpload(id, tokenHash);
      if (found === undefined) throw refusal();
      return new Upload({ id, size: found.bucket, offset: found.offset });
    },
    async write(stream: Readable, id: string, offset: number) {
      const kept = await store.appendUpload(id, offset, untilCut(stream));
      if (typeof kept === "string") throw refusal();
      return kept.offset;
    },
    async remove(id: string) {
      if (!(await store.endUpload(id, tokenHash))) throw refusal();
    },
  });
}

/** What came, as far as it came: a line that is cut keeps what had arrived, so that she goes on from there. */
async function* untilCut(stream: AsyncIterable<unknown>): AsyncGenerator<Uint8Array, undefined> {
  try {
    for await (const chunk of stream) if (chunk instanceof Uint8Array) yield chunk;
  } catch {
    // The sender is gone; the store keeps and syncs what it was given.
    return undefined;
  }
  return undefined;
}

function refusal(): { readonly status_code: number; readonly body: string } {
  return { status_code: 400, body: "" };
}

function webRequest(request: UploadRequest): Request {
  const headers = new Headers();
  for (const name of headersRead[request.method]) {
    const value = request.header(name);
    if (value !== undefined) headers.set(name, value);
  }
  // Its own name and address stay out: nothing here needs them.
  const address = `http://localhost${path}${request.id === undefined ? "" : `/${request.id}`}`;
  if (request.method !== "PATCH") return new Request(address, { method: request.method, headers });
  const streamed = { method: "PATCH", headers, body: pulled(request.body), duplex: "half" } as const;
  return new Request(address, streamed);
}

/** A chunk at a time, when it is asked for: nothing gathers in memory. A line that is cut is an end: what had arrived is kept. */
function pulled(body: AsyncIterable<unknown>): ReadableStream {
  const chunks = untilCut(body);
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
}

function answerOf(response: Response): UploadAnswer {
  const headers: Record<string, string> = {};
  for (const name of headersAnswered) {
    const value = response.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  return { status: response.status, headers };
}
