import type { ReadValue } from "@unmask/core";
import { type Answer, readAnswer } from "../desk/answer.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { keepDirection } from "../desk/writing-direction.ts";

/** The server of the desk: the only place that this page ever asks anything of. */
export interface Desk {
  /** Reads a path under /desk; with the reason for looking, where the force wants one. */
  get<T>(path: string, read: ReadValue<T>, reason?: GivenReason): Promise<Answer<T>>;
  /** Sends a body to a path under /desk. */
  post<T>(path: string, body: unknown, read: ReadValue<T>): Promise<Answer<T>>;
}

/** Another site's page cannot send it: who changes something says that it is the desk. */
const ours = { "x-unmask-desk": "1" };

/** Asks over the network of this page's own origin. */
export function createDesk(): Desk {
  return {
    get: (path, read, reason) => ask(path, { method: "GET", headers: { ...ours, ...headerOf(reason) } }, read),
    post: (path, body, read) =>
      ask(path, { method: "POST", headers: { ...ours, "content-type": "application/json" }, body: JSON.stringify(body) }, read),
  };
}

/** A reason may hold any letter, a header may not. */
function headerOf(reason: GivenReason | undefined): Record<string, string> {
  return reason === undefined ? {} : { "x-unmask-reason": encodeURIComponent(JSON.stringify(reason)) };
}

async function ask<T>(path: string, init: RequestInit, read: ReadValue<T>): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(`/desk/${path}`, { ...init, cache: "no-store", credentials: "same-origin", redirect: "error" });
  } catch {
    return { came: "no-connection" };
  }
  const body = keepDirection(await response.json().catch(() => undefined));
  return readAnswer(response.status, body, read);
}
