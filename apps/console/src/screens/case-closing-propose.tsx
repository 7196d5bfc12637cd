import { type ReactElement, useState } from "react";
import { type ClosingChoice, type Ground, closingChoices } from "../desk/case-decided.ts";
import { waysOfKnowing } from "../desk/way-of-knowing.ts";
import { Choice } from "../parts/choice.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { Lack } from "../parts/lack.tsx";
import { Segments } from "../parts/segments.tsx";
import { useCommand } from "../parts/use-command.ts";
import { useDraft } from "../parts/use-draft.ts";
import type { CasePartProps } from "./case-part.ts";
import { closingSays, sayLetter } from "./closing-words.ts";

const knowings = waysOfKnowing.map((value) => ({
  value,
  says: { record: "Record", account: "Account", "worked-out": "Worked out" }[value],
}));

/** Whoever would close it says why, on what it rests, what speaks against, and why what is owed to the person stays open. */
export function Propose({ at, page, reason, now, again }: CasePartProps): ReactElement {
  const [choice, choose] = useState<ClosingChoice | undefined>(undefined);
  const [words, setWords] = useDraft(at, `closing ${page.case}`);
  const [rests, setRests] = useState<readonly Ground[]>([noGround]);
  const [against, setAgainst] = useState<readonly Ground[]>([noGround]);
  const [fault, setFault] = useState("");
  // By the check: why the case closes although it stands open.
  const [despite, setDespite] = useState<Readonly<Record<string, string>>>({});
  const asksWhy = page.closing.checks.filter(({ done, takesReason }) => !done && takesReason);
  // In which letter the person asks for it: its place in the list, or that none does.
  const [asked, setAsked] = useState<string | undefined>(undefined);
  const { came, write } = useCommand(at, page, reason, again);
  const propose = async (): Promise<void> => {
    if (choice === undefined) return setFault("Choose why it closes.");
    if (words.trim() === "" || written(rests).length === 0) return setFault("Say why in words, and what it rests on.");
    if (choice === "she-asks" && asked === undefined) return setFault("Say whether what they wrote or told last asks for it.");
    const letter = choice === "she-asks" ? page.closing.letters[Number(asked)] : undefined;
    const reasons = asksWhy.map(({ id }) => ({ open: id, reason: (despite[id] ?? "").trim() }));
    if (reasons.some((one) => one.reason === ""))
      return setFault("Say why it closes although something is owed to the person, or do that first.");
    setFault("");
    await write("closing/propose", {
      choice,
      words: words.trim(),
      rests: written(rests),
      against: written(against),
      ...(reasons.length > 0 && { despite: reasons }),
      ...(letter !== undefined && { asked: { report: letter.report, number: letter.number } }),
    });
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
      {choice === "she-asks" && (
        <Choice
          legend="Do their last words ask for it?"
          options={[
            // What was said before can have been taken back since: nobody chooses it.
            ...page.closing.letters.slice(0, 1).map((one) => ({ value: "0", says: sayLetter(one, now) })),
            { value: noLetter, says: "No: what they wrote or told last does not ask for it", more: "say below how they asked, and whom" },
          ]}
          chosen={asked}
          choose={setAsked}
        />
      )}
      <Lack says={fault} />
      <label className="field">
        <span>Your reasons, in words</span>
        <textarea rows={3} maxLength={4_000} value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      <div className="two-sides">
        <Grounds legend="Rests on" grounds={rests} change={setRests} />
        <Grounds legend="Speaks against closing" grounds={against} change={setAgainst} />
      </div>
      {asksWhy.map(({ id, says, open }) => (
        <label key={id} className="field">
          <span>
            Why it closes all the same{" "}
            <span className="second-words">
              open: {says}: {open.join("; ")}
            </span>
          </span>
          <textarea
            rows={2}
            maxLength={4_000}
            value={despite[id] ?? ""}
            onChange={(event) => setDespite({ ...despite, [id]: event.target.value })}
          />
        </label>
      ))}
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

const noLetter = "none";

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
