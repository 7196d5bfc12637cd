import { type CivilDay, type JurisdictionCode, type SupportService, daysFromCivil, parseCivilDay } from "@unmask/core";
import { supportInEnglandAndWales } from "./england-and-wales/support.ts";
import { supportInNorthernIreland } from "./northern-ireland/support.ts";
import { supportInScotland } from "./scotland/support.ts";
import { supportEverywhere } from "./support-everywhere.ts";

/** An entry that was looked up longer ago than this many days stands last, without its hours: numbers change, and a wrong hour sends somebody to a closed door. */
const mostDaysTrusted = 180;

/** An entry as it is shown on one day. */
export interface SupportShown extends Omit<SupportService, "verification"> {
  /** Nobody confirmed it with the service: it says so. */
  readonly isFromCopies: boolean;
  /** Looked up too long ago: it says on which day, and has no hours. */
  readonly isOld: boolean;
}

const own: Readonly<Record<JurisdictionCode, readonly SupportService[]>> = {
  EW: supportInEnglandAndWales,
  NI: supportInNorthernIreland,
  SCO: supportInScotland,
};

/** Every service of a jurisdiction, with those for anybody in the United Kingdom before it. */
export function supportOf(code: JurisdictionCode): readonly SupportService[] {
  return [...supportEverywhere, ...own[code]];
}

/**
 * The directory on a day: what is known from memory alone is not in it, what was looked up more than 180 days before stands last, in its order, dated and without
 * hours; 999 and 101 stay first, with theirs, whatever the day. `added`: services that a force keeps itself, before the others that are not the police.
 */
export function supportShown(code: JurisdictionCode, today: CivilDay, added: readonly SupportService[] = []): readonly SupportShown[] {
  const listed = supportOf(code);
  const known = new Set(added.map(({ id }) => id));
  const others = listed.filter(({ id, isAlways }) => isAlways !== true && !known.has(id));
  const all = [...listed.filter(({ isAlways }) => isAlways === true), ...added, ...others].filter(
    ({ verification }) => verification !== "memory",
  );
  const shown = all.map((one) => shownOn(one, daysFromCivil(today)));
  return [...shown.filter(({ isOld }) => !isOld), ...shown.filter(({ isOld }) => isOld)];
}

function shownOn({ hours, verification, ...entry }: SupportService, today: number): SupportShown {
  const checked = parseCivilDay(entry.checkedOn);
  const isOld = entry.isAlways !== true && (checked === undefined || today - daysFromCivil(checked) > mostDaysTrusted);
  return { ...entry, ...(hours !== undefined && !isOld && { hours }), isFromCopies: verification === "secondary-source", isOld };
}
