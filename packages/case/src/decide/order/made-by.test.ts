import { expect, test } from "vitest";
import { canBeNameOf } from "./made-by.ts";

test("who made a service is known by rank, number, unit, company and a surname that comes first", () => {
  for (const typed of ["Det Con Bell", "DC2093", "DC Bell CID", "PC Parry accompanied by DC Bell", "PC Parry, assisted by DC Bell"])
    expect([typed, canBeNameOf(typed, "DC 2093 Bell")]).toEqual([typed, true]);
  expect(canBeNameOf("Sgt Wren", "Wren, Olive")).toBe(true);
  expect([canBeNameOf("PC Parry", "DC 2093 Bell"), canBeNameOf("DC 2094 Bell", "DC 2093 Bell")]).toEqual([false, false]);
});

test("who made a service is known by their initials, and by names that are run together or parted by what is not seen", () => {
  const officer = "Sgt 1181 Okell Test";
  for (const typed of ["OT", "O T", "O.T.", "T O", "Sgt OT", "PC Vale and O T", "Okell\u200bTest", "OkellTest", "Test\u2060Okell"])
    expect([typed, canBeNameOf(typed, officer)]).toEqual([typed, true]);
  expect([canBeNameOf("AFT", "DC 2093 Ann Faye Thorne"), canBeNameOf("PS", "DC 2093 Paul Sand")]).toEqual([true, true]);
  for (const typed of ["OV", "O", "T/Sgt Vale", "PC 1182 OT", "Otto Vale"])
    expect([typed, canBeNameOf(typed, officer)]).toEqual([typed, false]);
});

test("who made a service is known by an initial and a surname in one, in either order, and by a name of mail", () => {
  const officer = "Sgt 1181 Okell Test";
  for (const typed of [
    "OTest",
    "otest",
    "TestO",
    "Test-O",
    "O-Test",
    "O.Test",
    "PC OTest",
    "otest@northshire.example",
    "o.test@northshire.example",
    "test.o@northshire.example",
  ])
    expect([typed, canBeNameOf(typed, officer)]).toEqual([typed, true]);
  for (const typed of ["AFThorne", "AThorne", "ThorneAF", "ann.thorne@northshire.example"])
    expect([typed, canBeNameOf(typed, "DC 2093 Ann Faye Thorne")]).toEqual([typed, true]);
  for (const typed of ["VTest", "OTester", "vale@test.example", "PC 1182 OTest"])
    expect([typed, canBeNameOf(typed, officer)]).toEqual([typed, false]);
});
