import { expect, test } from "vitest";
import { indexSiblings } from "./sibling-index.ts";

/** Names of files; the first asks for the second. */
function found(names: readonly string[], asking: string, wanted: string): string | undefined {
  const files = names.map((name) => ({ source: { name, size: 0, read: async () => new Uint8Array(0) } }));
  const file = files.find(({ source }) => source.name === asking);
  if (!file) throw new Error("nobody asks");
  return indexSiblings(files).find(file, wanted)?.source.name;
}

test.each([
  [["_chat.txt", "IMG-1.jpg"], "_chat.txt", "IMG-1.jpg", "IMG-1.jpg"],
  [["_chat.txt", "img-1.JPG"], "_chat.txt", "IMG-1.jpg", "img-1.JPG"],
  [["a/_chat.txt", "a/media/IMG-1.jpg"], "a/_chat.txt", "IMG-1.jpg", "a/media/IMG-1.jpg"],
  [["x/result.json", "x/photos/p.jpg"], "x/result.json", "photos/p.jpg", "x/photos/p.jpg"],
  [
    ["x/inbox/sam/message_1.json", "x/inbox/sam/photos/p.jpg"],
    "x/inbox/sam/message_1.json",
    "inbox/sam/photos/p.jpg",
    "x/inbox/sam/photos/p.jpg",
  ],
  [["x/result.json", "x/p.jpg"], "x/result.json", "photos\\p.jpg", "x/p.jpg"],
  [["_chat.txt", "Zoe\u0308.jpg"], "_chat.txt", "\u200EZoë.jpg", "Zoe\u0308.jpg"],
])("of %j, %s means by %s the file %s", (names, asking, wanted, expected) => {
  expect(found(names, asking, wanted)).toBe(expected);
});

test.each([
  ["a picture of another chat", ["a/_chat.txt", "b/IMG-1.jpg"], "a/_chat.txt", "IMG-1.jpg"],
  ["a picture in the folder above", ["a/_chat.txt", "IMG-1.jpg"], "a/_chat.txt", "IMG-1.jpg"],
  ["one of two pictures below", ["_chat.txt", "a/IMG-1.jpg", "b/IMG-1.jpg"], "_chat.txt", "IMG-1.jpg"],
  ["itself", ["_chat.txt"], "_chat.txt", "_chat.txt"],
  ["nothing", ["_chat.txt", "a.jpg"], "_chat.txt", ""],
  ["a folder", ["_chat.txt", "a/b.jpg"], "_chat.txt", "a/"],
])("a name never means %s", (_, names, asking, wanted) => {
  expect(found(names, asking, wanted)).toBeUndefined();
});

test("the names beside a file are those of its folder and below", () => {
  const files = ["a/x.csv", "a/b/y", "ab/z", "w"].map((name) => ({ source: { name, size: 0, read: async () => new Uint8Array(0) } }));
  const index = indexSiblings(files);
  const beside = files.map((file) => index.namesBeside(file));
  expect(beside).toEqual([["a/b/y", "a/x.csv"], ["a/b/y"], ["ab/z"], ["a/b/y", "a/x.csv", "ab/z", "w"]]);
});
