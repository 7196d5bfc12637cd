import { type ReactElement, useRef, useState } from "react";
import { type RegisterEventKind, registerEventKinds } from "@unmask/case";
import { type WrittenEvent, type WrittenFile, interimOf, withEvent } from "../desk/due-file.ts";
import { sayCivilDay } from "../parts/civil-day.ts";
import { Lack } from "../parts/lack.tsx";
import { sayNow } from "../parts/say-when.ts";
import { instantFromIso } from "@unmask/core";
import { WrittenFieldRow } from "../parts/written-field-row.tsx";
import { type WrittenValues, bodyOf, fieldsAsked } from "../parts/written-fields.ts";
import { answersOfEvent, eventOfAnswers, fieldsOfEvent, kindsInWords, sayDetails } from "./when-due-event.ts";

/** An event that is being filled in: a new one, or one of the list. */
interface Filling {
  readonly kind: RegisterEventKind;
  /** Its place in the list; absent: it is new. */
  readonly place?: number;
}

/** What happened, in any order: each can be changed and taken out, and what cannot be is not taken. */
export function DueEvents({ file, setFile }: { readonly file: WrittenFile; readonly setFile: (file: WrittenFile) => void }): ReactElement {
  const [filling, fill] = useState<Filling | undefined>(undefined);
  const adding = useRef<HTMLSelectElement>(null);
  const hasInterim = interimOf(file) !== null;
  const rows = file.events.map((event, place) => ({ event, place }));
  const takeOut = (place: number): void => {
    setFile({ ...file, events: file.events.filter((_, i) => i !== place) });
    fill(undefined);
    adding.current?.focus();
  };
  const close = (): void => {
    fill(undefined);
    adding.current?.focus();
  };
  const list = (says: string, shown: typeof rows): ReactElement => (
    <ol className="due-events" aria-label={says}>
      {shown.map(({ event, place }) => (
        <EventRow key={place} event={event} change={() => fill({ kind: event.kind, place })} takeOut={() => takeOut(place)} />
      ))}
    </ol>
  );
  return (
    <>
      <h2>What happened, in any order</h2>
      {hasInterim && <p className="third-words">Under the interim order</p>}
      {hasInterim &&
        list(
          "Under the interim order",
          rows.filter(({ event }) => event.isOfInterim),
        )}
      {hasInterim && <p className="third-words">Under the full order</p>}
      {list(
        "What happened",
        rows.filter(({ event }) => !hasInterim || !event.isOfInterim),
      )}
      {filling !== undefined && <EventForm key={`${filling.kind} ${filling.place ?? "new"}`} {...{ file, setFile, filling, close }} />}
      <label className="due-field">
        <span>Add</span>
        <select
          ref={adding}
          value={filling !== undefined && filling.place === undefined ? filling.kind : ""}
          onChange={(event) => {
            const kind = registerEventKinds.find((one) => one === event.target.value);
            fill(kind === undefined ? undefined : { kind });
          }}
        >
          <option value="">choose what happened</option>
          {registerEventKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindsInWords[kind]}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

function EventRow({
  event,
  change,
  takeOut,
}: {
  readonly event: WrittenEvent;
  readonly change: () => void;
  readonly takeOut: () => void;
}): ReactElement {
  const instant = event.at === undefined ? undefined : instantFromIso(event.at);
  const what = `${kindsInWords[event.kind]}, ${instant === undefined ? sayCivilDay(event.day) : sayNow(instant)}`;
  const details = sayDetails(event);
  return (
    <li>
      <span>
        {what}
        {details !== "" && <span className="line second">{details}</span>}
      </span>
      <button type="button" className="in-line" aria-label={`Change: ${what}`} onClick={change}>
        change
      </button>
      <button type="button" className="in-line" aria-label={`Take out: ${what}`} onClick={takeOut}>
        take out
      </button>
    </li>
  );
}

function EventForm({
  file,
  setFile,
  filling: { kind, place },
  close,
}: {
  readonly file: WrittenFile;
  readonly setFile: (file: WrittenFile) => void;
  readonly filling: Filling;
  readonly close: () => void;
}): ReactElement {
  const before = place === undefined ? undefined : file.events[place];
  const [values, setValues] = useState<WrittenValues>(before === undefined ? {} : answersOfEvent(before));
  const [fault, setFault] = useState("");
  const fields = fieldsOfEvent(kind, interimOf(file) !== null);
  const take = (): void => {
    const body = bodyOf(fields, values);
    if (!body.ok) return setFault(body.error);
    const event = eventOfAnswers(kind, values, file.made);
    if (!event.ok) return setFault(event.error);
    const next = withEvent(file, event.value, place);
    if (!next.ok) return setFault(`Not taken. ${next.error}`);
    setFile(next.value);
    close();
  };
  return (
    <form
      className="add-line"
      aria-label={place === undefined ? `Add: ${kindsInWords[kind]}` : `Change: ${kindsInWords[kind]}`}
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      {fieldsAsked(fields, values).map((field, i) => (
        <WrittenFieldRow
          key={field.key}
          {...{ field, isFirst: i === 0, value: values[field.key] ?? "" }}
          set={(key, text) => setValues((earlier) => ({ ...earlier, [key]: text }))}
        />
      ))}
      <Lack says={fault} />
      <p className="actions">
        <button type="submit" className="first-button">
          {place === undefined ? "Add it" : "Change it"}
        </button>
        <button type="button" className="second-button" onClick={close}>
          Not now
        </button>
      </p>
    </form>
  );
}
