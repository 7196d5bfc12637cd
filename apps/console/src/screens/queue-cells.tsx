import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import type { QueueRow } from "@unmask/case";
import { sayWaited, sayWhen } from "../parts/say-when.ts";

/** The mark of a row: a word in a box. Red is danger now and nothing else, amber is a breach, ink is all the rest. */
export function Mark({ row }: { readonly row: QueueRow }): ReactElement {
  return <span className={`mark-box of-${row.group}`}>{row.mark}</span>;
}

/** How long it waits unread, or that somebody opened it; amber and bold past the force's hours. */
export function Waiting({ unread, now }: { readonly unread: QueueRow["unread"]; readonly now: Instant }): ReactElement {
  const isMind = !unread.opened && unread.isLong;
  return (
    <>
      <span className={unread.opened ? "line third-words" : `line bold${isMind ? " mind" : ""}`}>
        {unread.opened ? "Opened" : sayWaited(unread.since, now)}
      </span>
      <span className={`line second${isMind ? " mind" : ""}`}>since {sayWhen(unread.since, now)}</span>
    </>
  );
}

/** Who has it: "You", a name, or nobody yet, which in danger is red. */
export function With({ row, officer }: { readonly row: QueueRow; readonly officer: string }): ReactElement {
  const holder = row.with.officer;
  if (!holder) return <span className={`line bold${row.group === "danger" ? " danger" : ""}`}>Nobody yet</span>;
  return <span className="line">{holder.id === officer ? "You" : holder.says}</span>;
}
