import { type StandingEntry, believedTimes, foldJournal, hourOf, instantToIso, parseJournalLine } from "@unmask/core";
import { bookOf, bookOnPaper } from "@unmask/seal";
import { type Original, type Vault, listApart, listOriginals, openOriginal, readJournal, readWaiting } from "@unmask/vault";
import { sayCount } from "@unmask/words";
import type { Given } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { oneLine } from "../one-line.ts";
import type { World } from "../world.ts";
import { openFolder } from "./open.ts";
import { refusalOf, refuseVault } from "./refusal.ts";

/** Letters of an entry that the list shows. */
const shownLetters = 60;

/** `list`: what is in a vault. */
export async function list(folder: string, given: Given, world: World): Promise<ExitCode> {
  const opened = await openFolder(folder, given, world);
  if (!opened.ok) return refuseVault(opened.error, world);
  try {
    const { vault } = opened.value;
    const { lines, lost } = await readJournal(vault);
    const originals = await listOriginals(vault);
    const waiting = (await readWaiting(vault)).map((note) => ({
      number: note.number,
      ...("lost" in note ? { lost: true } : { at: note.at, words: note.words, files: note.files.map(({ name }) => name) }),
    }));
    const read = lines.map(({ counter, line }) => ({ counter, line, read: parseJournalLine(line) }));
    const journal = read.flatMap((one) => (one.read.ok ? [one.read.value] : []));
    const entries = foldJournal(journal);
    const clocks = believedTimes(journal.map(hourOf), world.now());
    const doubted = new Set(journal.flatMap(({ counter }, i) => (clocks[i]?.isBelieved === false ? [counter] : [])));
    const faults = read.filter((one) => !one.read.ok);
    const formOf = new Map<number, unknown>(read.flatMap((one) => (one.read.ok ? [[one.counter, JSON.parse(one.line)] as const] : [])));
    const known = originals.ok ? originals.value : [];
    const lostFiles = await filesLost(vault, known);
    const book = bookOf(vault.recipient);
    if (given.isSet("json")) {
      const told = {
        book,
        entries: entries.map((entry) => entryForm(entry, formOf)),
        originals: known.map((one) => originalForm(one, lostFiles)),
        waiting,
      };
      await world.terminal.write(`${JSON.stringify(told)}\n`);
    } else await world.terminal.write(sayAll({ book, entries, doubted, originals: known, lostFiles, waiting: waiting.length }));
    if (!originals.ok) world.terminal.say(`unmask: ${refusalOf(originals.error).says}`);
    for (const path of lost) world.terminal.say(`unmask: a part of the journal is missing or was changed: ${path}`);
    for (const { counter } of faults) world.terminal.say(`unmask: line ${counter} of the journal does not read.`);
    for (const { name, file } of known)
      if (lostFiles.has(file)) world.terminal.say(`unmask: ${oneLine(name)} is missing or was changed: ${file}. Bring it in again.`);
    const lostNotes = waiting.filter((note) => "lost" in note);
    for (const { number } of lostNotes) world.terminal.say(`unmask: note ${number}, written while it was locked, does not open.`);
    const apart = await listApart(vault);
    if (apart.length > 0) world.terminal.say(sayApart(apart));
    const isAll = originals.ok && vault.now.holds && [lost, faults, [...lostFiles], lostNotes, apart].every(({ length }) => length === 0);
    return isAll ? exitCode.done : exitCode.caveats;
  } finally {
    await opened.value.close();
  }
}

/** That something stands beside what is hers, and the way to it. */
function sayApart(apart: Awaited<ReturnType<typeof listApart>>): string {
  const entries = apart.reduce((sum, { lines }) => sum + (lines?.length ?? 0), 0);
  const which = entries === 0 ? "" : `, ${sayCount(entries, "entry", "entries")} among them`;
  return `unmask: ${sayCount(apart.length, "file")} beside what is listed here${which}: they open with your key, and the log does not prove that they are yours. It was cut, or somebody else put them here. \`unmask vault check\` names each with a key, and --mine takes it as yours.`;
}

/** The files of originals that do not open, or are not as they were kept: every byte of each is looked at. */
async function filesLost(vault: Vault, originals: readonly Original[]): Promise<ReadonlySet<string | undefined>> {
  const lost = new Set<string | undefined>();
  for (const original of originals) if (original.file !== undefined && !(await openOriginal(vault, original)).ok) lost.add(original.file);
  return lost;
}

/** The line of an entry as entry.md has it, and what was said of it since. */
function entryForm({ entry, added, withdrawn }: StandingEntry, formOf: ReadonlyMap<number, unknown>): object {
  const form = ({ counter }: { readonly counter: number }): object => Object(formOf.get(counter));
  return { ...form(entry), ...(added.length > 0 && { added: added.map(form) }), ...(withdrawn && { withdrawn: form(withdrawn) }) };
}

function originalForm({ name, size, sha256, file, at, terms }: Original, lostFiles: ReadonlySet<string | undefined>): object {
  const isLost = lostFiles.has(file);
  return { name, size, sha256, ...(file !== undefined && { file }), ...(isLost && { lost: true }), at, ...(terms && { terms }) };
}

function sayAll({
  book,
  entries,
  doubted,
  originals,
  lostFiles,
  waiting,
}: {
  readonly book: string;
  readonly entries: readonly StandingEntry[];
  /** Counters of the lines of which the clock of the device is not believed. */
  readonly doubted: ReadonlySet<number>;
  readonly originals: readonly Original[];
  readonly lostFiles: ReadonlySet<string | undefined>;
  readonly waiting: number;
}): string {
  const lines = [
    `Book ${bookOnPaper(book)}`,
    `${sayCount(entries.length, "entry", "entries")} in the journal`,
    ...entries.map(({ entry, added, withdrawn, stands }) => {
      const { happened } = stands;
      const when = happened === undefined || "notKnown" in happened ? "" : `, happened ${happened.wrote}`;
      const since = [added.length > 0 ? `added to ${sayCount(added.length, "time")}` : "", withdrawn ? "withdrawn" : ""].filter(
        (one) => one !== "",
      );
      const words = oneLine(entry.words);
      const written = `${instantToIso(entry.written.at)}${doubted.has(entry.counter) ? " (not certain: the clock went back)" : ""}`;
      return `  ${entry.counter}  written ${written}${oneLine(when)}: ${words.slice(0, shownLetters)}${words.length > shownLetters ? "…" : ""}${since.length > 0 ? ` (${since.join(", ")})` : ""}`;
    }),
    sayCount(originals.length, "original"),
    ...originals.map(
      ({ name, size, sha256, file }) =>
        `  ${sha256}  ${oneLine(name)} (${sayCount(size, "byte")}${file === undefined ? "; not kept: bring it in again" : lostFiles.has(file) ? "; missing or changed: bring it in again" : ""})`,
    ),
    ...(waiting > 0 ? [`${sayCount(waiting, "note")} written while it was locked: say in the app whose each is`] : []),
  ];
  return `${lines.join("\n")}\n`;
}
