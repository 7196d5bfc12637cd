import type { ReactElement } from "react";
import type { AtCourt } from "../desk/at-court.ts";
import { sayCivilDay } from "./civil-day.ts";

/** Beside a name: that another one, or another birth, went to the court, marked until a second person agrees. `always`: also once they do, where somebody is looked for. */
export function AtCourtMark({
  atCourt,
  always = false,
}: {
  readonly atCourt: AtCourt | undefined;
  readonly always?: boolean;
}): ReactElement | null {
  if (atCourt === undefined || (atCourt.isRead && !always)) return null;
  const { name, born, isRead } = atCourt;
  return (
    <span className={isRead ? "line second" : "line second mind"}>
      the court had <bdi>{name}</bdi>
      {born !== null && `, born ${sayCivilDay(born)}`}
      {!isRead && ": no second person agrees yet with what is written since"}
    </span>
  );
}
