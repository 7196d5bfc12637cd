import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import { longestUpdate } from "@unmask/case";
import { sayCount, sayNumber } from "@unmask/words";
import type { Answer } from "../desk/answer.ts";
import { justLog } from "../desk/log-entry.ts";
import type { Noted } from "../desk/noted.ts";
import { type UpdateNotice, type UpdatePreview, isReadThrough, updatePreview } from "../desk/update-preview.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { Facts } from "../parts/facts.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { useDraft } from "../parts/use-draft.ts";
import type { CasePage } from "../desk/case-page.ts";
import type { CasePartProps } from "./case-part.ts";
import { AttemptLines } from "./noted-lines.tsx";

/** How many attempts stand before the way by which the person is told: who answered there last. */
const attemptsBeforeNotice = 2;

/** Writing to the person: read through first, shown as it will be read, and only then sealed and put in the mailbox. It cannot be taken back. */
export function CaseWrite({ at, page, reason, now, again }: CasePartProps): ReactElement | null {
  const [chosen, choose] = useState(whoseByItself(page));
  const box = page.mailboxes.find((one) => one.report === chosen);
  const [says, setSays] = useDraft(at, `update ${page.case}`);
  const [nextBy, setNextBy] = useState("");
  const [preview, setPreview] = useState<UpdatePreview | undefined>(undefined);
  /** What was read through, as it was typed. */
  const [read, setRead] = useState("");
  const [came, setCame] = useState<Answer<unknown> | undefined>(undefined);
  const open = page.updates.filter(
    ({ of, from, asks, answered, report = chosen }) =>
      of === page.case && report === chosen && from === "her" && asks && answered === undefined,
  );
  // What the case tells is written in the case; to one that is only read as one with it words alone go.
  const untold = box?.isInCase === true ? page.codeEvents.filter(({ told }) => told === undefined) : [];
  const [ticked, tick] = useState<readonly number[]>([]);
  const toggle = (number: number): void => {
    tick((before) => (before.includes(number) ? before.filter((one) => one !== number) : [...before, number]));
    setPreview(undefined);
  };
  const numbers = (all: readonly { readonly number: number }[]): readonly number[] =>
    all.flatMap(({ number }) => (ticked.includes(number) ? [number] : []));
  const body = {
    saw: box?.saw ?? page.saw,
    ...(box?.isInCase === false ? { to: box.report } : {}),
    says: says.trim(),
    tells: numbers(untold),
    answers: numbers(open),
    ...(nextBy === "" ? {} : { nextBy }),
    reason,
  };
  const by = box?.isInCase === false ? page.reports.at(-1)?.report : box?.report;
  const path = by === undefined ? undefined : `reports/${by}/updates`;
  const more = body.says.length - longestUpdate;
  const readThrough = async (): Promise<void> => {
    if (path === undefined || body.says === "" || more > 0) return;
    const answer = await at.world.desk.post(`${path}/preview`, body, updatePreview);
    setCame(answer);
    if (answer.came !== "value") return;
    at.tellLog(answer.value.log);
    setRead(body.says);
    setPreview(answer.value);
  };
  const send = async (): Promise<void> => {
    if (path === undefined || !isReadThrough(body.says, read, preview)) return readThrough();
    const answer = await at.world.desk.post(path, body, justLog);
    setCame(answer);
    if (answer.came !== "value") return;
    at.tellLog(answer.value);
    setSays("");
    setPreview(undefined);
    tick([]);
    again();
  };
  useKeys([
    {
      name: "write",
      presses: ["Control+Enter"],
      cap: "⌃↵",
      says: preview ? "seal and send" : "read through",
      isInBar: true,
      run: () => void send(),
    },
  ]);
  if (page.mailboxes.length === 0) return null;
  return (
    <>
      <h2>Write to the person</h2>
      <label className="field">
        <span>To the mailbox of</span>
        <select
          value={chosen}
          onChange={(event) => {
            choose(event.target.value);
            setPreview(undefined);
            tick([]);
          }}
        >
          <option value="">Choose whose: each has their own</option>
          {page.mailboxes.map(({ report, says: whose }) => (
            <option key={report} value={report}>
              {report}, {whose}
            </option>
          ))}
        </select>
      </label>
      {box === undefined && <p className="second-words">Nothing is read through or sent until you say whose mailbox it goes to.</p>}
      <textarea
        className="said"
        rows={7}
        aria-label="Words to the person"
        aria-describedby="words-left"
        value={says}
        onChange={(event) => {
          setSays(event.target.value);
          setPreview(undefined);
        }}
      />
      <p id="words-left" className={more > 0 ? "mind bold" : "second-words"}>
        {more > 0 ? `${sayCount(more, "character")} too many.` : `${sayNumber(-more)} of ${sayCount(longestUpdate, "character")} left.`}{" "}
        {/* The same words at every further key: they are said once. */}
        <span role="alert">{more > 0 && "One message does not hold it: say it shorter, or in two."}</span>
      </p>
      {untold.map(({ number, event, says: what }) => (
        <Tick key={number} says={`It tells: ${what ?? event}`} isOn={ticked.includes(number)} toggle={() => toggle(number)} />
      ))}
      {open.map(({ number, says: what }) => (
        <Tick key={number} says={`It answers: “${what}”`} isOn={ticked.includes(number)} toggle={() => toggle(number)} />
      ))}
      <label className="field">
        <span>I write again by</span>
        <input
          type="date"
          value={nextBy}
          onChange={(event) => {
            setNextBy(event.target.value);
            setPreview(undefined);
          }}
        />
      </label>
      {came && <Hindrance answer={came} now={now} again={again} />}
      {preview && <ReadThrough preview={preview} noted={page.noted} now={now} />}
      <p className="actions">
        {preview && !preview.goes ? (
          <span className="dashed">Seal and put in the box: this report came without a mailbox. Reach the person in the safe way.</span>
        ) : (
          <button type="button" className="first-button" onClick={() => void send()}>
            {preview ? "Seal and put in the box" : "Read it through first"}{" "}
            <KeyCap of={{ name: "write", presses: ["Control+Enter"], cap: "⌃↵" }} />
          </button>
        )}
        {preview && <span className="second-words">cannot be taken back; a second can correct it</span>}
      </p>
    </>
  );
}

