import type { ReactElement } from "react";
import { operations, parseRole } from "@unmask/case";
import { sayCount } from "@unmask/words";
import type { Place } from "../address/place.ts";
import type { Way } from "../address/use-place.ts";
import type { Waits } from "../desk/changes.ts";
import { PlaceLink } from "./place-link.tsx";

/**
 * Says on every screen what somebody handed to this officer, that a report of theirs stands in a case that another made, or that another put them on
 * one, and that a case of theirs was opened without need to know, until each was read.
 */
export function WaitsBands({
  waits,
  way,
  role,
}: {
  readonly waits: Waits;
  readonly way: Way;
  /** Whoever has no way to a case itself is led to what is held in it. */
  readonly role: string;
}): ReactElement | null {
  const { handover, opened, put } = waits;
  const isHandover = handover > 0 && way.place.screen !== "handover";
  const known = parseRole(role);
  const readsCases = known !== undefined && operations["read-case"].roles[known] !== undefined;
  const placeOf = (ref: string): Place => (readsCases ? { screen: "case", case: ref, part: "now" } : { screen: "disclosure", case: ref });
  if (!isHandover && opened.length + put.length === 0) return null;
  return (
    <div className="band minded" role="status">
      {isHandover && (
        <p>
          <b className="mind">
            {sayCount(handover, "matter")} {handover === 1 ? "is" : "are"} handed to you.
          </b>{" "}
          <PlaceLink way={way} to={{ screen: "handover" }}>
            Read the note
          </PlaceLink>
        </p>
      )}
      {put.map(({ case: ref, reports }) => (
        <p key={`put ${ref}`}>
          <b className="mind">
            {reports.length === 0
              ? `You were put on case ${ref}.`
              : `${reports.join(" and ")}, which ${reports.length === 1 ? "is" : "are"} with you, ${reports.length === 1 ? "stands" : "stand"} in case ${ref} now. You are on it.`}
          </b>{" "}
          <PlaceLink way={way} to={placeOf(ref)}>
            Open {ref}
          </PlaceLink>
        </p>
      ))}
      {opened.map((ref) => (
        <p key={ref}>
          <b className="mind">Your case {ref} was opened without need to know.</b>{" "}
          <PlaceLink way={way} to={placeOf(ref)}>
            Who opened {ref}, and why
          </PlaceLink>
        </p>
      ))}
    </div>
  );
}
