import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import { type HandoverGroup, handoverGroupInWords } from "@unmask/case";
import { sayCount, sayNumber } from "@unmask/words";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import { type Handover, sayStaying } from "../desk/handover.ts";
import { type LogEntry, justLog } from "../desk/log-entry.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { Lack } from "../parts/lack.tsx";
import { Notice } from "../parts/notices.tsx";
import { useDraft } from "../parts/use-draft.ts";

/** What somebody adds in words; danger and what is due stand by themselves. */
const addable: readonly HandoverGroup[] = ["promised", "not-done", "cannot-wait"];

interface Added {
  readonly reference: string;
  readonly group: HandoverGroup;
  readonly says: string;
}

/** To whom, what is added, and in whose words. */
export function HandoverGive({
  at,
  shown,
  now,
  again,
}: {
  readonly at: AtDesk;
  readonly shown: Handover;
  readonly now: Instant;
  readonly again: () => void;
}): ReactElement {
  const { mine, next } = shown;
  const [to, setTo] = useDraft(at, "handover to");
  const [words, setWords] = useDraft(at, "handover words");
  const [added, setAdded] = useState<readonly Added[]>([]);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [came, setCame] = useState<Answer<LogEntry> | undefined>(undefined);
  const [fault, setFault] = useState("");
  const taker = next.find(({ id }) => id === to);
  const staying = taker && sayStaying(taker, mine);
  const isClosed = (reference: string): boolean => taker?.cannotRead.includes(reference) === true;
  const going = mine.filter(({ reference }) => !kept.has(reference) && !isClosed(reference));
  const give = async (): Promise<void> => {
    if (taker === undefined) return setFault("Say who takes over.");
    if (going.length === 0) return setFault("Nothing goes over: everything stays with you.");
    setFault("");
    const says = words.trim() === "" ? {} : { says: words.trim() };
    const notes = going.map(({ reference, saw }) => ({
      reference,
      saw,
      lines: added.filter((one) => one.reference === reference).map((one) => ({ group: one.group, says: one.says, knowing: "account" })),
      ...says,
    }));
    const sent = await at.world.desk.post("handover", { to: taker.id, notes }, justLog);
    setCame(sent);
    if (sent.came !== "value") return;
    at.tellLog(sent.value);
    // A line about what stays is not said yet.
    setAdded(added.filter((one) => !going.some(({ reference }) => reference === one.reference)));
    setWords("");
    again();
  };
  useKeys([
    { name: "write", presses: ["Control+Enter"], cap: "⌃↵", says: "hand over", isInBar: true, run: () => void give() },
    { name: "print", presses: ["p"], cap: "P", says: "print the note", run: () => print() },
  ]);
  if (mine.length === 0) return <p className="second-words">Nothing is with you, so nothing goes over.</p>;
  return (
    <>
      <h2>Hand it over</h2>
      <label className="field">
        <span>Who takes over</span>
        <select value={to} onChange={(event) => setTo(event.target.value)}>
          <option value="">Choose</option>
          {next.map(({ id, name, role }) => (
            <option key={id} value={id}>
              {name}, {role}
            </option>
          ))}
        </select>
      </label>
      <div role="status">{staying && <Staying {...staying} />}</div>
      <Add references={mine.map(({ reference, name }) => ({ reference, name }))} add={(one) => setAdded([...added, one])} />
      {added.length > 0 && (
        <ul className="lines">
          {added.map((one) => (
            <li key={`${one.reference} ${one.group} ${one.says}`}>
              <b>{one.reference}</b>
              <span>
                {one.says}
                <span className="line second">{handoverGroupInWords[one.group]}</span>
                <button type="button" className="in-line" onClick={() => setAdded(added.filter((other) => other !== one))}>
                  Take it out
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
      <label className="field">
        <span>In my own words</span>
        <textarea rows={4} maxLength={4_000} value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      <details>
        <summary>
          {sayCount(going.length, "matter")} of {mine.length} go over
        </summary>
        {mine.map(({ reference, name }) => (
          <label key={reference} className="tick">
            <input
              type="checkbox"
              checked={!kept.has(reference) && !isClosed(reference)}
              aria-disabled={isClosed(reference)}
              onChange={(event) => {
                if (isClosed(reference)) return;
                const others = [...kept].filter((one) => one !== reference);
                setKept(new Set(event.target.checked ? others : [...others, reference]));
              }}
            />
            <span>
              {reference} {name}
              {isClosed(reference) && `: ${taker?.name ?? ""} cannot read it`}
            </span>
          </label>
        ))}
      </details>
      <p className="second-words">
        Lines with ■ are made from what happened and cannot be taken out, only added to. Names are shown to who takes over; each is written.
      </p>
      <Lack says={fault} />
      {came && <Hindrance answer={came} now={now} again={again} />}
      <p className="actions">
        <button type="button" className="first-button" onClick={() => void give()} aria-keyshortcuts="Control+Enter">
          Hand over{staying && ` ${sayNumber(going.length)} of ${sayNumber(mine.length)}`}
          {taker && ` to ${taker.name}`} <KeyCap of={{ name: "write", presses: ["Control+Enter"], cap: "⌃↵" }} />
        </button>
        <button type="button" className="second-button" onClick={() => print()} aria-keyshortcuts="P">
          Print <KeyCap of={{ name: "print", presses: ["p"], cap: "P" }} />
        </button>
      </p>
      <p className="second-words">Done when they say that they read it. Until then everything stays yours.</p>
    </>
  );
}

/** What does not go over to who was chosen, before anything is sent. */
function Staying({ says, danger }: { readonly says: string; readonly danger?: string }): ReactElement {
  return (
    <Notice isMind>
      {danger !== undefined && <p className="bold danger">{danger}</p>}
      <p>{says}</p>
    </Notice>
  );
}

/** One line that the giver adds, about one report or case. */
function Add({
  references,
  add,
}: {
  readonly references: readonly { readonly reference: string; readonly name: string }[];
  readonly add: (line: Added) => void;
}): ReactElement {
  const [reference, setReference] = useState(references[0]?.reference ?? "");
  const [group, setGroup] = useState<HandoverGroup>("promised");
  const [says, setSays] = useState("");
  const send = (): void => {
    if (says.trim() === "") return;
    add({ reference, group, says: says.trim() });
    setSays("");
  };
  return (
    <fieldset className="add-line">
      <legend>Add a line</legend>
      <label>
        <span className="unseen">About</span>
        <select value={reference} onChange={(event) => setReference(event.target.value)}>
          {references.map((one) => (
            <option key={one.reference} value={one.reference}>
              {one.reference} {one.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="unseen">What it is</span>
        <select value={group} onChange={(event) => setGroup(addable.find((one) => one === event.target.value) ?? "promised")}>
          {addable.map((one) => (
            <option key={one} value={one}>
              {handoverGroupInWords[one]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="unseen">The line</span>
        <input type="text" maxLength={1_000} autoComplete="off" value={says} onChange={(event) => setSays(event.target.value)} />
      </label>
      <button type="button" className="second-button" onClick={send}>
        Add it
      </button>
    </fieldset>
  );
}
