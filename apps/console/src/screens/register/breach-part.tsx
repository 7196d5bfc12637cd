import { type ReactElement, useEffect, useState } from "react";
import { breachLabel, decisionOf, groundlessOf, heldAsked, hourAsked, hourOf } from "@unmask/case";
import { sayCount } from "@unmask/words";
import { KeysWhile, useKeys } from "../../keys/keyboard.tsx";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { KeyCap } from "../../parts/key-cap.tsx";
import { useLayout } from "../../parts/layout.ts";
import { OrderForms } from "../../parts/order-forms.tsx";
import type { OrderPart, OrderPartProps } from "../orders/order-part.ts";
import { BreachStepShown, StepLine } from "./breach-steps.tsx";
import { sayDuty } from "../when-due-words.ts";
import { type Breach, type BreachStep, breachSteps, conditionOf, nextStep, restsOn, stepsOf } from "./breach-words.ts";
import { ProposedActs } from "./proposed-acts.tsx";
import { sayActsInTime } from "./proposed-words.ts";
import { openBreachSpec } from "./breach-specs.ts";

/** Possible breaches and missed duties of an order: one page, six steps, the next one open; on a phone one step a page. */
export const breachPart: OrderPart = {
  part: "breach",
  says: "Possible breaches",
  note: (page) => {
    const { state, proposed } = page;
    if (proposed.acts > 0) return { says: `${sayCount(proposed.acts, "act")} to look at`, isMind: true };
    const open = state.breaches.filter((one) => decisionOf(one, restsOn(one, page)) === undefined).length;
    return state.breaches.length === 0
      ? { says: "none opened" }
      : open === 0
        ? { says: `${state.breaches.length} decided` }
        : { says: `${open} not decided`, isMind: true };
  },
  isShown: ({ state }) => state.orders.length > 0,
  Work: Breaches,
};

/** Steps that stand beside the others where there is room. */
const later: ReadonlySet<BreachStep> = new Set<BreachStep>(["decision", "tell"]);

const nextKey = { name: "next-breach", presses: ["j"], cap: "J" };

