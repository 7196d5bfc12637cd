import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import type { ActPlace } from "../address/place.ts";
import type { AtDesk } from "../at-desk.ts";
import { type ActLine, actPage } from "../desk/act-page.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { PageAwaited } from "../parts/page-awaited.tsx";
import { ReasonFirst } from "../parts/reason-first.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { reasonsForCase, useReason } from "../parts/use-reason.ts";
import { useTold } from "../parts/use-told.ts";
import { ActBelief } from "./act-belief.tsx";
import { ActNeighbours } from "./act-neighbours.tsx";
import { ActWords } from "./act-words.tsx";

/** One act: left its neighbours, in the middle what it says, right why it may be believed. */
export function ActScreen({ at, place, now }: { readonly at: AtDesk; readonly place: ActPlace; readonly now: Instant }): ReactElement {
  const [reason, giveReason] = useReason(at, place.case);
  if (reason) return <Opened {...{ at, place, reason, now }} />;
  return <ReasonFirst at={at} title={`An act of case ${place.case}`} reference={place.case} offered={reasonsForCase} open={giveReason} />;
}

function Opened({
  at,
  place,
  reason,
  now,
}: {
  readonly at: AtDesk;
  readonly place: ActPlace;
  readonly reason: GivenReason;
  readonly now: Instant;
}): ReactElement {
  const { world, way } = at;
  const path = `cases/${place.case}/acts/${place.item}/${place.ordinal}`;
  const { answer, again } = useAnswer(path, () => world.desk.get(path, actPage, reason));
  useTold(at, answer);
  const page = answer?.came === "value" ? answer.value : undefined;
  const goTo = (line: ActLine | undefined) => () => {
    if (line) way.replace({ ...place, item: line.item, ordinal: line.ordinal });
  };
  const back = (): void => way.go({ screen: "case", case: place.case, part: "timeline" });
  useKeys([
    { name: "next-row", presses: ["j", "ArrowDown"], cap: "J", says: "next act", isInBar: true, run: goTo(page?.after[0]) },
    { name: "row-before", presses: ["k", "ArrowUp"], cap: "K", says: "act before", isInBar: true, run: goTo(page?.before.at(-1)) },
    { name: "back", presses: ["Escape"], cap: "Esc", says: "back to the timeline", isInBar: true, run: back },
  ]);
  if (page)
    return (
      <>
        <ActNeighbours page={page} place={place} way={way} />
        <main id="work" className="work">
          <ActWords at={at} page={page} caseNumber={place.case} reason={reason} now={now} />
        </main>
        <aside className="side act-side" aria-label="Why it may be believed" tabIndex={0}>
          <ActBelief page={page} now={now} />
        </aside>
      </>
    );
  return (
    <PageAwaited title={`An act of case ${place.case}`} asking="Opening it. The reason is written with it." {...{ answer, now, again }} />
  );
}
