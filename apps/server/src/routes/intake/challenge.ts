import type { FastifyInstance } from "fastify";
import type { Door } from "../../intake/door.ts";
import { answersShape, objectShape } from "../../intake/shapes.ts";
import type { WorkPurpose } from "../../intake/work-desk.ts";

const text = { type: "string", maxLength: 128 };
const count = { type: "integer" };
const challengeShape = {
  description: "A challenge of altcha-lib 2; its solveChallenge finds the number.",
  ...objectShape({
    parameters: objectShape({
      algorithm: text,
      cost: count,
      data: objectShape({ for: text }),
      expiresAt: count,
      keyLength: count,
      keyPrefix: text,
      keySignature: text,
      nonce: text,
      salt: text,
    }),
    signature: text,
  }),
};
const schema = {
  summary: "Asks for a proof of work",
  body: objectShape({ for: { type: "string", enum: ["letter", "look"], maxLength: 6 } }),
  response: answersShape(
    objectShape({ challenge: challengeShape, cost: { type: "integer", description: "In proportion to the expected work." } }),
  ),
};

/** A proof of work is asked for; what it costs stands beside it. */
export function addChallenge(app: FastifyInstance, { work }: Door): void {
  app.post<{ Body: { readonly for: WorkPurpose } }>("/intake/challenge", { schema }, ({ body }) => work.ask(body.for));
}
