import { describe, expect, it } from "vitest";
import { type WrittenField, bodyOf, fieldsAsked } from "./written-fields.ts";

const fields: readonly WrittenField[] = [
  { key: "says", asks: "What was found?", as: "words" },
  { key: "found", asks: "Was something there?", as: "yes-no" },
  { key: "rests", asks: "What does it rest on?", as: "ticks", isNumber: true },
  { key: "due", asks: "By when?", as: "day", isOptional: true },
];

describe("what an officer fills in", () => {
  it("becomes the body of the command, and what was left blank is not in it", () => {
    expect(bodyOf(fields, { says: " a log of 101 ", found: "no", rests: "3\n12", due: "" })).toEqual({
      ok: true,
      value: { says: "a log of 101", found: false, rests: [3, 12] },
    });
  });

  it("is not sent while something is missing, and the field is named", () => {
    expect(bodyOf(fields, { says: "   ", found: "no", rests: "3" })).toEqual({ ok: false, error: "Not answered yet: What was found?" });
    expect(bodyOf(fields, { says: "x", found: "", rests: "3" })).toMatchObject({ ok: false });
  });

  it("keeps the answers of an instrument as they were given, line by line", () => {
    const answers: readonly WrittenField[] = [{ key: "answers", asks: "Its answers", as: "pairs" }];
    expect(bodyOf(answers, { answers: "1. Afraid: of what?: of him\n\n2. Alone?: no" })).toEqual({
      ok: true,
      value: {
        answers: [
          { question: "1. Afraid: of what?", answer: "of him" },
          { question: "2. Alone?", answer: "no" },
        ],
      },
    });
    expect(bodyOf(answers, { answers: "14" })).toMatchObject({ ok: false });
  });

  it("asks a field only where what was answered calls for it, and sends nothing of one that is not asked", () => {
    const crime: readonly WrittenField[] = [
      { key: "of", asks: "What is it?", as: "choice" },
      { key: "as", asks: "Recorded as", as: "line", isAsked: ({ of }) => of === "crime" },
    ];
    expect(fieldsAsked(crime, { of: "log" }).map(({ key }) => key)).toEqual(["of"]);
    expect(bodyOf(crime, { of: "log", as: "harassment" })).toEqual({ ok: true, value: { of: "log" } });
    expect(bodyOf(crime, { of: "crime", as: "" })).toMatchObject({ ok: false });
  });
});
