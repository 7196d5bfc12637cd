import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import { decisionClosedBy, decisionOf, evidenceOfAttempt } from "@unmask/case";
import type { AtDesk } from "../../at-desk.ts";
import type { GivenReason } from "../../desk/given-reason.ts";
import { type OrderPage, orderPage } from "../../desk/order-page.ts";
import type { RegisterRow } from "../../desk/register.ts";
import { sayCivilDay, sayTrigger, todayIn } from "../../parts/civil-day.ts";
import { Hindrance } from "../../parts/hindrance.tsx";
import { KnownBy } from "../../parts/known-by.tsx";
import { OrderForms } from "../../parts/order-forms.tsx";
import { useAnswer } from "../../parts/use-answer.ts";
import { useTold } from "../../parts/use-told.ts";
import { PlaceLink } from "../../parts/place-link.tsx";
import { mayCountLate, rowOf } from "./register-words.ts";
import { useRowFocus } from "./use-row-focus.ts";
import { openMissedSpec } from "./breach-specs.ts";
import { BreachStepShown, Closed, StepLine } from "./breach-steps.tsx";
import { type Breach, draftForPerson, evidenceOf, nextStep, restsOn, stepsOf, toldOf } from "./breach-words.ts";
import { DutySettling } from "./duty-settling.tsx";

interface OpenedProps {
  readonly at: AtDesk;
  readonly row: RegisterRow;
  readonly reason: GivenReason;
  readonly now: Instant;
}

/** The chosen duty with its order opened: service and copy, what the label rests on and what would change it, and the ways on. */
export function DutyOpened({ wrote, ...given }: OpenedProps & { readonly wrote: () => void }): ReactElement {
  const { at, row, reason, now } = given;
  const { answer, again: askAgain } = useAnswer(row.order, () => at.world.desk.get(`orders/${row.order}`, orderPage, reason));
  useTold(at, answer);
  useRowFocus(rowOf(row), answer?.came === "value" ? answer.value.log.number : 0);
  const again = (): void => {
    askAgain();
    wrote();
  };
  if (answer === undefined) return <p role="status">Opening the order. The reason is written with it.</p>;
  if (answer.came !== "value") return <Hindrance answer={answer} now={now} again={askAgain} />;
  const page = answer.value;
  const breach = page.state.breaches.find(({ breach: id }) => id === row.breach);
  return (
    <>
      <Papers page={page} row={row} />
      {(row.stands === "undecided" || row.settling?.waits === true || mayCountLate(row)) && (
        <DutySettling {...given} page={page} again={again} />
      )}
      {row.label !== null && <RestsOn {...given} page={page} breach={breach} again={again} />}
    </>
  );
}

