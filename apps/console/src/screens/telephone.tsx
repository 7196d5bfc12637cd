import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import { sayClock, sayCount } from "@unmask/words";
import { queuePlace } from "../address/place.ts";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import { type SavedCall, bodyOfCall, callDoors, lacksDoor, newCall, notAsked, savedCall, withTold } from "../desk/telephone-call.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { zone } from "../parts/say-when.ts";
import { Segments } from "../parts/segments.tsx";
import type { CallParts } from "./call-parts.ts";
import { TelephoneDanger } from "./telephone-danger.tsx";
import { TelephoneQuestions } from "./telephone-questions.tsx";
import { TelephoneSide } from "./telephone-side.tsx";
import { TelephoneWords } from "./telephone-words.tsx";

/** Somebody is on the line: danger first, then what keeps alive, then what helps a court; their words and what the handler hears are two fields. */
export function TelephoneScreen({ at, now }: { readonly at: AtDesk; readonly now: Instant }): ReactElement {
  const [form] = useState(() => at.world.newFormId());
  const [call, change] = [at.call ?? newCall(now, form), at.setCall];
  const [came, setCame] = useState<Answer<SavedCall> | undefined>(undefined);
  const [isDoorMissing, missDoor] = useState(false);
  const save = async (dropped: boolean): Promise<void> => {
    if (lacksDoor(call, { dropped })) return missDoor(true);
    const whole = withTold(call, sayClock(now, zone));
    change(whole);
    const answer = await at.world.desk.post("reports", bodyOfCall(whole, { dropped }), savedCall);
    setCame(answer);
    if (answer.came !== "value") return;
    at.tellLog(answer.value.log);
    change(undefined);
    at.way.go({ ...queuePlace, row: answer.value.report });
  };
  useKeys([
    { name: "write", presses: ["Control+Enter"], cap: "⌃↵", says: "save the report", isInBar: true, run: () => void save(false) },
    { name: "dropped", presses: ["h"], cap: "H", says: "line dropped: save as it is", isInBar: true, run: () => void save(true) },
    { name: "back", presses: ["Escape"], cap: "Esc", says: "back, keeps the call", isInBar: true, run: () => at.way.go(queuePlace) },
  ]);
  return (
    <>
      <main id="work" className="work">
        <Head call={call} change={change} />
        <TelephoneDanger call={call} change={change} />
        <div className="call-columns">
          <TelephoneQuestions call={call} change={change} />
          <TelephoneWords call={call} change={change} now={now} />
        </div>
      </main>
      <aside className="side" aria-label="What we hold, and what happens when you save">
        <TelephoneSide at={at} call={call} change={change} now={now} />
        {isDoorMissing && call.door === "unsaid" && (
          <p className="mind bold" role="alert">
            How did it come: 999, 101, at the desk, or from an agency? Choose above, then save. Nothing typed is lost.
          </p>
        )}
        {came && <Hindrance answer={came} now={now} again={() => void save(false)} />}
        <p className="actions">
          <button type="button" className="first-button" onClick={() => void save(false)}>
            Save the report <KeyCap of={{ name: "write", presses: ["Control+Enter"], cap: "⌃↵" }} />
          </button>
          <button type="button" className="second-button" onClick={() => void save(true)} aria-keyshortcuts="H">
            Line dropped <KeyCap of={{ name: "dropped", presses: ["h"], cap: "H" }} />
          </button>
        </p>
        <p className="second-words">{sayCount(notAsked(call).length, "question")} not asked: it stays so, and each becomes nothing else.</p>
      </aside>
    </>
  );
}

function Head({ call, change }: CallParts): ReactElement {
  return (
    <>
      <header className="work-head">
        <h1>Somebody is on the line</h1>
        <p className="sentence">since {sayClock(call.since, zone)}</p>
        <div className="end">
          <Segments
            legend="How it came"
            options={callDoors}
            chosen={call.door === "unsaid" ? undefined : call.door}
            choose={(door) => change({ ...call, door })}
          />
        </div>
      </header>
      <p className="call-head">
        <label>
          Log{" "}
          <input
            type="text"
            autoComplete="off"
            maxLength={40}
            value={call.log}
            placeholder="number of control’s log"
            onChange={(event) => change({ ...call, log: event.target.value })}
          />
        </label>
        <label>
          {call.door === "agency" ? "Agency" : "From"}{" "}
          <input
            type="text"
            autoComplete="off"
            maxLength={200}
            value={call.from}
            placeholder={call.door === "agency" ? "which, and who" : "number, or withheld"}
            onChange={(event) => change({ ...call, from: event.target.value })}
          />
        </label>
      </p>
    </>
  );
}
