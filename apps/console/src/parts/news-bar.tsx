import { type ReactElement, useState } from "react";
import { sayClock, sayNumber } from "@unmask/words";
import { queuePlace } from "../address/place.ts";
import type { Way } from "../address/use-place.ts";
import { KeyCap } from "./key-cap.tsx";
import type { Layout } from "./layout.ts";
import { PlaceLink } from "./place-link.tsx";
import { zone } from "./say-when.ts";
import type { News } from "./use-changes.ts";

/**
 * What has come since this officer looked: one line above the log, where it moves no row. Nothing is loaded by itself. Its two places stand
 * there always, so that a reader for the blind says what comes into them; danger at once. On a phone the first line stands, the gravest, and the others are
 * folded with their count, until they are asked for.
 */
export function NewsBar({ news, way, layout }: { readonly news: News; readonly way: Way; readonly layout: Layout }): ReactElement {
  const { queue, looked, again, changed, deaf } = news;
  const came = [
    ...(queue.fresh > 0 ? [`${sayNumber(queue.fresh)} new`] : []),
    ...(queue.again > 0 ? [`${sayNumber(queue.again)} wrote again`] : []),
  ];
  const isDanger = queue.danger > 0;
  const since = looked === undefined ? "" : ` since ${sayClock(looked, zone)}`;
  const isNews = came.length > 0 || isDanger;
  const lines = [
    ...(isDanger ? (["danger"] as const) : []),
    ...(deaf ? (["deaf"] as const) : []),
    ...(changed ? (["changed"] as const) : []),
    ...(came.length > 0 ? (["came"] as const) : []),
  ];
  const [isUnfolded, unfold] = useState(false);
  const isFolding = layout === "narrow" && lines.length > 1;
  // What is folded is still said to a reader for the blind when it comes.
  const isFolded = (line: (typeof lines)[number]): boolean => isFolding && !isUnfolded && line !== lines[0];
  const unseen = (line: (typeof lines)[number]): string | undefined => (isFolded(line) ? "unseen" : undefined);
  return (
    <section className="news" aria-label="What has come" data-is-empty={lines.length === 0}>
      <p role="alert" className="danger bold">
        {isDanger && `${sayNumber(queue.danger)} more in danger now.`}
      </p>
      <p role="status">
        {came.length > 0 && <span className={unseen("came")}>{`${came.join(", ")}${since}. `}</span>}
        {changed && (
          <b className={isFolded("changed") ? "mind unseen" : "mind"}>
            {changed.of === "case" ? `Case ${changed.id}` : changed.id} has changed since you read it at {sayClock(changed.at, zone)}.{" "}
          </b>
        )}
        {deaf && (
          <b className={isFolded("deaf") ? "mind unseen" : "mind"}>
            {deaf.why === "ended"
              ? `Nothing new is told since ${sayClock(deaf.since, zone)}: the desk’s server has locked this session. Sign in again.`
              : `Nothing new is told since ${sayClock(deaf.since, zone)}: no connection.`}
          </b>
        )}
      </p>
      {isNews && again && !(isFolded("came") && !isDanger) && (
        <p>
          <button type="button" className="in-line" onClick={again} aria-keyshortcuts="R">
            Look again <KeyCap of={{ name: "again", presses: ["r"], cap: "R" }} />
          </button>{" "}
          <span className="second-words">until then no row moves</span>
        </p>
      )}
      {isNews && !again && !(isFolded("came") && !isDanger) && (
        <p>
          <PlaceLink way={way} to={queuePlace} keys="g q">
            To the queue
          </PlaceLink>{" "}
          <KeyCap of={{ name: "go-queue", presses: ["g q"], cap: "G Q" }} />
        </p>
      )}
      {changed && !isFolded("changed") && (
        <p>
          <button type="button" className="in-line" onClick={() => changed.again()} aria-keyshortcuts="Shift+R">
            Read it again <KeyCap of={{ name: "look-again", presses: ["Shift+r"], cap: "⇧R" }} />
          </button>
        </p>
      )}
      {isFolding && (
        <p>
          <button type="button" className="in-line" aria-expanded={isUnfolded} onClick={() => unfold(!isUnfolded)}>
            {isUnfolded ? "Fold" : `${lines.length - 1} more`}
          </button>
        </p>
      )}
    </section>
  );
}
