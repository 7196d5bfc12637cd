import { type ReactElement, useState } from "react";
import { ChartOrTable } from "@unmask/fittings-screen";
import { sayCount, sayList } from "@unmask/words";
import { missingInCondition } from "@unmask/case";
import { useKeys } from "../../keys/keyboard.tsx";
import { Hindrance } from "../../parts/hindrance.tsx";
import { KeyCap } from "../../parts/key-cap.tsx";
import { useOrderCommand } from "../../parts/use-order-command.ts";
import { OrderForms, type OrderSpec } from "../register/order-forms.tsx";
import { CompatibilitySide } from "./compatibility-side.tsx";
import { conditionSpec, templatesOf } from "./condition-spec.ts";
import { isOpen, lacksOfPage, pairsOfPage } from "./draft-standing.ts";
import type { OrderPart, OrderPartProps } from "./order-part.ts";
import { isDraft, sayUntil } from "./order-words.ts";
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
        <p className="sentence">
          {sayCount(conditions.length, "condition")}.{" "}
          {lacks.length === 0
            ? "Nothing is missing."
            : `Not ready to authorise: ${sayCount(lacks.length, "thing")} ${lacks.length === 1 ? "is" : "are"} missing.`}
        </p>
      </header>
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
        <tbody>
          {conditions.map((one) => (
            <ConditionRow key={one.condition} props={props} one={one} nameOf={nameOf} />
          ))}
        </tbody>
      </table>
      {isWritten ? (
        <>
          <OrderForms
            {...props}
            specs={[
              conditionSpec(page),
              ...conditions.map((one) => conditionSpec(page, one)),
              ...(conditions.length > 0 ? [removeSpec(conditions)] : []),
            ]}
          />
          <Catalogue {...props} />
        </>
      ) : (
        <p className="second-words">
          The text is fixed: {last === undefined ? "" : last.stage.replaceAll("-", " ")}. Who wrote it can take it back before it is lodged.
        </p>
      )}
      {lacks.length > 0 && isWritten && (
        <section aria-label="What is missing">
          <h2>What is missing before it can be authorised</h2>
          <ul>
            {lacks.map(({ rule, section, says }) => (
              <li key={`${rule} ${says}`}>
                {says} <span className="second-words">{section}</span>
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

function ConditionRow({
  props,
  one,
  nameOf,
}: {
  readonly props: OrderPartProps;
  readonly one: Condition;
  readonly nameOf: (person: string) => string;
}): ReactElement {
  const { state, law } = props.page;
  const { condition, type, says, necessity, evidence, own, persons = [], locality, interimToo } = one;
  const gaps = missingInCondition(one);
  const conflicts = pairsOfPage(props.page).filter((pair) => pair.mine === condition && isOpen(pair, state));
  return (
    <tr>
      <th scope="row">
        <span className="line second">
          {condition}. {type === "prohibition" ? "Prohibition" : "Requirement"}
        </span>
        <bdi>{says}</bdi>
        {persons.length > 0 && <span className="line second">of {sayList(persons.map(nameOf))}</span>}
        {locality !== undefined && (
          <span className="line second">
            only in <bdi>{locality}</bdi>
          </span>
        )}
        {gaps.length > 0 && (
          <span className="line second mind">not written: {sayList(gaps.map((gap) => (gap === "words" ? "words at “…”" : gap)))}</span>
        )}
        {conflicts.map(({ theirs, found }) => (
          <span className="line second mind" key={`${theirs.order} ${theirs.condition}`}>
            <b>{found === "conflict" ? "Conflict" : "Not compared"}</b> with {theirs.order}, condition {theirs.condition}
          </span>
        ))}
      </th>
      <td>
        {necessity === undefined ? (
          <>
            <b className="mind">Not written yet</b>
            <span className="line second">The court must find each condition necessary: {law.section("necessary")?.section}</span>
          </>
        ) : (
          <bdi>{necessity}</bdi>
        )}
      </td>
      <td>
        {evidence.length === 0 ? (
          <span className="mind">none</span>
        ) : (
          evidence.map((item) => (
            <bdi className="exhibit-mark" key={item}>
              {item}{" "}
            </bdi>
          ))
        )}
      </td>
      <td>
        {own === undefined ? "order" : <span className="mind">{sayUntil(own.until)}, own period</span>}
        <span className="line second">{interimToo ? "interim too" : "not in the interim"}</span>
      </td>
    </tr>
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

/** The catalogue: one press begins a condition in our wording, without necessity, to be written. */
function Catalogue({ at, page, reason, now, again }: OrderPartProps): ReactElement {
  const [isOpened, setOpened] = useState(false);
  const { came, write } = useOrderCommand(at, page, reason, again);
  const key = { name: "catalogue", presses: ["t"], cap: "T" };
  useKeys([{ ...key, says: "from the catalogue", isInBar: true, run: () => setOpened(!isOpened) }]);
  return (
    <>
      <p className="actions">
        <button type="button" className="second-button" aria-expanded={isOpened} aria-keyshortcuts="T" onClick={() => setOpened(!isOpened)}>
          From the catalogue <KeyCap of={key} />
        </button>
      </p>
      {came && came.came !== "value" && <Hindrance answer={came} now={now} again={again} />}
      {isOpened && (
        <ul className="catalogue">
          {templatesOf(page).map(({ kind, type, says, row }) => (
            <li key={kind}>
              <button
                type="button"
                className="in-line"
                onClick={() => void write("condition-written", { kind, type, says, evidence: [], interimToo: true })}
              >
                {says}
              </button>
              <span className="line second">
                {type}
                {row !== undefined && `, ${row.section}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Beside(props: OrderPartProps): ReactElement {
  const periods = periodsDrawing(props.page);
  return (
    <>
      <CompatibilitySide {...props} />
      <section aria-label="Periods">
        <h2>{periods?.says ?? "Periods: not written yet."}</h2>
        {periods && (
          <ChartOrTable drawing={{ phone: periods.drawing, desktop: periods.drawing }} table={periods.table} caption={periods.says} />
        )}
      </section>
    </>
  );
}
