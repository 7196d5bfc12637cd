import { expect, test } from "vitest";
import { nameKey } from "./name-key.ts";

test("a name is one however a keyboard types it: apostrophes, hyphens, blanks and letters that it does not have", () => {
  const spelled: readonly (readonly string[])[] = [
    ["O'Neill", "O’Neill", "O‘Neill", "Oʼneill", "O`NEILL", "O´Neill", "O｀Neill", "O″Neill", "ONeill"],
    ["Stanisław Wąs", "Stanislaw Was", "STANISLAW  WAS", "Stanis\u00adław Wa\u0328s"],
    ["Ann-Marie Lloyd-Parry", "Ann Marie Lloyd Parry", "Ann‑Marie Lloyd–Parry", " ann−marie\u00a0lloyd parry "],
    ["Søren Ångström", "Soren Angstrom"],
    ["Jürgen Weiß", "Jurgen WEISS", "Jurgen Weiẞ"],
    ["Æthelred Þór Œuvre", "Aethelred Thor Oeuvre"],
    ["Guðrún Đặng", "Gudrun Dang"],
    ["Işıl İnce", "Isil Ince"],
    ["Pieter van ŉ Berg", "Pieter van 'n Berg", "Pieter van n Berg"],
    ["مُحَمَّد", "محمد"],
    ["يحيى كريم", "یحیی کریم", "يحيي كريم"],
    ["ダナカ", "タ\u3099ナカ", "ﾀﾞﾅｶ"],
  ];
  for (const names of spelled) expect([...new Set(names.map(nameKey))]).toHaveLength(1);
  expect(new Set(spelled.map(([name = ""]) => nameKey(name))).size).toBe(spelled.length);
});

test("two names that read differently stay two, and one of nothing but signs is itself", () => {
  expect(nameKey("राम")).not.toBe(nameKey("रम"));
  expect(nameKey("タナカ")).not.toBe(nameKey("ダナカ"));
  expect(nameKey("はん")).not.toBe(nameKey("ぱん"));
  expect(nameKey("Anna Lee")).not.toBe(nameKey("Annalee"));
  expect(nameKey("Владимир")).not.toBe(nameKey("Vladimir"));
  expect(nameKey("’")).not.toBe(nameKey("-"));
  expect(nameKey(" ’ ")).toBe("’");
});
