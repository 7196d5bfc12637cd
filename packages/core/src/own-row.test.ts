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

test("a row of her own table that says neither what nor where it was stands near her by its words alone", () => {
  const place = (text: string, more: Partial<Act> = {}): number | undefined =>
    placeOfNear(row(text, { kind: "other", channel: "other", from: owner, ...more }));
  expect(place("A dead bird on my doorstep")).toBeDefined();
  expect(place("He grabbed me", { kind: "message" })).toBeDefined();
  expect(place("Rang the bank")).toBeUndefined();
  expect(place("A dead bird on my doorstep", { channel: "sms" })).toBeUndefined();
  expect(place("A dead bird on my doorstep", { grade: "structured-export" })).toBeUndefined();
});
