import type { ReactElement } from "react";
import { sayCivilDay, sayTrigger } from "../../parts/civil-day.ts";
import { KnownBy } from "../../parts/known-by.tsx";
import { OrderForms } from "../../parts/order-forms.tsx";
import type { OrderPart, OrderPartProps } from "../orders/order-part.ts";
import { forceThatHas, newestOrder } from "../orders/order-words.ts";
import { sayDuty } from "../when-due-words.ts";
import { foundSpecs, takenHereSpec, takenSpec, toldForceSpec } from "./register-specs.ts";
import { openDuties, sayStanding } from "./register-words.ts";

/** The register of one order: its duties, what was told and found, and which force has it. */
export const movesPart: OrderPart = {
  part: "register",
  says: "Register, moves",
  note: ({ duties, isOurs }) => {
    const many = duties.filter(({ stands }) => stands === "overdue" || stands === "undecided").length;
    return many > 0
      ? { says: many === 1 ? "1 waits for somebody" : `${many} wait for somebody`, isMind: true }
      : { says: isOurs ? "nothing waits" : "another force runs its clocks" };
  },
  open: openDuties,
  isShown: ({ state }) => state.orders.length > 0,
  Work: Moves,
};

function Moves(props: OrderPartProps): ReactElement {
  const { page } = props;
  const { state, isOurs, force } = page;
  const has = forceThatHas(state, force);
  const open = state.transfers.at(-1);
  const waits = open !== undefined && open.taken === undefined ? open : undefined;
  return (
    <>
      <header className="work-head">
        <h1>
          Register of {page.order}, <bdi>{state.subject.name}</bdi>
        </h1>
        <p className="sentence">
          {isOurs ? (
            "Its clocks are ours."
          ) : (
            <>
              <bdi>{has}</bdi> runs its clocks.
            </>
          )}{" "}
          {newestOrder(state) === undefined ? "" : isOurs ? sayMany(page.duties.length) : sayLeft(page.duties.length)}
        </p>
      </header>
      <Duties {...props} />
      <section className="breach-step" aria-labelledby="found">
        <h2 id="found">Found out</h2>
        <Found {...props} />
        <OrderForms {...props} specs={foundSpecs} />
      </section>
      <section className="breach-step" aria-labelledby="which-force">
        <h2 id="which-force">Which force has it</h2>
        <ol className="force-line">
          <li>
            <b>
              <bdi>{has}</bdi>
            </b>
            <span className="line second">runs the clocks now</span>
          </li>
          {waits !== undefined && (
            <li>
              <b className="mind">
                <bdi>{waits.to}</bdi>
              </b>
              <span className="line second">
                told {sayCivilDay(waits.day)}: <bdi>{waits.told}</bdi>. Nobody there has taken it: it stays with <bdi>{has}</bdi>.
              </span>
            </li>
          )}
        </ol>
        {state.transfers.map(({ number, to, day, told, taken, reason }) => (
          <p key={number}>
            {sayCivilDay(day)}: <bdi>{to}</bdi> was told (<bdi>{told}</bdi>){taken === undefined ? ", not taken yet" : ", taken by "}
            {taken !== undefined && <bdi>{taken}</bdi>}. “<bdi>{reason}</bdi>”
          </p>
        ))}
        <p className="second-words">
          Where they move, the force there is told, and takes it by name. Until then{" "}
          {isOurs ? (
            "every clock runs on here"
          ) : (
            <>
              <bdi>{has}</bdi> works its clocks out, and nothing of them is known here
            </>
          )}
          . What exists in Scotland is another order: ask the solicitor.
        </p>
        <OrderForms {...props} specs={waits !== undefined ? [takenSpec(waits)] : [isOurs ? toldForceSpec : takenHereSpec(force)]} />
      </section>
    </>
  );
}

function sayMany(many: number): string {
  return many === 0 ? "Nothing has to be told yet." : many === 1 ? "One duty." : `${many} duties.`;
}

/** What was missed before another force took the order stays with this one. */
function sayLeft(many: number): string {
  if (many === 0) return "";
  return many === 1
    ? "What was missed before it took the order is assessed here: one duty."
    : `What was missed before it took the order is assessed here: ${many} duties.`;
}

function Duties({ at, page }: OrderPartProps): ReactElement {
  return (
    <ul className="plain-lines" aria-label="Duties">
      {page.duties.map((duty) => {
        const { first, second, isMind } = sayStanding(duty);
        return (
          <li key={`${duty.rule} ${duty.trigger}`}>
            <b>{sayDuty(duty)}</b>, {duty.section}, {sayTrigger(duty.trigger)}: <b className={isMind ? "mind" : undefined}>{first}</b>
            <span className="line second">{second}</span>
          </li>
        );
      })}
      <li>
        <button type="button" className="in-line" onClick={() => at.way.go({ screen: "attendance", order: page.order })}>
          Somebody is at the counter
        </button>
      </li>
    </ul>
  );
}

/** What was told at stations and found out, the newest last; what was withdrawn is struck. */
function Found({ page }: OrderPartProps): ReactElement {
  const { attendances, names, addresses, otherRegisters } = page.state;
  const rows = [
    ...attendances.map((one) => ({
      ...one,
      says: `came to ${one.station} at ${one.at}${one.inPerson ? ", in person" : ", not in person"}, ${one.area === "local" ? "in the local police area" : one.area === "elsewhere" ? "outside the local police area" : "area not known"}: ${[...one.names, one.address ?? one.regularlyFound ?? ""].filter((words) => words !== "").join("; ")}${one.says === undefined ? "" : `. In their words: “${one.says}”`}`,
      knowing: "record" as const,
      since: false,
    })),
    ...names.map((one) => ({ ...one, says: `used the name ${one.name}: ${one.ground.says}`, knowing: one.ground.knowing, since: false })),
    ...addresses.map((one) => ({
      ...one,
      says: `lives at ${one.address ?? "no home in the United Kingdom"}: ${one.ground.says}`,
      knowing: one.ground.knowing,
      since: false,
    })),
    ...otherRegisters.map((one) => ({
      ...one,
      day: one.from,
      since: true,
      says: `under ${one.register}, ${one.to === undefined ? "its end not written" : `to ${sayCivilDay(one.to)}`}: ${one.ground.says}`,
      knowing: one.ground.knowing,
    })),
  ].toSorted((one, other) => one.number - other.number);
  return (
    <ul className="plain-lines">
      {rows.map(({ number, day, says, knowing, withdrawn, since }) => (
        <li key={number}>
          {since ? "since " : ""}
          {sayCivilDay(day)}: {withdrawn === undefined ? <bdi>{says}</bdi> : <s>{says}</s>} <KnownBy how={knowing} />
        </li>
      ))}
      {rows.length === 0 && <li>No attendance is written, and nothing that was found out.</li>}
    </ul>
  );
}
