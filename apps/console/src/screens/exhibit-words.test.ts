import { expect, it } from "vitest";
import { sayAgreement, sayFate, sayGradeWhole, sayGrades, sayPattern } from "./exhibit-words.ts";

it("counts what is the same, what differs and what was not compared, and leaves out what is none", () => {
  const of = (...all: string[]) => sayAgreement(all.map((agreement) => ({ agreement })));
  expect(of("agrees", "agrees")).toBe("2 the same");
  expect(of("agrees", "differs", "not-compared")).toBe("1 the same, 1 differs, 1 not compared");
  expect(of("differs", "differs")).toBe("0 the same, 2 differ");
});

it("says what became of a pack and how a file reached the person, and a word that it does not know as it stands", () => {
  expect(sayFate("no-key")).toBe("sealed to a key that is not held here");
  expect(sayFate("of-next-year")).toBe("of-next-year");
  expect(sayGrades(["text-export", "screenshot"])).toBe("plain text that anybody can edit, picture");
  expect(sayGrades(["structured-export", "of-next-year"])).toBe("export by an app or service, of-next-year");
  expect(sayGrades([])).toBe("no act in it");
  expect(sayGradeWhole("structured-export")).toMatch(/^an export with fields, written by an app or a service/);
  expect(sayGradeWhole("of-next-year")).toBe("of-next-year");
});

it("names a finding by its pattern in words", () => {
  expect(sayPattern({ pattern: "contact-after-stop" })).toBe("Contact after stop");
});
