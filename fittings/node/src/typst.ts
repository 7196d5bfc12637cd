import { existsSync } from "node:fs";
import nodeModule from "node:module";
import { Worker } from "node:worker_threads";
import { type Result, failed, ok } from "@unmask/core";
import { type ReportDocument, rowOfFailure } from "@unmask/pack";
import { keepHeapSmall } from "./memory.ts";
import type { TypstAnswer } from "./typst-worker.ts";

/** Why there is no PDF: where, never what. */
export interface ReportNotSet {
  readonly says: string;
  /** Number of the act, its line in acts.jsonl.gz, where it could be found. */
  readonly row?: number;
}

/** Sets a report with Typst in a thread of its own. PDF/A-2a where the document asks for it. `signal` ends the thread at once. */
export function setReport(document: ReportDocument, { signal }: { signal?: AbortSignal } = {}): Promise<Result<Uint8Array, ReportNotSet>> {
  return new Promise((resolve, reject) => {
    keepHeapSmall();
    const worker = startWorker(document);
    const stop = (): void => {
      void worker.terminate();
      reject(new DOMException("the report was not set: it was stopped", "AbortError"));
    };
    if (signal?.aborted) return stop();
    signal?.addEventListener("abort", stop, { once: true });
    worker.once("message", (answer: TypstAnswer) => {
      signal?.removeEventListener("abort", stop);
      resolve("pdf" in answer ? ok(answer.pdf) : failed(notSet(document, answer.said)));
    });
    // An error of the thread could quote the text as well: only that there was one is passed on.
    worker.once("error", () => resolve(failed({ says: "the report could not be set: the typesetter stopped" })));
    worker.once("exit", () => resolve(failed({ says: "the report could not be set: the typesetter ended without an answer" })));
  });
}

function notSet(document: ReportDocument, said: string): ReportNotSet {
  const row = rowOfFailure(document, said);
  return row === undefined ? { says: "the report could not be set" } : { says: `the report could not be set (row ${row})`, row };
}

/** The built worker beside the built program, or its source when the program runs from source (tests, benchmarks). */
function startWorker(document: ReportDocument): Worker {
  const source = new URL("./typst-worker.ts", import.meta.url);
  if (existsSync(source)) {
    const tsx = nodeModule
      .createRequire(import.meta.url)
      .resolve("tsx/esm/api")
      .replace(/cjs$/, "mjs");
    const start = `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(source.href)}); });`;
    return new Worker(start, { eval: true, workerData: document });
  }
  const url = new URL("./typst-worker.js", import.meta.url);
  if (!existsSync(url)) throw new Error("the report's worker is missing from the build");
  return new Worker(url, { workerData: document });
}
