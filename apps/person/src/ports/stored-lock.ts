import type { CivilDay } from "@unmask/core";
import type { KnownLock } from "../engine/known-lock.ts";
import { dayHeader, lockStore, setPath, signaturePath } from "./stored-names.ts";

/** The force set that this browser keeps with the app's own files: nothing of hers, the same for whoever opened the app here. */
export async function knownLock(): Promise<KnownLock | undefined> {
  try {
    const store = await caches.open(lockStore);
    const [set, signature] = [await store.match(setPath), await store.match(signaturePath)];
    const since = dayIn(set?.headers.get(dayHeader) ?? "");
    if (!set || !signature || !since) return undefined;
    return { set: new Uint8Array(await set.arrayBuffer()), signature: new Uint8Array(await signature.arrayBuffer()), since };
  } catch {
    return undefined; // This window has no storage at all: the lock is then seen for the first time.
  }
}

/** Keeps a newer set that was verified. */
export async function keepLock({ set, signature, since: { year, month, day } }: KnownLock): Promise<void> {
  const pad = (number: number): string => String(number).padStart(2, "0");
  const headers = { [dayHeader]: `${year}-${pad(month)}-${pad(day)}` };
  try {
    const store = await caches.open(lockStore);
    await store.put(signaturePath, new Response(new Uint8Array(signature)));
    await store.put(setPath, new Response(new Uint8Array(set), { headers }));
  } catch {
    return; // As above.
  }
}

/** Whether somebody takes reports at this address: the service worker looks when she goes on from the first page. */
export async function knowsForce(): Promise<boolean> {
  if (!("serviceWorker" in navigator)) return (await fetch(setPath, { cache: "no-store" }).catch(() => undefined))?.ok === true;
  const { active } = await navigator.serviceWorker.ready;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<unknown>) => resolve(data === true);
    active?.postMessage("keep the lock", [port2]);
  });
}

function dayIn(written: string): CivilDay | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(written) ?? [];
  return year === undefined ? undefined : { year: Number(year), month: Number(month), day: Number(day) };
}
