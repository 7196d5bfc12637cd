import type { SupportService } from "@unmask/core";

/** Services of Northern Ireland alone: none was read well enough. What was known from memory is an open question (`support-numbers`), never an entry. */
export const supportInNorthernIreland: readonly SupportService[] = [];
