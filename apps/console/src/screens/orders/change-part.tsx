import type { ReactElement } from "react";
import { anotherBirthday, consentUntil, lookAhead, lookAheadOrders, stageOfChange } from "@unmask/case";
import { sayCount } from "@unmask/words";
import { deskLawOfOrders, registerLawOfOrders } from "../../desk/order-laws.ts";
import type { OrderPage } from "../../desk/order-page.ts";
import { sayCivilDay, todayIn } from "../../parts/civil-day.ts";
import { OrderForms } from "../../parts/order-forms.tsx";
import { askSpec, consentSpec, readAgainSpec, stepSpecs } from "./change-specs.ts";
import { type ChangeOfOrder, askerInWords, changeStageInWords, consentRows, stopsSending, whatInWords } from "./change-words.ts";
import type { OrderPart, OrderPartProps } from "./order-part.ts";
import { closedToYou, newestOrder, sayStands, sayUntil } from "./order-words.ts";

/** Renewal, variation and discharge: what is asked, what still stops it, and whose consent counts. */
export const changePart: OrderPart = {
  part: "change",
  says: "Vary, renew, end",
  note: (page, now) => {
    const { state } = page;
    const open = state.changes.filter(isOpen);
    const order = newestOrder(state);
    if (order === undefined) return { says: "nothing is made" };
    const isMind = isEndOpen(page, todayIn(now));
    const isAsked = open.some(({ what, asker }) => what === "renew" && asker === "us");
    const renew = isMind && !isAsked ? "; renew? not decided" : "";
    if (open.length > 0)
      return { says: `${open.length} asked, not decided${renew}`, isMind: isMind || open.some((one) => stopsSending(one).length > 0) };
    return { says: `${sayStands(order, todayIn(now))}${renew}`, isMind };
  },
  isShown: ({ state }) => state.orders.length > 0,
  Work: Changes,
};

/** Whether its end is near, and whether it is renewed is not decided: the same line of the look-ahead that waits there. */
function isEndOpen({ state, register, reminders }: OrderPage, today: string): boolean {
  const settings = {
    today,
    days: reminders.beforeEnd.reduce((most, one) => Math.max(most, one), 0),
    reminderDays: reminders.beforeEnd,
    endedDays: 0,
  };
  const law = { desk: deskLawOfOrders, register: registerLawOfOrders };
  const { rows } = lookAhead(lookAheadOrders(state, register, today), [], law, settings);
  return rows.some(({ group, kind, isMind }) => group === "ahead" && kind === "order-ends" && isMind);
}

function isOpen(change: ChangeOfOrder): boolean {
  const stage = stageOfChange(change);
  return stage !== "decided" && stage !== "dropped";
}

