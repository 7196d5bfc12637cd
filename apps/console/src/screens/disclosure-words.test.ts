import { expect, test } from "vitest";
import { parseInstant } from "@unmask/core";
import type { Copy, ScheduleItem } from "../desk/disclosure.ts";
import { openTo, sayHeld, sayOf, sayScheduleWent, whyNoCopy } from "./disclosure-words.ts";

const happened = parseInstant(0) ?? expect.unreachable();
const copy: Copy = {
  ...{ number: 5, happened, by: "DC Bell", original: "", copy: "", lines: [], taken: [], leftIn: [] },
  ...{ originalHolds: true, copyHolds: true, readings: [], isAgreed: false },
  whyNot: [
    { as: "prosecutor", says: null },
    { as: "defence", says: "It is sensitive." },
  ],
};
const item = (mark: ScheduleItem["mark"], isRelied = false): ScheduleItem => ({
  ...{ item: "D-1", of: "case/2", thing: null, isRelied, describes: "", mark, reason: "", again: null, by: "Boone", happened },
  ...{ number: 4, before: [], copies: [] },
});

test("the sentence counts what is held, what could help the defence, what is not decided, and what nobody looked at", () => {
  const items = [item("could-help"), item("not-decided"), item("not-decided"), item("no"), item("could-help", true)];
  expect(sayHeld({ items, unlistedInAll: 1 })).toBe(
    "4 items are held and not relied on. 1 could help the defence; 2 are not decided. 1 thing is held that nobody looked at yet.",
  );
  expect(sayHeld({ items: [], unlistedInAll: 0 })).toBe("Nothing is listed yet.");
  expect(sayHeld({ items: [item("no")], unlistedInAll: 0 })).toBe(
    "1 item is held and not relied on. None could help the defence; none is not decided.",
  );
});

test("why a copy does not go is said until a second person has read it, and to whom it may go then", () => {
  const shut = copy.whyNot.map(({ as }) => ({ as, says: "A second person must read it." }));
  expect(whyNoCopy({ copies: [] })).toBe("no copy was cut yet");
  expect(whyNoCopy({ copies: [{ ...copy, whyNot: shut }] })).toBe("a second person must read what was cut");
  const no = { number: 6, happened, by: "PC Lunt", agrees: false, says: null };
  expect(whyNoCopy({ copies: [{ ...copy, whyNot: shut, readings: [no] }] })).toMatch(/does not agree/);
  expect(whyNoCopy({ copies: [copy] })).toBeUndefined();
  expect(openTo(copy)).toEqual(["prosecutor"]);
});

test("each schedule that went is saved by itself, by whom it went to and when", () => {
  expect(sayScheduleWent({ as: "defence", happened }, happened)).toBe("Save the schedule that went to the defence, 01:00");
  expect(sayScheduleWent({ as: "prosecutor", happened }, parseInstant(Date.UTC(2026, 10, 27)) ?? expect.unreachable())).toBe(
    "Save the schedule that went to the prosecutor, 1 Jan 1970",
  );
});

test("what an item is of is said by where it stands", () => {
  expect(
    ["case/12", "R-2100/3", "SPO-26-025/4", "SPO-26-025/P2", `exhibit/${"0".repeat(32)}/0`, "nothing-held", "elsewhere"].map(sayOf),
  ).toEqual([
    ...[
      "entry 12 of the case",
      "entry 3 of R-2100",
      "entry 4 of SPO-26-025",
      "paper SPO-26-025/P2",
      "exhibit 1 of a pack",
      "nothing held",
      "held elsewhere",
    ],
  ]);
});
