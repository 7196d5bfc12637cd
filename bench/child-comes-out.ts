/** In a page: one file of what is kept, opened by the twelve words without her app, and the SHA-256 of what is in it. */
import { openKeyFile, openSourceInParts, parseRecoveryWords, parseVaultKeys, prepareSha256 } from "@unmask/seal";

async function comesOut(typed: string, path: string): Promise<string> {
  const kept = await (await navigator.storage.getDirectory()).getDirectoryHandle("notes-kept");
  const words = parseRecoveryWords(typed);
  if (!words.ok) throw new Error("these are no twelve words");
  const identity = await (await kept.getFileHandle("identity.age")).getFile();
  const opened = await openKeyFile(new Uint8Array(await identity.arrayBuffer()), { by: "words", words: words.value }, () => {
    throw new Error("words need no dear work");
  });
  const keys = opened.ok ? await parseVaultKeys(opened.value) : opened;
  if (!keys.ok) throw new Error("the words do not open it");
  const [folder = "", name = ""] = path.split("/");
  const file = await (await (await kept.getDirectoryHandle(folder)).getFileHandle(name)).getFile();
  const read = async (from: number, until: number): Promise<Uint8Array> => new Uint8Array(await file.slice(from, until).arrayBuffer());
  const source = await openSourceInParts({ name, size: file.size, read }, { identities: [keys.value.identity] });
  const hasher = (await prepareSha256())();
  const step = 4 * 1024 * 1024;
  for (let at = 0; at < source.size; at += step) hasher.update(await source.read(at, Math.min(source.size, at + step)));
  return hasher.digest();
}

Object.assign(globalThis, { comesOut });
