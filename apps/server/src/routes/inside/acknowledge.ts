import type { FastifyInstance } from "fastify";
import type { Door } from "../../intake/door.ts";
import { answersShape, objectShape } from "../../intake/shapes.ts";
import { insideSecurity, onlyInside } from "./only-inside.ts";

/** Items of one word. */
const maxIds = 1_000;

const schema = {
  summary: "Says that items are kept inside",
  security: insideSecurity,
  body: objectShape({ ids: { type: "array", maxItems: maxIds, items: { type: "string", minLength: 1, maxLength: 64 } } }),
  response: answersShape(objectShape({})),
};

/** The inside has stored items durably: from now on they may end here. */
export function addAcknowledge(app: FastifyInstance, { inside, store }: Door): void {
  app.post<{ Body: { readonly ids: readonly string[] } }>(
    "/inside/acknowledge",
    { schema, onRequest: onlyInside(inside) },
    async ({ body }) => {
      await store.acknowledge(body.ids);
      return {};
    },
  );
}
