import { type CivilDay, type JurisdictionCode, type SupportService, daysFromCivil, parseCivilDay } from "@unmask/core";
import type { ListedService, SupportNeed, SupportPlace } from "./listed-service.ts";
import { supportInEnglandAndWales } from "./england-and-wales/support.ts";
import { supportInNorthernIreland } from "./northern-ireland/support.ts";
import { supportInScotland } from "./scotland/support.ts";
import { supportEverywhere } from "./support-everywhere.ts";
import { withheldSupport } from "./withheld-support.ts";

/** An entry that was looked up longer ago than this many days stands last, without its hours: numbers change, and a wrong hour sends somebody to a closed door. */
const mostDaysTrusted = 180;

/** An entry as it is shown on one day. */
export interface SupportShown extends Omit<SupportService, "verification"> {
  /** Nobody confirmed it with the service: it says so. */
  readonly isFromCopies: boolean;
  /** Looked up too long ago: it says on which day, and has no hours. */
  readonly isOld: boolean;
}

/** What one person is shown who says where she lives and what she needs. */
export interface SupportFor {
  /** 999, before everything else. */
  readonly emergency: SupportShown;
  /** The others in their order; the police come first where it is they who are looked for, and last elsewhere. */
  readonly services: readonly SupportShown[];
  /** How many more are for this place and need and are not shown, because nobody read well enough how they are reached. */
  readonly withheld: number;
}

const own: Readonly<Record<JurisdictionCode, readonly ListedService[]>> = {
  EW: supportInEnglandAndWales,
  NI: supportInNorthernIreland,
  SCO: supportInScotland,
};

/** Every service of a jurisdiction, with those for anybody in the United Kingdom before it. */
export function supportOf(code: JurisdictionCode): readonly ListedService[] {
  return [...supportEverywhere, ...own[code]];
}

/**
 * The directory on a day: what is known from memory alone is not in it, what was looked up more than 180 days before stands last, in its order, dated and without
 * hours; 999 and 101 stay first, with theirs, whatever the day. `added`: services that a force keeps itself, before the others that are not the police.
 */
export function supportShown(code: JurisdictionCode, today: CivilDay, added: readonly SupportService[] = []): readonly SupportShown[] {
  const listed = supportOf(code);
  const known = new Set(added.map(({ id }) => id));
  const others = listed.filter((one) => !isAlwaysShown(one) && !known.has(one.id));
  return inOrder([...listed.filter(isAlwaysShown), ...added, ...others], today);
}

/** The directory on a day for one place and one need, by the same rule; what is known from memory alone is counted. */
export function supportFor(place: SupportPlace, need: SupportNeed, today: CivilDay): SupportFor {
  const here = supportOf(codeOf[place]).filter(({ places, needs }) => places.includes(place) && needs.includes(need));
  const [emergency, ...police] = inOrder(supportEverywhere.filter(isAlwaysShown), today);
  if (emergency === undefined) throw new Error("The lists of support hold no number for an emergency.");
  const others = inOrder(
    here.filter((one) => !isAlwaysShown(one)),
    today,
  );
  const withheld = withheldSupport.filter(({ places, needs }) => places.includes(place) && needs.includes(need)).length;
  return { emergency, services: need === "police" ? [...police, ...others] : [...others, ...police], withheld };
}

const codeOf: Readonly<Record<SupportPlace, JurisdictionCode>> = {
  england: "EW",
  wales: "EW",
  scotland: "SCO",
  "northern-ireland": "NI",
};

function isAlwaysShown({ isAlways }: SupportService): boolean {
  return isAlways === true;
}

/** Of what may be shown on a day: first what was looked up lately, then what was looked up too long ago, each in its order. */
function inOrder(services: readonly (SupportService | ListedService)[], today: CivilDay): readonly SupportShown[] {
  const shown = services.filter(({ verification }) => verification !== "memory").map((one) => shownOn(one, daysFromCivil(today)));
  return [...shown.filter(({ isOld }) => !isOld), ...shown.filter(({ isOld }) => isOld)];
}

/** Place and need are asked of the list and are no part of what is shown. */
function shownOn(service: SupportService | ListedService, today: number): SupportShown {
  const { hours, verification, places: _places, needs: _needs, ...entry } = { places: undefined, needs: undefined, ...service };
  const checked = parseCivilDay(entry.checkedOn);
  const isOld = entry.isAlways !== true && (checked === undefined || today - daysFromCivil(checked) > mostDaysTrusted);
  return { ...entry, ...(hours !== undefined && !isOld && { hours }), isFromCopies: verification === "secondary-source", isOld };
}
