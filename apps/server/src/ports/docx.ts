import { existsSync } from "node:fs";
import nodeModule from "node:module";
import { Worker } from "node:worker_threads";
import { type Paper, type Result, type Sha256, failed, ok } from "@unmask/core";
import { createSha256, keepHeapSmall } from "@unmask/fittings-node";

/** A file that was made, and by which hash it is known. */
export interface MadeFile {
  readonly bytes: Uint8Array;
  readonly sha256: Sha256;
  /** Absent: nobody can count them before it is set, as of a word processor's file. */
  readonly pages?: number;
}

/**
 * Sets a paper as a file that a word processor opens. Its parts hold the moment at which it was made, so two files of one paper have other bytes: the one
 * that was made is hashed. The failure says what to do, and never what stands on the paper.
 */
export function setDocx(paper: Paper): Promise<Result<MadeFile, string>> {
  return new Promise((resolve) => {
    keepHeapSmall();
    const worker = startWorker(paper);
    worker.once("message", (bytes: unknown) => resolve(bytes instanceof Uint8Array ? ok(madeFile(bytes)) : failed(notMade)));
    // The error of the thread could quote the paper: only that there was one is passed on.
    worker.once("error", () => resolve(failed(notMade)));
    worker.once("exit", () => resolve(failed(notMade)));
  });
}

const notMade = "the file for a word processor could not be made; take the PDF, and tell whoever runs this program";

/**
 * MB of the thread's own memory. A chronology of 3,000 acts needs 150; one so much larger that it needs more is refused, and the process goes on. A small room
 * for what is new keeps garbage from standing beside what the typesetter has not given back.
 */
const resourceLimits = { maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 4 };

/** A file with its hash. */
export function madeFile(bytes: Uint8Array): MadeFile {
  const hash = createSha256();
  hash.update(bytes);
  return { bytes, sha256: hash.digest() };
}

/** The built worker beside the built program, or its source when the program runs from source (tests, benchmarks). */
function startWorker(workerData: Paper): Worker {
  const source = new URL("./docx-worker.ts", import.meta.url);
  if (!existsSync(source)) return new Worker(new URL("./docx-worker.js", import.meta.url), { workerData, resourceLimits });
  const tsx = nodeModule
    .createRequire(import.meta.url)
    .resolve("tsx/esm/api")
    .replace(/cjs$/, "mjs");
  const start = `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(source.href)}); });`;
  return new Worker(start, { eval: true, workerData, resourceLimits });
}
