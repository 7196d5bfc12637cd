/*
 * Keeps the app working without a network. Nothing of hers is ever in its store: only files of the build, which the build lists in front of
 * this text: `version`, `files` (the app, stored when this worker is installed) and `heavyFiles` (the typesetter and its fonts, stored as
 * soon as a page asks, because they are sixty times as large). No importScripts: the content policy forbids it.
 *
 * A new version waits until no page of the old one is open, so that a sitting never mixes two.
 */
const storeName = `app-${version}`;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(storeName).then((store) => store.addAll(files.map(fresh))));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== storeName).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("message", (event) => {
  if (event.data === "store the heavy files") event.waitUntil(storeHeavyFiles());
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

/** One after the other: a phone should not hold them all at once. What is missing because the network went is tried again next time. */
async function storeHeavyFiles() {
  const store = await caches.open(storeName);
  for (const file of heavyFiles) if (!(await store.match(file))) await store.add(fresh(file));
}

/** Past the browser's own cache, which may hold the file of another version. */
function fresh(file) {
  return new Request(file, { cache: "reload" });
}
