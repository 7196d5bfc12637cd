import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import { sayNumber } from "@unmask/words";
import type { ActPlace } from "../address/place.ts";
import type { AtDesk } from "../at-desk.ts";
import { type ActPage, actPage } from "../desk/act-page.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { Reasons } from "../parts/reasons.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { reasonsForCase, useCaseReason } from "../parts/use-case-reason.ts";
import { useTold } from "../parts/use-told.ts";
import { ActBelief } from "./act-belief.tsx";
import { ActNeighbours } from "./act-neighbours.tsx";
import { ActWords } from "./act-words.tsx";

/** One act: left its neighbours, in the middle what it says, right why it may be believed. */
export function ActScreen({ at, place, now }: { readonly at: AtDesk; readonly place: ActPlace; readonly now: Instant }): ReactElement {
  const [reason, giveReason] = useCaseReason(at, place.case);
  if (reason) return <Opened {...{ at, place, reason, now }} />;
  return (
    <main id="work" className="work one-column">
      <h1>
        Act {sayNumber(place.act)}, case {place.case}
      </h1>
      <p className="sentence">Nothing of it is shown before you say why you open it.</p>
      <Reasons reference={place.case} officer={at.me.officer.name} offered={reasonsForCase} open={giveReason} />
    </main>
  );
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
  const path = `cases/${place.case}/acts/${place.act}`;
  const { answer, again } = useAnswer(path, () => world.desk.get(path, actPage, reason));
  useTold(at, answer);
  const last = answer?.came === "value" ? answer.value.of : place.act;
  const step = (by: 1 | -1) => () => {
    const act = place.act + by;
    if (act >= 1 && act <= last) way.replace({ ...place, act });
  };
  const back = (): void => way.go({ screen: "case", case: place.case, part: "timeline" });
  useKeys([
    { name: "next-row", presses: ["j", "ArrowDown"], cap: "J", says: "next act", isInBar: true, run: step(1) },
    { name: "row-before", presses: ["k", "ArrowUp"], cap: "K", says: "act before", isInBar: true, run: step(-1) },
    { name: "back", presses: ["Escape"], cap: "Esc", says: "back to the timeline", isInBar: true, run: back },
  ]);
  if (answer?.came === "value") return <Shown page={answer.value} at={at} />;
  return (
    <main id="work" className="work one-column">
      <h1>
        Act {sayNumber(place.act)}, case {place.case}
      </h1>
      {answer ? <Hindrance answer={answer} now={now} again={again} /> : <p role="status">Opening it. The reason is written with it.</p>}
    </main>
  );
}

function Shown({ page, at }: { readonly page: ActPage; readonly at: AtDesk }): ReactElement {
  return (
    <>
      <ActNeighbours page={page} way={at.way} />
      <main id="work" className="work">
        <ActWords page={page} />
      </main>
      <aside className="side act-side" aria-label="Why it may be believed">
        <ActBelief page={page} />
      </aside>
    </>
  );
}
