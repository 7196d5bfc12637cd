import { type ReactElement, useState } from "react";
import { sayCount } from "@unmask/words";
import type { AnswerToPrompt } from "../desk/assess.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { PlacesTold } from "../parts/places-told.tsx";
import { ReadyButton } from "../parts/ready-button.tsx";
import { ToldDangers } from "../parts/told-dangers.tsx";
import { useCommand } from "../parts/use-command.ts";
import { AssessPrompts } from "./assess-prompts.tsx";
import type { CasePartProps } from "./case-part.ts";
import { InTheirWords } from "./case-said.tsx";
import { CaseSmall } from "./case-small.tsx";
import { dangerEndedSpec, dangerMetSpec, groundSpec } from "./case-specs.ts";
import { AttemptLines, BreachLines, InstrumentLines } from "./noted-lines.tsx";
import { breachSpec, contactSpec, dangerSpec, instrumentSpec } from "./noted-specs.ts";
import { withdrawSpecs, withdrawable } from "./withdraw-specs.ts";
import { WithdrawnLines } from "./withdrawn.tsx";

/** Danger, breaches, the prompts and the licensed instrument of a case: asked again at each new event; no number comes out. */
export function CaseRiskPart(parts: CasePartProps): ReactElement {
  const { page, now } = parts;
  return (
    <>
      <header className="work-head">
        <h1>Danger and risk</h1>
        <p className="end second-words">prompts of {page.risk.rule}; no number comes out</p>
      </header>
      <CaseDanger {...parts} />
      <h2>Tried to reach them</h2>
      <AttemptLines noted={page.noted} now={now} />
      <h2>Acts that break an order</h2>
      <BreachLines noted={page.noted} now={now} />
      <WithdrawnLines noted={page.noted} kinds={withdrawable.breaches} now={now} />
      <CaseSmall {...parts} specs={[breachSpec, ...withdrawSpecs(page.noted, withdrawable.breaches)]} />
      <InTheirWords reports={page.reports} now={now} />
      <h2>Risk prompts</h2>
      <Prompts {...parts} />
      <h2>Licensed instrument</h2>
      <InstrumentLines noted={page.noted} now={now} />
      <CaseSmall {...parts} specs={[instrumentSpec]} />
    </>
  );
}

/** What stands of danger, and the next step: somebody is there, it is over. What was said in a report is answered there. */
function CaseDanger(parts: CasePartProps): ReactElement {
  const { at, page, now } = parts;
  const { danger, dangerOver, places } = page.first;
  const own = danger.some(({ of }) => of === page.case);
  return (
    <>
      {danger.length === 0 && <p className="second-words">Nobody wrote of a danger that stands. That is not “there is none”.</p>}
      <ToldDangers
        dangers={danger}
        now={now}
        next={({ of }) =>
          of !== page.case && (
            <PlaceLink way={at.way} to={{ screen: "report", reference: of }}>
              Say in {of} who is there, or that it is over
            </PlaceLink>
          )
        }
      />
      {danger.length > 0 && (
        <p>
          <PlacesTold places={places} />
        </p>
      )}
      <CaseSmall
        {...parts}
        specs={[...(own ? [dangerMetSpec, dangerEndedSpec] : []), dangerSpec("danger/raise"), contactSpec(page.reached)]}
      />
      {dangerOver.length > 0 && (
        <>
          <h3>Danger that is over</h3>
          <ToldDangers dangers={dangerOver} now={now} />
        </>
      )}
    </>
  );
}

/** The prompts with the answers that stand and those that are being given: they are written together. */
function Prompts({ at, page, reason, now, again }: CasePartProps): ReactElement {
  const { risk } = page;
  const [given, setGiven] = useState<Readonly<Record<string, AnswerToPrompt>>>({});
  const { came, write } = useCommand(at, page, reason, again);
  const answers = Object.entries(given).map(([prompt, answer]) => ({ prompt, answer }));
  const save = async (): Promise<void> => {
    if (answers.length > 0 && (await write("risk", { prompts: answers }))) setGiven({});
  };
  useKeys(
    answers.length > 0
      ? [{ name: "write", presses: ["Control+Enter"], cap: "⌃↵", says: "write the answers", isInBar: true, run: () => void save() }]
      : [],
  );
  const notSince = risk.prompts.filter(({ answer, isOld }) => answer === undefined || isOld).length;
  const prompts = risk.prompts.map((one) => {
    const answer = given[one.id];
    return answer === undefined ? one : { ...one, answer, isOld: false };
  });
  const open = prompts.filter(({ answer }) => answer === undefined).length;
  return (
    <>
      <p className={risk.askAgain ? "mind bold" : "second-words"}>
        {risk.askAgain
          ? `Something came since: ask them again. ${sayCount(notSince, "prompt is", "prompts are")} not answered since.`
          : "Asked again at each new event, and at arrest, bail, court and order."}
      </p>
      <AssessPrompts of="case" prompts={prompts} give={(prompt, answer) => setGiven((before) => ({ ...before, [prompt]: answer }))} />
      {came && <Hindrance answer={came} now={now} again={again} />}
      <p className="actions">
        <ReadyButton className="first-button" isReady={answers.length > 0} press={() => void save()} keys="Control+Enter">
          Write the answers <KeyCap of={{ name: "write", presses: ["Control+Enter"], cap: "⌃↵" }} />
        </ReadyButton>
        <span className="second-words">
          {answers.length === 0 ? "nothing new is chosen" : `${answers.length} chosen, not written yet`}
          {open > 0 && `; ${open} not answered`}. What stands is confirmed with “Still”.
        </span>
      </p>
      <CaseSmall {...{ at, page, reason, now, again }} specs={[groundSpec(page)]} />
    </>
  );
}
