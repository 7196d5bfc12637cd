import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ServedApp, ServedPage } from "@unmask/fittings-node";

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

/** Her app and, under `/verify`, the verifier's page, as they were built; `apps` is the folder of the apps, `publicHost` the name that a proxy answers to. */
export function personSite(apps: URL, publicHost?: string): ServedApp {
  const page = verifierPage(fileURLToPath(new URL("verifier/dist/verify.html", apps)));
  return {
    name: "localhost",
    publicHost,
    folder: fileURLToPath(new URL("person/dist", apps)),
    contentPolicy,
    isNeverCached: isForReport,
    forgetPath,
    pages: page === undefined ? new Map() : new Map([["/verify", page]]),
  };
}

/** The built page; its policy is its own, and no other site may frame it. None where it is not built. */
function verifierPage(file: string): ServedPage | undefined {
  if (!existsSync(file)) return undefined;
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(file, "utf8"))?.[1];
  if (policy === undefined) throw new Error("the built page has no policy");
  return { file, contentPolicy: `${policy}; frame-ancestors 'none'` };
}
