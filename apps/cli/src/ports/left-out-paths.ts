import { basename, relative, resolve, sep } from "node:path";

/**
 * What she wrote after `--leave-out` with each path as the names that the files under it were given: a file's own, or a folder's and the way below it
 * (`openFiles`). What is no path, or leads to nothing that was handed over, stays as she wrote it. A folder ends in "/", so that it is no person.
 */
export function namesOfLeftOut(
  written: readonly string[],
  handedOver: { readonly paths: readonly string[]; readonly names: readonly string[] },
): readonly string[] {
  return written.flatMap((text) => {
    if (handedOver.names.includes(text) || !/[\\/]/.test(text)) return [text];
    const found = handedOver.paths.flatMap((path) => nameUnder(path, text) ?? []);
    return found.length === 0 ? [text] : found.map((name) => (handedOver.names.includes(name) ? name : `${name}/`));
  });
}

/** The name that a path has as a part of one that was handed over, or that this one has itself where it lies in the folder that she wrote. */
function nameUnder(path: string, text: string): string | undefined {
  const [given, wanted] = [resolve(path), resolve(text)];
  const below = relative(given, wanted);
  if (below === "" || !isOutside(relative(wanted, given))) return basename(given);
  return isOutside(below) ? undefined : [basename(given), ...below.split(sep)].join("/");
}

function isOutside(way: string): boolean {
  return way === ".." || way.startsWith(`..${sep}`) || resolve(way) === way;
}
