import { type ReactElement, useState } from "react";
import { type VictimCodeEventKind, instantToIso, isOnTheWall, parseStatedMinute, victimCodeEvents, whenFromWall } from "@unmask/core";
import { zone } from "../parts/say-when.ts";
import { useDraft } from "../parts/use-draft.ts";
import { ChooseField, WordsField, WriteForm } from "../parts/write-form.tsx";
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
  "out-of-court": "dealt with out of court",
  "not-investigated": "decided not to investigate",
};

/**
 * Writes what took place of which the person is told in time (docs/formats/clock.md): its clock runs from the day on which it took place, not
 * from when it is typed.
 */
export function CodeEventWrite(parts: CasePartProps): ReactElement {
  const { at, page } = parts;
  const [event, setEvent] = useState("");
  const [when, setWhen] = useState("");
  const [says, setSays] = useDraft(at, `code event ${page.case}`);
  return (
    <WriteForm
      parts={parts}
      legend="Something took place that the person is told of in time"
      draft={() => {
        if (event === "") return { lacks: "Say what took place." };
        const happened = happenedAt(when);
        if (when !== "" && happened === undefined) return { lacks: "That minute is on no clock here. Write another." };
        const more = { ...(happened === undefined ? {} : { happened }), ...(says.trim() === "" ? {} : { says: says.trim() }) };
        return { path: "code-events", body: { event, ...more } };
      }}
      done={() => {
        for (const empty of [setEvent, setWhen, setSays]) empty("");
      }}
      button="Write what took place"
      more="then the time runs in which the person is told"
    >
      <ChooseField
        says="What took place"
        options={victimCodeEvents.map((value) => ({ value, says: codeEventInWords[value] }))}
        value={event}
        set={setEvent}
      />
      <label className="field">
        <span>When it took place; left empty: now</span>
        <input type="datetime-local" value={when} onChange={(changed) => setWhen(changed.target.value)} />
      </label>
      <WordsField says="In words, if there are any: conditions, the next date" value={says} set={setSays} />
    </WriteForm>
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
export function RightsWrite(parts: CasePartProps): ReactElement {
  const { at, page } = parts;
  const [status, setStatus] = useState("");
  const [words, setWords] = useDraft(at, `rights ${page.case}`);
  return (
    <WriteForm
      parts={parts}
      legend={`Rights of the Victims’ Code: ${page.status.status === "enhanced" ? "enhanced" : "standard"}`}
      draft={() =>
        status === "" || words.trim() === ""
          ? { lacks: "Say which rights, and why, in words that another can check." }
          : { path: "status", body: { status, words: words.trim() } }
      }
      done={() => {
        setStatus("");
        setWords("");
      }}
      button="Write which rights"
      isSecond
    >
      <p className="second-words">
        {page.status.reason ?? "By default: a persistent campaign has enhanced rights, unless somebody decides otherwise."}
      </p>
      <ChooseField
        says="Other rights"
        options={[
          { value: "enhanced", says: "enhanced" },
          { value: "standard", says: "standard" },
        ]}
        value={status}
        set={setStatus}
      />
      <WordsField says="Your reason, in words" value={words} set={setWords} />
    </WriteForm>
  );
}
