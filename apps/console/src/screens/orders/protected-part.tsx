import type { ReactElement } from "react";
import { OrderForms, type OrderSpec } from "../../parts/order-forms.tsx";
import type { OrderPart, OrderPartProps } from "./order-part.ts";
import { isDraft } from "./order-words.ts";

/** Who is to be protected: a victim of the acts, or not. */
export const protectedPart: OrderPart = {
  part: "protected",
  says: "Protected people",
  note: ({ state }) => {
    if (state.typed !== null) return { says: String(state.typed.protects.length) };
    const { protects } = state.draft;
    const others = protects.filter(({ victim }) => !victim).length;
    return protects.length === 0
      ? { says: "nobody named", isMind: true }
      : { says: `${protects.length}${others === 0 ? "" : `; ${others === 1 ? "one is" : `${others} are`} not a target of any act`}` };
  },
  isOfDraft: true,
  Work: Protected,
};

function Protected(props: OrderPartProps): ReactElement {
  const { state, law } = props.page;
  const { protects, notProtected } = state.draft;
  return (
    <>
      <header className="work-head">
        <h1>Who is protected</h1>
      </header>
      <p className="sentence">
        Other people may be protected too: they need not have been the target of any act.{" "}
        <span className="second-words">{law.section("protected")?.section}</span>
      </p>
      {state.typed !== null && (
        <ul>
          {state.typed.protects.map((name) => (
            <li key={name}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      )}
      <ul className="order-people">
        {protects.map(({ person, name, victim, says, report }) => (
          <li key={person}>
            <b>
              <bdi>{name}</bdi>
            </b>
            , {victim ? "target of the acts" : "not a target of any act"}
            {report !== undefined && `, report ${report}`}
            {says !== undefined && (
              <span className="line second">
                <bdi>{says}</bdi>
              </span>
            )}
          </li>
        ))}
        {notProtected.map(({ person, name, reason, number }) => (
          <li key={`${person} ${number}`}>
            <s>
              <bdi>{name}</bdi>
            </s>{" "}
            not protected: <bdi>{reason}</bdi>
          </li>
        ))}
      </ul>
      {isDraft(state) && state.typed === null && (
        <OrderForms {...props} specs={[nameSpec, ...(protects.length > 0 ? [notSpec(protects)] : [])]} />
      )}
    </>
  );
}

const nameSpec: OrderSpec = {
  name: "protected",
  path: "protected-named",
  letter: "n",
  button: "Name somebody",
  verb: "Name them",
  fields: [
    { key: "name", asks: "Name", as: "line" },
    { key: "victim", asks: "Were acts aimed at them?", as: "yes-no" },
    { key: "report", asks: "Their report, R-…", as: "line", isOptional: true, hint: "With it they can be told in their mailbox." },
    { key: "says", asks: "Why they are to be protected", as: "words", isOptional: true },
  ],
  changes: "A condition can speak of them, and they are told what becomes of the order.",
};

function notSpec(protects: OrderPartProps["page"]["state"]["draft"]["protects"]): OrderSpec {
  return {
    name: "protected-out",
    path: "protected-removed",
    letter: "x",
    button: "Take somebody out",
    verb: "Take them out",
    fields: [
      { key: "person", asks: "Whom", as: "choice", options: protects.map(({ person, name }) => ({ value: person, says: name })) },
      { key: "words", asks: "Why: named wrongly, or does not want it", as: "words" },
    ],
    changes: "The name stays to be read, struck. A condition that speaks of them has to be written anew.",
  };
}
