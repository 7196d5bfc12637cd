import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, type ReactNode, useId, useState } from "react";
import type { LaneId } from "@unmask/core";
import { sayFirst, sayLane, sayList } from "@unmask/words";
import { type DayDraft, emptyDay, isWrongDay } from "../day-draft.ts";
import { DayField } from "../parts/day-field.tsx";
import { Hindrance } from "../parts/caveats.tsx";
import { Page } from "../parts/page.tsx";
import { type GapDraft, type Session, type Walk, emptyGap, isWrongGap, withoutView } from "../session.ts";

/** What she did, and what she wants looked for. All of it may be left out. */
export function KeyDates({ session, change, navigation }: Walk): ReactElement {
  const [isChecked, setChecked] = useState(false);
  const { toldToStop, blocked, anniversaries, gaps } = session;
  const days = [toldToStop, ...blocked, ...anniversaries.map(({ day }) => day), ...gaps.flatMap(({ from, until }) => [from, until])];
  const wrong = wrongSays(days, gaps);
  const answer = (given: Partial<Session>): void => {
    setChecked(false);
    change({ ...given, ...withoutView });
  };
  const goOn = (): void => {
    setChecked(true);
    if (wrong === undefined) navigation.go({ name: "timeline" });
  };
  return (
    <Page
      title={t`What did you do about it?`}
      actions={
        <button type="button" className="primary" onClick={goOn}>
          <Trans>Show the timeline</Trans>
        </button>
      }
    >
      <p>
        <Trans>Leave out what does not apply. Not telling them, or answering, is no fault of yours.</Trans>
      </p>
      {isChecked && wrong !== undefined && <Hindrance says={wrong} />}
      <DayField
        legend={t`The day you told them to stop`}
        draft={toldToStop}
        isChecked={isChecked}
        onChange={(draft) => answer({ toldToStop: draft })}
      />
      <Blocked {...{ blocked, isChecked }} onChange={(changed) => answer({ blocked: changed })} />
      <MeaningfulDays {...{ anniversaries, isChecked }} onChange={(changed) => answer({ anniversaries: changed })} />
      <Gaps {...{ gaps, isChecked }} onChange={(changed) => answer({ gaps: changed })} />
      <Places places={session.places} onChange={(written) => answer({ places: written })} />
    </Page>
  );
}

/** One answer of the session, and how it is changed. */
type Asked<Name extends "blocked" | "anniversaries" | "gaps"> = Pick<Session, Name> & {
  readonly isChecked: boolean;
  readonly onChange: (changed: Session[Name]) => void;
};

function Blocked({ blocked, isChecked, onChange }: Asked<"blocked">): ReactElement {
  return (
    <>
      {blocked.map((draft, i) => (
        <DayField
          key={i}
          legend={i === 0 ? t`A day you blocked them` : t`Day ${i + 1} you blocked them`}
          draft={draft}
          isChecked={isChecked}
          onChange={(changed) => onChange(blocked.with(i, changed))}
        />
      ))}
      <button type="button" className="bare underlined" onClick={() => onChange([...blocked, emptyDay])}>
        <Trans>Add another day you blocked them</Trans>
      </button>
    </>
  );
}

function MeaningfulDays({ anniversaries, isChecked, onChange }: Asked<"anniversaries">): ReactElement {
  return (
    <More says={t`A day that means something`}>
      {anniversaries.map(({ day, label }, i) => (
        <Meaningful key={i} {...{ day, label, i, isChecked }} onChange={(changed) => onChange(anniversaries.with(i, changed))} />
      ))}
      <button type="button" className="bare underlined" onClick={() => onChange([...anniversaries, { day: emptyDay, label: "" }])}>
        <Trans>Add another day that means something</Trans>
      </button>
    </More>
  );
}

function Gaps({ gaps, isChecked, onChange }: Asked<"gaps">): ReactElement {
  return (
    <More says={t`A time without a record`}>
      <p className="second">
        <Trans>A phone in repair, a chat that was deleted: the timeline is then drawn with a gap and not as quiet.</Trans>
      </p>
      {gaps.map((gap, i) => (
        <Gap key={i} {...{ gap, i, isChecked }} onChange={(changed) => onChange(gaps.with(i, changed))} />
      ))}
      <button type="button" className="bare underlined" onClick={() => onChange([...gaps, emptyGap])}>
        <Trans>Add another time without a record</Trans>
      </button>
    </More>
  );
}

