import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import type { CasePage } from "../desk/case-page.ts";
import { sayAbout } from "../desk/called.ts";
import { sayClock } from "@unmask/words";
import { inItsDirection } from "../desk/writing-direction.ts";
import { sayWhen, zone } from "../parts/say-when.ts";
import { sayRecorded } from "./case-words.ts";

/** Whose case it is, about whom, whether it is closed, who opened it without need to know, and how it is recorded. */
export function CaseHead({ page, now }: { readonly page: CasePage; readonly now: Instant }): ReactElement {
  return (
    <header className="work-head">
      <h1>{page.called.name}</h1>
      <p>{sayAbout(page.called)}</p>
      {page.closed && (
        <p>
          <b>Closed since {sayWhen(page.closed.happened, now)}</b>
        </p>
      )}
      {page.openedAnyway.map(({ by, words, since, until }) => (
        <p key={`${since} ${by}`} className="looked-anyway">
          <b>
            {by} opened it without need to know, {sayWhen(since, now)} to {sayClock(until, zone)}
          </b>
          : “{inItsDirection(words)}”
        </p>
      ))}
      <p className="end second-words">{sayRecorded(page)}</p>
    </header>
  );
}
