import { createWordOdds } from "./word-odds.ts";

/** Words in the order of the alphabet, from the bytes (base64) that an arithmetic coder made of them by the odds of `word-odds`. Throws on half of them. */
export function growWords(packed: string): readonly string[] {
  const bytes = Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
  const odds = createWordOdds();
  const words: string[] = [];
  let [low, high, at, value] = [0, 0xffffffff, 4, 0];
  for (let i = 0; i < 4; i++) value = value * 256 + (bytes[i] ?? 0);
  for (let word = ""; ;) {
    if (at > bytes.length + 4) throw new Error("the list of words is not whole");
    let letter = 0;
    for (let i = 0; i < 5; i++) {
      const middle = low + Math.floor(((high - low) * odds.ofOne()) / 65_536);
      const bit = value <= middle ? 1 : 0;
      if (bit === 1) high = middle;
      else low = middle + 1;
      odds.learn(bit);
      letter = letter * 2 + bit;
      while (Math.floor(low / 0x1000000) === Math.floor(high / 0x1000000)) {
        low = (low % 0x1000000) * 256;
        high = (high % 0x1000000) * 256 + 255;
        value = (value % 0x1000000) * 256 + (bytes[at++] ?? 0);
      }
    }
    if (letter > 0) word += String.fromCharCode(96 + letter);
    // A word without a letter ends the list.
    else if (word === "") return words;
    else {
      words.push(word);
      word = "";
    }
  }
}
