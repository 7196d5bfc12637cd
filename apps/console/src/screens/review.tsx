import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import { sayClock, sayCount, sayNumber } from "@unmask/words";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import { type ReviewVerdict, review } from "../desk/audit.ts";
import { type LogEntry, justLog } from "../desk/log-entry.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { DecisionForm } from "../parts/decision-form.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { sayWhen, zone } from "../parts/say-when.ts";
import { PageAwaited } from "../parts/page-awaited.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useDraft } from "../parts/use-draft.ts";
import { useTold } from "../parts/use-told.ts";
import { sayOperation } from "./audit-words.ts";
import { verdictInWords } from "./opened-anyway-words.ts";

const reason = { code: "supervision", words: "" } as const;

const verdicts = [
  { value: "right", says: verdictInWords.right },
  { value: "right-but", says: verdictInWords["right-but"], more: "goes to the officer, not to standards" },
  { value: "not-right", says: verdictInWords["not-right"], more: "to professional standards; the auditor sees it" },
] as const;

/** One opening, with each look that was taken under it: whether the reason covers them. */
export function ReviewScreen({ at, opening, now }: { readonly at: AtDesk; readonly opening: string; readonly now: Instant }): ReactElement {
  const { answer, again } = useAnswer(opening, () => at.world.desk.get(`reviews/${opening}`, review, reason));
  const [verdict, choose] = useState<ReviewVerdict | undefined>(undefined);
  const [words, setWords] = useDraft(at, `review ${opening}`);
  const [fault, setFault] = useState("");
  const [came, setCame] = useState<Answer<LogEntry> | undefined>(undefined);
  useTold(at, answer);
  const write = async (): Promise<void> => {
    if (verdict === undefined || words.trim() === "") return setFault("Choose, and say why in words.");
    setFault("");
    const sent = await at.world.desk.post(`reviews/${opening}`, { verdict, words: words.trim(), reason }, justLog);
    setCame(sent);
    if (sent.came !== "value") return;
    at.drafts.delete(`review ${opening}`);
    at.tellLog(sent.value);
    at.way.go({ screen: "supervision" });
  };
  useKeys([
    {
      name: "back",
      presses: ["Escape"],
      cap: "Esc",
      says: "back, keeps text",
      isInBar: true,
      run: () => at.way.go({ screen: "supervision" }),
    },
  ]);
  if (answer?.came !== "value") return <PageAwaited title="Opened anyway" asking="Asking what was opened." {...{ answer, now, again }} />;
  const { opening: one, looks } = answer.value;
  const isOpen = one.closedAt === null && one.until > now;
  return (
    <>
      <main id="work" className="work">
        <header className="work-head">
          <h1>Was it right to open case {one.case}?</h1>
          <p className="sentence">
            {one.name}, {sayWhen(one.openedAt, now)} to {sayClock(one.closedAt ?? one.until, zone)}.
            {isOpen && (
              <b className="mind"> It is open still: these are the looks so far, and the review can be written when it has ended.</b>
            )}
          </p>
        </header>
        <h2>The reason, as given</h2>
        <blockquote className="account">{one.words}</blockquote>
        <h2>What was opened, as written</h2>
        <p className="second-words">
          {sayCount(looks.length, "look")}. That it came to nothing does not make it wrong: does the reason cover each?
        </p>
        <ul className="lines">
          {looks.map((look) => (
            <li key={look.number}>
              <span className="second-words">{sayWhen(look.at, now)}</span>
              <span>
                {sayOperation(look.what)} {look.result === "refused" && <b>refused</b>}
                <span className="line second">
                  {look.person ?? "nobody shown"}, entry {sayNumber(look.number)}
                </span>
              </span>
            </li>
          ))}
        </ul>
      </main>
      <aside className="side" aria-label="What you decide">
        <h2>What you decide</h2>
        <p className="second-words">Who told somebody to open it may not review it: nobody approves their own.</p>
        <DecisionForm
          legend="What you decide"
          options={verdicts}
          chosen={verdict}
          choose={choose}
          {...{ fault, words, setWords }}
          rows={4}
          longest={2_000}
          told={came && <Hindrance answer={came} now={now} again={again} />}
          verb="Write the review"
          keySays="write the review"
          write={write}
        />
        <h2>Who is told</h2>
        <p>
          The officers of the case see at its head who opened it and why; the auditor sees it under “Opened anyway”, with what you write
          here. Whether the person is told is not decided here.
        </p>
      </aside>
    </>
  );
}
