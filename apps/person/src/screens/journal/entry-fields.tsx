import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { entryKinds, lifeAreas } from "@unmask/core";
import { type ReactElement, type ReactNode, useId } from "react";
import { DayField } from "../../parts/day-field.tsx";
import { Segments } from "../../parts/segments.tsx";
import { TextField } from "../../parts/text-field.tsx";
import type { EntryDraft } from "../../entry-draft.ts";
import { EntryFiles } from "./entry-files.tsx";
import { sayLeeway } from "./told-in.ts";
import { sayEntryKind, sayLifeArea } from "./words.ts";

/** A part of the draft, and how it is changed. */
export interface Typing {
  readonly draft: EntryDraft;
  /** Whether what is no day is said. */
  readonly isChecked: boolean;
  readonly onChange: (changed: Partial<EntryDraft>) => void;
}

/** When it happened and who it was. */
export function MainFields(typing: Typing): ReactElement {
  return (
    <>
      <WhenFields {...typing} />
      <WhoFields {...typing} />
    </>
  );
}

/** Minutes of "give or take". */
const leeways = [0, 5, 15, 30, 60, 120] as const;

function WhenFields({ draft, isChecked, onChange }: Typing): ReactElement {
  return (
    <>
      <Segments
        legend={t`When`}
        options={[
          ["now", t`Just now`],
          ["today", t`Today`],
          ["day", t`Another day`],
          ["unsure", t`Not sure`],
        ]}
        value={draft.when}
        onChange={(when) => onChange({ when })}
      />
      {draft.when === "day" && (
        <DayField legend={t`Which day`} draft={draft.day} isChecked={isChecked} onChange={(day) => onChange({ day })} />
      )}
      {(draft.when === "today" || draft.when === "day") && <HourFields {...{ draft, isChecked, onChange }} />}
      {draft.when === "unsure" && (
        <>
          <p className="second">
            <Trans>If you know roughly, say between which days. If not, leave this empty.</Trans>
          </p>
          <DayField
            legend={t`The first day it can have been`}
            draft={draft.day}
            isChecked={isChecked}
            onChange={(day) => onChange({ day })}
          />
          <DayField
            legend={t`The last day it can have been`}
            draft={draft.until}
            isChecked={isChecked}
            onChange={(until) => onChange({ until })}
          />
        </>
      )}
    </>
  );
}

function HourFields({ draft, onChange }: Typing): ReactElement {
  const id = useId();
  return (
    <div className="beside">
      <p className="field">
        <label htmlFor={`${id}-hour`}>
          <Trans>What time, if you know</Trans>
        </label>
        <input id={`${id}-hour`} type="time" value={draft.hour} onChange={({ target }) => onChange({ hour: target.value })} />
      </p>
      <p className="field">
        <label htmlFor={`${id}-leeway`}>
          <Trans>Give or take</Trans>
        </label>
        <select id={`${id}-leeway`} value={draft.leeway} onChange={({ target }) => onChange({ leeway: target.value })}>
          <option value="">{t`not said`}</option>
          {leeways.map((minutes) => (
            <option key={minutes} value={minutes}>
              {minutes === 0 ? t`nothing, I am sure` : sayLeeway(minutes)}
            </option>
          ))}
        </select>
      </p>
    </div>
  );
}

function WhoFields({ draft, onChange }: Typing): ReactElement {
  const id = useId();
  return (
    <fieldset className="who">
      <legend>
        <Trans>Who</Trans>
      </legend>
      <div className="beside">
        {draft.sure !== "not-known" && (
          <p className="field">
            <label htmlFor={`${id}-who`}>
              <Trans>Name, or what you call them</Trans>
            </label>
            <input id={`${id}-who`} dir="auto" value={draft.who} onChange={({ target }) => onChange({ who: target.value })} />
          </p>
        )}
        <p className="field">
          <label htmlFor={`${id}-sure`}>
            <Trans>And I am</Trans>
          </label>
          <select
            id={`${id}-sure`}
            value={draft.sure}
            onChange={({ target }) => {
              const sure = (["", "certain", "think-so", "not-known"] as const).find((one) => one === target.value);
              if (sure !== undefined) onChange({ sure });
            }}
          >
            <option value="">{t`not said`}</option>
            <option value="certain">{t`certain`}</option>
            <option value="think-so">{t`not certain, I think so`}</option>
            <option value="not-known">{t`I do not know who it was`}</option>
          </select>
        </p>
      </div>
    </fieldset>
  );
}

