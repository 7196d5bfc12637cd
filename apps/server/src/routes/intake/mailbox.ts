import type { FastifyInstance } from "fastify";
import { bytesToBase64, decoyEnvelope, hexToBytes, hmacSha256, sha256HexOf, textToBytes } from "@unmask/seal";
import type { Door } from "../../intake/door.ts";
import { refuse } from "../../intake/refusal.ts";
import { answersShape, base64Shape, hex64Shape, objectShape } from "../../intake/shapes.ts";

/** Envelopes of a page, and bytes of each as sealed. */
const envelopesOfPage = 4;
const envelopeSize = 16_384;
/** Nobody is written to so often; every further page is empty for everybody. */
const lastPage = 63;

interface LookBody {
  readonly token: string;
  readonly lookup: string;
  readonly page: number;
}

const schema = {
  summary: "Looks at a page of a mailbox",
  body: objectShape({ token: hex64Shape, lookup: hex64Shape, page: { type: "integer", minimum: 0, maximum: lastPage } }),
  response: answersShape(
    objectShape({ envelopes: { type: "array", minItems: envelopesOfPage, maxItems: envelopesOfPage, items: base64Shape(envelopeSize) } }),
  ),
};

/**
 * A page of a mailbox, of one size whether there is such a box or not: where nothing lies stands an envelope that nobody can tell from a real
 * one and nobody can open, the same at each look. All four are made each time, so that a known box takes no longer and no less.
 */
export function addMailbox(app: FastifyInstance, door: Door): void {
  app.post<{ Body: LookBody }>("/intake/mailbox", { schema }, async ({ body }, reply) => {
    const lookup = hexToBytes(body.lookup);
    if (lookup === undefined || !door.looks.spend(body.token)) return refuse(reply);
    const hash = sha256HexOf(lookup);
    const replies = await door.store.repliesOf(hash, body.page);
    const empty = Array.from({ length: envelopesOfPage }, (_, slot) => emptyEnvelope(door, `${hash}\n${body.page}\n${slot}`));
    return { envelopes: empty.map((one, slot) => bytesToBase64(replies[slot] ?? one)) };
  });
}

function emptyEnvelope({ secret }: Door, place: string): Uint8Array {
  return decoyEnvelope(hmacSha256(secret, textToBytes(`unmask empty envelope\n${place}`)), envelopeSize);
}
