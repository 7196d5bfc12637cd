/*
 * Keeps the app working without a network: every file of the build is stored when the worker is installed, answers come from the store, and
 * nothing of hers is ever in it. `version` and `files` are put in front by the build. No importScripts: the content policy forbids it.
 */
const storeName = `app-${version}`;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(storeName)
      .then((store) => store.addAll(files.map((file) => new Request(file, { cache: "reload" }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== storeName).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== self.location.origin) return;
  event.respondWith(
    caches
      .open(storeName)
      .then((store) => store.match(event.request, { ignoreSearch: true }))
      .then((kept) => kept ?? fetch(event.request)),
  );
});
