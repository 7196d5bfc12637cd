import { waitingRules } from "@unmask/case";
import { waitingKinds } from "@unmask/core";
import { expect, it } from "vitest";
import { addressOf } from "../address/place.ts";
import { columns, placeOfRow, sayAbout, sayOpen, sayWhole } from "./supervision-words.ts";

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

it("cuts a reason of four thousand letters in its row, and has all of it behind it; a short one stands whole", () => {
  const row = { kind: "reading", at: { of: "report", id: "R-8101" }, name: "Ada Moss" } as const;
  const says = "🏠 " + "He wrote again. ".repeat(250);
  expect(says.length).toBeGreaterThan(4_000);
  expect(sayOpen({ ...row, says }).length).toBeLessThan(400);
  expect(sayOpen({ ...row, says })).toMatch(/^🏠 He wrote again\. .*…; /);
  expect(sayWhole({ says })).toBe(says);
  expect(sayWhole({ says: "He wrote again." })).toBeUndefined();
  const opening = { kind: "opening", at: { of: "opening", id: "1" }, name: null } as const;
  expect(sayAbout({ ...opening, says }).length).toBeLessThan(210);
  // A stretch that begins before the cut ends there: what stands behind it keeps its direction.
  const turned = sayOpen({ ...row, says: `\u2068${"ש".repeat(400)}\u2069` });
  expect(turned).toMatch(/^\u2068ש{199}\u2069…; /);
});

it("says of everything that waits what stays open until it is decided, as the head of its column has it", () => {
  for (const kind of waitingKinds) {
    const { open } = waitingRules[kind];
    expect(open).not.toBe("");
    for (const of of ["report", "case", "order", "link", "opening"] as const)
      expect([kind, of, sayOpen({ kind, at: { of, id: "1" }, says: "He wrote again." }).endsWith(open)]).toEqual([kind, of, true]);
  }
  expect(columns[1]).toBe("About what, and what stays open until then");
});
