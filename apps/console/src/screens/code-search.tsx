import { type ReactElement, useState } from "react";
import { sayNumber } from "@unmask/words";
import { type CodeRow, type RecordingHelp, recordingAnswer } from "../desk/recording-help.ts";
import { Hindrance } from "../parts/hindrance.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useTold } from "../parts/use-told.ts";
import type { CasePartProps } from "./case-part.ts";

/** Milliseconds without a letter before the table is asked. */
const pauseMs = 300;

/** Looks for a row in the force's own table by its words; a row is taken as it stands there, or the code stays open. */
export function CodeSearch({
  at,
  page,
  reason,
  now,
  of,
  table,
  choose,
}: CasePartProps & {
  /** The offence that the code is for. */
  readonly of: string;
  readonly table: NonNullable<RecordingHelp["table"]>;
  /** Undefined: it stays open. */
  readonly choose: (row: CodeRow | undefined) => void;
}): ReactElement {
  const [words, setWords] = useState("");
  const path = `cases/${page.case}/recording?words=${encodeURIComponent(words.trim())}`;
  const { answer, again } = useAnswer(
    path,
    words.trim() === "" ? undefined : () => at.world.desk.get(path, recordingAnswer, reason),
    pauseMs,
  );
  useTold(at, answer);
  const found = answer?.came === "value" ? answer.value : undefined;
  return (
    <section className="code-search" aria-label={`Code for ${of}`}>
      <label className="field">
        <span>
          Code for: {of} <span className="second-words">{table.name}, the force’s own table</span>
        </span>
        <input
          type="search"
          autoComplete="off"
          maxLength={200}
          placeholder="words or a code, as the table has them"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <p className="second-words" role="status">
        {found
          ? `${sayNumber(found.rowsInAll)} of ${sayNumber(table.rows)} rows`
          : words.trim() === ""
            ? `${sayNumber(table.rows)} rows`
            : "Looking."}
      </p>
      {answer && answer.came !== "value" && <Hindrance answer={answer} now={now} again={again} />}
      <ul className="code-rows">
        {found?.rows.map((row) => (
          <li key={row.row}>
            <button type="button" className="in-line" onClick={() => choose(row)}>
              <span className="second-words">row {sayNumber(row.row)}</span> {row.says}
              {row.code === undefined ? <span className="second-words"> no code in it</span> : <b> {row.code}</b>}
            </button>
          </li>
        ))}
      </ul>
      {found && found.rowsInAll > found.rows.length && <p className="second-words">More words make it fewer.</p>}
      <p>
        <button type="button" className="in-line" onClick={() => choose(undefined)}>
          Leave its code open
        </button>
      </p>
    </section>
  );
}