function Breaches(props: OrderPartProps): ReactElement {
  const { page } = props;
  const { breaches } = page.state;
  const [chosen, choose] = useState<string | undefined>(undefined);
  const here =
    breaches.find(({ breach }) => breach === chosen) ??
    breaches.findLast((one) => decisionOf(one, restsOn(one, page)) === undefined) ??
    breaches.at(-1);
  const next = (): void => choose(breaches[(breaches.findIndex((one) => one === here) + 1) % breaches.length]?.breach);
  useKeys(breaches.length < 2 ? [] : [{ ...nextKey, says: "next possible breach", isInBar: true, run: next }]);
  // What nobody has looked at is told above what was decided, and not above what is being looked into.
  const isFirst = page.proposed.acts > 0 && here !== undefined && decisionOf(here, restsOn(here, page)) !== undefined;
  return (
    <>
      {breaches.length > 1 && (
        <nav aria-label="Possible breaches" className="referral-list">
          <ul>
            {breaches.map((one) => (
              <li key={one.breach}>
                <button type="button" aria-current={one === here ? "true" : undefined} onClick={() => choose(one.breach)}>
                  <b>{"condition" in one.of ? `Condition ${one.of.condition}` : sayDuty({ rule: one.of.duty })}</b>
                  <span className="second-words">
                    {sayCivilDay(one.day)}
                    {hourAsked(one, page.state).length > 0 && ", its hour is asked"}
                    {heldAsked(one, page.state).length > 0 && ", what held is asked"}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <KeyCap of={nextKey} />
        </nav>
      )}
      {here === undefined ? (
        <>
          <h1>Possible breaches</h1>
          <p className="sentence">None was opened. A person opens one, with the condition and the day; nothing is decided by that.</p>
        </>
      ) : (
        <>
          {isFirst && (
            <p>
              <b className="mind">{sayActsInTime(page.proposed.acts)}</b>{" "}
              <button type="button" className="in-line" onClick={toProposed}>
                Look at them
              </button>
            </p>
          )}
          <One key={here.breach} {...props} breach={here} />
        </>
      )}
      <ProposedActs {...props} />
      <section aria-labelledby="open-another" className="breach-step">
        <h2 id="open-another">{here === undefined ? "Open one" : "Another"}</h2>
        <OrderForms {...props} specs={[openBreachSpec(page.state)]} />
      </section>
    </>
  );
}

function toProposed(): void {
  document.getElementById("proposed")?.scrollIntoView({ block: "start" });
}

function One({ breach, ...props }: OrderPartProps & { readonly breach: Breach }): ReactElement {
  const { page } = props;
  const { state, register } = page;
  const hour = hourOf(breach);
  const rests = restsOn(breach, page);
  const steps = stepsOf(breach, state, rests);
  const next = nextStep(steps);
  // A step that was chosen stays open until what comes next is another: what was written goes on.
  const [chosen, choose] = useState<{ readonly step: BreachStep; readonly next: BreachStep } | undefined>(undefined);
  const setStep = (to: BreachStep): void => choose({ step: to, next });
  const open = chosen?.next === next ? chosen.step : next;
  const layout = useLayout();
  // One step a page leaves out the first: what its words forbid is read beside every other.
  const condition = conditionOf(breach, state);
  const place = breachSteps.indexOf(open);
  const after = steps[place + 1];
  const forwardKey = { name: "next-step", presses: ["n"], cap: "N" };
  const forward = (): void => {
    if (after === undefined) return;
    setStep(after.step);
    document.getElementById("work")?.scrollIntoView({ block: "start" });
  };
  const show = (to: BreachStep): void => {
    setStep(to);
    document.getElementById(`step-${to}`)?.scrollIntoView({ block: "nearest" });
  };
  useKeys(after === undefined ? [] : [{ ...forwardKey, says: "next step", isInBar: true, run: forward }]);
  // Every step stands here, on a phone too, where the others are hidden: a form that is open stays so when the phone is turned.
  useEffect(() => {
    // What was worked on is done, and the next step stands alone: the page has the focus.
    if (document.activeElement?.closest("[hidden]")) document.getElementById("work")?.focus({ preventScroll: true });
  }, [open]);
  const isShown = (one: BreachStep): boolean => layout !== "narrow" || one === open;
  return (
    <>
      <header className="work-head">
        <h1>
          {"condition" in breach.of ? "Possible breach" : "Missed duty"}, {page.order}, <bdi>{state.subject.name}</bdi>
        </h1>
        <p className="second-words">
          {capital(breach.order)} order; {sayCivilDay(breach.day)}
          {hour !== undefined && `, ${hour}`}
        </p>
      </header>
      <p className="notice minded">
        <b className="mind label">{capital(breachLabel(breach, register, rests))}</b>{" "}
        {groundlessOf(breach, rests) !== undefined
          ? "What was decided rests on what no longer stands: it is open again."
          : decisionOf(breach, rests) === undefined && "Nobody has decided. The words stay until an officer does."}
      </p>
      <StepLine {...{ page, breach, open }} choose={show} />
      {layout === "narrow" && open !== "of" && condition !== undefined && (
        <blockquote className="account" aria-label={`Condition ${condition.condition}`}>
          <bdi>“{condition.says}”</bdi>
        </blockquote>
      )}
      <div className="breach-columns">
        {[breachSteps.filter((one) => !later.has(one)), breachSteps.filter((one) => later.has(one))].map((column, i) => (
          <div key={i} hidden={!column.some(isShown)}>
            {column.map((one) => (
              <div
                key={one}
                id={`step-${one}`}
                className={one === open ? "is-open-step" : undefined}
                hidden={!isShown(one)}
                // What somebody works on is the step that is open, also where fewer have room.
                onFocus={() => one !== open && setStep(one)}
              >
                <KeysWhile isShown={isShown(one)}>
                  <BreachStepShown {...props} breach={breach} step={one} />
                </KeysWhile>
              </div>
            ))}
          </div>
        ))}
      </div>
      {layout === "narrow" && (
        <p className="actions whole">
          {after === undefined ? (
            <button type="button" className="second-button" onClick={() => setStep("of")}>
              Back to step 1
            </button>
          ) : (
            <button type="button" className="first-button" aria-keyshortcuts="N" onClick={forward}>
              Next: {after.says} <KeyCap of={forwardKey} />
            </button>
          )}
        </p>
      )}
    </>
  );
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
