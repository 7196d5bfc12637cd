import { expect, test } from "vitest";
import { conditionsTyped } from "./typed-conditions.ts";

test("conditions of another force’s copy are read with kind, place and time, so that they can be compared", () => {
  const read = conditionsTyped(
    "prohibition: Not to contact Mrs R.\n\nrequirement: To sign on at Mill Lane police station\nkind: sign-on\nplace: Mill Lane police station @ 51.14, 0.88 : 50\ntime: Mon, Wed, Fri 17:00-19:00",
  );
  expect(read).toEqual({
    conditions: [
      { condition: 1, type: "prohibition", says: "Not to contact Mrs R.", evidence: [], interimToo: false },
      {
        condition: 2,
        type: "requirement",
        says: "To sign on at Mill Lane police station",
        kind: "requirement/sign-on",
        places: [{ says: "Mill Lane police station", around: [51.14, 0.88], metres: 50 }],
        times: [{ days: [1, 3, 5], from: "17:00", to: "19:00" }],
        evidence: [],
        interimToo: false,
      },
    ],
  });
});

test("a condition that is not understood is named, and none is guessed", () => {
  expect(conditionsTyped("prohibition: Not to go there\n\nstay away")).toEqual({
    error: expect.stringContaining("Condition 2 is not understood"),
  });
  expect(conditionsTyped("prohibition: Not to go there\nplace: x @ 1")).toHaveProperty("error");
});
