import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { mkdtempSync, readFileSync, rmdirSync } from "node:fs";
import nodeModule from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import type { ReportDocument } from "@unmask/pack";
import { keepHeapSmall } from "./memory.ts";

/**
 * Sets one report and ends. In a thread of its own because the typesetter is synchronous.
 */

/** What comes back: the PDF, or what the typesetter said, which quotes a person's words and is only for finding the row. */
export type TypstAnswer = { readonly pdf: Uint8Array<ArrayBuffer> } | { readonly said: string };

/** Fonts lie in node_modules. Not named `require`: the built program has one already. */
const installed = nodeModule.createRequire(import.meta.url);

function setDocument({ main, files, fonts, standard }: ReportDocument): TypstAnswer {
  // An empty folder: every file is a shadow in memory, and nothing outside the folder can be read.
  const workspace = mkdtempSync(join(tmpdir(), "unmask-report-"));
  const compiler = NodeCompiler.create({
    workspace,
    fontArgs: [{ fontBlobs: fonts.map(({ file }) => readFileSync(installed.resolve(file))) }],
  });
  try {
    for (const { path, bytes } of files)
      compiler.mapShadow(join(workspace, path), Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    // The typesetter has a copy of every font and file.
    keepHeapSmall();
    const laidOut = compiler.compile({ mainFilePath: join(workspace, main) });
    const { result } = laidOut;
    if (result === null) return { said: saidBy(laidOut.takeError()) };
    // What it remembers of laying out is of no use to writing, which finds room there.
    compiler.evictCache(0);
    return { pdf: new Uint8Array(compiler.pdf(result, standard === undefined ? {} : { pdfStandard: standard })) };
  } catch (error) {
    return { said: saidBy(error) };
  } finally {
    // Its memory is that of the process, not of this thread: what is kept here would stand beside the next paper.
    compiler.evictCache(0);
    rmdirSync(workspace);
  }
}

/** The typesetter throws an error, or an object that only prints its list of diagnostics. */
function saidBy(error: unknown): string {
  if (typeof error !== "object" || error === null) return String(error);
  const diagnostics = "shortDiagnostics" in error ? JSON.stringify(error.shortDiagnostics) : undefined;
  return `${"message" in error ? String(error.message) : ""} ${diagnostics ?? ""} ${"code" in error ? String(error.code) : ""}`;
}

if (parentPort) {
  const answer = setDocument(workerData);
  if ("pdf" in answer) parentPort.postMessage(answer, [answer.pdf.buffer]);
  else parentPort.postMessage(answer);
}
