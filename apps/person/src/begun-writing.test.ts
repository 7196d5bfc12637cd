import { expect, it } from "vitest";
import {
  type BegunEntry,
  type BegunPaper,
  type BegunWriting,
  begunEntry,
  begunPaper,
  firstWords,
  sealedOf,
  typedSince,
  withDraft,
  withWriting,
  withoutWriting,
  writingFromPaper,
  writingInTheWay,
  writingToText,
} from "./begun-writing.ts";
import { emptyEntry } from "./entry-draft.ts";
import type { DraftedFile } from "./vault/protocol.ts";
import { emptyLetter, letterFromText } from "./letter-draft.ts";

const entry: BegunEntry = { of: "entry", draft: { ...emptyEntry, words: "He rang at the" } };
const more: BegunEntry = { of: "entry", to: 3, draft: { ...emptyEntry, words: "It was the side gate." } };
const note: BegunPaper = { of: "note", words: "My sister has", instead: "private/1.age" };
const plan: BegunPaper = { of: "plan", words: "The blue bag" };
const letter: BegunWriting = { of: "letter", letter: { ...emptyLetter, danger: "no", account: "He waits outside.", channel: "text" } };
const impact: BegunWriting = { of: "impact", words: "I take the back door." };
const since = "2026-11-29T22:40:00.000Z";
const all = [entry, more, note, plan, letter, impact];

it("gives back each thing that she was writing as it was, at its own place", () => {
  for (const writing of all) {
    const text = writingToText(writing) ?? "";
    expect(writingFromPaper({ words: text, path: "private/9.age", at: since })).toEqual({ ...writing, paper: "private/9.age", since });
  }
});

it("keeps what she began at one place apart from what she began at another", () => {
  const begun = all.reduce<readonly BegunWriting[]>((before, writing) => withWriting(before, writing), []);
  expect([begunEntry(begun), begunEntry(begun, 3), begunPaper(begun, "note"), begunPaper(begun, "plan")]).toEqual([
    entry,
    more,
    note,
    plan,
  ]);
  expect(begunEntry(begun, 4).draft).toEqual(emptyEntry);
  const on = withWriting(begun, { ...more, draft: { ...emptyEntry, words: "It was the front gate." } });
  expect(begunEntry(on, 3).draft.words).toBe("It was the front gate.");
  expect(begunEntry(on)).toEqual(entry);
  expect(withoutWriting(on, note)).not.toContainEqual(note);
  expect(withoutWriting(on, note)).toHaveLength(5);
});

it("holds nothing where she took back all that she typed, unless it is sealed somewhere", () => {
  const nothing = { ...entry, draft: emptyEntry };
  expect(withWriting([entry], nothing)).toEqual([]);
  const sealed = { ...nothing, paper: "private/2.age" };
  expect(withWriting([entry], sealed)).toEqual([sealed]);
  expect(sealedOf([sealed, { of: "note", words: " \n" }])).toEqual([{ words: "", path: "private/2.age" }]);
});

it("seals each in the paper that it was read from, and a new one in its own", () => {
  expect(sealedOf([{ ...plan, paper: "private/5.age" }, note])).toEqual([
    { words: '{"of":"plan","words":"The blue bag"}', path: "private/5.age" },
    { words: '{"of":"note","words":"My sister has","instead":"private/1.age"}' },
  ]);
});

it("sees what another writing would take the place of, and not the same writing or an empty one", () => {
  const sealed: BegunWriting = { ...entry, paper: "private/6.age" };
  expect(writingInTheWay([entry, note], sealed)).toEqual(entry);
  expect(writingInTheWay([sealed], sealed)).toBeUndefined();
  expect(writingInTheWay([more, note], sealed)).toBeUndefined();
  expect(writingInTheWay([{ of: "note", words: " " }], note)).toBeUndefined();
});

