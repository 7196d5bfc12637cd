/*
 * Keeps the app working without a network. Nothing of hers is ever in its stores: only files of the build, which the build lists in front of
 * this text, with its `version`: `shell` (the first page and the empty one, stored at once), `app` (the rest, stored when she goes on) and
 * `reportFiles` (the typesetter and its fonts, thirty times as large, and what reads a picture's own notes: stored one by one as they are asked for,
 * removed when she leaves).
 * No importScripts: the content policy forbids it, so the build makes one file of this and what it imports.
 *
 * A new version waits until no page of the old one is open, so that a session never mixes two.
 */
import { dayHeader, lockStore, ourStores, reportStores, setPath, signaturePath } from "../ports/stored-names.ts";
import { tidyUp } from "../ports/tidy-up.ts";

const appStore = `${ourStores}app-${version}`;
const reportStore = `${reportStores}${version}`;

self.addEventListener("install", (event) => {
  // Asked for again by tag: the page has them in hand a moment ago, so that almost nothing is sent twice.
  const fresh = shell.map((file) => new Request(file, { cache: "no-cache" }));
  event.waitUntil(caches.open(appStore).then((store) => store.addAll(fresh)));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(removeOldVersions().then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  if (event.data === "store the app") event.waitUntil(storeApp());
  if (event.data === "tidy up") event.waitUntil(tidyUp());
  if (event.data === "keep the lock") event.waitUntil(keepLock().then((isKnown) => event.ports[0].postMessage(isKnown)));
  if (event.data === "take over") event.waitUntil(self.skipWaiting());
});

self.addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== self.location.origin) return;
  if (shell.includes(pathname) || app.includes(pathname)) event.respondWith(fromStore(appStore, event.request));
  if (reportFiles.includes(pathname)) event.respondWith(fromStore(reportStore, event.request));
});

async function removeOldVersions() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(ourStores) && name !== appStore && name !== reportStore && name !== lockStore);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** What is missing because the network went is tried again next time. */
async function storeApp() {
  const store = await caches.open(appStore);
  for (const file of app) if (!(await store.match(file))) await store.add(file);
}

/**
 * Keeps who signs for whoever takes reports at this address, the first time that anybody goes on from the first page here: what is offered later
 * is held against it. Gives whether there is somebody.
 */
async function keepLock() {
  try {
    const store = await caches.open(lockStore);
    if (await store.match(setPath)) return true;
    const answers = [await fetch(setPath, { cache: "no-store" }), await fetch(signaturePath, { cache: "no-store" })];
    if (answers.some(({ ok }) => !ok)) return false;
    const [set, signature] = [await answers[0].arrayBuffer(), await answers[1].arrayBuffer()];
    await store.put(signaturePath, new Response(signature));
    await store.put(setPath, new Response(set, { headers: { [dayHeader]: new Date().toISOString().slice(0, 10) } }));
    return true;
  } catch {
    return false; // No network, or no room: nothing is offered now.
  }
}

/** The store is opened before anything is fetched: what comes in after she has left goes with the store that was removed meanwhile. */
async function fromStore(name, request) {
  const store = await caches.open(name);
  const kept = await store.match(request, { ignoreSearch: true });
  if (kept) return kept;
  const answer = await fetch(request);
  // A device without room does without: what was fetched is used all the same.
  if (answer.ok) await store.put(request, answer.clone()).catch(() => undefined);
  return answer;
}
