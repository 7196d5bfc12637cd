import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type CivilDay, type Instant, type Report, type StatementDocument, type Stop, parseZone } from "@unmask/core";
import { importExports, makeReport, stateCase } from "@unmask/corridor";
import { type StoredCase, cases } from "../../fixtures/cases.ts";
import type { Said } from "../../fixtures/cases/invented-case.ts";
import { createHasher, sourceOf } from "../../fixtures/importers/fixture.ts";

/** The report of each invented case, made on one evening with the same random bytes, as somebody would who told all that the case says. */
export const caseReports: readonly { readonly name: string; readonly report: () => Promise<Report> }[] = cases.map((stored) => ({
  name: stored.name,
  report: () => reportOf(stored),
}));

const at = Date.UTC(2026, 10, 26, 12) as Instant;

async function reportOf({ name, folder }: StoredCase): Promise<Report> {
  const zone = parseZone("Europe/London");
  if (!zone) throw new Error("no zone");
  const exportsFolder = join(folder, "exports");
  const sources = filesIn(exportsFolder).map((file) => sourceOf(file, readFileSync(join(exportsFolder, file))));
  const imported = await importExports(sources, { zone, zoneStated: true, country: "GB", at }, { createHasher });
  const said = name === "sample case" ? sampleSaid(folder) : saidOf(JSON.parse(readFileSync(join(folder, "said.json"), "utf8")));
  const statement = stateCase({ ...said, zone: zone.name, country: "GB", jurisdiction: "EW" });
  if (!statement.ok) throw new Error(statement.error);
  return makeReport(
    imported,
    { statement: statement.value, withheld: new Set(), impact: undefined },
    { at, random: (size) => new Uint8Array(size).fill(7), tool: { version: "0.1.0", engine: "Node 20", zones: "2025b" } },
  );
}

type SaidHere = Omit<StatementDocument, "zone" | "country" | "jurisdiction">;

function saidOf({ me, them, perhaps, stops, blocked, places }: Said): SaidHere {
  const told = [...stops.slice(0, 1).map(toldOn), ...blocked.map(blockedOn)];
  return {
    me: { label: me[0] ?? "", names: me },
    them: { label: them.label, names: them.names },
    ...(perhaps.length > 0 && { perhaps }),
    ...(told.length > 0 && { stops: told }),
    ...(places.length > 0 && { places }),
  };
}

function sampleSaid(folder: string): SaidHere {
  const { statement } = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
  const blocked: readonly string[] = statement.blocked;
  return {
    me: { label: statement.me[0], names: statement.me },
    them: { label: statement.them[0], names: statement.them },
    stops: [toldOn({ day: statement.toldToStop }), ...blocked.map((day) => blockedOn({ day }))],
    anniversaries: [{ day: civil(statement.anniversary), label: "birthday" }],
    places: ["Mill Lane"],
  };
}

const toldOn = ({ day }: { readonly day: string }): Stop => ({ kind: "told to stop", day: civil(day) });
const blockedOn = ({ day }: { readonly day: string }): Stop => ({ kind: "blocked", day: civil(day) });

function civil(day: string): CivilDay {
  const [year = 0, month = 0, of = 0] = day.split("-").map(Number);
  return { year, month, day: of };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}
