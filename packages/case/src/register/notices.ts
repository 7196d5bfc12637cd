import { dateInWords } from "../clock/london.ts";
import { nameKey } from "../person/name-key.ts";
import type { RegisterEvent } from "./duties-file.ts";
import type { Candidate } from "./outcome.ts";

/** Which notices tell what. */

/** Notices of the whole: of each, whether it can be the first notice. One that told less than all, or left out a name that is known or was used by then, is for an officer. */
export function firstNotices({
  notices,
  changes,
  names,
}: {
  readonly notices: readonly RegisterEvent[];
  readonly changes: readonly RegisterEvent[];
  readonly names: readonly string[];
}): readonly Candidate[] {
  return notices.map((one) => {
    if (!isWhole(one)) return doubted(one, "told less than name, other names and address");
    if (one.names !== undefined && namesLeftOut(one.names, names).length > 0) return doubted(one, "left out a name that is known of them");
    const isLeftOut = changes.some((use) => use.kind === "name-used" && !isBefore(one, use) && leavesOut(one, use));
    return isLeftOut ? doubted(one, "left out a name that was used by then") : atStation(one);
  });
}

/** Those of these names that a notice left out which told the others. */
export function namesLeftOut(told: readonly string[], names: readonly string[]): readonly string[] {
  const keys = new Set(told.map(nameKey));
  return names.filter((name) => !keys.has(nameKey(name)));
}

/** Whether a notice says which names it told, and not this one. */
function leavesOut(notice: RegisterEvent, use: RegisterEvent): boolean {
  return notice.names !== undefined && tells(notice, use) === "no";
}

/** Notices on or after a change that told it, or may have. */
export function noticesOfChange(change: RegisterEvent, notices: readonly RegisterEvent[]): readonly Candidate[] {
  return notices
    .filter((notice) => !isBefore(notice, change))
    .flatMap((notice) => {
      const told = isWhole(notice) ? wholeTells(notice, change, notices) : tells(notice, change);
      if (told === "no") return [];
      if (change.address === null) return [doubted(notice, "tells of no address in the United Kingdom")];
      return [told === "perhaps" ? doubted(notice, "may have told this one or another") : atStation(notice)];
    });
}

/** What a notice of all tells of a change. Another address than the one that is known is for an officer; the one that had been told before is no news. */
function wholeTells(notice: RegisterEvent, change: RegisterEvent, notices: readonly RegisterEvent[]): "yes" | "no" | "perhaps" {
  if (change.kind === "name-used") return leavesOut(notice, change) ? "no" : "yes";
  if (notice.address === undefined || tells(notice, change) === "yes") return "yes";
  const wasTold = notices.some((one) => isBefore(one, change) && same(one.address ?? undefined, notice.address ?? undefined));
  return wasTold ? "no" : "perhaps";
}

/** A notice before a change that meets it. `isOfAll`: it named nothing, and nothing else was left to be told then. */
export interface EarlyNotice extends Candidate {
  readonly line: string;
  readonly isOfAll: boolean;
}

/** What an early notice is looked for among. `opens`: the days on which something had to be told, by which a notice of all is known to have been about nothing else. */
interface Among {
  readonly notices: readonly RegisterEvent[];
  readonly changes: readonly RegisterEvent[];
  readonly opens: readonly number[];
}

/** The notice before a change that told it. A name that was told stays told; an address was told for one move. */
export function earlyNotice(change: RegisterEvent, { notices, changes, opens }: Among): EarlyNotice | undefined {
  const among = {
    notices: notices.filter((notice) => isBefore(notice, change)),
    changes: changes.filter((one) => one !== change && one.kind === change.kind && isBefore(one, change)),
    opens,
  };
  const found = among.notices.flatMap((notice) => (change.kind === "name-used" ? earlyName : earlyAddress)(change, notice, among));
  return found.find(({ doubt }) => doubt === undefined) ?? found[0];
}

function earlyName(change: RegisterEvent, notice: RegisterEvent, { changes }: Among): readonly EarlyNotice[] {
  const base = { ...atStation(notice), line: notice.line, isOfAll: false };
  if (isWhole(notice) && notice.names === undefined) return wasUsedBefore(notice, change, changes) ? [base] : [];
  const told = tells(notice, change);
  if (told === "no") return [];
  return [told === "yes" ? base : { ...base, ...doubted(notice, oneOrAnother) }];
}

