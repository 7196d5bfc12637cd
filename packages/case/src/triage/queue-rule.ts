import { type ReadValue, type Result, count, fault, list, object, oneOf, parseCivilDay, parsed, readStrictly } from "@unmask/core";
import type { QueueGroup } from "../event/shapes.ts";

/** How a force sorts its queue: data with the day it holds from. It stands over the rows. Danger is first in every rule. */
export interface QueueRule {
  /** "Northshire". */
  readonly force: string;
  /** Civil day from which it holds. */
  readonly date: string;
  /** What stands right after danger in every rule, of whatever group it is. */
  readonly ahead: { readonly name: string; readonly says: string };
  /** The groups after danger, in the order of this force. */
  readonly afterDanger: readonly [MinorGroup, MinorGroup, MinorGroup];
  /** Unread for longer than this many hours is long. */
  readonly longHours: number;
  /** What each group is, in words. */
  readonly groups: Readonly<Record<QueueGroup, { readonly name: string; readonly says: string }>>;
}

type MinorGroup = Exclude<QueueGroup, "danger">;

/** Why a row stands right after danger. */
export type AheadKind = "weapon" | "again" | "afraid" | "unsaid" | "over" | "order";

/** These in their order, with the mark of such a row. It is in every rule: no force can set away that a weapon is read before an order of weeks ago. */
export const aheadOrder: readonly { readonly kind: AheadKind; readonly mark: string; readonly says: string }[] = [
  { kind: "weapon", mark: "Weapon", says: "a weapon was told, or words that nobody has read or answered name one" },
  { kind: "again", mark: "Wrote again", says: "the person wrote again and nobody has answered" },
  { kind: "afraid", mark: "Afraid", says: "fear was told" },
  {
    kind: "unsaid",
    mark: "Unread",
    says: "a letter could not be read and nothing is decided, or nobody said whether there is danger and nobody has read it",
  },
  { kind: "over", mark: "Danger over", says: "a danger is over and nothing is decided since it was said" },
  { kind: "order", mark: "Order", says: "an order was told" },
];

/** English words for a weapon, looked for as whole words in what waits unread or unanswered. One that is not here says nothing about what was written. */
export const weaponWords: readonly string[] = [
  ...["weapon", "weapons", "knife", "knives", "blade", "machete", "sword", "axe", "hammer", "crowbar", "crossbow"],
  ...["gun", "guns", "handgun", "pistol", "revolver", "shotgun", "rifle", "firearm", "acid", "petrol"],
];

/** What a force has until it writes its own. Our own design: no national rule was found. */
export function shippedQueueRule(force: string): QueueRule {
  return {
    force,
    date: "2026-11-27",
    ahead: {
      name: "Look first",
      says: `in this order: ${aheadOrder.map(({ says }) => says).join("; ")}`,
    },
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

/** What a force sets of it itself, and from which civil day it holds. */
export type QueueRuleSet = Pick<QueueRule, "date" | "afterDanger" | "longHours">;

/** The groups that a force can put in another order: danger is first in every rule, and no force can set that away. */
const minorGroups: readonly MinorGroup[] = ["breach", "repeat", "first"];
/** Hours after which unread is long: none would make the word mean nothing, and a week hides who waits. */
const mostLongHours = 72;

/** Reads the order of the groups after danger: each once. */
export const afterDangerFromJson: ReadValue<QueueRule["afterDanger"]> = (value, path) => {
  const [one, two, three, ...more] = list(oneOf(minorGroups))(value, path);
  if (one === undefined || two === undefined || three === undefined || more.length > 0) return fault(path, "has not three groups");
  return new Set([one, two, three]).size === 3 ? [one, two, three] : fault(path, "has a group twice");
};

/** Reads after how many hours unread is long: 1 to 72. */
export const longHoursFromJson: ReadValue<number> = (value, path) => {
  const hours = count(value, path);
  return hours >= 1 && hours <= mostLongHours ? hours : fault(path, `is not 1 to ${mostLongHours}`);
};

const ruleSet: ReadValue<QueueRuleSet> = object(({ must }) => ({
  date: must(
    "date",
    parsed((one) => (parseCivilDay(one) === undefined ? undefined : one), "day written like 2026-11-25"),
  ),
  afterDanger: must("afterDanger", afterDangerFromJson),
  longHours: must("longHours", longHoursFromJson),
}));

/** What a force set, as text; `parseQueueRuleSet` reads it. */
export function queueRuleSetToText({ date, afterDanger, longHours }: QueueRuleSet): string {
  return JSON.stringify({ date, afterDanger, longHours });
}

/** Reads what `queueRuleSetToText` wrote; the error says where it differs. Throws where it is no JSON: this program alone writes it. */
export function parseQueueRuleSet(written: string): Result<QueueRuleSet, string> {
  const value: unknown = JSON.parse(written);
  return readStrictly(value, "queue rule", ruleSet);
}

/** The rule in words: "Danger, look first, breach, repeat, first report, then longest unread". */
export function ruleInWords({ ahead, afterDanger, groups }: QueueRule): string {
  return `Danger, ${ahead.name.toLowerCase()}, ${afterDanger.map((group) => groups[group].name.toLowerCase()).join(", ")}, then longest unread`;
}
