import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import type { Report } from "../desk/report.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { DangerBox } from "../parts/facts.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { Lack } from "../parts/lack.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { useDraft } from "../parts/use-draft.ts";
import type { ReportCommand } from "../parts/use-report-command.ts";
import { WriteOrBack } from "../parts/write-or-back.tsx";

/** The keys are those of the same steps in a case. */
const steps = {
  met: {
    key: { name: "write-danger-met", presses: ["c m"], cap: "C M" },
    path: "danger/met",
    field: "says",
    asks: "Who is there, and since when?",
    button: "Somebody is there",
  },
  ended: {
    key: { name: "write-danger-over", presses: ["c o"], cap: "C O" },
    path: "danger/ended",
    field: "words",
    asks: "Why is it over, and how do you know?",
    button: "It is over for now",
  },
} as const;

/** What a step asks, and what its button says. */
interface StepWords {
  readonly asks: string;
  readonly button: string;
}

/** The words of the two; of a report that was handed on an officer here can write whom they told there, and no more. */
function wordsFor(tellsForce: string | undefined): Readonly<Record<keyof typeof steps, StepWords>> {
  if (tellsForce === undefined) return steps;
  return { ...steps, met: { asks: `Whom did you tell at ${tellsForce}, and when?`, button: `${tellsForce} is told` } };
}

/** What says that somebody is in danger, and the two steps that follow: somebody is there; it is over. Only a person says so. */
export function ReportDanger({
  at,
  report,
  command,
  now,
  again,
}: {
  readonly at: AtDesk;
  readonly report: Report;
  readonly command: ReportCommand;
  readonly now: Instant;
  readonly again: () => void;
}): ReactElement | null {
  const [step, setStep] = useState<keyof typeof steps | undefined>(undefined);
  const [words, setWords] = useDraft(at, `danger ${report.report}`);
  const [fault, setFault] = useState("");
  const inWords = wordsFor(report.tellsForce);
  const write = async (): Promise<void> => {
    if (step === undefined) return;
    if (words.trim() === "") return setFault("Say it in words that another can check.");
    setFault("");
    const { path, field } = steps[step];
    if (!(await command.write(report.report, path, { saw: report.saw, [field]: words.trim() }))) return;
    setWords("");
    setStep(undefined);
  };
  const isDanger = report.danger.length > 0;
  const isOwn = report.dangerIn.includes(report.report);
  useKeys(
    isOwn && step === undefined
      ? (["met", "ended"] as const).map((one) => ({
          ...steps[one].key,
          says: inWords[one].button.toLowerCase(),
          run: () => setStep(one),
        }))
      : [],
  );
  if (!isDanger) return null;
  return (
    <>
      <DangerBox lines={report.danger} />
      {report.dangerIn
        .filter((one) => one !== report.report)
        .map((one) => (
          <p key={one}>
            <PlaceLink
              way={at.way}
              to={one.startsWith("R-") ? { screen: "report", reference: one } : { screen: "case", case: one, part: "risk" }}
            >
              Say in {one.startsWith("R-") ? one : `case ${one}`} who is there, or that it is over
            </PlaceLink>
          </p>
        ))}
      {!isOwn ? null : step === undefined ? (
        <p className="actions">
          {(["met", "ended"] as const).map((one) => (
            <button key={one} type="button" className="second-button" onClick={() => setStep(one)}>
              {inWords[one].button} <KeyCap of={steps[one].key} />
            </button>
          ))}
        </p>
      ) : (
        <div className="notice">
          <Lack says={fault} />
          <label className="field">
            <span>{inWords[step].asks}</span>
            <textarea autoFocus rows={2} maxLength={4_000} value={words} onChange={(event) => setWords(event.target.value)} />
          </label>
          {command.came && <Hindrance answer={command.came} now={now} again={again} />}
          <WriteOrBack verb={inWords[step].button} write={write} back={() => setStep(undefined)} />
        </div>
      )}
    </>
  );
}
