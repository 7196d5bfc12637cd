import { expect, test } from "vitest";
import { standsAfter } from "./stands-after.ts";

test("an answer that says how the vault stands is taken at its word", () => {
  expect(standsAfter("lock", { answer: "vault", status: { is: "locked", book: "K73F" } })).toEqual({ is: "locked", book: "K73F" });
});

test("after what changes it the vault is asked how it stands: a new one, words typed back, a note decided on, a copy", () => {
  expect(standsAfter("begin", { answer: "begun", book: "K73F", words: [], recoveryKey: "" })).toBe("ask");
  expect(standsAfter("prove words", { answer: "words", isProved: true, words: [] })).toBe("ask");
  expect(standsAfter("decide", { answer: "kept", counter: 3 })).toBe("ask");
  expect(standsAfter("make copy", { answer: "copy made", name: "notes.tar", bytes: 1 })).toBe("ask");
});

test("reading changes nothing, nor does a line in the journal", () => {
  expect(standsAfter("papers", { answer: "papers", papers: [], lost: 0 })).toBe("as before");
  expect(standsAfter("add entry", { answer: "kept", counter: 4 })).toBe("as before");
});

test("what is refused because it is locked, or another window has it, has her asked again; another refusal does not", () => {
  const refused = { answer: "not done", says: "" } as const;
  expect(standsAfter("entries", { ...refused, kind: "locked" })).toBe("ask");
  expect(standsAfter("entries", { ...refused, kind: "elsewhere" })).toBe("ask");
  expect(standsAfter("unlock", { ...refused, kind: "wait" })).toBe("as before");
  expect(standsAfter("entries", { answer: "failed", says: "" })).toBe("ask");
});
