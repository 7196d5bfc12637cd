import { expect, test } from "vitest";
import { createPen } from "../bundle/pen.ts";
import { withheldOfContacts } from "./of-contacts.ts";

const said = (field: string, says: string) => ({ field, says });

test("the house, the account and the friend through whom she is reached are covered, though none has a digit or an @", () => {
  const details = [said("way of reaching", "Cedar House"), said("account", "wilma.stone"), said("through", "Ida Marlow")];
  const { covered, looked } = withheldOfContacts(details);
  expect(looked).toEqual([]);
  const pen = createPen(covered.map((one) => [one]));
  const printed = pen.prose("He wrote: nice place, Cedar House, and he wrote to wilma.stone, and asked Ida Marlow for her.");
  expect(printed).not.toMatch(/Cedar|House|wilma|stone|Ida|Marlow/i);
  expect(pen.covered()).toBe(1);
});

test.each([
  ["where I sleep", "mum's flat"],
  ["account", "wilmastone"],
  ["way of reaching", "cedar house"],
  ["address", "Northmere"],
  ["way of reaching", "with my sister Ida"],
])("of %j the words %j are covered", (field, says) => {
  expect(withheldOfContacts([said(field, says)])).toEqual({ covered: [says], looked: [] });
});

test("a word of every day is not covered, but a text in which it stands is named; hours and the code word are neither", () => {
  const details = [
    said("way of reaching", "work"),
    said("through", "my mother"),
    said("hours", "after six"),
    said("code word", "gardenia"),
  ];
  const { covered, looked } = withheldOfContacts(details, ["Tarn Road", "14 Mill Lane", "Ludworth"]);
  expect({ covered, looked }).toEqual({ covered: ["14 Mill Lane"], looked: ["work", "my mother", "Tarn Road"] });
  const pen = createPen([], { looked });
  for (const one of ["He came to her work.", "He asked my mother.", "He stood in Tarn Road.", "He rang after six: gardenia."])
    pen.prose(one);
  expect(pen.close()).toEqual(["He came to her work.", "He asked my mother.", "He stood in Tarn Road."]);
});
