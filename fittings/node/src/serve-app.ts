import { readFile, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { type NamedSite, siteAsked } from "./named-site.ts";

/**
 * A built app that is handed out under one name. What a browser stores belongs to a name, and passkeys are refused on an address, so whoever
 * comes by an address is sent to the name. No cookie, no log, no request that changes anything.
 */
export interface ServedApp extends NamedSite {
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

/** Answers a request with a file of the app: 421 to another name, 308 to an address of this machine, 405 to whatever would change something, 404 to what is not there. */
export async function answerWithFile(app: ServedApp, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const site = siteAsked(app, request.headers.host);
  if (site === undefined) return void response.writeHead(421).end();
  if (request.method !== "GET" && request.method !== "HEAD") return void response.writeHead(405, { allow: "GET, HEAD" }).end();
  const asked = parseAsked(request.url ?? "/");
  if (!asked) return void response.writeHead(404).end();
  if (site.isAddress) {
    const location = `http://${app.name}${site.port}${asked.pathname}${asked.search}`;
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
    return new URL(url, "http://localhost");
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
