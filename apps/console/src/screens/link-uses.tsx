import type { ReactElement } from "react";
import { sayCount } from "@unmask/words";
import type { LinkSide, SharedIdentifier } from "../desk/links.ts";
import { monthAxisOf, placeOn } from "./moments-on-axis.ts";

/** The drawing in units; it grows with the page. */
const width = 1_000;
const names = 190;
const lane = 44;

/** When each side shows the identifier, on one axis: a silence between two runs is seen before a word is read. */
export function LinkUses({
  shared,
  one,
  other,
}: {
  readonly shared: SharedIdentifier;
  readonly one: LinkSide;
  readonly other: LinkSide;
}): ReactElement {
  const lanes = [
    { side: one, uses: shared.one },
    { side: other, uses: shared.other },
  ];
  const axis = monthAxisOf(lanes.flatMap(({ uses }) => uses.moments));
  const says = lanes.map(({ side, uses }) => `${side.says}: ${sayCount(uses.total, "act")} with it`);
  if (!axis) return <p className="second-words">{says.join(". ")}. No moment of any is known.</p>;
  const across = (place: number): number => names + place * (width - names);
  const bottom = lane * lanes.length + 8;
  return (
    <figure className="uses">
      <div className="sideways" role="region" tabIndex={0} aria-label="When each side has it">
        <svg viewBox={`0 0 ${width} ${bottom + 24}`} role="img" aria-label={`${shared.identifier ?? "Named in both"}. ${says.join(". ")}.`}>
          {axis.months.map(({ at, says: month }) => (
            <g key={at}>
              <line className="stroke role-rule" x1={across(at)} x2={across(at)} y1="4" y2={bottom} strokeWidth="1" />
              <text className="fill role-ink2" x={across(at) + 3} y={bottom + 16} fontSize="13">
                {month}
              </text>
            </g>
          ))}
          {lanes.map(({ side, uses }, i) => {
            const line = lane * (i + 1) - 6;
            return (
              <g key={side.reference}>
                <text className="fill role-ink bold" x="0" y={line - 16} fontSize="14">
                  {side.says}
                </text>
                <text className="fill role-ink2" x="0" y={line} fontSize="13">
                  {sayCount(uses.total, "act")} with it
                </text>
                <line className="stroke role-line" x1={names} x2={width} y1={line} y2={line} strokeWidth="1" />
                {uses.moments.map((moment, j) => (
                  <rect key={j} className="fill role-night" x={across(placeOn(axis, moment)) - 1.5} y={line - 20} width="3" height="20" />
                ))}
              </g>
            );
          })}
        </svg>
      </div>
      <figcaption className="second-words">
        {lanes.some(({ uses }) => uses.moments.length < uses.total)
          ? "The first acts of each side are drawn; the counts are of all."
          : "Each mark is an act. A line without marks: looked, none."}
      </figcaption>
    </figure>
  );
}
