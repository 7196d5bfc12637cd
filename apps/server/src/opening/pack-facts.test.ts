import { expect, test } from "vitest";
import { type When, parseInstant, parseZone } from "@unmask/core";
import { countByWeek } from "./acts-by-week.ts";
import { breachesOf, nameIn } from "./pack-facts.ts";

const finding = {
  pattern: "contact-after-stop",
  standing: "order or bail",
  line: "Order in force 1 September 2026 to 1 March 2027; not served. While it held 2 messages came",
  says: "An order was in force from 1 September 2026. 2 acts came while it held.",
  acts: [4, 9],
  how: "By day.",
  couldChange: [],
  table: { columns: [], rows: [] },
} as const;

test("acts that came while an order was in force put the report among the breaches, as what was worked out", () => {
  const [breach, ...others] = breachesOf({ findings: [{ agreement: "agrees", hers: finding, here: { ...finding, beyond: 0 } }] });
  expect(breach).toMatchObject({ kind: "breach-found", body: { says: finding.line, knowing: "worked-out" } });
  expect(others).toEqual([]);
});

test("what came after a word of hers, or no act at all, breaks no order", () => {
  const stop = { ...finding, standing: "after a stop" } as const;
  expect(breachesOf({ findings: [{ agreement: "agrees", hers: stop }] })).toEqual([]);
  expect(breachesOf({ findings: [{ agreement: "agrees", hers: { ...finding, acts: [] } }] })).toEqual([]);
});

test("what she wrote herself is counted, and stands in no week and no night; where nothing was stated the weeks count all", () => {
  const zone = parseZone("Europe/London") ?? expect.unreachable();
  const instant = parseInstant(Date.UTC(2026, 10, 24, 2)) ?? expect.unreachable();
  const when: When = { wrote: "24/11/2026, 02:00", zone: "Europe/London", earliest: instant, latest: instant };
  const counted = countByWeek(zone);
  for (const whose of ["hers", "theirs, she is sure", "hers", "withheld"] as const) counted.add({ when }, whose);
  expect(counted.result()).toMatchObject({ total: 4, hers: 2, weeks: [{ week: "2026-W48", acts: 2, night: 2 }] });
  const unstated = countByWeek(zone);
  unstated.add({ when });
  expect(unstated.result()).toMatchObject({ total: 1, weeks: [{ acts: 1 }] });
  expect(unstated.result()).not.toHaveProperty("hers");
});

test("a pack names whoever hands it in by the name that she gave, and by nothing where she gave none", () => {
  const stated = {
    zone: "Europe/London",
    jurisdiction: "EW",
    country: "GB",
    me: { label: "Imogen Vance" },
    them: { label: "them" },
  } as const;
  expect(nameIn({ stated })).toEqual({ name: "Imogen Vance" });
  expect(nameIn({ stated: { ...stated, me: { label: "you" } } })).toEqual({});
  expect(nameIn({})).toEqual({});
});
