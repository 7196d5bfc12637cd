import { type ReactElement, useState } from "react";
import { sayList } from "@unmask/words";
import { type ClosingChoice, type Ground, closingChoices } from "../desk/case-decided.ts";
import { waysOfKnowing } from "../desk/way-of-knowing.ts";
import { Choice } from "../parts/choice.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { KnownBy } from "../parts/known-by.tsx";
import { Lack } from "../parts/lack.tsx";
import { sayWhen } from "../parts/say-when.ts";
import { SecondOpinion } from "../parts/second-opinion.tsx";
import { Segments } from "../parts/segments.tsx";
import { useCommand } from "../parts/use-command.ts";
import { useDraft } from "../parts/use-draft.ts";
import type { CasePartProps } from "./case-part.ts";
import { nameOf } from "./case-words.ts";
import { closingSays } from "./closing-words.ts";

const knowings = waysOfKnowing.map((value) => ({
  value,
  says: { record: "Record", account: "Account", "worked-out": "Worked out" }[value],
}));

/** Closing: what must be true first, what opens it again by itself, and a second person. What speaks against is as large as what it rests on. */
export function CaseClosing(parts: CasePartProps): ReactElement {
  const { page, now } = parts;
  const { checks, opensAgain, proposal } = page.closing;
  const open = checks.filter(({ done }) => !done);
  return (
    <>
      <header className="work-head">
        <h1>Close case {page.case}?</h1>
        <p className="sentence">
          {page.closed
            ? "It is closed."
            : open.length > 0
              ? `Not yet: ${open.length} of ${checks.length} stand open.`
              : "A second person must agree."}
        </p>
      </header>
      <table className="plain-table known-table">
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col">What must be true before it closes</th>
            <th scope="col">What is open</th>
          </tr>
        </thead>
        <tbody>
          {checks.map((check) => (
            <tr key={check.id}>
              <td className={check.done ? "" : "bold mind"}>{check.done ? "Done" : "Open"}</td>
              <th scope="row">{check.done ? check.says : <b>{check.says}</b>}</th>
              <td>
                {check.open.join("; ")}
                {check.waits.length > 0 &&
                  ` (${sayList(check.waits.map(({ by, happened }) => `${nameOf(page, by)}, ${sayWhen(happened, now)}`))})`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>What opens it again, by itself</h2>
      <ul className="to-say">
        {opensAgain.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p className="second-words">Nothing is deleted by closing. How long it is kept is the retention rule, not this screen.</p>
      {page.closed ? <Reopen {...parts} /> : proposal ? <Proposed {...parts} /> : <Propose {...parts} />}
    </>
  );
}

function Propose({ at, page, reason, now, again }: CasePartProps): ReactElement {
  const [choice, choose] = useState<ClosingChoice | undefined>(undefined);
  const [words, setWords] = useDraft(at, `closing ${page.case}`);
  const [rests, setRests] = useState<readonly Ground[]>([noGround]);
  const [against, setAgainst] = useState<readonly Ground[]>([noGround]);
  const [fault, setFault] = useState("");
  const { came, write } = useCommand(at, page, reason, again);
  const propose = async (): Promise<void> => {
    if (choice === undefined) return setFault("Choose why it closes.");
    if (words.trim() === "" || written(rests).length === 0) return setFault("Say why in words, and what it rests on.");
    setFault("");
    await write("closing/propose", { choice, words: words.trim(), rests: written(rests), against: written(against) });
  };
  return (
    <>
      <h2>Send it to a second person, as it stands</h2>
      <Choice
        legend="Why it closes"
        options={closingChoices.map((value) => ({ value, says: closingSays[value] }))}
        chosen={choice}
        choose={choose}
      />
      <Lack says={fault} />
      <label className="field">
        <span>Your reasons, in words</span>
        <textarea rows={3} maxLength={4_000} value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      <div className="two-sides">
        <Grounds legend="Rests on" grounds={rests} change={setRests} />
        <Grounds legend="Speaks against closing" grounds={against} change={setAgainst} />
      </div>
      {came && <Hindrance answer={came} now={now} again={again} />}
      <p className="actions">
        <button type="button" className="first-button" onClick={() => void propose()}>
          Send to a second person
        </button>
        <span className="dashed">Close the case: nobody closes what they propose</span>
      </p>
    </>
  );
}

const noGround: Ground = { says: "", knowing: "record" };

function written(grounds: readonly Ground[]): readonly Ground[] {
  return grounds.map(({ says: words, knowing }) => ({ says: words.trim(), knowing })).filter((one) => one.says !== "");
}

function Grounds({
  legend,
  grounds,
  change,
}: {
  readonly legend: string;
  readonly grounds: readonly Ground[];
  readonly change: (grounds: readonly Ground[]) => void;
}): ReactElement {
  return (
    <fieldset className="grounds">
      <legend>{legend}</legend>
      {grounds.map((ground, i) => (
        <div key={i}>
          <input
            type="text"
            autoComplete="off"
            maxLength={1_000}
            aria-label={`${legend}, line ${i + 1}`}
            value={ground.says}
            onChange={(event) => change(grounds.with(i, { ...ground, says: event.target.value }))}
          />
          <Segments
            legend={`How line ${i + 1} is known`}
            options={knowings}
            chosen={ground.knowing}
            choose={(knowing) => change(grounds.with(i, { ...ground, knowing }))}
          />
        </div>
      ))}
      <button type="button" className="in-line" onClick={() => change([...grounds, noGround])}>
        Another line
      </button>
    </fieldset>
  );
}

function Proposed({ at, page, reason, now, again }: CasePartProps): ReactElement | null {
  const { proposal, checks } = page.closing;
  const { came, write } = useCommand(at, page, reason, again);
  if (!proposal) return null;
  const open = checks.filter(({ done }) => !done);
  const isOwn = proposal.by === at.me.officer.id;
  return (
    <>
      <h2>
        {nameOf(page, proposal.by)} would close it: {closingSays[proposal.choice].toLowerCase()}
      </h2>
      <blockquote className="account">{proposal.reason}</blockquote>
      <div className="two-sides">
        {(["rests", "against"] as const).map((side) => (
          <section key={side} aria-label={side === "rests" ? "Rests on" : "Speaks against closing"}>
            <h3>{side === "rests" ? "Rests on" : "Speaks against closing"}</h3>
            <ul className="to-say">
              {proposal[side].map((one) => (
                <li key={one.says}>
                  {one.says} <KnownBy how={one.knowing} />
                </li>
              ))}
            </ul>
            {proposal[side].length === 0 && <p className="second-words">Nothing was written. That is not “nothing speaks against it”.</p>}
          </section>
        ))}
      </div>
      {isOwn ? (
        <p className="dashed">Close the case: nobody closes what they propose. Another reads it.</p>
      ) : (
        <SecondOpinion
          at={at}
          field={`return ${page.case}`}
          agree="I agree: close the case"
          blocked={open.length > 0 ? `Close the case: ${open.map((one) => one.open.join(", ")).join("; ")}` : undefined}
          write={(agrees, said) =>
            agrees
              ? write("closing/close", { proposal: proposal.number })
              : write("closing/return", { proposal: proposal.number, words: said })
          }
        />
      )}
      {came && <Hindrance answer={came} now={now} again={again} />}
    </>
  );
}

function Reopen({ at, page, reason, now, again }: CasePartProps): ReactElement {
  const [words, setWords] = useDraft(at, `reopen ${page.case}`);
  const { came, write } = useCommand(at, page, reason, again);
  return (
    <>
      <label className="field">
        <span>Why it is opened again</span>
        <textarea rows={2} maxLength={4_000} value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      {came && <Hindrance answer={came} now={now} again={again} />}
      <p className="actions">
        <button
          type="button"
          className="second-button"
          onClick={() => void (words.trim() !== "" && write("closing/reopen", { words: words.trim() }))}
        >
          Open it again
        </button>
      </p>
    </>
  );
}
