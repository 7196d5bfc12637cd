import { type ReactElement, useEffect, useState } from "react";
import { object } from "@unmask/core";
import type { Answer } from "../desk/answer.ts";
import { type DutyCode, type DutyReason, dutyReasons } from "../desk/duty-reason.ts";
import { providerAddress, signInWays } from "../desk/sign-in-ways.ts";
import type { WhyNobody } from "../desk/why-nobody.ts";
import { requestOptions } from "../desk/passkey-options.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { Choice } from "../parts/choice.tsx";
import { Door } from "../parts/door.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { Notice } from "../parts/notices.tsx";
import { sayClosed, sayNoProvider } from "../parts/say-hindrance.ts";
import type { World } from "../world.ts";

/** Any answer that says no more than that it went well. */
const nothing = object(() => undefined);

/** The key of the second way in. */
const elsewhere = { name: "sign-in-elsewhere", presses: ["o"], cap: "O" };

/** Signing in: the reason for being at the desk, then the passkey, or the force's own sign-in where it has one. Nothing to remember, nothing to copy. */
export function SignIn({
  world,
  why,
  before,
  done,
}: {
  readonly world: World;
  readonly why: WhyNobody;
  /** What came of the last try elsewhere; empty where there was none. */
  readonly before: string;
  readonly done: () => Promise<void>;
}): ReactElement {
  const [code, setCode] = useState<DutyCode>("shift");
  const [words, setWords] = useState("");
  const [hindrance, setHindrance] = useState(before);
  const [provider, setProvider] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const chosen = dutyReasons.find(({ value }) => value === code);
  const isWordless = chosen?.needsWords === true && words.trim() === "";

  const tryBy = async (way: (world: World, dutyReason: DutyReason) => Promise<string | undefined>): Promise<boolean> => {
    if (isBusy) return false;
    if (isWordless) {
      setHindrance("Say in words why you are at this desk: an auditor can read it.");
      return false;
    }
    setBusy(true);
    setHindrance("");
    const failure = await way(world, chosen?.needsWords === true ? { code, text: words.trim() } : { code });
    setBusy(false);
    if (failure !== undefined) setHindrance(failure);
    return failure === undefined;
  };
  const signIn = async (): Promise<void> => {
    if (await tryBy(signInWith)) await done();
  };
  const signInElsewhere = (): void => void tryBy(sendToProvider);
  useKeys([
    ...dutyReasons.map(({ value, says }, i) => ({
      name: `reason-${value}`,
      presses: [String(i + 1)],
      cap: String(i + 1),
      says,
      run: () => setCode(value),
    })),
    { name: "sign-in", presses: ["Enter", "Control+Enter"], cap: "Enter", says: "sign in", run: () => void signIn() },
    ...(provider === null ? [] : [{ ...elsewhere, says: `sign in with ${provider}`, run: signInElsewhere }]),
  ]);
  useEffect(() => {
    document.title = "Sign in · Unmask desk";
    void world.desk.post("sign-in/ways", {}, signInWays).then((ways) => {
      if (ways.came === "value") setProvider(ways.value.provider);
    });
  }, [world]);

  return (
    <Door force="" says="Nobody is signed in. Nothing of any report is loaded." now={world.now()}>
      {why === "locked" && (
        <Notice>
          <p>
            <b>Locked.</b> Nothing of a report is on this screen or in its memory. Sign in again to go on where you were.
          </p>
        </Notice>
      )}
      {why === "ended" && (
        <Notice isMind>
          <p>
            <b className="mind">Your session has ended.</b> Nothing of a report is on this screen or in its memory. Sign in again to go on
            where you were.
          </p>
        </Notice>
      )}
      <h1>Why are you at this desk?</h1>
      <p className="sentence">One reason for the rows of the queue. Opening anything asks for its own.</p>
      <Choice legend="Your reason" options={dutyReasons} chosen={code} choose={setCode} />
      {chosen?.needsWords === true && (
        <label className="field">
          <span>{chosen.asks}</span>
          <input type="text" value={words} maxLength={200} autoComplete="off" onChange={(event) => setWords(event.target.value)} />
        </label>
      )}
      <WhatItNeeds />
      <div className="actions">
        <button type="button" className="first-button" aria-disabled={isBusy} onClick={() => void signIn()}>
          Sign in with your passkey <KeyCap of={{ name: "sign-in", presses: ["Enter", "Control+Enter"], cap: "Enter" }} />
        </button>
        {provider !== null && (
          <button type="button" className="second-button" aria-disabled={isBusy} onClick={signInElsewhere}>
            Sign in with {provider} <KeyCap of={elsewhere} />
          </button>
        )}
      </div>
      <div role="status">
        {isBusy && <p className="second-words">Your browser asks who you are now.</p>}
        {hindrance !== "" && <p className="mind">{hindrance}</p>}
      </div>
      <h2>No passkey on this computer?</h2>
      <p>
        Use the one on your phone or a security key: the browser shows how.{" "}
        {provider === null
          ? "There is no other way in, and nothing to remember or copy."
          : `Or sign in with ${provider}: it asks you anew each time.`}{" "}
        Without one, ask an administrator for a link.
      </p>
      <h2>Only a date?</h2>
      <p>
        <a href="/when-due">When is it due?</a> works out what must be notified under an order, and by when. It needs no sign-in, stores
        nothing and sends nothing.
      </p>
    </Door>
  );
}

/** What each step at the desk needs besides the reason above. */
function WhatItNeeds(): ReactElement {
  const rows = [
    ["Rows and preview", "the reason above"],
    ["Open a report or a case", "its own reason, one key, tied to a task"],
    ["Search, see a link", "its own, written for each person shown"],
    ["Export, get a file", "its own, and who receives it"],
  ] as const;
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">What you then do</th>
          <th scope="col">What it needs</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([does, needs]) => (
          <tr key={does}>
            <th scope="row">{does}</th>
            <td>{needs}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Undefined when it went well, else what to say. Which of the causes it was is told to nobody. */
async function signInWith(world: World, dutyReason: DutyReason): Promise<string | undefined> {
  const begun = await world.desk.post("sign-in/begin", {}, requestOptions);
  if (begun.came !== "value") return sayNoKey(begun);
  const given = await world.passkeys.use(begun.value);
  if (!given.ok) return sayClosed(given.error);
  const finished = await world.desk.post("sign-in/finish", { response: given.value, dutyReason }, nothing);
  return finished.came === "value" ? undefined : sayNoKey(finished);
}

/** Leaves for the force's own sign-in; undefined when the page is on its way there. */
async function sendToProvider(world: World, dutyReason: DutyReason): Promise<string | undefined> {
  const begun = await world.desk.post("sign-in/provider/begin", { dutyReason, place: world.addresses.read() }, providerAddress);
  if (begun.came !== "value") return sayNoProvider(begun);
  world.addresses.leave(begun.value);
  return undefined;
}

function sayNoKey({ came }: Answer<unknown>): string {
  if (came === "no-connection") return "No connection to the desk’s server. Nothing was tried; try again.";
  return "This passkey opens nothing here. Try your other key, or ask an administrator.";
}
