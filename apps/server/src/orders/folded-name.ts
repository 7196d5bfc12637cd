import { nameKey } from "@unmask/case";

/** How a name is looked for: by the key by which names are compared everywhere. */
export function foldedName(name: string): string {
  return nameKey(name);
}

/** Names of one person as they are kept to be looked for: each on a line of its own, with a line before the first and behind the last. */
export function namesToLookFor(names: readonly string[]): string {
  return `\n${[...new Set(names.map(foldedName))].join("\n")}\n`;
}
