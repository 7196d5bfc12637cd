import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import { sayCount } from "@unmask/words";
import type { AtDesk } from "../at-desk.ts";
import type { CaseFile, DutyLine, News } from "../desk/case-file.ts";
import { KnownBy } from "../parts/known-by.tsx";
import { sayWhen } from "../parts/say-when.ts";
import { CaseHead } from "./case-head.tsx";
import { CaseTimelineView } from "./case-timeline.tsx";
import { dutyRule, dutyWord, sayDuties } from "./duty-words.ts";

/** The first page of a case, in the order of duty: danger, what is late, what is due, what is new to this officer, then the story. */
export function CaseNow({ at, file, now }: { readonly at: AtDesk; readonly file: CaseFile; readonly now: Instant }): ReactElement {
  return (
    <>
      <CaseHead file={file} />
      <DangerBand file={file} />
      <div className="case-columns">
        <Duties duties={file.duties} now={now} />
        <NewSince news={file.news} now={now} />
      </div>
      <CaseTimelineView at={at} file={file} />
    </>
  );
}

function DangerBand({ file }: { readonly file: CaseFile }): ReactElement | null {
  if (file.danger.length === 0) return null;
  return (
    <section className="danger-band" aria-labelledby="danger-now">
      <h2 id="danger-now" className="danger">
        Danger now
      </h2>
      <div>
        <p className="bold">{file.met ?? "Nobody is there yet."}</p>
        <p>
          {file.danger.map(({ says, how, from }) => (
            <span key={says} className="stretch">
              {says} <KnownBy how={how} from={from} />
            </span>
          ))}
        </p>
      </div>
    </section>
  );
}

/** What is late and what is due next; what was done folds away. */
function Duties({ duties, now }: { readonly duties: readonly DutyLine[]; readonly now: Instant }): ReactElement {
  const isDone = ({ state }: DutyLine): boolean => state === "met" || state === "met-late";
  const open = duties.filter((one) => !isDone(one));
  const done = duties.filter(isDone);
  return (
    <section aria-labelledby="duties">
      <h2 id="duties">{sayDuties(duties)}</h2>
      <ul className="lines">
        {open.map((duty) => (
          <DutyRow key={`${duty.id} ${duty.since}`} duty={duty} now={now} />
        ))}
      </ul>
      {open.length === 0 && <p className="second-words">Nothing is late and no day is set. That says nothing of danger.</p>}
      {done.length > 0 && (
        <details>
          <summary>{sayCount(done.length, "duty", "duties")} done</summary>
          <ul className="lines">
            {done.map((duty) => (
              <DutyRow key={`${duty.id} ${duty.since}`} duty={duty} now={now} />
            ))}
          </ul>
        </details>
      )}
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
      <h2 id="news">
        {news.since === undefined ? "You have not looked at it before" : `New since you looked, ${sayWhen(news.since, now)}`}
      </h2>
      <ul className="lines">
        {news.lines.map(({ at, says }, i) => (
          // Two things can come in one minute and say the same.
          <li key={`${at} ${i}`}>
            <span className="second-words">{sayWhen(at, now)}</span>
            <span>{says}</span>
          </li>
        ))}
      </ul>
      {news.lines.length === 0 && (
        <p className="second-words">{news.since === undefined ? "All of it is new to you." : "Nothing came since."}</p>
      )}
    </section>
  );
}
