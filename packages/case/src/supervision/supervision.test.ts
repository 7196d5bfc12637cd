import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type WaitingKind, later, msPerHour, parseInstant } from "@unmask/core";
import { whyNotChecked } from "./dip-check.ts";
import { dipSize, drawDips } from "./dip-draw.ts";
import { hoursToRead, inOrderOfDanger, readBy, waitingRules } from "./waits-for-second.ts";

const hash = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");
const now = parseInstant(Date.UTC(2026, 11, 14, 10, 20)) ?? expect.fail("a time of our calendar");
const vectors: {
  readonly draws: readonly { readonly says: string; readonly seed: string; readonly numbers: string[]; readonly drawn: string[] }[];
} = JSON.parse(readFileSync(new URL("../../../../docs/formats/vectors/dip-check.json", import.meta.url), "utf8"));

test.each(vectors.draws)("anybody with the seed and the numbers draws the same: $says", ({ seed, numbers, drawn }) => {
  expect(drawDips(seed, numbers, hash)).toEqual(drawn);
});

test("neither the order of the numbers nor one that is named twice changes what is drawn, and each draw is of what it was drawn from", () => {
  const number = fc.stringMatching(/^(R-)?\d{1,6}$/);
  fc.assert(
    fc.property(fc.string(), fc.uniqueArray(number), fc.nat(), (seed, numbers, at) => {
      const drawn = drawDips(seed, numbers, hash);
      expect(drawn).toHaveLength(Math.min(dipSize, numbers.length));
      expect(drawn.every((one) => numbers.includes(one))).toBe(true);
      const again = [...numbers.slice(at % (numbers.length + 1)), ...numbers];
      expect(drawDips(seed, again.toReversed(), hash)).toEqual(drawn);
    }),
  );
});

test("every number is drawn as often as another, over many seeds", () => {
  const numbers = Array.from({ length: 40 }, (_, i) => String(1000 + i));
  const counts = new Map(numbers.map((one) => [one, 0]));
  for (let i = 0; i < 2_000; i += 1) for (const one of drawDips(`seed ${i}`, numbers, hash)) counts.set(one, (counts.get(one) ?? 0) + 1);
  // Ten of forty over 2,000 draws: 500 each, and a fair draw strays by less than a fifth of that.
  for (const [one, many] of counts) expect([one, many > 400 && many < 600]).toEqual([one, true]);
});

test("who decided it does not check it, what was found is said in words, and only what was drawn is checked", () => {
  const check = { by: "wren", found: "nothing" as const, says: "", isDrawn: true, doneBy: ["lunt"] };
  expect(whyNotChecked(check)).toBeUndefined();
  expect(whyNotChecked({ ...check, by: "lunt" })?.rule).toBe("second-person");
  expect(whyNotChecked({ ...check, isDrawn: false })?.rule).toBe("not-drawn");
  expect(whyNotChecked({ ...check, found: "put-right", says: " " })?.rule).toBe("reason");
  expect(whyNotChecked({ ...check, found: "spoke", says: "No answer to why not stalking." })).toBeUndefined();
});

test("what is past its time stands first, then whoever is in danger, then what is most dangerous to leave", () => {
  const row = (kind: WaitingKind, hours: number, isDanger = false) => ({
    kind,
    isDanger,
    since: later(now, -hours * msPerHour),
    until: readBy(later(now, -hours * msPerHour), waitingRules[kind].hours),
  });
  const [closing, reading, late, link, danger] = [
    row("closing", 1),
    row("reading", 0),
    row("link", 72),
    row("link", 5),
    row("cut", 1, true),
  ];
  expect(inOrderOfDanger([closing, reading, link, danger, late], now)).toEqual([late, danger, reading, link, closing]);
  expect(inOrderOfDanger([row("service", 1), row("service", 2)], now).map(({ since }) => since)).toEqual([
    later(now, -2 * msPerHour),
    later(now, -msPerHour),
  ]);
  // Due to the minute: a time that has come is past.
  expect(row("link", 72).until).toBe(now);
});

test("a time that the force set holds for its team, else for all, and what it did not set is as we propose it", () => {
  const set = [
    { kind: "service", team: null, hours: 12 },
    { kind: "service", team: "Protecting, north", hours: 6 },
    { kind: "link", team: "Protecting, north", hours: 24 },
  ] as const;
  const of = (kind: WaitingKind, team: string | null) => hoursToRead({ kind, team }, set);
  expect(of("service", "Protecting, north")).toEqual({ hours: 6, setFor: "team" });
  expect([of("service", "Desk"), of("service", null)]).toEqual([
    { hours: 12, setFor: "force" },
    { hours: 12, setFor: "force" },
  ]);
  expect(of("link", null)).toEqual({ hours: waitingRules.link.hours, setFor: null });
});
