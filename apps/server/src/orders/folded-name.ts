/** How a name is looked for: small letters without marks above or below them, one space between words. Two that are written alike are found together. */
export function foldedName(name: string): string {
  return name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}

/** Names of one person as they are kept to be looked for: each on a line of its own, with a line before the first and behind the last. */
export function namesToLookFor(names: readonly string[]): string {
  return `\n${[...new Set(names.map(foldedName))].join("\n")}\n`;
}
