import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Instant, type Source, parseZone } from "@unmask/core";
import { country, importExports, makePack, makeReport, stateCase } from "@unmask/corridor";
import type { ReportDocument } from "@unmask/pack";
import { createSignerKey } from "@unmask/seal";
import { beforeAll, describe, expect, test } from "vitest";
import { createHasher } from "../../fixtures/importers/fixture.ts";
import { storedZip } from "../../fixtures/sample-case/stored-zip.ts";
import { setReport } from "../../fittings/node/src/typst.ts";

/** A chat in a zip with its pictures, and pictures handed over beside it: what the annex of the chronology shows of them. */

const folder = mkdtempSync(join(tmpdir(), "unmask-pictures-"));
const at = Date.UTC(2026, 10, 26, 12) as Instant;
const random = (length: number): Uint8Array => new Uint8Array(length).fill(7);
const dot = readFileSync(new URL("../../fixtures/cases/few/exports/diary/the doll.jpg", import.meta.url));
const card = readFileSync(new URL("../../fixtures/cases/few/exports/diary/the card.jpg", import.meta.url));

/** The picture with a comment, so that it is another file. */
const withComment = (says: string): Buffer =>
  Buffer.concat([dot.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, says.length + 2]), Buffer.from(says, "latin1"), dot.subarray(2)]);

/** Every segment is whole, but a scan without its tables cannot be read: only the typesetter finds out. */
const withoutTables = Buffer.concat([
  dot.subarray(0, dot.indexOf(Buffer.from([0xff, 0xc4]))),
  dot.subarray(dot.indexOf(Buffer.from([0xff, 0xda]))),
]);
const hugeByItsHead = Buffer.from(dot);
hugeByItsHead.set([0xea, 0x60, 0xea, 0x60], hugeByItsHead.indexOf(Buffer.from([0xff, 0xc0])) + 5);

const members = [
  { name: "IMG-20260504-WA0001.jpg", bytes: withComment("canary of a file") },
  { name: "IMG-20260504-WA0002.jpg", bytes: withoutTables },
  { name: "IMG-20260504-WA0003.jpg", bytes: hugeByItsHead },
  { name: "IMG-20260504-WA0004.png", bytes: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>") },
  { name: "IMG-20260504-WA0005.jpg", bytes: withComment("cut").subarray(0, 120) },
];
const chat = [
  "04/05/2026, 21:10 - Messages and calls are end-to-end encrypted. Tap to learn more.",
  ...members.map(({ name }, i) => `04/05/2026, 21:${20 + i} - Owen Pike: ${name} (file attached)`),
  "05/05/2026, 09:00 - Hannah Reyes: Leave me alone",
].join("\n");

const sourceOf = (name: string, bytes: Uint8Array): Source => ({
  name,
  size: bytes.length,
  read: async (start, end) => new Uint8Array(bytes.subarray(start, end)),
});

async function papersOf({
  withheld = [] as string[],
  set = setReport as (document: ReportDocument) => ReturnType<typeof setReport>,
  typesetter = "pdf-a" as "pdf-a" | "plain",
} = {}) {
  const zone = parseZone("Europe/London");
  if (!zone) throw new Error("no zone");
  const sources = [
    sourceOf(
      "WhatsApp Chat with Owen Pike.zip",
      storedZip([{ name: "WhatsApp Chat with Owen Pike.txt", bytes: Buffer.from(chat) }, ...members]),
    ),
    sourceOf("the letter.jpg", card),
    sourceOf("private.jpg", withComment("hers alone")),
  ];
  const imported = await importExports(sources, { zone, zoneStated: true, country, at }, { createHasher });
  const statement = stateCase({
    zone: zone.name,
    jurisdiction: "EW",
    country,
    me: { label: "Hannah Reyes", names: ["Hannah Reyes"] },
    them: { label: "Owen Pike", names: ["Owen Pike"] },
    stops: [],
  });
  if (!statement.ok) throw new Error(statement.error);
  const report = makeReport(
    imported,
    { statement: statement.value, withheld: new Set(withheld), impact: undefined },
    { at, random, tool: { version: "0", engine: "test", zones: "2025b" } },
  );
  const documents: ReportDocument[] = [];
  const made = await makePack(report, imported.originals, createSignerKey(random), {
    setReport: (document) => {
      documents.push(document);
      return set(document);
    },
    typesetter,
    random,
    createHash: (name) => {
      const hash = createHash(name);
      return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest("hex") };
    },
  });
  if (!made.ok) throw new Error(made.error);
  return { pdf: made.value.chronologyPdf, documents };
}

