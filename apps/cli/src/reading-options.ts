import { type ReadingTerms, type Result, failed, ok } from "@unmask/core";
import { type ReadingWorld, country } from "@unmask/corridor";
import { type Given, parseDateOrderOption, parseZoneOption } from "./arguments.ts";
import type { World } from "./world.ts";

/** The options of every command that reads exports. */
export const readingShape = { zone: "text", "date-order": "text", "take-in": "texts" } as const;

/** On which terms to read, from what was given and from the clock. */
export function parseReadingTerms(given: Given, world: World): Result<ReadingTerms, string> {
  const zone = parseZoneOption(given);
  if (!zone.ok) return zone;
  const order = parseDateOrderOption(given);
  if (!order.ok) return order;
  if (given.words.length === 0) return failed("Name at least one file or folder to read.");
  return ok({
    zone: zone.value.zone,
    zoneStated: zone.value.stated,
    ...(order.value === undefined ? {} : { dateOrder: order.value }),
    country,
    at: world.now(),
  });
}

/** What reading uses of the world; shows on the terminal how far it is. */
export function readingWorld({ createSha256, terminal, signal }: World): ReadingWorld {
  return {
    createHasher: createSha256,
    onProgress: (done, total, name) => {
      terminal.showProgress(
        `Reading ${name}: ${total === 0 ? 100 : Math.floor((done / total) * 100)} of 100 (Ctrl+C stops, what is read stays)`,
      );
    },
    signal,
  };
}
