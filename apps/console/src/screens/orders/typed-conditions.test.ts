import { expect, test } from "vitest";
import { conditionsChanged, conditionsTyped, conditionsWritten } from "./typed-conditions.ts";

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

test("a condition of another copy has the period and the place of its own that the copy gives it, and a day that is none is not guessed", () => {
  const written = "1. prohibition: Not to enter Quay Street\nuntil: 2026-08-31\nlocality: Northern Ireland";
  const [typed] = [conditionsTyped(written)].flatMap((read) => ("error" in read ? [] : read.conditions));
  expect(typed).toMatchObject({ own: { until: "2026-08-31" }, locality: "Northern Ireland" });
  expect(typed && conditionsWritten([typed])).toBe(written);
  expect(conditionsTyped("requirement: To sign on\nuntil: Further order")).toMatchObject({ conditions: [{ own: { until: null } }] });
  for (const until of ["31 August", "2026-02-30", "2026-08-31\nuntil: 2026-09-30"])
    expect(conditionsTyped(`prohibition: Not to call\nuntil: ${until}`)).toHaveProperty("error");
});

test("a condition that is not understood is named, and none is guessed", () => {
  expect(conditionsTyped("prohibition: Not to go there\n\nstay away")).toEqual({
    error: expect.stringContaining("Condition 2 is not understood"),
  });
  expect(conditionsTyped("prohibition: Not to go there\nplace: x @ 1")).toHaveProperty("error");
});

test("a condition that a court left as it was is the one that stood, whatever its lines cannot say, and no number is given twice", () => {
  const stood: Parameters<typeof conditionsWritten>[0][number] = {
    condition: 3,
    type: "prohibition",
    says: "Not to go to\nthe shop",
    kind: "prohibition/place",
    persons: ["person-1"],
    places: [{ says: "the shop @ the corner" }],
    times: [{ days: [1, 5], from: "17:00", to: "19:00" }],
    own: { until: "2027-05-01" },
    evidence: ["AF/1"],
    interimToo: true,
  };
  const written = conditionsWritten([stood]);
  expect(conditionsChanged(`${written}\n\nrequirement: To sign on`, [stood])).toEqual({
    conditions: [stood, { condition: 4, type: "requirement", says: "To sign on", evidence: [], interimToo: false }],
  });
  const { places: _, times: __, kind: ___, own: ____, ...kept } = stood;
  expect(conditionsChanged("3. prohibition: Not to go near the shop", [stood])).toEqual({
    conditions: [{ ...kept, says: "Not to go near the shop" }],
  });
  expect(conditionsChanged(`${written}\n\n3. prohibition: Not to call`, [stood])).toHaveProperty("error");
});
