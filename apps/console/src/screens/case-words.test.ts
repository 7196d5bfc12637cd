import { expect, it } from "vitest";
import type { PersonOfCase } from "../desk/case-known.ts";
import { nameOf, nameOfCase, saySubject } from "./case-words.ts";

const person = (name: string, ...roles: string[]): PersonOfCase => ({
  person: name,
  name,
  isChild: false,
  roles: roles.map((role) => ({ role, says: role, knowing: "account" })),
});

it("names a case by whom it protects and never by whom it is about", () => {
  expect(nameOfCase({ people: [person("Rhys", "subject"), person("Leila", "reporter"), person("Nadia", "protected")], reports: [] })).toBe(
    "Nadia",
  );
  expect(nameOfCase({ people: [person("Rhys", "subject")], reports: [] })).toBe("Name not given");
});

it("says of a subject that nobody is named, and of two both", () => {
  expect(saySubject({ people: [] })).toBe("subject not named");
  expect(saySubject({ people: [person("A", "subject"), person("B", "subject", "witness")] })).toBe("subjects A and B");
});

it("says who wrote it, and of the machine that it was nobody", () => {
  expect(nameOf({ officers: { "o-1": "DC Bell" } }, "o-1")).toBe("DC Bell");
  expect(nameOf({ officers: {} }, "desk")).toBe("by itself");
});
