import { expect, test } from "vitest";
import { parseCover } from "./cover-json.ts";
import type { Instant } from "./instant.ts";
import { notYetIn } from "./not-yet.ts";
import { parseZone } from "./zone.ts";

/** In London it is 00:30 of 1 July, in UTC still June. */
const at = Date.parse("2026-06-30T23:30:00Z") as Instant;

function firstNotYet(fields: object): string | undefined {
  const zone = parseZone("Europe/London");
  const read = parseCover(JSON.stringify({ version: 1, ...fields }));
  if (!zone || !read.ok) throw new Error(read.ok ? "no zone" : read.error);
  return notYetIn(read.value, at, zone);
}

const contact = { filledIn: "2026-07-01T00:31", reach: "none" };

test.each([
  ["the minute of her answer on danger", { danger: { answer: "no", asked: "2026-07-01T00:31" } }, "cover.danger.asked"],
  ["the year since which it goes on", { since: "2199" }, "cover.since"],
  [
    "a day on which she feared violence",
    {
      feared: [
        { day: "2026-06-01", answer: "yes" },
        { day: "2062-06-01", answer: "yes" },
      ],
    },
    "cover.feared[1].day",
  ],
  [
    "since when she sleeps elsewhere",
    { changed: [{ area: "sleep", says: "I sleep elsewhere.", since: "2026-08" }] },
    "cover.changed[0].since",
  ],
  ["the day of an earlier report", { earlier: [{ says: "101", day: "2030-01-01" }] }, "cover.earlier[0].day"],
  ["the first day of bail", { orders: [{ kind: "bail", says: "not to come near", from: "2026-07-02" }] }, "cover.orders[0].from"],
  ["the minute of the contact sheet", { contact }, "cover.contact.filledIn"],
])("%s that lies ahead is told by its place", (_, fields, place) => {
  expect(firstNotYet(fields)).toBe(place);
});

test("what is past, of today, or holds until a day to come is no slip", () => {
  const fields = {
    danger: { answer: "yes", asked: "2026-07-01T00:30" },
    since: "2026",
    feared: [{ day: "2026-07-01", answer: "yes" }],
    orders: [{ kind: "order", says: "no contact", from: "2026-07-01", until: "2027-07-01" }],
    lost: [{ what: "doorbell", kept: { until: "2026-12-01", by: "her" } }],
  };
  expect(firstNotYet(fields)).toBeUndefined();
});
