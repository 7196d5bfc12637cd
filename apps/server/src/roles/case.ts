import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { DeskParts } from "../access/desk-parts.ts";
import type { DeskReply, DeskRequest, DeskRoute } from "../access/desk-route.ts";
import type { ConsoleSite } from "../ports/console-site.ts";
import { doorRoutes } from "../routes/case/desk-routes.ts";

/**
 * The desk's HTTP, inside the force: the console's files and the routes under `/desk`, at one origin and under no other name. What asks a route
 * must carry a header that no other page can send: a look is an entry in an officer's name as much as a change is, and the cookie alone goes
 * along from every page of the same site.
 */

/** Bytes of a body; the largest is what a handler types in a call. */
const maxBody = 1_000_000;

/** Nothing from anywhere else, nothing written into the page, no frame. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types unmask",
].join("; ");

const headers = {
  "content-security-policy": contentPolicy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
};

/** What the desk is built of. */
export interface DeskSite {
  readonly parts: DeskParts;
  readonly routes: readonly DeskRoute[];
  readonly site: ConsoleSite;
  /** Where something failed, and never what. */
  readonly tell: (where: string) => void;
}

/** Builds the desk; it listens where the caller says. */
export async function createDesk({ parts, routes, site, tell }: DeskSite): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    exposeHeadRoutes: false,
    bodyLimit: maxBody,
    return503OnClosing: false,
    // An address that is none (`/desk/%zz`) reaches no route and no hook.
    frameworkErrors: (_error, _request, reply) => {
      reply.hijack();
      const type = { "content-type": "application/json; charset=utf-8" };
      reply.raw.writeHead(400, { ...headers, ...type }).end(JSON.stringify(notUnderstood));
    },
  });
  // JSON and nothing else: whatever a page of another can send by itself is of another kind.
  app.removeContentTypeParser("text/plain");
  const host = new URL(parts.origin).host;
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(headers);
    if (request.headers.host !== host) return reply.code(421).send({ says: "This is not the desk. No keys are asked for here." });
    // By the route that was found, however its address was spelled; what finds none is a page of the console.
    const isPage = request.is404 && request.method === "GET";
    if (!isPage && !isFromDesk(request.headers, parts.origin))
      return reply.code(403).send({ says: "This did not come from the desk. Nothing was done." });
    return undefined;
  });
  app.setErrorHandler((error, request, reply) => {
    const status: unknown = typeof error === "object" && error !== null ? Reflect.get(error, "statusCode") : undefined;
    if (typeof status === "number" && status >= 400 && status < 500) return reply.code(400).send(notUnderstood);
    tell(`desk: ${request.method} ${request.routeOptions.url ?? "unknown path"} failed`);
    return reply.code(500).send({ says: "Something failed here. What you typed is still on this page: try again." });
  });
  for (const { path, handle } of doorRoutes) addRoute(app, { method: "POST", path, handle }, parts);
  for (const route of routes) addRoute(app, route, parts);
  app.setNotFoundHandler((request, reply) => sendFile(site, request, reply));
  await app.ready();
  return app;
}

/** What a browser says of a request's page: this one, or nobody's at all. Old ones say nothing, and cannot send our header for another page either. */
const ownSites: readonly unknown[] = [undefined, "same-origin", "none"];

function isFromDesk(headers: FastifyRequest["headers"], origin: string): boolean {
  return headers["x-unmask-desk"] === "1" && [undefined, origin].includes(headers.origin) && ownSites.includes(headers["sec-fetch-site"]);
}

const notUnderstood = { says: "This was not understood. Nothing was done." };

function addRoute(
  app: FastifyInstance,
  { method, path, handle, mostBody }: Pick<DeskRoute, "method" | "path" | "handle" | "mostBody">,
  parts: DeskParts,
): void {
  app.route({
    method,
    ...(mostBody !== undefined && { bodyLimit: mostBody }),
    url: path,
    handler: async (request, reply) => {
      const answer = await handle(requestOf(request, cookieName(parts.origin)), parts);
      return sendReply(reply, answer, parts.origin);
    },
  });
}

function requestOf(request: FastifyRequest, cookie: string): DeskRequest {
  const reason = request.headers["x-unmask-reason"];
  return {
    params: textsOf(request.params),
    query: textsOf(request.query),
    body: request.body,
    secret: secretIn(request.headers.cookie ?? "", cookie),
    reason: typeof reason === "string" ? reason : "",
    // Whoever cancels closes the connection; one that ends its half alone is closed by us.
    isGone: () => request.raw.socket.destroyed || request.raw.socket.writable === false,
  };
}

/** Only keys with one text each: a key given twice is none. */
function textsOf(value: unknown): Readonly<Record<string, string>> {
  const texts = Object.entries(typeof value === "object" && value !== null ? value : {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return Object.fromEntries(texts);
}

function secretIn(header: string, name: string): string {
  const found = header.split("; ").find((one) => one.startsWith(`${name}=`));
  return found?.slice(name.length + 1) ?? "";
}

function cookieName(origin: string): string {
  return origin.startsWith("https:") ? "__Host-unmask-desk" : "unmask-desk";
}

/** A file of somebody's is saved and never shown: whatever stands in it, no browser runs it under the desk's name. */
const fileHeaders = {
  "content-type": "application/octet-stream",
  "content-security-policy": "default-src 'none'; sandbox",
  "x-content-type-options": "nosniff",
};

function sendReply(reply: FastifyReply, { status, body, cookie, file }: DeskReply, origin: string): FastifyReply {
  if (file !== undefined) {
    const entry = encodeURIComponent(JSON.stringify(body));
    void reply.headers({ ...fileHeaders, "content-disposition": `attachment; ${asFileName(file.name)}`, "x-unmask-entry": entry });
    return reply.code(status).send(Buffer.from(file.bytes));
  }
  if (cookie !== undefined) {
    const secure = origin.startsWith("https:") ? "; Secure" : "";
    const end = cookie === "" ? "; Max-Age=0" : "";
    void reply.header("set-cookie", `${cookieName(origin)}=${cookie}; Path=/; HttpOnly; SameSite=Strict${secure}${end}`);
  }
  return reply.code(status).send(body);
}

/** A name as a header can hold it (RFC 6266): letters that say a path or end the header stand for themselves nowhere. */
function asFileName(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._ -]/g, "_");
  return `filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name.replace(/[\p{Cc}\p{Cf}/\\]/gu, "_"))}`;
}

/** A file of the console; every other address that a person may have typed is the console's own to answer. */
function sendFile(site: ConsoleSite, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const [path = "/"] = request.url.split("?");
  const isPage = request.method === "GET" && !path.startsWith("/desk/") && !/\.[a-z0-9]+$/.test(path);
  const file = request.method === "GET" ? site.get(isPage ? "/index.html" : path) : undefined;
  if (file === undefined) return reply.code(404).send({ says: "There is nothing here." });
  return reply.header("content-type", file.type).send(Buffer.from(file.bytes));
}
