/** A name that nobody has and that says nothing, for a sealed file that is written later. */
export function newPath(folder: "originals" | "private"): string {
  return `${folder}/${crypto.randomUUID().replaceAll("-", "")}.age`;
}
