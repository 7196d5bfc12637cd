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
const her = { normals: new Set(["Orla Finch", "orla finch"]) };

test.each(twins)("a name that only prints as hers is another name, is asked about, and can be typed as it is told: %j", (name) => {
  expect(normalName(name)).toBe("orla finch");
  expect(nameForm(name)).not.toBe("orla finch");
  expect(nameForm(nameForm(name))).toBe(nameForm(name));
  expect(isSpelledLike(her, name)).toBe(true);
});

test("case, composed letters, blanks around it and WhatsApp's own mark of a name that was not saved are no other name", () => {
  expect(["orla finch", " Orla Finch ", "Zoe\u0308", "~\u202FOrla"].map(nameForm)).toEqual([
    "orla finch",
    "orla finch",
    "zo\u00EB",
    "~ orla",
  ]);
  expect(["Orla Finch", "ORLA FINCH", "Orla", "Garth Pell"].filter((name) => isSpelledLike(her, name))).toEqual([]);
});

test("joiners that are spelling and emoji are part of a name and no disguise", () => {
  for (const name of ["\u0645\u06CC\u200C\u062E\u0648", "\u0915\u094D\u200D\u0937", "Mum \u{1F469}\u200D\u{1F4BB}", "Mum \u2764\uFE0F"]) {
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
  expect(isSpelledLike(her, "Orl\u0430 Finch")).toBe(true);
  expect(isSpelledLike(her, "Orla\u3164 Finch")).toBe(true);
});
