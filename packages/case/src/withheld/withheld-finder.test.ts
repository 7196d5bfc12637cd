import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { createWithheldFinder } from "./withheld-finder.ts";

const number = "07700 900233";
const home = "14 Mill Lane, Ludworth, NS4 2AB";
const withheld = [
  [number],
  [home],
  ["ada.smith@example.org"],
  ["@ada_hill91"],
  ["Zoë Doyle-Hart"],
  ["Flat 3, 27A Saint Anne's Court, Northmere"],
  ["Rose Cottage, Fallow Street, Northmere"],
  ["staying with my sister Ida"],
  ["+353 87 123 4567"],
];
const finder = createWithheldFinder(withheld);

/** "found" with what is left of the words, "close", or "missed". */
function seen(written: string): string {
  const text = `He wrote ${written} to me.`;
  const spans = finder.spansIn(text);
  if (spans.length === 0) return finder.isClose(text) ? "close" : "missed";
  let left = "";
  let from = 0;
  for (const { start, end } of spans) {
    left += text.slice(from, start);
    from = end;
  }
  return `found, ${(left + text.slice(from)).replace("He wrote", "").replace("to me.", "").trim()}`.replace(/, $/, "");
}

describe("a telephone number by which somebody is reached is found however it is written", () => {
  test.each([
    ...["07700900233", "+447700900233", "+44 7700 900233", "0044 7700 900233", "+44 (0)7700 900233", "0770 090 0233", "7700900233"],
    ...["07700.900.233", "07700/900/233", "07700-900-233", "0 7 7 0 0 9 0 0 2 3 3", "+4 4 7700 900233", "07700\n900233"],
    ...["٠٧٧٠٠٩٠٠٢٣٣", "०७७०० ९००२३३", "０７７００９００２３３", "𝟎𝟕𝟕𝟎𝟎𝟗𝟎𝟎𝟐𝟑𝟑", "⓪⑦⑦⓪⓪⑨⓪⓪②③③", "0770०9००233", "0️⃣7️⃣7️⃣0️⃣0️⃣9️⃣0️⃣0️⃣2️⃣3️⃣3️⃣"],
    ...["0044(0)7700900233", "00 44 (0) 7700-900-233", "+44(0)7700.900.233", "+440 7700 900233", "+44 07700 900233"],
    ...["011 44 7700 900233", "011447700900233", "0011447700900233", "07700%20900233", "+44%20(0)7700%2d900233", "007700900233"],
    ...["07700\u200b900\u200d233", "07700\u00a0900\u2011233", "07\u00ad700900233", "+353871234567", "00353 87 123 4567", "087 123 4567"],
  ])("%j is covered whole", (written) => expect(seen(written)).toBe("found"));

  test.each([
    ["https://wa.me/447700900233", "found, https://wa.me/"],
    ["447700900233@s.whatsapp.net", "found, @s.whatsapp.net"],
    ["call07700900233.m4a", "found, call.m4a"],
    ["1 07700 900233", "found, 1"],
    ["(07700) 900 233", "found, ("],
    ["07700 900233 ext 12", "found, ext 12"],
    ["07700900233x12", "found, x12"],
    ["07700 900233, 12", "found, , 12"],
    ["ref07700900233x", "found, refx"],
    ["tel:%2B447700900233", "found, tel:"],
    ["wa.me/?phone=%252B44%25207700900233&x", "found, wa.me/?phone=&x"],
    ["100%07700900233", "found, 100%"],
    ["%7700900233", "found, %"],
    ["14107700900233", "found, 141"],
    ["147000447700900233", "found, 1470"],
    ["2026111407700900233.amr", "found, 20261114.amr"],
    ["0770090023320261114101500", "found, 20261114101500"],
    ["0770090014207700900233", "found, 07700900142"],
    ["0770090023307700900142447700900143", "found, 07700900142447700900143"],
  ])("%j is covered in what stands around it", (written, left) => expect(seen(written)).toBe(left));

  test.each([
    ...[
      "O77OO 9OO233",
      "oh double seven double oh nine double oh two three three",
      "zero seven seven zero zero, nine hundred, two three three",
    ],
    ...["seventy-seven double oh nine hundred two thirty-three", "07700 that is mobile 900233", "900233", "900 233", "0770090023*"],
    // A longer number that only holds the same digits: of an account, or with a figure too many.
    ...["12345607700900233899", "00007700900233", "077009002331", "907700900233", "2026131407700900233", "1417700900233", "33200900770"],
  ])("%j is for a person to look at", (written) => expect(seen(written)).toBe("close"));
});

