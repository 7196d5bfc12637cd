import { type ReactElement, useState } from "react";
import { type DipFinding, dipFindingInWords, dipFindings, longestDipWords } from "@unmask/case";
import { type Instant, instantToIso } from "@unmask/core";
import { sayNumber } from "@unmask/words";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import { type LogEntry, justLog } from "../desk/log-entry.ts";
import { type DipDraw, type DipDrawn, drawn as drawnAnswer } from "../desk/supervision.ts";
import { sayCivilDay } from "../parts/civil-day.ts";
import { DecisionForm } from "../parts/decision-form.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { sayWhen } from "../parts/say-when.ts";
import { useDraft } from "../parts/use-draft.ts";
import { placeOfNumber, sayChecked } from "./supervision-words.ts";

const drawKey = { name: "draw", presses: ["d"], cap: "D" };

interface DipProps {
  readonly at: AtDesk;
  readonly now: Instant;
  readonly again: () => void;
}

/** Samples drawn by lot, to be read: the newest open, those before it below. */
export function SupervisionDips({
  draws,
  isDrawing,
  setDrawing,
  ...props
}: DipProps & {
  readonly draws: readonly DipDraw[];
  readonly isDrawing: boolean;
  readonly setDrawing: (is: boolean) => void;
}): ReactElement {
  const [newest, ...before] = draws;
  return (
    <section>
      <h2 className="panel-head">
        <span>Dip check</span>
        <button type="button" className="in-line" onClick={() => setDrawing(!isDrawing)} aria-expanded={isDrawing} aria-keyshortcuts="D">
          {newest === undefined ? "Draw" : "Draw again"} <KeyCap of={drawKey} />
        </button>
      </h2>
      {isDrawing && <Draw {...props} done={() => setDrawing(false)} />}
      {newest === undefined ? (
        <p className="second-words">
          Nothing was drawn yet. Ten of what was closed or decided are drawn by lot, so that nobody chooses what is read.
        </p>
      ) : (
        <OneDraw {...props} draw={newest} />
      )}
      {before.map((one) => (
        <details key={one.number}>
          <summary>
            Draw {one.number}, {sayWhen(one.at, props.now)}, {one.by}
          </summary>
          <OneDraw {...props} draw={one} />
        </details>
      ))}
    </section>
  );
}

function Draw({ at, now, again, done }: DipProps & { readonly done: () => void }): ReactElement {
  const [from, setFrom] = useState(`${instantToIso(now).slice(0, 8)}01`);
  const [came, setCame] = useState<Answer<{ readonly number: number; readonly log: LogEntry }> | undefined>(undefined);
  const draw = async (): Promise<void> => {
    const sent = await at.world.desk.post("supervision/draws", { from }, drawnAnswer);
    setCame(sent);
    if (sent.came !== "value") return;
    at.tellLog(sent.value.log);
    done();
    again();
  };
  return (
    <form
      className="given-note"
      onSubmit={(event) => {
        event.preventDefault();
        void draw();
      }}
    >
      <label className="field">
        <span>Closed or decided since</span>
        <input type="date" required value={from} onChange={(event) => setFrom(event.target.value)} />
      </label>
      <p className="second-words">The machine makes the seed. Every draw stands here and in the log; none takes the place of another.</p>
      {came && <Hindrance answer={came} now={now} again={again} />}
      <p className="actions">
        <button type="submit" className="first-button">
          Draw ten
        </button>
      </p>
    </form>
  );
}

function OneDraw({ draw, ...props }: DipProps & { readonly draw: DipDraw }): ReactElement {
  const { seed, rule, from, numbers, drawn, by, at, number } = draw;
  return (
    <>
      <p>
        {sayNumber(drawn.length)} of {sayNumber(numbers.length)} closed or decided since {sayCivilDay(from)}, drawn by lot{" "}
        {sayWhen(at, props.now)} by {by}. Seed <span className="mono">{seed}</span>, rule {rule}.
      </p>
      <p>
        <b>{sayChecked(draw)}</b>
      </p>
      <ul className="lines dip-lines">
        {drawn.map((one) => (
          <Drawn key={one.id} {...props} draw={number} one={one} />
        ))}
      </ul>
      <details>
        <summary>Draw the same again</summary>
        <p className="second-words">
          Each of these numbers is hashed with the seed, and the ten lowest hashes are the draw. With numbers.txt, one number a line:
        </p>
        <p className="mono">
          {`while read -r n; do printf '${rule}\\n${seed}\\n%s\\n' "$n" | sha256sum | cut -c1-64 | sed "s/$/ $n/"; done < numbers.txt | sort | head -10`}
        </p>
        <p className="mono">{numbers.join(" ")}</p>
      </details>
    </>
  );
}

function Drawn({ at, now, again, draw, one }: DipProps & { readonly draw: number; readonly one: DipDrawn }): ReactElement {
  const { id, whyNot, checks } = one;
  const [isOpen, setOpen] = useState(false);
  const called = id.startsWith("R-") ? id : `Case ${id}`;
  return (
    <li>
      <span>
        {whyNot === "not-on-case" ? (
          called
        ) : (
          <PlaceLink way={at.way} to={placeOfNumber(id)}>
            {called}
          </PlaceLink>
        )}
      </span>
      <div>
        {checks.map(({ found, says, by, at: when }) => (
          <p key={`${when} ${by}`}>
            {dipFindingInWords[found]}
            {says !== "" && `: “${says}”`}{" "}
            <span className="second-words">
              {by}, {sayWhen(when, now)}
            </span>
          </p>
        ))}
        {whyNot !== null ? (
          <p className="second-words">
            {whyNot === "own" ? "You decided or closed it, so another checks it" : "You are not on its case: whoever is on it checks it"}
          </p>
        ) : isOpen ? (
          <Check at={at} now={now} again={again} draw={draw} id={id} done={() => setOpen(false)} />
        ) : (
          <button type="button" className="in-line" onClick={() => setOpen(true)}>
            {checks.length === 0 ? "Write what it came to" : "Write another check"}
            <span className="unseen">, {called}</span>
          </button>
        )}
      </div>
    </li>
  );
}

function Check({
  at,
  now,
  again,
  draw,
  id,
  done,
}: DipProps & { readonly draw: number; readonly id: string; readonly done: () => void }): ReactElement {
  const [found, setFound] = useState<DipFinding | undefined>(undefined);
  const [words, setWords] = useDraft(at, `dip ${draw} ${id}`);
  const [fault, setFault] = useState("");
  const [came, setCame] = useState<Answer<LogEntry> | undefined>(undefined);
  const write = async (): Promise<void> => {
    const says = words.trim().replaceAll(/\s+/g, " ");
    if (found === undefined) return setFault("Choose.");
    if (found !== "nothing" && says === "") return setFault("Say what you found.");
    setFault("");
    const path = `${id.startsWith("R-") ? "reports" : "cases"}/${id}/dip-check`;
    const sent = await at.world.desk.post(path, { draw, found, says }, justLog);
    setCame(sent);
    if (sent.came !== "value") return;
    at.drafts.delete(`dip ${draw} ${id}`);
    at.tellLog(sent.value);
    done();
    again();
  };
  return (
    <DecisionForm
      legend={`What ${id} came to`}
      options={dipFindings.map((value) => ({ value, says: dipFindingInWords[value] }))}
      chosen={found}
      choose={setFound}
      {...{ fault, words, setWords }}
      asks="In one line"
      rows={2}
      longest={longestDipWords}
      told={came && <Hindrance answer={came} now={now} again={again} />}
      verb="Write it"
      write={write}
    />
  );
}
