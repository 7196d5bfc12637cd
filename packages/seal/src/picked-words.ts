import { type Redacted, redact } from "@unmask/core";
import { wordList } from "./word-list.ts";

/** Words for a passphrase that nobody made up: each is drawn from the list of the words for paper, whatever the others are. */

/** How many words each is drawn from. */
export const wordsToPickFrom: number = wordList.length;

/** Two bytes make a number; from here on the first words of the list would come up more often than the last. */
const drawnBelow = 65_536 - (65_536 % wordList.length);

/** Draws so many words, each as likely as every other, joined by single blanks. */
export function pickWords(count: number, random: (size: number) => Uint8Array): Redacted<string> {
  const words: string[] = [];
  while (words.length < count) {
    const [high = 0, low = 0] = random(2);
    const drawn = high * 256 + low;
    if (drawn < drawnBelow) words.push(wordList[drawn % wordList.length] ?? "");
  }
  return redact(words.join(" "));
}
