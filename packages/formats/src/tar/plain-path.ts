/** Longest path: what a tar header holds without a second one. */
const maxPlainPath = 100;

/**
 * Whether every tool on every system takes a path for the same name: folders and names of ASCII letters, digits, `-`, `_` and `.`, none
 * beginning or ending in a dot, none that Windows keeps for a device, at most 100 bytes.
 */
export function isPlainPath(path: string): boolean {
  return (
    path.length <= maxPlainPath &&
    /^[A-Za-z0-9_](?:[\w.-]*[\w-])?(?:\/[A-Za-z0-9_](?:[\w.-]*[\w-])?)*$/.test(path) &&
    !isKeptForDevice(path)
  );
}

/** Whether a part of a path is a name that Windows keeps for a device, whatever its ending. */
export function isKeptForDevice(path: string): boolean {
  return /(^|\/)(con|prn|aux|nul|com[1-9]|lpt[1-9])(\.[^/]*)?(\/|$)/i.test(path);
}
