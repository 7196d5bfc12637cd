import {
  type Identity,
  type Notice,
  type SourceSpan,
  type Statement,
  type Timeline,
  type TimelineAct,
  createNamedTo,
  createWhose,
} from "@unmask/core";
import type { Imported } from "@unmask/importers";

/** A block of theirs by her that her own files hold. */
export interface BlockInFiles {
  readonly act: TimelineAct;
  /** The account or number that she blocked. */
  readonly blocked: Identity;
  /** The line in which the same file says further down, before the next block, that she took it back. */
  readonly unblocked?: Notice;
}

/**
 * Finds the blocks that her files hold. Where she stated none each is a question to her, because whoever can edit a file can write such a line, and
 * what is after a stop is told by what she says. None where she stated one, was asked and there was none, or said of the act that it is not one.
 */
export function blocksInFiles(
  { timeline, unblocks }: Pick<Imported, "timeline" | "unblocks">,
  statement: Statement,
): readonly BlockInFiles[] {
  const { stops, answers, notThis = [] } = statement;
  if (answers?.blocked !== undefined || stops.some(({ kind }) => kind === "blocked")) return [];
  const whoseIs = createWhose(statement);
  const named = createNamedTo(statement);
  const refused = new Set(notThis.map(({ act }) => act));
  const blocks = timeline.acts.filter((act) => act.kind === "block" && !refused.has(act.id) && whoseIs(act) === "hers");
  const unblockOf = unblocksByBlock(blocks, unblocks);
  return blocks.flatMap((act) => {
    const blocked = act.to.find((one) => named(one) === "theirs");
    const unblocked = unblockOf.get(act);
    return blocked ? [{ act, blocked, ...(unblocked ? { unblocked } : {}) }] : [];
  });
}

/** A chat is one conversation in the order of its lines: by block the first line after it in its file where no other block stands between. */
function unblocksByBlock(blocks: Timeline["acts"], unblocks: readonly Notice[]): ReadonlyMap<TimelineAct, Notice> {
  const placesByFile = new Map<string, { readonly start: number; readonly of: TimelineAct | Notice }[]>();
  const files = new Set<string>(unblocks.map(({ source }) => source.sha256));
  const put = ({ sha256, start }: SourceSpan, of: TimelineAct | Notice): void => {
    if (!files.has(sha256)) return;
    const places = placesByFile.get(sha256);
    if (places) places.push({ start, of });
    else placesByFile.set(sha256, [{ start, of }]);
  };
  for (const block of blocks) for (const source of block.sources) put(source, block);
  for (const notice of unblocks) put(notice.source, notice);
  const found = new Map<TimelineAct, Notice>();
  for (const places of placesByFile.values()) {
    let block: TimelineAct | undefined;
    for (const { of } of places.sort((a, b) => a.start - b.start)) {
      if (!("says" in of)) block = of;
      else if (block && !found.has(block)) found.set(block, of);
    }
  }
  return found;
}
