import type { SupportService } from "@unmask/core";

/** Where somebody lives. England and Wales have one law, and not the same services. */
export type SupportPlace = (typeof supportPlaces)[number];

/** The places, in the order in which they are asked. */
export const supportPlaces = ["england", "wales", "scotland", "northern-ireland"] as const;

/** What somebody looks for. */
export type SupportNeed = (typeof supportNeeds)[number];

/**
 * The needs, in the order in which they are asked: to talk it through; to tell the police; phones, accounts and the web; somebody at her side; a partner,
 * a former one or family; private pictures; not to be alone with it; to read; help with one's own behaviour.
 */
export const supportNeeds = ["talk", "police", "digital", "side", "family", "pictures", "low", "read", "own"] as const;

/** A service of the lists, with where and for what it is shown. */
export interface ListedService extends SupportService {
  readonly places: readonly SupportPlace[];
  readonly needs: readonly SupportNeed[];
}

/** A service of which nobody read well enough how it is reached: it is counted, and never shown. */
export type WithheldService = Pick<ListedService, "id" | "places" | "needs">;

/** Numbers that copies say are free and not shown on a bill. Of every other it is not known. */
const saidNotOnBill: ReadonlySet<string> = new Set(["0808 802 0300"]);

/** Whether copies say of a number that a call to it does not stand on the bill. */
export function isSaidNotOnBill(number: string): boolean {
  return saidNotOnBill.has(number);
}