describe("where somebody lives is found however it is written", () => {
  test.each([
    ...["14 Mill Lane", "14 MILL LANE", "14, Mill Lane", "14 Mill Ln", "14-Mill-Lane", "14MillLane", "014 Mill Lane", "fourteen Mill Lane"],
    ...[
      "14\nMill Lane",
      "14 Mill\nLane",
      "Mill Lane 14",
      "Mill Lane, no. 14",
      "1４ Ｍｉｌｌ Ｌａｎｅ",
      "14 Мill Lаne",
      "14 𝓜𝓲𝓵𝓵 𝓛𝓪𝓷𝓮",
      "14 🅼🅸🅻🅻 🅻🅰🅽🅴",
      "14 🅜🅘🅛🅛 🅛🅐🅝🅔",
      "14 🄼🄸🄻🄻 🄻🄰🄽🄴",
      "14 🇲🇮🇱🇱 🇱🇦🇳🇪",
      "14%20Mill%20Lane",
      "14 Mi\u200bll Lane",
      "14 M\u00adill Lane",
    ],
    ...["14 Mıll Lane", "NS4 2AB", "ns42ab", "NS4-2AB", "NS4\u00a02AB", "27a St Annes Ct", "27A St. Anne’s Crt", "Saint Annes Court 27A"],
    ...["twenty-seven A Saint Anne's Court", "Rose Cottage", "rose cott", "ROSE-COTTAGE", "Rosecottage", "staying  with my\nsister Ida"],
    ...[home, home.replaceAll(",", ""), home.toUpperCase()],
  ])("%j is covered whole", (written) => expect(seen(written)).toBe("found"));

  test.each([
    ["14_mill_lane.jpg", "found, .jpg"],
    ["No. 14 Mill Lane", "found, No."],
    ["https://maps.example.com/?q=14%20Mill%20Lane,%20Ludworth", "found, https://maps.example.com/?q=,%20Ludworth"],
    ["?q=14%2520Mill%2520Lane&z=3", "found, ?q=&z=3"],
    ["?q=%31%34%C2%A0M%69ll%20L%D0%B0ne.", "found, ?q=."],
    ["?near=ada.smith%40example%2Eorg&b", "found, ?near=&b"],
    ["?who=Zo%C3%AB%20Doyle%2DHart&b", "found, ?who=&b"],
  ])("%j is covered in what stands around it", (written, left) => expect(seen(written)).toBe(left));

  test.each([
    ...[
      "Mill Lane",
      "mill ln",
      "14A Mill Lane",
      "14 Mill",
      "IMG14MillLane.jpg",
      "M i l l L a n e",
      "Mill La-\nne",
      "Mil Lane",
      "Miil Lane",
      "Mill Lnae",
    ],
    ...[
      "Mill Lone",
      "Millane",
      "Mill (the old one) Lane",
      "at 14 of Mill Lane",
      "\u202eenaL lliM 41\u202c",
      "N S 4 2 A B",
      "NS4",
      "N54 2A8",
    ],
    ...["27 Saint Anne's Court", "St Anne's Court", "Fallow St", "Falow Street", "R o s e Cottage", "Rosie Cottage"],
  ])("%j is for a person to look at", (written) => expect(seen(written)).toBe("close"));
});

