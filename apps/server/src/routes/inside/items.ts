import type { FastifyInstance } from "fastify";
import type { Door } from "../../intake/door.ts";
import { refuse } from "../../intake/refusal.ts";
import { answersShape, hex64Shape, idShape, objectShape } from "../../intake/shapes.ts";
import { insideSecurity, onlyInside } from "./only-inside.ts";

/** Items of one answer, at most and where no number is asked for. */
const maxItems = 500;
const usualItems = 100;

/** A number in an address is text. */
const numberText = { type: "string", minLength: 1, maxLength: 15, pattern: "^[0-9]+$" };
const itemShape = objectShape({
  number: { type: "integer" },
  id: { type: "string", maxLength: 64 },
  kind: { type: "string", enum: ["letter", "pack"] },
  letter: idShape,
  size: { type: "integer" },
  sha256: hex64Shape,
});
const listSchema = {
  summary: "Lists what has come in, in order",
  security: insideSecurity,
  querystring: objectShape({ after: numberText, limit: numberText }, ["after", "limit"]),
  response: answersShape(objectShape({ items: { type: "array", items: itemShape } })),
};
const itemSchema = {
  summary: "The bytes of an item, sealed",
  security: insideSecurity,
  params: objectShape({ id: { type: "string", minLength: 1, maxLength: 64 } }),
};

/** What has come in whole, in the order of its number, and the bytes of each. */
export function addItems(app: FastifyInstance, door: Door): void {
  const onRequest = onlyInside(door.inside);
  app.get<{ Querystring: { readonly after?: string; readonly limit?: string } }>(
    "/inside/items",
    { schema: listSchema, onRequest },
    async ({ query }) => ({
      items: await door.store.take(Number(query.after ?? 0), Math.min(Number(query.limit ?? usualItems), maxItems)),
    }),
  );
  app.get<{ Params: { readonly id: string } }>("/inside/items/:id", { schema: itemSchema, onRequest }, async (request, reply) => {
    const start = startOf(request.headers.range);
    const item = start === undefined ? undefined : await door.store.readItem(request.params.id, start);
    if (start === undefined || item === undefined || start > item.size) return refuse(reply);
    const isPart = request.headers.range !== undefined;
    if (isPart) reply.header("content-range", `bytes ${start}-${item.size - 1}/${item.size}`);
    return reply
      .code(isPart ? 206 : 200)
      .headers({ "content-type": "application/octet-stream", "content-length": String(item.size - start), "cache-control": "no-store" })
      .send(door.streamOf(item.bytes));
  });
}

/** Where a reading goes on; undefined where the range is another one than "from here to the end". */
function startOf(range: string | undefined): number | undefined {
  const start = range === undefined ? "0" : /^bytes=(\d{1,15})-$/.exec(range)?.[1];
  return start === undefined ? undefined : Number(start);
}
