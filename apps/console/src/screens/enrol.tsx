import { type ReactElement, useEffect, useState } from "react";
import { object } from "@unmask/core";
import type { Answer } from "../desk/answer.ts";
import { creationOptions } from "../desk/passkey-options.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { Door } from "../parts/door.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { sayClosed } from "../parts/say-hindrance.ts";
import type { World } from "../world.ts";

const nothing = object(() => undefined);

/** The page behind the one-time link: one button, which makes the passkey; then the queue. */
export function Enrol({ world, done }: { readonly world: World; readonly done: () => void }): ReactElement {
  // Behind the # of the address, so that it stands in no log of a server and in no history.
  const [link] = useState(world.addresses.takeSecret);
  const [hindrance, setHindrance] = useState("");
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    document.title = "Make your key · Unmask desk";
  }, []);

  const enrol = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setHindrance("");
    const failure = await enrolWith(world, link);
    setBusy(false);
    if (failure === undefined) done();
    else setHindrance(failure);
  };
  useKeys([{ name: "make", presses: ["Enter"], cap: "Enter", says: "make the passkey", run: () => void enrol() }]);

  return (
    <Door force="" says="Nobody is signed in. Nothing of any report is loaded." now={world.now()}>
      <h1>Make your key to this desk</h1>
      <p className="sentence">No password. A passkey on this computer, or on a key you carry.</p>
      <h2>What is kept</h2>
      <p>
        The public half of the key, and your name. Your finger or face stays in the device. Each look you take is written with your name and
        reason, and an auditor can read it.
      </p>
      <div className="actions apart">
        <button type="button" className="first-button" aria-disabled={isBusy} onClick={() => void enrol()}>
          Make the passkey <KeyCap of={{ name: "make", presses: ["Enter"], cap: "Enter" }} />
        </button>
        <span className="second-words">then the queue opens</span>
      </div>
      <div role="status">
        {isBusy && <p className="second-words">Your browser asks for the passkey now.</p>}
        {hindrance !== "" && <p className="mind">{hindrance}</p>}
      </div>
      <p className="second-words">
        The link works once. Your first session is written as “enrolment, first look”. Not you? Close the page: nothing is used up; tell an
        administrator.
      </p>
      <h2>If the key is lost</h2>
      <p>An administrator sends a new link after seeing you; the old key ends that minute.</p>
    </Door>
  );
}

async function enrolWith(world: World, link: string): Promise<string | undefined> {
  if (link === "") return opensNothing;
  const begun = await world.desk.post("enrol/begin", { link }, creationOptions);
  if (begun.came !== "value") return sayNoLink(begun);
  const made = await world.passkeys.make(begun.value);
  if (!made.ok) return sayClosed(made.error);
  const finished = await world.desk.post("enrol/finish", { link, response: made.value }, nothing);
  return finished.came === "value" ? undefined : sayNoLink(finished);
}

/** Which of them it was is told to nobody. */
const opensNothing = "This link opens nothing. It may have been used, have ended, or be mistyped. Ask your administrator for another.";

function sayNoLink({ came }: Answer<unknown>): string {
  return came === "no-connection" ? "No connection to the desk’s server. Nothing is used up; try again." : opensNothing;
}
