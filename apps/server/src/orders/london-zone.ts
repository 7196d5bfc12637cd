import { type Zone, parseZone } from "@unmask/core";

/** The clock by which every paper of an order tells its times. */
export const london: Zone = londonZone();

function londonZone(): Zone {
  const zone = parseZone("Europe/London");
  if (zone === undefined) throw new Error("the engine knows no clock of London");
  return zone;
}
