import { type Instant, epoch, later } from "@unmask/core";
import { expect, test } from "vitest";
import { uuidV7 } from "./uuid-v7.ts";

const made: Instant = later(epoch, 1_795_000_000_123);

test("an id is a UUID of version 7 that begins with its time, whatever chance gives", () => {
  for (const fill of [0, 0x5a, 0xff]) {
    const id = uuidV7(made, (size) => new Uint8Array(size).fill(fill));
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replace("-", "").slice(0, 12), 16)).toBe(made);
  }
});

test("of two ids the later one sorts after the earlier", () => {
  const [first, second] = [made, later(made, 1)].map((now) => uuidV7(now, (size) => new Uint8Array(size).fill(0xff)));
  expect((first ?? "") < (second ?? "")).toBe(true);
});
