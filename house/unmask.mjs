/** `npm run -s unmask -- read FILE`: the command line from its sources, without a build. To try an importer while it is being written. */
import { installPackages } from "./install.mjs";

installPackages();
const { tsImport } = await import("tsx/esm/api");
/** The same words as in apps/cli/bin/unmask.js. */
const app = ["server", "force", "audit", "learn"].includes(process.argv[2] ?? "") ? "server" : "cli";
const { main } = await tsImport(`../apps/${app}/src/main.ts`, import.meta.url);
process.exitCode = await main(process.argv.slice(2));
