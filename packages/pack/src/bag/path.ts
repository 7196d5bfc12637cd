import { isKeptForDevice } from "@unmask/formats";

/**
 * Paths in manifests and `fetch.txt` (RFC 8493 §2.1.3, §5.1.3): where they may point, and how CR, LF and `%` are written.
 *
 * [Note: Any operating system] A bag is checked on one machine and unpacked on another. A path that leaves the bag on Windows is refused on
 * Linux too, and the reverse.
 */

/** Why a path leaves the bag, or cannot be a path at all; undefined when it stays inside on every operating system. */
export function whyUnsafe(path: string): string | undefined {
  if (path === "") return "empty path";
  if (path.includes("\u0000")) return "NUL in a path";
  if (path.startsWith("~")) return "starts in a home folder";
  if (/^[\\/]/.test(path)) return "absolute path";
  if (/^[A-Za-z]:/.test(path)) return "path on a Windows drive";
  if (path.split(/[\\/]/).includes("..")) return "path that climbs out of the bag";
  return undefined;
}

/** CR, LF and `%` written as RFC 8493 §2.1.3 asks; nothing else. */
export function encodePath(path: string): string {
  return path.replace(/[%\r\n]/g, (unit) => (unit === "%" ? "%25" : unit === "\r" ? "%0D" : "%0A"));
}

/** The reverse of `encodePath`; other percent signs are left alone. */
export function decodePath(written: string): string {
  return written.replace(/%(25|0[dDaA])/g, (_, hex: string) => (hex === "25" ? "%" : hex.toLowerCase() === "0d" ? "\r" : "\n"));
}

/** Takes `./` out of the front and the middle of a path. */
export function withoutDots(path: string): string {
  return path
    .split("/")
    .filter((part, i, all) => part !== "." && (part !== "" || i === all.length - 1))
    .join("/");
}

/** Names that operating systems drop into folders by themselves. */
export function isOsJunk(path: string): boolean {
  return /(^|\/)(Thumbs\.db|ehthumbs\.db|desktop\.ini|\.DS_Store|\.AppleDouble|\._[^/]*|\.Trashes|\.Spotlight-V100|__MACOSX)(\/|$)/i.test(
    path,
  );
}

/** Why Windows cannot hold this name as it is; undefined when it can. Not wrong, but worth a warning. */
export function whyAwkward(path: string): string | undefined {
  if (isKeptForDevice(path)) return "a name that Windows keeps for a device";
  if (/[<>:"|?*\\]/.test(path)) return "a name that Windows cannot hold";
  if (/[. ](\/|$)/.test(path)) return "a name that Windows shortens";
  return undefined;
}
