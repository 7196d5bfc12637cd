import { type ReactElement, useId, useState } from "react";
import { type Instant, type JurisdictionCode, civilFromDays, civilToIso, dayIn } from "@unmask/core";
import { sayClock } from "@unmask/words";
import { type WrittenFile, interimOf, readWrittenFile } from "../desk/due-file.ts";
import { Lack } from "../parts/lack.tsx";
import { zone } from "../parts/say-when.ts";
import { Segments } from "../parts/segments.tsx";
import { DueEvents } from "./when-due-events.tsx";
import { instantInLondon } from "./when-due-event.ts";

/** A year has four digits; a browser without this takes six, and two days run into one. */
const lastDay = "9999-12-31";

/** A file of docs/formats/duties.md holds 1 MiB of letters at most, of up to four bytes each: a larger one is not read, since it could hold the page up. */
const mostBytes = 4 * 1024 * 1024;

const places: readonly { readonly value: JurisdictionCode; readonly says: string }[] = [
  { value: "EW", says: "England, Wales" },
  { value: "NI", says: "N. Ireland" },
  { value: "SCO", says: "Scotland" },
];

/** What is told about an order: where it was made, its days, and what happened. */
export function DueOrder({
  file,
  setFile,
  at,
  setAt,
  now,
}: {
  readonly file: WrittenFile;
  readonly setFile: (file: WrittenFile) => void;
  readonly at: Instant;
  readonly setAt: (at: Instant) => void;
  readonly now: () => Instant;
}): ReactElement {
  const interim = interimOf(file);
  const change = (changed: Partial<WrittenFile>): void => setFile({ ...file, ...changed });
  return (
    <section className="due-order" aria-label="The order, and what happened">
      <h2>Where the order was made</h2>
      <Segments
        legend="Where the order was made"
        options={places}
        chosen={file.jurisdiction}
        choose={(jurisdiction) => change({ jurisdiction })}
      />
      {file.jurisdiction !== "SCO" && (
        <>
          <h2>The order</h2>
          <Segments
            legend="Kind of order"
            options={[
              { value: "full", says: "Full" },
              { value: "interim", says: "Interim" },
            ]}
            chosen={file.kind}
            choose={(kind) => change({ kind })}
          />
          <Day says="Made" value={file.made} set={(made) => change({ made })} />
          <Day says="Last day" more="blank: until further order" value={file.until} set={(until) => change({ until })} />
          {file.jurisdiction === "NI" && <Day says="In force from" value={file.inForce} set={(inForce) => change({ inForce })} />}
          {file.kind === "full" && (
            <label className="tick">
              <input
                type="checkbox"
                checked={interim !== null}
                onChange={(event) => change({ interim: event.target.checked ? { made: file.made, until: "" } : null })}
              />
              <span>It replaces an interim order</span>
            </label>
          )}
          {interim !== null && (
            <>
              <Day says="Interim made" value={interim.made} set={(made) => change({ interim: { ...interim, made } })} />
              <Day
                says="Its last day"
                more="blank: until the full order"
                value={interim.until}
                set={(until) => change({ interim: { ...interim, until } })}
              />
            </>
          )}
          <DueEvents file={file} setFile={setFile} />
          <WorkedOutFor {...{ at, setAt, now }} />
        </>
      )}
      <OpenFile setFile={setFile} />
      <p className="second-words">Type no names: letters do. Close the page and it is gone.</p>
    </section>
  );
}

function Day({
  says,
  more,
  value,
  set,
}: {
  readonly says: string;
  readonly more?: string;
  readonly value: string;
  readonly set: (value: string) => void;
}): ReactElement {
  return (
    <label className="due-field">
      <span>{says}</span>
      <input type="date" max={lastDay} value={value} autoComplete="off" onChange={(event) => set(event.target.value)} />
      {more !== undefined && <span className="second-words">{more}</span>}
    </label>
  );
}

/** The instant for which it is worked out, as London's clock shows it. */
function WorkedOutFor({
  at,
  setAt,
  now,
}: {
  readonly at: Instant;
  readonly setAt: (at: Instant) => void;
  readonly now: () => Instant;
}): ReactElement {
  const shown = { day: civilToIso(civilFromDays(dayIn(zone, at))), minute: sayClock(at, zone).slice(0, 5) };
  const [typed, setTyped] = useState(shown);
  const [fault, setFault] = useState("");
  const take = (next: typeof typed): void => {
    setTyped(next);
    const instant = instantInLondon(next.day, next.minute);
    setFault(instant.ok ? "" : `${instant.error} It is still worked out for the time before.`);
    if (instant.ok) setAt(instant.value);
  };
  const takeNow = (): void => {
    const instant = now();
    take({ day: civilToIso(civilFromDays(dayIn(zone, instant))), minute: sayClock(instant, zone).slice(0, 5) });
  };
  return (
    <>
      <h2>Worked out for</h2>
      <label className="due-field">
        <span>Day</span>
        <input
          type="date"
          max={lastDay}
          value={typed.day}
          autoComplete="off"
          onChange={(event) => take({ ...typed, day: event.target.value })}
        />
      </label>
      <label className="due-field">
        <span>Hour in London</span>
        <input type="time" value={typed.minute} autoComplete="off" onChange={(event) => take({ ...typed, minute: event.target.value })} />
      </label>
      <Lack says={fault} />
      <p className="actions">
        <button type="button" className="second-button" onClick={takeNow}>
          Now
        </button>
      </p>
    </>
  );
}

/** A file that was saved here, or written for the command. It is read in this page and goes nowhere. */
function OpenFile({ setFile }: { readonly setFile: (file: WrittenFile) => void }): ReactElement {
  const [came, setCame] = useState<{ readonly isMind: boolean; readonly says: string }>({ isMind: false, says: "" });
  const hint = useId();
  const open = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    const text = await textOf(chosen);
    if (text === undefined) return setCame({ isMind: true, says: "It is no text in UTF-8, or it is too long. What stood here stays." });
    const read = readWrittenFile(text);
    if (!read.ok) return setCame({ isMind: true, says: `Not opened: ${read.error}. What stood here stays; the command ends with 2 here.` });
    setFile(read.value);
    setCame({ isMind: false, says: "Opened. It was read in this page and sent nowhere." });
  };
  return (
    <>
      <h2>A file</h2>
      <label className="due-file">
        <span className="unseen">Open a file</span>
        <input
          type="file"
          accept=".json,application/json"
          aria-describedby={hint}
          onChange={(event) => {
            const { currentTarget: input } = event;
            // The same file can be chosen again when it was mended.
            void open(input.files?.[0]).then(() => {
              input.value = "";
            });
          }}
        />
      </label>
      <p className="second-words" id={hint}>
        The file that <span className="mono">unmask duties</span> reads. Opening one replaces what stands here.
      </p>
      <p role="status" className={came.isMind ? "mind" : "second-words"}>
        {came.says}
      </p>
    </>
  );
}

/** The letters of a file; undefined where it is not UTF-8, or far too long. */
async function textOf(chosen: File): Promise<string | undefined> {
  if (chosen.size > mostBytes) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await chosen.arrayBuffer());
  } catch {
    return undefined;
  }
}
