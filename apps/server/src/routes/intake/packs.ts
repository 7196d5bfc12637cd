import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sha256HexOf, textToBytes } from "@unmask/seal";
import type { Door, UploadRequest } from "../../intake/door.ts";
import { bearerOf } from "../../intake/bearer.ts";
import { refuse } from "../../intake/refusal.ts";
import { idShape, objectShape } from "../../intake/shapes.ts";

const path = "/intake/packs";
const security = [{ upload: [] }];
const params = objectShape({ id: idShape });

/** Uploads by tus 1.0.0: made, continued, asked about, forgotten, each under the token that the letter's answer gave. */
export function addPacks(app: FastifyInstance, { uploads }: Door): void {
  const answer = async (
    method: UploadRequest["method"],
    request: FastifyRequest,
    reply: FastifyReply,
    id?: string,
  ): Promise<FastifyReply> => {
    const token = bearerOf(request);
    if (token === undefined) return refuse(reply);
    const outcome = await uploads.answer({
      method,
      tokenHash: sha256HexOf(textToBytes(token)),
      id,
      header: (name) => headerOf(request, name),
      // Whoever refuses the rest of an upload still answers it.
      body: request.raw.iterator({ destroyOnReturn: false }),
    });
    if (!outcome.ok) return refuse(reply);
    return reply.code(outcome.value.status).headers(outcome.value.headers).header("cache-control", "no-store").send();
  };
  const made = { type: "null", description: "Location names the upload." };
  const schema = { summary: "Makes an upload (tus)", security, response: { 201: made } };
  app.route({ method: "POST", url: path, schema, handler: (request, reply) => answer("POST", request, reply) });
  const one = <const Method extends "HEAD" | "PATCH" | "DELETE">(method: Method, summary: string): void => {
    const ofOne = { summary, security, params };
    app.route<{ Params: { readonly id: string } }>({
      method,
      url: `${path}/:id`,
      schema: ofOne,
      handler: (request, reply) => answer(method, request, reply, request.params.id),
    });
  };
  one("HEAD", "Says how far an upload has come (tus)");
  one("PATCH", "Continues an upload (tus)");
  one("DELETE", "Forgets an upload (tus)");
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === "string" ? value : value?.join(",");
}
