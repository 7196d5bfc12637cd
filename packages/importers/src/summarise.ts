import {
  type Act,
  type Coverage,
  type Identity,
  type Instant,
  type KnownFiles,
  type Reading,
  type Sha256,
  instantToIso,
  tallyKnown,
} from "@unmask/core";
import type { ImportStep } from "./read-sources.ts";

/**
 * What an import holds, without a word of its content: counts, first and last, and who writes.
 *
 * [Note: Distinct acts by 64 bits] The totals count acts with one id once (CONTRACTS: the same message in two exports). A million ids as text
 * would take 100 MB, so 64 bits of each are kept in a table of 12 bytes an act. Two ids that agree by accident are counted once with a chance
 * of 1 in 37 million for a million acts. Somebody who crafts two messages with one id makes this figure one too small; the timeline, which
 * compares content, keeps both.
 */
export interface Summary {
  /** Each file that an importer read, in the order read. */
  readonly sources: readonly SourceSummary[];
  /** Distinct acts over all sources. */
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

/** Somebody as the source wrote them, and how many acts of the source are theirs. */
export interface PersonSummary {
  readonly kind: Identity["kind"];
  readonly normal: string;
  readonly name?: string;
  readonly acts: number;
}

/** People listed for a source: a file of a million names must not become a summary of a million lines. */
const mostPeople = 50;
/** People counted one by one before the rest is counted together. */
const mostCounted = 10_000;

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
      people.add(reading.act);
    } else if ("notice" in reading) notices++;
    else if ("unread" in reading) unread++;
    else {
      kept.push({ name: reading.kept.name, sha256: reading.kept.sha256, size: reading.kept.size });
      known.add(reading.kept);
    }
  }
  return {
    add(step) {
      if ("readings" in step) step.readings.forEach(addReading);
      if ("coverage" in step) {
        sources.push(summaryOf(step.coverage, people));
        people = createPeople();
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
  add(act: Act): void;
  list(): Pick<SourceSummary, "people" | "more">;
}

function createPeople(): People {
  const personByKey = new Map<string, { -readonly [K in keyof PersonSummary]: PersonSummary[K] }>();
  let uncounted = 0;
  return {
    add({ from: { kind, normal, name } }) {
      const key = `${kind}\u0000${normal}`;
      const person = personByKey.get(key);
      if (person) person.acts++;
      else if (personByKey.size < mostCounted) personByKey.set(key, { kind, normal, ...(name === undefined ? {} : { name }), acts: 1 });
      else uncounted++;
    },
    list() {
      const sorted = [...personByKey.values()].sort((a, b) => b.acts - a.acts || (a.normal < b.normal ? -1 : 1));
      const more = sorted.slice(mostPeople).reduce((sum, person) => sum + person.acts, uncounted);
      return { people: sorted.slice(0, mostPeople), ...(more > 0 ? { more } : {}) };
    },
  };
}

/** Counts different texts by 64 bits each: an open table in one typed array, doubled when three quarters full. */
function createDistinct(): { add(text: string): void; count(): number } {
  let capacity = 1 << 12;
  let keys = new Uint32Array(capacity * 2);
  let used = 0;

  function insert(a: number, b: number): boolean {
    let slot = a & (capacity - 1);
    while (keys[slot * 2] !== 0 || keys[slot * 2 + 1] !== 0) {
      if (keys[slot * 2] === a && keys[slot * 2 + 1] === b) return false;
      slot = (slot + 1) & (capacity - 1);
    }
    keys[slot * 2] = a;
    keys[slot * 2 + 1] = b;
    return true;
  }

  function grow(): void {
    const old = keys;
    capacity *= 2;
    keys = new Uint32Array(capacity * 2);
    for (let i = 0; i < old.length; i += 2) if (old[i] !== 0 || old[i + 1] !== 0) insert(old[i] ?? 0, old[i + 1] ?? 0);
  }

  return {
    add(text) {
      if (used * 4 >= capacity * 3) grow();
      let a = 0x811c9dc5;
      let b = 0x9747b28c;
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        a = Math.imul(a ^ unit, 0x01000193);
        b = Math.imul(b + unit, 0x5bd1e995) ^ (b >>> 13);
      }
      // A key of two zeros marks an empty slot, so the second half is never zero.
      if (insert((a ^ (a >>> 15)) >>> 0, (b ^ (a >>> 7) || 1) >>> 0)) used++;
    },
    count: () => used,
  };
}
