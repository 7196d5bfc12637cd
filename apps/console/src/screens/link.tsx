import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import type { LinkPlace } from "../address/place.ts";
import type { AtDesk } from "../at-desk.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { type Link, type LinkWritten, link as readLink } from "../desk/links.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { PageAwaited } from "../parts/page-awaited.tsx";
import { ReasonFirst } from "../parts/reason-first.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { reasonsForCase, useReason } from "../parts/use-reason.ts";
import { useTold } from "../parts/use-told.ts";
import { LinkCompared } from "./link-compared.tsx";
import { LinkDecision } from "./link-decision.tsx";
import { LinkUses } from "./link-uses.tsx";

/** Whether one person stands behind two reports. To look is to combine: the reason is asked for this by itself. */
export function LinkScreen({ at, place, now }: { readonly at: AtDesk; readonly place: LinkPlace; readonly now: Instant }): ReactElement {
  const [reason, giveReason] = useReason(at, place.link);
  useKeys([{ name: "back", presses: ["Escape"], cap: "Esc", says: "back", isInBar: true, run: () => at.way.back() }]);
  if (reason) return <Opened {...{ at, place, reason, now }} />;
  return (
    <ReasonFirst
      at={at}
      title="A link between two"
      says="To look at both together combines them, and is written as that. Say why first."
      reference="a link"
      offered={reasonsForCase}
      open={giveReason}
    />
  );
}

function Opened({
  at,
  place,
  reason,
  now,
}: {
  readonly at: AtDesk;
  readonly place: LinkPlace;
  readonly reason: GivenReason;
  readonly now: Instant;
}): ReactElement {
  const path = `links/${place.link}`;
  const { answer, again } = useAnswer(path, () => at.world.desk.get(path, readLink, reason));
  const [written, setWritten] = useState<LinkWritten | undefined>(undefined);
  useTold(at, answer);
  if (answer?.came !== "value") return <PageAwaited title="A link between two" asking="Comparing both." {...{ answer, now, again }} />;
  const link: Link = { ...answer.value, ...written };
  const lookAgain = (): void => {
    setWritten(undefined);
    again();
  };
  return (
    <>
      <main id="work" className="work">
        <header className="work-head">
          <h1>Same person behind both?</h1>
          <p className="sentence">Suggested because something stands in both. Nothing is joined until somebody decides.</p>
        </header>
        {link.identifiers.map((shared, i) => (
          // What no act shows has no text of its own.
          <section key={shared.identifier ?? i} aria-label={shared.identifier ?? "Named in both"}>
            <LinkUses shared={shared} one={link.one} other={link.other} />
            <LinkCompared shared={shared} one={link.one} other={link.other} />
          </section>
        ))}
      </main>
      <aside className="side link-side" aria-label="Your decision">
        <LinkDecision {...{ at, link, reason, now, lookAgain }} done={setWritten} />
      </aside>
    </>
  );
}
