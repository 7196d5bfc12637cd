import { type ReactElement, useState } from "react";
import { cutLines } from "@unmask/case";
import { type Copy, type ScheduleItem, wholeItem } from "../desk/disclosure.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { Lack } from "../parts/lack.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useCommand } from "../parts/use-command.ts";
import { useTold } from "../parts/use-told.ts";
import { WordsField, type WrittenIn } from "../parts/write-form.tsx";
import { CopyLines } from "./disclosure-copy.tsx";

type Span = Copy["taken"][number];

const wholeKey = { name: "read-whole", presses: ["w"], cap: "W" };
const takeKey = { name: "take-out", presses: ["Control+Enter"], cap: "⌃↵" };

/** The whole of an item, for who may see it: it is asked for by a press of its own, because that look is written. */
export function WholeAndCut(parts: WrittenIn & { readonly item: ScheduleItem }): ReactElement {
  const [isAsked, ask] = useState(false);
  useKeys(isAsked ? [] : [{ ...wholeKey, says: "read the whole", isInBar: true, run: () => ask(true) }]);
  if (!isAsked)
    return (
      <button type="button" className="second-button" onClick={() => ask(true)}>
        Read the whole, and cut a copy <KeyCap of={wholeKey} />
      </button>
    );
  return <Whole {...parts} />;
}

function Whole({ item, ...parts }: WrittenIn & { readonly item: ScheduleItem }): ReactElement {
  const { at, page, reason, now } = parts;
  const path = `cases/${page.case}/disclosure/items/${item.item}/whole`;
  const { answer, again } = useAnswer(path, () => at.world.desk.get(path, wholeItem, reason));
  useTold(at, answer);
  if (answer?.came !== "value")
    return answer ? <Hindrance answer={answer} now={now} again={again} /> : <p role="status">Asking for the whole.</p>;
  return <Cut key={item.copies.length} {...parts} item={item} lines={answer.value.lines} />;
}

/** Where in a line something is chosen, in code points. */
interface ChosenSpan {
  readonly line: number;
  readonly at: number;
  readonly length: number;
}

function Cut({ item, lines, ...parts }: WrittenIn & { readonly item: ScheduleItem; readonly lines: readonly string[] }): ReactElement {
  const { at, page, reason, now, again } = parts;
  const [spans, setSpans] = useState<readonly Span[]>([]);
  const [chosen, choose] = useState<ChosenSpan | undefined>(undefined);
  const [what, setWhat] = useState("");
  const [why, setWhy] = useState("");
  const [leftIn, setLeftIn] = useState("");
  const [fault, setFault] = useState("");
  const { came, write } = useCommand(at, page, reason, again);
  const take = (): void => {
    if (chosen === undefined || chosen.length === 0) return setFault("Choose the signs in a line first, with Shift and the arrows.");
    if (what.trim() === "" || why.trim() === "") return setFault("Say what it is, and why it is taken out.");
    const next = [...spans, { ...chosen, what: what.trim(), why: why.trim() }];
    const cut = cutLines(lines, next);
    if ("cannot" in cut) return setFault(cut.cannot);
    setFault("");
    setSpans(next);
    choose(undefined);
  };
  const save = async (): Promise<void> => {
    const left = leftInOf(leftIn, lines.length);
    if (left === undefined)
      return setFault("Write what was left in as the number of its line, a colon and why: 14: it could help the defence");
    setFault("");
    await write("disclosure/cut", { item: item.item, taken: spans, leftIn: left });
  };
  useKeys([{ ...takeKey, says: "take the chosen signs out", run: take }]);
  const copy = cutLines(lines, spans);
  return (
    <fieldset className="add-line cut-form">
      <legend>The whole of {item.item}, and what is taken out</legend>
      <p className="second-words">The original is never changed. Choose signs in a line with Shift and the arrows, or with the pointer.</p>
      <ol className="whole-lines">
        {lines.map((line, i) => (
          <li key={`${i} ${line}`}>
            <input
              type="text"
              readOnly
              dir="auto"
              aria-label={`Line ${i + 1}`}
              value={line}
              onSelect={({ currentTarget }) =>
                choose(spanOf(line, i + 1, currentTarget.selectionStart ?? 0, currentTarget.selectionEnd ?? 0))
              }
            />
          </li>
        ))}
      </ol>
      <p role="status">
        {chosen === undefined || chosen.length === 0
          ? "Nothing is chosen."
          : `Chosen: line ${chosen.line}, ${chosen.length} signs from sign ${chosen.at + 1}.`}
      </p>
      <WordsField says="What it is, in a word" value={what} set={setWhat} longest={60} hint="address" />
      <WordsField says="Why it is taken out" value={why} set={setWhy} hint="safety of a person" />
      <p className="actions">
        <button type="button" className="second-button" onClick={take}>
          Take it out <KeyCap of={takeKey} />
        </button>
        {spans.length > 0 && (
          <button type="button" className="second-button" onClick={() => setSpans(spans.slice(0, -1))}>
            Put the last one back
          </button>
        )}
      </p>
      <WordsField says="What was left in, and why (line: reason)" value={leftIn} set={setLeftIn} hint="14: it could help the defence" />
      {"lines" in copy && (
        <>
          <h3>The copy, as it would be</h3>
          <CopyLines lines={copy.lines} />
        </>
      )}
      <Lack says={fault} />
      {came && <Hindrance answer={came} now={now} again={again} />}
      <p className="actions">
        <button type="button" className="first-button" onClick={() => void save()}>
          Write the copy
        </button>
        <span className="second-words">Another who may see the whole reads it before it goes.</span>
      </p>
    </fieldset>
  );
}

/** Code units that a field tells, as code points. */
function spanOf(line: string, number: number, start: number, end: number): ChosenSpan {
  const before = [...line.slice(0, start)].length;
  return { line: number, at: before, length: [...line.slice(start, end)].length };
}

/** "14: why; 2: why"; undefined where it is none. Nothing is nothing left in. */
function leftInOf(written: string, lines: number): Copy["leftIn"] | undefined {
  if (written.trim() === "") return [];
  const all = written.split(";").map((one) => /^\s*(\d{1,5})\s*:\s*(\S.*)$/.exec(one));
  const read = all.flatMap((one) => (one === null ? [] : [{ line: Number(one[1]), why: (one[2] ?? "").trim() }]));
  return read.length === all.length && read.every(({ line }) => line >= 1 && line <= lines) ? read : undefined;
}
