import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import { sayCount } from "@unmask/words";
import type { AtDesk } from "../at-desk.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { type LinkState, links } from "../desk/links.ts";
import { Hindrance } from "../parts/hindrance.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { sayWhen } from "../parts/say-when.ts";
import { useAnswer } from "../parts/use-answer.ts";
import { useTold } from "../parts/use-told.ts";

const stateSays: Readonly<Record<LinkState, string>> = {
  undecided: "not decided",
  proposed: "one says the same person; a second must agree",
  confirmed: "confirmed by two",
  refuted: "refuted",
  open: "left open",
};

/** Links of a case, and how far the index answered. */
export function CaseLinks({
  at,
  caseNumber,
  reason,
  now,
}: {
  readonly at: AtDesk;
  readonly caseNumber: string;
  readonly reason: GivenReason;
  readonly now: Instant;
}): ReactElement {
  const path = `cases/${caseNumber}/links`;
  const { answer, again } = useAnswer(path, () => at.world.desk.get(path, links, reason));
  useTold(at, answer);
  return (
    <>
      <h1>Links</h1>
      {answer === undefined ? (
        <p role="status">Asking the index.</p>
      ) : answer.came !== "value" ? (
        <Hindrance answer={answer} now={now} again={again} />
      ) : (
        <>
          <p className={answer.value.isComplete ? "sentence" : "sentence mind"}>
            {answer.value.isComplete ? "" : "Incomplete. "}
            {answer.value.searched}
          </p>
          {answer.value.links.length === 0 && (
            <p>
              {answer.value.isComplete ? "No other report shows an identifier of this case." : "No link can be told while a part is down."}
            </p>
          )}
          <ul className="lines">
            {answer.value.links.map(({ link, to, identifiers, state, again: back, suggested }) => (
              <li key={link}>
                <span className="second-words">{sayWhen(suggested, now)}</span>
                <span>
                  <PlaceLink way={at.way} to={{ screen: "link", link }}>
                    <b>With {to}</b>: {sayCount(identifiers, "identifier")} in both
                  </PlaceLink>
                  <span className="line second">
                    {stateSays[state]}
                    {back !== null && `, comes back ${sayWhen(back, now)}`}
                  </span>
                </span>
              </li>
            ))}
          </ul>
          {answer.value.common !== "" && <p className="second-words">{answer.value.common}</p>}
        </>
      )}
    </>
  );
}
