import { vaultFolder } from "@unmask/fittings-node";
import { isVaultHere } from "@unmask/vault";
import { foldersAbove } from "../ports/copy-place.ts";

/** The vault in whose folder a path lies; undefined where it lies in none. A vault in another would be files there that its log does not know. */
export async function vaultAround(path: string): Promise<string | undefined> {
  for (const folder of await foldersAbove(path)) if (await isVaultHere(vaultFolder(folder))) return folder;
  return undefined;
}

/** That it lies there, in a sentence. */
export function sayInside(path: string, vault: string): string {
  return `${path} lies in the folder of another vault (${vault}), where everything that is not of that vault counts as planted.`;
}
