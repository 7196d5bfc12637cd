import fc from "fast-check";
import { expect, it } from "vitest";
import { readCatalogue, wordsInCode } from "../../vite-catalogue.ts";
import { compile, placesOf } from "../../vite-messages.ts";
import { keyOf } from "./key.ts";
import { fill } from "./message.ts";
import { translatedFiles } from "./translated.ts";

const english = new Intl.PluralRules("en-GB");
const inCode = [...wordsInCode()];

/** Words with their values, as text; an element is written as its place. */
function told(words: string, source: string, values: readonly string[], rules = english): string {
  const around = (place: number, inside: readonly string[]): string => `[${place}:${inside.join("")}]`;
  return fill(compile(words, placesOf(source)), { values, around, kindOf: (count) => rules.select(count) }).join("");
}

it("has each of the words in the code of her app in the catalogue, in the order of the files, and no others", () => {
  const listed = readCatalogue("en").map(({ msgid, references }) => [msgid, references]);
  expect(listed).toEqual(inCode);
});

it("has in Welsh each of the words of the screens that are in Welsh, with the same values and elements, and no others", () => {
  const items = readCatalogue("cy");
  const wanted = inCode.filter(([, files]) => files.some((file) => translatedFiles.includes(file)));
  expect(items.map(({ msgid, references }) => [msgid, references])).toEqual(wanted);
  const namesIn = (words: string): ReadonlySet<string> => new Set(words.match(/\{\w+|<\/?\d+\/?>/g));
  for (const { msgid, msgstr } of items) {
    const says = msgstr.join("");
    expect(says, msgid).not.toBe("");
    expect(namesIn(says.replaceAll(/\{(?:# )/g, "")), msgid).toEqual(namesIn(msgid.replaceAll(/\{(?:# )/g, "")));
    expect(() => compile(says, placesOf(msgid)), msgid).not.toThrow();
  }
  expect(translatedFiles.filter((file) => !items.some(({ references }) => references.includes(file)))).toEqual([]);
});

it("finds what is said in Welsh by its English alone: no two messages of her app have the same key", () => {
  const messages = new Set(inCode.map(([words]) => JSON.stringify(compile(words, placesOf(words)))));
  const keys = new Set([...messages].map((message) => keyOf(JSON.parse(message))));
  expect(keys.size).toBe(messages.size);
  expect(messages.size).toBeGreaterThan(1_000);
});

it("writes each value where the sentence of its language has it", () => {
  const source = "Send it to {name} by {0}";
  expect(told(source, source, ["Avon", "post"])).toBe("Send it to Avon by post");
  expect(told("Trwy {0}: {name}", source, ["Avon", "post"])).toBe("Trwy post: Avon");
});

it("is turned by nothing that somebody wrote", () => {
  const source = "Send it to {name} by <0>{way}</0>";
  expect(told(source, source, ["Avon\u202E", "ليلى"])).toBe("Send it to \u2068Avon\u2069 by [0:\u2068ليلى\u2069]");
});

it("says one act and two acts, and in Welsh the kinds that Welsh has", () => {
  const source = "{n, plural, =0 {nothing} one {# act} other {# acts}}";
  expect(["0", "1", "2", "11"].map((n) => told(source, source, [n]))).toEqual(["nothing", "1 act", "2 acts", "11 acts"]);
  const welsh = "{n, plural, one {# weithred} two {# weithred (dwy)} other {# o weithredoedd}}";
  expect(["1", "2", "7"].map((n) => told(welsh, source, [n], new Intl.PluralRules("cy")))).toEqual([
    "1 weithred",
    "2 weithred (dwy)",
    "7 o weithredoedd",
  ]);
});

it("keeps the elements that stand in a sentence around their words, one in another too", () => {
  const source = "Press <0>55, <1>then</1></0> wait<2/>.";
  expect(told(source, source, [])).toBe("Press [0:55, [1:then]] wait[2:].");
});

it("never takes what somebody else wrote for an element or for a value", () => {
  const hostile = fc.stringMatching(/^[<>/{}#0-9a-z ]*$/);
  const source = "Stands in <0>{file}</0>, {n, plural, one {# byte} other {# bytes}}";
  fc.assert(
    fc.property(hostile, (file) => {
      expect(told(source, source, [file, "2"])).toBe(`Stands in [0:${file}], 2 bytes`);
    }),
    { seed: 10 },
  );
});

it("refuses a translation with a value that the English does not have, or an element that is not closed", () => {
  expect(() => told("{nome}", "{name}", [])).toThrow("the English has no {nome}");
  expect(() => told("<0>a", "<0>a</0>", [])).toThrow("not closed");
  expect(() => told("a</0>", "<0>a</0>", [])).toThrow("not closed");
});
