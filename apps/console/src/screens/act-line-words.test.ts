import { expect, it } from "vitest";
import { type Instant, parseInstant } from "@unmask/core";
import type { ActLine } from "../desk/act-page.ts";
import { byDay, sayFrom, sayLine, sayTime } from "./act-line-words.ts";

const at = (text: string): Instant => parseInstant(Date.parse(text)) ?? expect.unreachable();
const line = (more: Partial<ActLine> = {}): ActLine => ({
  place: "",
  report: "R-1",
  item: "",
  ordinal: 0,
  kind: "call",
  channel: "phone",
  grade: "text-export",
  earliest: at("2026-10-25T00:17:00Z"),
  latest: at("2026-10-25T00:17:59Z"),
  from: { kind: "phone", normal: "+447700900388", name: null },
  says: null,
  exhibits: [],
  agreement: "agrees",
  whose: null,
  isAhead: false,
  ...more,
});

it("says what an act is where it has no words, and cuts long words in a list alone", () => {
  expect(sayLine(line())).toBe("Call, phone");
  expect(sayLine(line({ kind: "login", channel: "other" }))).toBe("Log-in");
  expect(sayLine(line({ kind: "login", channel: "whatsapp" }))).toBe("Log-in, WhatsApp");
  expect(sayLine(line({ says: "Two\nlocks now is it" }))).toBe("“Two locks now is it”");
  expect(sayLine(line({ says: "x".repeat(200) }))).toHaveLength(83);
});

it("names whoever it is from as it is written there, and never a person for a number", () => {
  expect(sayFrom(line())).toBe("+447700900388");
  expect(sayFrom(line({ from: { kind: "phone", normal: "+447700900388", name: "Rhys" } }))).toBe("Rhys");
  expect(sayFrom(line({ from: { kind: "withheld", normal: "", name: null } }))).toBe("withheld number");
});

it("puts lines under their day of London, on which a night of summer time begins an hour early", () => {
  const late = line({ earliest: at("2026-10-24T23:30:00Z") });
  expect(byDay([late, line()]).map(({ day }) => day)).toEqual(["Sun 25 Oct 2026"]);
});

it("says both ends of a time that the clock’s change left open", () => {
  expect(sayTime(line())).toBe("01:17");
  expect(sayTime({ earliest: at("2026-10-25T00:17:00Z"), latest: at("2026-10-25T01:47:00Z") })).toBe("01:17 to 01:47");
  expect(sayTime({ earliest: at("2026-10-25T00:17:00Z"), latest: at("2026-10-25T01:17:59Z") })).toBe("01:17, one of two");
});
