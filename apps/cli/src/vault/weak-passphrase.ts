import { reveal } from "@unmask/core";
import { type Passphrase, guessTyped, isWeak, secondsToGuess } from "@unmask/seal";
import { sayCount } from "@unmask/words";

/** Seconds that one try takes on a machine like this (docs/formats/vault.md, "Passphrase"). */
const secondsATry = 0.3;

/** What is said of a new passphrase that is soon guessed, as her app says it; undefined of another. None is refused: she knows who looks for it. */
export function sayWeak(passphrase: Passphrase): string | undefined {
  const guess = guessTyped(reveal(passphrase));
  if (guess === undefined || !isWeak(guess, secondsATry)) return undefined;
  return `This passphrase takes about ${sayTime(secondsToGuess(guess, secondsATry))} to guess on one machine like this. ${guess.madeOf === "names" ? "Whoever knows you may know these names." : "People who know you try names, pets and dates first."} You can use it. It stops a glance. It does not stop time and a copy of this folder. Better are four words or more that have nothing to do with you or with each other: \`unmask vault keys FOLDER --passphrase\` changes it.`;
}

const units = [
  [365.25 * 24 * 3_600, "year"],
  [24 * 3_600, "day"],
  [3_600, "hour"],
  [60, "minute"],
] as const;

/** In the largest unit of which there are two, and never more than it is. */
function sayTime(seconds: number): string {
  const [length, unit] = units.find(([one]) => seconds >= 2 * one) ?? [1, "second"];
  return seconds < 2 ? "a second" : sayCount(Math.floor(seconds / length), unit);
}