/** By which service it runs, and the copy of the order. */
function Papers({ page, row }: { readonly page: OrderPage; readonly row: RegisterRow }): ReactElement {
  const order = page.state.orders.findLast(({ which }) => which === row.which);
  const served = order?.served ?? null;
  return (
    <dl className="facts ruled">
      <div>
        <dt>Service</dt>
        <dd>
          {served === null ? (
            <b className="mind">none is confirmed</b>
          ) : (
            <>
              {sayCivilDay(served.day)}, {served.at}, <bdi>{served.place}</bdi>, by <bdi>{served.made}</bdi>
              {evidenceOfAttempt(served).map(({ exhibit, says }) => (
                <span key={`${exhibit} ${says}`}>
                  ; {exhibit} <bdi>{says}</bdi>
                </span>
              ))}{" "}
              <KnownBy how={served.knowing} />
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>Order’s copy</dt>
        <dd>
          {order === undefined || order.copies.length === 0 ? (
            "none is held"
          ) : (
            <>
              {order.copies
                .map(({ exhibit, certified }) => `${exhibit}${certified ? ", certified by the court" : ", not certified"}`)
                .join("; ")}{" "}
              <KnownBy how="record" />
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>Last day</dt>
        <dd>
          {order === undefined || order.period.until === null ? "until further order" : sayCivilDay(order.period.until)}, made{" "}
          {order === undefined ? "not yet" : sayCivilDay(order.made)}
          {order === undefined || order.ended === null ? "" : `; ended ${sayCivilDay(order.ended.day)}`}
        </dd>
      </div>
    </dl>
  );
}

type WithPage = OpenedProps & { readonly page: OrderPage; readonly again: () => void };

/** On what the label rests and, as large, what would change it; then the next step. */
function RestsOn({ breach, row, ...parts }: WithPage & { readonly breach: Breach | undefined }): ReactElement {
  const { at, page } = parts;
  const evidence = breach === undefined ? [] : evidenceOf(breach);
  const attended = page.state.attendances.filter(({ withdrawn }) => withdrawn === undefined);
  const next = breach && nextStep(stepsOf(breach, page.state, restsOn(breach, page)));
  return (
    <>
      <div className="two-columns">
        <section aria-labelledby="rests-on">
          <h3 id="rests-on">The label rests on</h3>
          <ul className="plain-lines">
            <li>
              {sayTrigger(row.trigger)} <KnownBy how="record" from="of the order" />
            </li>
            <li>
              {attended.length === 0
                ? "No attendance is recorded at any station."
                : `${attended.length} ${attended.length === 1 ? "attendance is" : "attendances are"} recorded, and none of them met it in its period.`}{" "}
              <KnownBy how="worked-out" />
            </li>
            {evidence.map(({ number, exhibit, says, knowing }) => (
              <li key={number}>
                <bdi>{says}</bdi>
                {exhibit !== undefined && `, ${exhibit}`} <KnownBy how={knowing} />
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="would-change">
          <h3 id="would-change">Would change it</h3>
          <ul className="plain-lines">
            {breach?.couldChange !== undefined && (
              <li>
                <bdi>{breach.couldChange}</bdi>
              </li>
            )}
            {evidence.map(({ number, doesNotShow }) => (
              <li key={number}>
                Not shown: <bdi>{doesNotShow}</bdi>
              </li>
            ))}
            {wouldChange(row.rule).map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </section>
      </div>
      {breach === undefined || next === undefined ? (
        <OrderForms {...parts} specs={[openMissedSpec(row)]} />
      ) : (
        <>
          <StepLine
            page={page}
            breach={breach}
            open={next}
            choose={() => at.way.go({ screen: "order", order: row.order, part: "breach" })}
          />
          <BreachStepShown {...parts} breach={breach} step={next} />
          {next !== "decision" && next !== "tell" && <StillClosed {...parts} breach={breach} row={row} />}
        </>
      )}
    </>
  );
}

/** The decision, closed while nobody was asked, what meets the duty all the same, and what a protected person will read. */
function StillClosed({ at, page, breach, row, now }: WithPage & { readonly breach: Breach }): ReactElement {
  const isAsked = breach.asked.some(({ found }) => found !== undefined);
  const rests = restsOn(breach, page);
  const [closed] = decisionClosedBy(breach, rests);
  const names = toldOf(breach, page.state).map(({ name }) => name);
  return (
    <>
      {decisionOf(breach, rests) === undefined && closed !== undefined && (
        <Closed says="Decision" why={isAsked || rests.isSaid === true ? `Closed. ${closed}` : "Closed: nobody was asked for an excuse."} />
      )}
      <p className="second-words">
        Only an attendance in person meets it.{" "}
        <PlaceLink way={at.way} to={{ screen: "attendance", order: row.order }}>
          Record an attendance
        </PlaceLink>
      </p>
      {names.length > 0 && (
        <section aria-labelledby="will-read">
          <h3 id="will-read">
            What will be read by <bdi>{names.join(", ")}</bdi>{" "}
            <span className="second-words">a draft; it can still be changed, and is not sent</span>
          </h3>
          <blockquote className="account">“{draftForPerson(breach, page.state.orders, rests, todayIn(now))}”</blockquote>
        </section>
      )}
    </>
  );
}

/** What the law leaves open of each duty, to be looked for before anybody decides. */
function wouldChange(rule: RegisterRow["rule"]): readonly string[] {
  const always = ["An attendance that was not written down: ask each station.", "Another register that held in that time."];
  switch (rule) {
    case "address-changed":
      return [
        "Another day of the move, or no move at all: whether it is a home was asked of nobody here.",
        "A notice given before the move.",
        ...always,
      ];
    case "name-used":
      return ["Another day of its first use, or that somebody else used it.", "A notice that told this name before.", ...always];
    default:
      return ["Another day of service, or a service that does not stand.", ...always];
  }
}
