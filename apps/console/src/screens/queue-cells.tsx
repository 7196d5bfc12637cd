import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import type { QueueRow } from "@unmask/case";
import { sayWaited, sayWhen } from "../parts/say-when.ts";
import { isAlone, sayHolder, sayPresence, sayWith } from "./queue-row-words.ts";

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

/** Who has it, and in danger whether somebody is there; red only while nobody is. Of endless names the beginning: that nobody is there stays whole. */
export function With({ row, officer, now }: { readonly row: QueueRow; readonly officer: string; readonly now: Instant }): ReactElement {
  const words = sayWith(row, officer, now);
  const holder = sayHolder(row, officer);
  const presence = sayPresence(row, now);
  if (isAlone(row)) return <span className="line bold danger">{words}</span>;
  if (holder === undefined) return <span className={`line${words === "Nobody yet" ? " bold" : ""}`}>{words}</span>;
  return (
    <>
      <span className="line holder">{presence === undefined ? holder : `${holder}; `}</span>
      {presence !== undefined && <span className="line">{presence}</span>}
    </>
  );
}
