import { dateInWords } from "../clock/london.ts";
import type { CourseEvent } from "./course-of-order.ts";
import type { Candidate } from "./outcome.ts";
import { type Alike, type Written, howAlike } from "./told-alike.ts";

/** Which notices tell what. */

/** Notices of the whole: of each, whether it can be the first notice. One that told less than all, or left out a name that is known or was used by then, is for an officer. */
export function firstNotices({
  notices,
  changes,
  names,
}: {
  readonly notices: readonly CourseEvent[];
  readonly changes: readonly CourseEvent[];
  readonly names: readonly Written[];
}): readonly Candidate[] {
  return notices.map((one) => {
    if (!isWhole(one)) return doubted(one, "told less than name, other names and address");
    if (names.some((name) => one.names?.every((told) => !same(told, name)))) return doubted(one, "left out a name that is known of them");
    const left = changes.flatMap((use) => (use.kind === "name-used" && !isBefore(one, use) ? leftOut(one, use) : []));
    if (left.includes("no")) return doubted(one, "left out a name that was used by then");
    return left.includes("nearly") ? doubted(one, nearlyThis) : atStation(one);
  });
}

/** Of a notice that says which names it told: whether this one is not among them, or only nearly. */
function leftOut(notice: CourseEvent, use: CourseEvent): readonly Told[] {
  return notice.names === undefined ? [] : [tells(notice, use)];
}

/** Notices on or after a change that told it, or may have. */
export function noticesOfChange(change: CourseEvent, notices: readonly CourseEvent[]): readonly Candidate[] {
  return notices
    .filter((notice) => !isBefore(notice, change))
    .flatMap((notice) => {
      const told = isWhole(notice) ? wholeTells(notice, change, notices) : tells(notice, change);
      if (told === "no") return [];
      if (change.address === null) return [doubted(notice, "tells of no address in the United Kingdom")];
      if (told === "nearly") return [doubted(notice, nearlyThis)];
      return [told === "perhaps" ? doubted(notice, "may have told this one or another") : atStation(notice)];
    });
}

/** What a notice of all tells of a change. Another address than the one that is known is for an officer; the one that had been told before is no news. */
function wholeTells(notice: CourseEvent, change: CourseEvent, notices: readonly CourseEvent[]): Told {
  const told = tells(notice, change);
  if (change.kind === "name-used") return notice.names === undefined || told === "perhaps" ? "yes" : told;
  if (notice.address === undefined) return "yes";
  if (told === "yes" || told === "nearly") return told;
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
  readonly notices: readonly CourseEvent[];
  readonly changes: readonly CourseEvent[];
  readonly opens: readonly number[];
}

/** The notice before a change that told it. A name that was told stays told; an address was told for one move. */
export function earlyNotice(change: CourseEvent, { notices, changes, opens }: Among): EarlyNotice | undefined {
  const among = {
    notices: notices.filter((notice) => isBefore(notice, change)),
    changes: changes.filter((one) => one !== change && one.kind === change.kind && isBefore(one, change)),
    opens,
  };
  const found = among.notices.flatMap((notice) => (change.kind === "name-used" ? earlyName : earlyAddress)(change, notice, among));
  return found.find(({ doubt }) => doubt === undefined) ?? found[0];
}

function earlyName(change: CourseEvent, notice: CourseEvent, { changes }: Among): readonly EarlyNotice[] {
  const base = { ...atStation(notice), line: notice.line, isOfAll: false };
  if (isWhole(notice) && notice.names === undefined) return wasUsedBefore(notice, change, changes) ? [base] : [];
  const told = tells(notice, change);
  if (told === "no") return [];
  return [told === "yes" ? base : { ...base, ...doubted(notice, told === "nearly" ? nearlyThis : oneOrAnother) }];
}

