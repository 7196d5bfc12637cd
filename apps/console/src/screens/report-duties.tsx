import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import type { Report } from "../desk/report.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { FormFrame } from "../parts/form-frame.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { sayWhen } from "../parts/say-when.ts";
import { useDraft } from "../parts/use-draft.ts";
import type { MakeCase } from "../parts/use-make-case.ts";
import { useReportCommand } from "../parts/use-report-command.ts";
import { ChooseField, WordsField } from "../parts/write-form.tsx";
import { WriteOrBack } from "../parts/write-or-back.tsx";
import { DutyRow } from "./case-now.tsx";

/** What the Code asks of a report that stands in no case, each with the key that does it, and the referral to a service that supports the person. */
export function ReportDuties({
  at,
  report,
  reason,
  now,
  again,
  makeCase,
}: {
  readonly at: AtDesk;
  readonly report: Report;
  readonly reason: GivenReason;
  readonly now: Instant;
  readonly again: () => void;
  readonly makeCase: MakeCase;
}): ReactElement {
  const [isWriting, setWriting] = useState(false);
  const refer = (): void => setWriting(true);
  const { case: ofCase } = report;
  const inCase =
    ofCase === undefined
      ? { does: "Make a case, then write", run: makeCase.ask }
      : { does: `Write in case ${ofCase}`, run: (): void => at.way.go({ screen: "case", case: ofCase, part: "updates" }) };
  const open = report.duties
    .filter(({ state }) => state !== "met" && state !== "met-late")
    .map((duty) => ({
      duty,
      // Whom to ask and the crime reference are in what acknowledges it, and the number of the case is that reference.
      ...(duty.id === "refer" ? { does: "Write of a referral", run: refer } : inCase),
    }));
  useKeys([
    ...open.map(({ duty, does, run }, i) => ({
      name: `duty-${i + 1}`,
      presses: [String(i + 1)],
      cap: String(i + 1),
      says: `${does.toLowerCase()}: ${duty.says}`,
      run,
    })),
    { name: "referral", presses: ["w"], cap: "W", says: "write of a referral to support", run: refer },
  ]);
  const { made, wish } = report.referral;
  return (
    <section aria-labelledby="due-of-report">
      <h2 id="due-of-report">Due, by the Victims’ Code</h2>
      {open.length > 0 && (
        <ul className="lines">
          {open.map(({ duty, does, run }, i) => (
            <DutyRow key={duty.id} duty={duty} now={now}>
              <button type="button" className="in-line" onClick={run} aria-keyshortcuts={String(i + 1)}>
                {does}
                <span className="unseen">: {duty.says}</span>
              </button>{" "}
              <KeyCap of={{ name: `duty-${i + 1}`, presses: [String(i + 1)], cap: String(i + 1) }} />
            </DutyRow>
          ))}
        </ul>
      )}
      <p className={made ? "" : "second-words"}>
        {made === undefined
          ? `Nobody wrote of a referral to support yet. ${wishes[wish]}`
          : `${made.outcome === "referred" ? `Referred to ${made.to ?? "a service"}` : "Asked, and no referral is wanted"}, ${sayWhen(made.at, now)}, by ${made.by}.`}
        {made?.says !== undefined && <span className="line">“{made.says}”</span>}
      </p>
      {isWriting ? (
        <ReferralWrite {...{ at, report, reason, now, again }} close={() => setWriting(false)} />
      ) : (
        <p className="actions">
          <button type="button" className="second-button" onClick={refer} aria-keyshortcuts="W">
            Write of a referral <KeyCap of={{ name: "referral", presses: ["w"], cap: "W" }} />
          </button>
        </p>
      )}
    </section>
  );
}

const wishes = {
  yes: "The person said that others who help may be told.",
  no: "The person asked that nobody else is told: ask them first.",
  unsaid: "Whether others may be told was not said: ask.",
} as const;

/** One referral, or that none is wanted. Who asked that nobody else is told agrees first. */
function ReferralWrite({
  at,
  report,
  reason,
  now,
  again,
  close,
}: {
  readonly at: AtDesk;
  readonly report: Report;
  readonly reason: GivenReason;
  readonly now: Instant;
  readonly again: () => void;
  readonly close: () => void;
}): ReactElement {
  const [outcome, setOutcome] = useState("");
  const [to, setTo] = useDraft(at, `referral to ${report.report}`);
  const [says, setSays] = useDraft(at, `referral ${report.report}`);
  const [fault, setFault] = useState("");
  const command = useReportCommand(at, reason, again);
  const write = async (): Promise<void> => {
    if (outcome === "") return setFault("Say which it is.");
    if (outcome === "referred" && to.trim() === "") return setFault("Say to which service.");
    setFault("");
    const more = { ...(outcome === "referred" ? { to: to.trim() } : {}), ...(says.trim() === "" ? {} : { says: says.trim() }) };
    if (!(await command.write(report.report, "referral", { saw: report.saw, outcome, ...more }))) return;
    setTo("");
    setSays("");
    close();
  };
  return (
    <FormFrame
      legend="A service that supports the person"
      {...{ fault, now, again }}
      save={write}
      came={command.came}
      end={<WriteOrBack verb="Write it" says="write the referral" write={write} back={close} />}
    >
      <ChooseField
        says="Which it is"
        isFirst
        options={[
          { value: "referred", says: "the person was referred" },
          { value: "not-wanted", says: "asked, and not wanted" },
        ]}
        value={outcome}
        set={setOutcome}
      />
      {outcome === "referred" && <WordsField says="To which service" longest={200} value={to} set={setTo} />}
      <WordsField says="How the person agreed, or why not" value={says} set={setSays} />
    </FormFrame>
  );
}