function earlyAddress(change: RegisterEvent, notice: RegisterEvent, { notices, changes, opens }: Among): readonly EarlyNotice[] {
  const base = { ...atStation(notice), line: notice.line, isOfAll: false };
  const since = changes.filter((one) => !isBefore(one, notice));
  if (isOfHome(notice)) {
    if (since.length > 0) return [];
    const idle = isIdle(notice, notices, opens);
    if (notice.address === undefined) return idle ? [{ ...base, isOfAll: true }] : [];
    const told = tells(notice, change);
    if (told === "no") return [];
    return [told === "yes" && idle ? base : { ...base, ...doubted(notice, oneOrAnother) }];
  }
  const told = tells(notice, change);
  // It told the move on which it followed, and is used up by that.
  const used = [...lastBefore(notice, changes), ...since].filter(({ address }) => address !== null).map((one) => tells(notice, one));
  if (told === "no" || used.includes("yes")) return [];
  if (told === "perhaps" || used.includes("perhaps")) return [{ ...base, ...doubted(notice, oneOrAnother) }];
  const isElsewhere = changes.some((one) => isBefore(notice, one));
  return [isElsewhere ? { ...base, ...doubted(notice, "was given before, and a move elsewhere came between") } : base];
}

const oneOrAnother = "was given before and may have told this one or another";

/** Whether a notice told where they lived then: one of all, or of names and address, that was of no change to come. */
function isOfHome(notice: RegisterEvent): boolean {
  const { address, names = [], isAhead = false } = notice;
  return isWhole(notice) || (names.length > 0 && address !== undefined && !isAhead);
}

/** The last of these changes at or before a notice: several where no hour tells which of one day was the last. */
function lastBefore(notice: RegisterEvent, changes: readonly RegisterEvent[]): readonly RegisterEvent[] {
  const before = changes.filter((one) => !isBefore(notice, one));
  return before.filter((one) => !before.some((other) => isBefore(one, other)));
}

/** Whether the name had been used when all was told. */
function wasUsedBefore(notice: RegisterEvent, { name }: RegisterEvent, changes: readonly RegisterEvent[]): boolean {
  return (
    name !== undefined &&
    changes.some(
      (one) => one.kind === "name-used" && one.name !== undefined && nameKey(one.name) === nameKey(name) && isBefore(one, notice),
    )
  );
}

/** Whether all had been told before, and nothing had to be told since. */
function isIdle(notice: RegisterEvent, notices: readonly RegisterEvent[], opens: readonly number[]): boolean {
  return notices.some(
    (one) =>
      isBefore(one, notice) &&
      isWhole(one) &&
      one.station === "local" &&
      opens.some((day) => day <= one.day) &&
      !opens.some((day) => day > one.day && day <= notice.day),
  );
}

function isWhole({ address, names, isAll = false }: RegisterEvent): boolean {
  return isAll || (address === undefined && names === undefined);
}

function tells(notice: RegisterEvent, change: RegisterEvent): "yes" | "no" | "perhaps" {
  if (change.kind === "name-used") {
    if (notice.names === undefined) return "no";
    if (change.name === undefined) return "perhaps";
    return namesLeftOut(notice.names, [change.name]).length === 0 ? "yes" : "no";
  }
  if (notice.address === undefined) return "no";
  if (change.address === undefined || change.address === null || notice.address === null) return "perhaps";
  return same(notice.address, change.address) ? "yes" : "no";
}

/** Case and blanks make no other address. */
function same(one: string | undefined, other: string | undefined): boolean {
  const plain = (text: string | undefined): string | undefined => text?.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
  return one !== undefined && plain(one) === plain(other);
}

function isBefore(one: RegisterEvent, other: RegisterEvent): boolean {
  if (one.day !== other.day) return one.day < other.day;
  return one.instant !== undefined && other.instant !== undefined && one.instant < other.instant;
}

function atStation(notice: RegisterEvent): Candidate {
  if (notice.station === "local") return { day: notice.day };
  const where =
    notice.station === "elsewhere"
      ? "was given at a station elsewhere"
      : "was given at a station that is not known to be in the local police area";
  return doubted(notice, where);
}

function doubted({ day, line }: RegisterEvent, why: string): Candidate {
  return { day, line, doubt: `the notice of ${dateInWords(day)} (${line}) ${why}: an officer decides` };
}
