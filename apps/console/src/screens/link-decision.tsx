import { type ReactElement, useState } from "react";
import { type Instant, instantToIso } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { type Link, type LinkChoice, type LinkState, type LinkWritten, linkChoices, linkWritten } from "../desk/links.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { DecisionForm } from "../parts/decision-form.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { Lack } from "../parts/lack.tsx";
import { sayWhen } from "../parts/say-when.ts";
import { useDraft } from "../parts/use-draft.ts";
import { DayField } from "../parts/write-form.tsx";

const says: Readonly<Record<LinkChoice, string>> = {
  confirmed: "Confirm: the same person",
  refuted: "Refute: not the same person",
  open: "Leave open until a day",
};

const writes: Readonly<Record<LinkChoice, string>> = {
  confirmed: "Confirm, and write it",
  refuted: "Refute, and write it",
  open: "Leave open, and write it",
};

const stateSays: Readonly<Record<LinkState, string>> = {
  undecided: "Nobody has decided.",
  proposed: "One says that it is the same person. A second must agree before it holds.",
  confirmed: "Confirmed by two: the same person.",
  refuted: "Refuted: not the same person.",
  open: "Left open.",
};

interface DecisionParts {
  readonly at: AtDesk;
  readonly link: Link;
  readonly reason: GivenReason;
  readonly now: Instant;
  readonly lookAgain: () => void;
  readonly done: (written: LinkWritten) => void;
}

/** The decision on a link: three choices with what each opens, or, where one has confirmed, the second person. */
export function LinkDecision(parts: DecisionParts): ReactElement {
  const { link, now, at } = parts;
  return (
    <>
      {link.state === "proposed" ? <SecondPerson {...parts} /> : <OwnDecision {...parts} />}
      <h2>So far</h2>
      <p className="second-words">{stateSays[link.state]}</p>
      <ul className="lines">
        {link.story.map(({ at: when, by, says: what, reason }, i) => (
          <li key={`${when} ${i}`}>
            <span className="second-words">{sayWhen(when, now)}</span>
            <span>
              {by === at.me.officer.id ? "You: " : ""}
              {what}
              {reason !== undefined && reason !== "" && <span className="line second">“{reason}”</span>}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function OwnDecision({ at, link, reason, now, lookAgain, done }: DecisionParts): ReactElement {
  const [choice, setChoice] = useState<LinkChoice | undefined>(undefined);
  const [why, setWhy] = useDraft(at, `link ${link.link}`);
  const [day, setDay] = useState("");
  const [fault, setFault] = useState("");
  const [came, setCame] = useState<Answer<LinkWritten> | undefined>(undefined);
  const write = async (): Promise<void> => {
    const wrong = faultOf({ choice, why, day, today: instantToIso(now).slice(0, 10) });
    setFault(wrong);
    if (wrong !== "" || choice === undefined) return;
    const again = choice === "open" ? { again: day } : {};
    const answer = await at.world.desk.post(
      `links/${link.link}/decide`,
      { answer: choice, why: why.trim(), saw: link.saw, ...again, reason },
      linkWritten,
    );
    setCame(answer);
    if (answer.came !== "value") return;
    at.drafts.delete(`link ${link.link}`);
    at.tellLog(answer.value.log);
    done(answer.value);
  };
  return (
    <>
      <h2>Your decision</h2>
      <DecisionForm
        legend="Your decision"
        options={linkChoices.map((value) => ({ value, says: says[value], more: link.opens[value] }))}
        chosen={choice}
        choose={setChoice}
        fault={fault}
        asks={
          <>
            Reason <span className="second-words">needed, kept for ever, can be disclosed</span>
          </>
        }
        rows={4}
        words={why}
        setWords={setWhy}
        told={
          <>
            {came && <Hindrance answer={came} now={now} again={lookAgain} />}
            {came?.came === "changed" && (
              <p className="actions">
                <button type="button" className="second-button" onClick={lookAgain}>
                  Look at what stands there now
                </button>
              </p>
            )}
          </>
        }
        verb={choice === undefined ? "Write it" : writes[choice]}
        keySays="write the decision"
        write={write}
      >
        {choice === "open" && <DayField says="Comes back on" value={day} set={setDay} />}
      </DecisionForm>
      <p className="second-words">Neither reporter is told about the other by any of these.</p>
    </>
  );
}

/** What is missing before a decision can be written; empty: nothing. */
function faultOf({
  choice,
  why,
  day,
  today,
}: {
  readonly choice: LinkChoice | undefined;
  readonly why: string;
  readonly day: string;
  readonly today: string;
}): string {
  if (choice === undefined) return "Choose what you decide.";
  if (choice === "open" && day <= today) return "Say on which day it comes back.";
  return why.trim().split(/\s+/).length < 3 ? "Say why in a few words that another can check." : "";
}

function SecondPerson({ at, link, reason, now, lookAgain, done }: DecisionParts): ReactElement {
  const first = link.story.findLast(({ by }) => by !== "desk");
  const isOwn = first?.by === at.me.officer.id;
  const [words, setWords] = useDraft(at, `second ${link.link}`);
  const [fault, setFault] = useState("");
  const [came, setCame] = useState<Answer<LinkWritten> | undefined>(undefined);
  const write = async (agrees: boolean): Promise<void> => {
    const said = words.trim();
    if (!agrees && said === "") return setFault("You do not agree: say why, for whoever proposed it.");
    setFault("");
    const body = { agrees, saw: link.saw, reason, ...(said === "" ? {} : { says: said }) };
    const answer = await at.world.desk.post(`links/${link.link}/second`, body, linkWritten);
    setCame(answer);
    if (answer.came !== "value") return;
    at.drafts.delete(`second ${link.link}`);
    at.tellLog(answer.value.log);
    done(answer.value);
  };
  useKeys(
    isOwn
      ? []
      : [
          { name: "agree", presses: ["y"], cap: "Y", says: "I agree", isInBar: true, run: () => void write(true) },
          { name: "disagree", presses: ["n"], cap: "N", says: "I do not agree", isInBar: true, run: () => void write(false) },
        ],
  );
  return (
    <>
      <h2>A second person</h2>
      <p>{link.opens.confirmed}</p>
      {isOwn ? (
        <p className="dashed">You proposed it: nobody agrees with themselves. Another who may decide on links reads it.</p>
      ) : (
        <>
          <Lack says={fault} />
          <label className="field">
            <span>
              Your words <span className="second-words">needed if you do not agree</span>
            </span>
            <textarea rows={3} maxLength={4_000} value={words} onChange={(event) => setWords(event.target.value)} />
          </label>
          <p className="actions">
            <button type="button" className="first-button" onClick={() => void write(true)} aria-keyshortcuts="Y">
              I agree <KeyCap of={{ name: "agree", presses: ["y"], cap: "Y" }} />
            </button>
            <button type="button" className="second-button" onClick={() => void write(false)} aria-keyshortcuts="N">
              I do not <KeyCap of={{ name: "disagree", presses: ["n"], cap: "N" }} />
            </button>
          </p>
        </>
      )}
      {came && <Hindrance answer={came} now={now} again={lookAgain} />}
    </>
  );
}
