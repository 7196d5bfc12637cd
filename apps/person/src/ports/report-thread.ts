import { type Result, failed } from "@unmask/core";
import type { ReportDocument } from "@unmask/pack";
import { trustedScript } from "@unmask/fittings-browser";
import workerAddress from "../workers/typst-worker.ts?worker&url";
import { holdReportPart } from "./report-part.ts";
import type { ReportNotSet } from "./typst-engine.ts";

/** Sets a report in a thread of its own, so that stopping ends it at once: the typesetter looks up from its work for nobody. */
export async function setReport(
  document: ReportDocument,
  { signal }: { readonly signal: AbortSignal },
): Promise<Result<Uint8Array<ArrayBuffer>, ReportNotSet>> {
  await holdReportPart();
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(trustedScript(workerAddress), { type: "module" });
    const end = (): void => {
      worker.terminate();
      signal.removeEventListener("abort", stop);
    };
    const stop = (): void => {
      end();
      reject(new DOMException("the report was not set: it was stopped", "AbortError"));
    };
    signal.addEventListener("abort", stop);
    worker.onmessage = ({ data }: MessageEvent<Result<Uint8Array<ArrayBuffer>, ReportNotSet>>) => {
      end();
      resolve(data);
    };
    // Its error could quote the text: only that there was one is passed on.
    worker.onerror = () => {
      end();
      resolve(failed({ says: "the typesetter stopped" }));
    };
    worker.postMessage(document);
  });
}
