import { dayIn } from "@unmask/core";
import { sayClock, sayCount, sayDay, sayKind, marks } from "@unmask/words";
import { sayAbsences } from "./reading/absences.ts";
import { sayByLane } from "./reading/by-lane.ts";
import { lineOf, quotingLine } from "./reading/line.ts";
import type { Pattern } from "./pattern.ts";
import { type PlacedAct, idsOf } from "./reading/placed-act.ts";
import { actsByWhose } from "./reading/their-acts.ts";
import { spoken } from "./spoken.ts";

/** The last act of theirs, and how old it is. */
export const lastAct: Pattern = spoken({
  id: "last-act",
  looksFor: "The last thing they did, and how many days ago that was.",
  find(timeline, statement, asked) {
    const { theirs } = actsByWhose(timeline, statement);
    const last = theirs
      .filter(({ isStretch }) => !isStretch)
      .reduce<(typeof theirs)[number] | undefined>(
        (latest, one) => (latest !== undefined && latest.earliest > one.earliest ? latest : one),
        undefined,
      );
    if (last === undefined) return [];
    const isOpen = ({ act }: PlacedAct): boolean => act.when.or !== undefined || act.flags.includes("date-order-assumed");
    // Read month first, another could be the last, or this one be of another day.
    const isRead = theirs.some((one) => isOpen(one) && (one === last || one.lastDay > last.day));
    const [read, readBriefly] = isRead ? [", as read day first", ", read day first"] : ["", ""];
    const { at } = asked;
    const { zone } = statement;
    const days = at === undefined ? undefined : dayIn(zone, at) - last.day;
    const age = days === undefined || days < 0 ? "" : `, ${sayCount(days, "day")} before ${marks.now}`;
    const briefAge = age === "" ? "" : `, ${sayCount(days ?? 0, "day")} ago`;
    const hour = last.hour === undefined ? "" : ` at ${sayClock(last.earliest, zone)}`;
    return [
      {
        pattern: lastAct.id,
        standing: "last act",
        line: quotingLine(last.act, {
          around: [
            (words) => `The last act by ${marks.them} in these files, ${sayDay(last.day)}${read}${age}: ${words}.`,
            (words) => `Last act by ${marks.them}, ${sayDay(last.day)}${readBriefly}${briefAge}: ${words}.`,
          ],
          without: lineOf(`The last act by ${marks.them} in these files: ${sayDay(last.day)}${read}${age}.`),
        }),
        says: `The last act by ${marks.them} that the files show was on ${sayDay(last.day)}${hour}${read}${age}: ${sayKind(last.kind).toLowerCase()}${last.kind === "call" ? "" : `, ${sayByLane(last.lane)}`}.`,
        acts: idsOf([last]),
        how: `The latest act that counts as ${marks.theirs} is taken; days are counted on the calendar of ${zone.name} from it to the day on which this was made.`,
        couldChange: [
          `Something may have come later that no file holds, and what is perhaps ${marks.theirs} or by nobody named may have come later.`,
          ...sayAbsences(timeline, statement, [last]),
        ],
        table: {
          columns: ["Last act", `Days before ${marks.now}`],
          rows: [[sayDay(last.day), days === undefined ? "not told" : days]],
        },
      },
    ];
  },
});
