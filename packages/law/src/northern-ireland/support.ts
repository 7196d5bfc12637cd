import type { ListedService } from "../listed-service.ts";

/** Services of Northern Ireland alone: none was read well enough. What was known from memory is an open question (`support-numbers`), never an entry. */
export const supportInNorthernIreland: readonly ListedService[] = [];
