/**
 * Who may open which door. Fails as well when a source file was not looked at: with a compiler it does not know, the tool cruises no module
 * and is green.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { cruise } from "dependency-cruiser";
import ruleSet from "./boundaries.rules.mjs";
import { namesByFolder, sourceFiles } from "./floors.mjs";
import { isProgram } from "./report.mjs";
import { root } from "./root.mjs";

/** What is refused, by name: the boundary law, and a source that the tool passed over. */
export const rules = [...ruleSet.forbidden.map(({ name }) => name), "every-source-is-looked-at"];

/** Our own tests and builds only: packages from npm lie in folders called dist too, and must be seen. */
const leftOut = "^(packages|fittings|apps)/.*\\.test\\.tsx?$|^apps/[^/]+/dist/";

if (isProgram(import.meta.url)) {
  process.chdir(root);
  const folders = Object.keys(namesByFolder).filter((folder) => existsSync(join(root, folder)));
  const { output } = await cruise(folders, {
    ruleSet,
    validate: true,
    exclude: { path: leftOut },
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js"],
    },
    outputType: "json",
  });
  const { summary, modules } = JSON.parse(output);
  const lookedAt = new Set(modules.map(({ source }) => source));
  const missed = sourceFiles().filter((file) => !lookedAt.has(file));
  for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
  for (const file of missed) console.error(`every-source-is-looked-at: ${file}: the tool passed over it`);
  if (process.argv.includes("--count")) console.log(`${sourceFiles().length} modules, ${summary.totalDependenciesCruised} dependencies`);
  process.exit(summary.violations.length === 0 && missed.length === 0 ? 0 : 1);
}
