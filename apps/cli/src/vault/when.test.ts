import { parseZone } from "@unmask/core";
import { expect, test } from "vitest";
import { parseWhen } from "./when.ts";

const london = parseZone("Europe/London") ?? expect.fail("a zone");
const day = (text: string): object => {
  const [year, month, of] = text.split("-").map(Number);
  return { year, month, day: of };
};
const minute = (text: string, hour: number, of: number): object => ({ ...day(text), hour, minute: of });

test.each([
  ["2026-10-04", day("2026-10-04"), day("2026-10-04")],
  ["2026-10-04T18:40", minute("2026-10-04", 18, 40), minute("2026-10-04", 18, 40)],
  ["2026-10-04 18:40", minute("2026-10-04", 18, 40), minute("2026-10-04", 18, 40)],
  ["2026-10-04T18:40:59", minute("2026-10-04", 18, 40), minute("2026-10-04", 18, 40)],
  // On her clock it was an hour later than in UTC.
  ["2026-10-04T18:40:00Z", minute("2026-10-04", 19, 40), minute("2026-10-04", 19, 40)],
  ["2026-10-04T23:30:00-05:00", minute("2026-10-05", 5, 30), minute("2026-10-05", 5, 30)],
  ["2026-10-01..2026-10-03", day("2026-10-01"), day("2026-10-03")],
  ["2026-10-04T18:40 .. 2026-10-04T19:10", minute("2026-10-04", 18, 40), minute("2026-10-04", 19, 10)],
])("%s is when it happened, on the clocks of her zone, and stands as she typed it", (typed, from, until) => {
  expect(parseWhen(typed, london)).toEqual({ ok: true, value: { from, until, zone: "Europe/London", wrote: typed } });
});

test.each([
  "",
  "yesterday",
  "2026-10-04..",
  "2026-10-04..2026-10-05T10:00",
  "2026-13-01",
  "2026-10-04T25:00",
  "0226-10-04",
  "2026-10-03..2026-10-02",
  "a..b..c",
])("%j is no time that she can have meant", (typed) => {
  expect(parseWhen(typed, london)).toMatchObject({ ok: false, error: expect.stringContaining(`--when ${typed}`) });
});

test("a minute that the clock left out is no time either", () => {
  expect(parseWhen("2026-03-29T01:30", london)).toMatchObject({ ok: false, error: expect.stringContaining("no clock in Europe/London") });
});

/** The clock in London went from 02:00 back to 01:00 on 25 October 2026. */
test.each([
  ["2026-10-25T01:30+01:00", "+01:00", minute("2026-10-25", 1, 30), minute("2026-10-25", 1, 30)],
  ["2026-10-25T01:30+00:00", "UTC", minute("2026-10-25", 1, 30), minute("2026-10-25", 1, 30)],
  ["2026-10-25T00:30Z", "+01:00", minute("2026-10-25", 1, 30), minute("2026-10-25", 1, 30)],
  // Forty minutes, over the change.
  ["2026-10-25T01:30+01:00..2026-10-25T01:10+00:00", "+01:00", minute("2026-10-25", 1, 30), minute("2026-10-25", 2, 10)],
  ["2026-10-25T01:10+00:00..2026-10-25T03:00", "UTC", minute("2026-10-25", 1, 10), minute("2026-10-25", 3, 0)],
  ["2026-10-24T23:00..2026-10-25T01:10+00:00", "UTC", minute("2026-10-24", 22, 0), minute("2026-10-25", 1, 10)],
  // Without an offset nobody knows which, and it is not said.
  ["2026-10-25T01:30", "Europe/London", minute("2026-10-25", 1, 30), minute("2026-10-25", 1, 30)],
])("%s, in the hour that a clock shows twice, is on the clock of %s", (typed, zone, from, until) => {
  expect(parseWhen(typed, london)).toEqual({ ok: true, value: { from, until, zone, wrote: typed } });
});

test.each([
  ["2026-10-25T01:10+00:00..2026-10-25T01:50+01:00", "ends before it begins"],
  ["2026-10-25T01:10..2026-10-25T01:50+00:00", "Write both with their offset"],
])("%s is refused: %s", (typed, error) => {
  expect(parseWhen(typed, london)).toMatchObject({ ok: false, error: expect.stringContaining(error) });
});
