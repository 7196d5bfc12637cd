import Fastify, { type FastifyInstance, type FastifyRequest, type RouteOptions } from "fastify";
import type { Door } from "../intake/door.ts";
import { type BodyStream, readJson } from "../intake/read-json.ts";
import { refusalHeaders, refusalStatus, refusalText, refuse } from "../intake/refusal.ts";
import { addAcknowledge } from "../routes/inside/acknowledge.ts";
import { addItems } from "../routes/inside/items.ts";
import { addReplies } from "../routes/inside/replies.ts";
import { addSessions } from "../routes/inside/sessions.ts";
import { addChallenge } from "../routes/intake/challenge.ts";
import { addForceSet } from "../routes/intake/force-set.ts";
import { addLetters } from "../routes/intake/letters.ts";
import { addLooks } from "../routes/intake/looks.ts";
import { addMailbox } from "../routes/intake/mailbox.ts";
import { addPacks } from "../routes/intake/packs.ts";

const quietHeaders = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

/** What the intake tells whoever runs it: where something failed, and never what. */
export type TellFault = (where: string) => void;

/**
 * The intake's HTTP: strict JSON in, strict JSON out, and one refusal for everything else. It writes no log, sets no cookie, asks nobody for an
 * address, and lets no other site read it. `onRoute` sees each route as it is added; a body may take `bodyMs`, the usual time without it.
 */
export async function createIntake(
  door: Door,
  tell: TellFault,
  onRoute: (route: RouteOptions) => void = () => undefined,
  bodyMs?: number,
): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    exposeHeadRoutes: false,
    return503OnClosing: false,
    // Lengths are told in UTF-16 units: every text here is ASCII by its form, and counting the characters of a letter costs more than reading it.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, allErrors: false, unicode: false, logger: false } },
    // An address that is none reaches no route and no hook.
    frameworkErrors: (_error, _request, reply) => {
      reply.hijack();
      reply.raw.writeHead(refusalStatus, { ...quietHeaders, ...refusalHeaders }).end(refusalText);
    },
  });
  app.addHook("onRoute", onRoute);
  app.addHook("onRequest", (_request, reply, done) => {
    reply.headers(quietHeaders);
    done();
  });
  app.setNotFoundHandler((_request, reply) => refuse(reply));
  app.setErrorHandler((error, request, reply) => {
    // What was asked wrongly is nobody's business; a fault of ours is told by the place alone.
    if (!isTheirs(error)) tell(`intake: ${request.method} ${request.routeOptions.url ?? "unknown path"} failed`);
    return refuse(reply);
  });
  readBodies(app, bodyMs);
  addForceSet(app, door);
  addChallenge(app, door);
  addLetters(app, door);
  addPacks(app, door);
  addLooks(app, door);
  addMailbox(app, door);
  addSessions(app, door);
  addItems(app, door);
  addAcknowledge(app, door);
  addReplies(app, door);
  await app.ready();
  return app;
}

/** JSON where JSON is asked for; the bytes of an upload are left for who stores them. Nothing else is read. */
function readBodies(app: FastifyInstance, bodyMs?: number): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", (_request: FastifyRequest, body: BodyStream) => readJson(body, bodyMs));
  app.addContentTypeParser("application/offset+octet-stream", () => Promise.resolve(undefined));
}

/** Whether a failure is what somebody sent, and not a fault of ours. */
function isTheirs(error: unknown): boolean {
  const status: unknown = typeof error === "object" && error !== null ? Reflect.get(error, "statusCode") : undefined;
  return typeof status === "number" && status >= 400 && status < 500;
}
