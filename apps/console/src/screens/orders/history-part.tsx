import type { ReactElement } from "react";
import { londonDayOf } from "./history-words.ts";
import { sayCount } from "@unmask/words";
import { sayNow } from "../../parts/say-when.ts";
import { ChangedList } from "./changed-list.tsx";
import type { OrderPart, OrderPartProps } from "./order-part.ts";
import { kindOfEvent, wordsOfEvent } from "./history-words.ts";

/** Everything that was written of an order, the newest first, with what each entry changed beside its own line. */
export const historyPart: OrderPart = {
  part: "history",
  says: "History",
  note: ({ events }) => ({ says: sayCount(events.length, "entry", "entries") }),
  Work: History,
};

function History({ page }: OrderPartProps): ReactElement {
  const { events, changed, nameOf, state } = page;
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
          return (
            <li key={event.number}>
              <b>{kindOfEvent(event.kind)}</b>{" "}
              <span className="second-words">
                {event.number}; {sayNow(event.happened)}, {nameOf(event.by)}
                {isLate && `; written ${sayNow(event.recorded)}`}
              </span>
              {wordsOfEvent(event).map((words, i) => (
                // One entry can say the same twice.
                <span key={`${i} ${words}`} className="line second">
                  <bdi>{words}</bdi>
                </span>
              ))}
              {rows.length > 0 && <ChangedList rows={rows} none="" />}
            </li>
          );
        })}
      </ol>
    </>
  );
}
