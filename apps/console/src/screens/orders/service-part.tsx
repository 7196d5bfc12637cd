import type { ReactElement } from "react";
import { ChartOrTable } from "@unmask/fittings-screen";
import { hashInFours } from "../../desk/kept-copy.ts";
import { sayCivilDay, sayDaysIn } from "../../parts/civil-day.ts";
import { KnownBy } from "../../parts/known-by.tsx";
import { OrderForms } from "../../parts/order-forms.tsx";
import { sayWhen } from "../../parts/say-when.ts";
import type { OrderPart, OrderPartProps } from "./order-part.ts";
import { KeptCopies } from "./kept-copies.tsx";
import { newestOrder } from "./order-words.ts";
import { ServiceSide } from "./service-side.tsx";
import { attemptEvidenceSpec, attemptSpec, disputeSpec, knewSpec, withdrawAttemptSpec } from "./service-specs.ts";
import {
  type Attempt,
  clockOf,
  ifConfirmed,
  noteOfService,
  sayFirstNotice,
  sayService,
  standingOfAttempt,
  waits,
  whatElse,
} from "./service-words.ts";

/** Service: every attempt with what was not done, the clock that would run, and what else can be so. */
export const servicePart: OrderPart = {
  part: "service",
  says: "Service",
  note: ({ state }) => noteOfService(state),
  isShown: ({ state }) => state.orders.length > 0,
  Work: Service,
  Side: ServiceSide,
};

function Service(parts: OrderPartProps): ReactElement {
  const { page } = parts;
  const { state, register } = page;
  const order = newestOrder(state);
  return (
    <>
      <header className="work-head">
        <h1>
          Service on <bdi>{state.subject.name}</bdi>
        </h1>
        {order !== undefined && (
          <p className="second-words end">
            the {order.which} order was made {sayCivilDay(order.made)}; notices run from{" "}
            {register.firstFrom === "service" ? "service" : "the day on which it comes into force"}
          </p>
        )}
      </header>
      <p className="sentence">{sayService(state)}</p>
      <Attempts {...parts} />
      <OrderForms
        {...parts}
        specs={[
          attemptSpec(page),
          knewSpec(state),
          ...(state.attempts.length === 0 ? [] : [attemptEvidenceSpec(page), withdrawAttemptSpec(state), disputeSpec(state)]),
        ]}
      />
      <p className="second-words">An attempt is never taken out; a mistake is withdrawn with a reason, and stays readable, struck.</p>
      <KeptCopies
        parts={parts}
        path="evidence"
        title="Evidence and copies that are kept"
        asks="The scan of a certificate, or a photograph"
        button="Keep evidence"
      />
      <Clock {...parts} />
      <WhatElse {...parts} />
    </>
  );
}

