import { type ReactElement, useState } from "react";
import { sayCount, sayNumber } from "@unmask/words";
import type { PartnerAnswer } from "../desk/case-recording.ts";
import { type RecordingHelp, recordingAnswer } from "../desk/recording-help.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { Segments } from "../parts/segments.tsx";
import { sayWhen } from "../parts/say-when.ts";
import { useAnswer } from "../parts/use-answer.ts";
import { useTold } from "../parts/use-told.ts";
import type { CasePartProps } from "./case-part.ts";
import { WhyNotStalking } from "./case-questions.tsx";
import { nameOf } from "./case-words.ts";
import { recordingText } from "./recording-text.ts";
import { CaseRecordingForm } from "./case-recording-form.tsx";

const partnerAnswers = [
  { value: "yes", says: "Yes" },
  { value: "no", says: "No" },
  { value: "not-known", says: "Not known" },
] as const;

/** How it is recorded: the two tests of law first, then what goes to the crime system. Nothing is decided here by itself. */
export function CaseRecording(parts: CasePartProps): ReactElement {
  const { at, page, reason, now } = parts;
  const [formerPartner, setFormerPartner] = useState<PartnerAnswer | undefined>(page.recording?.offence.formerPartner);
  const path = `cases/${page.case}/recording${formerPartner === undefined ? "" : `?formerPartner=${formerPartner}`}`;
  // Asked again when the case was written in: what was recorded is then the page's newest.
  const { answer, again } = useAnswer(`${path} ${page.saw}`, () => at.world.desk.get(path, recordingAnswer, reason));
  useTold(at, answer);
  const help = answer?.came === "value" ? answer.value : undefined;
  const [last, keep] = useState<RecordingHelp | undefined>(undefined);
  if (help && help !== last) keep(help);
  const shown = help ?? last;
  const { recording } = page;
  return (
    <>
      <header className="work-head">
        <h1>How it is recorded</h1>
        <p className="sentence">One course of conduct, and what else the acts can be.</p>
        {recording && (
          <p className="end second-words">
            written by {nameOf(page, recording.offence.by)}, {sayWhen(recording.offence.happened, now)}
          </p>
        )}
      </header>
      {answer === undefined && shown === undefined && <p role="status">Asking for the rules and the table of codes.</p>}
      {answer && answer.came !== "value" && <Hindrance answer={answer} now={now} again={again} />}
      {shown && (
        <>
          <div className="two-sides">
            {shown.tests.map(({ asks, says, section }, i) => (
              <section key={asks} aria-label={asks}>
                <p>
                  <b>{asks}</b> <span className="second-words">{section}</span>
                </p>
                <p>{says}</p>
                {i === 1 && (
                  <Segments
                    legend="Was the other person a former partner?"
                    options={partnerAnswers}
                    chosen={formerPartner}
                    choose={setFormerPartner}
                  />
                )}
              </section>
            ))}
          </div>
          <OwnQuestion {...parts} help={shown} />
          <CaseRecordingForm key={shown.offence === null ? "new" : "again"} {...parts} help={shown} formerPartner={formerPartner} />
          <ForCrimeSystem {...parts} help={shown} />
          <Rules help={shown} />
        </>
      )}
    </>
  );
}

/** The recording that stands, as text to be copied or printed for the force's own crime system. */
function ForCrimeSystem({ at, page, help, now }: CasePartProps & { readonly help: RecordingHelp }): ReactElement | null {
  const { recording } = page;
  const text =
    recording === null
      ? undefined
      : recordingText(help, {
          force: at.me.force.name,
          case: page.case,
          reports: page.reports.map(({ report }) => report),
          by: `by ${nameOf(page, recording.offence.by)}, ${sayWhen(recording.offence.happened, now)}`,
          limbs: recording.offence.limbs,
          open: recording.open,
        });
  useKeys(
    text === undefined
      ? []
      : [{ name: "print", presses: ["Shift+p"], cap: "⇧P", says: "print it for the crime system", isInBar: true, run: () => print() }],
  );
  if (text === undefined) return null;
  return (
    <section className="print-alone" aria-labelledby="as-text">
      <h2 id="as-text">As it stands, for the crime system</h2>
      <textarea
        className="as-text"
        readOnly
        rows={text.split("\n").length}
        aria-labelledby="as-text"
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p className="actions">
        <button type="button" className="second-button" onClick={() => print()} aria-keyshortcuts="Shift+P">
          Print <KeyCap of={{ name: "print", presses: ["Shift+p"], cap: "⇧P" }} />
        </button>
        <span className="second-words">a press into the text selects all of it, to be copied; the desk keeps no copy of where it goes</span>
      </p>
    </section>
  );
}

/** "Why not stalking" of the case itself: asked at once where it stands as another thing. */
function OwnQuestion({ help, ...parts }: CasePartProps & { readonly help: RecordingHelp }): ReactElement | null {
  if (help.offence === null) return null;
  const { principal, included } = help.offence;
  const stalking = help.offences.filter((one) => one.isStalking).map(({ offence }) => offence);
  if ([principal, ...included].some(({ offence }) => stalking.includes(offence))) return null;
  if (parts.page.decisions.elsewhere.some(({ record, answer }) => record === ownRecord && answer)) return null;
  return <WhyNotStalking {...parts} record={{ record: ownRecord, as: principal.says }} />;
}

/** What the case itself is called where it is recorded as another thing. */
const ownRecord = "this case";

function Rules({ help }: { readonly help: RecordingHelp }): ReactElement {
  return (
    <details>
      <summary>The rules that this page follows, {sayNumber(help.rules.length)}</summary>
      <ul>
        {help.rules.map(({ id, says, section }) => (
          <li key={id}>
            {says} <span className="second-words">{section}</span>
          </li>
        ))}
      </ul>
      <p className="second-words">
        {help.table === null
          ? "No table of codes is loaded: no code is shown, and the words are sent. An administrator loads the force’s own."
          : `Codes come from ${help.table.name}, ${sayCount(help.table.rows, "row")}, as the file has them. None is built in.`}
      </p>
    </details>
  );
}
