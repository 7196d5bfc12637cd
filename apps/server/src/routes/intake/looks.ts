import type { FastifyInstance } from "fastify";
import type { Door } from "../../intake/door.ts";
import { looksOfToken } from "../../intake/look-tokens.ts";
import { refuse } from "../../intake/refusal.ts";
import { answersShape, hex64Shape, objectShape, proofShape } from "../../intake/shapes.ts";

const schema = {
  summary: "Takes a token for looking into mailboxes",
  body: objectShape({ proof: proofShape }),
  response: answersShape(objectShape({ token: hex64Shape, looks: { type: "integer" } })),
};

/** A proof of work becomes a token that opens so many pages. */
export function addLooks(app: FastifyInstance, { work, looks }: Door): void {
  app.post<{ Body: { readonly proof: string } }>("/intake/looks", { schema }, async ({ body }, reply) => {
    if (!work.accept("look", body.proof)) return refuse(reply);
    return { token: looks.issue(), looks: looksOfToken };
  });
}
