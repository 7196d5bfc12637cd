import type { ReactElement, ReactNode } from "react";
import type { Instant, ReadValue } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import type { LogEntry } from "../desk/log-entry.ts";
import type { OfferedReason } from "../desk/preview.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { PageAwaited } from "./page-awaited.tsx";
import { ReasonFirst } from "./reason-first.tsx";
import { useAnswer } from "./use-answer.ts";
import { useHolds } from "./use-holds.ts";
import { useReason } from "./use-reason.ts";
import { useTold } from "./use-told.ts";

/** What every such page has. */
interface Held {
  readonly case: string;
  readonly saw: number;
  readonly log: LogEntry;
}

/** What is shown of it, once it is there. */
interface PageShown<Page> {
  readonly at: AtDesk;
  readonly page: Page;
  readonly reason: GivenReason;
  readonly now: Instant;
  readonly again: () => void;
}

interface PageOfCaseProps<Page> {
  readonly at: AtDesk;
  readonly now: Instant;
  readonly caseNumber: string;
  readonly title: string;
  readonly offered: readonly OfferedReason[];
  /** Below the case: "rights". */
  readonly part: string;
  readonly read: ReadValue<Page>;
  /** "look at the schedule again" */
  readonly againSays: string;
  readonly show: (shown: PageShown<Page>) => ReactNode;
}

/** A page about one case that stands beside it: the reason first, then what it holds, and a word when somebody else writes in the case. */
export function PageOfCase<Page extends Held>(props: PageOfCaseProps<Page>): ReactElement {
  const { at, caseNumber, title, offered } = props;
  const [reason, giveReason] = useReason(at, caseNumber);
  if (reason) return <Opened {...props} reason={reason} />;
  return <ReasonFirst at={at} title={title} reference={caseNumber} offered={offered} open={giveReason} />;
}

function Opened<Page extends Held>({
  at,
  now,
  caseNumber,
  title,
  part,
  read,
  againSays,
  show,
  reason,
}: PageOfCaseProps<Page> & { readonly reason: GivenReason }): ReactElement {
  const path = `cases/${caseNumber}/${part}`;
  const { answer, again } = useAnswer(path, () => at.world.desk.get(path, read, reason));
  useTold(at, answer);
  useHolds(at, { of: "case", id: caseNumber }, answer?.came === "value" ? answer.value.saw : undefined, again);
  useKeys([{ name: "look-again", presses: ["Shift+r"], cap: "⇧R", says: againSays, run: again }]);
  if (answer?.came !== "value")
    return <PageAwaited title={title} asking="Opening it. The reason is written with it." {...{ answer, now, again }} />;
  return <>{show({ at, reason, now, again, page: answer.value })}</>;
}
