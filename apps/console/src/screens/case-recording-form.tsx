import { sectionOfLimbs } from "@unmask/law";
import { type ReactElement, useState } from "react";
import type { PartnerAnswer } from "../desk/case-recording.ts";
import type { RecordingHelp } from "../desk/recording-help.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { Lack } from "../parts/lack.tsx";
import { Segments } from "../parts/segments.tsx";
import { useCommand } from "../parts/use-command.ts";
import type { CasePartProps } from "./case-part.ts";
import { CodeSearch } from "./code-search.tsx";
import {
  type RecordingDraft,
  asksHarassmentOnly,
  bodyOf,
  draftOf,
  isStalking,
  otherOffence,
  sayCode,
  sayOpen,
  withCode,
  withOffence,
  withPrincipal,
  withoutOffence,
} from "./recording-draft.ts";

const limbOptions = [
  { value: "fits", says: "Fits" },
  { value: "not", says: "Does not" },
  { value: "not-known", says: "Not known" },
] as const;

/** What goes to the crime system: a principal, what is included, what is joined, each with a code of the force's own table or open. */
export function CaseRecordingForm({
  help,
  formerPartner,
  ...parts
}: CasePartProps & { readonly help: RecordingHelp; readonly formerPartner: PartnerAnswer | undefined }): ReactElement {
  const { at, page, reason, now, again } = parts;
  const [written, setDraft] = useState<RecordingDraft>(() => draftOf(help, page.recording?.offence));
  const draft = { ...written, ...(formerPartner !== undefined && { formerPartner }) };
  const [coded, setCoded] = useState<number | undefined>(undefined);
  const [fault, setFault] = useState("");
  const { came, write } = useCommand(at, page, reason, again);
  const save = async (): Promise<void> => {
    const body = bodyOf(draft, help);
    if (body === undefined) return setFault("Choose what it is recorded as.");
    if (asksHarassmentOnly(draft, help) && draft.harassmentOnly.trim() === "")
      return setFault("What a former partner is said to have done is recorded as stalking. If in law it is harassment only, write why.");
    setFault("");
    await write("recording", body);
  };
  useKeys([{ name: "write", presses: ["Control+Enter"], cap: "⌃↵", says: "write it", isInBar: true, run: () => void save() }]);
  const codedRow = coded === undefined ? undefined : draft.rows[coded];
  const open = sayOpen(draft, help);
  return (
    <section className="recording-form" aria-labelledby="crime-system">
      <h2 id="crime-system">What goes to the crime system</h2>
      <ol className="recorded-rows">
        {draft.rows.map((row, i) => (
          <li key={`${row.says} ${i}`} className={i === coded ? "is-chosen" : ""}>
            <span className="second-words">{i === 0 ? "Principal" : "Included"}</span>
            <span>
              <b>{row.says}</b>
              <span className={row.code === undefined ? "line second bold mind" : "line second"}>
                {row.class !== undefined && `class ${row.class}; `}
                {sayCode(row)}
              </span>
            </span>
            <span className="row-actions">
              {help.table !== null && (
                <button type="button" className="in-line" onClick={() => setCoded(i)}>
                  Code<span className="unseen"> of {row.says}</span>
                </button>
              )}
              {i > 0 && (
                <button type="button" className="in-line" onClick={() => setDraft(withPrincipal(draft, i))}>
                  Make it the principal<span className="unseen">: {row.says}</span>
                </button>
              )}
              <button
                type="button"
                className="in-line"
                onClick={() => {
                  setDraft(withoutOffence(draft, i));
                  setCoded(undefined);
                }}
              >
                Take it out<span className="unseen">: {row.says}</span>
              </button>
            </span>
          </li>
        ))}
      </ol>
      {draft.rows.length === 0 && <p className="dashed">Nothing is chosen yet.</p>}
      <AddOffence help={help} isFirst={draft.rows.length === 0} add={(chosen) => setDraft(withOffence(draft, help, chosen))} />
      {codedRow && coded !== undefined && help.table !== null && (
        <CodeSearch
          key={coded}
          {...parts}
          of={codedRow.says}
          table={help.table}
          choose={(row) => {
            setDraft(withCode(draft, coded, help.table?.name ?? "", row));
            setCoded(undefined);
          }}
        />
      )}
      {help.table === null && (
        <p className="second-words">No table of codes is loaded here: every code stays open, and the words are sent.</p>
      )}
      {isStalking(draft, help) && <Limbs draft={draft} change={setDraft} />}
      {draft.rows.length > 0 && !isStalking(draft, help) && (
        <p className="notice minded">
          <b className="mind">None of this is stalking.</b> When it is written, “why not stalking” is asked of this case at once: words, the
          acts that it rests on, and a second reader.
        </p>
      )}
      {asksHarassmentOnly(draft, help) && (
        <label className="field">
          <span>A former partner, and not stalking: why is it harassment in law only?</span>
          <textarea
            rows={2}
            maxLength={4_000}
            value={draft.harassmentOnly}
            onChange={(event) => setDraft({ ...draft, harassmentOnly: event.target.value })}
          />
        </label>
      )}
      <label className="field">
        <span>Other records that point here</span>
        <textarea
          rows={2}
          maxLength={4_000}
          placeholder="a crime or log number a line; each stays as it is recorded"
          value={draft.joined}
          onChange={(event) => setDraft({ ...draft, joined: event.target.value })}
        />
      </label>
      {draft.rows.length > 1 && isStalking(draft, help) && (
        <p className="second-words">Stalking stands in addition to the most serious other offence, of the same person and offender.</p>
      )}
      {open !== "" && draft.rows.length > 0 && <p className="bold mind">{open}</p>}
      <Lack says={fault} />
      {came && <Hindrance answer={came} now={now} again={again} />}
      <p className="actions">
        <button type="button" className="first-button" onClick={() => void save()}>
          Write it, the clerk confirms <KeyCap of={{ name: "write", presses: ["Control+Enter"], cap: "⌃↵" }} />
        </button>
        <span className="second-words">what stood before stays in the log; the newest stands</span>
      </p>
    </section>
  );
}

