import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { growWords } from "./src/references/grow-words.ts";

/**
 * Writes the words of a receipt by what each shares with the one before, a quarter less on the way to her. Stops the build where they would not
 * grow into the same list. Belongs in `worker.plugins`.
 */
export function words(): Plugin {
  return {
    name: "words",
    enforce: "pre",
    load(id) {
      if (!id.endsWith("/submission/src/receipt-words.ts")) return undefined;
      const receiptWords = /`([^`]*)`/.exec(readFileSync(id, "utf8"))?.[1]?.trim().split(/\s+/) ?? [];
      if (receiptWords.length < 7_420) throw new Error("the words of a receipt are not where they were");
      const packed = pack(receiptWords);
      if (growWords(packed).join() !== receiptWords.join()) throw new Error("the words of a receipt do not grow into the same list");
      const grow = fileURLToPath(new URL("src/references/grow-words.ts", import.meta.url));
      return `import { growWords } from ${JSON.stringify(grow)};\nexport const receiptWords = growWords(${JSON.stringify(packed)});\n`;
    },
  };
}

function pack(list: readonly string[]): string {
  return list
    .map((word, at) => {
      const last = list[at - 1] ?? "";
      let shared = 0;
      while (shared < last.length && last[shared] === word[shared]) shared++;
      return String.fromCharCode(65 + shared) + word.slice(shared);
    })
    .join("");
}