describe("by which mail, account or name somebody is known is found however it is written", () => {
  test.each([
    ...[
      "ADA.SMITH@EXAMPLE.ORG",
      "ada.smith @ example . org",
      "ada.smith (at) example (dot) org",
      "ada dot smith at example dot org",
      "adasmith@example.org",
    ],
    ...[
      "аda.smith@example.org",
      "ada.smith%40example.org",
      "ada.smith&#64;example.org",
      "ada.smith@exam\u200bple.org",
      "ａｄａ．ｓｍｉｔｈ＠ｅｘａｍｐｌｅ．ｏｒｇ",
    ],
    ...["ada_hill91", "Ada_Hill91", "ada.hill.91", "аda_hill91", "adahill91", "ada underscore hill 91"],
    ...[
      "Zoe\u0308 Doyle-Hart",
      "ZOE DOYLE-HART",
      "Zoë\u00a0Doyle\u2011Hart",
      "Zoë  Doyle  Hart",
      "Zoë\nDoyle-Hart",
      "Zоë Dоyle-Hart",
      "zoe.doyle.hart",
      "ZoeDoyleHart",
      "Z o ë Doyle-Hart",
      "Zoë D o y l e - H a r t",
      "Z.o.ë. D.o.y.l.e Hart",
      "z-o-e d-o-y-l-e h-a-r-t",
      "Z\u00a0o\u00a0e  D o y l e  H\na\nr\nt",
      "s t a y i n g with my sister I d a",
    ],
  ])("%j is covered whole", (written) => expect(seen(written)).toBe("found"));

  test.each([
    ...[
      "ada.smith+work@example.org",
      "ada.smith",
      "a d a . s m i t h @ e x a m p l e . o r g",
      "a-d-a-h-i-l-l-9-1",
      "Doyle-Hart, Zoë",
      "Zoë Mary Doyle-Hart",
      "Zo ë Doyle-Hart",
      "Zoë Doy le-Hart",
      "Zoë D oyleHart",
      "xZ o e Doyle Hart",
    ],
  ])("%j is for a person to look at", (written) => expect(seen(written)).toBe("close"));
});

test("another number, another house and words of every day are neither covered nor named", () => {
  for (const text of [
    ...[
      "07700 900234",
      "07700 900142 and 07700 900143",
      "14 November 2026 at 07:00",
      "2026-11-14 09:00:23",
      "act 14",
      "14 December",
      "ab12".repeat(16),
    ],
    ...[
      "Ludworth police station",
      "The mill was closed, in a lane",
      "41 Tanyard Close",
      "NS4 9XY",
      "Millie Lane-Fox",
      "Flat 3",
      "a cottage",
      "Ada said so",
    ],
  ])
    expect([text, finder.spansIn(text), finder.isClose(text)]).toEqual([text, [], false]);
});

test("whatever stands around it and however its digits are grouped, no digit of a number is left", () => {
  const around = fc.string({ unit: "binary", maxLength: 12 }).filter((one) => !/[\p{N}]/u.test(one.normalize("NFKD")));
  const gaps = fc.array(fc.constantFrom("", "", " ", "-", ".", "\u200b", "\u00a0", " ("), { minLength: 11, maxLength: 11 });
  const prefix = fc.constantFrom("0", "+44", "0044 ", "+44 (0)");
  fc.assert(
    fc.property(around, gaps, prefix, around, (first, between, country, last) => {
      const written = `${country}${[..."7700900233"].map((one, i) => one + (i < 9 ? (between[i] ?? "") : "")).join("")}`;
      const text = `${first}${written}${last}`;
      const covered = finder
        .spansIn(text)
        .map(({ start, end }) => text.slice(start, end))
        .join("");
      expect(covered.replace(/\D/g, "")).toContain("7700900233");
    }),
    { seed: 41, numRuns: 300 },
  );
});

const digitsFrom = (signs: readonly string[], min: number, max: number) =>
  fc.array(fc.constantFrom(...signs), { minLength: min, maxLength: max }).map((each) => each.join(""));
const nationals = fc.constantFrom("7700900215", "7700900377", "7700900410", "1632960144");
const finders = new Map<string, ReturnType<typeof createWithheldFinder>>();
/** Made once for each: to make one is slow, to look is not. */
function finderOf(typed: string): ReturnType<typeof createWithheldFinder> {
  const made = finders.get(typed) ?? createWithheldFinder([[typed]]);
  finders.set(typed, made);
  return made;
}

