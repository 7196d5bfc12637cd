import type { FastifyInstance } from "fastify";
import { base64ToBytes } from "@unmask/seal";
import type { Door } from "../../intake/door.ts";
import { refuse } from "../../intake/refusal.ts";
import { answersShape, base64Shape, hex64Shape, idShape, objectShape } from "../../intake/shapes.ts";
import { insideSecurity, onlyInside } from "./only-inside.ts";

/** Bytes of an envelope as sealed. */
const envelopeSize = 16_384;
/** A reply is kept two years at most. */
const maxWeeks = 104;

interface ReplyBody {
  readonly id: string;
  readonly lookup: string;
  readonly envelope: string;
  readonly weeks: number;
}

const schema = {
  summary: "Puts a sealed reply into a mailbox",
  security: insideSecurity,
  body: objectShape({
    id: idShape,
    lookup: hex64Shape,
    envelope: base64Shape(envelopeSize),
    weeks: { type: "integer", minimum: 1, maximum: maxWeeks },
  }),
  response: answersShape(objectShape({})),
};

/** A reply, sealed to her mailbox; the same one again adds nothing. */
export function addReplies(app: FastifyInstance, { inside, store }: Door): void {
  app.post<{ Body: ReplyBody }>("/inside/replies", { schema, onRequest: onlyInside(inside) }, async ({ body }, reply) => {
    const envelope = base64ToBytes(body.envelope);
    if (envelope?.length !== envelopeSize) return refuse(reply);
    await store.putReply({ ...body, envelope });
    return {};
  });
}
