import { expect, test } from "vitest";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { type Identity, withheld } from "./identity.ts";
import { createNameInWords } from "./name-in-words.ts";

const called = (...names: readonly string[]): ReturnType<typeof createNameInWords> =>
  createNameInWords(makeStatement({ them: { label: names[0] ?? "", normals: new Set(names.map((name) => name.toLowerCase())) } }));
const row = (text: string, from: Identity = withheld) => ({ from, text, grade: "own-account" as const });
const typed = (wrote: string): Identity => ({ kind: "name", wrote, normal: wrote.toLowerCase() });

test("a row of her diary with nobody in the column for it is found by his name in its words, as a whole word", () => {
  const nameIn = called("Neil Prowse");
  expect(nameIn(row("neil kicked in the back door."))).toBe("Neil");
  expect(nameIn(row("Neil’s brother at the gate", typed("us")))).toBe("Neil");
  expect(nameIn(row("Neil Prowse phoned Mum."))).toBe("Neil Prowse");
  expect(nameIn(row("Neilson Road was flooded."))).toBeUndefined();
  expect(nameIn(row("Neil phoned.", typed("Carl")))).toBeUndefined();
  expect(nameIn({ ...row("Neil phoned."), grade: "structured-export" })).toBeUndefined();
});

test("a word that stands for a person, and a name that is a word too, are no name in a sentence", () => {
  expect(called("him", "my ex")(row("I saw him and my ex."))).toBeUndefined();
  expect(called("Will")(row("I will go, will you?"))).toBeUndefined();
  expect(called("Will")(row("Then Will came in."))).toBe("Will");
});

test("her own name in the column says who wrote the row, so that his in the words is found", () => {
  const nameIn = createNameInWords(
    makeStatement({
      me: { label: "Nell", normals: new Set(["nell"]) },
      them: { label: "Neil Prowse", normals: new Set(["neil prowse"]) },
    }),
  );
  expect(nameIn(row("Neil was at the gate.", typed("Nell")))).toBe("Neil");
});
