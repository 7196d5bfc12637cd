import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import { sayClock } from "@unmask/words";
import type { Answer } from "../desk/answer.ts";
import { NoConnection, NotUnderstood, Notice, Refused } from "./notices.tsx";
import { zone } from "./say-when.ts";

/** What stands where something was asked for and did not come: what happened, and what can be done. */
export function Hindrance({
  answer,
  now,
  again,
}: {
  readonly answer: Answer<unknown>;
  readonly now: Instant;
  readonly again: () => void;
}): ReactElement | null {
  const [since] = useState(now);
  switch (answer.came) {
    case "value":
      return null;
    case "refused":
      return <Refused refusal={answer.refusal} />;
    case "no-connection":
      return <NoConnection since={sayClock(since, zone)} of={answer.asked} again={again} />;
    case "not-understood":
      return <NotUnderstood where={answer.where} again={again} />;
    case "changed":
      return (
        <Notice isMind>
          <p>
            <b className="mind">Not saved yet.</b> {answer.says} Nothing is merged in silence.
          </p>
        </Notice>
      );
    case "nothing-there":
      return (
        <Notice>
          <p>There is nothing of that number at this desk.</p>
        </Notice>
      );
    case "nobody":
      return (
        <Notice>
          <p>Nobody is signed in any more. Sign in again to go on.</p>
        </Notice>
      );
  }
}
