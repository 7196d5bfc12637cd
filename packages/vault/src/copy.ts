import { type CivilDay, civilToIso } from "@unmask/core";
import { type TarEntry, piecesOf, tarOf } from "@unmask/formats";
import type { Vault } from "./vault.ts";
import { inTurn } from "./deed.ts";
import { isCovered, isPart, layout } from "./layout.ts";
import { readWaitingList } from "./waiting-list.ts";

/**
 * A copy: one tar of the sealed files (docs/formats/backup.md). Nothing is opened or sealed anew. What is missing or altered in the vault hinders no
 * copy: it is copied as it stands, and the drill says so.
 */

/** The name of a copy: the day in her zone and nothing else. */
export function copyName(day: CivilDay): string {
  return `notes-${civilToIso(day)}.tar`;
}

/** Makes a copy, which `save` is given as a stream. Nothing is written to the vault until it has answered. */
export function makeCopy(vault: Vault, save: (pieces: AsyncIterable<Uint8Array>) => Promise<void>): Promise<void> {
  return inTurn(vault, async () => save(tarOf(entriesOf(vault))));
}

/** Orders the paths of a copy: what it is and the keys first, so that of one that was cut something can be opened; what is longest last. */
export function compareCopyOrder(a: string, b: string): number {
  return rankOf(a) - rankOf(b) || (a < b ? -1 : Number(a > b));
}

/** Whether a copy carries a file of the log: acts are made again. */
export function isCopied(path: string): boolean {
  return isCovered(path) && !path.startsWith("acts/");
}

const order: readonly string[] = [
  layout.book,
  layout.log,
  layout.identity,
  layout.notes,
  layout.catalogue,
  layout.settings,
  layout.statement,
  layout.openings,
  "journal",
  "private",
  layout.waitingList,
  "waiting",
  "originals",
];

function rankOf(path: string): number {
  const own = order.indexOf(path);
  return own === -1 ? order.indexOf(path.split("/")[0] ?? "") : own;
}

async function* entriesOf(vault: Vault): AsyncGenerator<TarEntry, void, undefined> {
  const { folder } = vault.world;
  const { log } = vault.now;
  // Where nothing is proved, what lies there is better than nothing.
  const paths =
    log.length > 0
      ? [...log.historyByPath].flatMap(([path, { now }]) => (now === undefined ? [] : [path]))
      : (await folder.list()).map(({ path }) => path).filter((path) => isCovered(path) && !isPart(path));
  const waiting = await readWaitingList(folder);
  const all = [
    ...paths.filter(isCopied),
    layout.log,
    ...(waiting.lines.length > 0 ? [layout.waitingList] : []),
    ...waiting.lines.map(({ path }) => path),
  ];
  for (const path of all.sort(compareCopyOrder)) {
    const source = await folder.open(path);
    if (source === undefined) continue;
    const size = path === layout.log && log.length > 0 ? log.length : source.size;
    yield { path, size, chunks: () => piecesOf(source, 0, size) };
  }
}
