import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { layLaw } from "@unmask/corridor";
import { setReport } from "../../fittings/node/src/typst.ts";
import { printedPapers } from "../../packages/pack/src/report/report-document.ts";
import { caseReports } from "../../test/report/case-papers.ts";
import { writePng } from "./write-png.ts";

/**
 * Draws the contact sheets of this folder, all pages of the report of each invented case on one picture:
 * `npx tsx docs/pictures/make-contact-sheets.ts`. Needs pdftoppm (poppler).
 */

/** Dots an inch: a page is as wide as a hand, and its shape can be judged. */
const resolution = 42;
const pagesARow = 4;
const gap = 4;
const behind = 0x99;
const signerKey = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3";

interface Picture {
  readonly width: number;
  readonly height: number;
  /** One byte a dot, black to white. */
  readonly grey: Uint8Array;
}

/** The pages of a PDF, as pdftoppm writes them one behind the other. */
function pagesOf(file: string): Picture[] {
  const bytes = execFileSync("pdftoppm", ["-gray", "-r", String(resolution), file], {
    maxBuffer: 1e8,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const pages: Picture[] = [];
  for (let at = 0; at < bytes.length;) {
    const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(bytes.subarray(at, at + 40).toString("latin1"));
    if (!head) throw new Error("pdftoppm wrote no grey picture");
    const [width, height] = [Number(head[1]), Number(head[2])];
    const from = at + head[0].length;
    pages.push({ width, height, grey: bytes.subarray(from, from + width * height) });
    at = from + width * height;
  }
  return pages;
}

function sheetOf(pages: readonly Picture[]): Picture {
  const [{ width: pageWidth, height: pageHeight } = { width: 0, height: 0 }] = pages;
  const width = Math.min(pagesARow, pages.length) * (pageWidth + gap) + gap;
  const height = Math.ceil(pages.length / pagesARow) * (pageHeight + gap) + gap;
  const grey = new Uint8Array(width * height).fill(behind);
  for (const [i, page] of pages.entries()) {
    const left = gap + (i % pagesARow) * (pageWidth + gap);
    const top = gap + Math.floor(i / pagesARow) * (pageHeight + gap);
    for (let y = 0; y < page.height; y++) grey.set(page.grey.subarray(y * page.width, (y + 1) * page.width), (top + y) * width + left);
  }
  return { width, height, grey };
}

/** A PNG of sixteen greys, which is what a page of print has. */
function pngOf({ width, height, grey }: Picture): Buffer {
  const row = Math.ceil(width / 2);
  const lines = Buffer.alloc(height * (row + 1));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * (row + 1) + 1 + (x >> 1);
      const level = Math.round((grey[y * width + x] ?? 0) / 17);
      lines[at] = (lines[at] ?? 0) | (x % 2 === 0 ? level << 4 : level);
    }
  return writePng({ width, height, bits: 4, lines });
}

async function makeSheets(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "unmask-sheets-"));
  try {
    for (const { name, report: makeReport } of caseReports) {
      const report = await makeReport();
      const set = await setReport(printedPapers(report, { signerKey, engine: "pdf-a", law: layLaw(report) }).report);
      if (!set.ok) throw new Error(set.error.says);
      const file = join(folder, "report.pdf");
      writeFileSync(file, set.value);
      const path = fileURLToPath(new URL(`report-${name.replaceAll(" ", "-")}.png`, import.meta.url));
      writeFileSync(path, pngOf(sheetOf(pagesOf(file))));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void makeSheets();
