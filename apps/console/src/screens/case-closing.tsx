import type { ReactElement } from "react";
import { sayList } from "@unmask/words";
import type { ClosingPart, ClosingProposal } from "../desk/case-decided.ts";
import { Hindrance } from "../parts/hindrance.tsx";
import { KnownBy } from "../parts/known-by.tsx";
import { sayWhen } from "../parts/say-when.ts";
import { SecondOpinion } from "../parts/second-opinion.tsx";
import { useCommand } from "../parts/use-command.ts";
import { useDraft } from "../parts/use-draft.ts";
import type { CasePartProps } from "./case-part.ts";
import { nameOf } from "./case-words.ts";
import { Propose } from "./case-closing-propose.tsx";
import { closingSays, sayDespite } from "./closing-words.ts";
import { TheirLetters } from "./their-letters.tsx";

/** Closing: what must be true first, what opens it again by itself, and a second person. What speaks against is as large as what it rests on. */
export function CaseClosing(parts: CasePartProps): ReactElement {
  const { page, now } = parts;
  const { checks, opensAgain, proposal } = page.closing;
  const open = checks.filter(({ done }) => !done);
  if (page.closed)
    return (
      <>
        <header className="work-head">
          <h1>Case {page.case} is closed</h1>
          <p className="sentence">
            Since {sayWhen(page.closed.happened, now)}, by {nameOf(page, page.closed.by)}
            {proposal && `; ${nameOf(page, proposal.by)} proposed it: ${closingSays[proposal.choice].toLowerCase()}`}.
          </p>
        </header>
        {proposal && <Grounded {...{ page, proposal, now }} />}
        <OpensAgain opensAgain={opensAgain} />
        <Reopen {...parts} />
      </>
    );
  return (
    <>
      <header className="work-head">
        <h1>Close case {page.case}?</h1>
        <p className="sentence">
          {open.length > 0 ? `Not yet: ${open.length} of ${checks.length} stand open.` : "A second person must agree."}
        </p>
      </header>
      <table className="plain-table known-table closing-table">
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
      <OpensAgain opensAgain={opensAgain} />
      {proposal ? <Proposed {...parts} /> : <Propose {...parts} />}
    </>
  );
}

function OpensAgain({ opensAgain }: Pick<ClosingPart, "opensAgain">): ReactElement {
  return (
    <>
      <h2>What opens it again, by itself</h2>
      <ul className="to-say">
        {opensAgain.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p className="second-words">Nothing is deleted by closing. How long it is kept is the retention rule, not this screen.</p>
    </>
  );
}

function Proposed({ at, page, reason, now, again }: CasePartProps): ReactElement | null {
  const { proposal, checks } = page.closing;
  const { came, write } = useCommand(at, page, reason, again);
  if (!proposal) return null;
  const { despite = [] } = proposal;
  const open = checks.filter(({ id, done }) => !done && !despite.some((one) => one.open === id));
  const isOwn = proposal.by === at.me.officer.id;
  return (
    <>
      <h2>
        {nameOf(page, proposal.by)} would close it: {closingSays[proposal.choice].toLowerCase()}
      </h2>
      <Grounded {...{ page, proposal, now }} />
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

/** The words of a proposal, what it rests on, what speaks against, and why it closes although something stands open. */
function Grounded({
  page,
  proposal,
  now,
}: Pick<CasePartProps, "page" | "now"> & {
  readonly proposal: ClosingProposal;
}): ReactElement {
  const { despite = [] } = proposal;
  return (
    <>
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
      <TheirLetters of={{ ...proposal, letters: page.closing.letters, proposed: proposal.happened }} now={now} />
      {despite.map((one) => (
        <p key={one.open} className="mind">
          {sayDespite(one)}
        </p>
      ))}
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
