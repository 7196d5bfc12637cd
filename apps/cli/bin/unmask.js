#!/usr/bin/env node
// Committed, so that `npx unmask` resolves before anything is built.
import { existsSync } from "node:fs";

const built = new URL("../dist/main.js", import.meta.url);
if (existsSync(built)) {
  const { main } = await import(built.href);
  process.exitCode = await main(process.argv.slice(2));
} else {
  console.error("unmask is not built yet. Build it once, in the folder of the project: npm run build");
  process.exitCode = 1;
}
