/** `npm start`: installs, builds and serves the person's app and the verifier on this machine alone, and prints their addresses. */
import { installPackages } from "./install.mjs";

installPackages();
const { build } = await import("./build.mjs");
await build();
const { tsImport } = await import("tsx/esm/api");
const { serve } = await tsImport("../apps/person/serve.ts", import.meta.url);
const { verifierPage } = await tsImport("../apps/verifier/serve.ts", import.meta.url);

/** Fixed, because what a browser keeps belongs to one origin, port included. */
const defaultPort = 4180;
const port = Number(process.env["PORT"] ?? defaultPort);
const outcome = await serve(port, new Map([["/verify", verifierPage()]]));
if (!outcome.ok) {
  console.error(outcome.error);
  process.exit(1);
}
console.log(
  `Open ${outcome.value.address}\nOnce you have gone on from its first page it works without this, but for the typesetter of the report. Ctrl+C stops it.\nTo check a pack: ${outcome.value.address}verify`,
);