function AddOffence({
  help,
  isFirst,
  add,
}: {
  readonly help: RecordingHelp;
  readonly isFirst: boolean;
  readonly add: (chosen: { readonly offence: string; readonly words: string }) => void;
}): ReactElement {
  const [offence, setOffence] = useState(help.offences.find((one) => one.isStalking)?.offence ?? otherOffence);
  const [words, setWords] = useState("");
  return (
    <div className="add-offence">
      <label className="field">
        <span>{isFirst ? "Principal" : "Included too"}</span>
        <select value={offence} onChange={(event) => setOffence(event.target.value)}>
          {help.offences.map(({ offence: id, says, isStalking: is }) => (
            <option key={id} value={id}>
              {says}
              {is ? ", class 8Q" : ""}
            </option>
          ))}
          <option value={otherOffence}>Another offence, in words</option>
        </select>
      </label>
      {offence === otherOffence && (
        <label className="field">
          <span>Which</span>
          <input
            type="text"
            autoComplete="off"
            maxLength={1_000}
            placeholder="criminal damage, tyres, 14 September"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
      )}
      <button
        type="button"
        className="second-button"
        onClick={() => {
          add({ offence, words });
          setWords("");
        }}
      >
        Add it
      </button>
    </div>
  );
}

function Limbs({ draft, change }: { readonly draft: RecordingDraft; readonly change: (draft: RecordingDraft) => void }): ReactElement {
  return (
    <section aria-labelledby="limbs">
      <h3 id="limbs">{sectionOfLimbs}: the two limbs</h3>
      <p className="second-words">
        Either is enough, beside stalking and that the person knew or ought to know. You say; nothing is worked out.
      </p>
      <dl className="facts limbs">
        <div>
          <dt>Fear of violence, on two occasions at least</dt>
          <dd>
            <Segments legend="Fear of violence" options={limbOptions} chosen={draft.fear} choose={(fear) => change({ ...draft, fear })} />
          </dd>
        </div>
        <div>
          <dt>Serious alarm or distress that changes their days</dt>
          <dd>
            <Segments
              legend="Serious alarm or distress"
              options={limbOptions}
              chosen={draft.alarm}
              choose={(alarm) => change({ ...draft, alarm })}
            />
          </dd>
        </div>
      </dl>
    </section>
  );
}
