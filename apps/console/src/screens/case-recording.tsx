import { type ReactElement, useState } from "react";
import { sayCount, sayNumber } from "@unmask/words";
import { type RecordingHelp, recordingAnswer } from "../desk/recording-help.ts";
import { Hindrance } from "../parts/hindrance.tsx";
import { Segments } from "../parts/segments.tsx";
import { sayWhen } from "../parts/say-when.ts";
import { useAnswer } from "../parts/use-answer.ts";
import { useTold } from "../parts/use-told.ts";
import type { CasePartProps } from "./case-part.ts";
import { WhyNotStalking } from "./case-questions.tsx";
import { nameOf } from "./case-words.ts";
import { CaseRecordingForm } from "./case-recording-form.tsx";

const partnerAnswers = [
  { value: "yes", says: "Yes" },
  { value: "no", says: "No" },
  { value: "not-known", says: "Not known" },
] as const;
type PartnerAnswer = (typeof partnerAnswers)[number]["value"];

/** How it is recorded: the two tests of law first, then what goes to the crime system. Nothing is decided here by itself. */
export function CaseRecording(parts: CasePartProps): ReactElement {
  const { at, page, reason, now } = parts;
  const [formerPartner, setFormerPartner] = useState<PartnerAnswer | undefined>(undefined);
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
          <CaseRecordingForm key={shown.offence === null ? "new" : "again"} {...parts} help={shown} />
          <Rules help={shown} />
        </>
      )}
    </>
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
