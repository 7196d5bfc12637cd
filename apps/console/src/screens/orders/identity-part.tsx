import type { ReactElement } from "react";
import { operations, parseRole } from "@unmask/case";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { OrderForms, type OrderSpec } from "../../parts/order-forms.tsx";
import { sayWhen } from "../../parts/say-when.ts";
import { Closed } from "../register/breach-steps.tsx";
import type { OrderPart, OrderPartProps } from "./order-part.ts";

/** Whether an identity is told to the person at whom the acts are aimed: each decision with what was asked, on what it rests, the risk, and what they wish. */
export const identityPart: OrderPart = {
  part: "identity",
  says: "Telling an identity",
  isShown: ({ state }) => state.typed === null,
  note: ({ state: { disclosures } }) => {
    const last = disclosures.at(-1);
    return { says: last === undefined ? "nobody has decided" : last.decision === "disclose" ? "to be told" : "not to be told" };
  },
  Work: Identity,
};

function Identity(props: OrderPartProps): ReactElement {
  const { state, nameOf, law } = props.page;
  const { disclosures } = state;
  const last = disclosures.at(-1);
  return (
    <>
      <header className="work-head">
        <h1>Telling who it is</h1>
        <p className="sentence">
          {last === undefined
            ? "Nobody has decided whether the person at whom the acts are aimed is told who this is."
            : last.decision === "disclose"
              ? "It was decided to tell. What was told, when and how stands below."
              : "It was decided not to tell. The reasons stand below."}
        </p>
      </header>
      <p className="second-words">
        {law.section("own-motion") === undefined
          ? "Of Northern Ireland no rule about this was read: ask your solicitor."
          : "A power was announced to give guidance on this. Guidance that is in force is not known here: it stands under “To confirm”."}
      </p>
      {disclosures.map((one) => (
        <section key={one.number} className="identity-record" aria-label={`Decision of ${sayWhen(one.happened, props.now)}`}>
          <h2>
            {one.decision === "disclose" ? "To be told" : "Not to be told"}
            <span className="second-words">
              {" "}
              {sayWhen(one.happened, props.now)}, {nameOf(one.by)}
              {one !== last && ", overruled by a later one"}
            </span>
          </h2>
          <dl className="order-facts">
            {[
              ["Who asked, and what", one.asked],
              ["On what it rests", one.basis],
              ["What could come of it", one.risk],
              ["What the person wishes", one.wish],
              ["What was told", one.what],
              ["When", one.day === undefined ? undefined : sayCivilDay(one.day)],
              ["How", one.method],
            ].map(([says, value]) => (
              <div key={says}>
                <dt>{says}</dt>
                <dd>
                  {value === undefined ? (
                    <span className="second-words">{one.decision === "disclose" ? "not written" : "nothing: not told"}</span>
                  ) : (
                    <bdi>{value}</bdi>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {mayDecide(props.at) ? (
        <OrderForms {...props} specs={[spec]} />
      ) : (
        <Closed says="Write a decision" why="A supervisor decides it, and writes on what that rests." />
      )}
    </>
  );
}

function mayDecide({ me }: OrderPartProps["at"]): boolean {
  const role = parseRole(me.officer.role);
  return role !== undefined && operations["decide-identity-disclosure"].roles[role] !== undefined;
}

const isTold = ({ decision }: Readonly<Record<string, string>>): boolean => decision === "disclose";

const spec: OrderSpec = {
  name: "identity",
  path: "identity-disclosure-decided",
  letter: "i",
  button: "Write a decision",
  verb: "Write the decision",
  fields: [
    { key: "asked", asks: "Who asked, and what they asked", as: "words" },
    {
      key: "decision",
      asks: "Decision",
      as: "choice",
      options: [
        { value: "disclose", says: "tell" },
        { value: "do-not", says: "do not tell" },
      ],
    },
    { key: "basis", asks: "On what it rests: the power, and why it is proportionate", as: "words" },
    { key: "risk", asks: "What could come of telling, and of not telling", as: "words" },
    { key: "wish", asks: "What the person who would be told wishes", as: "words" },
    { key: "what", asks: "What exactly is told", as: "words", isAsked: isTold },
    { key: "day", asks: "On which day", as: "day", isAsked: isTold },
    { key: "method", asks: "How", as: "line", isAsked: isTold },
  ],
  changes: "The decision is kept with its reasons and is never changed; a later one overrules it. Nothing is sent by this.",
};
