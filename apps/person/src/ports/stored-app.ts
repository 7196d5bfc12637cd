import { trustedScript } from "@unmask/fittings-browser";
import { removePrivateFiles } from "./private-files.ts";
import { ourStores } from "./stored-names.ts";

/** The app's own files in this browser, so that it opens without a network: what the service worker stores, and taking it away. */

/** Answered with word to the browser that its own cache is to forget this origin (the path `/forget` of its server). */
const forgetAddress = "/forget";
/** How long the browser may take to bring up another version. Milliseconds. */
const patience = 2_000;

let coming: Promise<ServiceWorkerRegistration> | undefined;

/** Stores the first page and the empty one. Once, when the page is opened. */
export function storeShell(): void {
  tellWorker((workers) => (coming = workers.register(trustedScript("/sw.js"))));
  addEventListener("pagehide", () => tellWorker((workers) => Promise.resolve(workers.controller?.postMessage("tidy up"))));
}

/** What stores them, on its way; undefined: this window has none. */
export function shellComing(): Promise<ServiceWorkerRegistration> | undefined {
  return coming;
}

/** Stores the rest of the app, but for what only a report needs. */
export function storeApp(): void {
  tellWorker((workers) => workers.ready.then(({ active }) => active?.postMessage("store the app")));
}

/** Loads the page again; where the server has another version than the one that is stored, that one. */
export async function loadAgain(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  if (registration) {
    const other = new Promise<void>((resolve) => {
      navigator.serviceWorker.addEventListener("controllerchange", () => resolve(), { once: true });
      setTimeout(resolve, patience);
    });
    // Without the server the version that is stored goes on.
    await registration.update().catch(() => undefined);
    const coming = registration.waiting ?? registration.installing;
    coming?.postMessage("take over");
    if (coming) await other;
  }
  location.reload();
}

/** Removes all that this app has stored in this browser, for every window of it. What stays is the browser's history. */
export async function removeStoredApp(): Promise<void> {
  const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(registrations.map((one) => one.unregister()));
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(ourStores)).map((name) => caches.delete(name)));
  await removePrivateFiles();
  // Without the server the browser's own cache stays, and goes by its own rules.
  await fetch(forgetAddress, { cache: "no-store" }).catch(() => undefined);
}

function tellWorker(tell: (workers: ServiceWorkerContainer) => Promise<unknown>): void {
  // Some private windows have none, or refuse it: the app then needs the network.
  if ("serviceWorker" in navigator) tell(navigator.serviceWorker).catch(() => undefined);
}
