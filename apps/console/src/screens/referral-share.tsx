import { type ReactElement, useState } from "react";
import type { Answer } from "../desk/answer.ts";
import { type Referral, type Referrals, bagSealed } from "../desk/referral.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { FormFrame } from "../parts/form-frame.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { useOneAtATime } from "../parts/use-one-at-a-time.ts";
import { useFocusBack } from "../parts/use-focus-back.ts";
import { WriteOrBack } from "../parts/write-or-back.tsx";
import type { CasePartProps } from "./case-part.ts";
import { recipientOf } from "./referral-words.ts";

const key = { name: "seal", presses: ["c s"], cap: "C S" };

interface ShareOf extends CasePartProps {
  readonly shown: Referrals;
  readonly referral: Referral;
}

/** Sealing a bag: each thing that has a yes, with the words that go. Where nothing may go, it says why in the place of the button. */
export function ShareWrite(of: ShareOf): ReactElement {
  const { referral, shown } = of;
  const [isOpen, setOpen] = useState(false);
  const [button] = useFocusBack(isOpen);
  const service = recipientOf(referral, shown);
  const canGo = referral.whyNothing === null && service !== undefined;
  useKeys(isOpen || !canGo ? [] : [{ ...key, says: "seal a bag", run: () => setOpen(true) }]);
  if (referral.whyNothing !== null)
    return (
      <>
        <p className="actions">
          <span className="dashed">Share something</span>
        </p>
        <p className="second-words">{referral.whyNothing}</p>
      </>
    );
  if (service === undefined)
    return (
      <>
        <p className="actions">
          <span className="dashed">Seal a bag</span>
        </p>
        <p className="second-words">{referral.name} gave this force no recipient. An administrator loads it: unmask force services.</p>
      </>
    );
  if (isOpen) return <ShareForm {...of} close={() => setOpen(false)} />;
  return (
    <p className="actions">
      <button ref={button} type="button" className="second-button" onClick={() => setOpen(true)}>
        Seal bag {referral.bags.length + 1} <KeyCap of={key} />
      </button>
    </p>
  );
}

function ShareForm({ at, page, reason, now, again, shown, referral, close }: ShareOf & { readonly close: () => void }): ReactElement {
  const [words, setWords] = useState<Readonly<Record<string, string>>>({});
  const [fault, setFault] = useState("");
  const [came, setCame] = useState<Answer<unknown> | undefined>(undefined);
  const oneAtATime = useOneAtATime();
  const allowed = referral.things.filter(({ answer }) => answer === "yes");
  const seal = async (): Promise<void> => {
    const parts = allowed.flatMap(({ what }) => {
      const says = (words[what] ?? "").trim();
      return says === "" ? [] : [{ what, says }];
    });
    if (parts.length === 0) return setFault("Write the words of at least one thing.");
    setFault("");
    const body = { saw: shown.saw, referral: referral.referral, parts, reason };
    const answer = await oneAtATime(() => at.world.desk.post(`cases/${page.case}/referrals/seal`, body, bagSealed));
    if (answer === undefined) return;
    setCame(answer);
    if (answer.came !== "value") return;
    at.tellLog(answer.value.log);
    close();
    again();
  };
  return (
    <FormFrame
      legend={`Bag ${referral.bags.length + 1} to ${referral.name}`}
      {...{ fault, came, now, again }}
      save={seal}
      end={<WriteOrBack verb="Seal it and write what is in it" write={seal} back={close} />}
    >
      {allowed.map(({ what, says }, i) => (
        <label key={what} className="field">
          <span>
            {what}
            {says !== undefined && <b>: {says}</b>}
          </span>
          <textarea
            rows={2}
            maxLength={8_000}
            autoFocus={i === 0}
            value={words[what] ?? ""}
            onChange={(event) => setWords((before) => ({ ...before, [what]: event.target.value }))}
          />
        </label>
      ))}
      <p className="second-words">
        <b>What it changes:</b> exactly these words are sealed to the service and written here as gone; what stays blank does not go. It
        cannot be called back.
      </p>
    </FormFrame>
  );
}