function earlyAddress(change: CourseEvent, notice: CourseEvent, { notices, changes, opens }: Among): readonly EarlyNotice[] {
  const base = { ...atStation(notice), line: notice.line, isOfAll: false };
  const since = changes.filter((one) => !isBefore(one, notice));
  if (isOfHome(notice)) {
    if (since.length > 0) return [];
    const idle = isIdle(notice, notices, opens);
    if (notice.address === undefined) return idle ? [{ ...base, isOfAll: true }] : [];
    const told = tells(notice, change);
    if (told === "no") return [];
    return [told === "yes" && idle ? base : { ...base, ...doubted(notice, told === "nearly" ? nearlyThis : oneOrAnother) }];
  }
  const told = tells(notice, change);
  // It told the move on which it followed, and is used up by that.
  const used = [...lastBefore(notice, changes), ...since].filter(({ address }) => address !== null).map((one) => tells(notice, one));
  if (told === "no" || used.includes("yes")) return [];
  if (told === "nearly") return [{ ...base, ...doubted(notice, nearlyThis) }];
  if (told === "perhaps" || used.includes("perhaps") || used.includes("nearly")) return [{ ...base, ...doubted(notice, oneOrAnother) }];
  const isElsewhere = changes.some((one) => isBefore(notice, one));
  return [isElsewhere ? { ...base, ...doubted(notice, "was given before, and a move elsewhere came between") } : base];
}

const nearlyThis = "told one that is written nearly as this is";
const oneOrAnother = "was given before and may have told this one or another";

/** Whether a notice told where they lived then: one of all, or of names and address, that was of no change to come. */
function isOfHome(notice: CourseEvent): boolean {
  const { address, names = [], isAhead = false } = notice;
  return isWhole(notice) || (names.length > 0 && address !== undefined && !isAhead);
}

/** The last of these changes at or before a notice: several where no hour tells which of one day was the last. */
function lastBefore(notice: CourseEvent, changes: readonly CourseEvent[]): readonly CourseEvent[] {
  const before = changes.filter((one) => !isBefore(notice, one));
  return before.filter((one) => !before.some((other) => isBefore(one, other)));
}

/** Whether the name had been used when all was told. */
function wasUsedBefore(notice: CourseEvent, { name }: CourseEvent, changes: readonly CourseEvent[]): boolean {
  return name !== undefined && changes.some((one) => one.kind === "name-used" && same(one.name, name) && isBefore(one, notice));
}

/** Whether all had been told before, and nothing had to be told since. */
function isIdle(notice: CourseEvent, notices: readonly CourseEvent[], opens: readonly number[]): boolean {
  return notices.some(
    (one) =>
      isBefore(one, notice) &&
      isWhole(one) &&
      one.station === "local" &&
      opens.some((day) => day <= one.day) &&
      !opens.some((day) => day > one.day && day <= notice.day),
  );
}

function isWhole({ address, names, isAll = false }: CourseEvent): boolean {
  return isAll || (address === undefined && names === undefined);
}

/** Whether something was told. `nearly`: something was that is written nearly alike; `perhaps`: what it was is not known. */
type Told = "yes" | "no" | "nearly" | "perhaps";

function tells(notice: CourseEvent, change: CourseEvent): Told {
  if (change.kind === "name-used") {
    if (notice.names === undefined) return "no";
    const used = change.name;
    return used === undefined ? "perhaps" : toldOf(notice.names.map((name) => howAlike(name, used)));
  }
  if (notice.address === undefined) return "no";
  if (change.address === undefined || change.address === null || notice.address === null) return "perhaps";
  return toldOf([howAlike(notice.address, change.address)]);
}

function toldOf(alike: readonly Alike[]): Told {
  if (alike.includes("same")) return "yes";
  return alike.includes("nearly") ? "nearly" : "no";
}

function same(one: Written | undefined, other: Written | undefined): boolean {
  return one !== undefined && other !== undefined && howAlike(one, other) === "same";
}

function isBefore(one: CourseEvent, other: CourseEvent): boolean {
  if (one.day !== other.day) return one.day < other.day;
  return one.instant !== undefined && other.instant !== undefined && one.instant < other.instant;
}

function atStation(notice: CourseEvent): Candidate {
  if (notice.station === "local") return { day: notice.day };
  const where =
    notice.station === "elsewhere"
      ? "was given at a station elsewhere"
      : "was given at a station that is not known to be in the local police area";
  return doubted(notice, where);
}

function doubted({ day, line }: CourseEvent, why: string): Candidate {
  return { day, line, doubt: `the notice of ${dateInWords(day)} (${line}) ${why}: an officer decides` };
}
