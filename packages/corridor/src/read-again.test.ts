import { createHash, randomBytes } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type FileTerms, type Instant, type Sha256, type Source, ok, parseZone } from "@unmask/core";
import { type PackFiles, filesInMemory } from "@unmask/pack";
import { createSignerKey } from "@unmask/seal";
import { describe, expect, test } from "vitest";
import { bytesWith, textOf } from "../../../test/tamper/reseal.ts";
import { createHasher } from "../../../fixtures/importers/fixture.ts";
import { country, importExports } from "./import-exports.ts";
import { makePack } from "./make-pack.ts";
import { makeReport } from "./make-report.ts";
import { readAgain } from "./read-again.ts";
import { stateCase } from "./state-case.ts";

const exportsFolder = join(import.meta.dirname, "../../../fixtures/sample-case/exports");
const at = Date.UTC(2026, 10, 25, 12) as Instant;
const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

function sampleSources(): Source[] {
  return readdirSync(exportsFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const bytes = new Uint8Array(readFileSync(path));
      const name = path.slice(exportsFolder.length + 1);
      return { name, size: bytes.length, read: async (start, end) => bytes.slice(start, end) };
    });
}

interface Wishes {
  readonly withheld?: ReadonlySet<string>;
  readonly places?: readonly string[];
  readonly sources?: readonly Source[];
  /** What was stated of single files. */
  readonly own?: ReadonlyMap<Sha256, FileTerms>;
}

/** The sample case's pack as she would make it, for all who change nothing before it is sealed. */
const honest = packed();

/** The files of the sample case's pack, as they lie in its bag. */
async function packed({ withheld = new Set(), places = [], sources = sampleSources(), own }: Wishes = {}): Promise<
  Map<string, Uint8Array>
> {
  const zone = parseZone("Europe/London");
  if (!zone) throw new Error("no zone");
  const files = own && { files: own };
  const imported = await importExports(sources, { zone, zoneStated: true, country, at, ...files }, { createHasher });
  const statement = stateCase({
    zone: zone.name,
    jurisdiction: "EW",
    country,
    me: { label: "Hannah", names: ["Hannah Reyes"] },
    them: { label: "Owen", names: ["Owen Pike", "+447700900123"] },
    stops: [{ kind: "told to stop", day: { year: 2025, month: 8, day: 12 } }],
    ...(places.length > 0 && { places }),
  });
  if (!statement.ok) throw new Error(statement.error);
  const report = makeReport(
    imported,
    { statement: statement.value, withheld, impact: undefined },
    { at, random, tool: { version: "0", engine: "test", zones: "2025b" } },
  );
  const made = await makePack(report, imported.originals, createSignerKey(random), {
    setReport: async () => ok(new Uint8Array([0x25])),
    typesetter: "plain",
    random,
    createHash: (name) => {
      const hash = createHash(name);
      return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest("hex") };
    },
  });
  if (!made.ok) throw new Error(made.error);
  const bytesByPath = new Map<string, Uint8Array>();
  for await (const { path, chunks } of made.value.pack().entries) {
    const pieces: Uint8Array[] = [];
    for await (const piece of chunks()) pieces.push(piece.slice());
    bytesByPath.set(path, new Uint8Array(Buffer.concat(pieces)));
  }
  return bytesByPath;
}

const chat = (name: string, day: string): Source => {
  const bytes = new TextEncoder().encode(`${day}, 18:40 - Owen Pike: I see you\n${day}, 18:41 - Owen Pike: both of you\n`);
  return { name, size: bytes.length, read: async (start, end) => bytes.slice(start, end) };
};

async function again(files: Map<string, Uint8Array>) {
  const read = await readAgain(filesInMemory(files) satisfies PackFiles, { createHasher });
  if (!read.ok) throw new Error(read.error);
  return read.value.again;
}

const changed = (files: Map<string, Uint8Array>, path: string, change: (text: string) => string): Map<string, Uint8Array> =>
  new Map([...files, [path, bytesWith(path, change(textOf(files, path)))]]);

