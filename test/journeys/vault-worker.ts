import { readdirSync } from "node:fs";
import type { BrowserContext, Page } from "playwright-core";
import type { Answer, Ask, FromWorker } from "../../apps/person/src/engine/protocol.ts";

/** The built worker of her app, asked by a page that shows nothing. */

const assets = new URL("../../apps/person/dist/assets/", import.meta.url);

/** A file that a question hands over; it takes the place of what the question says of files. */
export interface HandedBytes {
  readonly name: string;
  readonly base64: string;
}

/** A question: what stands in a Blob's place is handed over beside it. */
export type Asked = Ask | { readonly ask: "try copy" | "examine copy" | "restore copy" | "take in"; readonly [more: string]: unknown };

/** An answer, and the bytes of the file that came with it. */
export type Answered<K extends Answer["answer"]> = Extract<Answer, { answer: K }> & { readonly base64?: string };

/** A window in which the worker runs. */
export interface VaultWindow {
  readonly page: Page;
  /** Asks, and takes no other answer than of this kind. */
  ask<K extends Answer["answer"]>(question: Asked, wanted: K, files?: readonly HandedBytes[]): Promise<Answered<K>>;
  /** Asks, and tells of which kind the answer is. */
  answerOf(question: Asked, files?: readonly HandedBytes[]): Promise<string>;
  /** Of how it stands, what it is. */
  stands(): Promise<Extract<Answer, { answer: "vault" }>["status"]>;
  /** Why something is refused. */
  refused(question: Asked, files?: readonly HandedBytes[]): Promise<Extract<Answer, { answer: "not done" }>>;
  /** What the worker told without being asked. */
  told(): Promise<readonly string[]>;
}

/** Opens a window on a page of this test's own, at the address of the app. `before`: a script that runs before the worker's own. */
export async function openVaultWindow(context: BrowserContext, address: string, before = ""): Promise<VaultWindow> {
  const name = readdirSync(assets).find((file) => /^engine-worker-.*\.js$/.test(file));
  if (name === undefined) throw new Error("the app is not built");
  const page = await context.newPage();
  await page.route("**/page-of-a-test", (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>A test</title>" }),
  );
  if (before !== "")
    await page.route(`**/assets/${name}`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: before + (await response.text()) });
    });
  await page.goto(new URL("/page-of-a-test", address).href);
  await page.evaluate(startWorker, `/assets/${name}`);
  const askIt = (question: Asked, files: readonly HandedBytes[] = []): Promise<Answer> => page.evaluate(askWorker, { question, files });
  async function ask<K extends Answer["answer"]>(question: Asked, wanted: K, files: readonly HandedBytes[] = []): Promise<Answered<K>> {
    const answer = await askIt(question, files);
    if (!isOf(answer, wanted)) throw new Error(`"${question.ask}" was answered by ${JSON.stringify(answer)}`);
    return answer;
  }
  return {
    page,
    ask,
    answerOf: async (question, files) => (await askIt(question, files)).answer,
    stands: async () => (await ask({ ask: "vault" }, "vault")).status,
    refused: (question, files) => ask(question, "not done", files),
    told: () => page.evaluate(() => Reflect.get(globalThis, "told")),
  };
}

function isOf<K extends Answer["answer"]>(answer: Answer, wanted: K): answer is Answered<K> {
  return answer.answer === wanted;
}

/** A text as a file that is handed over. */
export function handed(name: string, text: string | Uint8Array): HandedBytes {
  return { name, base64: Buffer.from(text).toString("base64") };
}

/** Every file that is kept in this browser, by its path. */
export async function keptFiles(page: Page): Promise<ReadonlyMap<string, Buffer>> {
  const files = await page.evaluate(async () => {
    const found: [string, string][] = [];
    async function walk(folder: FileSystemDirectoryHandle, above: string): Promise<void> {
      for await (const entry of folder.values()) {
        const path = `${above}${entry.name}`;
        if (entry.kind === "directory") await walk(await folder.getDirectoryHandle(entry.name), `${path}/`);
        else {
          const file = await (await folder.getFileHandle(entry.name)).getFile();
          const bytes = new Uint8Array(await file.arrayBuffer());
          found.push([path, btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))]);
        }
      }
    }
    const root = await navigator.storage.getDirectory();
    const kept = await root.getDirectoryHandle("notes-kept").catch(() => undefined);
    if (kept !== undefined) await walk(kept, "");
    return found;
  });
  return new Map(files.map(([path, base64]) => [path, Buffer.from(base64, "base64")]));
}

/** Puts a file into what is kept in this browser, in place of the one that is there. */
export async function keepFile(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    async ([path = "", content = ""]) => {
      const root = await navigator.storage.getDirectory();
      const file = await (await (await root.getDirectoryHandle("notes-kept")).getFileHandle(path, { create: true })).createWritable();
      await file.write(content);
      await file.close();
    },
    [name, text],
  );
}

function startWorker(script: string): void {
  const worker = new Worker(script, { type: "module" });
  const answerById = new Map<number, (answer: unknown) => void>();
  const told: string[] = [];
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if ("told" in data) told.push(data.told);
    else if ("answer" in data) answerById.get(data.id)?.(data.answer);
  };
  worker.onerror = ({ message }) => answerById.forEach((answer) => answer({ answer: "broken", message }));
  Object.assign(globalThis, { worker, answerById, told });
}

async function askWorker({ question, files }: { readonly question: Asked; readonly files: readonly HandedBytes[] }): Promise<Answer> {
  const handed = files.map(({ name, base64 }) => ({
    name,
    file: new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], name),
  }));
  const told = "told" in question ? question.told : undefined;
  const isOfEntry = question.ask === "add entry" || question.ask === "amend entry";
  const beside = isOfEntry ? { told: { ...(typeof told === "object" && told), files: handed } } : { files: handed, file: handed[0]?.file };
  const answerById: Map<number, (answer: Answer) => void> = Reflect.get(globalThis, "answerById");
  const id = answerById.size + 1;
  const answer = await new Promise<Answer>((resolve) => {
    answerById.set(id, resolve);
    Reflect.get(globalThis, "worker").postMessage({ id, question: { ...question, ...(handed.length > 0 && beside) } });
  });
  if (answer.answer !== "copy made" || answer.blob === undefined) return answer;
  const bytes = new Uint8Array(await answer.blob.arrayBuffer());
  return Object.assign({}, answer, { base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")) });
}
