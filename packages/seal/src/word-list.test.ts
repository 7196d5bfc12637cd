import { describe, expect, test } from "vitest";
import { textToBytes } from "./bytes.ts";
import { sha256HexOf } from "./hashes.ts";
import { wordList } from "./word-list.ts";

describe("the list of words", () => {
  test("is long enough for ninety bits in seven words and 154 in twelve, in order, each word once, of letters alone", () => {
    expect(BigInt(wordList.length) ** 7n).toBeGreaterThanOrEqual(2n ** 90n);
    expect(BigInt(wordList.length) ** 12n).toBeGreaterThanOrEqual(2n ** 154n);
    expect(wordList.length).toBe(7_423);
    // The published hash of the list (docs/formats/submission.md): a list of one other word would open other mailboxes.
    expect(sha256HexOf(textToBytes(wordList.join("\n")))).toBe("d0baeaa155c9100b979ec203a99520f105ac7ab872eef3f2a2495de03f465765");
    expect(new Set(wordList).size).toBe(wordList.length);
    expect(wordList.every((word, place) => word > (wordList[place - 1] ?? ""))).toBe(true);
    for (const word of wordList) expect(word).toMatch(/^[a-z]{3,9}$/);
  });

  test("holds nothing that somebody who is frightened should have to keep", () => {
    for (const [what, begins] of Object.entries(unwanted)) {
      const stems = begins.split(" ");
      expect([what, ...wordList.filter((word) => stems.some((stem) => word.startsWith(stem)))]).toEqual([what]);
    }
  });

  test("has fewer words that one letter tells apart than the list that it comes from: no new word is near another", () => {
    const near = new Set<string>();
    const seen = new Map<string, readonly string[]>();
    for (const word of wordList) {
      for (const rest of [word, ...restsOf(word)]) {
        const same = seen.get(rest) ?? [];
        for (const other of same) if (other !== word) near.add(`${other} ${word}`);
        seen.set(rest, [...same, word]);
      }
    }
    expect(near.size).toBe(2_357);
  });
});

/** How words begin that are not in the list, by what they are of. */
const unwanted = {
  police: "police prison handcuff jail curfew parole constab",
  weapons:
    "weapon gun handgun knife penknife sword dagger blade lance rifle pistol revolver musket cannon grenade bomb hatchet slingsh mace",
  violence:
    "violen violate attack assault murd kill stabb strangl throttl impal punch kick slap smash clobber pummel maim mutil slit crush hurl",
  death: "dead death dying corpse coffin gravey graven hearse funeral burial widow suicid casualt",
  threats:
    "threat menac terror horr scare scary fright panic trembl worr nerv dread prowl lurk stalk stranger captive hostage predator snoop",
  harm: "wound bruis bleed blood injur scald burn drown chok suffoc poison venom torture contus",
  sex: "sex porn nude naked grope fondle molest rape rapi genital breast erect flirt caress celiba chast",
  drugs: "drug cocain heroin opium narcot marijuana freebas detox rehab overdos dosage snort",
  illness: "disease cancer tumor virus fever diabet pox paraly septic scurvy vertigo dizz sickn epidem",
  insults:
    "stupid idiot dumb moron ugly fatty skinny lanky tubby oaf nerd geek useless worthless loser hunchb bucktooth obsess crazy insan",
} as const;

function restsOf(word: string): readonly string[] {
  return Array.from(new Set(Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))));
}
