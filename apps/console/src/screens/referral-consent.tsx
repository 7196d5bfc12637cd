import { type ReactElement, useState } from "react";
import type { AskedOf, Referral, Referrals } from "../desk/referral.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { FormFrame } from "../parts/form-frame.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { useCommand } from "../parts/use-command.ts";
import { useDraft } from "../parts/use-draft.ts";
import { useFocusBack } from "../parts/use-focus-back.ts";
import { WriteOrBack } from "../parts/write-or-back.tsx";
import { waysToKnow } from "../parts/written-fields.ts";
import type { CasePartProps } from "./case-part.ts";

/** What is asked for first; whoever asks can add to it. What nobody asks is no. */
const usual: readonly string[] = [
  "The person’s name, and what kind of help is asked for",
  "How and when the person can be reached",
  "What the person wants from the service, in their words",
  "That an order is being asked for",
  "Photographs and other exhibits",
  "Numbers of other people",
  "Acts, answers about risk, address",
];
const answers: readonly { readonly value: AskedOf["answer"]; readonly says: string }[] = [
  { value: "not-asked", says: "not asked, so no" },
  { value: "yes", says: "yes" },
  { value: "no", says: "no" },
];
const another = "another";

interface ConsentOf extends CasePartProps {
  readonly shown: Referrals;
  /** Anew for this one; undefined: a first consent, to a service that is chosen. */
  readonly to?: Referral | undefined;
  /** The letter after C: two such forms stand on one page. */
  readonly letter: "n" | "o";
}

/** A button that becomes the form in its place. */
export function ConsentWrite(of: ConsentOf): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const [button] = useFocusBack(isOpen);
  const key = { name: `consent-${of.letter}`, presses: [`c ${of.letter}`], cap: `C ${of.letter.toUpperCase()}` };
  useKeys(isOpen ? [] : [{ ...key, says: "ask what may be shared", run: () => setOpen(true) }]);
  if (isOpen) return <ConsentForm {...of} close={() => setOpen(false)} />;
  return (
    <p className="actions">
      <button ref={button} type="button" className="second-button" onClick={() => setOpen(true)}>
        {of.to === undefined ? "Ask what a service may be told" : "Ask again"} <KeyCap of={key} />
      </button>
    </p>
  );
}

