/** `npm start`: installs, builds and serves the person's app and the verifier on this machine alone, and prints their addresses. */
import { installPackages } from "./install.mjs";

installPackages();
const { build } = await import("./build.mjs");
await build();
const { tsImport } = await import("tsx/esm/api");
const { listen } = await tsImport("../fittings/node/src/index.ts", import.meta.url);
const { answerOrigin } = await tsImport("../apps/server/src/ports/intake-origin.ts", import.meta.url);
const { personSite } = await tsImport("../apps/server/src/ports/person-site.ts", import.meta.url);

/** Fixed, because what a browser keeps belongs to one origin, port included. */
const defaultPort = 4180;
const port = Number(process.env["PORT"] ?? defaultPort);
const site = personSite(new URL("../apps/", import.meta.url));
const outcome = await listen(answerOrigin(site, undefined, console.error), { port, tryPort: (free) => `PORT=${free} npm start` });
if (!outcome.ok) {
  console.error(outcome.error);
  process.exit(1);
}
const address = `http://localhost:${outcome.value.port}/`;
console.log(
  `Open ${address}\nOnce you have gone on from its first page it works without this, but for the typesetter of the report. Ctrl+C stops it.\nTo check a pack: ${address}verify`,
);
