import { plural, t } from "@lingui/core/macro";
import type { Side } from "@unmask/core";
import type { TimelineView } from "../engine/protocol.ts";
import { sayNumber } from "@unmask/words";

/** Words for how many acts are whose. While nobody is her, what is hers can stand among the others', and each number of it is "at least". */

type Sides = Pick<TimelineView, "acts" | "sides" | "isHerSideKnown">;

const order: readonly Side[] = [
  "theirs",
  "perhaps theirs",
  "hers to them",
  "hers to others",
  "hers to nobody named",
  "withheld",
  "nobody named",
  "others",
];

/** "3,070 acts: 2,522 theirs, 59 yours to them, 489 from a withheld number". The numbers add up; sides without an act are left out. */
export function saySides(view: Sides): string {
  return t`${plural(view.acts, { one: "# act", other: "# acts" })}: ${partsOf(view, order).join(", ")}`;
}

/** "489 from a withheld number, 12 others’": what is in no picture; empty when there is nothing. */
export function sayOutsidePicture(view: Sides): string {
  return partsOf(view, ["perhaps theirs", "hers to others", "hers to nobody named", "withheld", "nobody named", "others"]).join(", ");
}

function partsOf({ sides, isHerSideKnown }: Sides, shown: readonly Side[]): string[] {
  const hers = (count: string): string => (isHerSideKnown ? count : t`at least ${count}`);
  const say: Readonly<Record<Side, (count: string) => string>> = {
    theirs: (count) => t`${count} theirs`,
    "perhaps theirs": (count) => t`${count} perhaps theirs`,
    "hers to them": (count) => t`${hers(count)} yours to them`,
    "hers to others": (count) => t`${hers(count)} yours to others`,
    "hers to nobody named": (count) => t`${hers(count)} yours to nobody named`,
    withheld: (count) => t`${count} from a withheld number`,
    "nobody named": (count) => t`${count} by nobody named`,
    others: (count) => (isHerSideKnown ? t`${count} others’` : t`${count} others’ or yours`),
  };
  return shown.filter((side) => side === "theirs" || sides[side] > 0).map((side) => say[side](sayNumber(sides[side])));
}

/** What the pack will hold, a row for each side: what it is, and how many. */
export function rowsOfSides({ sides, isHerSideKnown }: Sides): readonly { readonly says: string; readonly count: string }[] {
  const acts = (count: number): string => plural(count, { one: "# act", other: "# acts" });
  const ofHers = (count: number): string => (isHerSideKnown ? acts(count) : count === 0 ? t`not known` : t`at least ${acts(count)}`);
  return [
    { says: t`What they did`, count: acts(sides.theirs) },
    ...(sides["perhaps theirs"] > 0 ? [{ says: t`What they perhaps did`, count: acts(sides["perhaps theirs"]) }] : []),
    { says: t`What you did towards them: your own messages go with theirs`, count: ofHers(sides["hers to them"]) },
    ...(sides["hers to others"] > 0 ? [{ says: t`What you sent to others`, count: ofHers(sides["hers to others"]) }] : []),
    ...(sides["hers to nobody named"] > 0 ? [{ says: t`What you did to nobody named`, count: ofHers(sides["hers to nobody named"]) }] : []),
    ...(sides.withheld > 0 ? [{ says: t`From a withheld number`, count: acts(sides.withheld) }] : []),
    ...(sides["nobody named"] > 0 ? [{ says: t`By nobody named`, count: acts(sides["nobody named"]) }] : []),
    ...(sides.others > 0 ? [{ says: isHerSideKnown ? t`By other people` : t`By other people, or by you`, count: acts(sides.others) }] : []),
  ];
}
