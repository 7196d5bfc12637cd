import { expect, test } from "vitest";
import { readFully } from "./read-fully.ts";

test("a disk that gives a file a few bytes at a time gives all of it, and a file that ends early ends there", async () => {
  const file = Uint8Array.from({ length: 100 }, (_, i) => i);
  const read = async (bytes: Uint8Array, offset: number, length: number, position: number) => {
    const piece = file.subarray(position, position + Math.min(length, 7));
    bytes.set(piece, offset);
    return { bytesRead: piece.length };
  };
  expect(await readFully({ read }, new Uint8Array(50), 20)).toEqual(file.subarray(20, 70));
  expect(await readFully({ read }, new Uint8Array(50), 80)).toEqual(file.subarray(80));
  expect(await readFully({ read }, new Uint8Array(50), 200)).toEqual(new Uint8Array());
});
