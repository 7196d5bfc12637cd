import { epoch } from "@unmask/core";
import { expect, test } from "vitest";
import { type CasePerson, foldCase } from "../fold/case-state.ts";
import { callCase, endedRolesOf, peopleOf, personsIn, sameNamed } from "./people.ts";

const nadia: CasePerson = {
  person: "p-2",
  name: "Nadia Khan",
  roles: [
    { role: "reporter", knowing: "record" },
    { role: "protected", knowing: "record" },
  ],
};
const gary: CasePerson = { person: "p-1", name: "Gary Slade", roles: [{ role: "subject", knowing: "account" }] };

test("whoever is to be protected stands first, with how each role is known, and an unknown holder is no name", () => {
  const unknown: CasePerson = { person: "p-3", roles: [{ role: "third-party", knowing: "account", says: "Holder of 07700 900388." }] };
  const lines = peopleOf([gary, unknown, nadia, { person: "p-4", roles: [] }]);
  expect(lines.map(({ name }) => name)).toEqual(["Nadia Khan", "Gary Slade", "Not known by name"]);
  expect(lines[0]?.roles.map(({ says, knowing }) => [says, knowing])).toEqual([
    ["To be protected", "record"],
    ["Reporter", "record"],
  ]);
});

test("who is named both as the one complained of and as the one to protect is shown to a person, never settled", () => {
  const both: CasePerson = { person: "p-9", roles: [...gary.roles, ...nadia.roles] };
  expect(peopleOf([both])[0]?.conflict).toContain("look at who said which");
  expect(peopleOf([gary])[0]?.conflict).toBeUndefined();
});

test("a case that was made of a report is about whoever reported, and about whom it was told for, until somebody is named", () => {
  const who = { reporter: "another", about: "child", name: "Nadia Khan", forName: "Bethan Cole", anonymous: false } as const;
  const lines = peopleOf(personsIn({ persons: [] }, [{ report: "R-27", nameInPack: null, who }]));
  expect(lines.map(({ name, isChild, roles }) => [name, isChild, roles.map(({ says }) => says)])).toEqual([
    ["Bethan Cole", true, ["To be protected"]],
    ["Nadia Khan", false, ["Reporter"]],
  ]);
  // Whoever saw it, and whoever did not say who they are, can name for whom it is as well.
  for (const reporter of ["witness", "unsaid"] as const)
    expect(peopleOf(personsIn({ persons: [] }, [{ report: "R-28", nameInPack: null, who: { ...who, reporter } }]))).toEqual(
      lines.map((one) => ({ ...one, person: one.person.replace("R-27", "R-28") })),
    );
  const own = { reporter: "self", about: "adult", name: "Leila Ashworth", anonymous: false } as const;
  const named = { report: "R-27", nameInPack: null, who: own };
  expect(peopleOf(personsIn({ persons: [] }, [named])).map(({ name }) => name)).toEqual(["Leila Ashworth"]);
  const unnamed = { reporter: "self", about: "adult", anonymous: false } as const;
  const [byPack] = peopleOf(personsIn({ persons: [] }, [{ report: "R-29", nameInPack: "Imogen Vance", who: unnamed }]));
  expect([byPack?.name, byPack?.roles[0]?.note]).toEqual(["Imogen Vance", "named by the pack; the letter names nobody"]);
  // Naming whom it is about takes nobody off the page whom it protects.
  const both = peopleOf(personsIn({ persons: [gary] }, [named]));
  expect(both.map(({ name }) => name)).toEqual(["Leila Ashworth", "Gary Slade"]);
  expect(personsIn({ persons: [gary, nadia] }, [{ report: "R-27", nameInPack: null, who }])).toEqual([gary, nadia]);
  const gone = { ...gary, roles: [] };
  expect(peopleOf(personsIn({ persons: [gone] }, [named])).map(({ name }) => name)).toEqual(["Leila Ashworth"]);
});

test("a case is called by whom it protects, else who was harmed, else who reported, and never by whom it complains of", () => {
  const who = { reporter: "self", about: "adult", name: "Leila Ashworth", anonymous: false } as const;
  const named = { report: "R-27", nameInPack: null, who };
  const unnamed = { ...named, who: { reporter: "unsaid", about: "not-known", anonymous: true } } as const;
  expect(callCase({ persons: [gary, nadia] }, [named])).toEqual({ name: "Nadia Khan", about: "Gary Slade" });
  expect(callCase({ persons: [gary] }, [named])).toEqual({ name: "Leila Ashworth", about: "Gary Slade" });
  expect(callCase({ persons: [gary] }, [unnamed])).toEqual({ name: "Name not given", about: "Gary Slade" });
  const nobody: CasePerson = { person: "p-5", roles: [{ role: "protected", knowing: "account" }] };
  expect(callCase({ persons: [gary, nobody] }, [named])).toEqual({ name: "Leila Ashworth", about: "Gary Slade" });
  const both: CasePerson = { ...gary, roles: [...gary.roles, ...nadia.roles] };
  expect(callCase({ persons: [both] }, [named]).name).toBe("Leila Ashworth");
  const harmed: CasePerson = { person: "p-6", name: "Bethan Cole", roles: [{ role: "victim", knowing: "account" }] };
  expect(callCase({ persons: [harmed, { ...nadia, roles: nadia.roles.slice(1) }] }, []).name).toBe("Nadia Khan");
  expect(callCase({ persons: [harmed, { ...nadia, roles: nadia.roles.slice(0, 1) }] }, [])).toEqual({ name: "Bethan Cole" });
});

test("the one to be protected is not written down anew as the one complained of, nor somebody under a name that only looks the same", () => {
  const like = (name: string, role: "subject" | "protected" | "witness") => sameNamed({ person: "p-9", name, role }, [gary, nadia])?.person;
  expect(like("nadia  Khan", "subject")).toBe("p-2");
  expect(like("Gary Slade", "protected")).toBe("p-1");
  expect(like("G\u0430ry Slade", "witness")).toBe("p-1");
  expect([like("Gary Slade", "witness"), like("Gary Slade, born 1961", "protected")]).toEqual([undefined, undefined]);
  expect(sameNamed({ person: "p-2", name: "Nadia Khan", role: "subject" }, [nadia])).toBeUndefined();
});

test("a role that ended stays readable: whose it was, why it ended and by whom, the newest first", () => {
  const at = { happened: epoch, recorded: epoch, by: "bell", stream: { of: "case", id: "0412" } } as const;
  const state = foldCase("0412", [
    { ...at, number: 1, kind: "person-in-role", body: { person: "p-1", role: "subject", knowing: "account", name: "Gary Slade" } },
    { ...at, number: 2, kind: "person-out-of-role", body: { person: "p-1", role: "subject", reason: "Typed wrongly." } },
  ]);
  expect(peopleOf(state.persons)).toEqual([]);
  expect(endedRolesOf(state)).toEqual([
    { name: "Gary Slade", says: "Subject", reason: "Typed wrongly.", number: 2, happened: epoch, by: "bell" },
  ]);
});
