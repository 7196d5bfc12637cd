import { expect, test } from "vitest";
import { unforeseen } from "./unforeseen.ts";

const coded = (code: string): Error => Object.assign(new Error(`${code}: /home/her/secret.txt`), { code });

test.each([
  ["ENOSPC", "the disk is full. Nothing of yours was changed; make room, or name a folder on another disk with --out, and try again."],
  [
    "EDQUOT",
    "your share of this disk is used up. Nothing of yours was changed; make room, or name a folder on another disk with --out, and try again.",
  ],
  [
    "EFBIG",
    "a file became larger than this disk or this account allows. Nothing of yours was changed; name a folder on another disk with --out and try again.",
  ],
  ["EROFS", "this disk can only be read. Nothing of yours was changed; name a folder on another disk with --out and try again."],
  [
    "EIO",
    "a disk gave an error while it was read or written. Nothing of yours was changed; copy your files to another disk and try again.",
  ],
  ["EMFILE", "too many files are open on this machine. Nothing of yours was changed; close other programs and try again."],
  [
    "ENAMETOOLONG",
    "the name of a file or folder is too long for this disk. Nothing of yours was changed; name a shorter path with --out and try again.",
  ],
])("when the machine says %s, she is told what to do", (code, says) => {
  expect(unforeseen(coded(code))).toBe(says);
});

test("what nobody foresaw is told by its code alone, never by words that can quote a message", () => {
  expect(unforeseen(coded("EWEIRD"))).toBe(
    "something went wrong that we did not foresee (EWEIRD). Your files are unchanged. Please tell us what you did.",
  );
  expect(unforeseen(new TypeError("“I saw you”"))).toContain("(TypeError)");
});
