import type { ReactElement, ReactNode } from "react";
import type { Instant } from "@unmask/core";
import type { ToldDanger } from "../desk/case-page.ts";
import { KnownBy } from "./known-by.tsx";
import { sayWhen } from "./say-when.ts";

/** Dangers that were said: each with its own minute and words, who wrote it, who was there, and why it is over; red only while it stands. */
export function ToldDangers({
  dangers,
  now,
  next,
}: {
  readonly dangers: readonly ToldDanger[];
  readonly now: Instant;
  /** What can be done about one. */
  readonly next?: (danger: ToldDanger) => ReactNode;
}): ReactElement {
  return (
    <ul className="lines">
      {dangers.map((danger) => (
        <li key={`${danger.of} ${danger.since} ${danger.says}`}>
          <span className={danger.ended === undefined ? "danger bold" : "bold"}>{sayWhen(danger.since, now)}</span>
          <span>
            {danger.says} <KnownBy how={danger.knowing} />
            <span className="line second">{sayOf(danger)}</span>
            {danger.met.map(({ says, at, by }) => (
              <span className="line second" key={`${at} ${says}`}>
                {danger.tellsForce === undefined ? "There" : `Told to ${danger.tellsForce}`}, {sayWhen(at, now)}: {says}
                {sayBy(by)}
              </span>
            ))}
            {danger.met.length === 0 && (
              <span className="line second">
                {danger.tellsForce === undefined
                  ? "That somebody is there was not written."
                  : `That ${danger.tellsForce} was told was not written.`}
              </span>
            )}
            {danger.ended !== undefined && (
              <span className="line second">
                Ended {sayWhen(danger.ended.at, now)}
                {danger.ended.by === null ? "" : ` by ${danger.ended.by}`}: {danger.ended.reason}
              </span>
            )}
            {next?.(danger)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function sayOf({ of, name, by }: ToldDanger): string {
  const where = of.startsWith("R-") ? `Said in ${of}${name === undefined ? "" : `, ${name}`}` : "Said in this case";
  return by === null ? `${where}.` : `${where}, written by ${by}.`;
}

function sayBy(by: string | null): string {
  return by === null ? "" : ` (${by})`;
}
