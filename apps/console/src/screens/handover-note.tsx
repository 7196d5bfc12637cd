import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import { type HandoverGroup, shiftNote } from "@unmask/case";
import { sayCount, sayNumber } from "@unmask/words";
import type { Place } from "../address/place.ts";
import type { Way } from "../address/use-place.ts";
import { sayAbout } from "../desk/called.ts";
import type { MyMatter } from "../desk/handover.ts";
import { sayDaysIn } from "../parts/civil-day.ts";
import { KnownBy } from "../parts/known-by.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { sayWhen } from "../parts/say-when.ts";

/** How the head of a group stands out where something is in it. */
// partial: the other groups are plain.
const marks: Readonly<Partial<Record<HandoverGroup, string>>> = { danger: "danger", unanswered: "mind", "cannot-wait": "mind" };

/** A note in the order in which it is read: danger, what nobody has answered, what cannot wait, what is due, what was promised, what was not done. None is said, too. */
export function HandoverNote({
  matters,
  way,
  now,
}: {
  readonly matters: readonly MyMatter[];
  readonly way: Way;
  readonly now: Instant;
}): ReactElement {
  const quiet = matters.filter(({ lines }) => lines.length === 0);
  return (
    <>
      {shiftNote(matters).map(({ group, says, matters: within, lines }) => (
        <section key={group} className="note-group">
          <h3 className={lines.length === 0 ? "" : (marks[group] ?? "")}>
            {says}{" "}
            <span className="second-words">
              {lines.length === 0 ? "none" : group === "danger" ? `in ${sayCount(within, "matter")}` : sayNumber(lines.length)}
            </span>
          </h3>
          {lines.length > 0 && (
            <ul className="note-lines">
              {lines.map((line) => (
                <li key={`${line.of.reference} ${line.says}`}>
                  <Whose matter={line.of} way={way} now={now} />
                  <span className={group === "danger" || group === "unanswered" ? "bold" : ""}>{sayDaysIn(line.says)}</span>
                  <KnownBy how={line.knowing} />
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
      {quiet.length > 0 && (
        <section className="note-group">
          <h3>
            Nothing open in these <span className="second-words">{sayNumber(quiet.length)}</span>
          </h3>
          <ul className="note-lines">
            {quiet.map((matter) => (
              <li key={matter.reference}>
                <Whose matter={matter} way={way} now={now} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Whose({ matter, way, now }: { readonly matter: MyMatter; readonly way: Way; readonly now: Instant }): ReactElement {
  const { reference, name, about, waitsFor } = matter;
  return (
    <span>
      <PlaceLink way={way} to={placeOf(reference)}>
        <b>{reference}</b> {name}
      </PlaceLink>
      {about !== undefined && <span className="line second">{sayAbout({ about })}</span>}
      {waitsFor && (
        <span className="line second">
          given to {waitsFor.says} {sayWhen(waitsFor.since, now)}, not read yet
        </span>
      )}
    </span>
  );
}

/** `R-2100` is a report, every other number a case. */
function placeOf(reference: string): Place {
  return reference.startsWith("R-") ? { screen: "report", reference } : { screen: "case", case: reference, part: "now" };
}
