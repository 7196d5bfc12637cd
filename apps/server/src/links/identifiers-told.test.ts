import { expect, test } from "vitest";
import { identifiersTold } from "./identifiers-told.ts";

const told = (text: string, own: readonly string[] = []) =>
  identifiersTold(text, { country: "GB", own }).map(({ kind, normal, platform }) => `${kind} ${platform}${platform && " "}${normal}`);

test("a number, an address and an account of a named platform are found in what she writes, however they are grouped", () => {
  expect(told("He rings from 07700 900388. He wrote from Lee.Cross@example.org, too.")).toEqual([
    "phone +447700900388",
    "email lee.cross@example.org",
  ]);
  expect(told("+44 (0)7700 900 388, or 00447700900388, or (07700) 900-388!")).toEqual(["phone +447700900388"]);
  expect(told("On Instagram he is @lee.cross_1, on snapchat @Lee2.")).toEqual(["handle instagram @lee.cross_1", "handle snapchat @lee2"]);
});

test("what is hers is not compared with anybody’s: neither how she is reached, nor what she calls her own", () => {
  expect(told("My number is 07700 900412. He has 07700 900388.")).toEqual(["phone +447700900388"]);
  expect(told("He found 07700 900412 on a list.", ["07700 900412"])).toEqual([]);
  expect(told("My new mobile: 07700 900412. He rang 07700 900412 at once.")).toEqual([]);
});

test("days, times, sums, short codes and an account without its platform are nobody’s number", () => {
  expect(told("On 02.03.2026 10:15, 2026-03-02, 02/03/2026, at 0915, £02500000000, ref 00112233445566778899aabb, 60777, 999, 101")).toEqual(
    [],
  );
  expect(told("He is @lee somewhere.")).toEqual([]);
  expect(told("")).toEqual([]);
});

test("a text made to be slow is read in a moment; where each of its letters cost all the others, it would take minutes", () => {
  const long = 100_000;
  for (const text of ["0 ".repeat(long), "@a.".repeat(long), `${"a.".repeat(long)}@`, "(0-".repeat(long), "a@b.".repeat(long)])
    expect(told(text).length).toBeLessThanOrEqual(200);
}, 15_000);
