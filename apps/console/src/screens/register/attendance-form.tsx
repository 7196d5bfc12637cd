import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import { orderDeskLawOf, registerLawOf } from "@unmask/law";
import { sayClock } from "@unmask/words";
import type { AtDesk } from "../../at-desk.ts";
import type { Answer } from "../../desk/answer.ts";
import { type CounterPage, attendanceWritten } from "../../desk/attendance.ts";
import type { LogEntry } from "../../desk/log-entry.ts";
import { useKeys } from "../../keys/keyboard.tsx";
import { AtCourtMark } from "../../parts/at-court-mark.tsx";
import { Hindrance } from "../../parts/hindrance.tsx";
import { KeyCap } from "../../parts/key-cap.tsx";
import { Lack } from "../../parts/lack.tsx";
import { todayIn } from "../../parts/civil-day.ts";
import { zone } from "../../parts/say-when.ts";
import { Segments } from "../../parts/segments.tsx";
import { useOneAtATime } from "../../parts/use-one-at-a-time.ts";
import { draftKept, draftSaid, dropDraft, keepDraft } from "./attendance-draft.ts";
import { AttendanceNames, type Change } from "./attendance-names.tsx";
import { WhenAndWhere } from "./attendance-where.tsx";
import { OwedPapers, type WrittenHere } from "./attendance-owed.tsx";
import { CounterPart } from "./counter-part.tsx";
import {
  type AttendanceDraft,
  type WillWrite,
  attendedBody,
  isWrittenUndecided,
  numberOf,
  openDuties,
  sayNothingOpen,
  sayOpenDuty,
  willWrite,
} from "./attendance-words.ts";

const writeKey = { name: "write", presses: ["Control+Enter"], cap: "⌃↵" };

