import type { Channel } from "./act.ts";
import type { CivilDay, Instant } from "./instant.ts";
import type { Sha256 } from "./sha256.ts";
import { type Certainty, type EntryDetails, type Writer, entryKinds } from "./own-entry.ts";
import type { CivilMinute } from "./wall-clock.ts";

/**
 * The journal: what she writes herself, line by line, and never changes (docs/formats/entry.md). Lines are read and written in `entry-json.ts`;
 * here is what they are, and how they are laid over one another: what stands of an entry, what was added to it, whether it was withdrawn.
 */

/** When a line was written: by the device's clock, in the zone that it was in. */
export interface Written {
  readonly at: Instant;
  /** IANA name or offset. */
  readonly zone: string;
  readonly by: Writer;
}

/** When it happened, as she said it: days or minutes, both ends included. */
export interface HappenedAt {
  readonly from: CivilDay | CivilMinute;
  readonly until: CivilDay | CivilMinute;
  readonly zone: string;
  /** Her words for it: "Today, 18:40, give or take 15 minutes". */
  readonly wrote: string;
}

/** When it happened. `notKnown`: she was asked, and does not know. */
export type Happened = HappenedAt | { readonly notKnown: true };

/** Who did it, as she says. Of "not-known" nobody is named; without `sure` she did not say how sure she is. */
export interface EntryWho {
  readonly name?: string;
  readonly sure?: Certainty;
  /** How she knows. */
  readonly how?: string;
}

/** A file that belongs to an entry. */
export interface EntryFile {
  /** Its name in the vault: 32 hexadecimal digits. */
  readonly original: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: Sha256;
  /** Which device, or how she got it. */
  readonly from?: string;
  /** What was cut or edited before it came in. */
  readonly changed?: string;
}

/** What a line can say beside the words; absent: not said. No list is empty. */
export interface Told extends EntryDetails {
  /** What was said or written, word for word as she remembers it. */
  readonly exact?: string;
  readonly happened?: Happened;
  readonly channel?: Channel;
  readonly who?: EntryWho;
  readonly files?: readonly EntryFile[];
}

interface Line {
  /** 1 for the first line, and one more with each. */
  readonly counter: number;
  readonly written: Written;
}

/** Something that happened, in her words. */
export interface EntryLine extends Line, Told {
  readonly line: "entry";
  readonly words: string;
  /** Written while the vault was locked; she said afterwards that it is hers. */
  readonly locked?: true;
  /** Written while the vault was locked; she said that it is not hers. */
  readonly found?: true;
}

/** More about an entry. */
export interface AddedLine extends Line, Told {
  readonly line: "added";
  /** Counter of the entry. */
  readonly to: number;
  readonly words?: string;
}

/** The entry is not told any more as having happened; it stays. */
export interface WithdrawnLine extends Line {
  readonly line: "withdrawn";
  readonly to: number;
  readonly says?: string;
}

/** A note that was written while the vault was locked, and that she threw away. */
export interface ThrownAwayLine extends Line {
  readonly line: "thrown-away";
  /** When the device said that it was written. */
  readonly at: Instant;
}

/** What stands in a pack over a line that is left out, where the hours of others hang on its own. No line of a journal that is kept. */
export interface LeftOutLine {
  readonly counter: number;
  /** What the clock of the device said. */
  readonly at: Instant;
}

/** One line of the journal. */
export type JournalLine = EntryLine | AddedLine | WithdrawnLine | ThrownAwayLine;

/** An entry with what was said of it later. */
export interface StandingEntry {
  readonly entry: EntryLine;
  readonly added: readonly AddedLine[];
  /** Absent: it stands. */
  readonly withdrawn?: WithdrawnLine;
  /** What it says now: texts and lists with what was added behind them, of the rest the newest. */
  readonly stands: Told & { readonly words: string };
}

/** Lays lines over one another, in order of their counters: every entry once, in its place. The lines fit (`createJournalReader`). */
export function foldJournal(lines: Iterable<JournalLine>): readonly StandingEntry[] {
  const standing = new Map<number, { readonly entry: EntryLine; readonly added: AddedLine[]; withdrawn?: WithdrawnLine }>();
  for (const line of lines) {
    if (line.line === "entry") standing.set(line.counter, { entry: line, added: [] });
    else if (line.line === "added") standing.get(line.to)?.added.push(line);
    else if (line.line === "withdrawn") {
      const withdrawn = standing.get(line.to);
      if (withdrawn) withdrawn.withdrawn = line;
    }
  }
  return [...standing.values()].map((one) => ({ ...one, stands: one.added.reduce(laidOver, ownOf(one.entry)) }));
}

type Stands = StandingEntry["stands"];

/** What the entry itself says, without its frame. */
function ownOf({ counter: _, line: __, written: ___, locked: ____, found: _____, ...stands }: EntryLine): Stands {
  return stands;
}

/** Texts that grow by what is added. */
const texts = ["exact", "place", "felt", "changed", "did", "breaks"] as const;
/** Lists of names that grow so. */
const lists = ["accounts", "others", "witnesses"] as const;

function laidOver(stands: Stands, { words, ...more }: AddedLine): Stands {
  const { happened, channel, who, fearedViolence, firstHand, toldBy } = more;
  const { toldBy: _, ...withoutTeller } = stands;
  const grownTexts: { -readonly [Field in (typeof texts)[number]]?: string } = {};
  for (const field of texts) {
    const text = behind(stands[field], more[field]);
    if (text !== undefined) grownTexts[field] = text;
  }
  const grownLists: { -readonly [Field in (typeof lists)[number]]?: readonly string[] } = {};
  for (const field of lists) {
    const names = joined(stands[field], more[field]);
    if (names) grownLists[field] = names;
  }
  const [kinds, areas] = [inOrderOf(entryKinds, joined(stands.kinds, more.kinds)), joined(stands.areas, more.areas)];
  const [references, files] = [grown(stands.references, more.references), grown(stands.files, more.files)];
  return {
    // Who told her belongs to the answer that she was told.
    ...(firstHand === undefined ? stands : { ...withoutTeller, firstHand, ...(toldBy !== undefined && { toldBy }) }),
    words: behind(stands.words, words) ?? stands.words,
    ...(happened && { happened }),
    ...(channel && { channel }),
    ...(who && { who }),
    ...(fearedViolence && { fearedViolence }),
    ...grownTexts,
    ...grownLists,
    ...(kinds && { kinds }),
    ...(areas && { areas }),
    ...(references && { references }),
    ...(files && { files }),
  };
}

/** What was added stands behind what was there, each in a line of its own. */
function behind(before: string | undefined, more: string | undefined): string | undefined {
  if (before === undefined || more === undefined) return before ?? more;
  return `${before}\n${more}`;
}

function grown<T>(before: readonly T[] | undefined, more: readonly T[] | undefined): readonly T[] | undefined {
  return before === undefined || more === undefined ? (before ?? more) : [...before, ...more];
}

/** The same of what is named once. */
function joined<T>(before: readonly T[] | undefined, more: readonly T[] | undefined): readonly T[] | undefined {
  const all = grown(before, more);
  return all && [...new Set(all)];
}

function inOrderOf<T>(order: readonly T[], some: readonly T[] | undefined): readonly T[] | undefined {
  return some && order.filter((one) => some.includes(one));
}
