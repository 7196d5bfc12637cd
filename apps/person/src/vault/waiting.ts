import {
  type Instant,
  type Told,
  asPlainText,
  instantFromIso,
  instantToIso,
  isBlank,
  longestEntryText,
  normalForm,
  ok,
} from "@unmask/core";
import { type Vault, type WaitingNote, decideWaiting, readOpenings, readWaiting } from "@unmask/vault";
import { type LineBody, entryFileOf, lineOf, toldOf, unfitness, writtenNow } from "./journal.ts";
import { notDone, refuse } from "./not-done.ts";
import type { ShownWaiting, VaultAnswer, VaultAsk } from "./protocol.ts";
import type { VaultDeskWorld } from "./world.ts";

/** What was written while it was locked: shown, and decided on. */
export async function showWaiting({ now }: Pick<VaultDeskWorld, "now">, vault: Vault): Promise<VaultAnswer> {
  const made = (await readOpenings(vault)).find(({ by }) => by === "made")?.at ?? "";
  const here = instantToIso(now());
  const notes = (await readWaiting(vault)).map((note): ShownWaiting => {
    if ("lost" in note) return { path: note.path, lost: true };
    const { path, at, words, when, files } = note;
    const isHourWrong = at < made || at > here;
    return { path, at, isHourWrong, words, ...(when !== undefined && { when }), files: files.map(({ name, size }) => ({ name, size })) };
  });
  return { answer: "waiting", notes };
}

/** Keeps her word on one of them: an entry, one that was found, or that one was thrown away. */
export async function decide(
  world: VaultDeskWorld,
  vault: Vault,
  { path, word, told = {}, by = "self" }: Extract<VaultAsk, { ask: "decide" }>,
): Promise<VaultAnswer> {
  const waiting = (await readWaiting(vault)).find((one) => one.path === path);
  if (waiting === undefined) return refuse("not-kept", { says: "This note does not wait any more." });
  if ("lost" in waiting && word !== "thrown-away")
    return refuse("not-kept", { says: "This note is gone, or was changed. It can only be thrown away." });
  const said = word === "hers" ? await toldOf(world, vault, told) : ok<Told>({});
  if (!said.ok) return said.error;
  const written = writtenNow(world, by);
  const note = asEntry(waiting);
  const unfit = unfitness(bodyOf(note, word, { said: said.value, now: written.at }), written);
  if (unfit !== undefined) return refuse("not-kept", { says: unfit });
  const decided = await decideWaiting(vault, note, {
    isKept: word !== "thrown-away",
    at: instantToIso(written.at),
    line: (counter, originals) => {
      const files = [
        ...(said.value.files ?? []),
        ...originals.map((original, i) => entryFileOf(original, "lost" in note ? {} : note.files[i])),
      ];
      const whole = { ...said.value, ...(files.length > 0 && { files }) };
      return lineOf(bodyOf(note, word, { said: whole, now: written.at }), counter, written);
    },
  });
  return decided.ok ? { answer: "kept", counter: decided.value } : notDone(decided.error);
}

/**
 * A note with words that can be an entry. One that was sealed by something that did not look at them loses nothing: where they are cut, or nothing of
 * them can be seen, all that was written is kept beside the entry as a file.
 */
function asEntry(note: WaitingNote): WaitingNote {
  if ("lost" in note) return note;
  const words = normalForm(asPlainText(note.words), "NFC");
  if (!isBlank(words) && words.length <= longestEntryText) return { ...note, words };
  const whole = new TextEncoder().encode(note.words);
  const name = "note-as-written.txt";
  const file = { name, size: whole.length, read: async (from: number, until: number) => whole.subarray(from, until) };
  return { ...note, words: isBlank(words) ? `(${name})` : cutAt(words, longestEntryText), files: [...note.files, file] };
}

/** The beginning of a text that is too long, with a sign that it goes on; no character is cut in two. */
function cutAt(words: string, most: number): string {
  const end = most - 1;
  return `${words.slice(0, /[\uD800-\uDBFF]/.test(words.charAt(end - 1)) ? end - 1 : end)}…`;
}

function bodyOf(
  note: WaitingNote,
  word: "hers" | "found" | "thrown-away",
  { said, now }: { readonly said: Told; readonly now: Instant },
): LineBody {
  // Of a note that is gone nobody knows when it was written.
  if ("lost" in note) return { line: "thrown-away", at: now };
  const { words, at } = note;
  if (word === "thrown-away") return { line: "thrown-away", at: instantFromIso(at) ?? now };
  if (word === "found") return { line: "entry", words, ...(said.files && { files: said.files }), found: true };
  return { line: "entry", words, ...said, locked: true };
}
