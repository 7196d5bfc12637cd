import { expect, test } from "vitest";
import { type Instant, withheld } from "@unmask/core";
import { sayHowKnown, sayShownAs } from "./how-known.ts";
import { inVoice, marks, pageVoice } from "./voice.ts";

const shown = "theirs as the record shows";

test("that a text is theirs is the word of the file where anybody can edit it, of the record where not, and hers where she is sure", () => {
  expect(sayHowKnown(shown, { grade: "text-export" })).toBe("as the file names");
  expect(sayHowKnown(shown, { grade: "structured-export" })).toBe("as the record shows");
  expect(sayHowKnown("theirs, she is sure", { grade: "text-export" }, "HR is")).toBe("HR is sure");
  expect(sayHowKnown("perhaps theirs", { grade: "database" }, "HR is")).toBe("HR is not sure");
});

test("of an entry that names somebody she is sure where she said so, and else it is the entry that names them", () => {
  const from = { kind: "name", wrote: "Dave", normal: "dave" } as const;
  const entry = { written: { at: 0 as Instant, by: "self" } } as const;
  const told = { grade: "own-account", from, entry } as const;
  expect(sayHowKnown("theirs, she is sure", told, "HR is")).toBe("as the entry names");
  expect(sayHowKnown("theirs, she is sure", { ...told, entry: { ...entry, sure: "certain" } }, "HR is")).toBe("HR is sure");
  expect(sayHowKnown("theirs, she is sure", { ...told, from: withheld }, "HR is")).toBe("HR is sure");
});

test("what nobody can say is not known, and her own page says you", () => {
  expect(sayHowKnown("other", { grade: "check" })).toBe("not known");
  expect(inVoice(`by ${marks.them}, ${sayHowKnown("theirs, she is sure", { grade: "database" })}`, pageVoice)).toBe(
    "by them, you are sure",
  );
});

test("no paper says that a record shows one account where it shows another of theirs", () => {
  const heron = { from: { kind: "id", wrote: "grey_heron_44", normal: "grey_heron_44" } } as const;
  expect(sayShownAs(shown, heron, "still.water.8")).toBe("grey_heron_44");
  expect(sayShownAs(shown, heron, "Grey_Heron_44")).toBeUndefined();
  const saved = { from: { kind: "phone", wrote: "07700 900142", normal: "+447700900142", name: "Ned" } } as const;
  expect([sayShownAs(shown, saved, "Ned"), sayShownAs(shown, saved, "Edmund Farr")]).toEqual([undefined, "Ned"]);
  expect(sayShownAs("theirs, she is sure", saved, "Edmund Farr")).toBeUndefined();
});
