import { type ReactElement, useState } from "react";
import { dataRuleOf } from "@unmask/law";
import { sayCount } from "@unmask/words";
import type { Answer } from "../desk/answer.ts";
import { type LooksTold, type RightsRequestShown, looksTold } from "../desk/rights.ts";
import { sayCivilDay } from "../parts/civil-day.ts";
import { Hindrance } from "../parts/hindrance.tsx";
import { SaveWent } from "../parts/save-went.tsx";
import { sayNow } from "../parts/say-when.ts";
import { mayHere } from "./disclosure-part.ts";
import type { RightsParts } from "./rights-part.ts";

const rights = dataRuleOf("rights");

/** Who looked, what went to whom, and what of the law nobody confirmed. */
export function RightsSide({ request, ...parts }: RightsParts & { readonly request: RightsRequestShown | undefined }): ReactElement {
  const { page } = parts;
  return (
    <aside className="side" aria-label="Who looked, and what went to whom" tabIndex={0}>
      {request !== undefined && <WhoLooked {...parts} request={request} />}
      {request !== undefined && request.given.length > 0 && (
        <section aria-labelledby="went">
          <h2 id="went">What went to whom</h2>
          <ul className="plain-lines">
            {request.given.map(({ number, to, how, form, sha256, left, by, happened }) => (
              <li key={number}>
                <b>
                  <bdi>{to}</bdi>
                </b>
                , {form === "paper" ? "on paper" : "as a data file"}, <bdi>{how}</bdi>
                <span className="line second">
                  {sayNow(happened)}, <bdi>{by}</bdi>
                </span>
                {left !== null && (
                  <span className="line second">
                    {sayCount(left.cases, "other case")} not decided then,{" "}
                    {left.told ? "and they were told so" : "and they were not told so"}: <bdi>{left.reason}</bdi>
                  </span>
                )}
                <code className="line">{sha256}</code>
                {mayHere(parts.at, "give-rights") && (
                  <SaveWent
                    {...parts}
                    path={`cases/${page.case}/rights/${request.request}/given/${number}/file`}
                    says="Save the answer that went"
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="not-confirmed">
        <h2 id="not-confirmed">What the law says of it</h2>
        <ul className="plain-lines">
          {page.law.map(({ id, question, careful, confirmed }) => (
            <li key={id}>
              {question}
              {confirmed === null ? (
                <span className="line second">
                  <b className="mind">Not confirmed.</b> Until then {careful}.
                </span>
              ) : (
                <span className="line second">
                  <bdi>{confirmed.says}</bdi> (<bdi>{confirmed.by}</bdi>, {sayCivilDay(confirmed.on)})
                </span>
              )}
            </li>
          ))}
        </ul>
        <p className="second-words">
          {rights.act}, {rights.section}. An administrator writes at “To confirm” what the force confirmed.
        </p>
      </section>
    </aside>
  );
}

function WhoLooked({ at, page, reason, now, request }: RightsParts & { readonly request: RightsRequestShown }): ReactElement {
  const [came, setCame] = useState<Answer<LooksTold> | "waiting" | undefined>(undefined);
  const { looks } = request;
  const look = async (): Promise<void> => {
    setCame("waiting");
    const answer = await at.world.desk.get(`cases/${page.case}/rights/${request.request}/looks`, looksTold, reason);
    setCame(answer);
    if (answer.came === "value") at.tellLog(answer.value.log);
  };
  return (
    <section aria-labelledby="looked">
      <h2 id="looked">Who looked at them</h2>
      <p>
        {looks === null ? (
          <>
            <b className="mind">Not decided</b> whether they are told, so they are not.
          </>
        ) : (
          <>
            <b>{looks.tells ? (looks.names ? "They are told, with names" : "They are told, without names") : "They are not told"}</b>:{" "}
            <bdi>{looks.reason}</bdi>
            <span className="line second">
              <bdi>{looks.by}</bdi>, {sayNow(looks.happened)}
            </span>
          </>
        )}
      </p>
      {came === undefined && (
        <button type="button" className="second-button" onClick={() => void look()}>
          Show what they would be told
        </button>
      )}
      {came === "waiting" && <p role="status">Reading the log. It is written that you looked.</p>}
      {came !== undefined && came !== "waiting" && came.came !== "value" && <Hindrance answer={came} now={now} again={() => void look()} />}
      {came !== undefined && came !== "waiting" && came.came === "value" && <Looks looks={came.value.looks} />}
    </section>
  );
}

function Looks({ looks }: Pick<LooksTold, "looks">): ReactElement {
  if (looks.length === 0) return <p>The log has no look at them.</p>;
  return (
    <ul className="plain-lines">
      {looks.map(({ day, did, role, purpose, times, name }) => (
        <li key={`${day} ${did} ${role} ${purpose} ${name ?? ""}`}>
          {sayCivilDay(day)}: {did}
          {times > 1 && `, ${times} times`}
          <span className="line second">
            {name !== undefined && <bdi>{name}, </bdi>}
            {role}; {purpose}
          </span>
        </li>
      ))}
    </ul>
  );
}
