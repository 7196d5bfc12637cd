import { resultAtHand, waitsForReading } from "@unmask/case";
import { type ReactElement, useState } from "react";
import { useKeys } from "../../keys/keyboard.tsx";
import { Hindrance } from "../../parts/hindrance.tsx";
import { KeyCap } from "../../parts/key-cap.tsx";
import { Lack } from "../../parts/lack.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { useOrderCommand } from "../../parts/use-order-command.ts";
import { yesNo } from "../../parts/written-fields.ts";
import { AskedRows, answerKey } from "./asked-rows.tsx";
import { ChangedList } from "./changed-list.tsx";
import { type CourtDid, sayToThem } from "./court-words.ts";
import type { OrderPartProps } from "./order-part.ts";
import { Told } from "./told.tsx";
import { stateWith, wouldChange } from "./would-change.ts";

const confirmKey = { name: "confirm", presses: ["Control+Enter"], cap: "⌃↵" };
const wrongKey = { name: "wrong-copy", presses: ["r"], cap: "R" };

/** The second person, what changes, what may be done now, and who is told. */
export function CourtSide(parts: OrderPartProps): ReactElement {
  const { page } = parts;
  const result = resultAtHand(page.state);
  if (result === undefined)
    return (
      <>
        <h2>Nothing is written yet</h2>
        <p className="second-words">
          What a court did is typed from its copy, and somebody else reads the copy against it. What stands against the rule needs the
          certified copy, and stays marked.
        </p>
      </>
    );
  const told = <Told parts={parts} about={`result ${result.number}`} draft={sayToThem(result, page.state)} />;
  return (
    <>
      {waitsForReading(result) ? <SecondPerson key={result.number} {...parts} result={result} /> : <ReadBy page={page} result={result} />}
      <WhatChanges {...parts} result={result} />
      {result.standing === "waits" ? <p className="second-words">The protected people are told once it counts.</p> : told}
      <WhatNow {...parts} result={result} />
    </>
  );
}

type WithResult = OrderPartProps & { readonly result: CourtDid };

function ReadBy({ page, result }: Pick<WithResult, "page" | "result">): ReactElement {
  const { confirmed, sentBack } = result;
  return (
    <>
      <h2>Second person</h2>
      <p>
        {confirmed !== null
          ? `${page.nameOf(confirmed.by)} read the copy against it: of this order, and as typed.`
          : sentBack !== null
            ? `${page.nameOf(sentBack.by)} sent it back: ${sentBack.reason}`
            : "Nobody has to read it any more."}
      </p>
    </>
  );
}

