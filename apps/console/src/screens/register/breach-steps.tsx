import type { ReactElement, ReactNode } from "react";
import type { Instant } from "@unmask/core";
import {
  decisionClosedBy,
  decisionOf,
  decisionsOpen,
  groundlessOf,
  heldAsked,
  hourAsked,
  hourOf,
  isSecondPerson,
  saidSince,
} from "@unmask/case";
import type { AtDesk } from "../../at-desk.ts";
import type { GivenReason } from "../../desk/given-reason.ts";
import type { OrderPage } from "../../desk/order-page.ts";
import { useKeys } from "../../keys/keyboard.tsx";
import { sayCivilDay, sayTrigger, todayIn } from "../../parts/civil-day.ts";
import { KeyCap } from "../../parts/key-cap.tsx";
import { KnownBy } from "../../parts/known-by.tsx";
import { OrderForms } from "../../parts/order-forms.tsx";
import { sayWhen } from "../../parts/say-when.ts";
import {
  askedSpec,
  assessedSpec,
  decidedSpec,
  decisionsOffered,
  evidenceSpec,
  keptOpenSpec,
  knewSpec,
  readSpec,
  toldSpec,
} from "./breach-specs.ts";
import { KeptCopies } from "../orders/kept-copies.tsx";
import { toldBy } from "../orders/order-words.ts";
import { sayDuty } from "../when-due-words.ts";
import {
  type Breach,
  type BreachStep,
  conditionOf,
  draftForPerson,
  evidenceOf,
  questionsOf,
  restsOn,
  sayServed,
  stepsOf,
  toldOf,
} from "./breach-words.ts";

/** What the steps of a breach are given. */
export interface BreachParts {
  readonly at: AtDesk;
  readonly page: OrderPage;
  readonly breach: Breach;
  readonly reason: GivenReason;
  readonly now: Instant;
  readonly again: () => void;
}

