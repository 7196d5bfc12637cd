import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import { sayClock, sayList } from "@unmask/words";
import type { OpenedAnyway } from "../desk/opened-anyway.ts";
import { inItsDirection } from "../desk/writing-direction.ts";
import { zone } from "./say-when.ts";

/** Says on every screen that a case is open without need to know, why, who was told, and when it ends by itself. */
export function OpenedBands({
  openings,
  now,
  close,
}: {
  readonly openings: readonly OpenedAnyway[];
  readonly now: Instant;
  readonly close: (opening: OpenedAnyway) => void;
}): ReactElement | null {
  const open = openings.filter(({ until }) => until > now);
  if (open.length === 0) return null;
  return (
    <div className="band minded" role="status">
      {open.map((one) => (
        <p key={one.case}>
          <b className="mind">
            Case {one.case} is open without need to know, {sayClock(one.since, zone)}, until {sayClock(one.until, zone)}.
          </b>{" "}
          Your reason: “{inItsDirection(one.words)}”.{" "}
          {one.told.length === 0
            ? "Nobody could be told: no supervisor is on the list."
            : `${sayList(one.told)} ${one.told.length === 1 ? "was" : "were"} told: it stands under Supervision and at the head of the case.`}{" "}
          <button type="button" className="in-line" onClick={() => close(one)}>
            Close now
          </button>
        </p>
      ))}
    </div>
  );
}
