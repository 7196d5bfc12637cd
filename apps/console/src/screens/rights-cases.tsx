import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import { operations, parseRole } from "@unmask/case";
import { sayCount } from "@unmask/words";
import type { AtDesk } from "../at-desk.ts";
import { type RightsList, rightsList } from "../desk/rights.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import type { OfferedReason } from "../desk/preview.ts";
import { daysUntil, sayCivilDay } from "../parts/civil-day.ts";
import { PageAwaited } from "../parts/page-awaited.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { ReasonFirst } from "../parts/reason-first.tsx";
import { sayNow } from "../parts/say-when.ts";
import { useAnswer } from "../parts/use-answer.ts";
import { useReason } from "../parts/use-reason.ts";
import { useTold } from "../parts/use-told.ts";

const title = "What people ask about themselves";

/** Why it is looked at. */
export const reasonsForRights: readonly OfferedReason[] = [
  { code: "contact", says: "A person asks what is held about them" },
  { code: "supervision", says: "Supervision" },
];

/** The requests in an officer's cases: what waits first, the earliest day first. */
export function RightsCasesScreen({ at, now }: { readonly at: AtDesk; readonly now: Instant }): ReactElement {
  const [reason, giveReason] = useReason(at, "rights");
  if (reason) return <Shown at={at} now={now} reason={reason} />;
  return (
    <ReasonFirst at={at} title={title} reference="rights" offered={reasonsForRights} open={giveReason}>
      <ToRecord at={at} />
    </ReasonFirst>
  );
}

function Shown({ at, now, reason }: { readonly at: AtDesk; readonly now: Instant; readonly reason: GivenReason }): ReactElement {
  const { answer, again } = useAnswer("rights", () => at.world.desk.get("rights", rightsList, reason));
  useTold(at, answer);
  if (answer?.came !== "value")
    return <PageAwaited title={title} asking="Asking for the requests in your cases." {...{ answer, now, again }} />;
  const { requests, moreCases, now: read } = answer.value;
  const waits = (one: RightsList["requests"][number]): boolean => !one.isGiven && !one.isEnded;
  const open = requests.filter(waits).toSorted((one, other) => ((one.answerBy ?? "9999") < (other.answerBy ?? "9999") ? -1 : 1));
  const done = requests.filter((one) => !waits(one));
  return (
    <main id="work" className="work one-column">
      <h1>{title}</h1>
      <p className="sentence">
        {open.length === 0
          ? `Nobody waits for an answer in your cases. Looked ${sayNow(read)}.`
          : `${sayCount(togetherOf(open).length, "request")} in your cases not answered yet.`}
      </p>
      <p className="second-words">
        Somebody who asks is written down in a case that holds them: open the case, then People. From there it is carried into your other
        cases that hold the person; they stand together here, each with how far it is.
      </p>
      <Lines at={at} requests={[...open, ...done]} now={now} />
      <ToRecord at={at} />
      {moreCases > 0 && <p>{sayCount(moreCases, "more case")} not looked through.</p>}
    </main>
  );
}

/** The record of processing needs no reason; who may not read it is told nothing of it. */
function ToRecord({ at }: { readonly at: AtDesk }): ReactElement | null {
  const role = parseRole(at.me.officer.role);
  if (role === undefined || operations["see-record"].roles[role] === undefined) return null;
  return (
    <p className="to-record">
      <PlaceLink way={at.way} to={{ screen: "record" }}>
        The record of processing
      </PlaceLink>{" "}
      <span className="second-words">what is kept of people here, why, who sees it and for how long</span>
    </p>
  );
}

function Lines({
  at,
  requests,
  now,
}: {
  readonly at: AtDesk;
  readonly requests: RightsList["requests"];
  readonly now: Instant;
}): ReactElement {
  return (
    <ul className="lines">
      {togetherOf(requests).map(([one, ...others]) => {
        const isLate = !one.isGiven && !one.isEnded && (daysUntil(one.answerBy ?? "", now) ?? 0) < 0;
        return (
          <li key={`${one.case} ${one.request}`}>
            <span className="second-words">{one.request}</span>
            <span>
              <PlaceLink way={at.way} to={{ screen: "rights", case: one.case }}>
                Case {one.case}
              </PlaceLink>
              {others.map((other) => (
                <span key={other.case} className="line">
                  and{" "}
                  <PlaceLink way={at.way} to={{ screen: "rights", case: other.case }}>
                    case {other.case}
                  </PlaceLink>{" "}
                  <span className="second">
                    {other.request}; {sayStanding(other)}
                  </span>
                </span>
              ))}
              <span className="line second">
                came {sayCivilDay(one.received)};{" "}
                {one.answerBy === null ? (
                  "no day is written"
                ) : (
                  <b className={isLate ? "mind" : ""}>{`${isLate ? "late: " : ""}answer by ${sayCivilDay(one.answerBy)}`}</b>
                )}
                ; {sayStanding(one)}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

type Line = RightsList["requests"][number];

/** One request with the other cases in which it is carried, where it stands first. */
function togetherOf(requests: readonly Line[]): readonly (readonly [Line, ...Line[]])[] {
  return requests.flatMap((one, i) => {
    const isSame = (other: Line): boolean => one.across !== null && other.across === one.across;
    return requests.slice(0, i).some(isSame) ? [] : [[one, ...requests.slice(i + 1).filter(isSame)] as const];
  });
}

function sayStanding({ isEnded, isGiven, isAgreed, isShown }: RightsList["requests"][number]): string {
  if (isEnded) return "taken back";
  if (isGiven) return "answered";
  if (!isShown) return "who they are is not shown yet";
  return isAgreed ? "it can go" : "a second person has not agreed yet";
}
