/** Watches over the names of a tar: whether each is one that no disk takes for one before it, in whichever case, or for a folder of one. */
export function namesApart(): (path: string) => boolean {
  const files = new Set<string>();
  const folders = new Set<string>();
  return (path) => {
    const folded = path.toLowerCase();
    const above = foldersAbove(folded);
    if (files.has(folded) || folders.has(folded) || above.some((folder) => files.has(folder))) return false;
    files.add(folded);
    for (const folder of above) folders.add(folder);
    return true;
  };
}

function foldersAbove(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, i) => parts.slice(0, i + 1).join("/"));
}
