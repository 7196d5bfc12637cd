import type { ReadValue } from "@unmask/core";
import { type Answer, readAnswer } from "../desk/answer.ts";

/** The server of the desk: the only place that this page ever asks anything of. */
export interface Desk {
  /** Reads a path under /desk. */
  get<T>(path: string, read: ReadValue<T>): Promise<Answer<T>>;
  /** Sends a body to a path under /desk. */
  post<T>(path: string, body: unknown, read: ReadValue<T>): Promise<Answer<T>>;
}

/** Another site's page cannot send it: who changes something says that it is the desk. */
const ours = { "x-unmask-desk": "1" };

/** Asks over the network of this page's own origin. */
export function createDesk(): Desk {
  return {
    get: (path, read) => ask(path, { method: "GET", headers: ours }, read),
    post: (path, body, read) =>
      ask(path, { method: "POST", headers: { ...ours, "content-type": "application/json" }, body: JSON.stringify(body) }, read),
  };
}

async function ask<T>(path: string, init: RequestInit, read: ReadValue<T>): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(`/desk/${path}`, { ...init, cache: "no-store", credentials: "same-origin", redirect: "error" });
  } catch {
    return { came: "no-connection" };
  }
  const body: unknown = await response.json().catch(() => undefined);
  return readAnswer(response.status, body, read);
}
