import { expect, test } from "vitest";
import { weighApp } from "../../apps/person/vite-weigh.ts";

const page = '<script type="module" src="/assets/app.js"></script><link rel="stylesheet" href="/assets/app.css">';
const sizes = new Map([
  ["index.html", 9_000],
  ["assets/app.js", 50_000],
  ["assets/app.css", 1_000],
  ["assets/engine.js", 390_000],
  ["assets/typst-layouts.js", 300_000],
  ["assets/NotoSerif.ttf", 900_000],
]);

test("her app is as heavy as what is fetched for it, without what is fetched when she asks for it", () => {
  expect(weighApp(sizes, page).map(({ weight }) => weight)).toEqual([60_000, 450_000]);
});

test("an app that is a byte heavier than was promised is not built, and what is heaviest is named", () => {
  expect(() => weighApp(new Map(sizes).set("assets/app.css", 1_001), page)).toThrow(
    "the first question takes 60001 bytes, more than 60000; of them assets/app.js 50000",
  );
  expect(() => weighApp(new Map(sizes).set("assets/engine.js", 390_001), page)).toThrow(
    "takes 450001 bytes, more than 450000; of them assets/engine.js 390001",
  );
  expect(() => weighApp(new Map(sizes).set("assets/new-wasm.wasm", 1), page)).toThrow("more than 450000");
});

test("an app of which nothing is found is not called light", () => {
  expect(() => weighApp(new Map([["index.html", 1]]), page)).toThrow("nothing was weighed");
});
