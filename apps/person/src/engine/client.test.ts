import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openEngine } from "./client.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";

interface InventedWorker {
  readonly asked: ToWorker[];
  isEnded: boolean;
  onmessage?: (event: { readonly data: FromWorker }) => void;
  onerror?: () => void;
  onmessageerror?: () => void;
}

const workers: InventedWorker[] = [];

beforeEach(() => {
  workers.length = 0;
  vi.stubGlobal("Worker", function Worker() {
    const worker: InventedWorker = { asked: [], isEnded: false };
    workers.push(worker);
    return Object.assign(worker, {
      postMessage: (message: ToWorker) => void worker.asked.push(message),
      terminate: () => (worker.isEnded = true),
    });
  });
});
afterEach(() => vi.unstubAllGlobals());

function only(): InventedWorker {
  return workers.length === 1 && workers[0] ? workers[0] : expect.fail(`${workers.length} workers`);
}

const broken = { answer: "failed", says: expect.stringContaining("Your files are unchanged.") };

it("starts nothing before the first question, and asks every question of one worker", () => {
  const engine = openEngine();
  expect(workers).toEqual([]);
  void engine.ask({ ask: "findings" });
  void engine.ask({ ask: "acts", from: 0, count: 50 });
  engine.stop();
  expect(only().asked).toEqual([
    { id: 1, question: { ask: "findings" } },
    { id: 2, question: { ask: "acts", from: 0, count: 50 } },
    { stop: true },
  ]);
});

it("begins with what was asked, in its order, once what is stored serves its worker, and with nothing of what she left before", async () => {
  let served: (() => void) | undefined;
  const wait = new Promise<void>((end) => (served = end));
  const engine = openEngine(wait);
  const left = engine.ask({ ask: "lately" });
  engine.close();
  expect(await left).toEqual({ answer: "stopped" });
  void engine.ask({ ask: "findings" });
  engine.stop();
  expect(workers).toEqual([]);
  served?.();
  await wait;
  void engine.ask({ ask: "vault" });
  expect(only().asked).toEqual([{ id: 2, question: { ask: "findings" } }, { stop: true }, { id: 3, question: { ask: "vault" } }]);
});

it("gives each answer to its own question, and tells how far it is only to who asked", async () => {
  const engine = openEngine();
  const heard: string[] = [];
  const first = engine.ask({ ask: "findings" }, ({ doing }) => void heard.push(doing));
  const second = engine.ask({ ask: "acts", from: 0, count: 50 });
  const { onmessage } = only();
  onmessage?.({ data: { id: 2, progress: { doing: "unheard", done: 0, total: 1, acts: 0 } } });
  onmessage?.({ data: { id: 1, progress: { doing: "Looking", done: 0, total: 1, acts: 0 } } });
  onmessage?.({ data: { id: 2, answer: { answer: "acts", acts: [], total: 0 } } });
  onmessage?.({ data: { id: 1, answer: { answer: "stopped" } } });
  expect(await second).toEqual({ answer: "acts", acts: [], total: 0 });
  expect(await first).toEqual({ answer: "stopped" });
  expect(heard).toEqual(["Looking"]);
});

it("ends every open question when she leaves, and the worker with all that it held", async () => {
  const engine = openEngine();
  const asked = engine.ask({ ask: "findings" });
  engine.close();
  expect(await asked).toEqual({ answer: "stopped" });
  expect(only().isEnded).toBe(true);
  engine.close();
});

it.each(["onerror", "onmessageerror"] as const)("says so when the worker breaks (%s), and begins again with nothing", async (fault) => {
  const engine = openEngine();
  const asked = engine.ask({ ask: "findings" });
  only()[fault]?.();
  expect(await asked).toEqual(broken);
  expect(only().isEnded).toBe(true);
  void engine.ask({ ask: "findings" });
  expect(workers.length).toBe(2);
  expect(workers[1]?.asked).toEqual([{ id: 2, question: { ask: "findings" } }]);
});

it("passes on what the worker tells without being asked, for as long as somebody listens", () => {
  const told: string[] = [];
  const engine = openEngine();
  const stopListening = engine.listen((what) => void told.push(what));
  void engine.ask({ ask: "vault" });
  only().onmessage?.({ data: { told: "taken over" } });
  stopListening();
  only().onmessage?.({ data: { told: "taken over" } });
  expect(told).toEqual(["taken over"]);
});
