import {
  type EntryFile,
  type JournalLine,
  type Result,
  type Told,
  type Writer,
  type Written,
  believedTimes,
  failed,
  foldJournal,
  journalLineToJson,
  ok,
  parseJournalLine,
} from "@unmask/core";
import { type Original, type Vault, addLine, readJournal } from "@unmask/vault";
import { notDone, refuse } from "./not-done.ts";
import { takeFile } from "./originals.ts";
import type { EntryHandedFile, ShownEntry, ToldByPage, VaultAnswer } from "./protocol.ts";
import type { VaultDeskWorld } from "./world.ts";

/** What a line says, without its frame. */
export type LineBody = JournalLine extends infer Line ? (Line extends JournalLine ? Omit<Line, "counter" | "written"> : never) : never;

/** Pages ask for so many entries at most: what is shown is scrolled, and a page that asked for all would hold all. */
const mostAtOnce = 200;

/** Writes one more line. It answers when it is on the disk. */
export async function addToJournal(
  world: VaultDeskWorld,
  vault: Vault,
  { body, by = "self" }: { readonly body: LineBody; readonly by?: Writer | undefined },
): Promise<VaultAnswer> {
  const written = writtenNow(world, by);
  const unfit = unfitness(body, written);
  if (unfit !== undefined) return refuse("not-kept", { says: unfit });
  const added = await addLine(vault, (counter) => lineOf(body, counter, written));
  return added.ok ? { answer: "kept", counter: added.value } : notDone(added.error);
}

/** The frame of a line that is written now. */
export function writtenNow(world: VaultDeskWorld, by: Writer): Written {
  return { at: world.now(), zone: world.zone(), by };
}

/** A line as it is kept, without its line feed. */
export function lineOf(body: LineBody, counter: number, written: Written): string {
  return journalLineToJson({ counter, written, ...body }).slice(0, -1);
}

/** Why a line could not be read again; undefined where it can. */
export function unfitness(body: LineBody, written: Written): string | undefined {
  const read = parseJournalLine(lineOf(body, 1, written));
  return read.ok ? undefined : `This cannot be kept as it is: ${read.error}. Nothing was written.`;
}

/** What she says beside the words, its files brought in as originals first. */
export async function toldOf(world: VaultDeskWorld, vault: Vault, told: ToldByPage): Promise<Result<Told, VaultAnswer>> {
  const { files = [], ...rest } = told;
  const taken: EntryFile[] = [];
  for (const handed of files) {
    const one = await takeFile(world, vault, handed, {});
    if (!one.ok) return one;
    const { original } = one.value;
    if (original.file === undefined) return failed(notDone({ kind: "no-room", says: noRoomSays }));
    taken.push(entryFileOf(original, handed));
  }
  return ok({ ...rest, ...(taken.length > 0 && { files: taken }) });
}

/** An original as an entry names it. */
export function entryFileOf(
  { file = "", name, size, sha256 }: Original,
  { from, changed }: Pick<EntryHandedFile, "from" | "changed"> = {},
): EntryFile {
  const original = /[0-9a-f]{32}/.exec(file)?.[0] ?? "";
  return { original, name, size, sha256, ...(from !== undefined && { from }), ...(changed !== undefined && { changed }) };
}

/** Entries as they stand, the newest first. */
export async function readEntries(
  vault: Vault,
  { now }: Pick<VaultDeskWorld, "now">,
  { from, count }: { readonly from: number; readonly count: number },
): Promise<VaultAnswer> {
  const journal = await readJournal(vault);
  const lines = journal.lines.flatMap(({ line }): readonly JournalLine[] => {
    const read = parseJournalLine(line);
    return read.ok ? [read.value] : [];
  });
  const believed = believedTimes(
    lines.map(({ written }) => written.at),
    now(),
  );
  const clockByCounter = new Map(lines.map(({ counter }, i) => [counter, believed[i]]));
  const all = foldJournal(lines)
    .map((entry): ShownEntry => ({ ...entry, clock: clockByCounter.get(entry.entry.counter) ?? { isBelieved: false } }))
    .reverse();
  const lost = journal.lost.length + journal.lines.length - lines.length;
  return { answer: "entries", entries: all.slice(from, from + Math.min(count, mostAtOnce)), total: all.length, lost };
}

const noRoomSays =
  "There is not enough room left on this device for this file, so the entry was not written. What you kept before is still here.";
