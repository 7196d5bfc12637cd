import {
  type Coverage,
  type Identity,
  type Instant,
  type KnownFiles,
  type Reading,
  type Sha256,
  instantToIso,
  tallyKnown,
} from "@unmask/core";
import { copyOfText } from "@unmask/formats";
import type { ImportStep } from "./read-sources.ts";

/**
 * What an import holds, without a word of its content: counts, first and last, and who writes.
 *
 * [Note: Distinct acts by 64 bits] The totals count an act that stands in two files once. Inside a file no two acts have one id (`ActTally`),
 * so only files need be compared, and only at the end: until then 64 bits of each id are put down in order, 8 bytes an act where a million ids
 * as text would take 100 MB, and nothing at all where one file is everything. Two ids that agree by accident are counted once with a chance of 1 in 37 million for a million acts. Somebody who
 * crafts two messages with one id makes this figure one too small; the timeline, which compares content, keeps both.
 */
export interface Summary {
  /** Each file that an importer read, in the order read. */
  readonly sources: readonly SourceSummary[];
  /** Distinct ids over all sources: a message in exports of two makes counts once for each (docs/formats/act.md, "Twins"), for pairing needs every text. */
  readonly acts: number;
  readonly notices: number;
  readonly unread: number;
  /** Whole files that no importer reads, by name. */
  readonly kept: readonly KeptSummary[];
  /** Kinds among them that we know and do not read, with what to ask for instead. */
  readonly known: readonly KnownFiles[];
}

/** A file that is evidence all the same. */
export interface KeptSummary {
  readonly name: string;
  readonly sha256: Sha256;
  /** Bytes. */
  readonly size: number;
}

/** One file. `first` and `last` are ISO 8601 in UTC of the earliest instant of its first and last act. */
export interface SourceSummary {
  readonly name: string;
  readonly sha256: Sha256;
  readonly importer: string;
  readonly acts: number;
  readonly notices: number;
  readonly unread: number;
  readonly first: string | null;
  readonly last: string | null;
  /** Who did the acts, most acts first, at most `mostPeople`; `more` counts the acts of everybody else. */
  readonly people: readonly PersonSummary[];
  readonly more?: number;
}

/** Somebody, and how many acts of the source are theirs. */
export interface PersonSummary {
  readonly kind: Identity["kind"];
  /** As the source writes them most often; of spellings as common as each other the first in the order of their UTF-16 units. */
  readonly wrote: string;
  readonly normal: string;
  /** The name that the source shows beside it (an address book's). */
  readonly name?: string;
  readonly acts: number;
}

/** People listed for a source: a file of a million names must not become a summary of a million lines. */
const mostPeople = 50;
/** People counted one by one before the rest is counted together. */
const mostCounted = 10_000;
/** Spellings counted one by one in a source; each person has one at least. Stops a file that spells one name in a million ways. */
const mostSpellings = 2 * mostCounted;
/** Identities known again by being the same object, which importers share among the acts of one person. Stops those that share none. */
const mostAtHand = 1024;

/** Gathers a summary while an import runs: give it every step, then ask. */
export interface Summing {
  add(step: ImportStep): void;
  summary(): Summary;
}

/** Starts an empty summary. */
export function summarise(): Summing {
  const sources: SourceSummary[] = [];
  const distinct = createDistinct();
  let people = createPeople();
  let notices = 0;
  let unread = 0;
  const kept: KeptSummary[] = [];
  const known = tallyKnown();
  function addReading(reading: Reading): void {
    if ("act" in reading) {
      distinct.add(reading.act.id);
      people.add(reading.act.from);
    } else if ("notice" in reading) notices++;
    else if ("unread" in reading) unread++;
    else {
      kept.push({ name: reading.kept.name, sha256: reading.kept.sha256, size: reading.kept.size });
      known.add(reading.kept);
    }
  }
  return {
    add(step) {
      if ("found" in step && step.found === 1) distinct.expectOneFile();
      if ("readings" in step) for (const reading of step.readings) addReading(reading);
      if ("coverage" in step) {
        sources.push(summaryOf(step.coverage, people));
        people = createPeople();
        distinct.endFile();
      }
    },
    summary: () => ({ sources, acts: distinct.count(), notices, unread, kept, known: known.list() }),
  };
}

function summaryOf(coverage: Coverage, people: People): SourceSummary {
  const { source, importer, acts, notices, unread, first, last } = coverage;
  const iso = (instant: Instant | null): string | null => (instant === null ? null : instantToIso(instant));
  const times = { first: iso(first), last: iso(last) };
  return { name: source.name, sha256: source.sha256, importer, acts, notices, unread, ...times, ...people.list() };
}

interface People {
  add(identity: Identity): void;
  list(): Pick<SourceSummary, "people" | "more">;
}

/** One spelling of one person. */
interface Spelling {
  readonly wrote: string;
  acts: number;
}

interface Person extends Pick<Identity, "kind" | "normal" | "name"> {
  readonly spellings: Map<string, Spelling>;
}