const outputOf = (...[command = "", ...args]: string[]): string =>
  execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

interface Annex {
  readonly rule: string;
  readonly tiles: readonly {
    readonly file: string | null;
    readonly alt: string;
    readonly told: string;
    readonly where: string;
    readonly when: string;
  }[];
}

function annexOf(document: ReportDocument | undefined): Annex {
  const data = document?.files.find(({ path }) => path === "/data.json");
  return JSON.parse(new TextDecoder().decode(data?.bytes)).pictures;
}

describe("pictures that came with acts", () => {
  const file = join(folder, "chronology.pdf");
  let made: Awaited<ReturnType<typeof papersOf>>;
  beforeAll(async () => {
    made = await papersOf();
    writeFileSync(file, made.pdf);
  }, 60_000);

  test("are printed with exhibit, act, day and time; a broken one is told in words and costs nothing else", () => {
    const words = outputOf("pdftotext", "-layout", file, "-");
    expect(words).toMatch(/HR\/1, act 1\b/);
    expect(words).toMatch(/4 May 2026, 21:20/);
    expect(annexOf(made.documents.at(-1)).tiles).toMatchObject([
      { file: "/pictures/1.jpg", alt: "Picture, exhibit HR/1, act 1, 4 May 2026", where: "HR/1, act 1", when: "4 May 2026, 21:20" },
      { file: null, told: "Not printed: the typesetter cannot read it." },
      { file: null, told: "Not printed: it has too many dots, or none." },
      { file: null, told: "Not printed: its bytes are no JPEG and no PNG." },
      { file: null, told: "Not printed: its bytes end before the picture does." },
      { file: "/pictures/2.jpg", where: "HR/2", when: "No act points at it" },
      { file: "/pictures/3.jpg", where: "HR/3" },
    ]);
    expect(annexOf(made.documents.at(-1)).rule).toMatch(
      /^7 files named as pictures came with acts or are exhibits: 3 are printed and 4 are told in words/,
    );
    expect(outputOf("pdfimages", "-list", file).match(/ jpeg /g)).toHaveLength(3);
  });

  test("stand in a paper that is still tagged and claims PDF/A-2a, with a word for who cannot see them", () => {
    expect(outputOf("pdfinfo", file)).toMatch(/Tagged:\s+yes/);
    expect(outputOf("pdfinfo", "-meta", file)).toMatch(/pdfaid:conformance>A</);
    expect(outputOf("pdfinfo", "-struct-text", file)).toMatch(/Figure/);
  });

  test("carry nothing of their files but the picture", () => {
    expect(Buffer.from(made.pdf).includes("canary of a file")).toBe(false);
  });

  test("give the same bytes twice", async () => {
    expect(Buffer.from((await papersOf()).pdf).equals(Buffer.from(made.pdf))).toBe(true);
  }, 60_000);

  test("are not in it when she holds their file back, and neither is their name", async () => {
    const { documents } = await papersOf({ withheld: ["private.jpg"], set: async () => ({ ok: true, value: new Uint8Array([0x25]) }) });
    const paper = documents.at(-1);
    expect(annexOf(paper).tiles).toHaveLength(6);
    const all = Buffer.concat(paper?.files.map(({ bytes }) => bytes) ?? []);
    expect(all.includes("private.jpg")).toBe(false);
    const none = await papersOf({
      withheld: ["WhatsApp Chat with Owen Pike.zip", "private.jpg", "the letter.jpg"],
      set: async () => ({ ok: true, value: new Uint8Array([0x25]) }),
    });
    expect(annexOf(none.documents.at(-1))).toBeNull();
  });

  test("are left out with a word where the typesetter can set the paper only without them", async () => {
    const { documents } = await papersOf({
      set: async (document) =>
        document.files.length > 3 || (document.files.length === 3 && document.fonts.length > 0)
          ? { ok: false, error: { says: "the typesetter stopped" } }
          : { ok: true, value: new Uint8Array([0x25]) },
    });
    expect(annexOf(documents.at(-1))).toMatchObject({ tiles: [] });
    expect(annexOf(documents.at(-1)).rule).toMatch(/The program that made this paper prints none; they are in the pack\.$/);
  });
});
