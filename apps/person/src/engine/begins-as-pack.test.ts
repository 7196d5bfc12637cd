import { expect, test } from "vitest";
import { beginsAsPack } from "./begins-as-pack.ts";

test("a chosen file is a pack by how it begins, and a chat, a shorter file or an older envelope is none", () => {
  const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
  expect(beginsAsPack(bytesOf("age-encryption.org/v1\n-> X25519 abc\n"))).toBe(true);
  for (const other of ["[01/03/2026, 02:10:05] Owen Pike: I know", "age-encryption.org/v1", "age-encryption.org/v2\n", ""])
    expect(beginsAsPack(bytesOf(other))).toBe(false);
});
