import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import type { HandoverGroup } from "@unmask/case";
import { sayCount, sayNumber } from "@unmask/words";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import { type GivenMatter, type Handover, beyondNotes, handover } from "../desk/handover.ts";
import { type LogEntry, justLog } from "../desk/log-entry.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { sayWhen } from "../parts/say-when.ts";
import { PageAwaited } from "../parts/page-awaited.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useTold } from "../parts/use-told.ts";
import { HandoverGive } from "./handover-give.tsx";
import { HandoverNote } from "./handover-note.tsx";

/** The change of the shift: first what others gave to this officer, then what this officer gives. */
export function HandoverScreen({ at, now }: { readonly at: AtDesk; readonly now: Instant }): ReactElement {
  const { answer, again } = useAnswer("handover", () => at.world.desk.get("handover", handover));
  useTold(at, answer);
  if (answer?.came === "value") return <Shift at={at} shown={answer.value} now={now} again={again} />;
  return <PageAwaited title="Handover" asking="Asking what is with you." {...{ answer, now, again }} />;
}

interface ShiftProps {
  readonly at: AtDesk;
  readonly shown: Handover;
  readonly now: Instant;
  readonly again: () => void;
}

function Shift({ at, shown, now, again }: ShiftProps): ReactElement {
  const { mine, more, toRead } = shown;
  const withGroup = (wanted: HandoverGroup): number => mine.filter(({ lines }) => lines.some(({ group }) => group === wanted)).length;
  const dangers = withGroup("danger");
  const unanswered = withGroup("unanswered");
  const beyond = beyondNotes(shown);
  return (
    <>
      <main id="work" className="work">
        <header className="work-head">
          <h1>Handover</h1>
          <p className="sentence">
            {mine.length === 0 ? "Nothing is with you." : `${sayCount(mine.length, "matter")} with you.`}{" "}
            {mine.length > 0 &&
              (dangers === 0
                ? "No danger that stands is written in what is with you."
                : `In ${sayNumber(dangers)} somebody is in danger now.`)}
            {unanswered > 0 && ` In ${sayNumber(unanswered)} the person wrote and nobody has answered.`}
          </p>
          <p className="end second-words">made {sayWhen(now, now)} from what happened</p>
        </header>
        {toRead.length > 0 && <ToRead {...{ at, shown, now, again }} />}
        <h2>What is with you</h2>
        {mine.length === 0 ? (
          <p className="second-words">
            A report is with you when you take it, a case when you are on it, until another has read your note of it.
          </p>
        ) : (
          <>
            {beyond.length < mine.length && (
              <p className="second-words">What stands in the note above is not said again here: read it first.</p>
            )}
            {beyond.length > 0 && <HandoverNote matters={beyond} way={at.way} now={now} />}
          </>
        )}
        {more > 0 && (
          <p className="mind bold">
            {sayCount(more, "matter")} more {more === 1 ? "is" : "are"} with you than one note holds: hand these over, then the others.
          </p>
        )}
      </main>
      <aside className="side" aria-label="Hand over">
        <HandoverGive {...{ at, shown, now, again }} />
      </aside>
    </>
  );
}

/** What others gave: each giver’s note whole. It stays theirs until this officer says that it was read. */
function ToRead({ at, shown, now, again }: ShiftProps): ReactElement {
  const { toRead } = shown;
  const [came, setCame] = useState<Answer<LogEntry> | undefined>(undefined);
  const read = async (): Promise<void> => {
    for (const { reference, saw, number } of toRead) {
      const sent = await at.world.desk.post("handover/read", { reference, saw, number }, justLog);
      setCame(sent);
      if (sent.came !== "value") break;
      at.tellLog(sent.value);
    }
    again();
  };
  useKeys([{ name: "take", presses: ["a"], cap: "A", says: "I have read it: it is mine", isInBar: true, run: () => void read() }]);
  const givers = [...new Map(toRead.map((one) => [one.from?.id ?? "", one.from?.says ?? "somebody"]))];
  return (
    <section aria-label="Given to you">
      {givers.map(([id, says]) => {
        const theirs = toRead.filter((one) => (one.from?.id ?? "") === id);
        const [first] = theirs;
        return (
          <div key={id} className="given-note">
            <h2>
              {says} gives you {sayCount(theirs.length, "matter")}
              {first?.at !== undefined && <span className="second-words"> {sayWhen(first.at, now)}</span>}
            </h2>
            {wordsOf(theirs).map((words) => (
              <blockquote key={words} className="account">
                {words}
              </blockquote>
            ))}
            <HandoverNote matters={theirs.map((one) => ({ ...one, lines: one.lines ?? [] }))} way={at.way} now={now} />
          </div>
        );
      })}
      {came && <Hindrance answer={came} now={now} again={again} />}
      <p className="actions">
        <button type="button" className="first-button" onClick={() => void read()} aria-keyshortcuts="A">
          I have read it: it is mine now <KeyCap of={{ name: "take", presses: ["a"], cap: "A" }} />
        </button>
        <span className="second-words">Until then all of it is still theirs.</span>
      </p>
    </section>
  );
}

/** A giver’s own words stand with each of what was given; they are shown once. */
function wordsOf(given: readonly GivenMatter[]): readonly string[] {
  return [...new Set(given.flatMap(({ says }) => says ?? []))];
}
