import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, useId, useState } from "react";
import type { Person } from "../engine/protocol.ts";
import { Hindrance } from "../parts/caveats.tsx";
import { Page } from "../parts/page.tsx";
import { sayList } from "@unmask/words";
import { type Session, type Side, type Walk, withoutView } from "../session.ts";

/** People shown before the rest is asked for: the busiest come first. */
const firstPeople = 20;

/** Which names and numbers are her, which are them. */
export function People({ session, change, navigation }: Walk): ReactElement {
  const [hindrance, setHindrance] = useState("");
  const { importSummary, sideByNormal } = session;
  const people = importSummary?.people ?? [];
  const leftOut = importSummary?.peopleLeftOut ?? 0;
  const sides = people.map(({ normal }) => sideByNormal.get(normal));

  const choose = (normal: string, side: Side | undefined): void => {
    const chosen = new Map(sideByNormal);
    if (side === undefined) chosen.delete(normal);
    else chosen.set(normal, side);
    setHindrance("");
    change({ sideByNormal: chosen, ...withoutView });
  };
  const goOn = (): void => {
    if (sides.includes("them") || people.length === 0 || importSummary?.isNotesAlone === true) navigation.go({ name: "key-dates" });
    else
      setHindrance(
        t`Choose at least one name or number that is them: the pattern is looked for in what they did. If they are not in this list, go back and bring in another file.`,
      );
  };
  // Her notes name nobody who is her: all of them are hers.
  const isNobodyHer = importSummary?.isNotesAlone !== true && !sides.includes("me") && (leftOut > 0 || sides.includes(undefined));
  return (
    <Page
      title={t`Who is who?`}
      actions={
        <>
          <div role="status">
            {isNobodyHer && (
              <p className="amber">
                <Trans>Nobody is you yet: choose “Me” where you are, or how much you sent is not known.</Trans>
              </p>
            )}
          </div>
          <button type="button" className="primary" onClick={goOn}>
            <Trans>Go on</Trans>
          </button>
        </>
      }
    >
      <p>
        <Trans>
          Say which of these are you, and which you think are them. You may be wrong about one: the report says that it is what you said.
        </Trans>
      </p>
      {importSummary?.isNotesAlone === true && (
        <p>
          <Trans>
            What you wrote goes into the report in your words, whatever you say here. Only what is by “Them” is counted as theirs.
          </Trans>
        </p>
      )}
      {hindrance !== "" && <Hindrance says={hindrance} />}
      {people.length === 0 && (
        <p>
          <Trans>The files name nobody. Withheld numbers are looked at apart.</Trans>
        </p>
      )}
      <PeopleFound {...{ people, sideByNormal }} onChoose={choose} />
      {leftOut > 0 && (
        <p>
          <Trans>{leftOut} more did less than these and are not listed.</Trans>
        </p>
      )}
      <p className="second">
        <Trans>Calls from a withheld number are counted apart and never added to theirs.</Trans>
      </p>
    </Page>
  );
}

/** The people, of many the busiest first, with a field to look one up. */
function PeopleFound({
  people,
  sideByNormal,
  onChoose,
}: Pick<Session, "sideByNormal"> & { readonly people: readonly Person[]; readonly onChoose: Choose }): ReactElement {
  const [isWhole, setWhole] = useState(people.length <= firstPeople);
  const [sought, setSought] = useState("");
  const found = people.filter(({ shown, normal }) => `${shown} ${normal}`.toLowerCase().includes(sought.trim().toLowerCase()));
  const shown = isWhole ? found : found.slice(0, firstPeople);
  return (
    <>
      {people.length > firstPeople && (
        <p className="field">
          <label htmlFor="sought">
            <Trans>Find a name or a number</Trans>
          </label>
          <input
            id="sought"
            dir="auto"
            type="search"
            autoCapitalize="none"
            value={sought}
            onChange={({ target }) => setSought(target.value)}
          />
        </p>
      )}
      {shown.map((person) => (
        <PersonRow key={person.normal} person={person} side={sideByNormal.get(person.normal)} onChoose={onChoose} />
      ))}
      {shown.length < found.length && (
        <button type="button" className="bare underlined" onClick={() => setWhole(true)}>
          <Trans>Show the other {found.length - shown.length}</Trans>
        </button>
      )}
      {shown.length === 0 && sought !== "" && (
        <p>
          <Trans>Nobody here is called so.</Trans>
        </p>
      )}
    </>
  );
}

type Choose = (normal: string, side: Side | undefined) => void;

function PersonRow({
  person: { normal, shown, acts, ways, receives },
  side,
  onChoose,
}: {
  readonly person: Person;
  readonly side: Side | undefined;
  readonly onChoose: Choose;
}): ReactElement {
  const name = useId();
  const choices = [
    ["me", t`Me`],
    ["them", t`Them`],
    [undefined, t`Somebody else`],
  ] as const;
  return (
    <fieldset className="person">
      <legend>
        <bdi>{shown}</bdi>
        <span className="second">
          {" "}
          {[
            ...(acts > 0 ? [plural(acts, { one: "# act", other: "# acts" }), sayList(ways)] : []),
            ...(receives === undefined ? [] : [receives]),
          ].join(", ")}
        </span>
      </legend>
      {choices.map(([value, says]) => (
        <label key={says} className={value === undefined ? "" : "said"}>
          <input type="radio" name={name} checked={side === value} onChange={() => onChoose(normal, value)} />
          <span>{says}</span>
        </label>
      ))}
    </fieldset>
  );
}
