import type { ReactElement } from "react";
import { ChartOrTable } from "@unmask/fittings-screen";
import { sayCount } from "@unmask/words";
import { sayDaysIn } from "../../parts/civil-day.ts";
import { OrderForms, type OrderSpec } from "../../parts/order-forms.tsx";
import { AskedFor } from "./asked-for.tsx";
import { Catalogue } from "./catalogue.tsx";
import { CompatibilitySide } from "./compatibility-side.tsx";
import { ConditionRow } from "./condition-row.tsx";
import { conditionSpec } from "./condition-spec.ts";
import { lacksOfPage } from "./draft-standing.ts";
import type { OrderPart, OrderPartProps } from "./order-part.ts";
import { isDraft, stageInWords } from "./order-words.ts";
import { sayInTheWay } from "./prompt-words.ts";
import { periodsDrawing } from "./periods-drawing.ts";

/** The conditions of a draft (picture 05): each with necessity, evidence and how long, one of them open to be written. */
export const conditionsPart: OrderPart = {
  part: "conditions",
  says: "Conditions",
  isShown: ({ state }) => state.typed === null,
  note: ({ state: { draft } }) => {
    const bare = draft.conditions.filter(({ necessity }) => necessity === undefined).length;
    const lacks = bare === 0 ? "" : `; ${bare === 1 ? "one lacks" : `${bare} lack`} necessity`;
    return { says: `${draft.conditions.length}${lacks}`, isMind: bare > 0 };
  },
  isOfDraft: true,
  Work: Conditions,
  Side: Beside,
};

type Condition = OrderPartProps["page"]["state"]["draft"]["conditions"][number];

function Conditions(props: OrderPartProps): ReactElement {
  const { page, now } = props;
  const { state, law } = page;
  const { conditions, removed, protects } = state.draft;
  const isWritten = isDraft(state);
  const lacks = lacksOfPage(page, now);
  const inTheWay = sayInTheWay(state.draft);
  const [last] = state.application.course.slice(-1);
  const nameOf = (person: string): string => protects.find((one) => one.person === person)?.name ?? "somebody who is not named";
  return (
    <>
      <header className="work-head">
        <h1>
          Order against <bdi>{state.subject.name}</bdi>
        </h1>
        <p className="end second-words">
          {state.draft.interim?.wanted === true ? "full and interim" : "full order"}
          {law.code === "NI" && ", Northern Ireland: the least period binds each condition"}
        </p>
      </header>
      <p className="sentence">
        {sayCount(conditions.length, "condition")}.{" "}
        {lacks.length === 0
          ? "Nothing is missing."
          : `Not ready to authorise: ${sayCount(lacks.length, "thing")} ${lacks.length === 1 ? "is" : "are"} missing.`}
        {inTheWay !== "" && <b className="mind"> {inTheWay}</b>}
      </p>
      <AskedFor {...props} />
      <table className="plain-table condition-rows">
        <caption className="unseen">Conditions of the draft</caption>
        <thead>
          <tr>
            <th scope="col">Condition</th>
            <th scope="col">Necessary, because</th>
            <th scope="col">Evidence</th>
            <th scope="col">Lasts</th>
          </tr>
        </thead>
        {conditions.map((one) => (
          <ConditionRow key={one.condition} props={props} one={one} nameOf={nameOf} />
        ))}
      </table>
      {isWritten ? (
        <>
          <OrderForms {...props} specs={[conditionSpec(page), ...(conditions.length > 0 ? [removeSpec(conditions)] : [])]} />
          <Catalogue {...props} />
        </>
      ) : (
        <p className="second-words">
          The text is fixed: {last === undefined ? "" : stageInWords[last.stage].toLowerCase()}. Who wrote it can take it back before it is
          lodged.
        </p>
      )}
      {lacks.length > 0 && isWritten && (
        <section aria-label="What is missing">
          <h2>What is missing before it can be authorised</h2>
          <ul>
            {lacks.map(({ rule, section, says }) => (
              <li key={`${rule} ${says}`}>
                {sayDaysIn(says)} <span className="second-words">{section}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {removed.length > 0 && (
        <section aria-label="Taken out">
          <h2>Taken out</h2>
          <ul>
            {removed.map(({ condition, says, reason }) => (
              <li key={condition}>
                <s>
                  {condition}. <bdi>{says}</bdi>
                </s>{" "}
                <bdi>{reason}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function removeSpec(conditions: readonly Condition[]): OrderSpec {
  return {
    name: "condition-out",
    path: "condition-removed",
    letter: "x",
    button: "Take a condition out",
    verb: "Take it out",
    fields: [
      {
        key: "condition",
        asks: "Which",
        as: "choice",
        isNumber: true,
        options: conditions.map(({ condition, says }) => ({ value: String(condition), says: `${condition}. ${says.slice(0, 60)}` })),
      },
      { key: "words", asks: "Why", as: "words" },
    ],
    changes: "It stays to be read, struck, and its number is not used again.",
  };
}

function Beside(props: OrderPartProps): ReactElement {
  const periods = periodsDrawing(props.page);
  return (
    <>
      <CompatibilitySide {...props} />
      <section aria-label="Periods" className="periods-beside">
        <h2>{periods?.says ?? "Periods: not written yet."}</h2>
        {periods && <ChartOrTable drawing={periods.narrow} table={periods.table} caption={periods.says} />}
      </section>
    </>
  );
}
