import {
  type CountryCode,
  type MetadataJson,
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
} from "libphonenumber-js/core";
import examples from "libphonenumber-js/examples.mobile.json" with { type: "json" };
import whole from "libphonenumber-js/metadata.min.json" with { type: "json" };
import { expect, test } from "vitest";
import { toRead } from "./phone-table.ts";

const wholeTable: MetadataJson = JSON.parse(JSON.stringify(whole));
const reducedTable: MetadataJson = JSON.parse(toRead(JSON.stringify(whole)));

test("the table that a page fetches is half as long and knows the same countries", () => {
  expect(JSON.stringify(reducedTable).length).toBeLessThan(JSON.stringify(wholeTable).length * 0.6);
  expect(getCountries(reducedTable)).toEqual(getCountries(wholeTable));
});

test("a number of any country, however it is written, is read the same as with the whole table", () => {
  const digits = digitsFrom(7);
  let read = 0;
  for (const country of getCountries(wholeTable)) {
    const numbers = Array.from({ length: 8 }, (_, i) => digits(5 + (i % 9)));
    for (const number of [examples[country], ...numbers]) {
      for (const text of spellings(number, {
        code: getCountryCallingCode(country, wholeTable),
        trunk: String(wholeTable.countries[country]?.[5] || 0),
      })) {
        for (const from of new Set<CountryCode>([country, "GB"])) {
          const withWhole = readWith(wholeTable, text, from);
          expect(readWith(reducedTable, text, from), `${text} from ${from}`).toEqual(withWhole);
          if (withWhole?.isPossible === true) read++;
        }
      }
    }
  }
  // Not only the same failures.
  expect(read).toBeGreaterThan(8_000);
});

test("a number that belongs to no country is read the same as with the whole table", () => {
  const digits = digitsFrom(11);
  let read = 0;
  for (const code of ["800", "808", "870", "878", "881", "882", "883", "888", "979"]) {
    for (let i = 0; i < 60; i++) {
      const text = `+${code} ${digits(5 + (i % 9))}`;
      const withWhole = readWith(wholeTable, text, "GB");
      expect(readWith(reducedTable, text, "GB"), text).toEqual(withWhole);
      if (withWhole?.isPossible === true) read++;
    }
  }
  expect(read).toBeGreaterThan(100);
});

/** All that an identity takes of a number. */
function readWith(table: MetadataJson, text: string, country: CountryCode): { number: string; isPossible: boolean } | undefined {
  const number = parsePhoneNumberFromString(text, country, table);
  return number && { number: number.number, isPossible: number.isPossible() };
}

function spellings(number: string, { code, trunk }: { code: string; trunk: string }): readonly string[] {
  const grouped = number.replace(/(\d{3})(?=\d)/g, "$1 ");
  return [
    number,
    grouped,
    trunk + number,
    `(${trunk})${grouped}`,
    `+${code}${number}`,
    `+${code} (${trunk}) ${grouped}`,
    `00${code}${number}`,
    `${code}${number}`,
    `${code} ${grouped}`,
  ];
}

/** Digits that are the same in each run. */
function digitsFrom(seed: number): (length: number) => string {
  let state = seed;
  return (length) =>
    Array.from({ length }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return String((state >>> 16) % 10);
    }).join("");
}
