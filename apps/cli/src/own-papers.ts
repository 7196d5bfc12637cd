import type { OwnPaper } from "@unmask/importers";
import type { Given } from "./arguments.ts";
import { readFileOnDisk } from "./ports/named-file.ts";
import type { World } from "./world.ts";

/** Options that name a file of hers which is for the report and no evidence. `--agreed` can name an act instead: then there is no such file. */
const papersOf = ["cover", "statement", "agreed", "impact"] as const;

/**
 * What she gave by an option, by its hash: a copy of it in the folder that she hands over must not be an exhibit. A cover says where she can be reached,
 * and a pack may be shown to the other side.
 */
export async function ownPapersIn(given: Given, { createSha256 }: Pick<World, "createSha256">): Promise<readonly OwnPaper[]> {
  const papers: OwnPaper[] = [];
  for (const option of papersOf) {
    for (const path of [given.text(option) ?? [], given.texts(option)].flat()) {
      const bytes = await readFileOnDisk(path);
      if (bytes === undefined) continue;
      const hasher = createSha256();
      hasher.update(bytes);
      papers.push({ sha256: hasher.digest(), size: bytes.length, what: `the file that you named with --${option}` });
    }
  }
  return papers;
}