/** What can be said now or later. */
export function MoreFields(typing: Typing): ReactElement {
  const { draft, onChange } = typing;
  return (
    <>
      <h2>
        <Trans>
          <strong>If you can,</strong> now or later
        </Trans>
      </h2>
      <div className="folds">
        <Fold says={t`How it made me feel`}>
          <FeltFields {...typing} />
        </Fold>
        <Fold says={t`What it was`}>
          <Many
            legend={t`All that fits`}
            options={entryKinds.map((kind) => [kind, sayEntryKind(kind)])}
            chosen={draft.kinds}
            onChange={(kinds) => onChange({ kinds: entryKinds.filter((kind) => kinds.has(kind)) })}
          />
          <TextField
            says={t`What was said or written, word for word`}
            hint={t`As well as you remember it.`}
            rows={2}
            value={draft.exact}
            onChange={(exact) => onChange({ exact })}
          />
          <TextField
            says={t`Numbers, accounts, addresses or number plates`}
            hint={t`As you saw them, one a line.`}
            rows={2}
            value={draft.accounts}
            onChange={(accounts) => onChange({ accounts })}
          />
        </Fold>
        <Fold says={t`Where`}>
          <TextField says={t`Where it was`} value={draft.place} onChange={(place) => onChange({ place })} />
        </Fold>
        <Fold says={t`Photo or file`}>
          <EntryFiles files={draft.files} onChange={(files) => onChange({ files })} />
        </Fold>
        <Fold says={t`Who saw it`}>
          <TextField
            says={t`Who saw it or heard it`}
            hint={t`One person a line.`}
            rows={2}
            value={draft.witnesses}
            onChange={(witnesses) => onChange({ witnesses })}
          />
          <TextField
            says={t`Who was there with them, or was used for it`}
            hint={t`One person a line.`}
            rows={2}
            value={draft.others}
            onChange={(others) => onChange({ others })}
          />
          <TextField says={t`How you know who it was`} rows={2} value={draft.how} onChange={(how) => onChange({ how })} />
        </Fold>
        <Fold says={t`What I did`}>
          <TextField
            says={t`What you did about it`}
            hint={t`Told somebody, blocked, went away, nothing: all of it is right.`}
            rows={2}
            value={draft.did}
            onChange={(did) => onChange({ did })}
          />
          <TextField
            says={t`Where you reported it`}
            hint={t`Police, landlord, a site, your phone company.`}
            value={draft.referenceWith}
            onChange={(referenceWith) => onChange({ referenceWith })}
          />
          <TextField
            says={t`The number they gave you`}
            value={draft.referenceNumber}
            onChange={(referenceNumber) => onChange({ referenceNumber })}
          />
          <TextField
            says={t`If a court or the police forbade it: which order or condition`}
            value={draft.breaks}
            onChange={(breaks) => onChange({ breaks })}
          />
        </Fold>
        <Fold says={t`How you know, and who writes this`}>
          <KnownFields {...typing} />
        </Fold>
      </div>
    </>
  );
}

function FeltFields({ draft, onChange }: Typing): ReactElement {
  return (
    <>
      <TextField says={t`How it made you feel`} rows={2} value={draft.felt} onChange={(felt) => onChange({ felt })} />
      <Segments
        legend={t`Were you afraid that violence would be used?`}
        options={[
          ["yes", t`Yes`],
          ["no", t`No`],
          ["unsure", t`Not sure`],
        ]}
        value={draft.feared}
        onChange={(feared) => onChange({ feared })}
      />
      <TextField
        says={t`What you changed because of it, or could not do`}
        hint={t`Another way home, a day off work, no sleep that night.`}
        rows={2}
        value={draft.changed}
        onChange={(changed) => onChange({ changed })}
      />
      {draft.changed.trim() !== "" && (
        <Many
          legend={t`Of which parts of your life that tells`}
          options={lifeAreas.map((area) => [area, sayLifeArea(area)])}
          chosen={draft.areas}
          onChange={(areas) => onChange({ areas: lifeAreas.filter((area) => areas.has(area)) })}
        />
      )}
    </>
  );
}

function KnownFields({ draft, onChange }: Typing): ReactElement {
  return (
    <>
      <Segments
        legend={t`Were you there, or were you told?`}
        options={[
          ["seen", t`I was there, or it came to me`],
          ["told", t`Somebody told me`],
        ]}
        value={draft.firstHand}
        onChange={(firstHand) => onChange({ firstHand })}
      />
      {draft.firstHand === "told" && <TextField says={t`Who told you`} value={draft.toldBy} onChange={(toldBy) => onChange({ toldBy })} />}
      <Segments
        legend={t`Who writes this`}
        options={[
          ["self", t`I do, and it is about me`],
          ["supporter", t`I write it for somebody`],
        ]}
        value={draft.by}
        onChange={(by) => onChange({ by })}
      />
    </>
  );
}

function Fold({ says, children }: { readonly says: string; readonly children: ReactNode }): ReactElement {
  return (
    <details>
      <summary>{says}</summary>
      {children}
    </details>
  );
}

function Many<Value extends string>({
  legend,
  options,
  chosen,
  onChange,
}: {
  readonly legend: string;
  readonly options: readonly (readonly [Value, string])[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: ReadonlySet<Value>) => void;
}): ReactElement {
  const change = (value: Value, isChosen: boolean): void =>
    onChange(new Set(isChosen ? [...chosen, value] : chosen.filter((one) => one !== value)));
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {options.map(([value, says]) => (
        <label key={value}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={({ target }) => change(value, target.checked)} />
          {says}
        </label>
      ))}
    </fieldset>
  );
}
