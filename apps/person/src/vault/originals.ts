import { type Result, type Sha256, type Source, failed, instantToIso, ok } from "@unmask/core";
import { sourceOfBlob } from "@unmask/fittings-browser";
import { type Original, type Vault, listOriginals, openOriginal, takeOriginal } from "@unmask/vault";
import { notDone } from "./not-done.ts";
import type { EntryHandedFile, TakenFile, VaultAnswer, VaultAsk } from "./protocol.ts";
import type { AtWork, VaultDeskWorld } from "./world.ts";

/** Brings files in, one after the other. Where she stops, those that are in stay in. */
export async function takeIn(
  world: VaultDeskWorld,
  vault: Vault,
  { files, zone, dateOrder }: Extract<VaultAsk, { ask: "take in" }>,
  { signal, tell }: AtWork,
): Promise<VaultAnswer> {
  const total = files.reduce((sum, { file }) => sum + file.size, 0);
  const taken: TakenFile[] = [];
  let done = 0;
  for (const handed of files) {
    if (signal.aborted) break;
    tell(handed.name, done, total);
    const onRead = (bytes: number): void => {
      // In the middle of a file too: nothing of it is kept then.
      signal.throwIfAborted();
      tell(handed.name, done + Math.min(bytes, handed.file.size), total);
    };
    const one = await takeFile(world, vault, handed, { terms: { zone, ...(dateOrder && { dateOrder }) }, onRead }).catch(
      (error: unknown) => {
        if (signal.aborted) return undefined;
        throw error;
      },
    );
    if (one === undefined) break;
    if (!one.ok && !(one.error.answer === "not done" && one.error.kind === "changed-while-read")) return one.error;
    taken.push({ name: handed.name, became: one.ok ? one.value.became : "changed" });
    done += handed.file.size;
  }
  return { answer: "taken in", files: taken, notReached: files.length - taken.length };
}

/** Brings one file in. */
export async function takeFile(
  world: VaultDeskWorld,
  vault: Vault,
  { name, file }: Pick<EntryHandedFile, "name" | "file">,
  { terms, onRead }: { readonly terms?: NonNullable<Original["terms"]>; onRead?(bytes: number): void },
): Promise<Result<{ readonly became: "kept" | "here-already" | "no-room"; readonly original: Original }, VaultAnswer>> {
  const source = sourceOf(name, file, onRead);
  const taken = await takeOriginal(vault, { source, ...(terms && { terms }) }, instantToIso(world.now()));
  return taken.ok ? ok(taken.value) : failed(notDone(taken.error));
}

/** A file that was handed over, and how far it is: it is read twice, once for its hash and once to be sealed. */
function sourceOf(name: string, file: Blob, onRead?: (bytes: number) => void): Source {
  const source = sourceOfBlob(name, file);
  let read = 0;
  return {
    ...source,
    async read(start, end) {
      const bytes = await source.read(start, end);
      read += bytes.length;
      onRead?.(read / 2);
      return bytes;
    },
  };
}

/** The bytes of what she brought in, every one of which is looked at first. */
export async function giveOriginal(vault: Vault, sha256: Sha256): Promise<VaultAnswer> {
  const originals = await listOriginals(vault);
  if (!originals.ok) return notDone(originals.error);
  // Of one that stands in no list nothing is here.
  const original = originals.value.find((one) => one.sha256 === sha256) ?? { name: "", size: 0, sha256, at: "" };
  const opened = await openOriginal(vault, original);
  if (!opened.ok) return notDone(opened.error);
  const bytes = new Uint8Array(await opened.value.read(0, opened.value.size));
  return { answer: "original", blob: new Blob([bytes], { type: "application/octet-stream" }) };
}
