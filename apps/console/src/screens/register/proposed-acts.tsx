import { type ReactElement, useState } from "react";
import { sayCount } from "@unmask/words";
import { type ProposedDay, stoodOf } from "@unmask/case";
import { useKeys } from "../../keys/keyboard.tsx";
import { KeyCap } from "../../parts/key-cap.tsx";
import { KnownBy } from "../../parts/known-by.tsx";
import { OrderForms } from "../../parts/order-forms.tsx";
import { PlaceLink } from "../../parts/place-link.tsx";
import type { OrderPartProps } from "../orders/order-part.ts";
import { openProposedSpecs, setAsideSpec } from "./proposed-specs.ts";
import { type ReadAlike, actsUnder, eachOnce, readAlike, sayAct, sayActsInTime, sayDayOf, sayRule, sayUnder } from "./proposed-words.ts";

/** Acts that lie in the time of an order, a day at a time: under which condition each can lie and by which rule, what has to be read, and what an officer does with them. */

const nextKey = { name: "next-proposed", presses: ["i"], cap: "I" };

/** The section; what binds acts to this order is said also where there are none. */
export function ProposedActs(props: OrderPartProps): ReactElement {
  const { page } = props;
  const { acts, days, moreDays } = page.proposed;
  const [chosen, choose] = useState<string | undefined>(undefined);
  const here = days.find((one) => sayDayOf(one) === chosen) ?? days[0];
  const next = (): void => {
    const day = days[(days.findIndex((one) => one === here) + 1) % days.length];
    if (day !== undefined) choose(sayDayOf(day));
  };
  useKeys(days.length < 2 ? [] : [{ ...nextKey, says: "next day of acts", isInBar: true, run: next }]);
  return (
    <section aria-labelledby="proposed" className="breach-step proposed">
      <h2 id="proposed">
        {acts === 0 ? "No act in the time of this order waits to be looked at" : sayActsInTime(acts)}{" "}
        {acts > 0 && <span className="second-words">proposed by rules that are shown; nobody has decided</span>}
      </h2>
      <p className="second-words">{restsOn(props)}</p>
      {days.length > 1 && (
        <nav aria-label="Days with acts" className="referral-list">
          <ul>
            {days.map((one) => (
              <li key={sayDayOf(one)}>
                <button type="button" aria-current={one === here ? "true" : undefined} onClick={() => choose(sayDayOf(one))}>
                  <b>{sayDayOf(one)}</b>
                  <span className="second-words">
                    {sayCount(one.many, "act")}: {sayUnder(one.under)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <KeyCap of={nextKey} />
        </nav>
      )}
      {moreDays > 0 && <p className="second-words">And {sayCount(moreDays, "day")} before these: they come here when these are settled.</p>}
      {here !== undefined && <Day key={sayDayOf(here)} {...props} day={here} />}
    </section>
  );
}

function restsOn({ page }: OrderPartProps): string {
  if (page.case === null)
    return "This order stands in no case here, so no act is held against it. A subject of the same name is not taken for the same person.";
  const who = page.state.subject.name;
  return `What binds them: this order and their reports stand in case ${page.case.ref}. That the acts are of ${who} is what their reports state; no name was compared, and a person says so by opening one.`;
}

function Day({ day, ...props }: OrderPartProps & { readonly day: ProposedDay }): ReactElement {
  const { page } = props;
  const shown = day.acts.length;
  return (
    <article aria-labelledby="proposed-day">
      <h3 id="proposed-day">
        {sayDayOf(day)} <span className="second-words">{sayCount(day.many, "act")}</span>
      </h3>
      {day.under.map(({ condition, many }) => (
        <Under key={condition ?? "read"} {...props} {...{ day, condition, many }} />
      ))}
      <Lines title="Asked before anything else" lines={day.readings.flatMap(({ asks }) => asks)} />
      <Lines title="Could change it" lines={day.readings.flatMap(({ couldChange }) => couldChange)} />
      <details>
        <summary>
          {shown < day.many
            ? `The first ${shown} of ${sayCount(day.many, "act")}`
            : day.many === 1
              ? "The act"
              : `The ${sayCount(day.many, "act")}`}
          , without {day.many === 1 ? "its" : "their"} words
        </summary>
        <ul className="plain-lines">
          {day.acts.map((act) => (
            <li key={act.act}>
              {sayAct(act)}, {act.report}{" "}
              {act.kept !== undefined && page.case?.isMember === true && (
                <PlaceLink way={props.at.way} to={{ screen: "act", case: page.case.ref, ...act.kept }}>
                  Read it
                </PlaceLink>
              )}
            </li>
          ))}
        </ul>
        {page.case?.isMember !== true && <p className="second-words">What stands in them is read by whoever is on the case.</p>}
      </details>
      <OrderForms {...props} specs={[...openProposedSpecs(day, page.state), setAsideSpec(day)]} />
    </article>
  );
}

function Under({
  page,
  day,
  condition,
  many,
}: OrderPartProps & { readonly day: ProposedDay; readonly condition: number | null; readonly many: number }): ReactElement {
  const read = readAlike(day, condition);
  const order = page.state.orders.findLast(({ which }) => which === day.which);
  // The words that stood on that day: a court can have changed them since.
  const stood = order ? stoodOf(order, page.state).filter(({ from, to }) => from <= day.day && (to === null || day.day <= to)) : [];
  const words = stood.flatMap(({ conditions }) => conditions).find((one) => one.condition === condition)?.says;
  const byHand = page.state.breaches.filter(
    (one) => one.order === day.which && one.day === day.day && "condition" in one.of && one.of.condition === condition,
  );
  return (
    <div className="two-columns">
      <div>
        <h4>
          {condition === null ? `${sayCount(many, "act")}: no rule fits` : `${sayCount(many, "act")} can lie under condition ${condition}`}
        </h4>
        {words === undefined ? (
          <p>A person has to read whether what was done is under a condition.</p>
        ) : (
          <blockquote className="account">
            <bdi>“{words}”</bdi>
          </blockquote>
        )}
        {byHand.length > 0 && (
          <p className="second-words">Of this day and condition there is open already: {byHand.map(({ breach }) => breach).join(", ")}.</p>
        )}
      </div>
      <div>
        {fitsOf(read, condition).map(({ why, rule, of }) => (
          <p key={`${why} ${rule}`}>
            <bdi>{why}</bdi> <KnownBy how="worked-out" from={rule} />{" "}
            {of < actsUnder(day, condition).length && <span className="second-words">{sayCount(of, "act")}</span>}
          </p>
        ))}
        <Lines
          title="Has to be read"
          lines={read.flatMap(({ reading }) => reading.toRead.map((one) => `Condition ${one.condition}: ${one.why}`))}
        />
        <Lines
          title="Read, and does not fit"
          lines={read.flatMap(({ reading }) => reading.not.map((one) => `Condition ${one.condition}: ${one.why}`))}
        />
      </div>
    </div>
  );
}

/** Why acts fit a condition, each reason once, with how many rest on it. */
function fitsOf(
  read: readonly ReadAlike[],
  condition: number | null,
): readonly { readonly why: string; readonly rule: string; readonly of: number }[] {
  const whys = new Map<string, { readonly why: string; readonly rule: string; readonly of: number }>();
  for (const { reading, many } of read)
    for (const one of reading.fits.filter((fits) => fits.condition === condition)) {
      const rule = sayRule(one);
      const key = `${one.why} ${rule}`;
      whys.set(key, { why: one.why, rule, of: (whys.get(key)?.of ?? 0) + many });
    }
  return [...whys.values()];
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): ReactElement | null {
  const each = eachOnce(lines);
  if (each.length === 0) return null;
  return (
    <p>
      <b>{title}:</b>{" "}
      {each.map((one, i) => (
        <span key={one} className={one.endsWith(".") || one.endsWith("?") ? "line" : undefined}>
          {i > 0 && !/[.?]$/.test(one) && "; "}
          <bdi>{one}</bdi>
        </span>
      ))}
    </p>
  );
}
