import { parsePassphrase } from "@unmask/seal";
import { expect, it } from "vitest";
import { sayWeak } from "./weak-passphrase.ts";

function saidOf(typed: string): string | undefined {
  const passphrase = parsePassphrase(typed);
  return passphrase.ok ? sayWeak(passphrase.value) : expect.fail(passphrase.error);
}

it.each([
  ["q", "3 seconds"],
  ["password1", "15 seconds"],
  ["bella", "7 seconds"],
  ["Bella1987", "15 minutes"],
  ["correct horse battery staple", "5 minutes"],
  ["kettle river walnut", "320 days"],
])("a passphrase that is soon guessed is said to be: %s, in about %s", (typed, time) => {
  expect(saidOf(typed)).toContain(`takes about ${time} to guess`);
});

it("what is said of it holds nothing of it", () => {
  expect(saidOf("bella")).not.toContain("bella");
});

it("names are said to be known to whoever knows her", () => {
  expect(saidOf("Hannah Reyes Owen Pike")).toMatch(/about 10 days to guess .* may know these names/);
});

it("nothing is said of four words that have nothing to do with each other", () => {
  expect(saidOf("glimpse furnace walnut tepid")).toBeUndefined();
});