/** Whose it is where only one can be meant: the only mailbox there is, or that of the only one who waits for an answer; else whoever writes says it. */
function whoseByItself({ mailboxes, first }: Pick<CasePage, "mailboxes" | "first">): string {
  const waiting = [...new Set(first.unanswered.map(({ report }) => report))];
  const meant = waiting.length === 0 ? mailboxes.map(({ report }) => report) : waiting;
  return meant.length === 1 ? (meant[0] ?? "") : "";
}

function Tick({ says, isOn, toggle }: { readonly says: string; readonly isOn: boolean; readonly toggle: () => void }): ReactElement {
  return (
    <label className="tick">
      <input type="checkbox" checked={isOn} onChange={toggle} /> <span>{says}</span>
    </label>
  );
}

const verdictInWords = { fits: "✓ fits", mind: "! mind", ask: "? your answer" } as const;

interface ReadThroughParts {
  readonly preview: UpdatePreview;
  readonly noted: Noted;
  readonly now: Instant;
}

function ReadThrough({ preview, noted, now }: ReadThroughParts): ReactElement {
  return (
    <div className="two-sides">
      <section aria-label="Read through before it goes">
        <h3>Read through before it goes</h3>
        <p>
          It goes to the mailbox of{" "}
          <b>
            {preview.to.report}, {preview.to.says}
          </b>
          {preview.to.by === undefined
            ? ", and to nobody else."
            : `, by way of ${preview.to.by}, which can read it: by its letter that force handed the report on. It can be an hour on its way.`}
        </p>
        <ul className="lines checked">
          {preview.checks.map(({ id, looks, found, verdict }) => (
            <li key={id}>
              <span className={verdict === "mind" ? "bold mind" : ""}>{verdictInWords[verdict]}</span>
              <span>
                {looks}
                <span className={verdict === "fits" ? "line second" : "line second bold"}>{found}</span>
              </span>
            </li>
          ))}
        </ul>
        <h3>Then tell them that something is there</h3>
        {noted.attempts.length > 0 && <AttemptLines noted={noted} now={now} most={attemptsBeforeNotice} />}
        <NoticeWords notice={preview.notice} />
        <Facts facts={preview.reach} />
      </section>
      <section className="as-read" aria-label="What will be read">
        <h3>What will be read</h3>
        <p className="account-words">{preview.reads}</p>
      </section>
    </div>
  );
}

function NoticeWords({ notice }: { readonly notice: UpdateNotice }): ReactElement {
  if (!notice.goes) return <p>{notice.why}</p>;
  return (
    <p>
      {notice.channel} to <b>{notice.address}</b>: “{notice.says}”, and nothing else. {notice.hours}
    </p>
  );
}