it("keeps what she typed while it was being saved, and nothing of what was", () => {
  expect(typedSince([entry, note], entry, { counter: 7 })).toBeUndefined();
  expect(typedSince([note], entry, { counter: 7 })).toBeUndefined();
  const on = { ...emptyEntry, words: `${entry.draft.words} gate. Twice.`, who: "R." };
  expect(typedSince([{ ...entry, draft: on, paper: "private/8.age" }], entry, { counter: 7 })).toEqual({
    of: "entry",
    to: 7,
    draft: { ...emptyEntry, words: "gate. Twice.", who: "R." },
  });
  const added = { ...more, draft: { ...more.draft, words: "No: the front gate." } };
  expect(typedSince([added, entry], more, { counter: 8 })).toEqual(added);
});

it("goes on with a note that she typed on while it was being saved, in the place of what was saved", () => {
  expect(typedSince([note, entry], note, { path: "private/1.age" })).toBeUndefined();
  const on: BegunWriting = { of: "plan", words: "The blue bag, and the charger" };
  expect(typedSince([on], plan, { path: "private/9.age" })).toEqual({ ...on, instead: "private/9.age" });
});

it("offers no other text", () => {
  for (const text of ["milk, bin bags", '"words"', "null", "[]", '{"of":"note"}', '{"of":"plan","words":7}', '{"of":"note","draft":{}}'])
    expect(writingFromPaper({ words: text, path: "private/7.age", at: since })).toBeUndefined();
  const { draft } = begunEntry([]);
  expect(writingFromPaper({ words: '{"words":"At the gate","to":"3"}', path: "private/7.age", at: since })).toEqual({
    of: "entry",
    draft: { ...draft, words: "At the gate" },
    paper: "private/7.age",
    since,
  });
});

it("leaves unsaid in a letter what is no answer, and takes nothing else for a letter", () => {
  const text = '{"of":"letter","danger":"perhaps","account":"He waits","name":7,"jurisdiction":"NI","voicemail":true}';
  expect(letterFromText(text)).toEqual({ ...emptyLetter, account: "He waits", jurisdiction: "NI" });
  expect(letterFromText('{"account":"He waits"}')).toBeUndefined();
  expect(writingToText({ of: "letter", letter: emptyLetter })).toBeUndefined();
});

it("shows of what she began its first words on one line, forty signs at most, and cuts no sign in two", () => {
  expect(all.map(firstWords)).toEqual([
    "He rang at the",
    "It was the side gate.",
    "My sister has",
    "The blue bag",
    "He waits outside.",
    "I take the back door.",
  ]);
  expect(firstWords({ of: "note", words: ` a\n\t b ${"👩".repeat(50)}` })).toBe(`a b ${"👩".repeat(35)}…`);
});

it("gives an entry the paper that its photo is sealed with as the photo is chosen, and no other after that", () => {
  const photo = { name: "door.jpg", size: 8, sealed: `originals/${"a".repeat(32)}.age`, file: new Blob(["the door"]) };
  const begun = begunEntry([]);
  expect(withDraft(begun, { words: "He left" }).paper).toBeUndefined();
  const with1 = withDraft(begun, { files: [photo] });
  expect(with1.paper).toMatch(/^private\/[0-9a-f]{32}\.age$/);
  expect(withDraft(with1, { files: [photo, photo] }).paper).toBe(with1.paper);
  expect(sealedOf([with1])).toMatchObject([{ path: with1.paper, files: [photo] }]);
});

it("tells which photo of what she began could not be sealed, and seals nothing of that", () => {
  const photo = { name: "door.jpg", size: 8, sealed: `originals/${"a".repeat(32)}.age` };
  const entryOf = (files: readonly DraftedFile[]): BegunWriting => ({ of: "entry", draft: { ...emptyEntry, files } });
  const words = writingToText(entryOf([photo])) ?? "";
  const paper = { words, path: "private/9.age", at: since };
  expect(writingFromPaper(paper)).toMatchObject(entryOf([photo]));
  const lost = entryOf([{ ...photo, isLost: true }]);
  expect(writingFromPaper({ ...paper, lost: [photo.sealed] })).toMatchObject(lost);
  expect(writingToText(lost)).toBe(words);
});
