import type { ReactElement, ReactNode } from "react";
import type { Instant } from "@unmask/core";
import { sayCount, sayNumber } from "@unmask/words";
import type { Way } from "../address/use-place.ts";
import type { CasePage, News } from "../desk/case-page.ts";
import type { DutyLine } from "../desk/duty-line.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { sayCivilDay } from "../parts/civil-day.ts";
import { KeyCap } from "../parts/key-cap.tsx";
import { KnownBy } from "../parts/known-by.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { PlacesTold } from "../parts/places-told.tsx";
import { sayWhen } from "../parts/say-when.ts";
import { ToldDangers } from "../parts/told-dangers.tsx";
import { CaseHead } from "./case-head.tsx";
import { CaseOrders } from "./case-orders.tsx";
import type { CasePartProps } from "./case-part.ts";
import { CaseSmall } from "./case-small.tsx";
import { CaseTimelineView } from "./case-timeline.tsx";
import { nameOf, sayNews } from "./case-words.ts";
import { sayProposed } from "./closing-words.ts";
import { mayHere } from "./disclosure-part.ts";
import { sayOpenReadings } from "./second-words.ts";
import { HowToReach, InTheirWords } from "./case-said.tsx";
import { AttemptLines, TaskLines } from "./noted-lines.tsx";
import { contactSpec, dangerSpec, taskDoneSpec, taskSpec } from "./noted-specs.ts";
import { sayOpened } from "./register/opened-words.ts";
import { sayUnder } from "./register/proposed-words.ts";
import { Unanswered } from "./unanswered.tsx";
import { assessPlace, dutyDay, dutyRule, dutyWord, sayDuties, whereDone } from "./duty-words.ts";

/** The first page of a case, in the order of duty: danger, what is late, what is due, what is new to this officer, then the story. */
export function CaseNow(parts: CasePartProps): ReactElement {
  const { at, page, now } = parts;
  // While a danger stands, the person's own words say where and what: they stand before anything that is counted.
  const isDanger = page.first.danger.length > 0;
  return (
    <>
      <CaseHead page={page} now={now} />
      <DangerBand way={at.way} page={page} now={now} />
      <Unanswered way={at.way} of={page.case} wrote={page.first.unanswered} now={now} />
      <OpenedLines {...parts} />
      <ProposedRows {...parts} />
      <CaseOrders way={at.way} page={page} />
      <ToBeRead way={at.way} page={page} now={now} />
      <ToBeClosed way={at.way} page={page} now={now} />
      <HowToReach reached={page.reached} first={page.first} />
      {isDanger && <InTheirWords reports={page.reports} now={now} />}
      {page.noted.attempts.length > 0 && <AttemptLines noted={page.noted} now={now} most={attemptsOnFirstPage} />}
      <CaseSmall {...parts} specs={isDanger ? [contactSpec(page.reached)] : [dangerSpec("danger/raise"), contactSpec(page.reached)]} />
      <div className="case-columns">
        <Duties way={at.way} page={page} now={now} />
        <NewSince news={page.first.new} now={now} />
      </div>
      <Tasks {...parts} />
      <CaseTimelineView page={page} now={now} />
      {!isDanger && <InTheirWords reports={page.reports} now={now} />}
    </>
  );
}

/** Possible breaches and missed duties under an order of this case that are opened: nobody has decided. */
function OpenedLines({ at, page, now }: CasePartProps): ReactElement | null {
  const { opened } = page.first;
  if (opened.length === 0) return null;
  return (
    <ul className="lines" aria-label="Opened and not decided">
      {opened.map((one) => (
        <li key={`${one.order} ${one.breach}`}>
          <span>
            <span className="line bold mind">Opened</span>
            <span className="line second">of {sayCivilDay(one.day)}</span>
          </span>
          <span>
            <span className="line">
              {one.order}: {one.says}
            </span>
            <span className="line second">{sayOpened(one, now)}</span>
          </span>
          <LookUnder at={at} order={one.order} says="Look at it" what={`${one.says} of ${sayCivilDay(one.day)}`} />
        </li>
      ))}
    </ul>
  );
}

