import type { BodyOf } from "../event.ts";
import { type HandoverGroup, handoverGroups } from "../event/of-both.ts";

/** One report or case that is handed over, with its lines: those that stand by themselves, and what the giver adds. */
export interface HandedOver {
  /** "0499", "R-2100". */
  readonly reference: string;
  readonly lines: BodyOf<"handover-given">["lines"];
}

/** One group of the note; a group without lines stands too, and says that there is none. */
export interface NoteGroup<One extends HandedOver> {
  readonly group: HandoverGroup;
  readonly says: string;
  /** In how many of what is handed over: one danger has a line for where, and one for each way to reach the person. */
  readonly matters: number;
  readonly lines: readonly { readonly of: One; readonly says: string; readonly knowing: One["lines"][number]["knowing"] }[];
}

/** What a group of a handover is called. */
export const handoverGroupInWords: Readonly<Record<HandoverGroup, string>> = {
  danger: "Danger now",
  unanswered: "Wrote, and nobody has answered",
  "cannot-wait": "Cannot wait",
  due: "Due",
  promised: "What I promised, to whom",
  "not-done": "Not done, and why",
};

/** The note of a shift over everything that is handed over, in the order in which it is read. */
export function shiftNote<One extends HandedOver>(all: readonly One[]): readonly NoteGroup<One>[] {
  const lines = all.flatMap((of) => of.lines.map((line) => ({ ...line, of })));
  return handoverGroups.map((group) => {
    const own = lines.filter((line) => line.group === group).map(({ of, says, knowing }) => ({ of, says, knowing }));
    return { group, says: handoverGroupInWords[group], matters: new Set(own.map(({ of }) => of)).size, lines: own };
  });
}
