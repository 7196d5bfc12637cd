import { readFile, stat } from "node:fs/promises";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type Result, failed, ok } from "@unmask/core";

/**
 * Serves the built app to this machine and to nobody else. No cookie, no log, no request that changes anything.
 *
 * The policy is dependencies' strictest that still compiles WebAssembly: nothing is loaded from elsewhere, no text becomes script.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types unmask",
].join("; ");

const typeByExtension: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
  ".ttf": "font/ttf",
};

const folder = join(fileURLToPath(new URL(".", import.meta.url)), "dist");

/** A server that runs. */
export interface Serving {
  readonly address: string;
  close(): Promise<void>;
}

/** Listens on the loopback address. A port in use is a failure that says what to do. */
export function serve(port: number): Promise<Result<Serving, string>> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return Promise.resolve(failed("PORT must be a number from 1 to 65535."));
  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      response.writeHead(500).end();
    });
  });
  return new Promise((resolve) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      resolve(
        failed(
          error.code === "EADDRINUSE"
            ? `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`
            : `The app could not listen on port ${port} (${error.code ?? "no code"}). Choose another port: PORT=${port + 1} npm start`,
        ),
      );
    });
    server.listen(port, "127.0.0.1", () => {
      const bound = server.address();
      const boundPort = bound !== null && typeof bound === "object" ? bound.port : port;
      resolve(
        ok({
          address: `http://127.0.0.1:${boundPort}/`,
          close: () =>
            new Promise<void>((done) => {
              server.close(() => done());
              server.closeAllConnections();
            }),
        }),
      );
    });
  });
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Another name for this address would be another site's page reaching in (DNS rebinding).
  const host = (request.headers.host ?? "").replace(/:\d+$/, "");
  if (host !== "localhost" && host !== "127.0.0.1") return void response.writeHead(421).end();
  if (request.method !== "GET" && request.method !== "HEAD") return void response.writeHead(405, { allow: "GET, HEAD" }).end();
  const file = fileOf(request.url ?? "/");
  if (file === undefined || !(await isFile(file))) return void response.writeHead(404).end();
  const body = await readFile(file);
  response.writeHead(200, {
    "content-type": typeByExtension[extname(file)] ?? "application/octet-stream",
    "content-length": body.length,
    "content-security-policy": policy,
    "cache-control": "no-cache",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** The file that a path names, or undefined when it would leave the folder. */
function fileOf(url: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return undefined;
  }
  if (path.includes("\0")) return undefined;
  const file = normalize(join(folder, path.endsWith("/") ? `${path}index.html` : path));
  return file.startsWith(folder + sep) ? file : undefined;
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}
