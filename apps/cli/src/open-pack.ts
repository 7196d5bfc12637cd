import { type Result, failed, ok } from "@unmask/core";
import { type OpenedPack, type Unopened, identitiesIn, openPack } from "@unmask/corridor";
import { type PackInput, nativeAead, spool } from "@unmask/fittings-node";
import type { PackFiles } from "@unmask/pack";
import type { Identity } from "@unmask/seal";
import { readTextFile } from "./ports/named-file.ts";
import type { World } from "./world.ts";

/** The same files; reading them ends when the person stops. */
export function stoppable(files: PackFiles, signal: AbortSignal): PackFiles {
  return { list: files.list, read: (path, start, end) => untilStopped(files.read(path, start, end), signal) };
}

async function* untilStopped(stream: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const piece of stream) {
    signal.throwIfAborted();
    yield piece;
  }
}

/** Opens what was named as a pack; the failure is the one item of its check. */
export async function openInput(
  input: PackInput,
  identities: readonly Identity[],
  { terminal, signal }: World,
): Promise<Result<OpenedPack, Unopened>> {
  if ("folder" in input) return openPack(input, { identities });
  terminal.showProgress("Opening the pack");
  const stream = (): AsyncIterable<Uint8Array> => untilStopped(input.stream(), signal);
  const opened = await openPack({ file: input.file, stream }, { identities, aead: nativeAead, putAside: spool });
  if (!opened.ok) await input.close();
  const close = async (): Promise<void> => {
    if (opened.ok) await opened.value.close();
    await input.close();
  };
  return opened.ok ? ok({ files: opened.value.files, close }) : opened;
}

/** The identities in the files named with -i. */
export async function readIdentities(paths: readonly string[], signal: AbortSignal): Promise<Result<readonly Identity[], string>> {
  const all: Identity[] = [];
  for (const path of paths) {
    const text = await readTextFile(path, signal);
    if (text === undefined) return failed(`-i ${path}: there is no such file.`);
    const found = identitiesIn(text);
    if (!found.ok) return failed(`-i ${path}: ${found.error}`);
    for (const identity of found.value) all.push(identity);
  }
  return ok(all);
}
