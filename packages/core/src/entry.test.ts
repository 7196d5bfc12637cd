import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { channels } from "./act.ts";
import {
  createJournalReader,
  cutLine,
  journalLineToJson,
  leftOutLineToJson,
  longestJournalLine,
  parseJournal,
  parseJournalLine,
  parseLeftOutLine,
} from "./entry-json.ts";
import { type AddedLine, type EntryLine, type JournalLine, type Told, foldJournal } from "./entry.ts";
import { type Instant, instantFromIso } from "./instant.ts";
import { entryKinds } from "./own-entry.ts";
import { parseSha256 } from "./sha256.ts";

interface Vectors {
  readonly journals: readonly {
    readonly says: string;
    readonly lines: readonly string[];
    readonly standing: readonly {
      readonly entry: number;
      readonly added: readonly number[];
      readonly withdrawn?: number;
      readonly stands: object;
    }[];
  }[];
  readonly refusedLines: readonly {
    readonly says: string;
    readonly at: string;
    readonly above?: readonly string[];
    readonly line: string;
  }[];
  readonly leftOutLines: readonly { readonly says: string; readonly line: string; readonly over: string }[];
}

/** What another implementation must read, lay over one another and refuse. `{20001}` in a line stands for as many letters. */
const vectors = JSON.parse(readFileSync(join(import.meta.dirname, "../../../docs/formats/vectors/entry.json"), "utf8")) as Vectors;

const at = (iso: string): Instant => instantFromIso(iso) ?? expect.fail(iso);

describe("the lines of the journal", () => {
  test.each(vectors.journals)("are read, and written as they stand: $says", ({ lines }) => {
    const whole = lines.map((line) => `${line}\n`).join("");
    const read = parseJournal(whole);
    expect(read.faults).toEqual([]);
    expect(read.lines.map(journalLineToJson).join("")).toBe(whole);
  });

  test.each(vectors.journals)("say together what stands: $says", ({ lines, standing }) => {
    const folded = foldJournal(parseJournal(lines.map((line) => `${line}\n`).join("")).lines);
    const told = folded.map(({ entry, added, withdrawn, stands }) => ({
      entry: entry.counter,
      added: added.map(({ counter }) => counter),
      ...(withdrawn && { withdrawn: withdrawn.counter }),
      stands: bodyOf({ counter: 1, line: "entry", written: entry.written, ...stands }),
    }));
    expect(told).toEqual(standing);
  });

  test.each(vectors.refusedLines)("are refused, with the place and the reason: $says", ({ at: where, above = [], line }) => {
    const { read } = createJournalReader();
    for (const one of above) expect(read(one).ok).toBe(true);
    const refused = read(line.replace(/\{(\d+)\}/, (_, count: string) => "x".repeat(Number(count))));
    expect(refused.ok ? "read" : refused.error.slice(0, where.length)).toBe(where);
  });

  test.each(vectors.leftOutLines)(
    "leave a pack with their number and their hour, where those of others hang on them: $says",
    ({ line, over }) => {
      const read = parseJournalLine(line);
      const { counter, written } = read.ok ? read.value : expect.fail(read.error);
      expect(leftOutLineToJson({ counter, at: written.at }).padEnd(line.length)).toBe(over);
      expect(parseLeftOutLine(over)).toEqual({ counter, at: written.at });
      expect(parseJournalLine(over).ok).toBe(false);
      for (const other of [line, `${over}x`, over.replace('","at"', '","to":1,"at"'), over.replace(":30:", ":70:").replace(":01:", ":71:")])
        expect(parseLeftOutLine(other)).toBeUndefined();
    },
  );

  test("a refusal quotes nothing of what stands in the line", () => {
    for (const words of [
      '{"counter":1,"line":"entry","words":"Owen Pike was here',
      '{"Owen Pike":1}',
      '{"counter":1,"line":"Owen Pike"}',
    ]) {
      const read = parseJournalLine(words);
      expect(read.ok ? "read" : read.error).not.toContain("Owen");
    }
  });

  test("a line of megabytes is refused before it is looked at", () => {
    const read = parseJournalLine(" ".repeat(longestJournalLine + 1));
    expect(read.ok ? "read" : read.error).toBe(`line is longer than ${longestJournalLine} characters`);
  });

  test("letters that are written in two ways are written in one", () => {
    const written = { at: at("2026-10-04T18:01:12.345Z"), zone: "Europe/London", by: "self" } as const;
    const [two, one] = ["Zoe\u0308", "Zo\u00eb"].map((words) => journalLineToJson({ counter: 1, line: "entry", written, words }));
    expect(two).toBe(one);
  });
});

// Journals that are made up.

