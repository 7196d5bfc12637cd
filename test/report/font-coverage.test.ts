import { expect, test } from "vitest";
import { setReport } from "../../fittings/node/src/typst.ts";
import { coverageByFamily } from "../../packages/pack/src/report/font-coverage.ts";
import { families, familiesFor, fontsFor, isDrawn } from "../../packages/pack/src/report/fonts.ts";
import { toPrintable } from "../../packages/pack/src/report/printable.ts";
import { packCoverage } from "./write-coverage.ts";

test("the table of characters is what the font files say", () => {
  for (const family of families) expect(coverageByFamily[family.family]).toBe(packCoverage(family));
});

test("a font is asked for only when the text needs it", () => {
  expect(familiesFor("plain words, Zoë").map(({ family }) => family)).toEqual(["Noto Serif", "Noto Sans Mono"]);
  expect(familiesFor("سلام 🙂").map(({ family }) => family)).toEqual(["Noto Serif", "Amiri", "Noto Emoji", "Noto Sans Mono"]);
  expect(familiesFor("你好").map(({ family }) => family)).toContain("Noto Sans SC");
  expect(familiesFor("電話に出ない").map(({ family }) => family)).not.toContain("Noto Sans SC");
  expect(familiesFor("전화").map(({ family }) => family)).toEqual(["Noto Serif", "Noto Sans KR", "Noto Sans Mono"]);
});

test("every character that is printed as itself can be set as PDF/A, alone", async () => {
  const characters: string[] = [];
  for (let code = 0x20; code < 0x110000; code++) {
    if (code === 0xd800) code = 0xe000;
    const character = String.fromCodePoint(code);
    if (isDrawn(code) && toPrintable(character) === character) characters.push(character);
  }
  expect(characters.length).toBeGreaterThan(40_000);
  const fonts = fontsFor(characters.join(""));
  const chain = [...new Set(fonts.map(({ family }) => family))].map((name) => JSON.stringify(name)).join(", ");
  const main = `#set document(date: datetime(year: 2026, month: 1, day: 1))
#set text(font: (${chain}), fallback: false, size: 4pt)
#set page(width: 400mm, height: 400mm)
#for line in json("data.json") [#line#parbreak()]`;
  const lines = Array.from({ length: Math.ceil(characters.length / 50) }, (_, i) => characters.slice(i * 50, i * 50 + 50).join(" "));
  const encoder = new TextEncoder();
  const result = await setReport({
    main: "/all.typ",
    files: [
      { path: "/all.typ", bytes: encoder.encode(main) },
      { path: "/data.json", bytes: encoder.encode(JSON.stringify(lines)) },
    ],
    fonts,
    standard: "a-2a",
  });
  expect(result.ok ? "set" : result.error.says).toBe("set");
}, 120_000);
