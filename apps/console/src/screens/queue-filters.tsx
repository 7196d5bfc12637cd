import type { ReactElement, RefObject } from "react";
import { type CivilDay, type Instant, daysFromCivil, parseCivilDay } from "@unmask/core";
import { sayClock, sayDay, sayNumber } from "@unmask/words";
import type { Queue } from "@unmask/case";
import type { QueueFilter, QueuePlace } from "../address/place.ts";
import type { Way } from "../address/use-place.ts";
import { PlaceLink } from "../parts/place-link.tsx";
import { zone } from "../parts/say-when.ts";

/** What the links over the rows and the line of their rule are given. */
interface OfRows {
  readonly place: QueuePlace;
  readonly way: Way;
  readonly queue: Queue;
}

/** Which rows, by the force's groups. */
export function QueueFilters({
  place,
  way,
  queue,
  mine,
  filters,
}: OfRows & { readonly mine: number; readonly filters: RefObject<HTMLElement | null> }): ReactElement {
  const { counts } = queue.head;
  const shown: readonly (readonly [QueueFilter, string, number])[] = [
    ["all", "All", counts.all],
    ["danger", "Danger now", counts.danger],
    ["ahead", queue.head.ahead.name, counts.ahead],
    ["breach", "Breach", counts.broken],
    ["repeat", "Repeat", counts.repeat],
    ["first", "First", counts.first],
    ["mine", "Mine", mine],
    ["unread", "Unread too long", counts.long],
  ];
  return (
    <nav aria-label="Which rows" ref={filters}>
      {shown.map(([filter, says, count]) => (
        <PlaceLink key={filter} way={way} to={{ screen: "queue", filter, sort: place.sort }} isHere={place.filter === filter}>
          {`${says} ${sayNumber(count)}`}
        </PlaceLink>
      ))}
    </nav>
  );
}

/** By whose rule the rows stand, and when they were read. */
export function QueueRule({
  place,
  way,
  queue,
  asked,
  again,
  startExport,
}: OfRows & {
  readonly asked: Instant;
  readonly again: () => void;
  /** Absent for whoever may hand out no list (docs/access.md). */
  readonly startExport: (() => void) | undefined;
}): ReactElement {
  const { rule } = queue.head;
  return (
    <p className="rule-words">
      {place.sort === "rule" ? (
        <>
          {rule.says}: this force’s rule of {sayRuleDay(rule.date)}.{" "}
          <PlaceLink way={way} to={{ ...place, sort: "unread" }}>
            Longest unread first
          </PlaceLink>
        </>
      ) : (
        <>
          Danger, then longest unread.{" "}
          <PlaceLink way={way} to={{ ...place, sort: "rule" }}>
            By this force’s rule
          </PlaceLink>
        </>
      )}{" "}
      <button type="button" className="in-line" onClick={again} aria-keyshortcuts="R">
        As of {sayClock(asked, zone)}: look again
      </button>{" "}
      {startExport && (
        <button type="button" className="in-line" onClick={startExport}>
          Export as CSV
        </button>
      )}
    </p>
  );
}

function sayRuleDay(date: string): string {
  const day: CivilDay | undefined = parseCivilDay(date);
  return day === undefined ? date : sayDay(daysFromCivil(day));
}
