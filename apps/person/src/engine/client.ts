import { trustedScript } from "@unmask/fittings-browser";
import workerAddress from "../workers/engine-worker.ts?worker&url";
import type { VaultTold } from "../vault/protocol.ts";
import type { Answer, Ask, FromWorker, Progress, Sendable, ToWorker } from "./protocol.ts";

/** A conversation with the worker: a question, any number of progress reports, one last answer. */
export interface Engine {
  ask(question: Ask, onProgress?: (progress: Progress) => void): Promise<Answer>;
  /** Stops what is being done; what is read stays. The running `ask` then ends as the worker says. */
  stop(): void;
  /** Stops what is on its way; what is there stays where it is. */
  stopSending(what: Sendable): void;
  /** Hears what the worker says without being asked, until the function that it gives is called. */
  listen(heard: (told: VaultTold) => void): () => void;
  /** Ends the worker and forgets all that it held: what was asked is stopped. The next question starts a new one. */
  close(): void;
}

const brokenSays = "Something went wrong that we did not foresee. Your files are unchanged. Choose them again.";

interface Waiting {
  readonly answer: (answer: Answer) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/** Opens the engine; its worker starts with the first question, or with the end of `wait` where that comes later. */
export function openEngine(wait?: Promise<void>): Engine {
  let worker: Worker | undefined;
  let lastId = 0;
  /** What was asked before the worker may begin, in the order in which it was. */
  let held: ToWorker[] | undefined = wait && [];
  const waitingById = new Map<number, Waiting>();
  const listening = new Set<(told: VaultTold) => void>();

  function end(last: Answer): void {
    worker?.terminate();
    worker = undefined;
    for (const { answer } of waitingById.values()) answer(last);
    waitingById.clear();
    if (held) held = [];
  }

  function start(): Worker {
    const started = new Worker(trustedScript(workerAddress), { type: "module" });
    started.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if ("told" in data) {
        for (const heard of listening) heard(data.told);
        return;
      }
      const waiting = waitingById.get(data.id);
      if ("progress" in data) {
        waiting?.onProgress?.(data.progress);
        return;
      }
      waitingById.delete(data.id);
      waiting?.answer(data.answer);
    };
    // What a broken worker held is gone; a new one begins with nothing.
    started.onerror = started.onmessageerror = () => end({ answer: "failed", says: brokenSays });
    return started;
  }

  const post = (message: ToWorker): void => (worker ??= start()).postMessage(message);
  void wait?.then(() => {
    held?.forEach(post);
    held = undefined;
  });
  const send = (message: ToWorker): void => void (held ? held.push(message) : post(message));
  return {
    ask: (question, onProgress) =>
      new Promise((answer) => {
        const id = ++lastId;
        waitingById.set(id, { answer, onProgress });
        send({ id, question });
      }),
    stop: () => send({ stop: true }),
    stopSending: (what) => send({ stop: what }),
    listen(heard) {
      listening.add(heard);
      return () => void listening.delete(heard);
    },
    close: () => end({ answer: "stopped" }),
  };
}
