import { type Zone, zoneOfDevice } from "@unmask/core";
import { readClock } from "./clock.ts";

/** The zone in which this device is set; its clock as it stands where the browser has no name for it. */
export function readDeviceZone(): Zone {
  const now = readClock();
  // Where the system is set to a zone that it does not know a browser answers undefined, whatever its types say.
  const name: string | undefined = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zoneOfDevice({ name, offsetMinutes: -new Date(now).getTimezoneOffset() }, now).zone;
}