/** Acts that lie in the time of an order of this case: to be looked at, with why; nothing is decided. */
function ProposedRows({ at, page }: CasePartProps): ReactElement | null {
  const { proposed } = page.first;
  if (proposed.length === 0) return null;
  return (
    <ul className="lines" aria-label="Acts in the time of an order">
      {proposed.map((one) => (
        <li key={`${one.order} ${one.which}`}>
          <span>
            <span className="line bold mind">To look at</span>
            <span className="line second">newest {sayCivilDay(one.newest)}</span>
          </span>
          <span>
            <span className="line">
              {sayCount(one.acts, "act")} {one.acts === 1 ? "lies" : "lie"} in the time of {one.order}, {one.which} order:{" "}
              {sayUnder(one.under)} <KnownBy how="worked-out" from="acts and conditions, by rules that its page shows" />
            </span>
            <span className="line second">Both stand in this case. Nobody has decided.</span>
          </span>
          <LookUnder at={at} order={one.order} says="Look at them" what={`acts in the time of the ${one.which} order`} />
        </li>
      ))}
    </ul>
  );
}

/** To where it is looked at; nothing to whom the order does not open: to them it is told that somebody must look. */
function LookUnder({
  at,
  order,
  says,
  what,
}: {
  readonly at: CasePartProps["at"];
  readonly order: string;
  readonly says: string;
  /** Which of the rows of one order it is, for who does not see the row. */
  readonly what: string;
}): ReactElement | null {
  if (!mayHere(at, "read-order")) return null;
  return (
    <span className="does-it">
      <PlaceLink way={at.way} to={{ screen: "order", order, part: "breach" }}>
        {says}
        <span className="unseen">
          {" "}
          under {order}: {what}
        </span>
      </PlaceLink>
    </span>
  );
}

/** Answers that a second person has not read, and those that came back to whoever wrote them, with why. */
function ToBeRead({ way, page, now }: NowParts): ReactElement | null {
  const { says, back } = sayOpenReadings(page.decisions);
  if (says === "") return null;
  return (
    <p>
      <b className="mind">{says}</b>{" "}
      {back.map((one) => (
        <span className="line" key={one.number}>
          {nameOf(page, one.by)}, {sayWhen(one.happened, now)}: {one.says === undefined ? "does not agree" : `“${one.says}”`}
        </span>
      ))}
      <PlaceLink way={way} to={{ screen: "case", case: page.case, part: "decisions" }}>
        Decisions
      </PlaceLink>
    </p>
  );
}

/** Somebody would close it, and no second person has said anything of it. */
function ToBeClosed({ way, page, now }: NowParts): ReactElement | null {
  const { proposal } = page.closing;
  if (proposal === null || page.closed !== null) return null;
  return (
    <p>
      <b className="mind">{sayProposed({ choice: proposal.choice, by: nameOf(page, proposal.by) })}</b> {sayWhen(proposal.happened, now)}.{" "}
      <PlaceLink way={way} to={{ screen: "case", case: page.case, part: "closing" }}>
        Closing
      </PlaceLink>
    </p>
  );
}

/** Attempts on the first page: how it went last, before anybody rings; the others stand with the updates. */
const attemptsOnFirstPage = 3;

/** What is to be done beside the duties. */
function Tasks(parts: CasePartProps): ReactElement {
  const { noted, members } = parts.page;
  const officers = members.map(({ id, name }) => ({ value: id, says: name }));
  const isOpen = noted.tasks.some(({ done }) => !done);
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks">Tasks</h2>
      <TaskLines noted={noted} />
      <CaseSmall {...parts} specs={[taskSpec("tasks/make", officers), ...(isOpen ? [taskDoneSpec(noted)] : [])]} />
    </section>
  );
}

interface NowParts {
  readonly way: Way;
  readonly page: CasePage;
  readonly now: Instant;
}