function Changes(parts: OrderPartProps): ReactElement {
  const { page } = parts;
  const { state } = page;
  const order = newestOrder(state);
  const open = state.changes.filter(isOpen);
  const over = state.changes.filter((one) => !isOpen(one));
  return (
    <>
      <header className="work-head">
        <h1>Vary, renew, end</h1>
        {order !== undefined && (
          <p className="second-words end">
            made {sayCivilDay(order.made)}, {sayUntil(order.period.until)}
            {order.ended !== null && `; ended ${sayCivilDay(order.ended.day)}`}
          </p>
        )}
      </header>
      <p className="sentence">
        {open.length === 0
          ? "Nothing is asked of a court."
          : open.map((one) => `${whatInWords[one.what]}: ${askerInWords[one.asker]}.`).join(" ")}
      </p>
      {open.map((one) => (
        <Open key={one.change} {...parts} change={one} />
      ))}
      <OrderForms {...parts} specs={[askSpec(state, page.law, todayIn(parts.now))]} />
      {over.length > 0 && (
        <section aria-labelledby="changes-over">
          <h2 id="changes-over">Decided or dropped</h2>
          <ul className="plain-lines">
            {over.map((one) => (
              <li key={one.change}>
                <b>{whatInWords[one.what]}</b>, {askerInWords[one.asker]}, {sayCivilDay(one.day)}: {changeStageInWords[stageOfChange(one)]}
                <span className="line second">
                  “<bdi>{one.course.at(-1)?.reason ?? one.says}</bdi>”
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Open({ change, ...parts }: OrderPartProps & { readonly change: ChangeOfOrder }): ReactElement {
  const { page } = parts;
  const { state, law } = page;
  const stage = stageOfChange(change);
  const order = state.orders.findLast(({ which }) => which === change.order);
  const stops = stopsSending(change);
  const minds = page.minds[change.change] ?? [];
  const section = law.section(change.order === "interim" ? "interim-change" : "change-who")?.section;
  const isOurs = change.asker === "us";
  const specs = [
    ...(isOurs && change.what === "renew" && (change.keeps ?? []).length > 0 && (stage === "asked" || stage === "returned")
      ? [readAgainSpec(change)]
      : []),
    ...(change.what === "discharge" && order !== undefined ? [consentSpec(change, order, law)] : []),
    // What is still missing stands in words above: until then there is nothing that could be sent.
    ...(isOurs ? stepSpecs(change, stage).filter(({ path }) => path !== "change-sent" || stops.length === 0) : []),
  ];
  return (
    <section aria-labelledby={`change-${change.change}`} className="change">
      <h2 id={`change-${change.change}`}>
        {whatInWords[change.what]} of the {change.order} order{" "}
        <span className="second-words">
          {askerInWords[change.asker]}, {sayCivilDay(change.day)}
          {section !== undefined && `: ${section}`}; {changeStageInWords[stage]}
        </span>
      </h2>
      <p>
        “<bdi>{change.says}</bdi>”
      </p>
      {change.what === "renew" && <RenewalFacts change={change} made={order} />}
      {change.what === "vary" && <OldAndNew change={change} page={page} />}
      {change.what === "discharge" && order !== undefined && <Consents change={change} until={consentUntil(order.made, law)} />}
      {minds.map((one) => (
        <p key={one.says} className="second-words mind-line">
          <b className="mind">Mind{one.section === "" ? "" : `, ${one.section}`}:</b> {one.says}
        </p>
      ))}
      {stops.length > 0 && (
        <p className="notice minded" role="note">
          <b>Cannot be sent to a second person:</b> {stops.join("; ")}.
          {order !== undefined && order.period.until !== null && (
            <>
              {" "}
              If it is decided after {sayCivilDay(order.period.until)}, the order has expired; the court’s result is then recorded as a
              fact, and stays marked.
            </>
          )}
        </p>
      )}
      {!isOurs && (
        <p className="second-words">
          We did not ask for it, so nothing of it is ours to send on. It waits for the court; its result is typed from the copy.
        </p>
      )}
      <OrderForms {...parts} specs={specs} />
    </section>
  );
}

function RenewalFacts({ change, made }: { readonly change: ChangeOfOrder; readonly made: ReturnType<typeof newestOrder> }): ReactElement {
  const { keeps = [], conditions = [], necessity, until } = change;
  const read = keeps.filter((number) => necessity.some(({ condition }) => condition === number)).length;
  return (
    <dl className="facts">
      <div>
        <dt>Same conditions</dt>
        <dd>
          {keeps.length} kept; necessity read again:{" "}
          <b className={read < keeps.length ? "mind" : undefined}>{`${read} of ${keeps.length}`}</b>
          <ul>
            {necessity.map((one) => (
              <li key={one.condition}>
                {one.condition}: <bdi>{one.says}</bdi>
              </li>
            ))}
          </ul>
        </dd>
      </div>
      <div>
        <dt>New or changed</dt>
        <dd>
          {conditions.length === 0
            ? "none"
            : conditions.map((one) => (
                <span key={one.condition} className="line">
                  {one.condition}. <bdi>{one.says}</bdi>{" "}
                  {one.necessity === undefined ? <b className="mind">No necessity</b> : <bdi>{one.necessity}</bdi>}
                </span>
              ))}
        </dd>
      </div>
      <div>
        <dt>New last day</dt>
        <dd>
          {until === undefined ? "until a further order" : sayCivilDay(until)}
          {made !== undefined && made.period.until !== null && <span className="line second">now {sayCivilDay(made.period.until)}</span>}
        </dd>
      </div>
    </dl>
  );
}

/** A condition as it was made beside the words that are asked for. */
function OldAndNew({ change, page }: { readonly change: ChangeOfOrder } & Pick<OrderPartProps, "page">): ReactElement {
  const order = page.state.orders.findLast(({ which }) => which === change.order);
  const others = page.others.length;
  const namesakes = page.namesakes.length;
  return (
    <table className="plain-table order-table">
      <thead>
        <tr>
          <th scope="col">As made</th>
          <th scope="col">As asked</th>
        </tr>
      </thead>
      <tbody>
        {(change.conditions ?? []).map((one) => (
          <tr key={one.condition}>
            <td>
              <bdi>{order?.conditions.find(({ condition }) => condition === one.condition)?.says ?? "new"}</bdi>
            </td>
            <td data-says="As asked">
              <b>
                <bdi>{one.says}</bdi>
              </b>
            </td>
          </tr>
        ))}
        <tr>
          <td colSpan={2} className="second-words">
            {others === 0
              ? namesakes === 0 && "No other live order of this person is open to you here."
              : `${others} other ${others === 1 ? "order" : "orders"} of this person: the new words are not compared with them here. Compare them before anything is agreed.`}
            {namesakes > 0 && ` To look at: ${sayCount(namesakes, "live order")} of ${anotherBirthday}.`} {closedToYou}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Consents({ change, until }: { readonly change: ChangeOfOrder; readonly until: string | undefined }): ReactElement {
  return (
    <table className="plain-table order-table">
      <caption>{until === undefined ? "Consents" : `Consents, which count to the end of ${sayCivilDay(until)}`}</caption>
      <tbody>
        {consentRows(change).map(({ of, says, answer, isMind, before }) => (
          <tr key={of}>
            <th scope="row">{says}</th>
            <td data-says="Given?">
              <b className={isMind ? "mind" : undefined}>{answer}</b>
              {before.length > 0 && <span className="line second">Written too: {before.join("; ")}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
