import type { FastifyInstance } from "fastify";
import type { Door } from "../../intake/door.ts";

/** The set and its signature, byte by byte as they were signed; an app of another origin reads them too: they are public. */
export function addForceSet(app: FastifyInstance, { set }: Door): void {
  const publish = (url: string, type: string, summary: string, bytes: Uint8Array): void => {
    app.get(url, { schema: { summary, response: { 200: { description: "The file.", type: "string" } } } }, (_request, reply) =>
      reply.header("content-type", type).header("cache-control", "no-cache").serializer(asIs).send(Buffer.from(bytes)),
    );
  };
  publish("/.well-known/unmask-force.json", "application/json", "The force set", set.json);
  publish("/.well-known/unmask-force.json.minisig", "text/plain; charset=utf-8", "The signature of the force set", set.signature);
}

function asIs(payload: unknown): string {
  return Buffer.isBuffer(payload) ? payload.toString("utf8") : "";
}
