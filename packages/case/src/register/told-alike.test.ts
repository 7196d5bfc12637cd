import { expect, test } from "vitest";
import { howAlike, written } from "./told-alike.ts";

const both = (one: string, other: string) => [howAlike(written(one), written(other)), howAlike(written(other), written(one))];

test.each([
  ["Shaun O’Brien", "Shaun O'Brien"],
  ["Shaun O’Brien", "shaun  OBRIEN"],
  ["Jean-Luc Marr", "Jean Luc Marr"],
  ["Stanisław Wąs", "Stanislaw Was"],
  ["Flat 2, 9 Oak Row, Tarn", "Flat 2 9 Oak Row Tarn"],
  ["9 Oak Row\u200b", "9 Oak Row"],
  ["9 Oak Row.", "9 OAK ROW"],
  ["12½ Oak Row", "12 1/2 Oak Row"],
  ["\u202e9 Oak\u00a0Row", "9 Oak Row"],
])("how it is typed makes no other name and no other address: %s, %s", (one, other) => {
  expect(both(one, other)).toEqual(["same", "same"]);
});

test.each([
  ["Shaun O’Brien", "Shawn O'Brien"],
  ["Shaun O’Brien", "O'Brien, Shaun"],
  ["Shaun O’Brien", "Shaun Patrick O'Brien"],
  ["M\u0430rcus Doyle", "Marcus Doyle"],
  ["Annalee Marr", "Anna Lee Marr"],
  ["राम", "रम"],
  ["9 Oak Row", "9 Oak Row, Tarn, TN1 2AB"],
  ["Flat 2, 9 Oak Row", "Flat 29 Oak Row"],
  ["9a Oak Row", "9 A Oak Row"],
  ["Sparky", "Sparky Jones"],
  ["Gary Slade", "Gary"],
  ["Caravan", "Caravan, Mill Lane"],
  ["Gary Smith", "Gary Amith"],
  ["Jon Smith", "John Smith"],
  ["19 Mill Row", "19 Hill Row"],
  ["4 Quay Street", "4 Quay St"],
  ["Flat 2, 9 Quay Rd", "Apt. 2, 9 Quay Road, Tarn"],
  ["4 Quay Street", "4 Quay Steet"],
  ["Mill Mill Lane", "Mill Lane Lane"],
  ["Gary Gary", "Gary Slade"],
  ["12½ High Street", "121/2 High Street"],
  ["14² High Street", "142 High Street"],
])("what can be the same or another is for a person: %s, %s", (one, other) => {
  expect(both(one, other)).toEqual(["nearly", "nearly"]);
});

test.each([
  ["Gary Stone", "Gary Slade"],
  ["9 Oak Row", "8 Oak Row"],
  ["12 Oak Row", "2 Oak Row"],
  ["Flat 2, 9 Oak Row", "Flat 3, 9 Oak Row"],
  ["9 Oak Row", "9a Oak Row"],
  ["Jon Smith", "Ron Smith"],
  ["B", "C"],
  ["?", "!"],
])("another name, and another address, is another: %s, %s", (one, other) => {
  expect(both(one, other)).toEqual(["no", "no"]);
});
