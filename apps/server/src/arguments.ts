import { parseArgs } from "node:util";
import { type Result, failed, ok } from "@unmask/core";

/** The options of a command, each given once and not empty. */
export type Options<Name extends string> = { readonly [Each in Name]?: string };

/** Reads the options after a command's words; nothing else may stand there. The failure is one line that says what is wrong. */
export function parseOptions<const Name extends string>(args: readonly string[], names: readonly Name[]): Result<Options<Name>, string> {
  const known = Object.fromEntries(names.map((name) => [name, { type: "string" as const }]));
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: [...args], options: known, strict: true, tokens: true });
  } catch (error) {
    return failed(error instanceof Error ? `${error.message.split(/\. |\n/)[0] ?? ""}.` : "The options cannot be read.");
  }
  const met = new Set<string>();
  for (const token of parsed.tokens ?? []) {
    if (token.kind !== "option") continue;
    if (met.has(token.name)) return failed(`--${token.name} stands twice: give it once.`);
    if (token.value === "") return failed(`--${token.name} is empty.`);
    met.add(token.name);
  }
  const options: { [Each in Name]?: string } = {};
  for (const name of names) {
    const value = parsed.values[name];
    if (typeof value === "string") options[name] = value;
  }
  return ok(options);
}

/** A whole number from 1 to `most`, as digits. */
export function parseCount(name: string, text: string, most: number): Result<number, string> {
  const count = /^[1-9]\d{0,15}$/.test(text) ? Number(text) : 0;
  return count >= 1 && count <= most ? ok(count) : failed(`--${name} ${text}: write a whole number from 1 to ${most}.`);
}
