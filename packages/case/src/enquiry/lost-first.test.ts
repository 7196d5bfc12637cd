import { epoch, instantFromIso } from "@unmask/core";
import { expect, test } from "vitest";
import type { Enquiry } from "../fold/case-state.ts";
import { linesLostFirst } from "./lost-first.ts";

const now = instantFromIso("2026-11-25T03:14:00.000Z") ?? epoch;
const at = { number: 1, happened: now, by: "bell" };
const line = (n: number, day?: string, more: Partial<Enquiry> = {}): Enquiry => ({
  enquiry: `E-${n}`,
  says: "Clips.",
  ...(day !== undefined && { lostAfter: { day, source: "maker’s terms", readOn: "2026-11-12" } }),
  ...more,
});

test("what is lost first stands first, what nobody knows a day for after it, and what is over last", () => {
  const lines = linesLostFirst(
    [
      line(1, undefined),
      line(2, "2026-11-20", { answered: { enquiry: "E-2", ground: { says: "Came.", knowing: "record" }, ...at } }),
      line(3, "2026-12-10"),
      line(4, "2026-11-26"),
    ],
    now,
  );
  expect(lines.map(({ enquiry }) => enquiry)).toEqual(["E-4", "E-3", "E-1", "E-2"]);
  expect(lines[0]).toMatchObject({
    lost: "lost after Thu 26 Nov 2026, tomorrow",
    isPressing: true,
    source: "maker’s terms, read 2026-11-12",
    state: "not-asked",
  });
  expect(lines[2]?.lost).toBe("when it is lost is not known");
  expect(lines[3]).toMatchObject({ state: "answered", lost: "over", isPressing: false });
});

test("what somebody holds for us is lost when that ends, and what is past its day is asked for all the same", () => {
  const held = line(1, "2026-11-26", { asked: { enquiry: "E-1", of: "the maker", heldUntil: "2027-02-12", ...at } });
  expect(linesLostFirst([held], now)[0]).toMatchObject({ lost: "held to Fri 12 Feb 2027", isPressing: false, state: "asked" });
  expect(linesLostFirst([line(1, "2026-11-20")], now)[0]).toMatchObject({
    lost: "may be lost since Fri 20 Nov 2026; ask all the same",
    isPressing: true,
  });
});
