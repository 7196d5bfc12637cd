import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { growWords } from "./src/references/grow-words.ts";
import { createWordOdds } from "./src/references/word-odds.ts";

/**
 * Writes the words for paper by how likely each letter is after those before it, four tenths of what they take as they stand. Stops the build
 * where they would not grow into the same list. Belongs in `worker.plugins`.
 */
export function words(): Plugin {
  return {
    name: "words",
    enforce: "pre",
    load(id) {
      if (!id.endsWith("/seal/src/word-list.ts")) return undefined;
      const wordList = /`([^`]*)`/.exec(readFileSync(id, "utf8"))?.[1]?.trim().split(/\s+/) ?? [];
      if (wordList.length < 7_420) throw new Error("the words for paper are not where they were");
      const packed = packWords(wordList);
      if (growWords(packed).join() !== wordList.join()) throw new Error("the words for paper do not grow into the same list");
      const grow = fileURLToPath(new URL("src/references/grow-words.ts", import.meta.url));
      return `import { growWords } from ${JSON.stringify(grow)};\nexport const wordList = growWords(${JSON.stringify(packed)});\n`;
    },
  };
}

/** Words of small letters in the order of the alphabet as the bytes, base64, from which they grow: an arithmetic coder by the odds of `word-odds`. */
export function packWords(list: readonly string[]): string {
  const odds = createWordOdds();
  const bytes: number[] = [];
  let [low, high] = [0, 0xffffffff];
  for (const word of [...list, ""]) {
    for (const letter of [...Array.from(word, (char) => char.charCodeAt(0) - 96), 0]) {
      for (let i = 4; i >= 0; i--) {
        const bit = (letter >> i) & 1;
        const middle = low + Math.floor(((high - low) * odds.ofOne()) / 65_536);
        if (bit === 1) high = middle;
        else low = middle + 1;
        odds.learn(bit);
        while (Math.floor(low / 0x1000000) === Math.floor(high / 0x1000000)) {
          bytes.push(Math.floor(low / 0x1000000));
          low = (low % 0x1000000) * 256;
          high = (high % 0x1000000) * 256 + 255;
        }
      }
    }
  }
  for (let i = 3; i >= 0; i--) bytes.push(Math.floor(high / 256 ** i) % 256);
  return Buffer.from(bytes).toString("base64");
}