function ConsentForm({ at, page, reason, now, again, shown, to, close }: ConsentOf & { readonly close: () => void }): ReactElement {
  const draft = `consent ${page.case} ${to?.referral ?? ""}`;
  const before = to?.consents.at(-1);
  const [scope, setScope] = useState<readonly AskedOf[]>(before?.scope ?? usual.map((what) => ({ what, answer: "not-asked" })));
  const [service, setService] = useState(to?.service ?? (to === undefined ? "" : another));
  const [name, setName] = useDraft(at, `${draft} name`);
  const [whose, setWhose] = useState(to?.of ?? (shown.reports.length === 1 ? (shown.reports[0]?.report ?? "") : ""));
  const [inHerWords, setWords] = useDraft(at, `${draft} words`);
  const [asked, setAsked] = useDraft(at, `${draft} asked`);
  const [until, setUntil] = useState("");
  const [knowing, setKnowing] = useState("");
  const [fault, setFault] = useState("");
  const { came, write } = useCommand(at, { ...page, saw: shown.saw }, reason, again);
  const named = to?.name ?? (service === another ? name.trim() : (listed(shown).find(({ id }) => id === service)?.name ?? ""));
  const save = async (): Promise<void> => {
    const lack =
      named === ""
        ? "Say which service."
        : shown.reports.length > 1 && whose === ""
          ? "Say whose consent it is."
          : until === ""
            ? "Say until which day. Without an end nothing can be shared."
            : inHerWords.trim() === ""
              ? "Write what the person said, as they said it."
              : knowing === ""
                ? "Say how it is known."
                : asked.trim() === ""
                  ? "Say who asked, and how."
                  : "";
    setFault(lack);
    if (lack !== "") return;
    const things = scope.filter(({ what }) => what.trim() !== "").map((one) => ({ ...one, what: one.what.trim() }));
    const body = {
      ...(to !== undefined && { referral: to.referral }),
      ...(whose !== "" && (to === undefined || to.of !== null) && { of: whose }),
      ...(service !== another && service !== "" && { service }),
      ...{ name: named, scope: things, until, inHerWords: inHerWords.trim(), knowing, asked: asked.trim() },
    };
    if (!(await write("referrals/consent", body))) return;
    setWords("");
    close();
  };
  const change = (place: number, part: Partial<AskedOf>): void =>
    setScope((all) => all.map((one, i) => (i === place ? limited({ ...one, ...part }) : one)));
  return (
    <FormFrame
      legend={to === undefined ? "What may a service be told?" : `What may ${to.name} be told from now on?`}
      {...{ fault, came, now, again, save }}
      end={<WriteOrBack verb="Write what was agreed" write={save} back={close} />}
    >
      {to === undefined && (
        <label>
          <span>Which service?</span>
          <select autoFocus value={service} onChange={(event) => setService(event.target.value)}>
            <option value="">choose one</option>
            {listed(shown).map(({ id, name: called, isSealed }) => (
              <option key={id} value={id}>
                {called}
                {isSealed ? "" : " (no recipient: nothing can be sealed to it yet)"}
              </option>
            ))}
            <option value={another}>another, by its name</option>
          </select>
        </label>
      )}
      {to === undefined && service === another && <Line says="Its name" value={name} set={setName} />}
      {to === undefined && shown.reports.length > 1 && (
        <label>
          <span>Whose consent is it?</span>
          <select value={whose} onChange={(event) => setWhose(event.target.value)}>
            <option value="">choose one: nobody consents for another</option>
            {shown.reports.map((one) => (
              <option key={one.report} value={one.report}>
                {one.report}
                {one.name === undefined ? "" : `, ${one.name}`}
              </option>
            ))}
          </select>
        </label>
      )}
      <ul className="scope" aria-label="What may be shared">
        {scope.map((one, i) => (
          // A line has no identity but its place: it is written here and goes nowhere before the form does.
          <li key={i}>
            <input
              type="text"
              aria-label={`Thing ${i + 1}`}
              maxLength={300}
              value={one.what}
              onChange={(event) => change(i, { what: event.target.value })}
            />
            <select
              aria-label={`Answer to: ${one.what}`}
              value={one.answer}
              onChange={(event) => change(i, { answer: answers.find(({ value }) => value === event.target.value)?.value ?? "not-asked" })}
            >
              {answers.map(({ value, says }) => (
                <option key={value} value={value}>
                  {says}
                </option>
              ))}
            </select>
            {one.answer === "yes" && (
              <input
                type="text"
                aria-label={`Limit for: ${one.what}`}
                placeholder="a limit, as it was said"
                maxLength={300}
                value={one.says ?? ""}
                onChange={(event) => change(i, { says: event.target.value })}
              />
            )}
          </li>
        ))}
      </ul>
      <p className="actions">
        <button type="button" className="in-line" onClick={() => setScope((all) => [...all, { what: "", answer: "not-asked" }])}>
          One more thing
        </button>
      </p>
      <label className="field">
        <span>In the person’s words</span>
        <textarea className="said" rows={3} maxLength={4_000} value={inHerWords} onChange={(event) => setWords(event.target.value)} />
      </label>
      <label className="field">
        <span>Until which day? On it something may still go</span>
        <input type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
      </label>
      <label>
        <span>How is it known?</span>
        <select value={knowing} onChange={(event) => setKnowing(event.target.value)}>
          <option value="">choose one</option>
          {waysToKnow.slice(0, 2).map(({ value, says }) => (
            <option key={value} value={value}>
              {says}
            </option>
          ))}
        </select>
      </label>
      <Line says="Who asked, and how" value={asked} set={setAsked} />
      <p className="second-words">
        <b>What it changes:</b> what is yes may go, sealed, until that day. It can be taken back at any time; say so to the person, and that
        what went cannot be called back.
      </p>
    </FormFrame>
  );
}

/** A limit that is blank is none, and only a yes has one. */
function limited({ what, answer, says }: AskedOf): AskedOf {
  return { what, answer, ...(answer === "yes" && says !== undefined && says.trim() !== "" && { says }) };
}

/** Services to which something can be sealed first, then the directory; the police are none. */
function listed({ services, directory }: Referrals): readonly { readonly id: string; readonly name: string; readonly isSealed: boolean }[] {
  const sealed = new Set(services.map(({ id }) => id));
  return [
    ...services.map(({ id, name }) => ({ id, name, isSealed: true })),
    ...directory.filter(({ id, isAlways }) => !isAlways && !sealed.has(id)).map(({ id, name }) => ({ id, name, isSealed: false })),
  ];
}

function Line({ says, value, set }: { readonly says: string; readonly value: string; readonly set: (text: string) => void }): ReactElement {
  return (
    <label className="field">
      <span>{says}</span>
      <input type="text" autoComplete="off" maxLength={300} value={value} onChange={(event) => set(event.target.value)} />
    </label>
  );
}