/** The six steps in one line, each with where it stands; a number opens it. */
export function StepLine({
  page,
  breach,
  open,
  choose,
}: Pick<BreachParts, "page" | "breach"> & { readonly open: BreachStep; readonly choose: (step: BreachStep) => void }): ReactElement {
  const steps = stepsOf(breach, page.state, restsOn(breach, page));
  const keyOf = (i: number) => ({ name: `step-${i + 1}`, presses: [`s ${i + 1}`], cap: `S ${i + 1}` });
  useKeys(steps.map(({ step, says }, i) => ({ ...keyOf(i), says: `step ${says}`, run: () => choose(step) })));
  return (
    <nav className="breach-steps" aria-label="Steps">
      <ol>
        {steps.map(({ step, says, more, isDone }, i) => (
          <li key={step}>
            <button
              type="button"
              aria-current={step === open ? "step" : undefined}
              aria-keyshortcuts={`S ${i + 1}`}
              onClick={() => choose(step)}
            >
              <KeyCap of={keyOf(i)} />
              <b>
                {says}
                {isDone && (
                  <>
                    {" "}
                    <span aria-hidden="true">✓</span>
                    <span className="unseen">, done</span>
                  </>
                )}
              </b>
              <span className="second-words">{more}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** One step whole. */
export function BreachStepShown({ step, ...parts }: BreachParts & { readonly step: BreachStep }): ReactElement {
  switch (step) {
    case "of":
      return <What {...parts} />;
    case "evidence":
      return <Evidence {...parts} />;
    case "knew":
      return <Knew {...parts} />;
    case "excuse":
      return <Excuse {...parts} />;
    case "decision":
      return <Decision {...parts} />;
    case "tell":
      return <Tell {...parts} />;
  }
}

function Step({ title, more, children }: { readonly title: string; readonly more?: string; readonly children: ReactNode }): ReactElement {
  return (
    <section className="breach-step" aria-label={title}>
      <h2>
        {title} {more !== undefined && <span className="second-words">{more}</span>}
      </h2>
      {children}
    </section>
  );
}

function What({ page, breach }: BreachParts): ReactElement {
  const { of, says, proposedBy, couldChange, day } = breach;
  const [hour, asks] = [hourOf(breach), hourAsked(breach, page.state)];
  const held = heldAsked(breach, page.state);
  const condition = conditionOf(breach, page.state);
  return (
    <Step title="1 What" more={`${sayCivilDay(day)}${hour === undefined ? "" : `, ${hour}`}`}>
      {asks.length > 0 && (
        <p className="notice minded">
          <b className="mind">The hour decides whether the order held.</b> {asks.join(" ")} It stops nothing here.
        </p>
      )}
      {held.length > 0 && (
        <p className="notice minded">
          <b className="mind">It is not clear that the order held on that day.</b> {held.join(" ")} It stops nothing here.
        </p>
      )}
      <div className="two-columns">
        <div>
          {condition !== undefined && (
            <>
              <h3>
                Condition {condition.condition}, {condition.type} <span className="second-words">words of the order</span>
              </h3>
              <blockquote className="account">
                <bdi>“{condition.says}”</bdi>
              </blockquote>
            </>
          )}
          {"duty" in of && (
            <p>
              <b>Duty:</b> {sayDuty({ rule: of.duty })}, {sayTrigger(of.trigger)}
            </p>
          )}
        </div>
        <div>
          <h3>{proposedBy === undefined ? "Why it was opened" : "Why it was proposed"}</h3>
          <p>
            <bdi>{says}</bdi>{" "}
            {proposedBy === undefined ? (
              <KnownBy how="account" from="an officer" />
            ) : (
              <KnownBy how="worked-out" from={`rule ${proposedBy}`} />
            )}
          </p>
          <p>
            <b>Could change it:</b> <bdi>{couldChange ?? "nothing is written"}</bdi>
          </p>
        </div>
      </div>
    </Step>
  );
}

function Evidence(parts: BreachParts): ReactElement {
  const { breach, page } = parts;
  const rows = evidenceOf(breach);
  return (
    <Step title="2 Evidence" more="and what each does not show">
      <ul className="plain-lines">
        {rows.map(({ number, at, exhibit, says, doesNotShow, knowing }) => (
          <li key={number} className="evidence-row">
            <span>{exhibit ?? "no exhibit"}</span>
            <span>
              <bdi className="line">{says}</bdi>
              {at !== undefined && <span className="line second">It shows the hour: {at}</span>}
              <span className="line second">
                Does not show: <bdi>{doesNotShow}</bdi>
              </span>
            </span>
            <KnownBy how={knowing} />
          </li>
        ))}
        {rows.length === 0 && <li>No evidence is written, and nothing that says what it does not show.</li>}
      </ul>
      <OrderForms {...parts} specs={[evidenceSpec(breach, page)]} />
      <KeptCopies
        {...{ parts }}
        path="breach-copies"
        title="Files that are kept with the order"
        asks="A photograph, or a scan"
        button="Keep a photograph or a scan"
      />
    </Step>
  );
}

function Knew(parts: BreachParts): ReactElement {
  const { breach, page } = parts;
  const { knew } = restsOn(breach, page);
  return (
    <Step title="3 Served or known" more="a condition binds who knew of it">
      <ul className="plain-lines">
        {breach.knew.map(({ number, service, ground }) => (
          <li key={number}>
            {service === undefined ? (
              "Known otherwise: "
            ) : knew.some((one) => one.number === number) ? (
              "By the service that was confirmed: "
            ) : (
              <b className="mind">By a service that is not confirmed any more: </b>
            )}
            <bdi>{ground.says}</bdi> <KnownBy how={ground.knowing} />
          </li>
        ))}
        {knew.length === 0 && <li>{sayServed(breach, page.state).says}</li>}
      </ul>
      <OrderForms {...parts} specs={[knewSpec(breach, page.state)]} />
    </Step>
  );
}

function Excuse(parts: BreachParts): ReactElement {
  const { breach, page, now } = parts;
  const last = breach.assessed.at(-1);
  const kept = breach.keptOpen.at(-1);
  const said = saidSince(breach.day, page.state);
  const isSaid = restsOn(breach, page).isSaid === true;
  const first = said[0] && {
    found: said.map(({ says }) => says).join("\n"),
    of: `${page.state.subject.name}, by ${said[0].toWhom}`,
    knowing: "account",
  };
  return (
    <Step title="4 Reasonable excuse" more="asked before any decision; each line is asked of somebody, and “not asked” is an answer">
      {said.length > 0 && (
        <>
          <h3>Said at a station since</h3>
          <ul className="plain-lines">
            {said.map(({ number, day, at, station, toWhom, says }) => (
              <li key={number}>
                <bdi>“{says}”</bdi>
                <span className="line second">
                  <bdi>{page.state.subject.name}</bdi>, {sayCivilDay(day)}, {at}, <bdi>{station}</bdi>, to <bdi>{toWhom}</bdi>{" "}
                  <KnownBy how="account" />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <ul className="plain-lines">
        {questionsOf(breach).map(({ question, asked }, i) => (
          <li key={question} className="asked-row">
            <bdi>{question.replace("the subject", page.state.subject.name)}</bdi>
            <span>
              {asked?.found === undefined ? (
                <b className="mind">{i === 0 && isSaid ? "Said at a station, not written here" : "Not asked"}</b>
              ) : (
                <>
                  <bdi>“{asked.found}”</bdi>
                  <span className="line second">
                    <bdi>{asked.of}</bdi>, {sayWhen(asked.happened, now)} {asked.knowing !== undefined && <KnownBy how={asked.knowing} />}
                  </span>
                </>
              )}
            </span>
            <OrderForms
              {...parts}
              specs={[askedSpec(breach, question, i + 1, i === 0 && isSaid && asked?.found === undefined ? first : undefined)]}
            />
          </li>
        ))}
      </ul>
      {last !== undefined && (
        <p>
          <b>Assessed {sayWhen(last.happened, now)}:</b> <bdi>“{last.says}”</bdi>
        </p>
      )}
      {kept !== undefined && (
        <p>
          <b>Kept open until {sayCivilDay(kept.again)}:</b> <bdi>{kept.reason}</bdi>
        </p>
      )}
      <OrderForms {...parts} specs={[assessedSpec(breach), keptOpenSpec(breach)]} />
    </Step>
  );
}

function Decision(parts: BreachParts): ReactElement {
  const { breach, page, now } = parts;
  const rests = restsOn(breach, page);
  const closed = decisionClosedBy(breach, rests);
  const decision = decisionOf(breach, rests);
  const groundless = groundlessOf(breach, rests);
  const open = decisionsOpen(breach, rests);
  const last = breach.decisions.at(-1);
  return (
    <Step title="5 Decision" more="nothing is proposed; each choice needs your words">
      {breach.decisions.map((one) => (
        <p key={one.number}>
          <b>{decisionsOffered.find(({ value }) => value === one.decision)?.says}</b>
          {one.until !== undefined && `, by ${sayCivilDay(one.until)}`}: <bdi>“{one.reason}”</bdi>
          <span className="line second">
            {page.nameOf(one.by)}, {sayWhen(one.happened, now)}
            {one.read === undefined
              ? "; a second person has not read it yet"
              : `; ${page.nameOf(one.read.by)} ${one.read.agrees ? "agrees" : "does not agree"}${one.read.says === undefined ? "" : `: “${one.read.says}”`}`}
          </span>
          {one === groundless && <b className="mind line">What it rests on no longer stands. It is open again, and stays written here.</b>}
        </p>
      ))}
      {decision !== undefined && last !== undefined && last.read === undefined ? (
        isSecondPerson(page.me, [last.by]).allowed ? (
          <OrderForms {...parts} specs={[readSpec(breach)]} />
        ) : (
          <Closed says="Read as the second person" why="You decided it: another officer reads it." />
        )
      ) : (
        decision === undefined && (
          <>
            {closed.length > 0 && <Closed says="Decision" why={`Closed. ${closed.join(" ")}`} />}
            {open.length > 0 && <OrderForms {...parts} specs={[decidedSpec(breach, open)]} />}
          </>
        )
      )}
    </Step>
  );
}

/** A button that cannot be pressed, and why, beside it. */
export function Closed({ says, why }: { readonly says: string; readonly why: string }): ReactElement {
  return (
    <p className="actions">
      <button type="button" className="first-button" aria-disabled="true">
        {says}
      </button>
      <span className="second-words">{why}</span>
    </p>
  );
}

function Tell(parts: BreachParts): ReactElement {
  const { at, breach, page, now } = parts;
  const rests = restsOn(breach, page);
  const words = draftForPerson(breach, page.state.orders, rests, todayIn(now));
  const groundless = groundlessOf(breach, rests);
  const mail = page.case?.isMember === true ? page.case.ref : undefined;
  const toUpdates = (): void => {
    if (mail === undefined) return;
    at.drafts.set(`update ${mail}`, words);
    at.way.go({ screen: "case", case: mail, part: "updates" });
  };
  const updateKey = { name: "update", presses: ["u"], cap: "U" };
  useKeys(mail === undefined ? [] : [{ ...updateKey, says: "change it and send", isInBar: true, run: toUpdates }]);
  const persons = toldOf(breach, page.state);
  return (
    <Step title="6 What each protected person reads" more="a draft; it can still be changed, and is not sent">
      <blockquote className="account">“{words}”</blockquote>
      {mail === undefined ? (
        <p className="second-words">
          Letters to a person go by the case, from whoever is on it. What was said in another way is written here.
        </p>
      ) : (
        <p className="actions">
          <button type="button" className="second-button" aria-keyshortcuts="U" onClick={toUpdates}>
            Change it and send <KeyCap of={updateKey} />
          </button>
        </p>
      )}
      <ul className="plain-lines">
        {persons.map(({ person, name, last }, i) => (
          <li key={person}>
            <bdi className="bold">{name}</bdi>:{" "}
            {last === undefined ? <b className="mind">not told</b> : `${toldBy[last.how]}, “${last.says}”`}
            {groundless !== undefined && last !== undefined && last.how !== "not-told" && last.number > groundless.number && (
              <b className="mind line">Told of a decision that is open again: tell them that too.</b>
            )}
            <OrderForms {...parts} specs={[toldSpec(breach, person, name, i + 1)]} />
          </li>
        ))}
        {persons.length === 0 && <li>No protected person is named under this order.</li>}
      </ul>
    </Step>
  );
}
