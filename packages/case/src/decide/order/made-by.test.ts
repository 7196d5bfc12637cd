import { expect, test } from "vitest";
import { canBeNameOf } from "./made-by.ts";

test("who made a service is known by rank, number, unit, company and a surname that comes first", () => {
  for (const typed of ["Det Con Bell", "DC2093", "DC Bell CID", "PC Parry accompanied by DC Bell", "PC Parry, assisted by DC Bell"])
    expect([typed, canBeNameOf(typed, "DC 2093 Bell")]).toEqual([typed, true]);
  expect(canBeNameOf("Sgt Wren", "Wren, Olive")).toBe(true);
  expect([canBeNameOf("PC Parry", "DC 2093 Bell"), canBeNameOf("DC 2094 Bell", "DC 2093 Bell")]).toEqual([false, false]);
});
