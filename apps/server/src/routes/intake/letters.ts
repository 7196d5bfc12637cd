import type { FastifyInstance } from "fastify";
import { bytesToHex, hmacSha256, sha256HexOf, textToBytes } from "@unmask/seal";
import type { Door } from "../../intake/door.ts";
import { refuse } from "../../intake/refusal.ts";
import { answersShape, base64Shape, hex64Shape, idShape, objectShape, proofShape, weekShape } from "../../intake/shapes.ts";

interface LetterBody {
  readonly id: string;
  readonly proof: string;
  readonly letter: string;
  readonly packs: readonly number[];
}

/** A sealed letter comes in. The answer is given when it is on disk, and the same letter again has the same answer: a lost answer costs her nothing. */
export function addLetters(app: FastifyInstance, door: Door): void {
  const { limits } = door;
  const largest = limits.letterSizes.reduce((most, size) => Math.max(most, size), 0);
  const packs = { type: "array", maxItems: limits.packs, items: { type: "integer", minimum: 1 } };
  const schema = {
    summary: "Hands in a sealed letter",
    body: objectShape({ id: idShape, proof: proofShape, letter: base64Shape(largest), packs }),
    response: answersShape(
      objectShape({ letter: idShape, week: weekShape, uploads: { type: "array", maxItems: limits.packs, items: hex64Shape } }),
    ),
  };
  app.post<{ Body: LetterBody }>("/intake/letters", { schema }, async ({ body }, reply) => {
    const sealed = door.readBase64(body.letter);
    const isFit = sealed !== undefined && limits.letterSizes.includes(sealed.length) && body.packs.every(limits.isBucket);
    if (!isFit || !door.work.accept("letter", body.proof)) return refuse(reply);
    const uploads = body.packs.map((_bucket, index) => uploadToken(door.secret, body.id, index));
    const kept = await door.store.putLetter({
      id: body.id,
      sealed,
      packs: uploads.map((token, index) => ({ tokenHash: sha256HexOf(textToBytes(token)), bucket: body.packs[index] ?? 0 })),
    });
    if (kept !== "kept" && kept !== "kept-before") return refuse(reply);
    return { letter: body.id, week: door.week(), uploads };
  });
}

/** The token of an upload, the same at each asking; nobody can work it out from the letter. */
function uploadToken(secret: Uint8Array, id: string, index: number): string {
  return bytesToHex(hmacSha256(secret, textToBytes(`unmask upload\n${id}\n${index}`)));
}
