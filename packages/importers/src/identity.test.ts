import { expect, test } from "vitest";
import { handleIdentity, parseIdentity } from "./identity.ts";

test.each([
  ["07700 900123", "+447700900123"],
  ["+44 7700 900123", "+447700900123"],
  ["+44 (0)7700 900123", "+447700900123"],
  ["0044 7700 900123", "+447700900123"],
  ["\u202A+44\u00A07700\u00A0900123\u202C", "+447700900123"],
  ["(020) 7946-0018", "+442079460018"],
  ["0113 496 0042", "+441134960042"],
  ["tel:+447700900123", "+447700900123"],
  ["447700900123@s.whatsapp.net", "+447700900123"],
  ["+353 1 234 5678", "+35312345678"],
  ["+1 212 555 0123", "+12125550123"],
  ["٠٧٧٠٠٩٠٠١٢٣", "+447700900123"],
])("the number %j is the number %s", (wrote, normal) => {
  expect(parseIdentity(wrote, "GB")).toEqual({ kind: "phone", wrote, normal });
});

test("a number without a plus is dialled from the country that was stated", () => {
  expect(parseIdentity("030 12345678", "DE").normal).toBe("+493012345678");
});

test.each(["60777", "118118", "999", "YourBank", "2 Dads", "Sam 07700 900123", "123456789012345678901234567890"])(
  "%j is a name, not a number",
  (wrote) => {
    expect(parseIdentity(wrote, "GB").kind).toBe("name");
  },
);

test("an address compares in lower case and keeps what was written", () => {
  expect(parseIdentity("Sam.Example@Example.ORG", "GB")).toEqual({
    kind: "email",
    wrote: "Sam.Example@Example.ORG",
    normal: "sam.example@example.org",
  });
});

test("a handle and a name of the same letters are two identities", () => {
  expect(parseIdentity("@Sam_K", "GB")).toEqual({ kind: "handle", wrote: "@Sam_K", normal: "@sam_k" });
  expect(handleIdentity("Sam_K").normal).toBe("@sam_k");
  expect(parseIdentity("Sam_K", "GB")).toEqual({ kind: "name", wrote: "Sam_K", normal: "sam_k" });
});

test("whoever hides a sign in a name has another name, and two ways of writing a number are one number", () => {
  expect(parseIdentity("\u200ESam\u00A0 Okoro\u202C", "GB")).toEqual({
    kind: "name",
    wrote: "\u200ESam\u00A0 Okoro\u202C",
    normal: "[u+200e]sam[u+00a0] okoro[u+202c]",
  });
  expect(parseIdentity("\u202A+44\u00A07700 900123\u202C", "GB").normal).toBe("+447700900123");
});

test("nobody named is withheld", () => {
  expect(parseIdentity(" \u200E", "GB")).toEqual({ kind: "withheld", wrote: " \u200E", normal: "withheld" });
});

test("the same words in another country are read anew", () => {
  expect(parseIdentity("020 7946 0000", "GB").normal).toBe("+442079460000");
  expect(parseIdentity("020 7946 0000", "ZZ").kind).toBe("name");
});
