import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import { sayCount, sayNumber } from "@unmask/words";
import type { AtDesk } from "../at-desk.ts";
import { disclosureCases } from "../desk/disclosure.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import type { OfferedReason } from "../desk/preview.ts";
import { PageAwaited } from "../parts/page-awaited.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { ReasonFirst } from "../parts/reason-first.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useReason } from "../parts/use-reason.ts";
import { useTold } from "../parts/use-told.ts";

const title = "Held, and not relied on";

/** Why a schedule is looked at. */
export const reasonsForDisclosure: readonly OfferedReason[] = [
  { code: "court", says: "Disclosure review, for a prosecutor or a court" },
  { code: "supervision", says: "Supervision" },
];

/** The cases that a disclosure officer is put on: what is listed, what waits. */
export function DisclosureCasesScreen({ at, now }: { readonly at: AtDesk; readonly now: Instant }): ReactElement {
  const [reason, giveReason] = useReason(at, "disclosure");
  if (reason) return <Shown at={at} now={now} reason={reason} />;
  return <ReasonFirst at={at} title={title} reference="disclosure" offered={reasonsForDisclosure} open={giveReason} />;
}

function Shown({ at, now, reason }: { readonly at: AtDesk; readonly now: Instant; readonly reason: GivenReason }): ReactElement {
  const { answer, again } = useAnswer("disclosure", () => at.world.desk.get("disclosure", disclosureCases, reason));
  useTold(at, answer);
  if (answer?.came !== "value") return <PageAwaited title={title} asking="Asking for your cases." {...{ answer, now, again }} />;
  const { cases, more } = answer.value;
  return (
    <main id="work" className="work one-column">
      <h1>{title}</h1>
      <p className="sentence">
        {cases.length === 0
          ? "You are put on no case. A supervisor or an investigator of a case does that."
          : `${sayCount(cases.length, "case")} are yours to review.`}
      </p>
      <p className="second-words">Your role opens no contact details and no safety plan: they are never sent to this screen.</p>
      <ul className="lines">
        {cases.map((one) => (
          <li key={one.case}>
            <span className="second-words">{sayCount(one.items, "item")}</span>
            <span>
              <PlaceLink way={at.way} to={{ screen: "disclosure", case: one.case }}>
                Case {one.case}
              </PlaceLink>
              <span className="line second">
                {sayNumber(one.notDecided)} not decided, {sayNumber(one.unlisted)} not looked at yet, {sayCount(one.asked, "request")} open
              </span>
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p>{sayCount(more, "more case")} not shown.</p>}
    </main>
  );
}
