import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import type { Given, Schedule, ScheduleItem } from "../desk/disclosure.ts";
import { sayCivilDay } from "../parts/civil-day.ts";
import { sayNow, sayWhen } from "../parts/say-when.ts";
import { ItemActions } from "./disclosure-actions.tsx";
import { CopyShown } from "./disclosure-copy.tsx";
import type { DisclosureParts } from "./disclosure-part.ts";
import { goesToWords, markWords, sayLength, sayOf } from "./disclosure-words.ts";

/** One item with its copy, and what was disclosed to whom. */
export function DisclosureSide({ item, ...parts }: DisclosureParts & { readonly item: ScheduleItem | undefined }): ReactElement {
  const { page, now } = parts;
  return (
    <aside className="side" aria-label="The item, and what was disclosed to whom" tabIndex={0}>
      {item !== undefined && <Item key={item.item} {...parts} item={item} />}
      <WentToWhom page={page} now={now} />
      <p className="second-words">
        Marks are this force’s own words. Which form and which tests the law wants is not confirmed here (Criminal Procedure and
        Investigations Act 1996).
      </p>
    </aside>
  );
}

function Item({ item, ...parts }: DisclosureParts & { readonly item: ScheduleItem }): ReactElement {
  const { now } = parts;
  const { thing, isRelied, by, happened, before, copies, describes, reason, mark } = item;
  const [isOpen, open] = useState(mark !== "sensitive");
  const copy = copies.at(-1);
  return (
    <>
      <section aria-labelledby="item">
        <h2 id="item">
          {item.item} <span className="second-words">relied on? {isRelied ? "yes, since" : "no"}</span>
        </h2>
        {isOpen ? (
          <p>
            <bdi>{describes}</bdi>
            <span className="line second">
              <bdi>{reason}</bdi>
            </span>
          </p>
        ) : (
          <button type="button" className="second-button" onClick={() => open(true)}>
            Open the sensitive page
          </button>
        )}
        <dl className="facts">
          <div>
            <dt>Held</dt>
            <dd>
              {thing === null ? (
                sayOf(item.of)
              ) : (
                <>
                  since {sayNow(thing.since)}, from <bdi>{thing.by}</bdi>; {sayOf(item.of)}, {sayLength(thing)}
                </>
              )}
            </dd>
          </div>
          <div>
            <dt>Marked</dt>
            <dd>
              by <bdi>{by}</bdi>, {sayWhen(happened, now)}
              {before.length > 0 && (
                <details>
                  <summary>{before.length === 1 ? "one mark before" : `${before.length} marks before`}</summary>
                  <ul>
                    {before.map((one) => (
                      <li key={one.happened}>
                        {markWords[one.mark]}, <bdi>{one.by}</bdi>, {sayWhen(one.happened, now)}: <bdi>{one.reason}</bdi>
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </dd>
          </div>
        </dl>
      </section>
      {copy !== undefined && <CopyShown copy={copy} now={now} />}
      <ItemActions {...parts} item={item} />
    </>
  );
}

function WentToWhom({ page, now }: { readonly page: Pick<Schedule, "given" | "asked">; readonly now: Instant }): ReactElement {
  const { given, asked } = page;
  return (
    <section aria-labelledby="went">
      <h2 id="went">What was disclosed to whom</h2>
      {given.length + asked.length === 0 && <p className="second-words">Nothing went, and nothing was asked for.</p>}
      <ul className="plain-lines">
        {given.toReversed().map((one) => (
          <li key={one.number}>
            <b>{sayNow(one.happened)}</b> {sayWent(one)}, to {goesToWords[one.as]}
            <span className="line second">
              <bdi>{one.to}</bdi>; <bdi>{one.how}</bdi>; by <bdi>{one.by}</bdi>
              {one.copies.map(({ number, copy }) => (
                <code key={number} className="hash">
                  {" "}
                  {copy.slice(0, 8)} …
                </code>
              ))}
            </span>
          </li>
        ))}
        {asked.toReversed().map((one) => (
          <li key={one.number}>
            <b>{sayWhen(one.happened, now)}</b> asked for{one.item !== null && `: ${one.item}`},{" "}
            {one.refused !== null ? <b>refused</b> : one.given !== null ? "went" : <b className="mind">not answered</b>}
            <span className="line second">
              <bdi>{one.who}</bdi>, {goesToWords[one.as]}: “<bdi>{one.says}</bdi>”{one.until !== null && `, by ${sayCivilDay(one.until)}`}
            </span>
            {one.refused !== null && (
              <span className="line second">
                <bdi>{one.refused.by}</bdi>: <bdi>{one.refused.reason}</bdi>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function sayWent({ schedule, copies }: Given): string {
  const names = copies.map(({ item }) => item).join(", ");
  if (copies.length === 0) return "the schedule";
  return `${schedule ? "the schedule and " : ""}${copies.length === 1 ? "the copy" : "the copies"} of ${names}`;
}
