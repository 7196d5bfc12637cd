import { type Result, failed, ok } from "@unmask/core";
import { type ReadSourcesOptions, importers } from "@unmask/importers";
import { type Given, parseDateOrderOption, parseZoneOption } from "./arguments.ts";
import type { World } from "./world.ts";

/** Numbers written without a country are read as dialled in the United Kingdom. */
export const country = "GB";

/** The options of every command that reads exports. */
export const readingShape = { zone: "text", "date-order": "text" } as const;

/** How to read, from what was given and from the world. */
export function parseReadingOptions(given: Given, world: World): Result<ReadSourcesOptions, string> {
  const zone = parseZoneOption(given);
  if (!zone.ok) return zone;
  const order = parseDateOrderOption(given);
  if (!order.ok) return order;
  if (given.words.length === 0) return failed("Name at least one file or folder to read.");
  return ok({
    importers,
    zone: zone.value.zone,
    zoneStated: zone.value.stated,
    ...(order.value === undefined ? {} : { dateOrder: order.value }),
    now: world.now(),
    country,
    createHasher: world.createSha256,
    onProgress: (done, total, name) => {
      world.terminal.showProgress(
        `Reading ${name}: ${total === 0 ? 100 : Math.floor((done / total) * 100)} of 100 (Ctrl+C stops, what is read stays)`,
      );
    },
    signal: world.signal,
  });
}
