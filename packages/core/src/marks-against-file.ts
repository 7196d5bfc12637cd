import type { Kind } from "./act.ts";
import type { MarkedWhose, Statement } from "./statement.ts";
import type { TimelineAct } from "./timeline-act.ts";
import type { Timeline } from "./timeline.ts";
import { createNamed } from "./whose.ts";

/** What is sent from a number or an account: a file that holds it names by which. */
const sentKinds: ReadonlySet<Kind> = new Set<Kind>(["message", "call", "voicemail", "reaction", "comment", "post", "mention"]);

/** A mark that says another than the file does. */
export interface MarkAgainstFile {
  readonly act: TimelineAct;
  readonly marked: MarkedWhose;
  /** By whom it is as the file and the stated names have it. */
  readonly named: "hers" | "theirs";
}

/**
 * The marks by which an act that a file has from her became theirs or perhaps theirs, and one of theirs hers. It can be true, where he held her phone; it
 * can also be a sentence of hers about him that would be read as his, so that it never passes without a word.
 */
export function marksAgainstFile({ acts }: Pick<Timeline, "acts">, statement: Statement): readonly MarkAgainstFile[] {
  const { marks = [] } = statement;
  if (marks.length === 0) return [];
  const named = createNamed(statement);
  const markById = new Map(marks.map(({ act, whose }) => [act, whose]));
  return acts.flatMap((act): readonly MarkAgainstFile[] => {
    const marked = markById.get(act.id);
    if (marked === undefined || act.grade === "own-account" || act.grade === "check" || !sentKinds.has(act.kind)) return [];
    const by = named(act.from);
    if (by === "hers" && (marked === "theirs" || marked === "perhaps theirs")) return [{ act, marked, named: by }];
    return by === "theirs" && marked === "hers" ? [{ act, marked, named: by }] : [];
  });
}
