import { readFile, stat } from "node:fs/promises";
import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { type Result, failed, ok } from "@unmask/core";

/**
 * Serves a built app to this machine and to nobody else, under one name: `localhost`. What a browser stores belongs to a name, and passkeys
 * are refused on an address, so whoever comes by an address is sent to the name. No cookie, no log, no request that changes anything.
 */
export interface ServedApp {
  /** The folder of the build. */
  readonly folder: string;
  /** The `Content-Security-Policy` of every file. */
  readonly contentPolicy: string;
  /** Whether the browser's own cache must keep no copy of a file, named by its path. */
  isNeverCached(file: string): boolean;
  /** A path that has the browser's own cache forget the app. */
  readonly forgetPath?: string;
  /** Pages of other apps that this server hands out beside it, by the path that is asked for. */
  readonly pages?: ReadonlyMap<string, ServedPage>;
}

/** One page that is whole in one file, with the policy it goes out under. */
export interface ServedPage {
  readonly file: string;
  /** Its `Content-Security-Policy`. */
  readonly contentPolicy: string;
}

const typeByExtension: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json",
  ".map": "application/json",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
  ".ttf": "font/ttf",
};

/** Forms that a build may have pressed beforehand, beside each file, the smallest first. */
const endings = [
  ["br", ".br"],
  ["gzip", ".gz"],
] as const;

/** `localhost` leads to either, by the choice of the browser. */
const loopbacks = ["127.0.0.1", "::1"] as const;
const ownName = "localhost";

/** A server that runs. */
export interface Serving {
  readonly address: string;
  close(): Promise<void>;
}

/** Listens on the loopback addresses of both families; a machine without the newer one does with the other. A port in use is a failure that says what to do. */
export async function serveApp(app: ServedApp, port: number): Promise<Result<Serving, string>> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return failed("PORT must be a number from 1 to 65535.");
  const servers: Server[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(servers.map(closed));
  };
  let bound = port;
  for (const host of loopbacks) {
    const outcome = await listen(app, { port: bound, host });
    if (outcome.ok) {
      servers.push(outcome.value);
      bound = portOf(outcome.value) ?? bound;
    } else if (!(servers.length > 0 && hasNoFamily(outcome.error))) {
      await close();
      return failed(saysOf(outcome.error, bound));
    }
  }
  return ok({ address: `http://${ownName}:${bound}/`, close });
}

function listen(app: ServedApp, place: { readonly port: number; readonly host: string }): Promise<Result<Server, string>> {
  const server = createServer((request, response) => {
    answer(app, request, response).catch(() => {
      response.writeHead(500).end();
    });
  });
  return new Promise((resolve) => {
    server.once("error", (error: NodeJS.ErrnoException) => resolve(failed(error.code ?? "no code")));
    server.listen({ ...place, ipv6Only: true }, () => resolve(ok(server)));
  });
}

function hasNoFamily(code: string): boolean {
  return code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT";
}

function saysOf(code: string, port: number): string {
  const instead = `hoose another port: PORT=${port + 1} npm start`;
  return code === "EADDRINUSE"
    ? `Port ${port} is taken by another program. Stop that program, or c${instead}`
    : `The app could not listen on port ${port} (${code}). C${instead}`;
}

function portOf(server: Server): number | undefined {
  const bound = server.address();
  return bound !== null && typeof bound === "object" ? bound.port : undefined;
}

function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

async function answer(app: ServedApp, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Another name for this address would be another site's page reaching in (DNS rebinding).
  const [, name, port = ""] = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.exec(request.headers.host ?? "") ?? [];
  if (name === undefined) return void response.writeHead(421).end();
  if (request.method !== "GET" && request.method !== "HEAD") return void response.writeHead(405, { allow: "GET, HEAD" }).end();
  const asked = parseAsked(request.url ?? "/");
  if (!asked) return void response.writeHead(404).end();
  if (name !== ownName) {
    const location = `http://${ownName}${port}${asked.pathname}${asked.search}`;
    return void response.writeHead(308, { location, "cache-control": "no-store" }).end();
  }
  if (asked.pathname === app.forgetPath) return answerForget(request, response);
  const page = app.pages?.get(asked.pathname);
  const file = page?.file ?? fileOf(app.folder, asked.pathname);
  if (file === undefined || !(await isFile(file))) return void response.writeHead(404).end();
  const { contentPolicy } = page ?? app;
  await sendFile(file, { contentPolicy, isNeverCached: page !== undefined || app.isNeverCached(file), request, response });
}

function answerForget(request: IncomingMessage, response: ServerResponse): void {
  // Of another site's page it would be a change.
  if (request.headers["sec-fetch-site"] !== "same-origin") return void response.writeHead(404).end();
  response.writeHead(204, { "clear-site-data": '"cache"', "cache-control": "no-store" }).end();
}

interface Exchange {
  readonly contentPolicy: string;
  readonly isNeverCached: boolean;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** The file as it is or as it was pressed: one address, several forms, each with a tag of its own. A range is answered with the whole. */
async function sendFile(file: string, { contentPolicy, isNeverCached, request, response }: Exchange): Promise<void> {
  const { form, encoding } = await formOf(file, request.headers["accept-encoding"] ?? "");
  const { size, mtimeMs } = await stat(form);
  const tag = `"${Math.round(mtimeMs).toString(36)}-${size.toString(36)}"`;
  const headers = {
    "content-type": typeByExtension[extname(file)] ?? "application/octet-stream",
    ...(encoding === undefined ? {} : { "content-encoding": encoding }),
    vary: "Accept-Encoding",
    etag: tag,
    "accept-ranges": "none",
    "content-security-policy": contentPolicy,
    "cache-control": isNeverCached ? "no-store" : "no-cache",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  };
  if (request.headers["if-none-match"] === tag) return void response.writeHead(304, headers).end();
  // Read before the head is sent: a file that vanishes between can still be answered as missing.
  const body = request.method === "HEAD" ? undefined : await readFile(form);
  response.writeHead(200, { ...headers, "content-length": body?.length ?? size });
  response.end(body);
}

async function formOf(file: string, accepted: string): Promise<{ readonly form: string; readonly encoding?: string }> {
  for (const [encoding, ending] of endings) {
    if (isAccepted(encoding, accepted) && (await isFile(file + ending))) return { form: file + ending, encoding };
  }
  return { form: file };
}

/** Whether the list names the encoding and does not refuse it by `q=0` (RFC 9110, 12.5.3). */
function isAccepted(encoding: string, accepted: string): boolean {
  const named = accepted
    .toLowerCase()
    .split(",")
    .map((one) => one.replaceAll(/\s/g, "").split(";"))
    .find(([name]) => name === encoding);
  return named !== undefined && !/^q=0(\.0*)?$/.test(named[1] ?? "");
}

function parseAsked(url: string): URL | undefined {
  try {
    return new URL(url, `http://${ownName}`);
  } catch {
    return undefined;
  }
}

/** The file that a path names, or undefined when it would leave the folder or is a form of another file. */
function fileOf(folder: string, pathname: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (path.includes("\0") || endings.some(([, ending]) => path.endsWith(ending))) return undefined;
  const file = normalize(join(folder, path.endsWith("/") ? `${path}index.html` : path));
  return file.startsWith(folder + sep) ? file : undefined;
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}
