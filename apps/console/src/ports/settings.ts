import { type Settings, readSettings, writeSettings } from "../keys/stored-settings.ts";

/** Where this browser keeps an officer's settings of the desk. */
export interface SettingsStore {
  read(): Settings;
  write(settings: Settings): void;
}

const place = "desk-settings";

/** The browser's own store; one that refuses to keep anything keeps them for this page alone. */
export function createSettingsStore(): SettingsStore {
  let kept = "";
  try {
    kept = localStorage.getItem(place) ?? "";
  } catch {
    kept = "";
  }
  return {
    read: () => readSettings(kept),
    write(settings) {
      kept = writeSettings(settings);
      try {
        localStorage.setItem(place, kept);
      } catch {
        // A full or closed store: as said above, this page keeps them.
        return;
      }
    },
  };
}
