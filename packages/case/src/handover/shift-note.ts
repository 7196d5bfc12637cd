import type { BodyOf } from "../event.ts";
import type { HandoverGroup } from "../event/of-both.ts";
import type { BothState } from "../fold/both-state.ts";
import { linesOfHandover } from "../fold/handover-lines.ts";

/** One report or case that is handed over. */
export interface HandedOver {
  /** "0499", "R-2100". */
  readonly reference: string;
  readonly state: BothState;
  /** What the giver adds. Nothing that happened can be taken out. */
  readonly added: BodyOf<"handover-given">["lines"];
}

/** One group of the note; a group without lines stands too, and says that there is none. */
export interface NoteGroup {
  readonly group: HandoverGroup;
  readonly says: string;
  readonly lines: readonly { readonly reference: string; readonly says: string; readonly knowing: string }[];
}

const groupWords: Readonly<Record<HandoverGroup, string>> = {
  danger: "Danger now",
  "cannot-wait": "Cannot wait",
  due: "Due",
  promised: "What I promised, to whom",
  "not-done": "Not done, and why",
};

const groups: readonly HandoverGroup[] = ["danger", "cannot-wait", "due", "promised", "not-done"];

/** The note of a shift over everything that is handed over, in the order in which it is read. */
export function shiftNote(all: readonly HandedOver[]): readonly NoteGroup[] {
  const lines = all.flatMap(({ reference, state, added }) => [...linesOfHandover(state), ...added].map((line) => ({ ...line, reference })));
  return groups.map((group) => ({
    group,
    says: groupWords[group],
    lines: lines.filter((line) => line.group === group).map(({ reference, says, knowing }) => ({ reference, says, knowing })),
  }));
}
