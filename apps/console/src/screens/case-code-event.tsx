import { type ReactElement, useState } from "react";
import { type VictimCodeEventKind, instantToIso, isOnTheWall, parseStatedMinute, victimCodeEvents, whenFromWall } from "@unmask/core";
import { Hindrance } from "../parts/hindrance.tsx";
import { zone } from "../parts/say-when.ts";
import { useCommand } from "../parts/use-command.ts";
import { useDraft } from "../parts/use-draft.ts";
import type { CasePartProps } from "./case-part.ts";

/** What took place, as the desk says it of the subject or of the case. */
const codeEventInWords: Readonly<Record<VictimCodeEventKind, string>> = {
  reported: "reported to the police",
  arrested: "arrested",
  interviewed: "interviewed under caution",
  released: "released, with no bail",
  bailed: "released on bail",
  "bail-changed": "bail changed or ended",
  charged: "charged",
  "not-charged": "decided not to charge",
  "not-investigated": "decided not to investigate",
};

/**
 * Writes what took place of which the person is told in time (docs/formats/clock.md): its clock runs from the day on which it took place, not
 * from when it is typed.
 */
export function CodeEventWrite({ at, page, reason, now, again }: CasePartProps): ReactElement {
  const [event, setEvent] = useState("");
  const [when, setWhen] = useState("");
  const [says, setSays] = useDraft(at, `code event ${page.case}`);
  const [fault, setFault] = useState("");
  const { came, write } = useCommand(at, page, reason, again);
  const save = async (): Promise<void> => {
    if (event === "") return setFault("Say what took place.");
    const happened = happenedAt(when);
    if (when !== "" && happened === undefined) return setFault("That minute is on no clock here. Write another.");
    setFault("");
    const more = { ...(happened === undefined ? {} : { happened }), ...(says.trim() === "" ? {} : { says: says.trim() }) };
    if (!(await write("code-events", { event, ...more }))) return;
    setEvent("");
    setWhen("");
    setSays("");
  };
  return (
    <fieldset className="add-line">
      <legend>Something took place that the person is told of in time</legend>
      <label>
        <span>What took place</span>
        <select value={event} onChange={(changed) => setEvent(changed.target.value)}>
          <option value="">choose one</option>
          {victimCodeEvents.map((one) => (
            <option key={one} value={one}>
              {codeEventInWords[one]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>When it took place; left empty: now</span>
        <input type="datetime-local" value={when} onChange={(changed) => setWhen(changed.target.value)} />
      </label>
      <label className="field">
        <span>In words, if there are any: conditions, the next date</span>
        <input type="text" autoComplete="off" maxLength={4_000} value={says} onChange={(changed) => setSays(changed.target.value)} />
      </label>
      {fault !== "" && (
        <p className="mind bold" role="alert">
          {fault}
        </p>
      )}
      {came && <Hindrance answer={came} now={now} again={again} />}
      <p className="actions">
        <button type="button" className="first-button" onClick={() => void save()}>
          Write what took place
        </button>
        <span className="second-words">then the time runs in which the person is told</span>
      </p>
    </fieldset>
  );
}

/** A minute on the desk's clock as an event has it; of the hour that comes twice the first. Undefined where no clock showed it. */
export function happenedAt(written: string): string | undefined {
  const minute = parseStatedMinute(written);
  if (minute === undefined || !isOnTheWall(minute, zone)) return undefined;
  const read = whenFromWall(written, { ...minute, second: 0 }, zone);
  return read && instantToIso(read.when.earliest);
}

/** Says which rights of the Code the person has: its times go by them. */
export function RightsWrite({ at, page, reason, now, again }: CasePartProps): ReactElement {
  const [status, setStatus] = useState("");
  const [words, setWords] = useDraft(at, `rights ${page.case}`);
  const [fault, setFault] = useState("");
  const { came, write } = useCommand(at, page, reason, again);
  const save = async (): Promise<void> => {
    if (status === "" || words.trim() === "") return setFault("Say which rights, and why, in words that another can check.");
    setFault("");
    if (!(await write("status", { status, words: words.trim() }))) return;
    setStatus("");
    setWords("");
  };
  return (
    <fieldset className="add-line">
      <legend>Rights of the Victims’ Code: {page.status.status === "enhanced" ? "enhanced" : "standard"}</legend>
      <p className="second-words">
        {page.status.reason ?? "By default: a persistent campaign has enhanced rights, unless somebody decides otherwise."}
      </p>
      <label>
        <span>Other rights</span>
        <select value={status} onChange={(event) => setStatus(event.target.value)}>
          <option value="">choose one</option>
          <option value="enhanced">enhanced</option>
          <option value="standard">standard</option>
        </select>
      </label>
      <label className="field">
        <span>Your reason, in words</span>
        <input type="text" autoComplete="off" maxLength={4_000} value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      {fault !== "" && (
        <p className="mind bold" role="alert">
          {fault}
        </p>
      )}
      {came && <Hindrance answer={came} now={now} again={again} />}
      <p className="actions">
        <button type="button" className="second-button" onClick={() => void save()}>
          Write which rights
        </button>
      </p>
    </fieldset>
  );
}
