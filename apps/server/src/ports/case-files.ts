/**
 * What the desk uses of the case folder beside its rows: the secret of the index, the sealed packs and the key that opens them, and the force's
 * own table of codes.
 */
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { basename, join } from "node:path";
import { type CodeTable, parseCodeTable } from "@unmask/case";
import { type Result, type Source, failed, ok } from "@unmask/core";
import { type OpenedPack, openPack } from "@unmask/corridor";
import { nativeAead } from "@unmask/fittings-node";
import type { DeskParts } from "../access/desk-parts.ts";
import type { OpenExhibit } from "../access/open-exhibit.ts";
import { type Blobs, openBlobs } from "./blobs-folder.ts";
import type { ForceFolder } from "./force-folder.ts";
import { keyedHashIn } from "./index-key.ts";
import { openEditions } from "./learn-files.ts";
import { keptPapersIn } from "./kept-papers.ts";
import { openNeighbours } from "./neighbour-folder.ts";
import { type OpeningKeys, openKeys } from "./opening-keys.ts";
import { createPaperFiles } from "./paper-files.ts";
import { openServices } from "./service-folder.ts";
import { isMissing, syncFolder } from "./shared-sync.ts";
import { templatesIn } from "./template-folder.ts";

/** Parts of the desk that lie in the case folder, or make files of it. */
export type FileOfDesk =
  "keyedHash" | "openExhibit" | "codeTable" | "neighbours" | "services" | "editions" | "papers" | "keptPapers" | "templates";

/** What of the desk's parts lies in the case folder (`DIR/case`, whose lock the caller holds). Fails with a sentence where the opening key is none. */
export async function openCaseFiles(inside: ForceFolder): Promise<Result<Pick<DeskParts, FileOfDesk>, string>> {
  const identities = await openKeys(inside);
  if (!identities.ok) return identities;
  const blobs = await openBlobs(join(inside.path, "blobs"));
  return ok({
    keyedHash: await keyedHashIn(inside.path),
    openExhibit: exhibitsIn(blobs, identities.value),
    codeTable: () => readCodeTable(inside.path),
    // The desk names forces and asks none: only the loop that sends does.
    neighbours: openNeighbours(inside.path, async () => undefined),
    services: openServices(inside.path),
    editions: openEditions(inside.path),
    papers: createPaperFiles(),
    keptPapers: keptPapersIn(blobs, await openBlobs(join(inside.path, "papers-begun")), identities.value),
    templates: () => templatesIn(inside.path),
  });
}

/** Opens files out of sealed packs, by position: no byte of what is opened touches the disk. */
function exhibitsIn(blobs: Pick<Blobs, "read">, identities: OpeningKeys): OpenExhibit {
  return async ({ item, size, path, start = 0, end }, most) => {
    const file: Source = { name: "pack", size, read: (from, to) => gather(blobs.read(item, from, Math.min(to, size))) };
    const opened = await openPack({ file, stream: () => blobs.read(item, 0, size) }, { identities: await identities(), aead: nativeAead });
    if (!opened.ok) return failed(`The pack does not open: ${opened.error.why}`);
    try {
      return await bytesIn(opened.value, { path, start, end }, most);
    } finally {
      await opened.value.close();
    }
  };
}

async function bytesIn(
  { files }: OpenedPack,
  { path, start, end }: { readonly path: string; readonly start: number; readonly end: number | undefined },
  most: number,
): Promise<Result<Uint8Array, string>> {
  const listed = (await files.list()).find((one) => one.path === path && one.kind === "file");
  if (listed === undefined) return failed("This file is not in the pack: it was held back, or the pack is cut short.");
  const until = Math.min(end ?? listed.size, listed.size);
  if (until - start > most) return failed(`This file is longer than ${most} bytes. Take it out of the pack by hand: unmask open PACK`);
  return ok(await gather(files.read(path, start, until)));
}

async function gather(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Uint8Array.from(Buffer.concat(all));
}

/** The force's table of codes lies under its own name in this folder of the case folder, alone. */
const codesFolder = "codes";
const codesFile = "table.csv";
const codesName = "name.txt";

/** Keeps a table of codes whole or not at all; the one before it goes. The desk reads it at the next recording. */
export async function keepCodeTable(folder: string, file: string, text: string): Promise<void> {
  const place = join(folder, codesFolder);
  await mkdir(place, { recursive: true, mode: 0o700 });
  for (const [name, content] of [
    [codesName, basename(file)],
    [codesFile, text],
  ] as const) {
    const handle = await open(join(place, `${name}.new`), "w", 0o600);
    await handle.writeFile(content);
    await handle.sync();
    await handle.close();
    await rename(join(place, `${name}.new`), join(place, name));
  }
  await syncFolder(place);
}

async function readCodeTable(folder: string): Promise<CodeTable | null> {
  const place = join(folder, codesFolder);
  try {
    const name = await readFile(join(place, codesName), "utf8");
    const table = parseCodeTable(name, await readFile(join(place, codesFile), "utf8"));
    // It was a table when it was loaded; a file that somebody changed since is none.
    return table.ok ? table.value : null;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
