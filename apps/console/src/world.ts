import type { Instant } from "@unmask/core";
import type { Addresses } from "./ports/addresses.ts";
import type { ChosenFile } from "./ports/chosen-file.ts";
import type { Desk } from "./ports/desk.ts";
import type { Passkeys } from "./ports/passkeys.ts";
import type { Pictures } from "./ports/pictures.ts";
import type { SettingsStore } from "./ports/settings.ts";

/** What the desk may use of the world. */
export interface World {
  readonly desk: Desk;
  readonly passkeys: Passkeys;
  readonly addresses: Addresses;
  readonly settings: SettingsStore;
  readonly pictures: Pictures;
  /** Hands a table to the officer as a file. */
  saveCsv(name: string, text: string): void;
  /** Hands bytes to the officer as a file, which no browser opens. */
  saveFile(name: string, bytes: Blob): void;
  /** What stands in a file that the officer chose. */
  readChosen(file: Blob): Promise<ChosenFile>;
  /** Puts words where the officer can paste them; false where the browser does not allow it. */
  copyText(words: string): Promise<boolean>;
  /** An id for a form that is sent once, of 32 small hex digits: sent again it is the same form. */
  newFormId(): string;
  now(): Instant;
}
