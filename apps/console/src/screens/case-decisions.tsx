import { type ReactElement, useState } from "react";
import { sayCount } from "@unmask/words";
import type { DecisionLine } from "../desk/case-decided.ts";
import { BothTexts, ShowBoth } from "../parts/both-texts.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { Lack } from "../parts/lack.tsx";
import { sayWhen } from "../parts/say-when.ts";
import { useCommand } from "../parts/use-command.ts";
import { useDraft } from "../parts/use-draft.ts";
import type { CasePartProps } from "./case-part.ts";
import { CaseSmall } from "./case-small.tsx";
import { recordedElsewhereSpec } from "./case-specs.ts";
import { countDecisions, decidedByOthers, nameOf } from "./case-words.ts";
import { DecisionLines } from "./decision-lines.tsx";
import { OrderConsidered, WhyNotStalking } from "./case-questions.tsx";
import { SecondOfCase } from "./second-of-case.tsx";
import { sayOpenReadings } from "./second-words.ts";

/** What must be answered, above what was decided: newest first; none is changed, a later one overrules it. */
export function CaseDecisions(parts: CasePartProps): ReactElement {
  const { at, page, reason, now, again } = parts;
  const { written, order, elsewhere, ofReports } = page.decisions;
  const open = (order === null ? 1 : 0) + elsewhere.filter(({ answer }) => !answer).length;
  const toRead = sayOpenReadings(page.decisions);
  const newest = written.toSorted((one, other) => other.number - one.number);
  const [says, setSays] = useDraft(at, `says ${page.case}`);
  const [words, setWords] = useDraft(at, `why ${page.case}`);
  const [fault, setFault] = useState("");
  const { came, write } = useCommand(at, page, reason, again);
  // What this text was begun on: what others decided after that stands beside it.
  const [begun, begin] = useState(page.saw);
  const isBlank = says.trim() === "" && words.trim() === "";
  if (isBlank && begun !== page.saw) begin(page.saw);
  const theirs = decidedByOthers(newest, { since: begun, me: at.me.officer.id });
  const leaveTheirs = (): void => {
    setSays("");
    setWords("");
  };
  const save = async (): Promise<void> => {
    if (says.trim() === "" || words.trim() === "") return setFault("Say what you decide, and why, in words that another can check.");
    setFault("");
    if (!(await write("decisions/write", { says: says.trim(), words: words.trim() }))) return;
    setSays("");
    setWords("");
  };
  return (
    <>
      <header className="work-head">
        <h1>Decisions</h1>
        <p className="sentence">
          {sayCount(countDecisions(page.decisions), "decision")} written.{" "}
          {open === 0 ? toRead.says === "" && "Nothing must be answered." : `${sayCount(open, "question")} must be answered.`} {toRead.says}
        </p>
        <p className="end second-words">newest first; none can be changed, only followed</p>
      </header>
      <OrderConsidered {...parts} />
      {elsewhere.map((record) => (
        <WhyNotStalking key={record.record} {...parts} record={record} />
      ))}
      <ul className="lines decision-lines">
        {newest.map((decision) => (
          <Decision key={decision.number} {...parts} decision={decision} />
        ))}
      </ul>
      {ofReports.map(({ report, decisions }) => (
        <section key={report} aria-labelledby={`decided-${report}`}>
          <h2 id={`decided-${report}`}>Decided of report {report}</h2>
          <DecisionLines decisions={decisions} now={now} />
        </section>
      ))}
      <CaseSmall {...parts} specs={[recordedElsewhereSpec]} />
      <h2>Write a decision</h2>
      <Lack says={fault} />
      <label className="field">
        <span>What you decide</span>
        <input type="text" autoComplete="off" maxLength={1_000} value={says} onChange={(event) => setSays(event.target.value)} />
      </label>
      <label className="field">
        <span>Your reason, in words</span>
        <textarea rows={3} maxLength={4_000} value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      {came && theirs.length === 0 && <Hindrance answer={came} now={now} again={again} />}
      {came?.came === "changed" && theirs.length === 0 && <ShowBoth show={again} />}
      {theirs.length > 0 && (
        <BothTexts
          theirs={theirs.map((one) => (
            <p key={one.number}>
              <b>{one.says}</b> {one.reason}
              <span className="line second">
                {nameOf(page, one.by)}, {sayWhen(one.happened, now)}
              </span>
            </p>
          ))}
          mine={
            <p>
              <b>{says}</b> {words}
            </p>
          }
          leave={leaveTheirs}
        />
      )}
      <p className="actions">
        <button type="button" className="first-button" onClick={() => void save()}>
          Write the decision
        </button>
        <span className="second-words">then it stands; a later one can overrule it</span>
      </p>
    </>
  );
}

function Decision(parts: CasePartProps & { readonly decision: DecisionLine }): ReactElement {
  const { decision, now } = parts;
  return (
    <li>
      <span className="second-words">{sayWhen(decision.happened, now)}</span>
      <div>
        <b>{decision.says}</b> {decision.reason}
        {decision.overrules !== undefined && <span className="line second">overrules {decision.overrules}</span>}
        <SecondOfCase {...parts} written={decision} isNeeded={false} />
      </div>
    </li>
  );
}
