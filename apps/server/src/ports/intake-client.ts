/**
 * The inside's way to its intake: only from here are calls made, never the other way. It proves its pull key, lists what has come in, fetches
 * bytes from where it had come to, says what is kept, and hands in replies.
 */
import { type ReadValue, type Result, count, failed, list, object, ok, oneOf, parsed, readStrictly } from "@unmask/core";
import { bytesToBase64 } from "@unmask/seal";

/** An item that waits at the intake. */
export interface WaitingItem {
  readonly number: number;
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly kind: "letter" | "pack";
  readonly letter: string;
  readonly size: number;
  readonly sha256: string;
}

/** A reply, sealed to a mailbox. */
export interface SealedReply {
  readonly id: string;
  readonly lookup: string;
  readonly envelope: Uint8Array;
  readonly weeks: number;
}

/** What the inside asks of its intake. Each call fails with a sentence that says what to look at; nothing of an item stands in it. */
export interface IntakeClient {
  items(after: number, limit: number): Promise<Result<readonly WaitingItem[], string>>;
  /** The bytes of an item from `start`. The stream throws where the line breaks. */
  fetch(id: string, start: number): Promise<Result<AsyncIterable<Uint8Array>, string>>;
  acknowledge(ids: readonly string[]): Promise<Result<void, string>>;
  reply(reply: SealedReply): Promise<Result<void, string>>;
}

/** Whom the client speaks to, and as whom. */
export interface IntakeClientParts {
  /** Origin of the intake. */
  readonly intake: string;
  readonly force: string;
  /** Ed25519 over a message, with the pull key. */
  sign(message: Uint8Array): Uint8Array;
}

/** A call that gives no sign of life for so long, ms, is over: a line that hangs must not hold the next item. */
const patienceMs = 30_000;
/** Bytes of an answer in JSON; a longer one is an attack on memory. */
const longestAnswer = 4 * 1024 * 1024;

/** Makes the client. A session is opened when it is needed, and anew when the intake has forgotten it. */
export function createIntakeClient({ intake, force, sign }: IntakeClientParts): IntakeClient {
  let token: string | undefined;
  const call = async (path: string, init: RequestInit = {}): Promise<Result<Response, string>> => {
    const quiet = new AbortController();
    const timer = setTimeout(() => quiet.abort(), patienceMs);
    try {
      return ok(await fetch(new URL(path, intake), { ...init, redirect: "error", signal: quiet.signal }));
    } catch {
      return failed(`The intake at ${intake} does not answer. Check that it runs and that this machine may reach it.`);
    } finally {
      clearTimeout(timer);
    }
  };
  const open = async (): Promise<Result<string, string>> => {
    const asked = await read(
      await call("/inside/challenge", posted({})),
      object((one) => one.must("nonce", hex64)),
    );
    if (!asked.ok) return asked;
    const signature = bytesToBase64(sign(new TextEncoder().encode(`unmask pull\n${force}\n${asked.value}`)));
    return read(
      await call("/inside/session", posted({ nonce: asked.value, signature })),
      object((one) => one.must("token", hex64)),
    );
  };
  const asInside = async (path: string, init: RequestInit = {}): Promise<Result<Response, string>> => {
    for (let turn = 1; ; turn += 1) {
      if (token === undefined) {
        const opened = await open();
        if (!opened.ok) return opened;
        token = opened.value;
      }
      const headers = { ...init.headers, authorization: `Bearer ${token}` };
      const answer = await call(path, { ...init, headers });
      if (!answer.ok || answer.value.ok) return answer;
      await answer.value.body?.cancel();
      // The intake says the same to everything that it refuses: it may have forgotten the session, so one is opened once more.
      token = undefined;
      if (turn === 2)
        return failed(
          `The intake at ${intake} refused ${path.split("?")[0] ?? path}. Check that its force set has this inside's pull key.`,
        );
    }
  };
  return {
    items: async (after, limit) => {
      const answer = await asInside(`/inside/items?after=${after}&limit=${limit}`);
      return read(
        answer,
        object((one) => one.must("items", list(waitingItem))),
      );
    },
    fetch: async (id, start) => {
      const answer = await asInside(`/inside/items/${id}`, start > 0 ? { headers: { range: `bytes=${start}-` } } : {});
      if (!answer.ok) return answer;
      const { body, status } = answer.value;
      if (body === null || (start > 0 && status !== 206)) return failed(`The intake at ${intake} did not go on from where it stopped.`);
      return ok(patiently(body.values()));
    },
    acknowledge: async (ids) => nothing(await asInside("/inside/acknowledge", posted({ ids }))),
    reply: async ({ envelope, ...rest }) =>
      nothing(await asInside("/inside/replies", posted({ ...rest, envelope: bytesToBase64(envelope) }))),
  };
}

function posted(body: object): RequestInit {
  return { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

async function nothing(answer: Result<Response, string>): Promise<Result<void, string>> {
  if (!answer.ok) return answer;
  await answer.value.body?.cancel();
  return ok(undefined);
}

async function read<T>(answer: Result<Response, string>, reads: ReadValue<T>): Promise<Result<T, string>> {
  if (!answer.ok) return answer;
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    if (answer.value.body)
      for await (const piece of patiently(answer.value.body.values())) {
        size += piece.length;
        if (size > longestAnswer) return failed("The intake's answer is longer than any of its answers. Check what answers there.");
        pieces.push(piece);
      }
    return readStrictly(JSON.parse(Buffer.concat(pieces).toString("utf8")), "answer", reads);
  } catch {
    return failed("The intake's answer broke off, or is none. Check what answers there.");
  }
}

/** The pieces of a stream; throws where the next one takes too long. */
async function* patiently(pieces: AsyncIterableIterator<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  try {
    for (;;) {
      let timer: NodeJS.Timeout | undefined;
      const tooLong = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error("the intake stopped sending")), patienceMs);
      });
      const next = await Promise.race([pieces.next(), tooLong]).finally(() => clearTimeout(timer));
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await pieces.return?.();
  }
}

const hex = (digits: number): ReadValue<string> =>
  parsed((written) => (written.length === digits && /^[0-9a-f]+$/.test(written) ? written : undefined), `${digits} hex digits`);
const hex64 = hex(64);
const waitingItem: ReadValue<WaitingItem> = object((one) => ({
  number: one.must("number", count),
  id: one.must("id", hex(32)),
  kind: one.must("kind", oneOf<"letter" | "pack">(["letter", "pack"])),
  letter: one.must("letter", hex(32)),
  size: one.must("size", count),
  sha256: one.must("sha256", hex64),
}));