function DangerBand({ way, page, now }: NowParts): ReactElement | null {
  const { danger, dangerOver, places, breaches } = page.first;
  const assess = assessPlace(page);
  // Whose danger it is, and with whom somebody is.
  const isOfSeveral = page.reached.length > 1;
  if (danger.length === 0 && dangerOver.length === 0 && breaches.length === 0) return null;
  return (
    <>
      {danger.length > 0 && (
        <section className="danger-band" aria-labelledby="danger-now">
          <h2 id="danger-now" className="danger">
            Danger now
          </h2>
          <div>
            {danger.map(({ of, name, says, knowing, since, met }) => (
              <p key={`${of} ${since} ${says}`}>
                <span className="danger-says bold">
                  {isOfSeveral && `${name === undefined ? "Said in this case" : `${name}, ${of}`}: `}
                  {met.length === 0
                    ? "That somebody is there was not written yet."
                    : met.map((one) => `${one.says.replace(/\.$/, "")}, ${sayWhen(one.at, now)}.`).join(" ")}
                </span>
                <span className="danger-says">
                  {says.replace(/\.$/, "")}, {sayWhen(since, now)} <KnownBy how={knowing} />
                </span>
              </p>
            ))}
            <p>
              <PlacesTold places={places} />
            </p>
          </div>
          <button type="button" className="first-button" onClick={() => way.go(assess)} aria-keyshortcuts="A">
            Assess this event <KeyCap of={{ name: "part-risk", presses: ["a"], cap: "A" }} />
          </button>
        </section>
      )}
      {dangerOver.length > 0 && (
        <section aria-labelledby="danger-over">
          <h2 id="danger-over">Danger that is over{dangerOver.length > 1 ? `: the last of ${dangerOver.length}` : ""}</h2>
          <ToldDangers dangers={dangerOver.slice(0, 1)} now={now} />
        </section>
      )}
      {breaches.length > 0 && (
        <ul className="lines">
          {breaches.map(({ number, says, knowing, order, happened }) => (
            <li key={`${number} ${says}`}>
              <span>
                <span className="line bold mind">Breach</span>
                <span className="line second">written {sayWhen(happened, now)}</span>
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
function Duties({ way, page, now }: NowParts): ReactElement {
  const { first } = page;
  const open = [...first.overdue, ...first.due].map((duty) => ({ duty, done: whereDone(duty, page) }));
  useKeys(
    open.slice(0, mostKeys).map(({ duty, done }, i) => ({
      name: `duty-${i + 1}`,
      presses: [String(i + 1)],
      cap: String(i + 1),
      says: `${done.says.toLowerCase()}: ${duty.says}`,
      run: () => way.go(done.to),
    })),
  );
  return (
    <section aria-labelledby="duties">
      <h2 id="duties">{sayDuties(open.map(({ duty }) => duty))}</h2>
      <ul className="lines">
        {open.map(({ duty, done }, i) => (
          <DutyRow key={`${duty.id} ${duty.since} ${duty.says}`} duty={duty} now={now}>
            <PlaceLink way={way} to={done.to} {...(i < mostKeys && { keys: String(i + 1) })}>
              {done.says}
              <span className="unseen">: {duty.says}</span>
            </PlaceLink>{" "}
            {i < mostKeys && <KeyCap of={{ name: `duty-${i + 1}`, presses: [String(i + 1)], cap: String(i + 1) }} />}
          </DutyRow>
        ))}
      </ul>
      {open.length === 0 && <p className="second-words">Nothing is late and no day is set. That says nothing of danger.</p>}
      {first.done > 0 && <p className="second-words">{sayCount(first.done, "duty", "duties")} done.</p>}
    </section>
  );
}

/** Duties that a key of one figure does. */
const mostKeys = 9;

/** One duty: how it stands, what and by which rule, and what does it. */
export function DutyRow({
  duty,
  now,
  children,
}: {
  readonly duty: DutyLine;
  readonly now: Instant;
  readonly children: ReactNode;
}): ReactElement {
  const word = dutyWord(duty, now);
  return (
    <li>
      <span>
        <span className={word.isMind ? "line bold mind" : "line bold"}>{word.says}</span>
        <span className="line second">{dutyDay(duty)}</span>
      </span>
      <span>
        <span className="line bold">{duty.says}</span>
        <span className="line second">{dutyRule(duty)}</span>
      </span>
      <span className="does-it">{children}</span>
    </li>
  );
}

function NewSince({ news, now }: { readonly news: News; readonly now: Instant }): ReactElement {
  return (
    <section aria-labelledby="news">
      <h2 id="news">{sayNews(news, now)}</h2>
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
