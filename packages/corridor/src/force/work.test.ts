import { expect, test } from "vitest";
import { isWork } from "./work.ts";

const parameters = { algorithm: "PBKDF2/SHA-256", nonce: "00", salt: "00", cost: 1_000, keyLength: 32, keyPrefix: "00" };

test("work of which one try would never end is not begun, and what is no challenge neither", () => {
  expect(isWork({ parameters, signature: "00" })).toBe(true);
  for (const other of [
    null,
    [],
    { parameters },
    { parameters: { ...parameters, cost: 1e9 }, signature: "00" },
    { parameters: { ...parameters, cost: "5" }, signature: "00" },
    { parameters: { ...parameters, salt: 1 }, signature: "00" },
  ]) {
    expect(isWork(other)).toBe(false);
  }
});
