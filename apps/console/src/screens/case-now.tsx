import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import { sayCount, sayNumber } from "@unmask/words";
import type { CasePage, News } from "../desk/case-page.ts";
import type { DutyLine } from "../desk/duty-line.ts";
import { KnownBy } from "../parts/known-by.tsx";
import { sayWhen } from "../parts/say-when.ts";
import { CaseHead } from "./case-head.tsx";
import { CaseTimelineView } from "./case-timeline.tsx";
import { dutyRule, dutyWord, sayDuties } from "./duty-words.ts";

/** The first page of a case, in the order of duty: danger, what is late, what is due, what is new to this officer, then the story. */
export function CaseNow({ page, now }: { readonly page: CasePage; readonly now: Instant }): ReactElement {
  return (
    <>
      <CaseHead page={page} />
      <DangerBand page={page} now={now} />
      <div className="case-columns">
        <Duties first={page.first} now={now} />
        <NewSince news={page.first.new} now={now} />
      </div>
      <CaseTimelineView page={page} />
    </>
  );
}

function DangerBand({ page, now }: { readonly page: CasePage; readonly now: Instant }): ReactElement | null {
  const { danger, breaches } = page.first;
  if (danger.length === 0 && breaches.length === 0) return null;
  const met = danger.flatMap((one) => one.met ?? []);
  return (
    <>
      {danger.length > 0 && (
        <section className="danger-band" aria-labelledby="danger-now">
          <h2 id="danger-now" className="danger">
            Danger now
          </h2>
          <div>
            <p className="bold">{met.length === 0 ? "Nobody is there yet." : met.join(" ")}</p>
            <p>
              {danger.map(({ of, says, knowing, since }) => (
                <span key={`${of} ${since}`} className="stretch">
                  {says}, {sayWhen(since, now)} <KnownBy how={knowing} />
                </span>
              ))}
            </p>
          </div>
        </section>
      )}
      {breaches.length > 0 && (
        <ul className="lines">
          {breaches.map(({ number, says, knowing, order, happened }) => (
            <li key={`${number} ${says}`}>
              <span>
                <span className="line bold mind">Breach</span>
                <span className="line second">{sayWhen(happened, now)}</span>
              </span>
              <span>
                <span className="line">
                  {says} <KnownBy how={knowing} />
                </span>
                <span className="line second">{order}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What is late and what is due next; of what was done, how much. */
function Duties({ first, now }: { readonly first: CasePage["first"]; readonly now: Instant }): ReactElement {
  const open = [...first.overdue, ...first.due];
  return (
    <section aria-labelledby="duties">
      <h2 id="duties">{sayDuties(open)}</h2>
      <ul className="lines">
        {open.map((duty) => (
          <DutyRow key={`${duty.id} ${duty.since}`} duty={duty} now={now} />
        ))}
      </ul>
      {open.length === 0 && <p className="second-words">Nothing is late and no day is set. That says nothing of danger.</p>}
      {first.done > 0 && <p className="second-words">{sayCount(first.done, "duty", "duties")} done.</p>}
    </section>
  );
}

function DutyRow({ duty, now }: { readonly duty: DutyLine; readonly now: Instant }): ReactElement {
  const word = dutyWord(duty, now);
  return (
    <li>
      <span>
        <span className={word.isMind ? "line bold mind" : "line bold"}>{word.says}</span>
        <span className="line second">{duty.since}</span>
      </span>
      <span>
        <span className="line bold">{duty.says}</span>
        <span className="line second">{dutyRule(duty)}</span>
      </span>
    </li>
  );
}

function NewSince({ news, now }: { readonly news: News; readonly now: Instant }): ReactElement {
  return (
    <section aria-labelledby="news">
      <h2 id="news">{news.since === null ? "You have not looked at it before" : `New since you looked, ${sayWhen(news.since, now)}`}</h2>
      <ul className="lines">
        {news.lines.slice(0, linesOfNews).map(({ of, says, by, recorded }, i) => (
          // Two things can come in one minute and say the same.
          <li key={`${recorded} ${i}`}>
            <span className="second-words">{sayWhen(recorded, now)}</span>
            <span>
              {by === null ? says : `${by} ${says}`} <span className="second-words">{of}</span>
            </span>
          </li>
        ))}
      </ul>
      {news.lines.length === 0 && <p className="second-words">Nothing came since.</p>}
      {news.total > linesOfNews && <p className="second-words">And {sayNumber(news.total - linesOfNews)} more.</p>}
    </section>
  );
}

/** The newest things on the first page; the others are counted. */
const linesOfNews = 6;
