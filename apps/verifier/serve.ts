import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ServedPage } from "@unmask/fittings-node";

/** The built page, for whichever server hands it out under `/verify`. Its policy is its own, and no other site may frame it. */
export function verifierPage(): ServedPage {
  const file = fileURLToPath(new URL("dist/verify.html", import.meta.url));
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(file, "utf8"))?.[1];
  if (policy === undefined) throw new Error("the built page has no policy");
  return { file, contentPolicy: `${policy}; frame-ancestors 'none'` };
}
