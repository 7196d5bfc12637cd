import type { Side } from "@unmask/core";
import type { TimelineView } from "../engine/protocol.ts";
import { sayCount, sayNumber } from "@unmask/words";

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
  return `${sayCount(view.acts, "act")}: ${partsOf(view, order).join(", ")}`;
}

/** "489 from a withheld number, 12 others’": what is in no picture; empty when there is nothing. */
export function sayOutsidePicture(view: Sides): string {
  return partsOf(view, ["perhaps theirs", "hers to others", "hers to nobody named", "withheld", "nobody named", "others"]).join(", ");
}

function partsOf({ sides, isHerSideKnown }: Sides, shown: readonly Side[]): string[] {
  const least = isHerSideKnown ? "" : "at least ";
  const say: Readonly<Record<Side, (count: string) => string>> = {
    theirs: (count) => `${count} theirs`,
    "perhaps theirs": (count) => `${count} perhaps theirs`,
    "hers to them": (count) => `${least}${count} yours to them`,
    "hers to others": (count) => `${least}${count} yours to others`,
    "hers to nobody named": (count) => `${least}${count} yours to nobody named`,
    withheld: (count) => `${count} from a withheld number`,
    "nobody named": (count) => `${count} by nobody named`,
    others: (count) => (isHerSideKnown ? `${count} others’` : `${count} others’ or yours`),
  };
  return shown.filter((side) => side === "theirs" || sides[side] > 0).map((side) => say[side](sayNumber(sides[side])));
}

/** What the pack will hold, a row for each side: what it is, and how many. */
export function rowsOfSides({ sides, isHerSideKnown }: Sides): readonly { readonly says: string; readonly count: string }[] {
  const acts = (count: number): string => sayCount(count, "act");
  const ofHers = (count: number): string => (isHerSideKnown ? acts(count) : count === 0 ? "not known" : `at least ${acts(count)}`);
  return [
    { says: "What they did", count: acts(sides.theirs) },
    ...(sides["perhaps theirs"] > 0 ? [{ says: "What they perhaps did", count: acts(sides["perhaps theirs"]) }] : []),
    { says: "What you did towards them: your own messages go with theirs", count: ofHers(sides["hers to them"]) },
    ...(sides["hers to others"] > 0 ? [{ says: "What you sent to others", count: ofHers(sides["hers to others"]) }] : []),
    ...(sides["hers to nobody named"] > 0 ? [{ says: "What you did to nobody named", count: ofHers(sides["hers to nobody named"]) }] : []),
    ...(sides.withheld > 0 ? [{ says: "From a withheld number", count: acts(sides.withheld) }] : []),
    ...(sides["nobody named"] > 0 ? [{ says: "By nobody named", count: acts(sides["nobody named"]) }] : []),
    ...(sides.others > 0 ? [{ says: isHerSideKnown ? "By other people" : "By other people, or by you", count: acts(sides.others) }] : []),
  ];
}
