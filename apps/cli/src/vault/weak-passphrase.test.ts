import { parsePassphrase } from "@unmask/seal";
import { expect, it } from "vitest";
import { sayWeak } from "./weak-passphrase.ts";

function saidOf(typed: string): string | undefined {
  const passphrase = parsePassphrase(typed);
  return passphrase.ok ? sayWeak(passphrase.value) : expect.fail(passphrase.error);
}

it.each([
  ["q", "15 seconds"],
  ["password1", "15 seconds"],
  ["bella", "3 minutes"],
  ["Bella1987", "5 hours"],
  ["correct horse", "42 hours"],
  ["correct horse battery", "10 years"],
])("a passphrase that is soon guessed is said to be: %s, in about %s", (typed, time) => {
  expect(saidOf(typed)).toContain(`takes about ${time} to guess`);
});

it("what is said of it holds nothing of it", () => {
  expect(saidOf("bella")).not.toContain("bella");
});

it("nothing is said of four words", () => {
  expect(saidOf("correct horse battery staple")).toBeUndefined();
});
