#!/usr/bin/env node
// Committed, so that `npx unmask` resolves before anything is built.
const { existsSync } = require("node:fs");
const { join } = require("node:path");

// Threads that wait for the disk. Node has four, and reads this once, before its first file that is not CommonJS: with four, every letter that
// comes in waits behind the syncs of four others.
process.env["UV_THREADPOOL_SIZE"] ??= "16";

/** What the force's side does has a program of its own: it carries a database and a server, which nobody else should wait for. */
const ofForce = ["server", "force", "audit", "learn"];
const app = ofForce.includes(process.argv[2] ?? "") ? "../../server/dist/main.js" : "../dist/main.js";
if (existsSync(join(__dirname, app))) {
  // A fault ends the process, as one that nobody catches does.
  void import(app)
    .then(({ main }) => main(process.argv.slice(2)))
    .then((code) => {
      process.exitCode = code;
    });
} else {
  console.error("unmask is not built yet. Build it once, in the folder of the project: npm run build");
  process.exitCode = 1;
}
