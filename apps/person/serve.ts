import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Result } from "@unmask/core";
import { type ServedPage, type Serving, serveApp } from "@unmask/fittings-node";

/** The strictest policy that still compiles WebAssembly: nothing is loaded from elsewhere, no text becomes script. */
const contentPolicy = [
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

/** What only a report needs: the browser's own cache keeps no copy, because leaving could not remove it from there. */
const isForReport = (file: string): boolean => /\.(wasm|ttf)$/.test(file);

/** Asked for when she removes the app: the answer has the browser's own cache forget it too. */
const forgetPath = "/forget";

const folder = join(fileURLToPath(new URL(".", import.meta.url)), "dist");

/** Serves the built page on this machine alone, and beside it the pages of other apps, by their paths. The error says what to do. */
export function serve(port: number, pages: ReadonlyMap<string, ServedPage> = new Map()): Promise<Result<Serving, string>> {
  return serveApp({ folder, contentPolicy, isNeverCached: isForReport, forgetPath, pages }, port);
}
