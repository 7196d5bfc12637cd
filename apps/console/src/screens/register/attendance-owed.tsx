import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import type { AtDesk } from "../../at-desk.ts";
import type { CounterPage } from "../../desk/attendance.ts";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { AttendancePaperStep } from "./attendance-paper.tsx";

/** What was just written at this counter. */
export interface WrittenHere {
  /** Number of the event: of this one the paper is owed now. */
  readonly attendance: number;
  /** Its paper was asked for with it. */
  readonly prints: boolean;
}

/** Papers that are owed: of what was just told the step is open, of an older one it opens where that is said. */
export function OwedPapers({
  at,
  counter,
  now,
  again,
  wroteBefore,
  section,
}: {
  readonly at: AtDesk;
  readonly counter: CounterPage;
  readonly now: Instant;
  readonly again: () => void;
  readonly wroteBefore: WrittenHere | undefined;
  /** ": s10(4)", or nothing where no source states it. */
  readonly section: string;
}): ReactElement {
  const [opened, setOpened] = useState<number | undefined>(undefined);
  const done = counter.acknowledged.findLast(({ attendance, given }) => given && attendance === wroteBefore?.attendance);
  return (
    <>
      {done && (
        <p role="status">
          <b>The acknowledgement was given</b>
          {done.signed ? ", and signed." : ", not signed: it is written as that."}
        </p>
      )}
      {counter.owed.map((owed) => {
        const { attendance, day, at: hour, station } = owed;
        const isNew = attendance === wroteBefore?.attendance;
        if (isNew || attendance === opened)
          return (
            <AttendancePaperStep key={attendance} {...{ at, counter, now, again, owed, section }} begins={isNew && wroteBefore.prints} />
          );
        return (
          <div key={attendance} className="notice minded">
            <p>
              <b className="mind">A written acknowledgement is owed{section}.</b> Of what was told on {sayCivilDay(day)} at {hour},{" "}
              <bdi>{station}</bdi>, none was given yet.
            </p>
            <p className="actions">
              <button type="button" className="second-button" onClick={() => setOpened(attendance)}>
                {owed.paper === null ? "Make it now" : "Say what became of it"}
                <span className="unseen">
                  , of {sayCivilDay(day)}, {hour}
                </span>
              </button>
            </p>
          </div>
        );
      })}
    </>
  );
}
