import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Instant, parseCover, parseZone } from "@unmask/core";
import { contactDocument } from "@unmask/pack";
import { beforeAll, expect, test } from "vitest";
import { type Typst, setWith } from "../../apps/person/src/ports/typst-engine.ts";
import { patchGlue, withoutNotes } from "../../apps/person/vite-typst.ts";
import { type ReportDocument, pictureAlone, printedPapers } from "../../packages/pack/src/report/report-document.ts";
import { sampleReport, sampleTimeline } from "./sample-report.ts";

const require = createRequire(new URL("../../apps/person/package.json", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "unmask-typst-web-"));
const compiler = new URL("../../node_modules/@myriaddreamin/typst-ts-web-compiler/pkg/", import.meta.url);
const glue = readFileSync(new URL("typst_ts_web_compiler.mjs", compiler), "utf8");
let typst: Typst;

beforeAll(async () => {
  const patched = join(folder, "glue.mjs");
  writeFileSync(patched, patchGlue(glue));
  const started = await import(pathToFileURL(patched).href);
  started.initSync({ module: readFileSync(new URL("typst_ts_web_compiler_bg.wasm", compiler)) });
  typst = started;
});

test("the patched typesetter makes functions of no text, and another release of it is refused", () => {
  expect(glue).toContain("new Function(");
  expect(patchGlue(glue)).not.toContain("new Function(");
  expect(() => patchGlue(`${glue}\nnew Function("x")`)).toThrow(/not 2/);
});

test("the browser's typesetter sets the same papers, tagged, and claims no PDF/A", async () => {
  const papers = printedPapers(sampleReport(sampleTimeline(120)), {
    signerKey: "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3",
    engine: "plain",
  });
  await setPaper(papers.report, ["claims no standard", "Maya Ellis"]);
  await setPaper(papers.chronology, ["আমি", "我知道", "[U+202E]evil"]);
});

test("the page's layouts, which it fetches without their notes, set the same papers", async () => {
  const options = { signerKey: "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3", engine: "plain" } as const;
  const papers = printedPapers(sampleReport(sampleTimeline(120)), options);
  for (const document of [papers.report, papers.chronology, contactSheet()]) {
    const fonts = document.fonts.map(({ file }) => new Uint8Array(readFileSync(require.resolve(file))));
    const files = document.files.map((file) => {
      if (file.path !== document.main) return file;
      const layout = new TextDecoder().decode(file.bytes);
      const fetched = withoutNotes(layout);
      expect(fetched.length).toBeLessThan(layout.length);
      expect(fetched).not.toMatch(/^\s*\/\//m);
      return { ...file, bytes: new TextEncoder().encode(fetched) };
    });
    const [whole, fetched] = [await setWith(typst, document, fonts), await setWith(typst, { ...document, files }, fonts)];
    expect(whole.ok && fetched.ok && Buffer.from(fetched.value).equals(Buffer.from(whole.value))).toBe(true);
  }
});

function contactSheet(): ReportDocument {
  const vectors = new URL("../../docs/formats/vectors/cover.json", import.meta.url);
  const { documents }: { documents: readonly { document: unknown }[] } = JSON.parse(readFileSync(vectors, "utf8"));
  const read = parseCover(JSON.stringify(documents[0]?.document));
  const zone = parseZone("Europe/London");
  if (!read.ok || !read.value.contact || !zone) throw new Error("no contact");
  const people = { me: { label: "Nadia Khan" }, them: { label: "Gary Slade" } };
  const { contact } = read.value;
  return contactDocument({ contact, ...people, zone, madeAt: Date.UTC(2026, 9, 4, 19, 40) as Instant }, { engine: "plain" });
}

async function setPaper(document: ReportDocument, written: readonly string[]): Promise<void> {
  expect(document.standard).toBeUndefined();
  const fonts = document.fonts.map(({ file }) => new Uint8Array(readFileSync(require.resolve(file))));
  const made = await setWith(typst, document, fonts);
  if (!made.ok) throw new Error(made.error.says);
  const again = await setWith(typst, document, fonts);
  expect(again.ok && Buffer.from(again.value).equals(Buffer.from(made.value))).toBe(true);
  const file = join(folder, "report.pdf");
  writeFileSync(file, made.value);
  const outputOf = (...[command = "", ...args]: string[]): string =>
    execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  expect(outputOf("pdfinfo", file)).toMatch(/Tagged:\s+yes/);
  expect(outputOf("pdfinfo", "-meta", file)).not.toContain("pdfaid");
  const words = outputOf("pdftotext", "-layout", file, "-").replace(/\s+/g, " ");
  for (const word of written) expect(words).toContain(word);
}

test("the browser's typesetter sets a picture, and fails without a quote on one that it cannot read", async () => {
  const dot = new Uint8Array(readFileSync(new URL("../../fixtures/cases/few/exports/diary/the doll.jpg", import.meta.url)));
  const picture = { format: "jpg", width: 1, height: 1, turned: false } as const;
  expect(await setWith(typst, pictureAlone({ ...picture, bytes: dot }, "plain"), [])).toHaveProperty("ok", true);
  const failure = { ok: false, error: { says: "the report could not be set" } };
  expect(await setWith(typst, pictureAlone({ ...picture, bytes: dot.slice(0, 90) }, "plain"), [])).toEqual(failure);
});

test("a document that cannot be set is a failure without a quote", async () => {
  const encoder = new TextEncoder();
  const files = [
    { path: "/report.typ", bytes: encoder.encode('#panic("I know where you live")') },
    { path: "/data.json", bytes: encoder.encode("{}") },
  ];
  const made = await setWith(typst, { main: "/report.typ", files, fonts: [], standard: undefined }, []);
  expect(made).toEqual({ ok: false, error: { says: "the report could not be set" } });
});
