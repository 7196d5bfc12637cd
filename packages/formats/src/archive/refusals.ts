import type { SourceSpan, Unread } from "@unmask/core";

/** Lines of one kind about one zip at most, the last of them for all the rest. Stops a zip of crumbs, or of files over each other, from filling the list. */
export const mostLinesOfAKind = 1000;

/** What is told of those files of one zip that are not read: each by its name, and where there are too many of a kind, the rest in one line. */
export interface Refusals {
  /** The line to tell now about a file at `place` in the zip; `reason` is the end of a sentence about it. Undefined when it waits for `rest`. */
  tell(name: string, reason: string, place: SourceSpan): Unread | undefined;
  /** A line for each kind that had too many: how many more, on how many bytes. To be asked when everything was told. */
  rest(): readonly Unread[];
}

/** Begins to tell of one zip. */
export function createRefusals(): Refusals {
  const kinds = new Map<string, { told: number; waiting: { name: string; place: SourceSpan }[] }>();
  return {
    tell(name, reason, place) {
      const kind = kinds.get(reason) ?? { told: 0, waiting: [] };
      kinds.set(reason, kind);
      if (kind.told < mostLinesOfAKind - 1) {
        kind.told++;
        return { reason: refusal(name, reason), source: place };
      }
      kind.waiting.push({ name, place });
      return undefined;
    },
    rest: () =>
      [...kinds].flatMap(([reason, { waiting }]) => {
        const [first] = waiting;
        if (!first) return [];
        if (waiting.length === 1) return [{ reason: refusal(first.name, reason), source: first.place }];
        const { start, end, bytes } = unionOf(waiting.map(({ place }) => place));
        const each = `holds ${waiting.length} more files, in ${bytes} bytes, each of which ${reason}`;
        return [{ reason: refusal(first.place.name, each), source: { ...first.place, start, end } }];
      }),
  };
}

/** A reason that names the file: names are where, not what. Quotes keep an empty name visible. */
export function refusal(name: string, reason: string): string {
  return `“${name}” ${reason}`;
}

/** From the first byte of all to the last, and how many bytes lie in any of them, each counted once. */
function unionOf(places: readonly SourceSpan[]): { readonly start: number; readonly end: number; readonly bytes: number } {
  const sorted = places.toSorted((a, b) => a.start - b.start);
  const start = sorted[0]?.start ?? 0;
  let end = start;
  let bytes = 0;
  for (const place of sorted) {
    bytes += Math.max(0, place.end - Math.max(place.start, end));
    end = Math.max(end, place.end);
  }
  return { start, end, bytes };
}
