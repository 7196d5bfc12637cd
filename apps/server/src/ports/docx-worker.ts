import { parentPort, workerData } from "node:worker_threads";
import { Packer } from "docx";
import { docxDocument } from "./docx-document.ts";

/** Makes one file and ends. In a thread of its own, because a chronology of thousands of rows takes seconds in which nothing else would be answered. */
if (parentPort) {
  const docx = new Uint8Array(await Packer.toBuffer(docxDocument(workerData)));
  parentPort.postMessage(docx, [docx.buffer]);
}
