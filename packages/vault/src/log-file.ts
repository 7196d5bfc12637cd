import { piecesOf } from "@unmask/formats";
import { bytesToHex } from "@unmask/seal";
import { type Folder, piece, readAll } from "./folder.ts";
import { type LogReading, readLog } from "./log.ts";
import { asideOf, layout, longestLog, partOf } from "./layout.ts";
import type { VaultWorld } from "./vault.ts";

/** The file of the log: read, begun, and cut back to what is proved. */

type Place = Pick<VaultWorld, "folder" | "random">;

/** The log of a folder, read, and how many bytes it has. Of one that is missing nothing is proved. */
export async function logIn(
  folder: Folder,
  owner: Parameters<typeof readLog>[1],
): Promise<{ readonly reading: LogReading; readonly bytes: number }> {
  const source = await folder.open(layout.log);
  if (source === undefined) return { reading: readLog(new Uint8Array(), owner), bytes: 0 };
  // One byte more than there may be says that it goes on.
  const size = Math.min(source.size, longestLog + 1);
  return { reading: readLog(await readAll({ ...source, size }), owner), bytes: source.size };
}

/** Brings a log into its place: from here on the folder is a vault. */
export async function beginLog(place: Place, bytes: Uint8Array): Promise<void> {
  await replaceLog(place, piece(bytes));
}

/** Cuts the log back to its first bytes. `isKept`: what stood behind them is laid beside first. */
export async function cutLog(place: Place, length: number, { isKept }: { readonly isKept: boolean }): Promise<void> {
  const { folder, random } = place;
  const log = await folder.open(layout.log);
  if (log === undefined || log.size <= length) return;
  if (isKept) await folder.write(asideOf(layout.log, bytesToHex(random(8))), piecesOf(log, length, log.size));
  await replaceLog(place, piecesOf(log, 0, length));
}

/** Moves aside whatever stands at a path. */
export async function layBeside({ folder, random }: Place, path: string): Promise<void> {
  await folder.move(path, asideOf(path, bytesToHex(random(8))));
}

async function replaceLog(place: Place, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const part = partOf(layout.log);
  if ((await place.folder.kindAt(part)) === "other") await layBeside(place, part);
  await place.folder.write(part, pieces);
  await place.folder.move(part, layout.log);
}
