import { reportStores } from "./stored-names.ts";

/**
 * What only the printed report needs: the typesetter and its fonts. Fetched when she asks for a report and stored by the service worker, so
 * that the next report needs no network; removed when she leaves, because it is ten times the rest of the app.
 */
export const reportPartSizes = {
  /** Over the network, pressed. Bytes, about. */
  wire: 10_000_000,
  /** On the device, until she leaves. Bytes, about. */
  stored: 31_000_000,
  /** On the device at most, if what was written needs every script that we have fonts for. */
  storedAtMost: 56_000_000,
};

const lockName = "notes-report";

/** Says that this worker needs what is stored for as long as it lives: another window that leaves does not take it away. */
export function holdReportPart(): Promise<void> {
  return (held ??= new Promise<void>((resolve) => {
    void navigator.locks
      .request(lockName, { mode: "shared" }, () => {
        resolve();
        return new Promise<never>(() => {});
      })
      // Without locks there is no store either.
      .catch(resolve);
  }));
}

let held: Promise<void> | undefined;

/** Removes it, unless an open page needs it. */
export async function removeReportPart(): Promise<void> {
  try {
    await navigator.locks.request(lockName, { ifAvailable: true }, async (lock) => {
      if (!lock) return;
      const names = await caches.keys();
      await Promise.all(names.filter((name) => name.startsWith(reportStores)).map((name) => caches.delete(name)));
    });
  } catch {
    return; // This window has no storage at all.
  }
}
