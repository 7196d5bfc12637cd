import { argon2id, textToBytes } from "@unmask/seal";
import { deriveMailbox, makeReceipt } from "@unmask/submission";
import { expect, test } from "vitest";

const secondsAYear = 365.25 * 24 * 3_600;

test("whoever guesses at the words of a receipt needs longer than there is time", async () => {
  const receipt = makeReceipt((size) => textToBytes("abcdefghijklmnop").slice(0, size));
  const start = performance.now();
  await deriveMailbox(receipt, "00112233445566778899aabbccddeeff", argon2id);
  const secondsAGuess = (performance.now() - start) / 1_000;
  // Half of them on the average, on a million machines like this one.
  const years = (2 ** 79 * secondsAGuess) / 1e6 / secondsAYear;
  console.log(`one guess ${Math.round(secondsAGuess * 1_000)} ms, 2^80 receipts: ${years.toExponential(1)} years on a million machines`);
  expect(years).toBeGreaterThan(1e6);
});
