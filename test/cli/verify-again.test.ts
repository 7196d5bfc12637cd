import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Report, type Source, ok, parseInstant, parseZone } from "@unmask/core";
import { country, importExports, makePack, makeReport, stateCase } from "@unmask/corridor";
import { formatPublicKey } from "@unmask/seal";
import { afterAll, expect, it } from "vitest";
import { createHasher } from "../../fixtures/importers/fixture.ts";
import { createHash, exampleSigner } from "../tamper/sealed-example.ts";
import { type Ran, project, runUnmask } from "./run-unmask.ts";

const folder = mkdtempSync(join(tmpdir(), "unmask-again-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (path: string, bytes: Uint8Array | string): string => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return path;
};
const signer = write(join(folder, "signer.pub"), formatPublicKey(exampleSigner));
const verifyAgain = (pack: string, ...more: readonly string[]): Promise<Ran> =>
  runUnmask(["verify", "--again", "--signer", signer, pack, ...more], { home: join(folder, "home") });

const names = ["phone-2/sms-20261124220000.xml", "phone-2/calls-20261124220500.xml"] as const;
const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

function sourceOf(name: string): Source {
  const bytes = new Uint8Array(readFileSync(join(project, "fixtures/sample-case/exports", name)));
  return { name, size: bytes.length, read: async (start, end) => bytes.slice(start, end) };
}

/** Seals texts and calls of the sample case as an honest program would, but for what `change` makes of the report. */
async function packOf(name: string, change: (report: Report) => Report, withheld: readonly string[] = []): Promise<string> {
  const zone = parseZone("Europe/London") ?? expect.fail();
  const at = parseInstant(Date.UTC(2026, 10, 25, 12)) ?? expect.fail();
  const imported = await importExports(names.map(sourceOf), { zone, zoneStated: true, country, at }, { createHasher });
  const statement = stateCase({
    zone: zone.name,
    jurisdiction: "EW",
    country,
    me: { label: "Hannah", names: ["Hannah Reyes"] },
    them: { label: "Owen", names: ["Owen Pike", "+447700900123"] },
  });
  if (!statement.ok) return expect.fail(statement.error);
  const tool = { version: "0", engine: "test", zones: "2025b" };
  const report = makeReport(imported, { statement: statement.value, withheld: new Set(withheld), impact: undefined }, { at, random, tool });
  const made = await makePack(change(report), imported.originals, exampleSigner, {
    setReport: async () => ok(new TextEncoder().encode("%PDF-1.7\n%%EOF\n")),
    typesetter: "plain",
    random,
    createHash,
  });
  if (!made.ok) return expect.fail(made.error);
  const place = join(folder, name);
  for await (const { path, chunks } of made.value.pack().entries) {
    const pieces: Uint8Array[] = [];
    for await (const piece of chunks()) pieces.push(piece.slice());
    write(join(place, path), Buffer.concat(pieces));
  }
  return place;
}

/** A signer puts words into somebody's mouth before sealing: every hash, leaf and signature is right. */
function withInventedWords(report: Report): Report {
  const acts = report.timeline.acts.map((act) => (act.text === null ? act : { ...act, text: "I will find you" }));
  return { ...report, timeline: { ...report.timeline, acts } };
}

function byAnOlderImporter(report: Report): Report {
  const importers = Object.fromEntries(Object.keys(report.tool.importers).map((id) => [id, "0.0.1"]));
  return { ...report, tool: { ...report.tool, importers } };
}

it("an honest pack agrees with its originals when they are read again", async () => {
  const pack = await packOf("honest", (report) => report);
  const { code, out } = await verifyAgain(pack);
  expect(out).toMatch(/^Verified\.[^]*Read again: what the pack says agrees[^]* acts: \d+ agree, 0 differ, 0 not compared/);
  expect(code).toBe(0);
  const asJson = await verifyAgain(pack, "--json");
  expect(JSON.parse(asJson.out)).toMatchObject({
    overall: "verified",
    again: { outcome: "agrees", acts: { differing: 0, notCompared: 0 }, otherVersions: [] },
  });
});

it("words that a signer invented before sealing pass every seal, and fail when the originals are read again", async () => {
  const pack = await packOf("invented", withInventedWords);
  expect((await runUnmask(["verify", pack, "--signer", signer], { home: join(folder, "home") })).code).toBe(0);
  const { code, out } = await verifyAgain(pack);
  expect(out).toMatch(/what the pack says DIFFERS from its originals[^]*differs: .*text/);
  expect(out).not.toContain("I will find you");
  expect(code).toBe(1);
});

it("a difference is no accusation where another version of an importer made the pack: both versions are named", async () => {
  const { code, out } = await verifyAgain(await packOf("older", (report) => byAnOlderImporter(withInventedWords(report))));
  expect(out).toMatch(
    /but another version of an importer made it[^]*importer sms-backup-restore: version 0\.0\.1 made the pack, here is \d/,
  );
  expect(code).toBe(3);
});

it("what stands only in a file that was held back is not compared, and counted", async () => {
  const { code, out } = await verifyAgain(await packOf("withheld", (report) => report, [names[0]]));
  expect(out).toMatch(/ acts: \d+ agree, 0 differ, [1-9]\d* not compared \(it stands only in what is held back or left out\)/);
  expect(code).toBe(0);
});
