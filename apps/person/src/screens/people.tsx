import { type ReactElement, useState } from "react";
import type { Person } from "../corridor/protocol.ts";
import { Hindrance } from "../parts/mind.tsx";
import { Page } from "../parts/page.tsx";
import { sayCount, sayList } from "../parts/say.ts";
import { type Side, type Walk, withoutLook } from "../sitting.ts";

/** People shown before the rest is asked for: the busiest come first. */
const firstPeople = 20;

/** Which names and numbers are her, which are them. */
export function People({ sitting, change, trail }: Walk): ReactElement {
  const [hindrance, setHindrance] = useState("");
  const people = sitting.brought?.people ?? [];
  const [isWhole, setWhole] = useState(people.length <= firstPeople);
  const shown = isWhole ? people : people.slice(0, firstPeople);

  const choose = (normal: string, side: Side | undefined): void => {
    const sideByNormal = new Map(sitting.sideByNormal);
    if (side === undefined) sideByNormal.delete(normal);
    else sideByNormal.set(normal, side);
    setHindrance("");
    change({ sideByNormal, ...withoutLook });
  };
  const goOn = (): void => {
    const isSaid = people.some(({ normal }) => sitting.sideByNormal.get(normal) === "them");
    if (isSaid || people.length === 0) trail.go({ name: "deeds" });
    else
      setHindrance(
        "Choose at least one name or number that is them: the pattern is looked for in what they did. If they are not in this list, go back and bring in another file.",
      );
  };
  return (
    <Page
      title="Who is who?"
      actions={
        <button type="button" className="primary" onClick={goOn}>
          Go on
        </button>
      }
    >
      <p>Say which of these are you, and which you think are them. You may be wrong about one: the report says that it is what you said.</p>
      {hindrance !== "" && <Hindrance says={hindrance} />}
      {people.length === 0 && <p>The files name nobody. Withheld numbers are looked at apart.</p>}
      {shown.map((person, i) => (
        <PersonRow key={person.normal} {...{ person, i }} side={sitting.sideByNormal.get(person.normal)} onChoose={choose} />
      ))}
      {!isWhole && (
        <button type="button" className="bare underlined" onClick={() => setWhole(true)}>
          Show the other {people.length - firstPeople}
        </button>
      )}
      <p className="second">Calls from a withheld number are counted apart and never added to theirs.</p>
    </Page>
  );
}

function PersonRow({
  person: { normal, shown, acts, ways },
  i,
  side,
  onChoose,
}: {
  readonly person: Person;
  readonly i: number;
  readonly side: Side | undefined;
  readonly onChoose: (normal: string, side: Side | undefined) => void;
}): ReactElement {
  const choices = [
    ["me", "Me"],
    ["them", "Them"],
    [undefined, "Somebody else"],
  ] as const;
  return (
    <fieldset className="person">
      <legend>
        <bdi>{shown}</bdi>
        <span className="second">
          {" "}
          {sayCount(acts, "act")}, {sayList(ways)}
        </span>
      </legend>
      {choices.map(([value, says]) => (
        <label key={says} className={value === undefined ? "" : "said"}>
          <input type="radio" name={`person-${i}`} checked={side === value} onChange={() => onChoose(normal, value)} />
          <span>{says}</span>
        </label>
      ))}
    </fieldset>
  );
}
