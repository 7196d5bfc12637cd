import { type ReactElement, useState } from "react";
import type { OrderAnswer, RecordedElsewhere, WhyAnswer } from "../desk/case-decided.ts";
import type { At } from "../desk/event-at.ts";
import { sayCivilDay } from "../parts/civil-day.ts";
import { DecisionForm } from "../parts/decision-form.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { useCommand } from "../parts/use-command.ts";
import { useDraft } from "../parts/use-draft.ts";
import { DayField, WordsField } from "../parts/write-form.tsx";
import type { CasePartProps } from "./case-part.ts";
import { dutyRule, dutyWord } from "./duty-words.ts";
import { SecondOfCase } from "./second-of-case.tsx";
import { type Written, sayActs, saySecond } from "./second-words.ts";

const orderChoices = [
  { value: "draft", says: "Yes, draft one", more: "another person authorises it" },
  { value: "waits-for", says: "Yes, and it waits for", more: "what is missing, and a day" },
  { value: "not-pursued", says: "Yes, not pursued", more: "reason in words; it holds when a supervisor has read it and agrees" },
] as const;

const orderSays: Readonly<Record<OrderAnswer["answer"], string>> = {
  draft: "Yes: one is drafted.",
  "waits-for": "Yes, and it waits.",
  "not-pursued": "Yes, and not pursued.",
};

/** Whether an order was considered: three ways to say yes, and "no" is no answer to it. */
export function OrderConsidered(parts: CasePartProps): ReactElement {
  const { at, page, reason, now, again } = parts;
  const { order, ordersBefore } = page.decisions;
  const duty = [...page.first.overdue, ...page.first.due].find(({ id }) => id === "order-considered");
  const [choice, choose] = useState<OrderAnswer["answer"] | undefined>(undefined);
  const [words, setWords] = useDraft(at, `order ${page.case}`);
  const [waitsFor, setWaitsFor] = useDraft(at, `waits ${page.case}`);
  const [day, setDay] = useState("");
  const [fault, setFault] = useState("");
  const { came, write } = useCommand(at, page, reason, again);
  const save = async (): Promise<void> => {
    if (choice === undefined) return setFault("Choose an answer. “No, not considered” is none: then it stays due.");
    if (words.trim() === "") return setFault("Say why, in words that another can check.");
    if (choice === "waits-for" && (waitsFor.trim() === "" || day === ""))
      return setFault("Say what is missing, and on which day it is asked again.");
    setFault("");
    const waits = choice === "waits-for" ? { waitsFor: waitsFor.trim(), again: day } : {};
    if (await write("decisions/order", { answer: choice, words: words.trim(), ...waits })) setWords("");
  };
  return (
    <section className="question" aria-labelledby="order">
      <h2 id="order">Was an order considered?</h2>
      {duty && (
        <p>
          <b className={dutyWord(duty, now).isMind ? "mind" : ""}>{dutyWord(duty, now).says}</b>{" "}
          <span className="second-words">{dutyRule(duty)}</span>
        </p>
      )}
      {order && (
        <p>
          <b>{orderSays[order.answer]}</b> {order.reason}
          {order.waitsFor !== undefined && ` It waits for: ${order.waitsFor}.`}
          {order.again !== undefined && ` Asked again on ${sayCivilDay(order.again)}.`}
        </p>
      )}
      {order && <SecondOfCase {...parts} written={order} isNeeded={order.answer === "not-pursued"} />}
      <Before page={page} now={now} lines={ordersBefore.map((one) => ({ ...one, says: orderSays[one.answer] }))} />
      <details open={order === null}>
        <summary>{order === null ? "Answer it" : "Answer it again"}</summary>
        <DecisionForm
          legend="Was an order considered?"
          options={orderChoices}
          {...{ chosen: choice, choose, fault, words, setWords }}
          told={came && <Hindrance answer={came} now={now} again={again} />}
          verb="Write the answer"
          write={save}
        >
          <p className="second-words">“No, not considered” is not an answer: then it stays due.</p>
          {choice === "waits-for" && (
            <>
              <WordsField says="What is missing" longest={1_000} value={waitsFor} set={setWaitsFor} />
              <DayField says="Asked again on" value={day} set={setDay} />
            </>
          )}
        </DecisionForm>
      </details>
    </section>
  );
}