test("a number is covered to its last digit behind whatever is dialled before it, and beside days and other numbers that stand against it", () => {
  const beside = fc.constantFrom("", "141", "1470", "20261114", "202611141015", "20261114101500", "07700900142", "00441632960123");
  const after = fc.constantFrom("", "20261114", "20261114101500", "01632960123", " x4", ",12", "ext. 7", "#3");
  fc.assert(
    fc.property(nationals, beside, fc.constantFrom("0", "44", "0044", "01144", "440", "00440"), after, (national, first, code, rest) => {
      const one = finderOf(`0${national}`);
      const text = `ref${first}${code}${national}${rest} end`;
      const spans = one.spansIn(text);
      // A day and an hour can end in figures of a code: of those that are none of the number either reading is good.
      expect(spans.map(({ start, end }) => text.slice(start, end).replace(/^[0145]*(?=\d{10}$)/, ""))).toEqual([national]);
      expect(text.slice(spans[0]?.end)).toBe(`${rest} end`);
      expect(one.isClose(text)).toBe(false);
    }),
    { seed: 43, numRuns: 400 },
  );
});

test("a longer run of digits that only holds the same digits is left as it is, and named", () => {
  // No day, no code and no other number can be made of these.
  const others = ["3", "5", "6", "9"];
  const some = fc
    .tuple(digitsFrom(others, 0, 9), fc.constantFrom("", "0", "44"), digitsFrom(others, 0, 9))
    .filter(([first, , rest]) => first.length + rest.length > 0);
  fc.assert(
    fc.property(nationals, some, (national, [first, code, rest]) => {
      const one = finderOf(`+44 ${national}`);
      const text = `Account ${first}${code}${national}${rest}.`;
      expect([one.spansIn(text), one.isClose(text)]).toEqual([[], true]);
    }),
    { seed: 44, numRuns: 400 },
  );
});

test("two numbers that a blank or a stroke parts, and one with hours behind it, are each looked for by themselves", () => {
  for (const typed of [
    "07700 900215 / 07700 900216",
    "07700 900215\n+44 7700 900216",
    "07700900216 07700900215",
    "07700 900216 9-17, 07700 900215",
  ]) {
    const two = createWithheldFinder([[typed]]);
    for (const text of ["+447700900215", "07700 900216"])
      expect([typed, two.spansIn(text).map(({ start, end }) => text.slice(start, end))]).toEqual([typed, [text]]);
  }
  // Without the 0 that a table of figures takes off it is the same number.
  const figures = createWithheldFinder([["7700900215"]]);
  expect(figures.spansIn("14107700900215")).toEqual([{ start: 3, end: 14, of: 0 }]);
});

test("of several that were typed into one field each is found by itself", () => {
  const several = createWithheldFinder([["07700 900215 or ida@example.org; 4 Fallow Road"]]);
  for (const text of ["+447700900215", "IDA@example.org", "4 Fallow Rd", "four Fallow Road"])
    expect([text, several.spansIn(text).map(({ start, end }) => text.slice(start, end))]).toEqual([text, [text]]);
});

test("where nothing is withheld nothing is found", () => {
  const none = createWithheldFinder([[""], []]);
  expect([none.spansIn(number), none.isClose(home)]).toEqual([[], false]);
});

test("no paper waits for expressions of what stands nowhere in it: they are compiled when a text first holds what they need", () => {
  let compiled = 0;
  const counting = new Proxy(RegExp, {
    construct(target, args, made) {
      compiled++;
      return Reflect.construct(target, args, made);
    },
  });
  vi.stubGlobal("RegExp", counting);
  try {
    const many = createWithheldFinder(withheld);
    const plain = "He came to my door again.";
    expect([many.spansIn(plain), many.isClose(plain), compiled]).toEqual([[], false, 0]);
    expect(many.spansIn(`He wrote to ${number}.`)).toHaveLength(1);
    expect(compiled).toBeGreaterThan(0);
    const before = compiled;
    expect(many.spansIn(`She rang ${number} twice.`)).toHaveLength(1);
    expect(compiled).toBe(before);
  } finally {
    vi.unstubAllGlobals();
  }
});
