/**
 * Who may open which door. Fails as well when nothing was looked at: with a compiler it does not know, the tool cruises no module and is
 * green.
 */
import { cruise } from "dependency-cruiser";
import { root } from "./root.mjs";
import ruleSet from "./boundaries.rules.mjs";

process.chdir(root);
const leastModules = 40;
const { output } = await cruise(["packages", "apps"], {
  ruleSet,
  validate: true,
  exclude: { path: "(\\.test\\.tsx?$|/dist/)" },
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
const ours = modules.filter(({ source }) => /^(packages|apps)\//.test(source));
for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
if (ours.length < leastModules) console.error(`Only ${ours.length} modules were looked at; at least ${leastModules} exist.`);
process.exit(summary.violations.length === 0 && ours.length >= leastModules ? 0 : 1);