describe("the originals of a pack are read again", () => {
  test("every act and every finding of an honest pack agrees with its originals", async () => {
    const { outcome, acts, findings, otherVersions } = await again(await honest);
    expect({ outcome, otherVersions, differs: [...acts.differs, ...findings.differs] }).toEqual({
      outcome: "agrees",
      otherVersions: [],
      differs: [],
    });
    expect(acts.agrees).toBeGreaterThan(1_000);
    expect(findings.agrees).toBeGreaterThan(5);
    expect(acts.notCompared + findings.notCompared).toBe(0);
  });

  test("files with clocks and orders of dates of their own are read as each was stated", async () => {
    const sources = [chat("WhatsApp Chat with Owen Pike.txt", "04/10/2026"), chat("WhatsApp Chat with Owen.txt", "04/09/2026")];
    const newYork = parseZone("America/New_York");
    if (!newYork) throw new Error("no zone");
    const hashes = await Promise.all(
      sources.map(async (source) => {
        const hasher = createHasher();
        hasher.update(await source.read(0, source.size));
        return hasher.digest();
      }),
    );
    const own = new Map(
      hashes.map((sha256, i) => [sha256, i === 0 ? { dateOrder: "dmy" as const, at } : { zone: newYork, dateOrder: "mdy" as const, at }]),
    );
    const files = await packed({ sources, own });
    const times = [...textOf(files, "data/acts.jsonl.gz").matchAll(/"earliest":"([^"]*)"/g)].map(([, time]) => time);
    expect(times).toEqual(["2026-04-09T22:40:00.000Z", "2026-04-09T22:41:00.000Z", "2026-10-04T17:40:00.000Z", "2026-10-04T17:41:00.000Z"]);
    expect(await again(files)).toMatchObject({ outcome: "agrees", acts: { agrees: 4, differing: 0 } });
    const asForAll = changed(files, "data/report.json.gz", (text) => text.replace(/,\s*"files": \[[^\]]*\]/, ""));
    expect(await again(asForAll)).toMatchObject({ outcome: "differs" });
  });

  test("an act that was invented, changed or left out is told", async () => {
    const files = await honest;
    const invented = await again(changed(files, "data/acts.jsonl.gz", (text) => text.replace(/"text":"[^"]+/, '"text":"I will hurt you')));
    expect(invented).toMatchObject({ outcome: "differs", acts: { differing: 1 } });
    const report = textOf(files, "data/report.json.gz");
    const lines = textOf(files, "data/acts.jsonl.gz").split("\n");
    const unnamed = lines.findIndex((_, leaf) => !new RegExp(`^\\s+(${leaf},?|"${leaf}": \\[)$`, "m").test(report));
    const leftOut = await again(changed(files, "data/acts.jsonl.gz", (text) => text.replace(`${lines[unnamed]}\n`, "")));
    expect(leftOut.acts.differs.map(({ why }) => why)).toEqual(["stands in the originals and not in the pack"]);
  });

  test("a finding on an act that the pack does not show is refused", async () => {
    const files = changed(await honest, "data/report.json.gz", (text) => text.replace(/("acts": \[\s+)\d+/, "$1999999"));
    const read = await readAgain(filesInMemory(files) satisfies PackFiles, { createHasher });
    expect(read).toEqual({ ok: false, error: "data/report.json.gz rests a finding on an act that the pack does not show" });
  });

  test("a finding that says more than the originals hold is told", async () => {
    const files = await honest;
    const { outcome, findings } = await again(
      changed(files, "data/report.json.gz", (text) => text.replace(/"says": "[^"]*/, '"says": "There were 900 messages.')),
    );
    expect({ outcome, differing: findings.differing }).toEqual({ outcome: "differs", differing: 1 });
  });

  test("with another version of an importer a difference is no accusation, and both versions are named", async () => {
    const files = changed(
      changed(await honest, "data/report.json.gz", (text) => text.replace(/"telegram": "[^"]*"/, '"telegram": "0.1"')),
      "data/acts.jsonl.gz",
      (text) => text.replace(/"text":"[^"]+/, '"text":"I will hurt you'),
    );
    expect(await again(files)).toMatchObject({ outcome: "other-version", otherVersions: [{ importer: "telegram", pack: "0.1" }] });
  });

  test("what stands only in a file that is held back is not compared, and the rest agrees, with the findings that rest on it", async () => {
    const [first] = sampleSources().filter(({ name }) => /sms/i.test(name));
    if (!first) throw new Error("the sample case has texts");
    const { outcome, acts, findings } = await again(await packed({ withheld: new Set([first.name]) }));
    expect({ outcome, differs: acts.differs }).toEqual({ outcome: "agrees", differs: [] });
    expect(acts.notCompared).toBeGreaterThan(0);
    expect(findings.agrees).toBeGreaterThan(5);
    expect(findings.notCompared).toBe(0);
  });

  test("a pack that claims billions of acts and shows none of them is not counted through", { timeout: 30_000 }, async () => {
    const total = 3_000_000_000;
    const files = changed(await honest, "data/report.json.gz", (text) => text.replace(/"total": \d+/, `"total": ${total}`));
    const { acts } = await again(files);
    expect(acts.notCompared).toBe(total - acts.agrees);
  });

  test("her places are told to nobody, so what rests on them is not compared", async () => {
    const { outcome, findings } = await again(await packed({ places: ["Example Street"] }));
    expect({ outcome, notCompared: findings.notCompared > 0 }).toEqual({ outcome: "agrees", notCompared: true });
  });

  test("a file handed over twice under two names is read again under both", async () => {
    const [first] = sampleSources();
    if (!first) throw new Error("the sample case has files");
    const { outcome, acts } = await again(await packed({ sources: [...sampleSources(), { ...first, name: `copy/${first.name}` }] }));
    expect({ outcome, differs: acts.differs }).toEqual({ outcome: "agrees", differs: [] });
  });
});

test("a message of two phones is told as the shown one has it where the other is held back, and agrees when it is read again", async () => {
  const fileOf = (name: string, text: string): Source => {
    const bytes = new TextEncoder().encode(text);
    return { name, size: bytes.length, read: async (start, end) => bytes.slice(start, end) };
  };
  const sources = [
    fileOf("WhatsApp Chat with Owen.txt", "13/08/2025, 09:10 - Owen Pike: answer me\n13/08/2025, 09:12 - Hannah Reyes: no\n"),
    fileOf("_chat.txt", "[13/08/2025, 09:10:43] Owen Pike: answer me\r\n[13/08/2025, 09:12:07] Hannah Reyes: no\r\n"),
  ];
  const both = await packed({ sources });
  expect((await again(both)).acts).toMatchObject({ agrees: 2, differing: 0 });
  const one = await packed({ sources, withheld: new Set(["_chat.txt"]) });
  expect((await again(one)).acts).toMatchObject({ agrees: 2, differing: 0, notCompared: 0 });
  const text = Buffer.concat([...one.values()]).toString("latin1");
  expect(text).not.toContain("09:10:43");
  expect(text).not.toContain("2025-08-13T08:10:43");
  expect(Buffer.concat([...both.values()]).toString("latin1")).toContain("09:10:43");
});
