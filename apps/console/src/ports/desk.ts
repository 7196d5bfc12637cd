import { type ReadValue, fault } from "@unmask/core";
import { type Answer, readAnswer } from "../desk/answer.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { type LogEntry, justLog } from "../desk/log-entry.ts";
import { keepDirection } from "../desk/writing-direction.ts";

/** The server of the desk: the only place that this page ever asks anything of. */
export interface Desk {
  /** Reads a path under /desk; with the reason for looking, where the force wants one. */
  get<T>(path: string, read: ReadValue<T>, reason?: GivenReason): Promise<Answer<T>>;
  /** Takes a file out: the entry of the disclosure comes with it. Without a reason it is the one given at sign-in. */
  file(path: string, reason?: GivenReason): Promise<Answer<FileTaken>>;
  /** The same, where what is sent says which file and to whom. */
  fileOf(path: string, body: object): Promise<Answer<FileTaken>>;
  /** Sends a body to a path under /desk. */
  post<T>(path: string, body: unknown, read: ReadValue<T>): Promise<Answer<T>>;
  /** The same with a file in the body: how much of it has gone is told; undefined when it was cancelled before the server had it whole. */
  send<T>(path: string, body: unknown, read: ReadValue<T>, watch: Watch): Promise<Answer<T> | undefined>;
}

/** Who watches something long go out. */
export interface Watch {
  /** Bytes that are with the server, of all. */
  readonly told: (sent: number, total: number) => void;
  /** Cancels it. */
  readonly signal: AbortSignal;
}

/** A file that was taken out of the desk. */
export interface FileTaken {
  readonly name: string;
  readonly bytes: Blob;
  readonly log: LogEntry;
}

/** Another site's page cannot send it: who changes something says that it is the desk. */
const ours = { "x-unmask-desk": "1" };

/** Asks over the network of this page's own origin. */
export function createDesk(): Desk {
  return {
    get: (path, read, reason) => ask(path, { method: "GET", headers: { ...ours, ...headerOf(reason) } }, read),
    file: (path, reason) => takeOut(path, { method: "GET", headers: { ...ours, ...headerOf(reason) } }),
    fileOf: (path, body) => takeOut(path, posting(body)),
    post: (path, body, read) => ask(path, posting(body), read),
    send: sendWatched,
  };
}

function posting(body: unknown): RequestInit {
  return { method: "POST", headers: { ...ours, "content-type": "application/json" }, body: JSON.stringify(body) };
}

/** What is fetched tells nothing of how far it is going out, so this is asked in the older way. */
async function sendWatched<T>(path: string, body: unknown, read: ReadValue<T>, { told, signal }: Watch): Promise<Answer<T> | undefined> {
  const request = new XMLHttpRequest();
  request.open("POST", `/desk/${path}`);
  for (const [name, value] of Object.entries({ ...ours, "content-type": "application/json" })) request.setRequestHeader(name, value);
  request.responseType = "json";
  const cancel = (): void => request.abort();
  const came = await new Promise<"answer" | "none" | "cancelled">((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => told(loaded, total);
    request.onload = () => resolve("answer");
    request.onerror = () => resolve("none");
    request.onabort = () => resolve("cancelled");
    if (signal.aborted) return resolve("cancelled");
    signal.addEventListener("abort", cancel);
    request.send(JSON.stringify(body));
  });
  signal.removeEventListener("abort", cancel);
  if (came === "cancelled") return undefined;
  return came === "none" ? { came: "no-connection", asked: "write" } : readAnswer(request.status, keepDirection(request.response), read);
}

/** A reason may hold any letter, a header may not. */
function headerOf(reason: GivenReason | undefined): Record<string, string> {
  return reason === undefined ? {} : { "x-unmask-reason": encodeURIComponent(JSON.stringify(reason)) };
}

async function takeOut(path: string, init: RequestInit): Promise<Answer<FileTaken>> {
  const response = await fetched(path, init);
  if (response === undefined) return noAnswer(init);
  const entry = response.headers.get("x-unmask-entry");
  if (response.status !== 200 || entry === null) return readAnswer(response.status, await bodyOf(response), neverRead);
  const log = readAnswer(200, JSON.parse(decodeURIComponent(entry)), justLog);
  if (log.came !== "value") return log;
  const [, name = ""] = /filename="([^"]*)"/.exec(response.headers.get("content-disposition") ?? "") ?? [];
  // Whatever the server calls it: bytes of no type.
  const bytes = new Blob([await response.arrayBuffer()], { type: "application/octet-stream" });
  return { came: "value", value: { name, bytes, log: log.value } };
}

/** A file is no answer that is read: what comes instead of one says why. */
const neverRead: ReadValue<never> = (_, path) => fault(path, "is no file");

async function bodyOf(response: Response): Promise<unknown> {
  return keepDirection(await response.json().catch(() => undefined));
}

async function fetched(path: string, init: RequestInit): Promise<Response | undefined> {
  try {
    return await fetch(`/desk/${path}`, { ...init, cache: "no-store", credentials: "same-origin", redirect: "error" });
  } catch {
    return undefined;
  }
}

function noAnswer({ method }: RequestInit): Answer<never> {
  return { came: "no-connection", asked: method === "GET" ? "look" : "write" };
}

async function ask<T>(path: string, init: RequestInit, read: ReadValue<T>): Promise<Answer<T>> {
  const response = await fetched(path, init);
  if (response === undefined) return noAnswer(init);
  return readAnswer(response.status, await bodyOf(response), read);
}
