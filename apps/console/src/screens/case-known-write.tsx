import { type ReactElement, useState } from "react";
import { useDraft } from "../parts/use-draft.ts";
import { ChooseField, DayField, WordsField, WriteForm } from "../parts/write-form.tsx";
import { waysToKnow } from "../parts/written-fields.ts";
import type { CasePartProps } from "./case-part.ts";

const roles = [
  { value: "protected", says: "to be protected" },
  { value: "victim", says: "harmed" },
  { value: "reporter", says: "reporter" },
  { value: "subject", says: "subject" },
  { value: "witness", says: "witness" },
  { value: "third-party", says: "third party" },
] as const;

/** Writes a role of a person, who is in the case already or comes into it now. */
export function PersonWrite(parts: CasePartProps): ReactElement {
  const { at, page } = parts;
  const [person, choose] = useState("");
  const [name, setName] = useDraft(at, `person ${page.case}`);
  const [says, setSays] = useDraft(at, `person says ${page.case}`);
  const [role, setRole] = useState("");
  const [knowing, setKnowing] = useState("");
  const [isChild, setChild] = useState(false);
  return (
    <WriteForm
      parts={parts}
      legend="Write a person and a role"
      draft={() => {
        if (role === "" || knowing === "") return { lacks: "Say which role it is, and how that is known." };
        const who = person === "" ? (name.trim() === "" ? {} : { name: name.trim() }) : { person };
        const more = { ...(says.trim() === "" ? {} : { says: says.trim() }), ...(isChild ? { child: true } : {}) };
        return { path: "people/add", body: { ...who, role, knowing, ...more } };
      }}
      done={() => {
        for (const empty of [choose, setName, setSays, setRole, setKnowing]) empty("");
        setChild(false);
      }}
      button="Write the role"
    >
      <ChooseField
        says="Person"
        none="somebody who is not in the case yet"
        options={page.people.map((one) => ({ value: one.person, says: one.name }))}
        value={person}
        set={choose}
      />
      {person === "" && <WordsField says="Name, if it is known" longest={1_000} value={name} set={setName} />}
      <ChooseField says="Role" options={roles} value={role} set={setRole} />
      <ChooseField says="Known by" options={waysToKnow} value={knowing} set={setKnowing} />
      <WordsField says="Where it stands, or who says so" value={says} set={setSays} />
      <label className="tick">
        <input type="checkbox" checked={isChild} onChange={() => setChild(!isChild)} /> <span>Under 18, so far as is known</span>
      </label>
    </WriteForm>
  );
}

/** Takes a role from a person: it was wrong, or is over. That it stood, and why it stands no more, stays written. */
export function RoleEnd(parts: CasePartProps): ReactElement | null {
  const { at, page } = parts;
  const [chosen, choose] = useState("");
  const [words, setWords] = useDraft(at, `role ends ${page.case}`);
  const held = page.people.flatMap(({ person, name, roles: all }) =>
    all.map((one) => ({ value: `${person} ${one.role}`, says: `${name}: ${one.says}`, person, role: one.role })),
  );
  if (held.length === 0) return null;
  return (
    <WriteForm
      parts={parts}
      legend="A role was wrong, or is over"
      draft={() => {
        const one = held.find(({ value }) => value === chosen);
        if (one === undefined || words.trim() === "") return { lacks: "Say whose role, and why it stands no more." };
        return { path: "people/remove", body: { person: one.person, role: one.role, words: words.trim() } };
      }}
      done={() => {
        choose("");
        setWords("");
      }}
      button="End the role"
      more="that it stood, and why it ended, stays written"
      isSecond
    >
      <ChooseField says="Person and role" options={held} value={chosen} set={choose} />
      <WordsField says="Why" value={words} set={setWords} />
    </WriteForm>
  );
}

/** Opens a line of enquiry: what can be found out, and until when it can be asked for, by whose word. */
export function EnquiryWrite(parts: CasePartProps): ReactElement {
  const { at, page } = parts;
  const [says, setSays] = useDraft(at, `enquiry ${page.case}`);
  const [day, setDay] = useState("");
  const [source, setSource] = useDraft(at, `enquiry source ${page.case}`);
  const [readOn, setReadOn] = useState("");
  return (
    <WriteForm
      parts={parts}
      legend="Open a line of enquiry"
      draft={() => {
        if (says.trim() === "") return { lacks: "Say what can be found out, and from whom." };
        if (day !== "" && source.trim() === "") return { lacks: "Say by whose word it is lost after that day." };
        const lost = day === "" ? {} : { lostAfter: { day, source: source.trim(), ...(readOn === "" ? {} : { readOn }) } };
        return { path: "enquiries/open", body: { says: says.trim(), ...lost } };
      }}
      done={() => {
        for (const empty of [setSays, setDay, setSource, setReadOn]) empty("");
      }}
      button="Open the line"
    >
      <WordsField says="What can be found out, and from whom" value={says} set={setSays} />
      <DayField says="Last day on which it can be asked for, if it is known" value={day} set={setDay} />
      {day !== "" && (
        <>
          <WordsField says="By whose word" longest={1_000} value={source} set={setSource} />
          <DayField says="Read on" value={readOn} set={setReadOn} />
        </>
      )}
    </WriteForm>
  );
}
