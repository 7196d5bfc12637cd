import { type ReactElement, type RefObject, useEffect, useRef, useState } from "react";
import type { Instant } from "@unmask/core";
import { sayList } from "@unmask/words";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import { type OfficerOnCase, barredFromCase, membersOfCase } from "../desk/case-members.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { justLog } from "../desk/log-entry.ts";
import { Hindrance } from "../parts/hindrance.tsx";
import { Lack } from "../parts/lack.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useDraft } from "../parts/use-draft.ts";
import { useTold } from "../parts/use-told.ts";

interface OfCase {
  readonly at: AtDesk;
  readonly caseNumber: string;
  readonly reason: GivenReason;
  readonly now: Instant;
}

/** Whether this officer's role may say who is on a case: a supervisor of any, an investigator of one that they are on (docs/access.md). */
export function maySayWhoIsOn({ me }: Pick<AtDesk, "me">, isOn: boolean): boolean {
  return me.officer.role === "supervisor" || (isOn && me.officer.role === "investigator");
}

/** Who is on a case, for whoever may only read it. */
export function MembersNamed({ members }: { readonly members: readonly OfficerOnCase[] }): ReactElement {
  return (
    <section aria-labelledby="members">
      <h2 id="members">Who is on this case</h2>
      <p>{members.length === 0 ? "Nobody." : `${sayList(members.map(({ name }) => name))}.`}</p>
      <p className="second-words">A supervisor, or an investigator who is on it, says who else is.</p>
    </section>
  );
}

/** Who is on a case: put on, taken off, and for a supervisor closed to an officer who is in it. A supervisor need not be on it. */
export function CaseMembers({ at, caseNumber, reason, now }: OfCase): ReactElement {
  const { answer, again } = useAnswer(`members ${caseNumber}`, () =>
    at.world.desk.get(`cases/${caseNumber}/members`, membersOfCase, reason),
  );
  useTold(at, answer);
  const [came, setCame] = useState<Answer<unknown> | undefined>(undefined);
  const [chosen, choose] = useState("");
  const [fault, setFault] = useState("");
  const head = useFocusKept(answer);
  const write = async (path: string, body: object): Promise<boolean> => {
    const written = await at.world.desk.post(`cases/${caseNumber}/${path}`, { ...body, reason }, justLog);
    setCame(written);
    if (written.came !== "value") return false;
    at.tellLog(written.value);
    again();
    return true;
  };
  const put = async (): Promise<void> => {
    if (chosen === "") return setFault("Choose the officer first.");
    setFault("");
    if (await write("members", { officer: chosen })) choose("");
  };
  if (answer === undefined) return <p role="status">Asking who is on this case.</p>;
  if (answer.came !== "value") return <Hindrance answer={answer} now={now} again={again} />;
  const { members, here } = answer.value;
  // Nobody puts themselves on a case.
  const others = here.filter(({ id }) => id !== at.me.officer.id && !members.some((one) => one.id === id));
  return (
    <section aria-labelledby="members">
      <h2 id="members" ref={head} tabIndex={-1}>
        Who is on this case
      </h2>
      {members.length === 0 && <p className="second-words">Nobody is on it.</p>}
      <ul className="lines named-lines">
        {members.map(({ id, name }) => (
          <li key={id}>
            <span>{name}</span>
            <button type="button" className="second-button" onClick={() => void write("members/remove", { officer: id })}>
              Take {name} off it
            </button>
          </li>
        ))}
      </ul>
      <fieldset className="add-line">
        <legend>Put an officer on it</legend>
        <OfficerChosen says="Officer" officers={others} chosen={chosen} choose={choose} />
        <Lack says={fault} />
        <p className="actions">
          <button type="button" className="first-button" onClick={() => void put()}>
            Put on this case
          </button>
          <span className="second-words">it is written with your reason; nobody can put themselves on a case</span>
        </p>
      </fieldset>
      {at.me.officer.role === "supervisor" && <ClosedTo {...{ at, caseNumber, reason, now, here, write }} />}
      {came && <Hindrance answer={came} now={now} again={again} />}
    </section>
  );
}

/** To whom the case is closed because they are in it, or their household is: they come off it, and open it by no way. */
function ClosedTo({
  at,
  caseNumber,
  reason,
  now,
  here,
  write,
}: OfCase & { readonly here: readonly OfficerOnCase[]; readonly write: (path: string, body: object) => Promise<boolean> }): ReactElement {
  const { answer, again } = useAnswer(`barred ${caseNumber}`, () =>
    at.world.desk.get(`cases/${caseNumber}/barred`, barredFromCase, reason),
  );
  const [chosen, choose] = useState("");
  const [words, setWords] = useDraft(at, `barred ${caseNumber}`);
  const [fault, setFault] = useState("");
  const head = useFocusKept(answer);
  const close = async (): Promise<void> => {
    if (chosen === "" || words.trim() === "") return setFault("Choose the officer, and say why.");
    setFault("");
    if (!(await write("barred", { officer: chosen, words: words.trim() }))) return;
    choose("");
    setWords("");
    again();
  };
  const lift = async (officer: string): Promise<void> => {
    if (await write("barred/lift", { officer })) again();
  };
  if (answer === undefined) return <p role="status">Asking to whom it is closed.</p>;
  if (answer.came !== "value") return <Hindrance answer={answer} now={now} again={again} />;
  const { barred } = answer.value;
  return (
    <>
      <h3 ref={head} tabIndex={-1}>
        Closed to an officer who is in it
      </h3>
      <ul className="lines named-lines">
        {barred.map(({ id, name }) => (
          <li key={id}>
            <span>{name}</span>
            <button type="button" className="second-button" onClick={() => void lift(id)}>
              Open it to {name} again
            </button>
          </li>
        ))}
      </ul>
      <fieldset className="add-line">
        <legend>Close it to an officer</legend>
        <OfficerChosen
          says="Officer who is in it"
          officers={here.filter(({ id }) => !barred.some((one) => one.id === id))}
          chosen={chosen}
          choose={choose}
        />
        <label className="field">
          <span>Why, for whoever asks later; the officer does not read it</span>
          <input type="text" autoComplete="off" maxLength={1_000} value={words} onChange={(event) => setWords(event.target.value)} />
        </label>
        <Lack says={fault} />
        <p className="actions">
          <button type="button" className="second-button" onClick={() => void close()}>
            Close it to this officer
          </button>
          <span className="second-words">they come off it at once; another supervisor can open it again</span>
        </p>
      </fieldset>
    </>
  );
}

/** Whoever is taken out of a list takes the button with them: the heading of the list has the focus then. */
function useFocusKept(list: Answer<unknown> | undefined): RefObject<HTMLHeadingElement | null> {
  const head = useRef<HTMLHeadingElement>(null);
  const isReadAgain = useRef(false);
  useEffect(() => {
    if (isReadAgain.current && document.activeElement === document.body) head.current?.focus();
    isReadAgain.current = list !== undefined;
  }, [list]);
  return head;
}

function OfficerChosen({
  says,
  officers,
  chosen,
  choose,
}: {
  readonly says: string;
  readonly officers: readonly OfficerOnCase[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
}): ReactElement {
  return (
    <label>
      <span>{says}</span>
      <select value={chosen} onChange={(event) => choose(event.target.value)}>
        <option value="">choose one</option>
        {officers.map(({ id, name, role }) => (
          <option key={id} value={id}>
            {name}, {role}
          </option>
        ))}
      </select>
    </label>
  );
}
