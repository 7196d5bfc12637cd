import type { ReactElement } from "react";
import { sayCount } from "@unmask/words";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { OrderForms } from "../../parts/order-forms.tsx";
import { sayWhen } from "../../parts/say-when.ts";
import type { OrderPart, OrderPartProps } from "./order-part.ts";
import { RefusalLines } from "./refusal-lines.tsx";
import { stepSpecs } from "./steps-specs.ts";
import { newestOrder, sayUntil, stageInWords } from "./order-words.ts";

/** How far an application is: every step with who took it, and what was refused on the way. */
export const coursePart: OrderPart = {
  part: "course",
  says: "How far it is",
  note: ({ state }) => ({ says: state.typed === null ? stageInWords[state.application.stage] : "typed in from its copy" }),
  Work: Course,
};

function Course(props: OrderPartProps): ReactElement {
  const { page, now } = props;
  const { state, nameOf } = page;
  const { application, typed } = state;
  const order = newestOrder(state);
  return (
    <>
      <header className="work-head">
        <h1>
          {typed === null ? "Application against " : "Order against "}
          <bdi>{state.subject.name}</bdi>
        </h1>
        <p className="sentence">
          {order === undefined
            ? `${stageInWords[application.stage]}. ${sayCount(state.draft.conditions.length, "condition")} written.`
            : `${order.which === "interim" ? "An interim order" : "An order"} was made on ${sayCivilDay(order.made)}, ${sayUntil(order.period.until)}.`}
        </p>
      </header>
      {typed !== null && (
        <p>
          <bdi>{typed.theirs}</bdi> of <bdi>{typed.force}</bdi>, <bdi>{typed.court}</bdi>, typed in by {nameOf(typed.by)}{" "}
          {sayWhen(typed.happened, now)}. Its clocks run there, not here.
        </p>
      )}
      <ol className="order-course">
        {application.course.map(({ stage, happened, by, says, number }) => (
          <li key={`${number} ${stage}`}>
            <b>{stageInWords[stage]}</b>
            <span className="line second">
              {sayWhen(happened, now)}, {nameOf(by)}
            </span>
            {says !== undefined && (
              <span className="line second">
                “<bdi>{says}</bdi>”
              </span>
            )}
          </li>
        ))}
      </ol>
      <OrderForms {...props} specs={typed === null ? stepSpecs(page) : []} />
      {state.courtDays.length > 0 && <h2>Days in court</h2>}
      {state.courtDays.map(({ number, day, at: hour, court, about, withdrawn }) => (
        <p key={number}>
          {withdrawn === undefined ? sayCivilDay(day) : <s>{sayCivilDay(day)}</s>}
          {hour !== undefined && `, ${hour}`}, <bdi>{court}</bdi>: <bdi>{about}</bdi>
        </p>
      ))}
      <h2>Refused on it</h2>
      {page.refusals.length === 0 ? <p className="second-words">Nothing was refused.</p> : <RefusalLines page={page} now={now} />}
    </>
  );
}
