import type { Container, Kept, Unread } from "./act.ts";
import type { ExhibitCopy, LeftOutTold } from "./choice.ts";
import type { Cover } from "./cover.ts";
import type { Finding } from "./finding.ts";
import type { Instant } from "./instant.ts";
import type { Sha256 } from "./sha256.ts";
import type { Statement } from "./statement.ts";
import type { Timeline } from "./timeline.ts";
import type { DateOrder } from "./when.ts";
import type { Zone } from "./zone.ts";

/** A file as she handed it over, under its exhibit number. Members of an archive are not exhibits of their own: their archive is. */
export interface Exhibit {
  /**
   * "HR/1", "HR/2" … in the order handed over, or as an earlier pack gave it: initials of whoever hands it over, and a number. "columns/1" is a column list by which a table
   * was read (`isColumnList`): it is carried and hashed as every file, and is no exhibit.
   */
  readonly number: string;
  /** Its place in the pack, "data/originals/0001.txt"; names are metadata only (docs/formats/pack.md). */
  readonly path: string;
  /** The name it was handed over under. */
  readonly name: string;
  /** Other names that the same bytes were handed over under; absent when there was one name. */
  readonly alsoNamed?: readonly string[];
  readonly sha256: Sha256;
  /** Bytes. */
  readonly size: number;
  /** She holds it back: the pack lists its hash and not its bytes, and discloses no act that stands only in it. */
  readonly withheld: boolean;
  /** What stands in the pack in its place, where a part of it is left out, or where it is a member of an archive that stays behind. */
  readonly copy?: ExhibitCopy;
  /** The archives that it lay in, outermost first. Absent for a file as it was handed over. */
  readonly within?: readonly Container[];
}

/** Names column lists apart from exhibits: no initials are in lower case. */
const columnListPrefix = "columns/";

/** The number of the nth column list, from 1. */
export function columnListNumber(nth: number): string {
  return `${columnListPrefix}${nth}`;
}

/** Whether it is a column list of ours (docs/formats/columns.md) and no exhibit. */
export function isColumnList({ number }: Pick<Exhibit, "number">): boolean {
  return number.startsWith(columnListPrefix);
}

/** Initials and a count, from 1. */
const exhibitNumber = /^([^/]+)\/([1-9]\d{0,8})$/u;

/** The parts of an exhibit's number: "HR/4" has the initials "HR" and is the 4th. Undefined for a column list and for what is no number. */
export function parseExhibitNumber(number: string): { readonly initials: string; readonly nth: number } | undefined {
  const [, initials = "", nth = ""] = isColumnList({ number }) ? [] : (exhibitNumber.exec(number) ?? []);
  return initials === "" ? undefined : { initials, nth: Number(nth) };
}

/** Orders exhibits by their numbers, HR/2 before HR/10; what is none stands last. */
export function inOrderOfExhibits(a: Pick<Exhibit, "number">, b: Pick<Exhibit, "number">): number {
  const nth = ({ number }: Pick<Exhibit, "number">): number => parseExhibitNumber(number)?.nth ?? Number.MAX_SAFE_INTEGER;
  return nth(a) - nth(b) || (a.number < b.number ? -1 : a.number > b.number ? 1 : 0);
}

/** An earlier pack of the same signer, whose exhibit numbers and log a report goes on with (docs/formats/pack.md, "Going on from an earlier pack"). */
export interface EarlierPack {
  readonly id: string;
  /** The text of its `seal/checkpoint`. */
  readonly checkpoint: string;
  /** The last number that it or a pack before it gave. */
  readonly lastNumber: string;
}

/** The log of an earlier pack, as far as the log that goes on from it needs it. */
export interface EarlierLog {
  /** Hash of each leaf, its last one too, 32 bytes each. */
  readonly hashes: Uint8Array;
  /** Salt of each leaf that the pack shows, 32 bytes each, at the place of its leaf. */
  readonly salts: Uint8Array;
  /** Leaves of the acts that it shows, in order, by the SHA-256 of their entries. */
  readonly leavesByEntry: ReadonlyMap<string, readonly number[]>;
}

/** An earlier pack, and its log, which goes on in the new one. */
export interface PackGoneOn extends EarlierPack {
  readonly log: EarlierLog;
}

/** What made the pack, so that a stranger can make it again. */
export interface Tool {
  readonly name: string;
  readonly version: string;
  /** Version by importer id, of the importers that read something. */
  readonly importers: Readonly<Record<string, string>>;
  /** Version of the time-zone data ("2025b"), as the engine names it. */
  readonly zones: string;
  /** The engine: "Node 20.20.2", "Chromium 156". */
  readonly engine: string;
}

/** How the originals were read: with the same terms, the same importers and the same zones read the same acts again. */
export interface ReadingTerms {
  /** The zone of wall times that came without one, and whether somebody stated it. */
  readonly zone: Zone;
  readonly zoneStated: boolean;
  /** What was said about the order of dates; absent where nothing was. */
  readonly dateOrder?: DateOrder;
  /** Where numbers without a country are dialled from, ISO 3166 alpha-2. */
  readonly country: string;
  /** The moment of the import. */
  readonly at: Instant;
  /** Of single files what was stated of them alone, by the SHA-256 of each as it was handed in: of an archive for all that lies in it. */
  readonly files?: ReadonlyMap<Sha256, FileTerms>;
}

/** How one file was read, where that was kept with it. What is absent is as for all. */
export interface FileTerms {
  /** Stated for its wall times. */
  readonly zone?: Zone;
  readonly dateOrder?: DateOrder;
  /** When it was brought in. */
  readonly at: Instant;
}

/** What she sends: the whole of it, before it becomes bytes. The room `pack` turns it into a printed report and a sealed pack. */
export interface Report {
  /** "UM-" and 12 hexadecimal digits, random: names the pack and nothing in it. */
  readonly id: string;
  readonly madeAt: Instant;
  readonly statement: Statement;
  readonly terms: ReadingTerms;
  readonly timeline: Timeline;
  readonly findings: readonly Finding[];
  readonly exhibits: readonly Exhibit[];
  readonly unread: readonly Unread[];
  readonly kept: readonly Kept[];
  /** Her own words on what it has done to her days; undefined when she wrote none. */
  readonly impact?: string;
  /** What she was asked for the first page; absent when nobody asked. How to reach her is never in it. */
  readonly cover?: Cover;
  /** By which rule acts were chosen, in a sentence, and what else exists that is not in the pack. */
  readonly selection: { readonly rule: string; readonly moreExists: readonly string[] };
  /** What was left out, by number and rule; absent where everything goes. */
  readonly leftOut?: LeftOutTold;
  /** The pack whose exhibit numbers and log it goes on with; absent where both begin. */
  readonly after?: PackGoneOn;
  /** What was assumed while reading (a zone, a date order), each in a sentence. */
  readonly assumptions: readonly string[];
  readonly tool: Tool;
}
