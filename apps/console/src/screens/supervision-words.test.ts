import { expect, it } from "vitest";
import { addressOf } from "../address/place.ts";
import { placeOfRow } from "./supervision-words.ts";

it("leads from what somebody would erase to its own row of the review of what is kept, and from nowhere else there", () => {
  const erasing = { kind: "erasure", whyNot: null } as const;
  const [ofCase, ofReport] = [
    placeOfRow({ ...erasing, at: { of: "case", id: "0412" } }),
    placeOfRow({ ...erasing, at: { of: "report", id: "R-8101" } }),
  ];
  expect([ofCase, ofReport].map((place) => place && addressOf(place))).toEqual(["/retention?row=0412", "/retention?row=R-8101"]);
  expect(placeOfRow({ kind: "closing", whyNot: null, at: { of: "case", id: "0412" } })).toMatchObject({ part: "closing" });
});

it("leads nowhere from an erasure of a case that the officer is not on", () => {
  expect(placeOfRow({ kind: "erasure", whyNot: "not-on-case", at: { of: "case", id: "0412" } })).toBeUndefined();
});