function SecondPerson({ result, ...parts }: WithResult): ReactElement {
  const { at, page, reason, now, again } = parts;
  const isOwn = result.by === page.me;
  const hasCopy = result.said.copy !== undefined;
  const mayRead = !isOwn && hasCopy;
  const questions = [
    {
      key: "copyOfThisOrder",
      asks: result.said.copy?.certified === true ? "Copy is certified, and of this order" : "Copy is of this order",
    },
    { key: "asTyped", asks: "Day and result are as typed" },
    ...(result.against.length > 0 ? [{ key: "againstRuleSeen", asks: "Against the rule: seen; the mark stays" }] : []),
  ];
  const [said, say] = useState<Readonly<Record<string, string>>>({});
  const [words, setWords] = useDraft(at, `second ${page.order} ${result.number}`);
  const [fault, setFault] = useState("");
  const { came, write } = useOrderCommand(at, page, reason, again);
  const confirm = async (): Promise<void> => {
    const open = questions.find(({ key }) => said[key] === undefined);
    if (open !== undefined) return setFault(`Not answered yet: ${open.asks}`);
    setFault("");
    const { copyOfThisOrder, asTyped, againstRuleSeen } = said;
    await write("result-confirmed", {
      ...{ result: result.number, copyOfThisOrder, asTyped },
      ...(againstRuleSeen !== undefined && { againstRuleSeen: againstRuleSeen === "yes" }),
    });
  };
  const sendBack = async (): Promise<void> => {
    if (words.trim() === "") return setFault("Say what is wrong with the copy or with what was typed.");
    setFault("");
    if (await write("result-sent-back", { result: result.number, words: words.trim() })) setWords("");
  };
  const turn = (key: string): void => say((before) => ({ ...before, [key]: before[key] === "yes" ? "no" : "yes" }));
  useKeys(
    !mayRead
      ? []
      : [
          ...questions.map(({ key, asks }, i) => ({
            ...answerKey(i),
            says: `answer: ${asks}`,
            run: () => turn(key),
          })),
          { ...confirmKey, says: "record the result as read", isInBar: true, run: () => void confirm() },
          { ...wrongKey, says: "wrong copy", isInBar: true, run: () => void sendBack() },
        ],
  );
  return (
    <>
      <h2>Second person</h2>
      <p className="second-words">
        {isOwn ? (
          <b className="mind">You typed it. Somebody else opens this page and reads the copy against it.</b>
        ) : (
          `${page.nameOf(result.by)} typed it.${hasCopy ? " You read the copy against it." : ""}`
        )}
      </p>
      {!hasCopy && (
        <p className="notice minded">
          <b>No copy is here that it could be read against.</b> Keep the copy on this page; then “It was typed wrongly” writes the result
          once more, with its copy. Whoever writes it is not the one who reads it.
        </p>
      )}
      {mayRead && (
        <>
          <AskedRows
            questions={questions}
            options={yesNo}
            said={said}
            choose={(key, value) => say((before) => ({ ...before, [key]: value }))}
          />
          <label className="field">
            <span>If it goes back: what is wrong</span>
            <input type="text" maxLength={4_000} value={words} onChange={(event) => setWords(event.target.value)} />
          </label>
          <Lack says={fault} />
          {came && <Hindrance answer={came} now={now} again={again} />}
          <p className="actions">
            <button type="button" className="first-button" onClick={() => void confirm()}>
              Record the result <KeyCap of={confirmKey} />
            </button>
            <button type="button" className="second-button" onClick={() => void sendBack()}>
              Wrong copy <KeyCap of={wrongKey} />
            </button>
          </p>
        </>
      )}
    </>
  );
}

/** Before it counts, what it would change; afterwards, what it changed. */
function WhatChanges({ page, now, result }: WithResult): ReactElement {
  const isStill = result.standing === "waits";
  const body = { result: result.number, copyOfThisOrder: "yes", asTyped: "yes", againstRuleSeen: true } as const;
  const rows = isStill
    ? wouldChange(page, stateWith(page, { kind: "result-confirmed", body }, now), now)
    : (page.changed.get(result.confirmed?.number ?? result.number) ?? page.changed.get(result.number) ?? []);
  return (
    <>
      <h2>{isStill ? "What changes at once, when it counts" : "What it changed"}</h2>
      <ChangedList rows={rows} none="Nothing else is different." />
    </>
  );
}

function WhatNow({ at, page, result }: WithResult): ReactElement {
  const { law, state } = page;
  const bySection = law.section("appeal-by-police")?.section;
  const subject = law.section("appeal-by-subject")?.section;
  const again = law.section("applicant")?.section;
  const appeals = state.appeals.filter(({ against }) => against === result.number);
  const toAppeal = (): void => at.way.go({ screen: "order", order: page.order, part: "appeal" });
  return (
    <section aria-labelledby="what-now">
      <h2 id="what-now">What may be done now</h2>
      {appeals.length > 0 && (
        <p>{appeals.length === 1 ? "An appeal against it is written." : `${appeals.length} appeals against it are written.`}</p>
      )}
      <p>
        <b>Appeal to the Crown Court</b>
        {bySection === undefined && subject === undefined
          ? ": what holds here is not known. Ask your solicitor."
          : `: by us ${bySection ?? "not known here"}, by the person whom it binds ${subject ?? "not known here"}.`}{" "}
        <b className="mind">Time limit: not known here</b>, it is not in the Act as read. Ask the solicitor today.{" "}
        <button type="button" className="in-line" onClick={toAppeal}>
          To the appeals
        </button>
      </p>
      <p>
        <b>A new application</b> if the criteria are met{again === undefined ? "" : `: ${again}`}. It is begun in its case.
      </p>
    </section>
  );
}
