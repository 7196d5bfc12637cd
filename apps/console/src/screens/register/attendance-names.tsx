import type { ReactElement } from "react";
import type { Counter } from "../../desk/attendance.ts";
import { Segments } from "../../parts/segments.tsx";
import { CounterPart } from "./counter-part.tsx";
import type { AttendanceDraft } from "./attendance-words.ts";

/** Changes what was typed so far. */
export type Change = (changed: Partial<AttendanceDraft>) => void;

interface NamesProps {
  readonly counter: Counter;
  readonly draft: AttendanceDraft;
  readonly change: Change;
  /** Sections of what has to be told, of a home, and of the check; undefined where no source states them here. */
  readonly told: string | undefined;
  readonly home: string | undefined;
  readonly identity: string | undefined;
}

/** Names without prompting, where they live, and who they are. */
export function AttendanceNames(parts: NamesProps): ReactElement {
  const { draft, change } = parts;
  return (
    <>
      <Names {...parts} />
      <Home {...parts} />
      <Identity {...parts} />
      <CounterPart title="Anything they say about it">
        <label className="field">
          <span>In their words (can stay blank)</span>
          <textarea rows={2} maxLength={4_000} value={draft.says} onChange={(event) => change({ says: event.target.value })} />
        </label>
      </CounterPart>
    </>
  );
}

function Names({ counter, draft, change, told }: NamesProps): ReactElement {
  const many = draft.names.filter((one) => one.trim() !== "").length;
  return (
    <CounterPart
      title="Every name they use"
      more={`Ask aloud: “Any other name?”${behind(told)} Write what they say; read no name to them.`}
    >
      <Lines says="Name" lines={draft.names} set={(names) => change({ names })} add="Add a name" />
      <p className="second-words">{many === 1 ? "1 name told" : `${many} names told`}</p>
      <h3>Are these all?</h3>
      <Segments
        legend="Are these all names"
        options={[
          { value: "yes", says: "Yes, they say" },
          { value: "no", says: "No" },
          { value: "not-known", says: "Not asked" },
        ]}
        chosen={draft.allNames}
        choose={(allNames) => change({ allNames })}
      />
      {counter.otherNames > 0 && (
        <p className="known-other">
          <b className="mind">Another name is known here.</b> Which is not shown. Ask twice, do not prompt; who keeps the register compares.
        </p>
      )}
      {counter.asksOnline && (
        <>
          <h3>Names used online</h3>
          <p className="second-words">A condition of this order asks for accounts; a notice by itself does not.</p>
          <Lines
            says="Name online"
            lines={draft.online.length === 0 ? [""] : draft.online}
            set={(online) => change({ online })}
            add="Add one"
          />
        </>
      )}
    </CounterPart>
  );
}

function Home({ draft, change, home }: NamesProps): ReactElement {
  return (
    <CounterPart title="Where they live" more={`The sole or main home in the United Kingdom${behind(home)}`}>
      <Segments
        legend="Where they live"
        options={[
          { value: "home", says: "Home" },
          { value: "found", says: "No fixed home" },
        ]}
        chosen={draft.lives}
        choose={(lives) => change({ lives })}
      />
      {draft.lives !== undefined && (
        <>
          <label className="field">
            <span>{draft.lives === "home" ? "Address" : "A place where they can regularly be found"}</span>
            <textarea rows={2} maxLength={1_000} value={draft.address} onChange={(event) => change({ address: event.target.value })} />
          </label>
          <label className="field">
            <span>From which day, where it is a change still to come (can stay blank)</span>
            <input type="date" max="9999-12-31" value={draft.changeOn} onChange={(event) => change({ changeOn: event.target.value })} />
          </label>
        </>
      )}
    </CounterPart>
  );
}

const checks = [
  ["photograph", "A photograph was taken"],
  ["fingerprints", "Fingerprints were taken"],
  ["refused", "They would not allow it: write their words below"],
] as const;

function Identity({ draft, change, identity }: NamesProps): ReactElement {
  return (
    <CounterPart
      title="Is it them?"
      more={`Only where you ask for it, and only to verify who they are${behind(identity)} None ticked: not asked for.`}
    >
      <fieldset className="ticks">
        <legend className="unseen">Check of who it is</legend>
        {checks.map(([value, says]) => (
          <label key={value} className="tick">
            <input
              type="checkbox"
              checked={draft.checked.includes(value)}
              onChange={({ target }) =>
                change({ checked: target.checked ? [...draft.checked, value] : draft.checked.filter((one) => one !== value) })
              }
            />{" "}
            <span>{says}</span>
          </label>
        ))}
      </fieldset>
    </CounterPart>
  );
}

/** Lines of which there may be more. */
function Lines({
  says,
  lines,
  set,
  add,
}: {
  readonly says: string;
  readonly lines: readonly string[];
  readonly set: (lines: readonly string[]) => void;
  readonly add: string;
}): ReactElement {
  return (
    <>
      {lines.map((line, i) => (
        // A line is its place: two can hold the same words while they are typed.
        <input
          key={i}
          type="text"
          dir="auto"
          aria-label={`${says} ${i + 1}`}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={line}
          onChange={(event) => set(lines.map((one, at) => (at === i ? event.target.value : one)))}
        />
      ))}
      <button type="button" className="in-line" onClick={() => set([...lines, ""])}>
        {add}
      </button>
    </>
  );
}

function behind(section: string | undefined): string {
  return section === undefined ? "." : `, ${section}.`;
}
