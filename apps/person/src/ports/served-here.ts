import { shellComing } from "./stored-app.ts";

/** So long a worker waits at most for what stores the app: over a slow network it begins without. Milliseconds. */
const longestWait = 5_000;

/**
 * Waits until what the service worker stores serves whoever begins now. A worker that begins while that comes up can be passed over for as long as it
 * lives: without a network it then lacks each part that it has not fetched, though all are stored.
 */
export async function whenServed(): Promise<void> {
  const served = shellComing()?.then((coming) => (coming.active ? coming : navigator.serviceWorker.ready));
  // A window that refuses to store anything is not waited for.
  await Promise.race([served, new Promise((end) => setTimeout(end, longestWait))]).catch(() => undefined);
}
