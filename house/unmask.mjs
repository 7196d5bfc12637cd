/** `npm run -s unmask -- read FILE`: the command line from its sources, without a build. To try an importer while it is being written. */
import { installPackages } from "./install.mjs";

installPackages();
const { tsImport } = await import("tsx/esm/api");
const { main } = await tsImport("../apps/cli/src/main.ts", import.meta.url);
process.exitCode = await main(process.argv.slice(2));
