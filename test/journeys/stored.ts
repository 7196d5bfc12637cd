import type { Page } from "playwright-core";
import { expect } from "vitest";
import { patience } from "./browser.ts";

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

/** Waits until all of the app that is fetched behind its first pages is in the store. */
export async function appIsStored(page: Page): Promise<void> {
  const missing = (): Promise<readonly string[]> =>
    page.evaluate(async () => {
      const listed = /const app = (\[.*\]);/.exec(await (await fetch("/sw.js")).text())?.[1] ?? '["no list"]';
      const files: readonly string[] = JSON.parse(listed);
      const stored = await Promise.all(files.map((file) => caches.match(file)));
      return files.filter((_, i) => stored[i] === undefined);
    });
  await expect.poll(missing, { timeout: patience, interval: 500 }).toEqual([]);
}
