import { type Instant, type Zone, zoneOfDevice } from "@unmask/core";

/** The zone in which this machine is set. `isNamed` false: the system has no name for it, as under `TZ=UTC-3`; then its clock as it stands. */
export function deviceZone(now: Instant): { readonly zone: Zone; readonly isNamed: boolean } {
  // Under a name that it does not know the engine answers undefined, whatever its types say.
  const name: string | undefined = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zoneOfDevice({ name, offsetMinutes: -new Date(now).getTimezoneOffset() }, now);
}
