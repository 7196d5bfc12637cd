import type { ReactElement, ReactNode } from "react";
import { operations, parseRole } from "@unmask/case";
import { sayCount, sayNumber } from "@unmask/words";
import type { Place } from "../address/place.ts";
import type { Way } from "../address/use-place.ts";
import type { Waits } from "../desk/changes.ts";
import type { Layout } from "./layout.ts";
import { PlaceLink } from "./place-link.tsx";

/**
 * Says on every screen what somebody handed to this officer, that a report of theirs stands in a case that another made, or that another put them on
 * one, and that a case of theirs was opened without need to know, until each was read.
 */
export function WaitsBands({
  waits,
  way,
  role,
  layout,
}: {
  readonly waits: Waits;
  readonly way: Way;
  /** Whoever has no way to a case itself is led to what is held in it. */
  readonly role: string;
  readonly layout: Layout;
}): ReactElement | null {
  const { handover, opened, put } = waits;
  const isHandover = handover > 0 && way.place.screen !== "handover";
  const known = parseRole(role);
  const readsCases = known !== undefined && operations["read-case"].roles[known] !== undefined;
  const placeOf = (ref: string): Place => (readsCases ? { screen: "case", case: ref, part: "now" } : { screen: "disclosure", case: ref });
  const lines: readonly ReactNode[] = [
    ...(isHandover
      ? [
          <p key="handover">
            <b className="mind">
              {sayCount(handover, "matter")} {handover === 1 ? "is" : "are"} handed to you.
            </b>{" "}
            <PlaceLink way={way} to={{ screen: "handover" }}>
              Read the note
            </PlaceLink>
          </p>,
        ]
      : []),
    ...put.map(({ case: ref, reports }) => (
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
    )),
    ...opened.map((ref) => (
      <p key={ref}>
        <b className="mind">Your case {ref} was opened without need to know.</b>{" "}
        <PlaceLink way={way} to={placeOf(ref)}>
          Who opened {ref}, and why
        </PlaceLink>
      </p>
    )),
  ];
  if (lines.length === 0) return null;
  return (
    <div className="band minded" role="status">
      {lines.length <= mostLines[layout] ? (
        lines
      ) : (
        <details className="folded">
          <summary>
            <b className="mind">{sayWaits({ handover: isHandover ? handover : 0, opened, put })}</b>
          </summary>
          {lines}
        </details>
      )}
    </div>
  );
}

/** Lines that stand open: more would push what the officer came for out of sight, and are folded with their count. */
const mostLines: Readonly<Record<Layout, number>> = { wide: 3, medium: 2, narrow: 1 };

/** "6 to read: 3 handed to you, put on 2 cases, 1 case opened without need to know." */
function sayWaits({ handover, opened, put }: Pick<Waits, "handover" | "opened" | "put">): string {
  const parts = [
    ...(handover === 0 ? [] : [`${sayNumber(handover)} handed to you`]),
    ...(put.length === 0 ? [] : [`put on ${sayCount(put.length, "case")}`]),
    ...(opened.length === 0 ? [] : [`${sayCount(opened.length, "case")} opened without need to know`]),
  ];
  return `${sayNumber(handover + put.length + opened.length)} to read: ${parts.join(", ")}.`;
}
