import { trustedScript } from "../trusted-scripts.ts";
import workerAddress from "../workers/corridor-worker.ts?worker&url";
import type { Answer, Ask } from "./protocol.ts";

/** One conversation with the worker at a time: a question, any number of progress reports, one last answer. */
export interface Corridor {
  ask(question: Ask, onProgress?: (progress: Extract<Answer, { answer: "progress" }>) => void): Promise<Answer>;
  /** Stops what is being done; what is read stays. The running `ask` then ends as the worker says. */
  stop(): void;
  /** Ends the worker and forgets all that it held. */
  close(): void;
}

/** Starts the worker. */
export function openCorridor(): Corridor {
  const worker = new Worker(trustedScript(workerAddress), { type: "module" });
  const send = (question: Ask): void => worker.postMessage(question);
  return {
    ask: (question, onProgress) =>
      new Promise((resolve) => {
        worker.onmessage = ({ data }: MessageEvent<Answer>) => {
          if (data.answer === "progress") onProgress?.(data);
          else resolve(data);
        };
        worker.onerror = () => {
          resolve({
            answer: "failed",
            says: "Something went wrong that we did not foresee. Your files are unchanged. Load the page again.",
          });
        };
        send(question);
      }),
    stop: () => send({ ask: "stop" }),
    close: () => worker.terminate(),
  };
}