function Places({ places, onChange }: Pick<Session, "places"> & { readonly onChange: (places: string) => void }): ReactElement {
  const id = useId();
  return (
    <More says={t`Places of yours`}>
      <p className="field">
        <label htmlFor={id}>
          <Trans>Places of yours, one a line</Trans>
        </label>
        <span className="second">
          <Trans>A street, your work, a gym: messages that name them are shown together.</Trans>
        </span>
        <textarea id={id} dir="auto" rows={3} autoCapitalize="words" value={places} onChange={({ target }) => onChange(target.value)} />
      </p>
    </More>
  );
}

function wrongSays(days: readonly DayDraft[], gaps: readonly GapDraft[]): string | undefined {
  if (days.some(isWrongDay)) return t`One of the days below does not exist. Mend it, or empty its three fields.`;
  if (gaps.some(isWrongGap)) return t`A time without a record needs its first and its last day, in that order. Mend it, or empty both.`;
  return undefined;
}

/** What few need, folded away. */
function More({ says, children }: { readonly says: string; readonly children: ReactNode }): ReactElement {
  return (
    <details>
      <summary>{says}</summary>
      {children}
    </details>
  );
}

type MeaningfulDraft = Session["anniversaries"][number];

function Meaningful({
  day,
  label,
  i,
  isChecked,
  onChange,
}: MeaningfulDraft & {
  readonly i: number;
  readonly isChecked: boolean;
  readonly onChange: (changed: MeaningfulDraft) => void;
}): ReactElement {
  const id = useId();
  return (
    <>
      <DayField
        legend={i === 0 ? t`A day that means something: a birthday, the day you parted` : t`Day ${i + 1} that means something`}
        draft={day}
        isChecked={isChecked}
        onChange={(changed) => onChange({ day: changed, label })}
      />
      <p className="field">
        <label htmlFor={id}>
          <Trans>What it is</Trans>
        </label>
        <input id={id} dir="auto" value={label} onChange={({ target }) => onChange({ day, label: target.value })} />
      </p>
    </>
  );
}

const concerns = () =>
  [
    ["texts and calls", sayLanes("texts", "calls")],
    ["whatsapp", sayLanes("whatsapp")],
    ["phone", sayLanes("texts", "calls", "whatsapp")],
    ["everything", t`Everything`],
  ] as const;

function sayLanes(...ids: readonly LaneId[]): string {
  return sayFirst(sayList(ids.map((id) => sayLane(id))));
}

function Gap({
  gap,
  i,
  isChecked,
  onChange,
}: {
  readonly gap: GapDraft;
  readonly i: number;
  readonly isChecked: boolean;
  readonly onChange: (changed: GapDraft) => void;
}): ReactElement {
  const id = useId();
  const which = i === 0 ? "" : ` (${i + 1})`;
  return (
    <>
      <DayField
        legend={t`First day without a record${which}`}
        draft={gap.from}
        isChecked={isChecked}
        onChange={(from) => onChange({ ...gap, from })}
      />
      <DayField
        legend={t`Last day without a record${which}`}
        draft={gap.until}
        isChecked={isChecked}
        onChange={(until) => onChange({ ...gap, until })}
      />
      <p className="field">
        <label htmlFor={`${id}-concerns`}>
          <Trans>What it concerns{which}</Trans>
        </label>
        <select
          id={`${id}-concerns`}
          value={gap.concerns}
          onChange={({ target }) =>
            onChange({ ...gap, concerns: concerns().find(([value]) => value === target.value)?.[0] ?? gap.concerns })
          }
        >
          {concerns().map(([value, says]) => (
            <option key={value} value={value}>
              {says}
            </option>
          ))}
        </select>
      </p>
      <p className="field">
        <label htmlFor={id}>
          <Trans>Why there is none{which}</Trans>
        </label>
        <input id={id} dir="auto" value={gap.says} onChange={({ target }) => onChange({ ...gap, says: target.value })} />
      </p>
    </>
  );
}
