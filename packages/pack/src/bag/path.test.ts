import { expect, test } from "vitest";
import { isPlainPath } from "@unmask/formats";
import { decodePath, encodePath, isOsJunk, whyAwkward, whyUnsafe, withoutDots } from "./path.ts";

test.each([
  ["", /empty/],
  ["a\0b", /NUL/],
  ["~/x", /home folder/],
  ["~robin/x", /home folder/],
  ["/etc/passwd", /absolute/],
  ["\\\\server\\share", /absolute/],
  ["C:\\x", /Windows drive/],
  ["c:x", /Windows drive/],
  ["a/../../x", /climbs out/],
  ["a\\..\\x", /climbs out/],
])("the path %j leaves the bag on some system", (path, why) => {
  expect(whyUnsafe(path)).toMatch(why);
  expect(isPlainPath(path)).toBe(false);
});

test.each(["data/x.txt", "data/.../x", "data/a..b", "data/ü ~ 1"])("the path %j stays inside", (path) => {
  expect(whyUnsafe(path)).toBeUndefined();
});

test.each(["data/CON", "data/nul.txt", "lpt1/x", "data/a:b", "data/a?", "data/a.", "data/a /b"])(
  "Windows cannot hold %j as it is",
  (path) => {
    expect(whyAwkward(path)).toBeDefined();
    expect(isPlainPath(path)).toBe(false);
  },
);

test.each(["data/originals/0001.bin", "bag-info.txt", "seal/tagmanifest-sha256.txt.tlog-proof", "data/VERIFY.md", "x".repeat(100)])(
  "every tool reads %j alike",
  (path) => {
    expect(isPlainPath(path)).toBe(true);
    expect(whyUnsafe(path) ?? whyAwkward(path)).toBeUndefined();
  },
);

test("line breaks and percent signs come back as they were", () => {
  const path = "data/100% a\nb\rc%25.txt";
  expect(encodePath(path)).toBe("data/100%25 a%0Ab%0Dc%2525.txt");
  expect(decodePath(encodePath(path))).toBe(path);
  expect(decodePath("%0a%0d%20")).toBe("\n\r%20");
});

test("dots are taken out, and what a system drops into a folder is known", () => {
  expect(withoutDots("./data/./x//y/")).toBe("data/x/y/");
  expect(["data/.DS_Store", "data/._x", "Thumbs.db", "__MACOSX/x"].every(isOsJunk)).toBe(true);
  expect(isOsJunk("data/thumbs.db.txt")).toBe(false);
});
