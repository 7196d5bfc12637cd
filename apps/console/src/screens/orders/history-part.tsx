import type { ReactElement } from "react";
import { sayCount } from "@unmask/words";
import { sayNow } from "../../parts/say-when.ts";
import { ChangedList } from "./changed-list.tsx";
import { londonDayOf, namedIn, sayEntry } from "./history-words.ts";
import type { OrderPart, OrderPartProps } from "./order-part.ts";

/** Everything that was written of an order, the newest first, with what each entry changed beside its own line. */
export const historyPart: OrderPart = {
  part: "history",
  says: "History",
  note: ({ events }) => ({ says: sayCount(events.length, "entry", "entries") }),
  Work: History,
};

function History({ page }: OrderPartProps): ReactElement {
  const { events, changed, nameOf, state } = page;
  const named = namedIn(events);
  return (
    <>
      <header className="work-head">
        <h1>
          History of {state.order}, <bdi>{state.subject.name}</bdi>
        </h1>
      </header>
      <p className="sentence">
        {sayCount(events.length, "entry", "entries")}, the newest first. An entry is never changed; a later one overrules, and says what it
        changed.
      </p>
      <ol className="order-history" reversed tabIndex={0} aria-label="Entries">
        {events.toReversed().map((event) => {
          const rows = changed.get(event.number) ?? [];
          const isLate = londonDayOf(event.recorded) !== londonDayOf(event.happened);
          const { says, more } = sayEntry(event, named);
          return (
            <li key={event.number}>
              <bdi className="line bold">{says}</bdi>
              {more.map((words, i) => (
                // One entry can say the same twice.
                <bdi key={`${i} ${words}`} className="line">
                  {words}
                </bdi>
              ))}
              <span className="line second">
                Entry {event.number}: {nameOf(event.by)}, {sayNow(event.happened)}
                {isLate && `; written ${sayNow(event.recorded)}`}
              </span>
              {rows.length > 0 && (
                <details className="entry-changed" open={rows.length <= mostOpen}>
                  <summary>What it changed: {sayCount(rows.length, "line")}</summary>
                  <ChangedList rows={rows} none="" />
                </details>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** Lines that stand open below an entry; more are folded, with their count. */
const mostOpen = 3;
