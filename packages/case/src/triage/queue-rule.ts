import type { QueueGroup } from "../event/shapes.ts";

/** How a force sorts its queue: data with the day it holds from. It stands over the rows. Danger is first in every rule. */
export interface QueueRule {
  /** "Northshire". */
  readonly force: string;
  /** Civil day from which it holds. */
  readonly date: string;
  /** The groups after danger, in the order of this force. */
  readonly afterDanger: readonly [MinorGroup, MinorGroup, MinorGroup];
  /** Unread for longer than this many hours is long. */
  readonly longHours: number;
  /** What each group is, in words. */
  readonly groups: Readonly<Record<QueueGroup, { readonly name: string; readonly says: string }>>;
}

type MinorGroup = Exclude<QueueGroup, "danger">;

/** What a force has until it writes its own. Our own design: no national rule was found. */
export function shippedQueueRule(force: string): QueueRule {
  return {
    force,
    date: "2026-11-27",
    afterDanger: ["breach", "repeat", "first"],
    longHours: 4,
    groups: {
      danger: {
        name: "Danger now",
        says: "somebody says, or a record shows, that a person is at risk at this moment; those with no officer first",
      },
      breach: { name: "Breach", says: "an act falls on a live order, bail or injunction condition" },
      repeat: { name: "Repeat", says: "two or more reports, or an exact identifier already held; no upper limit on the gap between acts" },
      first: { name: "First report", says: "longest unread first" },
    },
  };
}

/** The rule in words: "Danger, breach, repeat, first report, then longest unread". */
export function ruleInWords({ afterDanger, groups }: QueueRule): string {
  return `Danger, ${afterDanger.map((group) => groups[group].name.toLowerCase()).join(", ")}, then longest unread`;
}
