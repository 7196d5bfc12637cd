import { type HashName, comparePaths, hashNames } from "../pack-files.ts";
import { decodePath, encodePath, whyUnsafe, withoutDots } from "./path.ts";
import { linesOf } from "./text.ts";

/** One line of a manifest. */
interface ManifestLine {
  /** Lower-case hexadecimal. */
  readonly hash: string;
  /** As written, still percent-encoded, without a leading `./` or `*`. */
  readonly written: string;
  /** Decoded. */
  readonly path: string;
}

/** What stands in a manifest, and what is wrong or odd about it. */
export interface Manifest {
  readonly lines: readonly ManifestLine[];
  /** Each makes the manifest invalid. Line numbers, never names. */
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

/** "manifest" lists the payload, "tagmanifest" the other files. Undefined when the name is no manifest's. */
export function parseManifestName(name: string): { readonly lists: "manifest" | "tagmanifest"; readonly hash: string } | undefined {
  const match = /^(tagmanifest|manifest)-([A-Za-z0-9]+)\.txt$/.exec(name);
  if (!match) return undefined;
  return { lists: match[1] === "manifest" ? "manifest" : "tagmanifest", hash: (match[2] ?? "").toLowerCase() };
}

/** The hash a manifest is named after, if it is one we know. */
export function parseHashName(text: string): HashName | undefined {
  return hashNames.find((name) => name === text);
}

const hexDigits: Readonly<Record<HashName, number>> = { md5: 32, sha1: 40, sha224: 56, sha256: 64, sha384: 96, sha512: 128 };

/**
 * Reads a manifest (RFC 8493 §2.1.3). Old bags write one blank between hash and name, `md5sum` two or a `*`; all are read.
 * `version` decides what a path listed twice means: from 1.0 on it is invalid, before that only with another hash.
 */
export function parseManifest(text: string, hash: HashName, version: string): Manifest {
  const lines: ManifestLine[] = [];
  const problems: string[] = [];
  const warnings: string[] = [];
  const hashByPath = new Map<string, string>();
  for (const [i, line] of linesOf(text).entries()) {
    const match = /^([0-9a-fA-F]+)[ \t]+(\*?)(.+)$/.exec(line);
    if (!match || match[1]?.length !== hexDigits[hash]) {
      problems.push(`line ${i + 1} is no hash and path`);
      continue;
    }
    if (match[2] === "*") warnings.push(`line ${i + 1} marks its path with '*', as md5sum does`);
    const raw = match[3] ?? "";
    const unsafe = whyUnsafe(raw) ?? whyUnsafe(decodePath(raw));
    if (unsafe !== undefined) {
      problems.push(`line ${i + 1}: ${unsafe}`);
      continue;
    }
    const written = withoutDots(raw);
    if (written !== raw) warnings.push(`line ${i + 1} writes its path with './'`);
    const one = { hash: match[1].toLowerCase(), written, path: decodePath(written) };
    const before = hashByPath.get(one.path);
    if (before !== undefined) {
      if (before !== one.hash || version === "1.0") problems.push(`line ${i + 1} lists a path a second time`);
      else warnings.push(`line ${i + 1} lists a path a second time with the same hash`);
      continue;
    }
    hashByPath.set(one.path, one.hash);
    lines.push(one);
  }
  return { lines, problems, warnings };
}

/** The text of a manifest as our writer writes it: two blanks, sorted by path, so that `sha256sum -c` and `diff` can read it. */
export function manifestText(hashByPath: ReadonlyMap<string, string>): string {
  return [...hashByPath]
    .sort(([a], [b]) => comparePaths(a, b))
    .map(([path, hash]) => `${hash}  ${encodePath(path)}\n`)
    .join("");
}
