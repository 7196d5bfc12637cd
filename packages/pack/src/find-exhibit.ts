import { type ExhibitCopy, type Report, type SourceSpan, isWrittenOver } from "@unmask/core";

/** What of an exhibit decides whether a span stands in it. */
export interface FindableExhibit {
  readonly sha256: string;
  readonly withheld: boolean;
  readonly copy?: Pick<ExhibitCopy, "leftOut">;
  readonly within?: readonly { readonly sha256: string }[];
}

/** A place in a file, as far as an exhibit is found by it. */
export interface PlaceInFile extends Pick<SourceSpan, "start" | "end"> {
  readonly sha256: string;
  readonly within?: readonly { readonly sha256: string }[];
}

/**
 * Makes a question: in which exhibit does a span stand? In its file, or in the outermost archive around it; in a member that goes by itself, where
 * the archive stays behind. Undefined: in none.
 */
export function findExhibit<E extends FindableExhibit>(exhibits: readonly E[]): (span: PlaceInFile) => E | undefined {
  const byHash = new Map<string, E>();
  const memberByHashes = new Map<string, E>();
  for (const exhibit of exhibits) {
    if (exhibit.within === undefined) byHash.set(exhibit.sha256, exhibit);
    else memberByHashes.set(hashesOf(exhibit), exhibit);
  }
  return (span) => {
    const outer = byHash.get(span.within?.[0]?.sha256 ?? span.sha256);
    if (span.within === undefined || memberByHashes.size === 0) return outer;
    return memberByHashes.get(hashesOf(span)) ?? outer;
  };
}

function hashesOf({ within = [], sha256 }: Pick<PlaceInFile, "within" | "sha256">): string {
  return [...within.map((one) => one.sha256), sha256].join(" ");
}

/** Whether the bytes at a span are in the pack: its exhibit is there, and they were not written over. */
export function isInPack(exhibit: FindableExhibit | undefined, span: PlaceInFile): boolean {
  if (exhibit === undefined || exhibit.withheld) return false;
  return exhibit.copy === undefined || !isWrittenOver(exhibit.copy, span);
}

/** Makes a question of a report: are the bytes at a span in its pack? */
export function createIsInPack({ exhibits }: Pick<Report, "exhibits">): (span: PlaceInFile) => boolean {
  const find = findExhibit(exhibits);
  return (span) => isInPack(find(span), span);
}