const whyChoices = [
  {
    value: "part-of-this-course",
    says: "It is part of this course",
    more: "stalking in addition; the record stays, and is found by search",
  },
  { value: "not-stalking", says: "It is not, because", more: "words; it holds when a supervisor has read it and agrees" },
] as const;

const whySays: Readonly<Record<WhyAnswer["answer"], string>> = {
  "part-of-this-course": "Part of this course.",
  "not-stalking": "Not stalking.",
};

/** Why a record says another thing than stalking. Each record asks by itself, with who wrote it and what it says. */
export function WhyNotStalking(parts: CasePartProps & { readonly record: Omit<RecordedElsewhere, keyof At> }): ReactElement {
  const { at, page, reason, now, again, record } = parts;
  const { answer, before = [] } = record;
  const [choice, choose] = useState<(typeof whyChoices)[number]["value"] | undefined>(undefined);
  const [words, setWords] = useDraft(at, `why not ${page.case} ${record.record}`);
  const [acts, setActs] = useDraft(at, `why not acts ${page.case} ${record.record}`);
  const [fault, setFault] = useState("");
  const { came, write } = useCommand(at, page, reason, again);
  const save = async (): Promise<void> => {
    if (choice === undefined || words.trim() === "") return setFault("Choose one of the two, and say why.");
    const relied = acts.split(/[,\n]/).map((one) => one.trim());
    const named = relied.filter((one) => one !== "");
    if (choice === "not-stalking" && named.length === 0) return setFault("Say which acts this rests on, by day or number.");
    setFault("");
    if (await write("decisions/why-not-stalking", { record: record.record, answer: choice, words: words.trim(), acts: named }))
      setWords("");
  };
  return (
    <section className="question" aria-label={`Why not stalking: ${record.record}`}>
      <h2>Why not stalking? {record.record}</h2>
      <p>
        Recorded as {record.as}
        {record.writtenBy !== undefined && ` by ${record.writtenBy}`}
        {record.says !== undefined && `: “${record.says}”`}
      </p>
      {answer && (
        <>
          <p>
            <b>{whySays[answer.answer]}</b> {answer.reason}
            {answer.acts.length > 0 && <span className="line">{sayActs(answer, page.summary.acts)}</span>}
          </p>
          <SecondOfCase {...parts} written={answer} isNeeded={answer.answer === "not-stalking"} />
        </>
      )}
      <Before page={page} now={now} lines={before.map((one) => ({ ...one, says: whySays[one.answer] }))} />
      <details open={answer === undefined}>
        <summary>{answer === undefined ? "Answer it" : "Answer it again"}</summary>
        <DecisionForm
          legend="Why not stalking?"
          options={whyChoices}
          {...{ chosen: choice, choose, fault, words, setWords }}
          told={came && <Hindrance answer={came} now={now} again={again} />}
          verb="Write the answer"
          write={save}
        >
          {choice === "not-stalking" && (
            <WordsField
              says="Acts that it rests on"
              longest={2_000}
              hint="by day or number, with commas: 14 September, act 12, 47/2211/26"
              value={acts}
              set={setActs}
            />
          )}
        </DecisionForm>
      </details>
    </section>
  );
}

/** What was answered before and overruled by a later answer: it stays to be read, with what the second person said of it. */
function Before({
  page,
  now,
  lines,
}: Pick<CasePartProps, "page" | "now"> & {
  readonly lines: readonly (Written & { readonly says: string; readonly reason: string })[];
}): ReactElement {
  return (
    <>
      {lines.toReversed().map((one) => (
        <p key={one.number} className="second-words">
          Before: {one.says} “{one.reason}” {saySecond(page, { written: one, isNeeded: false }, now)}
        </p>
      ))}
    </>
  );
}
