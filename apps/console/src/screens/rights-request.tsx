import { type ReactElement, useState } from "react";
import { type ReadValue, count, object } from "@unmask/core";
import { sayCount, sayList } from "@unmask/words";
import type { Answer } from "../desk/answer.ts";
import { type LogEntry, logEntry } from "../desk/log-entry.ts";
import type { RightsRequestShown } from "../desk/rights.ts";
import { Choice } from "../parts/choice.tsx";
import { daysUntil, sayCivilDay } from "../parts/civil-day.ts";
import { DisclosureDialog } from "../parts/disclosure-dialog.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { sayWhen } from "../parts/say-when.ts";
import { SmallForm } from "../parts/small-form.tsx";
import { useCommand } from "../parts/use-command.ts";
import type { WriteSpec } from "../parts/written-fields.ts";
import { mayHere } from "./disclosure-part.ts";
import type { RightsParts } from "./rights-part.ts";
import { decideSpec, endSpec, identitySpec, looksSpec, readSpec } from "./rights-specs.ts";
import { sayCarried, sayRequest } from "./rights-words.ts";

type Parts = RightsParts & { readonly request: RightsRequestShown };

/** One request: who asks, how far it is, and what can be written of it. */
export function RightsRequest(parts: Parts): ReactElement {
  const { page, request, now } = parts;
  const { identity, answerBy, received, is, says, authority, ended, given } = request;
  return (
    <section aria-labelledby="request">
      <h2 id="request">
        {request.request} <span className="second-words">came {sayCivilDay(received)}</span>
      </h2>
      <p className="sentence">
        <bdi>{sayRequest(request, page)}</bdi>
      </p>
      <dl className="facts">
        <div>
          <dt>Answer by</dt>
          <dd>
            <Due request={request} parts={parts} />
            {answerBy !== null && (
              <span className="line second">
                <bdi>{answerBy.says}</bdi>
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>They ask for</dt>
          <dd>
            <bdi>{says}</bdi>
            {authority !== null && (
              <span className="line second">
                For the person: <bdi>{authority}</bdi>
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>Held here as</dt>
          <dd>
            <bdi>{is.map((one) => one.says).join("; ")}</bdi>
          </dd>
        </div>
        <div>
          <dt>Who they are</dt>
          <dd>
            {identity === null ? (
              <b className="mind">not checked yet</b>
            ) : (
              <>
                <b className={identity.shown ? "" : "mind"}>{identity.shown ? "shown" : "not shown"}</b>: <bdi>{identity.how}</bdi>
                <span className="line second">
                  <bdi>{identity.by}</bdi>, {sayWhen(identity.happened, now)}
                </span>
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>Second person</dt>
          <dd>
            <Second request={request} />
          </dd>
        </div>
      </dl>
      {ended !== null && (
        <p>
          <b>Taken back</b> {sayWhen(ended.happened, now)}: <bdi>{ended.reason}</bdi>
        </p>
      )}
      {given.length > 0 && <p className="second-words">It went {sayCount(given.length, "time")}: to whom stands beside.</p>}
      {ended === null && <AcrossCases {...parts} />}
      {ended === null && <Writes {...parts} />}
    </section>
  );
}

/** The same request in the officer's other cases: what each lacks, and where it is not carried yet. */
function AcrossCases({ at, page, request, reason, now, again }: Parts): ReactElement | null {
  const { carried, could } = request.across;
  const [came, setCame] = useState<Answer<Carried> | undefined>(undefined);
  const carry = async ({ case: ref, saw, is }: (typeof could)[number]): Promise<void> => {
    const body = { saw, from: { case: page.case, request: request.request }, is: is.map(({ id }) => id), reason };
    const answer = await at.world.desk.post(`cases/${ref}/rights/carry`, body, carriedThere);
    setCame(answer);
    if (answer.came !== "value") return;
    at.tellLog(answer.value.log);
    again();
  };
  if (carried.length === 0 && could.length === 0) return null;
  return (
    <section aria-labelledby="across">
      <h3 id="across">In your other cases</h3>
      <ul className="plain-lines">
        {carried.map((one) => (
          <li key={one.case}>
            <PlaceLink way={at.way} to={{ screen: "rights", case: one.case }}>
              Case {one.case}
            </PlaceLink>
            , {one.request}: {sayCarried(one)}
          </li>
        ))}
        {could.map((one) => (
          <li key={one.case}>
            <b className="mind">Case {one.case} is not in it.</b> It holds somebody of the same name:{" "}
            <bdi>{one.is.map(({ says }) => says).join("; ")}</bdi>. See there first that it is the same person.{" "}
            <button type="button" className="second-button" onClick={() => void carry(one)}>
              Carry it into case {one.case}
            </button>
          </li>
        ))}
      </ul>
      {came && came.came !== "value" && <Hindrance answer={came} now={now} again={again} />}
      <p className="second-words">
        Each case is decided by itself, and read there by a second person. What is handed out here holds every case that is decided.
      </p>
    </section>
  );
}

type Carried = { readonly saw: number; readonly log: LogEntry };
const carriedThere: ReadValue<Carried> = object(({ must }) => ({ saw: must("saw", count), log: must("log", logEntry) }));

/** The day that the force wrote for it; no limit of the law is confirmed, so none is worked out. */
function Due({ request, parts }: { readonly request: RightsRequestShown; readonly parts: RightsParts }): ReactElement {
  const { answerBy, given, ended } = request;
  if (answerBy === null) return <span>no day is written; no limit of the law is confirmed here</span>;
  const left = daysUntil(answerBy.day, parts.now) ?? 0;
  const isOpen = given.length === 0 && ended === null;
  return (
    <b className={isOpen && left < 1 ? "mind" : ""}>
      {isOpen && left < 0 ? "late: " : ""}
      {sayCivilDay(answerBy.day)}
      {isOpen && left === 0 ? ", today" : ""}
    </b>
  );
}

function Second({ request }: { readonly request: RightsRequestShown }): ReactElement {
  const last = request.readings.at(-1);
  if (last === undefined || last.of !== request.newest) return <b className="mind">has not read it as it stands</b>;
  return (
    <>
      <b className={last.agrees ? "" : "mind"}>{last.agrees ? "agrees" : "does not agree"}</b>, <bdi>{last.by}</bdi>
      {last.says !== null && (
        <span className="line second">
          <bdi>{last.says}</bdi>
        </span>
      )}
    </>
  );
}

function Writes(parts: Parts): ReactElement {
  const { at, page, request } = parts;
  const reads = mayHere(at, "release-rights");
  const [isGiving, setGiving] = useState(false);
  return (
    <>
      <div className="writes">
        <Small {...parts} spec={identitySpec(request)} />
        <Small {...parts} spec={decideSpec(page, request)} />
        <Small {...parts} spec={looksSpec(request)} />
        {reads && !request.isOwn && request.newest > 0 && request.undecided === 0 && !isReadAsItStands(request) && (
          <Small {...parts} spec={readSpec(request)} />
        )}
        {request.given.length === 0 && <Small {...parts} spec={endSpec(request)} />}
      </div>
      {!isReadAsItStands(request) && (
        <p className="second-words">
          {request.isOwn
            ? "You decided a part of it, so somebody else must read it: another supervisor of the case."
            : reads
              ? "You can read it as the second person when each thing is decided."
              : "A supervisor of the case who decided no part of it reads it."}
        </p>
      )}
      <p className="hindered">
        <button
          type="button"
          className="first-button"
          aria-disabled={request.whyNot !== null}
          aria-describedby={request.whyNot === null ? undefined : "why-not-given"}
          onClick={() => request.whyNot === null && setGiving(true)}
        >
          Hand out the answer
        </button>{" "}
        {request.whyNot !== null && (
          <b id="why-not-given" className="mind">
            {request.whyNot}
          </b>
        )}
      </p>
      {isGiving && <Give {...parts} close={() => setGiving(false)} />}
    </>
  );
}

function isReadAsItStands({ readings, newest }: RightsRequestShown): boolean {
  return newest > 0 && readings.at(-1)?.of === newest;
}

const forms = [
  { value: "paper", says: "On paper (PDF)", more: "to be read" },
  { value: "json", says: "As a data file (JSON)", more: "the same, for a program" },
] as const;

const reasons = [
  { value: "contact", says: "They asked for what is held about them" },
  { value: "court", says: "For a hearing, a prosecutor or an order" },
  { value: "other", says: "Another reason, in words" },
] as const;

const tellings = [
  { value: "yes", says: "Yes", more: "the answer says how many parts are not decided yet" },
  { value: "no", says: "No", more: "that something is held there may itself have to stay untold" },
] as const;

function Give({ at, page, request, now, again, close }: Parts & { readonly close: () => void }): ReactElement {
  const [form, setForm] = useState<(typeof forms)[number]["value"]>("paper");
  const [how, setHow] = useState("");
  const open = request.across.carried.filter(({ whyNot }) => whyNot !== null);
  const [told, setTold] = useState<(typeof tellings)[number]["value"]>("no");
  const [why, setWhy] = useState("");
  return (
    <DisclosureDialog
      title={`The answer to ${request.request}`}
      says="It leaves the desk as a second person read it: that is a disclosure, and is written in the case and in the log with its hash. Files that go with it are taken out one by one."
      reasons={reasons}
      button="Write it and make the file"
      now={now}
      ask={(recipient, reason) =>
        at.world.desk.fileOf(`cases/${page.case}/rights/${request.request}/give`, {
          saw: page.saw,
          to: recipient,
          how: how.trim() === "" ? "not said" : how.trim(),
          form,
          ...(open.length > 0 && why.trim() !== "" && { left: { told: told === "yes", reason: why.trim() } }),
          reason,
        })
      }
      then={({ name, bytes, log }) => {
        at.tellLog(log);
        at.world.saveFile(name, bytes);
        again();
      }}
      close={close}
    >
      <Choice legend="In which form" options={forms} chosen={form} choose={setForm} hasKeys={false} />
      <label className="field">
        <span>How it reaches them</span>
        <input type="text" maxLength={200} autoComplete="off" value={how} onChange={(event) => setHow(event.target.value)} />
      </label>
      {open.length > 0 && (
        <>
          <p className="mind">Not decided yet, and not in it: {sayList(open.map((one) => `case ${one.case}`))}.</p>
          <Choice
            legend="Is the person told that a part is not decided yet?"
            options={tellings}
            chosen={told}
            choose={setTold}
            hasKeys={false}
          />
          <label className="field">
            <span>Why the rest goes before, and why they are told so or not</span>
            <textarea rows={2} maxLength={2_000} value={why} onChange={(event) => setWhy(event.target.value)} />
          </label>
        </>
      )}
    </DisclosureDialog>
  );
}

function Small({ spec, ...parts }: Parts & { readonly spec: WriteSpec }): ReactElement {
  const { at, page, reason, now, again } = parts;
  const { came, write } = useCommand(at, page, reason, again);
  return <SmallForm key={spec.name} {...{ at, spec, came, write, now, again }} of={page.case} />;
}
