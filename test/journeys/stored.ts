import type { Page } from "playwright-core";

/** What the service worker has stored of this origin. */
export function storedBy(page: Page): Promise<{ readonly files: string[]; readonly bytes: number }> {
  return page.evaluate(async () => {
    const files: string[] = [];
    let bytes = 0;
    for (const name of await caches.keys()) {
      const store = await caches.open(name);
      for (const request of await store.keys()) {
        files.push(new URL(request.url).pathname);
        bytes += (await (await store.match(request))?.arrayBuffer())?.byteLength ?? 0;
      }
    }
    return { files, bytes };
  });
}
