import type { Source } from "@unmask/core";

/** Bytes [start, end) of a source. */
export interface Stretch {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** A stretch of an archive as a source, with other bytes behind it: a list that the archive has not or should not have. */
export function appended({ source, start, end }: Stretch, tail: Uint8Array): Source {
  const length = end - start;
  return {
    name: source.name,
    size: length + tail.length,
    async read(from, to) {
      if (from >= length) return tail.slice(from - length, Math.max(0, to - length));
      return source.read(start + from, Math.min(end, start + to));
    },
  };
}

/** A stretch of an archive as a source of its own. */
export function stretchOf(stretch: Stretch): Source {
  return appended(stretch, new Uint8Array(0));
}
