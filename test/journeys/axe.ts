import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

/** The checker's own script, for `addInitScript`: the content policy lets nothing in afterwards. */
export const axe: string = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong with the page as it stands. */
export function runAxe(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    interface Found {
      violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
    }
    const check: unknown = Reflect.get(globalThis, "axe");
    if (typeof check !== "object" || check === null || !("run" in check) || typeof check.run !== "function") return ["axe is missing"];
    const { violations }: Found = await check.run(document, { resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary ?? ""}`);
  });
}
