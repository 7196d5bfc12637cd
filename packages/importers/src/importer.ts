import type {
  Act,
  ActTally,
  Covers,
  CreateHasher,
  DateOrder,
  FlaggedWhen,
  Instant,
  Notice,
  Reading,
  Sha256,
  Source,
  SourceSpan,
  Zone,
} from "@unmask/core";
import type { Spelling } from "./redact-bytes.ts";
import type { FindBeside, FindThreadNames, WriteOver } from "./write-over.ts";

/**
 * The promise of the shelf. Read this first; every importer is one file that keeps it, proven by `every-importer.test.ts`:
 *
 * - it recognises its own files and nobody else's;
 * - every byte of a source lies under an act, a notice or an unread span (spans in order; only a reaction may lie inside its message);
 * - the same readings come however the reads are cut;
 * - three equal lines in one minute are three acts, and a doubled or overlapping export adds nothing;
 * - whatever is written over in the way that `writeOver` says, the rest is read as before;
 * - hostile bytes end in bounded time and memory, as unread spans, never as an exception.
 */
export interface Importer {
  /** Kebab-case name of the source: "sms-backup-restore". */
  readonly id: string;
  /** What a person calls it. */
  readonly label: string;
  /** Goes up when the same bytes would be read otherwise; recorded in the pack. */
  readonly version: string;
  /** Whether this importer reads the file. Looks only at the head and the names; never reads on. */
  recognises(head: SourceHead): boolean;
  /**
   * Reads one source from its first byte to its last: a first pass gathers evidence (encoding, date order, clock jumps), the second yields
   * readings in the order of the file, in batches (an await for each reading would cost more than the reading).
   */
  read(source: Source, context: ReadContext): AsyncGenerator<readonly Reading[], void, undefined>;
  /**
   * What is written over a reading that she leaves out of a pack, so that the rest is read as before. Left out where a file of this kind goes
   * whole or not at all.
   */
  readonly writeOver?: WriteOver;
  /** The same, where it hangs on all that was read of the file: made once for each copy, it stands in place of the other. */
  writeOverIn?(readings: readonly Reading[]): WriteOver;
  /**
   * How text is written in its bytes, by which names of other people are covered there. Left out where that hangs on more than the bytes at hand (a
   * mail's parts have each their own): an act of such a file that holds a name stays behind.
   */
  readonly spelling?: Spelling;
  /**
   * What of a record that goes is not of its act and can be of somebody who is left out, so that it is written over too. `names`: nothing is, but a name
   * that no field of the act holds can stand anywhere in it, as in a column without a meaning. Left out where neither is known; she is told then.
   */
  readonly beside?: FindBeside | "names";
  /** The `sourceId` of the act of which a notice is a part, where it is of one: it goes with that act. */
  belongsTo?(said: Notice): string | undefined;
  /** Where it names threads by who takes part in them: written over, where that is somebody who is left out. */
  readonly threadNames?: FindThreadNames;
}

/** What `recognises` may look at. */
export interface SourceHead {
  /** Path as handed in, `/` between folders. */
  readonly name: string;
  /** The first bytes, at most `headSize`. */
  readonly bytes: Uint8Array;
  /** The same bytes as UTF-8 text without a byte-order mark; a character cut at the end is left out. */
  readonly text: string;
  /** Names of the files in its folder and below (same container), its own among them. Thousands: look at it only after a cheaper test. */
  readonly siblings: readonly string[];
}

/** Bytes of the head that `recognises` sees. Bounded so that a file of one giant line costs nothing to pass over. */
export const headSize: number = 64 * 1024;

/** What the app knows when it starts to read. */
export interface ReadContext {
  /** Hash of the whole source, taken before it is parsed; goes into every span. */
  readonly sha256: Sha256;
  /** The zone of wall times without one. `stated` is false when nobody said so: each act that relies on it is flagged `zone-assumed`. */
  readonly zone: { readonly zone: Zone; readonly stated: boolean };
  /** What the person said about the order of dates; evidence in the file outranks it. */
  readonly dateOrder?: DateOrder;
  /** The day of the import: dates later than a day after it are flagged `far-date`. */
  readonly now: Instant;
  /** Country that local telephone numbers are read in, ISO 3166 alpha-2: "GB". */
  readonly country: string;
  /** Makes the span of bytes [start, end) of this source. */
  spanOf(start: number, end: number): SourceSpan;
  /**
   * The file beside the source that an attachment is named after. Asking marks it as belonging to an act. Undefined at once where none was
   * handed over: a chat names thousands, and waiting a turn for each would cost more than reading it.
   */
  sibling(name: string): Promise<Sibling | undefined> | undefined;
  /** The file that came with the source and has these bytes, under whatever name; asking marks it likewise. */
  fileOf(sha256: Sha256, size: number): Promise<Sized | undefined>;
  /** Counts equals; one for each file. */
  readonly tally: ActTally;
  /** Hash of bytes inside the source (an attachment in a mail, a picture in an MMS). */
  readonly createHasher: CreateHasher;
  /** The person pressed cancel: importers look at it once a batch. */
  readonly signal?: AbortSignal;
}

/** Bytes by their hash and their number. */
export interface Sized {
  readonly size: number;
  readonly sha256: Sha256;
}

/** A file beside the source, hashed. */
export interface Sibling extends Sized {
  readonly name: string;
  /** For importers whose thread is spread over files. */
  readonly source: Source;
}

/** Wraps an act. */
export function act(value: Act): Reading {
  return { act: value };
}

/** What a notice says in which an app tells that its holder took a block back. */
export const unblockNotice = "unblock notice";

/** What a notice says that stands for an entry of her journal which she withdrew. */
export const withdrawnNotice = "an entry that was withdrawn";

/** A line that the app or the format wrote. `says` is ours, without content; `wrote` its words, where somebody could have typed them. */
export function notice(says: string, source: SourceSpan, wrote?: string): Reading {
  return { notice: wrote === undefined ? { says, source } : { says, wrote, source } };
}

/** A notice that shows something of the span of its file; a plain one where it shows nothing. */
export function covering(said: Reading, covers: Covers | undefined): Reading {
  if (!("notice" in said) || covers === undefined) return said;
  const { source, ...says } = said.notice;
  return { notice: { ...says, covers, source } };
}

/** What a dated line of the app shows: the file holds that time. Nothing where the date is far off; the narrowest of what it can mean. */
export function coversAt(time: FlaggedWhen | undefined): Required<Pick<Covers, "from" | "until">> | undefined {
  if (time === undefined || time.flags.includes("far-date")) return undefined;
  const { earliest, latest, or = [] } = time.when;
  return or.reduce<Required<Pick<Covers, "from" | "until">>>(
    ({ from, until }, one) => ({
      from: one.latest > from ? one.latest : from,
      until: one.earliest < until ? one.earliest : until,
    }),
    { from: latest, until: earliest },
  );
}

/** A span that could not be read. `reason` is ours, without content, and says what to do where something can be done. */
export function unread(reason: string, source: SourceSpan): Reading {
  return { unread: { reason, source } };
}
