#!/usr/bin/env node
// Committed, so that `npx unmask` resolves before anything is built.
import { existsSync } from "node:fs";

/** What the force's side does has a program of its own: it carries a database and a server, which nobody else should wait for. */
const ofForce = ["server", "force", "audit"];
const app = ofForce.includes(process.argv[2] ?? "") ? "../../server/dist/main.js" : "../dist/main.js";
const built = new URL(app, import.meta.url);
if (existsSync(built)) {
  const { main } = await import(built.href);
  process.exitCode = await main(process.argv.slice(2));
} else {
  console.error("unmask is not built yet. Build it once, in the folder of the project: npm run build");
  process.exitCode = 1;
}
