import { type TarFault, namesApart, readTar, sayTarFault } from "@unmask/formats";
import { type Result, type Source, failed } from "@unmask/core";
import type { PackFiles } from "./pack-files.ts";
import { comparePackOrder } from "./pack-layout.ts";

/**
 * The files in the tar of a pack, in a pack's own order and spelling. `isCut` where its end is known to be missing: what lies before the cut is
 * read, the last file as far as it goes.
 */
export async function openTar(source: Source, { isCut = false }: { readonly isCut?: boolean } = {}): Promise<Result<PackFiles, TarFault>> {
  const files = await readTar(source, { order: comparePackOrder, isApart: namesApart(), isCut });
  return files.ok ? files : failed(sayTarFault(files.error));
}
