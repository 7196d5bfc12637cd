import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type Act, type Instant, type StatementDocument, type Timeline, parseZone } from "@unmask/core";
import { importExports } from "@unmask/corridor";
import type { Imported } from "@unmask/importers";
import type { StoredCase } from "../../fixtures/cases.ts";
import type { PointedAt, Said, Whose } from "../../fixtures/cases/invented-case.ts";
import { createHasher, sourceOf } from "../../fixtures/importers/fixture.ts";
import { dayOf, timeOf } from "../../fixtures/london.ts";

/** The invented cases as they are read, and what she says of each as a statement. */

/** The moment at which the invented cases are read. */
export const readAt = Date.UTC(2026, 10, 26, 12) as Instant;

/** The files in a folder, by their path. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** What she would say about a case. */
export function saidIn({ folder }: StoredCase): Said {
  return JSON.parse(readFileSync(join(folder, "said.json"), "utf8"));
}

/** Reads the exports of a case. */
export async function readCase({ folder }: StoredCase): Promise<Imported> {
  const zone = parseZone("Europe/London");
  if (!zone) throw new Error("no zone");
  const exportsFolder = join(folder, "exports");
  const sources = filesIn(exportsFolder).map((name) => sourceOf(name, readFileSync(join(exportsFolder, name))));
  return importExports(sources, { zone, zoneStated: true, country: "GB", at: readAt }, { createHasher });
}

/** The acts that she points at. */
export function actsPointedAt(acts: readonly Act[], { day, time, words }: PointedAt): readonly Act[] {
  return acts.filter(
    ({ when, text }) =>
      dayOf(when.earliest) === day && (time === undefined || timeOf(when.earliest) === time) && (text ?? "").includes(words),
  );
}

/** What she says of any of the invented cases, as a statement. */
export function whatSheSays(stored: StoredCase, timeline: Timeline): StatementDocument {
  return stored.name === "sample case"
    ? sampleDocument(stored, actsPointedAt(timeline.acts, { day: "2025-08-12", words: "Do not contact me again" }))
    : stateSaid(timeline, saidIn(stored));
}

function sampleDocument({ folder }: StoredCase, [stop]: readonly Act[]): StatementDocument {
  if (!stop) throw new Error("the stop is gone");
  const { statement } = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
  return {
    zone: "Europe/London",
    jurisdiction: "EW",
    country: "GB",
    me: { label: statement.me[0], names: statement.me },
    them: { label: statement.them[0], names: statement.them },
    stops: [{ kind: "told to stop", act: stop.id }, ...statement.blocked.map((day: string) => ({ kind: "blocked", day: civilDayOf(day) }))],
    anniversaries: [{ day: civilDayOf(statement.anniversary), label: "birthday" }],
    places: ["Mill Lane"],
  };
}

/** What she says of a case, as a statement: acts by their ids, hours with the last minute included. */
export function stateSaid({ acts }: Timeline, said: Said): StatementDocument {
  const idOf = (at: PointedAt): Act["id"] => {
    const [one] = actsPointedAt(acts, at);
    if (!one) throw new Error("she points at no act");
    return one.id;
  };
  return {
    zone: said.zone,
    jurisdiction: "EW",
    country: "GB",
    me: { label: said.me[0] ?? "", names: said.me },
    them: said.them,
    ...(said.perhaps.length === 0 ? {} : { perhaps: said.perhaps }),
    ...(said.marks.length === 0 ? {} : { marks: said.marks.map(({ act, whose }) => ({ act: idOf(act), whose: markOf[whose] })) }),
    stops: [
      ...said.stops.map((at) => ({ kind: "told to stop" as const, act: idOf(at) })),
      ...said.blocked.map(({ day }) => ({ kind: "blocked" as const, day: civilDayOf(day) })),
    ],
    agreed: [
      ...said.agreed.rules.map(({ says, person, channel, weekdays: days, from, until }) => ({
        says,
        person,
        channels: [channel],
        weekdays: days.map(weekdayOf),
        hours: { from: minutesOf(from), until: minutesOf(until) + 1 },
      })),
      ...said.agreed.acts.map((at) => ({ says: "agreed", acts: [idOf(at)] })),
    ],
    places: said.places,
  };
}

const markOf = {
  hers: "hers",
  theirs: "theirs",
  perhaps: "perhaps theirs",
  "nobody can say": "not known",
  others: "other",
} as const satisfies Record<Whose, string>;

/** 0 is Sunday. */
const weekdayOf = (day: number) =>
  (["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const)[day] ?? "sunday";

function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return hour * 60 + minute;
}

function civilDayOf(iso: string): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  return { year, month, day };
}
