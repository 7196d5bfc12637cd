import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import { roles, sayRole } from "@unmask/case";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { justLog } from "../desk/log-entry.ts";
import { type OfficerRow, newLink, officers } from "../desk/officers.ts";
import { Hindrance } from "../parts/hindrance.tsx";
import { sayWhen } from "../parts/say-when.ts";
import { ReasonFirst } from "../parts/reason-first.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useTold } from "../parts/use-told.ts";

/** Who works here, in which role, with which key. Nobody changes their own. */
export function OfficersScreen({ at, now }: { readonly at: AtDesk; readonly now: Instant }): ReactElement {
  const [reason, giveReason] = useState<GivenReason | undefined>(undefined);
  if (reason) return <List at={at} now={now} reason={reason} />;
  return (
    <ReasonFirst
      at={at}
      title="Officers"
      says="Say why you change who may come in here."
      reference="officers"
      offered={[{ code: "supervision", says: "Joiners, movers, leavers" }]}
      open={giveReason}
    />
  );
}

function List({ at, now, reason }: { readonly at: AtDesk; readonly now: Instant; readonly reason: GivenReason }): ReactElement {
  const { answer, again } = useAnswer("officers", () => at.world.desk.get("officers", officers, reason));
  const [link, setLink] = useState<{ readonly name: string; readonly link: string } | undefined>(undefined);
  const [name, setName] = useState("");
  const [role, setRole] = useState<string>("contact-handler");
  const [came, setCame] = useState<Answer<unknown> | undefined>(undefined);
  useTold(at, answer);
  const ask = async (path: string, body: object, of: string): Promise<void> => {
    const sent = await at.world.desk.post(path, { ...body, reason }, newLink);
    setCame(sent);
    if (sent.came !== "value") return;
    at.tellLog(sent.value.log);
    setLink({ name: of, link: sent.value.link });
    setName("");
    again();
  };
  const change = async (path: string, body: object): Promise<void> => {
    const sent = await at.world.desk.post(path, { ...body, reason }, justLog);
    setCame(sent);
    if (sent.came !== "value") return;
    at.tellLog(sent.value);
    again();
  };
  return (
    <main id="work" className="work">
      <h1>Officers</h1>
      {came && <Hindrance answer={came} now={now} again={again} />}
      {link && (
        <div className="notice" role="status">
          <p>
            <b>The link of {link.name}, shown once.</b> It makes one passkey and then opens nothing. Hand it over by hand.
          </p>
          <p className="mono">{link.link}</p>
        </div>
      )}
      <h2>Somebody new</h2>
      <p className="call-head">
        <label>
          Name <input type="text" autoComplete="off" maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <label>
          Role{" "}
          <select value={role} onChange={(event) => setRole(event.target.value)}>
            {roles.map((one) => (
              <option key={one} value={one}>
                {sayRole(one)}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="first-button"
          onClick={() => void (name.trim() !== "" && ask("officers", { name: name.trim(), role }, name.trim()))}
        >
          Make a link
        </button>
      </p>
      {answer === undefined ? (
        <p role="status">Asking who works here.</p>
      ) : answer.came !== "value" ? (
        <Hindrance answer={answer} now={now} again={again} />
      ) : (
        <>
          <datalist id="teams">
            {[...new Set(answer.value.officers.flatMap(({ team }) => team ?? []))].map((team) => (
              <option key={team} value={team} />
            ))}
          </datalist>
          <ul className="lines">
            {answer.value.officers.map((one) => (
              <Row
                key={one.id}
                one={one}
                provider={answer.value.provider}
                isSelf={one.id === at.me.officer.id}
                now={now}
                ask={ask}
                change={change}
              />
            ))}
          </ul>
        </>
      )}
    </main>
  );
}

function Row({
  one,
  provider,
  isSelf,
  now,
  ask,
  change,
}: {
  readonly one: OfficerRow;
  readonly provider: string | null;
  readonly isSelf: boolean;
  readonly now: Instant;
  readonly ask: (path: string, body: object, of: string) => Promise<void>;
  readonly change: (path: string, body: object) => Promise<void>;
}): ReactElement {
  return (
    <li className="officer">
      <span>
        <b>{one.name}</b>
        {one.leftAt !== null && <span className="line second">left {sayWhen(one.leftAt, now)}</span>}
      </span>
      {one.leftAt !== null ? (
        <span className="second-words">{sayRole(one.role)}; keys and sessions ended, what was written stays</span>
      ) : isSelf ? (
        <span className="dashed">
          {sayRole(one.role)}
          {one.team !== null && `, ${one.team}`}: nobody changes their own role or keys
        </span>
      ) : (
        <span className="actions">
          <label>
            <span className="unseen">Role of {one.name}</span>
            <select value={one.role} onChange={(event) => void change(`officers/${one.id}/role`, { role: event.target.value })}>
              {roles.map((role) => (
                <option key={role} value={role}>
                  {sayRole(role)}
                </option>
              ))}
            </select>
          </label>
          <button type="button" className="second-button" onClick={() => void ask(`officers/${one.id}/link`, {}, one.name)}>
            Keys lost: another link
          </button>
          <button type="button" className="second-button" onClick={() => void change(`officers/${one.id}/leave`, {})}>
            Leaves
          </button>
          <Team one={one} give={(team) => void change(`officers/${one.id}/team`, { team })} />
          {provider !== null && (
            <SignInName
              one={one}
              provider={provider}
              give={(signInName) => void change(`officers/${one.id}/sign-in-name`, { signInName })}
            />
          )}
        </span>
      )}
    </li>
  );
}

/** In which team they work, as Supervision counts it; it opens and closes nothing. Empty: in none. */
function Team({ one, give }: { readonly one: OfficerRow; readonly give: (team: string | null) => void }): ReactElement {
  const [written, write] = useState(one.team ?? "");
  const team = written.trim() === "" ? null : written.trim();
  return (
    <>
      <label>
        <span className="unseen">{one.name}: </span>
        Team:{" "}
        <input
          type="text"
          autoComplete="off"
          list="teams"
          maxLength={120}
          placeholder="in no team"
          value={written}
          onChange={(event) => write(event.target.value)}
        />
      </label>
      <button type="button" className="second-button" onClick={() => give(team)}>
        {team === null ? "Take out of the team" : "Keep this team"}
      </button>
    </>
  );
}

/** By which name they come in from the force's own sign-in. Empty: by passkeys alone. */
function SignInName({
  one,
  provider,
  give,
}: {
  readonly one: OfficerRow;
  readonly provider: string;
  readonly give: (name: string | null) => void;
}): ReactElement {
  const [written, write] = useState(one.signInName ?? "");
  const name = written.trim() === "" ? null : written.trim();
  return (
    <>
      <label>
        <span className="unseen">{one.name}: </span>
        {provider}:{" "}
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={120}
          placeholder="no name: passkeys alone"
          value={written}
          onChange={(event) => write(event.target.value)}
        />
      </label>
      <button type="button" className="second-button" onClick={() => give(name)}>
        {name === null ? "Take the name away" : "Keep this name"}
      </button>
    </>
  );
}
