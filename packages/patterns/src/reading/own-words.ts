import { type Identity, normalName } from "@unmask/core";

/** How she can call herself in a table of her own. */
const ownWords: ReadonlySet<string> = new Set(["me", "i", "myself", "self"]);

/** Whether a name that was typed is a word for whoever typed it. */
export function isOwnWord({ kind, wrote }: Pick<Identity, "kind" | "wrote">): boolean {
  return kind === "name" && ownWords.has(normalName(wrote));
}
