import { type ReactElement, useState } from "react";
import { Hindrance } from "../parts/hindrance.tsx";
import { useCommand } from "../parts/use-command.ts";
import { useDraft } from "../parts/use-draft.ts";
import { type WayOfKnowing, waysOfKnowing } from "../desk/way-of-knowing.ts";
import type { CasePartProps } from "./case-part.ts";

const roles = [
  { role: "protected", says: "to be protected" },
  { role: "victim", says: "harmed" },
  { role: "reporter", says: "reporter" },
  { role: "subject", says: "subject" },
  { role: "witness", says: "witness" },
  { role: "third-party", says: "third party" },
] as const;

const knowingInWords: Readonly<Record<WayOfKnowing, string>> = {
  record: "read from a record",
  account: "somebody says so",
  "worked-out": "worked out, and can be wrong",
};

/** Writes a role of a person, who is in the case already or comes into it now. */
export function PersonWrite({ at, page, reason, now, again }: CasePartProps): ReactElement {
  const [person, choose] = useState("");
  const [name, setName] = useDraft(at, `person ${page.case}`);
  const [says, setSays] = useDraft(at, `person says ${page.case}`);
  const [role, setRole] = useState("");
  const [knowing, setKnowing] = useState("");
  const [isChild, setChild] = useState(false);
  const [fault, setFault] = useState("");
  const { came, write } = useCommand(at, page, reason, again);
  const save = async (): Promise<void> => {
    if (role === "" || knowing === "") return setFault("Say which role it is, and how that is known.");
    setFault("");
    const who = person === "" ? (name.trim() === "" ? {} : { name: name.trim() }) : { person };
    const more = { ...(says.trim() === "" ? {} : { says: says.trim() }), ...(isChild ? { child: true } : {}) };
    if (!(await write("people/add", { ...who, role, knowing, ...more }))) return;
    choose("");
    setName("");
    setSays("");
    setRole("");
    setKnowing("");
    setChild(false);
  };
  return (
    <fieldset className="add-line">
      <legend>Write a person and a role</legend>
      <label>
        <span>Person</span>
        <select value={person} onChange={(event) => choose(event.target.value)}>
          <option value="">somebody who is not in the case yet</option>
          {page.people.map((one) => (
            <option key={one.person} value={one.person}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      {person === "" && (
        <label className="field">
          <span>Name, if it is known</span>
          <input type="text" autoComplete="off" maxLength={1_000} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
      )}
      <label>
        <span>Role</span>
        <select value={role} onChange={(event) => setRole(event.target.value)}>
          <option value="">choose one</option>
          {roles.map((one) => (
            <option key={one.role} value={one.role}>
              {one.says}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Known by</span>
        <select value={knowing} onChange={(event) => setKnowing(event.target.value)}>
          <option value="">choose one</option>
          {waysOfKnowing.map((one) => (
            <option key={one} value={one}>
              {knowingInWords[one]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>Where it stands, or who says so</span>
        <input type="text" autoComplete="off" maxLength={4_000} value={says} onChange={(event) => setSays(event.target.value)} />
      </label>
      <label className="tick">
        <input type="checkbox" checked={isChild} onChange={() => setChild(!isChild)} /> <span>Under 18, so far as is known</span>
      </label>
      {fault !== "" && (
        <p className="mind bold" role="alert">
          {fault}
        </p>
      )}
      {came && <Hindrance answer={came} now={now} again={again} />}
      <p className="actions">
        <button type="button" className="first-button" onClick={() => void save()}>
          Write the role
        </button>
      </p>
    </fieldset>
  );
}

/** Opens a line of enquiry: what can be found out, and until when it can be asked for, by whose word. */
export function EnquiryWrite({ at, page, reason, now, again }: CasePartProps): ReactElement {
  const [says, setSays] = useDraft(at, `enquiry ${page.case}`);
  const [day, setDay] = useState("");
  const [source, setSource] = useDraft(at, `enquiry source ${page.case}`);
  const [readOn, setReadOn] = useState("");
  const [fault, setFault] = useState("");
  const { came, write } = useCommand(at, page, reason, again);
  const save = async (): Promise<void> => {
    if (says.trim() === "") return setFault("Say what can be found out, and from whom.");
    if (day !== "" && source.trim() === "") return setFault("Say by whose word it is lost after that day.");
    setFault("");
    const lost = day === "" ? {} : { lostAfter: { day, source: source.trim(), ...(readOn === "" ? {} : { readOn }) } };
    if (!(await write("enquiries/open", { says: says.trim(), ...lost }))) return;
    setSays("");
    setDay("");
    setSource("");
    setReadOn("");
  };
  return (
    <fieldset className="add-line">
      <legend>Open a line of enquiry</legend>
      <label className="field">
        <span>What can be found out, and from whom</span>
        <input type="text" autoComplete="off" maxLength={4_000} value={says} onChange={(event) => setSays(event.target.value)} />
      </label>
      <label className="field">
        <span>Last day on which it can be asked for, if it is known</span>
        <input type="date" value={day} onChange={(event) => setDay(event.target.value)} />
      </label>
      {day !== "" && (
        <>
          <label className="field">
            <span>By whose word</span>
            <input type="text" autoComplete="off" maxLength={1_000} value={source} onChange={(event) => setSource(event.target.value)} />
          </label>
          <label className="field">
            <span>Read on</span>
            <input type="date" value={readOn} onChange={(event) => setReadOn(event.target.value)} />
          </label>
        </>
      )}
      {fault !== "" && (
        <p className="mind bold" role="alert">
          {fault}
        </p>
      )}
      {came && <Hindrance answer={came} now={now} again={again} />}
      <p className="actions">
        <button type="button" className="first-button" onClick={() => void save()}>
          Open the line
        </button>
      </p>
    </fieldset>
  );
}
