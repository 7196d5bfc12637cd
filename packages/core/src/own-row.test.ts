import { expect, test } from "vitest";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import type { Act } from "./act.ts";
import { owner } from "./identity.ts";
import { placeOfNear } from "./near.ts";
import { createWhose } from "./whose.ts";

const statement = makeStatement({
  me: { label: "Nell Harrow", normals: new Set(["nell harrow"]) },
  them: { label: "Gavin Stroud", normals: new Set(["gavin stroud"]) },
});
const nell = { kind: "name", wrote: "Nell Harrow", normal: "nell harrow" } as const;
type Row = Parameters<ReturnType<typeof createWhose>>[0];
const row = (text: string, more: Partial<Act> = {}): Row => ({
  ...{ id: "r-1" as Row["id"], from: nell, to: [], kind: "other", channel: "in-person", grade: "own-account", text },
  ...more,
});
const whoseIs = createWhose(statement);

test.each([
  "Dead blackbird in a shoebox on my doorstep this morning.",
  "Gavin Stroud was there again.",
  "Gavin came into the stockroom so I could not leave.",
  "I saw somebody at the gate.",
  "Back tyre of my bike slashed. I don't know who.",
])("a line of her diary under her own name is by nobody known where it tells of another: %s", (text) => {
  expect(whoseIs(row(text))).toBe("withheld");
  expect(whoseIs(row(text, { kind: "entry", from: owner }))).toBe("withheld");
  expect(whoseIs(row(text, { kind: "message", channel: "other" }))).toBe("withheld");
});

test("what she did herself, and what she wrote to him, stays hers", () => {
  expect(whoseIs(row("Had a good day with Aoife at the sea."))).toBe("hers");
  expect(whoseIs(row("Stayed at home, could not sleep."))).toBe("hers");
  expect(whoseIs(row("Gavin, do not come to my house, you scare me", { kind: "message", channel: "other" }))).toBe("hers");
  expect(whoseIs(row("Gavin was at my door", { kind: "message", channel: "other", to: [{ ...nell, normal: "aoife" }] }))).toBe("hers");
  expect(whoseIs(row("Gavin was at my door", { grade: "text-export" }))).toBe("hers");
  expect(whoseIs(row("Went to his house", { kind: "visit" }))).toBe("hers");
});

test.each([
  ["damage", "All four tyres let down and KEYED down the side. Gavin's mate said it was him."],
  ["damage", null],
  ["gift", "Funeral wreath on my windscreen with my name on."],
  ["gift", "Left dead roses on the bonnet"],
  ["gift", "I found a wreath on the gate"],
  ["visit", "Knocked four times."],
  ["visit", "Gavin, 20 minutes"],
  ["following", "Grey Audi behind me all the way to work"],
] as const)("what was done to her has not her as its doer because she wrote it down: %s, %s", (kind, text) => {
  expect(whoseIs({ ...row(""), text, kind })).toBe("withheld");
  expect(whoseIs({ ...row(""), text, kind, from: owner })).toBe("withheld");
  expect(whoseIs({ ...row(""), text, kind, to: [{ ...nell, normal: "gavin stroud", wrote: "Gavin Stroud" }] })).toBe("hers");
  expect(whoseIs({ ...row(""), text, kind, grade: "structured-export" })).toBe("hers");
});

test.each([
  ["gift", "I left him his post at the gate"],
  ["gift", "This morning I brought his boxes back"],
  ["gift", "Gave him the spare key back"],
  ["damage", "I broke his mug, by accident"],
  ["visit", "I went to his door to get my things, he shouted"],
  ["visit", "Lunch at Mum's"],
] as const)("what she says that she did herself stays hers: %s, %s", (kind, text) => {
  expect(whoseIs(row(text, { kind }))).toBe("hers");
});

test("a parcel that came by post is by nobody known, and what she typed into an account stays hers", () => {
  expect(whoseIs(row("Box of ash, no card", { kind: "gift", channel: "post" }))).toBe("withheld");
  expect(whoseIs(row("Box of ash, no card", { kind: "gift", channel: "web" }))).toBe("hers");
});

test("a row of her own table that says neither what nor where it was stands near her by its words alone", () => {
  const place = (text: string, more: Partial<Act> = {}): number | undefined =>
    placeOfNear(row(text, { kind: "other", channel: "other", from: owner, ...more }));
  expect(place("A dead bird on my doorstep")).toBeDefined();
  expect(place("He grabbed me", { kind: "message" })).toBeDefined();
  expect(place("Rang the bank")).toBeUndefined();
  expect(place("A dead bird on my doorstep", { channel: "sms" })).toBeUndefined();
  expect(place("A dead bird on my doorstep", { grade: "structured-export" })).toBeUndefined();
});