function Attempts({ page, now }: OrderPartProps): ReactElement {
  const { attempts, knew } = page.state;
  if (attempts.length === 0 && knew.length === 0) return <p className="second-words">No attempt is written.</p>;
  const hasBoth = new Set(attempts.map(({ order }) => order)).size > 1;
  return (
    <>
      <table className="plain-table order-table attempts">
        <caption className="unseen">Attempts, in the order of their writing</caption>
        <thead>
          <tr>
            {["When, by whom", "What happened", "Evidence", "Known by"].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {attempts.map((one, i) => (
            <AttemptRow key={one.number} {...{ page, now }} attempt={one} nth={i + 1} hasBoth={hasBoth} />
          ))}
        </tbody>
      </table>
      {knew.map(({ number, day, ground, order, withdrawn }) => (
        <p key={number} className={withdrawn === undefined ? undefined : "struck"}>
          <b>Known without service</b> ({order} order), {sayCivilDay(day)}: <bdi>{ground.says}</bdi> <KnownBy how={ground.knowing} />
        </p>
      ))}
    </>
  );
}

function AttemptRow({
  page,
  attempt,
  now,
  nth,
  hasBoth,
}: Pick<OrderPartProps, "page" | "now"> & { readonly attempt: Attempt; readonly nth: number; readonly hasBoth: boolean }): ReactElement {
  const { day, at, made, place, says, notDone, evidence, evidenceSince, knowing, order, withdrawn, sentBack, confirmed, disputes } =
    attempt;
  const standing = standingOfAttempt(attempt);
  return (
    <tr aria-current={waits(attempt) ? "true" : undefined} className={withdrawn === null ? undefined : "struck"}>
      <th scope="row">
        <b>{nth}</b> {sayCivilDay(day)}, {at}
        <span className="line second">
          <bdi>{made}</bdi>
          {hasBoth && `; ${order} order`}
        </span>
      </th>
      <td data-says="What happened">
        <b className={standing.isMind ? "mind" : undefined}>{standing.says}</b>. <bdi>{says}</bdi>{" "}
        <span className="second-words">{place}</span>
        {notDone !== undefined && (
          <span className="line second">
            Not done, not known: <bdi>{notDone}</bdi>
          </span>
        )}
        {confirmed !== null && (
          <span className="line second">
            {page.nameOf(confirmed.by)}: “<bdi>{confirmed.says}</bdi>”; understood: {confirmed.understood.replace("-", " ")}
          </span>
        )}
        {[
          { what: "Sent back", entry: sentBack },
          { what: "Withdrawn", entry: withdrawn },
        ].map(
          ({ what, entry }) =>
            entry !== null && (
              <span key={what} className="line second mind">
                {what} by {page.nameOf(entry.by)}: <bdi>{entry.reason}</bdi>
              </span>
            ),
        )}
        {disputes.map((one) => (
          <span key={one.number} className="line second mind">
            Disputed {sayCivilDay(one.day)}: “<bdi>{one.says}</bdi>”
          </span>
        ))}
      </td>
      <td data-says="Evidence">
        {evidence.length + evidenceSince.length === 0 && "none"}
        {evidence.map((one) => (
          <span key={one.exhibit} className="line">
            {one.exhibit} <bdi>{one.says}</bdi>
            {one.sha256 !== undefined && <code className="line second">{hashInFours(one.sha256)}</code>}
          </span>
        ))}
        {evidenceSince.map((one) => (
          <span key={one.number} className={one.withdrawn === undefined ? "line" : "line struck"}>
            {one.exhibit} <bdi>{one.says}</bdi>
            {one.sha256 !== undefined && <code className="line second">{hashInFours(one.sha256)}</code>}
            <span className="line second">
              {confirmed !== null && one.number > confirmed.number ? "added after it was confirmed" : "added"} by {page.nameOf(one.by)}{" "}
              {sayWhen(one.happened, now)} <KnownBy how={one.knowing} />
            </span>
          </span>
        ))}
      </td>
      <td data-says="Known by">
        <KnownBy how={knowing} />
      </td>
    </tr>
  );
}

/** The clock that would run if the attempt that waits stands; else the one that runs. */
function Clock({ page, now }: OrderPartProps): ReactElement | null {
  const { state } = page;
  const waiting = state.attempts.find(waits);
  const served = newestOrder(state)?.served ?? null;
  const at = waiting ?? served;
  if (at === null || at === undefined) return null;
  const shown = clockOf(waiting === undefined ? state : ifConfirmed(page, waiting, now), at.at, page, now);
  const nth = waiting === undefined ? 0 : state.attempts.indexOf(waiting) + 1;
  if (shown === undefined)
    return (
      <section aria-label="The clock">
        <h2>
          {waiting === undefined
            ? "No clock of a first notice is drawn"
            : `If attempt ${nth} stands, no new clock of a first notice begins`}
        </h2>
        <p className="second-words">The register says what is owed, and why.</p>
      </section>
    );
  const says =
    waiting === undefined
      ? sayFirstNotice(shown.duty)
      : `If attempt ${nth} stands, the first notice is due by the end of ${sayCivilDay(shown.duty.due ?? "")}.`;
  const { clock, onPhone } = shown;
  return (
    <section aria-label="The clock">
      <h2 className="sentence">{says}</h2>
      <p className="second-words">{sayDaysIn(shown.duty.why)}</p>
      <ChartOrTable drawing={{ phone: onPhone.drawing, desktop: clock.drawing }} table={clock.table} caption={says} />
    </section>
  );
}

function WhatElse({ page }: OrderPartProps): ReactElement {
  return (
    <section aria-labelledby="what-else">
      <h2 id="what-else">What else can be so, and what then</h2>
      <table className="plain-table order-table">
        <thead>
          <tr>
            {["If", "Then", "Rule"].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {whatElse(page).map(([when, then, rule]) => (
            <tr key={when}>
              <th scope="row">{when}</th>
              <td data-says="Then">{then}</td>
              <td data-says="Rule">{rule}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
