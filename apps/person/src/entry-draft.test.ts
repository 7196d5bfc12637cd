import fc from "fast-check";
import { expect, it } from "vitest";
import { entryKinds, lifeAreas } from "@unmask/core";
import { type EntryDraft, draftFromText, draftSince, draftToText, emptyEntry } from "./entry-draft.ts";

const day = fc.record({ day: fc.string(), month: fc.string(), year: fc.string() });

const drafts: fc.Arbitrary<EntryDraft> = fc.record({
  words: fc.string(),
  when: fc.constantFrom("", "now", "today", "day", "unsure"),
  hour: fc.string(),
  leeway: fc.string(),
  day,
  until: day,
  who: fc.string(),
  sure: fc.constantFrom("", "certain", "think-so", "not-known"),
  how: fc.string(),
  kinds: fc.subarray([...entryKinds]),
  exact: fc.string(),
  accounts: fc.string(),
  felt: fc.string(),
  feared: fc.constantFrom("", "yes", "no", "unsure"),
  changed: fc.string(),
  areas: fc.subarray([...lifeAreas]),
  place: fc.string(),
  witnesses: fc.string(),
  others: fc.string(),
  did: fc.string(),
  referenceWith: fc.string(),
  referenceNumber: fc.string(),
  breaks: fc.string(),
  firstHand: fc.constantFrom("", "seen", "told"),
  toldBy: fc.string(),
  by: fc.constantFrom("self", "supporter"),
  files: fc.array(
    fc.record(
      {
        name: fc.string(),
        size: fc.nat(),
        sealed: fc.uuid().map((id) => `originals/${id.replaceAll("-", "")}.age`),
        from: fc.string(),
        changed: fc.string(),
      },
      { requiredKeys: ["name", "size", "sealed"] },
    ),
    { maxLength: 3 },
  ),
});

it("gives back what she was writing as it was when it locked", () => {
  fc.assert(
    fc.property(drafts, (draft) => {
      fc.pre(draftToText(draft) !== undefined);
      expect(draftFromText(draftToText(draft) ?? "")).toEqual(draft);
    }),
    { seed: 10 },
  );
});

it("seals nothing where she wrote nothing and chose nothing; of a photo alone where it is sealed, and none of its bytes", () => {
  expect(draftToText(emptyEntry)).toBeUndefined();
  const photo = { name: "door.jpg", size: 8, sealed: `originals/${"a".repeat(32)}.age` };
  const text = draftToText({ ...emptyEntry, files: [{ ...photo, file: new Blob(["the door"]) }] }) ?? "";
  expect([draftFromText(text)?.files, text.includes("the door")]).toEqual([[photo], false]);
  for (const sealed of ["originals/1.age", "journal/000001.age", `private/${"a".repeat(32)}.age`, 7])
    expect(draftFromText(JSON.stringify({ words: "", files: [{ ...photo, sealed }, null] }))?.files).toEqual([]);
});

it("offers no other text as a draft, and leaves empty what is no answer", () => {
  expect(draftFromText("milk, bin bags")).toBeUndefined();
  expect(draftFromText('"words"')).toBeUndefined();
  expect(draftFromText('{"kinds":[]}')).toBeUndefined();
  expect(draftFromText('{"words":"At the gate","when":"tomorrow","kinds":["followed","haunted"],"day":7,"feared":true}')).toEqual({
    ...emptyEntry,
    words: "At the gate",
    kinds: ["followed"],
  });
});

it("says again nothing of a draft that was saved as it stands, and loses no word or file that came since", () => {
  fc.assert(
    fc.property(drafts, fc.string(), (saved, more) => {
      expect(draftSince(saved, saved)).toBeUndefined();
      const since = draftSince({ ...saved, words: `${saved.words}${more}` }, saved);
      expect(since?.words ?? "").toBe(more.trimStart());
    }),
    { seed: 31 },
  );
  const file = { name: "door.jpg", size: 0, sealed: `originals/${"a".repeat(32)}.age`, file: new File([], "door.jpg") };
  const [before, after] = [{ ...file }, { ...file }];
  const draft = { ...emptyEntry, words: "At the door.", files: [before] };
  expect(draftSince({ ...draft, files: [before, after] }, draft)).toEqual({ ...emptyEntry, files: [after] });
});
