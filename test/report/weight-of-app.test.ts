import { expect, test } from "vitest";
import { weighApp } from "../../apps/person/vite-weigh.ts";

const pageOf = (name: string): string =>
  `<script type="module" src="/assets/${name}.js"></script><link rel="stylesheet" href="/assets/app.css">`;
const texts: Readonly<Record<string, string>> = {
  "index.html": pageOf("app"),
  "notes/index.html": pageOf("notes"),
  "assets/app.js": 'import{a}from"./shared.js";const go=()=>import(`./main.js`);',
  "assets/notes.js": 'import{a}from"./shared.js";const go=()=>import(`./main.js`),worker="/assets/engine.js";',
  "assets/main.js": 'import"./shared.js";const more=()=>import(`./support.js`);',
  "assets/engine.js": "const more=()=>import(`./reading.js`),other=`/assets/typst-layouts.js`;",
};
const sizes = new Map([
  ["index.html", 9_000],
  ["notes/index.html", 3_000],
  ["assets/app.js", 40_000],
  ["assets/shared.js", 10_000],
  ["assets/app.css", 1_000],
  ["assets/notes.js", 6_000],
  ["assets/main.js", 60_000],
  ["assets/engine.js", 120_000],
  ["assets/support.js", 1_000],
  ["assets/reading.js", 1_000],
  ["assets/typst-layouts.js", 300_000],
  ["assets/NotoSerif.ttf", 900_000],
]);

const weighed = (changed: readonly (readonly [string, number])[] = []) =>
  weighApp({ sizes: new Map([...sizes, ...changed]), textOf: (name) => texts[name] ?? "" });

test("her app is as heavy as what is fetched for it, without what is fetched when she asks for it", () => {
  expect(weighed().map(({ weight }) => weight)).toEqual([60_000, 200_000, 251_000]);
});

test("an app that is a byte heavier than was promised is not built, and what is heaviest is named", () => {
  expect(() => weighed([["assets/app.js", 40_001]])).toThrow(
    "the first question takes 60001 bytes, more than 60000; of them assets/app.js 40001",
  );
  expect(() => weighed([["assets/engine.js", 120_001]])).toThrow(
    "opening the notes and writing takes 200001 bytes, more than 200000; of them assets/engine.js 120001",
  );
  const most = weighed()[2]?.most ?? 0;
  expect(() => weighed([["assets/new-wasm.wasm", most - 251_000 + 1]])).toThrow(`takes ${most + 1} bytes, more than ${most}`);
});

test("what a script of the way imports is on the way, and a file that is fetched and was not built is a fault", () => {
  const withPart: Readonly<Record<string, string>> = { ...texts, "assets/engine.js": 'import{a}from"./core.js";' };
  const weigh = (all: ReadonlyMap<string, number>) => weighApp({ sizes: all, textOf: (name) => withPart[name] ?? "" });
  expect(() => weigh(new Map(sizes).set("assets/core.js", 5))).toThrow("opening the notes and writing takes 200005 bytes");
  expect(() => weigh(sizes)).toThrow("assets/core.js is fetched and was not built");
});

test("what comes with a part of the app is not said to be fetched when she asks for it", () => {
  const withLayouts: Readonly<Record<string, string>> = { ...texts, "assets/reading.js": 'import{a}from"./typst-layouts.js";' };
  expect(() => weighApp({ sizes, textOf: (name) => withLayouts[name] ?? "" })).toThrow("assets/typst-layouts.js is fetched unasked");
});

test("an app of which nothing is found is not called light", () => {
  const page = new Map([
    ["index.html", 1],
    ["notes/index.html", 1],
  ]);
  expect(() => weighApp({ sizes: page, textOf: () => "" })).toThrow("nothing was weighed");
});
