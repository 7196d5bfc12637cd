import { expect, test } from "vitest";
import { normalName } from "./identity.ts";
import { isSpelledLike, markedName, nameForm } from "./name-form.ts";

const twins = [
  "Orla Finch\u200B",
  "\u202EOrla Finch",
  "Orla  Finch",
  "Ｏｒｌａ Ｆｉｎｃｈ",
  "Orla\u00A0Finch",
  "\u200EOrla Finch",
  "Or\u200Dla Finch",
  "Orla\u200C Finch",
];

function isAskedAbout(persona: { readonly normals: ReadonlySet<string> }, wrote: string, normal = nameForm(wrote)): boolean {
  return isSpelledLike(persona, { wrote, normal });
}

const her = { normals: new Set(["Orla Finch", "orla finch"]) };

test.each(twins)("a name that only prints as hers is another name, is asked about, and can be typed as it is told: %j", (name) => {
  expect(normalName(name)).toBe("orla finch");
  expect(nameForm(name)).not.toBe("orla finch");
  expect(nameForm(nameForm(name))).toBe(nameForm(name));
  expect(isAskedAbout(her, name)).toBe(true);
});

test("case, composed letters, blanks around it and WhatsApp's own mark of a name that was not saved are no other name", () => {
  expect(["orla finch", " Orla Finch ", "Zoe\u0308", "~\u202FOrla"].map(nameForm)).toEqual([
    "orla finch",
    "orla finch",
    "zo\u00EB",
    "~ orla",
  ]);
  expect(["Orla Finch", "ORLA FINCH", "Orla", "Garth Pell"].filter((name) => isAskedAbout(her, name))).toEqual([]);
});

test("joiners that are spelling and emoji are part of a name and no disguise", () => {
  const names = [
    "\u0645\u06CC\u200C\u062E\u0648",
    "\u0639\u0644\u06CC\u200C\u0631\u0636\u0627 \u0646\u0698\u0627\u062F",
    "\u0915\u094D\u200D\u0937",
    "\u09B0\u200D\u09CD\u09AF\u09BE\u09AC",
    "\u0D30\u0D3E\u0D1C\u0D28\u0D4D\u200D",
    "Mum \u{1F469}\u200D\u{1F4BB}",
    "Mum \u{1F469}\u{1F3FD}\u200D\u2764\uFE0F\u200D\u{1F48B}\u200D\u{1F468}",
    "\u{1F3F3}\uFE0F\u200D\u{1F308} Sam",
    "Mum \u2764\uFE0F",
    "Sam 1\uFE0F\u20E3",
    "\u845B\u{E0100}\u57CE",
  ];
  for (const name of names) {
    expect(nameForm(name)).toBe(normalName(name));
    expect(markedName(name)).toBe(name);
  }
});

test("what nobody can see in a name, and a letter that only looks like those beside it, is shown as its code", () => {
  expect([...twins.slice(0, 3), "Orl\u0430 Finch", "Orla\u3164Finch", "\u041E\u043B\u044C\u0433\u0430"].map(markedName)).toEqual([
    "Orla Finch[U+200B]",
    "[U+202E]Orla Finch",
    "Orla[2 blanks]Finch",
    "Orl[U+0430] Finch",
    "Orla[U+3164]Finch",
    "\u041E\u043B\u044C\u0433\u0430",
  ]);
  expect(isAskedAbout(her, "Orl\u0430 Finch")).toBe(true);
  expect(isAskedAbout(her, "Orla\u3164 Finch")).toBe(true);
});

const joined = [
  ["Ирина Wyle", "Ирина\u200D Wyle"],
  ["Tess 🌸", "Tess 🌸\u200D"],
  ["Tess 🌸🔥", "Tess 🌸\u200D🔥"],
  ["مینازاده", "مینازاده\u200C"],
  ["مینازاده", "میناز\u200Cاده"],
  ["वर्मा", "वर्मा\u200D"],
  ["田中花子", "田中\u200D花子"],
  ["Tess Wyle", "Tess\uFE0F Wyle"],
  ["Tess Wyle", "Tess Wyle\u{E0100}"],
  ["Tess Wyle", "Tess\u2062 Wyle"],
] as const;

test.each(joined)(
  "of two names the second has a sign that joins nothing: it is another name, asked about and marked: %s, %j",
  (hers, his) => {
    const persona = { normals: new Set([hers, nameForm(hers)]) };
    expect(nameForm(his)).not.toBe(nameForm(hers));
    expect(nameForm(nameForm(his))).toBe(nameForm(his));
    expect(isAskedAbout(persona, his)).toBe(true);
    expect(markedName(his)).toMatch(/\[U\+[0-9A-F]{4,5}\]/);
    expect(markedName(hers)).toBe(hers);
  },
);

test("a heart in red and one in black are two names, and it is asked whose the other is", () => {
  expect(isAskedAbout({ normals: new Set([nameForm("Mum \u2764\uFE0F")]) }, "Mum \u2764")).toBe(true);
  expect(isAskedAbout({ normals: new Set([nameForm("Mum \u2764")]) }, "Mum \u2764\uFE0F")).toBe(true);
});

test("a name that differs from hers in case alone is asked about where both stand in one export, and each is compared as written", () => {
  expect(isAskedAbout(her, "ORLA FINCH", "ORLA FINCH [as written]")).toBe(true);
  expect(isAskedAbout(her, "Orla Finch", "Orla Finch")).toBe(false);
});
