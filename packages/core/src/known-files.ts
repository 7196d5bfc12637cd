import type { Kept, KnownKind } from "./act.ts";

/** All kept files of one known kind: a download has thousands of pages, and one line says what to do. */
export interface KnownFiles {
  readonly kind: KnownKind;
  readonly files: number;
  /** Name of the first. */
  readonly name: string;
}

/** Counts kept files by their known kind; those of no known kind are passed over. */
export interface KnownTally {
  add(kept: Kept): void;
  /** In the order in which the kinds were met. */
  list(): readonly KnownFiles[];
}

/** Starts counting. */
export function tallyKnown(): KnownTally {
  const filesById = new Map<string, { readonly kind: KnownKind; files: number; readonly name: string }>();
  return {
    add({ known, name }) {
      if (known === undefined) return;
      const met = filesById.get(known.id);
      if (met) met.files++;
      else filesById.set(known.id, { kind: known, files: 1, name });
    },
    list: () => [...filesById.values()],
  };
}
