import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { argon2id } from "@unmask/seal";
import { afterAll, expect, it } from "vitest";
import { lean } from "../../vite-lean.ts";

const libraries = fileURLToPath(new URL("../../../../node_modules/", import.meta.url));
const library = `${libraries}hash-wasm/dist/index.esm.js`;
// Beside the library, where it finds what it imports.
const asBuilt = library.replace("index.esm.js", `as-built-${process.pid}.mjs`);
afterAll(() => rmSync(asBuilt, { force: true }));

it("opens her notes with the same key, whether her passphrase is worked through as on a terminal or as in her page", async () => {
  const { transform } = lean();
  if (typeof transform !== "function") throw new Error("the plugin changes no code");
  const changed: unknown = Reflect.apply(transform, undefined, [readFileSync(library, "utf8"), library]);
  if (typeof changed !== "object" || changed === null || !("code" in changed)) throw new Error("the library is not changed");
  writeFileSync(asBuilt, String(changed.code));
  const built: { readonly argon2id: (options: object) => Promise<Uint8Array> } = await import(pathToFileURL(asBuilt).href);
  const [password, salt] = [new TextEncoder().encode("a kettle for avon"), new Uint8Array(16).fill(7)];
  for (const [memory, passes, lanes, size] of [
    [64, 3, 1, 32],
    [128, 2, 2, 64],
    [256, 1, 4, 100],
  ] as const) {
    const options = { password, salt, memorySize: memory, iterations: passes, parallelism: lanes, hashLength: size, outputType: "binary" };
    expect(await built.argon2id(options)).toEqual(await argon2id(password, salt, { memory, passes, lanes, size }));
  }
});