/** What is told at the counter, in the order in which it is asked: in person first, since nothing else counts. */
export function AttendanceForm({
  at,
  counter,
  now,
  again,
  wrote,
  wroteBefore,
}: {
  readonly at: AtDesk;
  readonly counter: CounterPage;
  readonly now: Instant;
  readonly again: () => void;
  /** It stands: what was told is read again from the server. */
  readonly wrote: (written: WrittenHere) => void;
  /** What was just written here; undefined: nothing yet. */
  readonly wroteBefore: WrittenHere | undefined;
}): ReactElement {
  const { jurisdiction, order } = counter;
  const [register, desk] = [registerLawOf(jurisdiction), orderDeskLawOf(jurisdiction)];
  const rules = register?.rules ?? {};
  const today = todayIn(now);
  const [draft, setDraft] = useState<AttendanceDraft>(() =>
    draftKept(at.drafts, order, draftAt(today, sayClock(now, zone), at.drafts.get("attendance station") ?? "")),
  );
  const [fault, setFault] = useState("");
  const [came, setCame] = useState<Answer<LogEntry> | undefined>(undefined);
  const oneAtATime = useOneAtATime();
  const change: Change = (changed) => {
    const changedTo = { ...draft, ...changed };
    keepDraft(at.drafts, order, changedTo);
    setDraft(changedTo);
  };
  // What was not told in person is not acknowledged.
  const prints = draft.inPerson !== "no";
  const write = async (isPrinted: boolean): Promise<void> => {
    const body = attendedBody(draft);
    setFault(body.ok ? "" : body.error);
    if (!body.ok) return;
    const answer = await oneAtATime(() =>
      at.world.desk.post(`orders/${order}/attended`, { saw: counter.saw, ...body.value }, attendanceWritten),
    );
    if (answer === undefined) return;
    setCame(answer);
    if (answer.came !== "value") return;
    at.drafts.set("attendance station", draft.station);
    at.drafts.delete("attendance name");
    dropDraft(at.drafts, order);
    at.tellLog(answer.value);
    wrote({ attendance: counter.saw + 1, prints: isPrinted });
  };
  const leave = (): void => at.way.go({ screen: "attendance" });
  const leaveKey = { name: "back", presses: ["Escape"], cap: "Esc" };
  useKeys([
    ...(wroteBefore === undefined ? [{ ...writeKey, says: "write what was told", isInBar: true, run: () => void write(prints) }] : []),
    { ...leaveKey, says: "somebody else", isInBar: true, run: leave },
  ]);
  const will = willWrite(draft, counter, { rules });
  const said = (section: string | undefined): string => (section === undefined ? "" : `: ${section}`);
  return (
    <main id="work" className="work one-column attendance">
      <header className="work-head">
        <h1>
          <bdi>{counter.name}</bdi>, <span>{numberOf(counter)}</span>
        </h1>
        <AtCourtMark atCourt={counter.atCourt} always />
        <p className="second-words">Shown for this task only: the name and the duty, no case.</p>
      </header>
      {counter.isLive || <p className="notice">No order of this number lives today. What is told is written down all the same.</p>}
      <Duties counter={counter} today={today} />
      {wroteBefore !== undefined && (
        <section aria-labelledby="stands-now">
          <h2 id="stands-now">It is written</h2>
          <p>Above is how it stands now, as the register works it out.</p>
        </section>
      )}
      <OwedPapers {...{ at, counter, now, again, wroteBefore }} section={said(rules.acknowledged?.section)} />
      {wroteBefore !== undefined ? (
        <section aria-label="And then">
          <p className="actions">
            <button type="button" className="second-button" onClick={leave}>
              Somebody else <KeyCap of={leaveKey} />
            </button>
          </p>
        </section>
      ) : (
        <>
          <p className="second-words">{draftSaid}</p>
          <CounterPart
            title="They are here, in person"
            more={`By letter, form or telephone it does not count${said(rules.where?.section)}.`}
          >
            <Segments
              legend="In person"
              options={[
                { value: "yes", says: "Yes, here now" },
                { value: "no", says: "No" },
              ]}
              chosen={draft.inPerson}
              choose={(inPerson) => change({ inPerson })}
            />
            <WhenAndWhere draft={draft} change={change} />
          </CounterPart>
          <AttendanceNames
            {...{ counter, draft, change }}
            told={desk.section("told")?.section}
            home={desk.section("home")?.section}
            identity={desk.section("identity")?.section}
          />
          <section aria-labelledby="will-write" className="will-write" aria-live="polite">
            <h2 id="will-write">What this will write</h2>
            <p className={will.isMind ? "mind" : undefined}>
              <b>{will.word}</b> {will.says}
            </p>
            {will.more !== undefined && <p className="second-words">{will.more}</p>}
          </section>
          <Lack says={fault} />
          {came && came.came !== "value" && <Hindrance answer={came} now={now} again={() => void write(prints)} />}
          <p className="actions whole">
            <button type="button" className="first-button" aria-keyshortcuts="Control+Enter" onClick={() => void write(prints)}>
              {sayWrite(draft, will)} <KeyCap of={writeKey} />
            </button>
            {prints && (
              <button type="button" className="second-button" onClick={() => void write(false)}>
                Write it, print later
              </button>
            )}
          </p>
          {prints && (
            <p className="second-words">
              Whoever came must get a written acknowledgement{said(rules.acknowledged?.section)}. Until one is given, this page says so.
            </p>
          )}
          <p className="actions">
            <button type="button" className="in-line" onClick={leave}>
              Somebody else <KeyCap of={leaveKey} />
            </button>
          </p>
        </>
      )}
    </main>
  );
}

function sayWrite({ inPerson }: AttendanceDraft, will: WillWrite): string {
  if (inPerson === "no") return "Write that it was told like this";
  return isWrittenUndecided(will) ? "Write it as undecided, and print" : "Write it and print the acknowledgement";
}

function draftAt(day: string, hour: string, station: string): AttendanceDraft {
  return {
    ...{ day, at: hour, station, names: [""], online: [], checked: [] },
    ...{ inPerson: undefined, area: undefined, allNames: undefined, lives: undefined },
    ...{ address: "", changeOn: "", says: "" },
  };
}

function Duties({ counter, today }: { readonly counter: CounterPage; readonly today: string }): ReactElement {
  const open = openDuties(counter);
  return (
    <ul className="plain-lines counter-duties" aria-label="What has to be told">
      {open.map((duty) => {
        const { says, more } = sayOpenDuty(duty, today);
        return (
          <li key={`${duty.rule} ${duty.trigger}`}>
            <b className={duty.stands === "overdue" ? "mind" : undefined}>{says}</b> <span className="second-words">{more}</span>
          </li>
        );
      })}
      {open.length === 0 && <li>{sayNothingOpen(counter)}</li>}
    </ul>
  );
}
