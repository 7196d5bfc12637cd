import { realpathSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** Whether the module of this URL is the program that was started. */
export const isProgram = (url) => process.argv[1] !== undefined && url === pathToFileURL(realpathSync(process.argv[1])).href;

/**
 * Runs a check of ours when its file is the program, and prints each fault as `rule: place: what is wrong`. `rules` says what each rule
 * refuses; a fault of a rule that is not in it is a bug, because the plants are counted by `rules`.
 */
export function runAsProgram(url, rules, findFaults) {
  if (!isProgram(url)) return;
  const faults = findFaults();
  for (const { rule, at } of faults) {
    if (!Object.hasOwn(rules, rule)) throw new Error(`No rule is called ${rule}.`);
    console.error(`${rule}: ${at}: ${rules[rule]}`);
  }
  process.exit(faults.length === 0 ? 0 : 1);
}