function createPeople(): People {
  const personByKey = new Map<string, Person>();
  const spellingByIdentity = new Map<Identity, Spelling>();
  const uncounted: Spelling = { wrote: "", acts: 0 };
  let spellings = 0;

  function spellingOf(identity: Identity): Spelling {
    const { kind, normal, name, wrote } = identity;
    const key = `${kind}\u0000${normal}`;
    let person = personByKey.get(key);
    if (!person) {
      if (personByKey.size >= mostCounted) return uncounted;
      person = { kind, normal, ...(name === undefined ? {} : { name }), spellings: new Map() };
      personByKey.set(key, person);
    }
    const known = person.spellings.get(wrote);
    if (known) return known;
    const [first] = person.spellings.values();
    if (first && spellings >= mostSpellings) return first;
    // A copy: what an importer sliced from a stretch of its file would keep all of that in memory.
    const spelling = { wrote: copyOfText(wrote), acts: 0 };
    person.spellings.set(spelling.wrote, spelling);
    spellings++;
    return spelling;
  }

  return {
    add(identity) {
      let spelling = spellingByIdentity.get(identity);
      if (!spelling) {
        spelling = spellingOf(identity);
        if (spellingByIdentity.size >= mostAtHand) spellingByIdentity.clear();
        spellingByIdentity.set(identity, spelling);
      }
      spelling.acts++;
    },
    list() {
      const sorted = [...personByKey.values()].map(summaryOfPerson).sort((a, b) => b.acts - a.acts || order(a.normal, b.normal));
      const more = sorted.slice(mostPeople).reduce((sum, person) => sum + person.acts, uncounted.acts);
      return { people: sorted.slice(0, mostPeople), ...(more > 0 ? { more } : {}) };
    },
  };
}

function summaryOfPerson({ kind, normal, name, spellings }: Person): PersonSummary {
  const [commonest] = [...spellings.values()].sort((a, b) => b.acts - a.acts || order(a.wrote, b.wrote));
  const acts = [...spellings.values()].reduce((sum, spelling) => sum + spelling.acts, 0);
  return { kind, wrote: commonest?.wrote ?? "", normal, ...(name === undefined ? {} : { name }), acts };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Counts different texts over several files. */
interface Distinct {
  /** Nothing will be compared, so nothing need be put down. */
  expectOneFile(): void;
  /** `text` is no other of the same file. */
  add(text: string): void;
  endFile(): void;
  count(): number;
}

/** Fingerprints in a chunk. Chunks, because an array that is doubled is held twice while it grows. */
const chunkSize = 1 << 15;

function createDistinct(): Distinct {
  /** Two words of 32 bits a fingerprint. */
  const chunks: Uint32Array[] = [];
  let chunk = new Uint32Array(0);
  let filled = 0;
  let added = 0;
  const files: { readonly from: number; readonly to: number }[] = [];
  let from = 0;
  let oneFile = false;

  function closeFile(): void {
    if (added > from) files.push({ from, to: added });
    from = added;
  }

  function countNew(file: { readonly from: number; readonly to: number }, isNew: (a: number, b: number) => boolean): number {
    let found = 0;
    for (let i = file.from; i < file.to; i++) {
      const words = chunks[Math.floor(i / chunkSize)];
      const place = (i % chunkSize) * 2;
      if (isNew(words?.[place] ?? 0, words?.[place + 1] ?? 0)) found++;
    }
    return found;
  }

  return {
    expectOneFile() {
      oneFile = true;
    },
    add(text) {
      added++;
      if (oneFile) return;
      if (filled === chunk.length) {
        chunk = new Uint32Array(2 * chunkSize);
        chunks.push(chunk);
        filled = 0;
      }
      // Two lanes that take in two characters at a time.
      let a = 0x811c9dc5 | 0;
      let b = 0x9747b28c | 0;
      for (let i = 0; i < text.length; i += 2) {
        const word = text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16);
        a = Math.imul(a ^ word, 0x9e3779b1);
        b = Math.imul((b << 13) ^ (b >>> 19) ^ word, 0x85ebca77);
      }
      chunk[filled] = a ^ (a >>> 15) ^ text.length;
      chunk[filled + 1] = b ^ (b >>> 13) || 1; // Two zeros mark an empty slot.
      filled += 2;
    },
    endFile: closeFile,
    count() {
      closeFile();
      if (oneFile) return added;
      // The largest file is only looked up, so that a table of it need not be made.
      const [largest, ...others] = files.toSorted((one, other) => other.to - other.from - (one.to - one.from));
      if (!largest) return 0;
      const table = createTable(added - (largest.to - largest.from));
      return others.reduce((sum, file) => sum + countNew(file, table.insert), 0) + countNew(largest, (a, b) => !table.has(a, b));
    },
  };
}

interface Table {
  /** False: it was there. */
  insert(a: number, b: number): boolean;
  has(a: number, b: number): boolean;
}

/** An open table of pairs of words, never of two zeros, for at most `most` of them. */
function createTable(most: number): Table {
  const capacity = 2 ** Math.ceil(Math.log2(2 * most + 2));
  const keys = new Uint32Array(2 * capacity);
  function placeOf(a: number, b: number): number {
    let slot = a & (capacity - 1);
    while ((keys[slot * 2] !== a || keys[slot * 2 + 1] !== b) && (keys[slot * 2] !== 0 || keys[slot * 2 + 1] !== 0)) {
      slot = (slot + 1) & (capacity - 1);
    }
    return slot * 2;
  }
  return {
    insert(a, b) {
      const place = placeOf(a, b);
      if (keys[place + 1] === b && keys[place] === a) return false;
      keys[place] = a;
      keys[place + 1] = b;
      return true;
    },
    has(a, b) {
      const place = placeOf(a, b);
      return keys[place] === a && keys[place + 1] === b;
    },
  };
}
