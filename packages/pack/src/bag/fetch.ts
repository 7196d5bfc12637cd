import { decodePath, whyUnsafe, withoutDots } from "./path.ts";
import { linesOf } from "./text.ts";

/** The files that `fetch.txt` says lie elsewhere. We never download them. */
export interface FetchList {
  readonly paths: ReadonlySet<string>;
  /** Each makes the bag invalid. */
  readonly problems: readonly string[];
}

/** Reads `fetch.txt` (RFC 8493 §2.2.3): `URL LENGTH PATH`, LENGTH may be `-`. */
export function parseFetch(text: string): FetchList {
  const paths = new Set<string>();
  const problems: string[] = [];
  for (const [i, line] of linesOf(text).entries()) {
    const raw = /^\S+[ \t]+(?:\d+|-)[ \t]+(.+)$/.exec(line)?.[1];
    if (raw === undefined) {
      problems.push(`line ${i + 1} is no address, length and path`);
      continue;
    }
    const unsafe = whyUnsafe(raw) ?? whyUnsafe(decodePath(raw));
    if (unsafe !== undefined) problems.push(`line ${i + 1}: ${unsafe}`);
    else paths.add(decodePath(withoutDots(raw)));
  }
  return { paths, problems };
}
