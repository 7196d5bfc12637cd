import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import type { Report } from "../desk/report.ts";
import { type ContactOutcome, type ContactWay, attemptOf, contactOutcomes, contactWays } from "../desk/report-done.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { useDraft } from "../parts/use-draft.ts";
import type { ReportCommand } from "../parts/use-report-command.ts";
import { WriteOrBack } from "../parts/write-or-back.tsx";
import { AttemptLines } from "./noted-lines.tsx";
import { NowAndTheirHours } from "./reached.tsx";
import { contactOutcomeInWords, contactWayInWords } from "./report-words.ts";

/** Who tried to reach the person, by which way and with what; and one more attempt. */
export function ReportContacts({
  at,
  report,
  command,
  now,
  again,
}: {
  readonly at: AtDesk;
  readonly report: Report;
  readonly command: ReportCommand;
  readonly now: Instant;
  readonly again: () => void;
}): ReactElement {
  const [isWriting, setWriting] = useState(false);
  const [way, setWay] = useState<ContactWay | undefined>(undefined);
  const [outcome, setOutcome] = useState<ContactOutcome | undefined>(undefined);
  const [says, setSays] = useDraft(at, `contact ${report.report}`);
  const [isMissing, setMissing] = useState(false);
  const write = async (): Promise<void> => {
    const attempt = attemptOf({ way, outcome, says }, report.saw);
    if (attempt === undefined) return setMissing(true);
    if (!(await command.write(report.report, "contacts", attempt))) return;
    setSays("");
    setWay(undefined);
    setOutcome(undefined);
    setMissing(false);
    setWriting(false);
  };
  useKeys(
    isWriting
      ? []
      : [{ name: "note", presses: ["n"], cap: "N", says: "somebody tried to reach them", isInBar: true, run: () => setWriting(true) }],
  );
  return (
    <>
      <h2>Tried to reach them</h2>
      {report.noted.attempts.length === 0 ? (
        <p className={report.danger.length > 0 ? "mind bold" : "second-words"}>Nobody has tried yet.</p>
      ) : (
        <AttemptLines noted={report.noted} now={now} />
      )}
      {isWriting ? (
        <fieldset className="add-line">
          <legend>One more attempt</legend>
          <NowAndTheirHours reach={report.reach} now={now} />
          <label>
            <span>By which way</span>
            <select
              autoFocus
              required
              value={way ?? ""}
              onChange={(event) => setWay(contactWays.find((one) => one === event.target.value))}
            >
              <option value="">Choose the way</option>
              {contactWays.map((one) => (
                <option key={one} value={one}>
                  {contactWayInWords[one]}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>What came of it</span>
            <select
              required
              value={outcome ?? ""}
              onChange={(event) => setOutcome(contactOutcomes.find((one) => one === event.target.value))}
            >
              <option value="">Choose what came of it</option>
              {contactOutcomes.map((one) => (
                <option key={one} value={one}>
                  {contactOutcomeInWords[one]}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span>In words, if there are any</span>
            <textarea rows={2} maxLength={4_000} value={says} onChange={(event) => setSays(event.target.value)} />
          </label>
          {isMissing && (way === undefined || outcome === undefined) && (
            <p className="mind bold" role="alert">
              Choose by which way it was, and what came of it. Nothing was written.
            </p>
          )}
          {command.came && <Hindrance answer={command.came} now={now} again={again} />}
          <WriteOrBack verb="Write it" says="write the attempt" write={write} back={() => setWriting(false)} />
        </fieldset>
      ) : (
        <p className="actions">
          <button type="button" className="second-button" onClick={() => setWriting(true)} aria-keyshortcuts="N">
            Write an attempt <KeyCap of={{ name: "note", presses: ["n"], cap: "N" }} />
          </button>
        </p>
      )}
    </>
  );
}