const someWords = fc.stringMatching(/^[A-Za-zéßж😀"\\\n\t.]{0,12}[a-z]$/u).map((text) => text.normalize("NFC"));
const someNames = fc.uniqueArray(fc.constantFrom("Leonie", "Maja", "Ayo"), { minLength: 1, maxLength: 3 });
const sha256 = parseSha256("0".repeat(64)) ?? expect.fail();

const told: fc.Arbitrary<Told> = fc.record(
  {
    exact: someWords,
    happened: fc.oneof(
      fc.constant({ notKnown: true } as const),
      fc.record({
        from: fc.constant({ year: 2026, month: 10, day: 4 }),
        until: fc.integer({ min: 4, max: 30 }).map((day) => ({ year: 2026, month: 10, day })),
        zone: fc.constantFrom("Europe/London", "+02:00"),
        wrote: fc.constant("that week"),
      }),
    ),
    kinds: fc.subarray([...entryKinds], { minLength: 1 }),
    channel: fc.constantFrom(...channels),
    place: someWords,
    who: fc.constantFrom({ name: "Owen Pike", sure: "think-so" } as const, { sure: "not-known", how: "a hood" } as const),
    witnesses: someNames,
    firstHand: fc.constantFrom("seen", "told"),
    fearedViolence: fc.constantFrom("yes", "no", "unsure"),
    changed: someWords,
    references: fc.constant([{ with: "police", number: "1" }]),
    files: fc.constant([{ original: "0".repeat(32), name: "a.jpg", size: 1, sha256 }]),
  },
  { requiredKeys: [] },
);

/** Lines by what they say, each given its counter; what is added or withdrawn finds an entry above it. */
const journals: fc.Arbitrary<readonly JournalLine[]> = fc
  .array(fc.tuple(fc.constantFrom("entry", "added", "withdrawn", "thrown-away"), someWords, told, fc.nat(), fc.nat(10 ** 12)), {
    maxLength: 12,
  })
  .map((drafts) => {
    const lines: JournalLine[] = [];
    for (const [kind, words, more, pick, ms] of drafts) {
      const frame = {
        counter: lines.length + 1,
        written: { at: at(new Date(ms).toISOString()), zone: "Europe/London", by: "self" } as const,
      };
      const gone = new Set(lines.flatMap((one) => (one.line === "withdrawn" ? [one.to] : [])));
      const entries = lines.filter((one) => one.line === "entry" && !gone.has(one.counter));
      const to = entries[pick % Math.max(1, entries.length)]?.counter;
      if (kind === "thrown-away") lines.push({ ...frame, line: kind, at: frame.written.at });
      else if (kind === "entry" || to === undefined) lines.push({ ...frame, line: "entry", words, ...more });
      else if (kind === "added") lines.push({ ...frame, line: kind, to, words, ...more });
      else lines.push({ ...frame, line: kind, to, says: words });
    }
    return lines;
  });

describe("a journal that is made up", () => {
  test("is read as it was written", () => {
    fc.assert(
      fc.property(journals, (lines) => {
        expect(parseJournal(lines.map(journalLineToJson).join(""))).toEqual({ lines, faults: [] });
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  test("that is cut anywhere loses the last line, and no other", () => {
    fc.assert(
      fc.property(journals, fc.double({ min: 0, max: 1, noNaN: true }), (lines, share) => {
        const bytes = Buffer.from(lines.map(journalLineToJson).join(""));
        const cut = Math.floor(bytes.length * share);
        const whole = bytes.subarray(0, cut).lastIndexOf("\n") + 1;
        const read = parseJournal(bytes.subarray(0, cut).toString("utf8"));
        const kept = bytes.subarray(0, whole).toString("utf8").split("\n").length - 1;
        expect(read.lines).toEqual(lines.slice(0, kept));
        expect(read.faults).toEqual(cut === whole ? [] : [{ line: kept + 1, why: cutLine }]);
      }),
      { seed: 2, numRuns: 150 },
    );
  });

  test("keeps every word of each line, whatever is added later", () => {
    fc.assert(
      fc.property(journals, (lines) => {
        const before = foldJournal(lines.slice(0, -1));
        const after = foldJournal(lines);
        for (const [i, one] of before.entries()) {
          expect(after[i]?.entry).toEqual(one.entry);
          expect(after[i]?.stands.words.startsWith(one.stands.words)).toBe(true);
          expect(after[i]?.added.slice(0, one.added.length)).toEqual(one.added);
          for (const name of one.stands.witnesses ?? []) expect(after[i]?.stands.witnesses).toContain(name);
        }
      }),
      { seed: 3, numRuns: 150 },
    );
  });

  test("says nothing that no line said: what stands of an entry alone is its own line", () => {
    fc.assert(
      fc.property(told, someWords, (more, words) => {
        const written = { at: at("2026-10-04T18:01:12.345Z"), zone: "Europe/London", by: "self" } as const;
        const entry: EntryLine = { counter: 1, line: "entry", written, words };
        const added: AddedLine = { counter: 2, line: "added", written, to: 1, ...more };
        expect(foldJournal([entry, added])[0]?.stands).toEqual({ words, ...more });
      }),
      { seed: 5, numRuns: 150 },
    );
  });
});

function bodyOf(line: EntryLine): object {
  const { counter: _, line: __, written: ___, ...body } = JSON.parse(journalLineToJson(line)) as Record<string, unknown>;
  return body;
}
