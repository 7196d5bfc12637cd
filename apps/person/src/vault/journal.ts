import {
  type EntryFile,
  type JournalLine,
  type Result,
  type Told,
  type Writer,
  type Written,
  asPlainText,
  believedTimes,
  failed,
  foldJournal,
  hourOf,
  instantToIso,
  journalLineToJson,
  normalForm,
  ok,
  parseJournalLine,
} from "@unmask/core";
import { type Original, type Vault, addLine, readJournal, takeSealed } from "@unmask/vault";
import { notDone, refuse } from "./not-done.ts";
import { takeFile } from "./originals.ts";
import type { DraftedFile, EntryHandedFile, ShownEntry, ToldByPage, VaultAnswer } from "./protocol.ts";
import type { VaultDeskWorld } from "./world.ts";

/** What a line says, without its frame. */
export type LineBody = JournalLine extends infer Line ? (Line extends JournalLine ? Omit<Line, "counter" | "written"> : never) : never;

/** Pages ask for so many entries at most: what is shown is scrolled, and a page that asked for all would hold all. */
const mostAtOnce = 200;

/** Writes one more line. It answers when it is on the disk. */
export async function addToJournal(
  world: VaultDeskWorld,
  vault: Vault,
  { body: typed, by = "self" }: { readonly body: LineBody; readonly by?: Writer | undefined },
): Promise<VaultAnswer> {
  const body = asPlain(typed);
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
  return read.ok ? undefined : sayUnfit(read.error, body);
}

/** The fields in which she writes at length, as she knows them. */
const nameByField: Readonly<Record<string, string>> = {
  words: "What you wrote",
  exact: "What was said, word for word,",
  place: "The place",
  felt: "How you felt",
  changed: "What changed",
  did: "What you did",
  says: "What you wrote",
};

/** Why something is not kept, and what to do, of the field that it is about. */
function sayUnfit(error: string, body: LineBody): string {
  const field = /^line\.([a-zA-Z]+)/.exec(error)?.[1] ?? "";
  const what = nameByField[field] ?? "One of your answers";
  const written: unknown = Object.entries(body).find(([key]) => key === field)?.[1];
  const most = Number(/is longer than (\d+) characters/.exec(error)?.[1] ?? 0);
  if (most > 0) {
    const over = typeof written === "string" ? normalForm(written, "NFC").length - most : 0;
    const by = over > 0 ? `${over.toLocaleString("en-GB")} characters too long` : "too long";
    return `${what} is ${by}: ${most.toLocaleString("en-GB")} fit here. Nothing was written. Shorten it, or write the rest as a second entry.`;
  }
  if (error.includes("is blank"))
    return `${what} holds nothing that can be seen. Nothing was written. Write something there, or leave it empty.`;
  if (error.includes("control character"))
    return `${what} holds a sign that another program put there and that nobody sees. Nothing was written. Type that part anew.`;
  return `${what} cannot be kept as it is. Nothing was written. Change it and try again.`;
}

/** The same with her texts as plain ones: what is pasted from a word processor holds signs that she cannot see, nor take out. */
function asPlain<Body extends LineBody>(body: Body): Body {
  const texts = Object.entries(body).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "string" ? [[key, asPlainText(value)] as const] : [],
  );
  return Object.assign({}, body, Object.fromEntries(texts));
}

/** What she says beside the words, its files brought in as originals first. */
export async function toldOf(world: VaultDeskWorld, vault: Vault, told: ToldByPage): Promise<Result<Told, VaultAnswer>> {
  const { files = [], ...rest } = told;
  const taken: EntryFile[] = [];
  for (const handed of files) {
    const one = await takeHanded(world, vault, handed);
    if (!one.ok) return one;
    const original = one.value;
    if (original.file === undefined) return failed(notDone({ kind: "no-room", says: noRoomSays }));
    taken.push(entryFileOf(original, handed));
  }
  return ok({ ...rest, ...(taken.length > 0 && { files: taken }) });
}

/** Takes a file in where it was sealed as she chose it, or else as it is handed over. */
async function takeHanded(
  world: VaultDeskWorld,
  vault: Vault,
  handed: EntryHandedFile | DraftedFile,
): Promise<Result<Original, VaultAnswer>> {
  const { name, file } = handed;
  if ("sealed" in handed) {
    const sealed = await takeSealed(vault, { path: handed.sealed, name }, instantToIso(world.now()));
    if (!sealed.ok) return failed(notDone(sealed.error));
    if (sealed.value !== undefined) return ok(sealed.value.original);
  }
  if (file === undefined) return failed(refuse("not-kept", { says: fileNotHere }));
  const taken = await takeFile(world, vault, { name, file }, {});
  return taken.ok ? ok(taken.value.original) : taken;
}

/** An original as an entry names it: the same bytes can have another name in each. */
export function entryFileOf(
  { file = "", name: known, size, sha256 }: Original,
  { name = known, from, changed }: Partial<Pick<EntryHandedFile, "name" | "from" | "changed">> = {},
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
  const believed = believedTimes(lines.map(hourOf), now());
  const doubts = new Map(lines.flatMap(({ counter }, i) => (believed[i]?.isBelieved === false ? [[counter, believed[i]] as const] : [])));
  const all = foldJournal(lines)
    .map((entry): ShownEntry => ({ ...entry, doubts }))
    .reverse();
  const lost = journal.lost.length + journal.lines.length - lines.length;
  return { answer: "entries", entries: all.slice(from, from + Math.min(count, mostAtOnce)), total: all.length, lost };
}

const noRoomSays =
  "There is not enough room left on this device for this file, so the entry was not written. What you kept before is still here.";

/** Of a file that could not be sealed before it was locked, or that was moved since she chose it. */
export const fileNotHere = "A file that goes with it is not here, or cannot be read. Remove it there, and choose it again.";
