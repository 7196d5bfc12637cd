import type { FastifyInstance } from "fastify";
import type { Door } from "../../intake/door.ts";
import { refuse } from "../../intake/refusal.ts";
import { answersShape, base64Shape, hex64Shape, objectShape } from "../../intake/shapes.ts";

const challengeSchema = {
  summary: "Asks the inside to prove its key",
  body: objectShape({}),
  response: answersShape(objectShape({ nonce: hex64Shape })),
};
const sessionSchema = {
  summary: "Opens a session of the inside",
  body: objectShape({ nonce: hex64Shape, signature: base64Shape(64) }),
  response: answersShape(objectShape({ token: hex64Shape })),
};

/** The inside proves that it holds the pull key, by signing a question once. */
export function addSessions(app: FastifyInstance, { inside }: Door): void {
  app.post("/inside/challenge", { schema: challengeSchema }, () => ({ nonce: inside.challenge() }));
  app.post<{ Body: { readonly nonce: string; readonly signature: string } }>(
    "/inside/session",
    { schema: sessionSchema },
    ({ body }, reply) => {
      const token = inside.open(body.nonce, body.signature);
      return token === undefined ? refuse(reply) : reply.send({ token });
    },
  );
}
