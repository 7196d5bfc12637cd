import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { mkdtempSync, readFileSync, rmdirSync } from "node:fs";
import nodeModule from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import type { ReportDocument } from "@unmask/pack";

/**
 * Sets one report and ends. In a thread of its own because the typesetter is synchronous, and because its caches, which never shrink, go
 * with the thread.
 */

/** What comes back: the PDF, or what the typesetter said, which quotes a person's words and is only for finding the row. */
export type TypstAnswer = { readonly pdf: Uint8Array<ArrayBuffer> } | { readonly said: string };

/** Fonts lie in node_modules. Not named `require`: the built program has one already. */
const installed = nodeModule.createRequire(import.meta.url);

function setDocument({ main, files, fonts, standard }: ReportDocument): TypstAnswer {
  // An empty folder: every file is a shadow in memory, and nothing outside the folder can be read.
  const workspace = mkdtempSync(join(tmpdir(), "unmask-report-"));
  try {
    const fontBlobs = fonts.map(({ file }) => readFileSync(installed.resolve(file)));
    const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] });
    for (const { path, bytes } of files) compiler.mapShadow(join(workspace, path), Buffer.from(bytes));
    const pdf = compiler.pdf({ mainFilePath: join(workspace, main) }, standard === undefined ? {} : { pdfStandard: standard });
    return { pdf: new Uint8Array(pdf) };
  } catch (error) {
    return { said: saidBy(error) };
  } finally {
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
