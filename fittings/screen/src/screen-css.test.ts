import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const here = fileURLToPath(new URL(".", import.meta.url));
const read = (name: string): string => readFileSync(`${here}/${name}`, "utf8");
const sheet = read("screen.css");
const parts = readdirSync(here)
  .filter((name) => name.endsWith(".tsx"))
  .map(read)
  .join("\n");

/** Every word of the strings that can stand in a `className`. */
function classesOf(source: string): ReadonlySet<string> {
  const given = [...source.matchAll(/className=(?:"([^"]*)"|\{([^\n]*?)\}(?=[\s>]))/g)];
  return new Set(
    given.flatMap(([, plain, worked = ""]) => {
      const texts = plain === undefined ? [...worked.matchAll(/["`]([^"`$]*)/g)].map(([, text = ""]) => text) : [plain];
      return texts.flatMap((text) => text.match(/^[\w -]+$/)?.[0].split(" ") ?? []).filter((word) => /^[a-z][\w-]*\w$/.test(word));
    }),
  );
}

it("draws every part without the sheet of an app: each class that a part names has its rule here", () => {
  const named = [...classesOf(parts)];
  expect(named).toEqual(expect.arrayContaining(["segments", "sideways", "drawing", "mark", "number", "second"]));
  expect(named.filter((name) => !new RegExp(`\\.${name}\\b`).test(sheet))).toEqual([]);
});

it("takes no colour or face but those of the tokens, and a page’s margin only where it has one", () => {
  const defined = new Set([...`${read("tokens.css")}${sheet}`.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
  const used = [...sheet.matchAll(/var\((--[\w-]+)(,)?/g)];
  expect(used.length).toBeGreaterThan(20);
  expect(used.filter(([, name, fallback]) => !defined.has(name) && fallback === undefined).map(([, name]) => name)).toEqual([]);
});
