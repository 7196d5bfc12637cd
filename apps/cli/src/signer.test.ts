import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseInstant } from "@unmask/core";
import { publicKeyText } from "@unmask/seal";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createSha256 } from "@unmask/fittings-node";
import { openSigner } from "./signer.ts";
import type { World } from "./world.ts";

let home = "";

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "unmask-home-"));
  vi.stubEnv("UNMASK_HOME", join(home, "unmask"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true });
});

test("runs that begin at once on a new machine all go on, with one key, and one of them says that it was made", async () => {
  const said: string[] = [];
  const world: World = {
    terminal: {
      write: async () => true,
      unwritten: () => undefined,
      proveOutput: () => undefined,
      say: (line) => void said.push(line),
      showProgress: () => {},
      endProgress: () => {},
    },
    createSha256,
    now: () => parseInstant(0) ?? expect.fail(),
    random: (length) => new Uint8Array(randomBytes(length)),
    engine: { name: "Node", zones: "2025b" },
    signal: new AbortController().signal,
  };
  const keys = await Promise.all(Array.from({ length: 8 }, () => openSigner(undefined, world)));
  const texts = keys.map((key) => (key.ok ? publicKeyText(key.value) : key.error));
  expect(new Set(texts).size).toBe(1);
  const later = await openSigner(undefined, world);
  expect(later.ok && publicKeyText(later.value)).toBe(texts[0]);
  expect(said).toEqual([expect.stringMatching(/^A signing key was made for you/)]);
  expect(readdirSync(join(home, "unmask"))).toEqual(["signer.key"]);
  expect(statSync(join(home, "unmask", "signer.key")).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(home, "unmask", "signer.key"), "utf8").length).toBeGreaterThan(40);
});
