import type { ReactElement } from "react";
import { sayClock, sayNumber } from "@unmask/words";
import { queuePlace } from "../address/place.ts";
import type { Way } from "../address/use-place.ts";
import { KeyCap } from "./key-cap.tsx";
import { PlaceLink } from "./place-link.tsx";
import { zone } from "./say-when.ts";
import type { News } from "./use-changes.ts";

/**
 * What has come since this officer looked: one line above the log, where it moves no row. Nothing is loaded by itself. Its two places stand
 * there always, so that a reader for the blind says what comes into them; danger at once.
 */
export function NewsBar({ news, way }: { readonly news: News; readonly way: Way }): ReactElement {
  const { queue, looked, again, changed, deaf } = news;
  const came = [
    ...(queue.fresh > 0 ? [`${sayNumber(queue.fresh)} new`] : []),
    ...(queue.again > 0 ? [`${sayNumber(queue.again)} wrote again`] : []),
  ];
  const isDanger = queue.danger > 0;
  const since = looked === undefined ? "" : ` since ${sayClock(looked, zone)}`;
  const isNews = came.length > 0 || isDanger;
  return (
    <section className="news" aria-label="What has come" data-is-empty={!isNews && !changed && !deaf}>
      <p role="alert" className="danger bold">
        {isDanger && `${sayNumber(queue.danger)} more in danger now.`}
      </p>
      <p role="status">
        {came.length > 0 && `${came.join(", ")}${since}. `}
        {changed && (
          <b className="mind">
            {changed.of === "case" ? `Case ${changed.id}` : changed.id} has changed since you read it at {sayClock(changed.at, zone)}.{" "}
          </b>
        )}
        {deaf && (
          <b className="mind">
            {deaf.why === "ended"
              ? `Nothing new is told since ${sayClock(deaf.since, zone)}: the desk’s server has locked this session. Sign in again.`
              : `Nothing new is told since ${sayClock(deaf.since, zone)}: no connection.`}
          </b>
        )}
      </p>
      {isNews && again && (
        <p>
          <button type="button" className="in-line" onClick={again} aria-keyshortcuts="R">
            Look again <KeyCap of={{ name: "again", presses: ["r"], cap: "R" }} />
          </button>{" "}
          <span className="second-words">until then no row moves</span>
        </p>
      )}
      {isNews && !again && (
        <p>
          <PlaceLink way={way} to={queuePlace} keys="g q">
            To the queue
          </PlaceLink>{" "}
          <KeyCap of={{ name: "go-queue", presses: ["g q"], cap: "G Q" }} />
        </p>
      )}
      {changed && (
        <p>
          <button type="button" className="in-line" onClick={() => changed.again()} aria-keyshortcuts="Shift+R">
            Read it again <KeyCap of={{ name: "look-again", presses: ["Shift+r"], cap: "⇧R" }} />
          </button>
        </p>
      )}
    </section>
  );
}
