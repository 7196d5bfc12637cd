import { expect, it } from "vitest";
import { parseInstant } from "@unmask/core";
import { sayNow, sayWaited, sayWhen } from "./say-when.ts";

const at = (iso: string) => parseInstant(Date.parse(iso)) ?? expect.unreachable();
const now = at("2026-11-25T03:12:00.000Z");

it("says the hour of today, weekday, date and hour of the days before, and the whole date of what is longer ago", () => {
  expect(sayWhen(at("2026-11-25T02:41:00.000Z"), now)).toBe("02:41");
  expect(sayWhen(at("2026-11-24T19:32:00.000Z"), now)).toBe("Tue 24 Nov, 19:32");
  expect(sayWhen(at("2026-11-19T00:00:00.000Z"), now)).toBe("Thu 19 Nov, 00:00");
  expect(sayWhen(at("2026-11-18T23:59:00.000Z"), now)).toBe("18 Nov 2026");
  expect(sayWhen(at("2025-12-09T10:00:00.000Z"), now)).toBe("9 Dec 2025");
});

it("never takes the day after for one of the week before", () => {
  expect(sayWhen(at("2026-11-26T00:30:00.000Z"), now)).toBe("26 Nov 2026");
});

it("says how long somebody has waited, to the minute, and no less than none", () => {
  expect(sayWaited(at("2026-11-25T01:56:00.000Z"), now)).toBe("1 h 16 min");
  expect(sayWaited(at("2026-11-25T01:07:00.000Z"), now)).toBe("2 h 05 min");
  expect(sayWaited(at("2026-11-25T03:20:00.000Z"), now)).toBe("0 min");
  expect(sayWaited(at("2026-11-22T03:12:00.000Z"), now)).toBe("3 days");
});

it("shows the desk’s own day and minute, in the summer an hour on", () => {
  expect(sayNow(now)).toBe("Wed 25 Nov 2026, 03:12");
  expect(sayNow(at("2026-07-01T23:30:00.000Z"))).toBe("Thu 2 Jul 2026, 00:30");
});
