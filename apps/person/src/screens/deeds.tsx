import { type ReactElement, useId, useState } from "react";
import { emptyDay, isWrongDay } from "../day-draft.ts";
import { DayField } from "../parts/day-field.tsx";
import { Hindrance } from "../parts/mind.tsx";
import { Page } from "../parts/page.tsx";
import { type Sitting, type Walk, withoutLook } from "../sitting.ts";

/** What she did, and what she wants looked for. All of it may be left out. */
export function Deeds({ sitting, change, trail }: Walk): ReactElement {
  const [isChecked, setChecked] = useState(false);
  const places = useId();
  const { toldToStop, blocked, anniversaries } = sitting;
  const isWrong = [toldToStop, ...blocked, ...anniversaries.map(({ day }) => day)].some(isWrongDay);
  const answer = (given: Partial<Sitting>): void => {
    setChecked(false);
    change({ ...given, ...withoutLook });
  };
  const goOn = (): void => {
    setChecked(true);
    if (!isWrong) trail.go({ name: "timeline" });
  };
  return (
    <Page
      title="What did you do about it?"
      actions={
        <button type="button" className="primary" onClick={goOn}>
          Show the timeline
        </button>
      }
    >
      <p>Leave out what does not apply. Not telling them, or answering, is no fault of yours.</p>
      {isChecked && isWrong && <Hindrance says="One of the days below does not exist. Mend it, or empty its three fields." />}
      <DayField
        legend="The day you told them to stop"
        draft={toldToStop}
        isChecked={isChecked}
        onChange={(draft) => answer({ toldToStop: draft })}
      />
      {blocked.map((draft, i) => (
        <DayField
          key={i}
          legend={i === 0 ? "A day you blocked them" : `Day ${i + 1} you blocked them`}
          draft={draft}
          isChecked={isChecked}
          onChange={(changed) => answer({ blocked: blocked.with(i, changed) })}
        />
      ))}
      <button type="button" className="bare underlined" onClick={() => answer({ blocked: [...blocked, emptyDay] })}>
        Add another day you blocked them
      </button>
      {anniversaries.map(({ day, label }, i) => (
        <Meaningful
          key={i}
          {...{ day, label, i, isChecked }}
          onChange={(changed) => answer({ anniversaries: anniversaries.with(i, changed) })}
        />
      ))}
      <button
        type="button"
        className="bare underlined"
        onClick={() => answer({ anniversaries: [...anniversaries, { day: emptyDay, label: "" }] })}
      >
        Add another day that means something
      </button>
      <p className="field">
        <label htmlFor={places}>Places of yours, one a line</label>
        <span className="second">A street, your work, a gym: messages that name them are shown together.</span>
        <textarea
          id={places}
          rows={3}
          autoComplete="off"
          spellCheck={false}
          value={sitting.places}
          onChange={({ target }) => answer({ places: target.value })}
        />
      </p>
    </Page>
  );
}

type MeaningfulDraft = Sitting["anniversaries"][number];

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
        legend={i === 0 ? "A day that means something: a birthday, the day you parted" : `Day ${i + 1} that means something`}
        draft={day}
        isChecked={isChecked}
        onChange={(changed) => onChange({ day: changed, label })}
      />
      <p className="field">
        <label htmlFor={id}>What it is</label>
        <input id={id} autoComplete="off" value={label} onChange={({ target }) => onChange({ day, label: target.value })} />
      </p>
    </>
  );
}
