import type { ReactElement } from "react";
import { ChartOrTable } from "@unmask/fittings-screen";
import { mindsOfPeriods } from "@unmask/case";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { KnownBy } from "../../parts/known-by.tsx";
import { sayWhen } from "../../parts/say-when.ts";
import { waysToKnow } from "../../parts/written-fields.ts";
import { OrderForms, type OrderSpec } from "../register/order-forms.tsx";
import type { OrderPart, OrderPartProps } from "./order-part.ts";
import { isDraft, sayUntil } from "./order-words.ts";
import { periodsDrawing } from "./periods-drawing.ts";

/** Parts of a draft beside criteria and conditions: how long, what it has to leave alone, whom it protects, and who may apply. */

/** How long it is to run, and the interim that is wanted. */
export const periodsPart: OrderPart = {
  part: "periods",
  says: "Periods",
  isShown: ({ state }) => state.typed === null,
  note: ({ state: { draft } }) =>
    draft.period === null
      ? { says: "not written", isMind: true }
      : { says: draft.period.period.until === null ? "until further order" : `fixed, ${sayUntil(draft.period.period.until)}` },
  Work: Periods,
};

function Periods(props: OrderPartProps): ReactElement {
  const { state, law } = props.page;
  const { period, interim, conditions } = state.draft;
  const drawn = periodsDrawing(props.page);
  const minds =
    period === null
      ? []
      : mindsOfPeriods(
          {
            made: period.made,
            period: period.period,
            conditions,
            ...(interim?.wanted === true && interim.until !== undefined && { interimUntil: interim.until }),
          },
          law,
        );
  const least = `${law.leastYears} years at the least, the day of making being the first: ${law.section("least-period")?.section ?? "no section read"}.`;
  return (
    <>
      <header className="work-head">
        <h1>How long</h1>
        <p className="sentence">{drawn?.says ?? "How long it is to run is not written yet: a last day, or until a further order."}</p>
      </header>
      <p>
        A fixed period is {least}
        {law.leastBindsEach
          ? " In Northern Ireland it binds each condition by itself: a condition has a period of its own, and no shorter one."
          : ""}
      </p>
      {drawn && <ChartOrTable drawing={{ phone: drawn.drawing, desktop: drawn.drawing }} table={drawn.table} caption={drawn.says} />}
      {minds.map(({ says, section }) => (
        <p key={says} className="minded notice">
          <b>Mind: </b>
          {says} {section}
        </p>
      ))}
      <p>
        <b>Interim order: </b>
        {interim === null
          ? "nobody has said whether one is wanted."
          : interim.wanted
            ? `wanted${interim.until === undefined ? "" : `, ${sayUntil(interim.until)}`}.`
            : "not wanted."}{" "}
        {interim !== null && <bdi>{interim.reason}</bdi>}
      </p>
      <OrderForms {...props} specs={[...(isDraft(state) ? [periodSpec(state.draft.period)] : []), interimSpec]} />
    </>
  );
}

function periodSpec(period: OrderPartProps["page"]["state"]["draft"]["period"]): OrderSpec {
  return {
    name: "period",
    path: "period-proposed",
    letter: "p",
    button: "Write how long",
    verb: "Save the period",
    fields: [
      { key: "made", asks: "The day on which it is hoped to be made", as: "day" },
      {
        key: "kind",
        asks: "It runs",
        as: "choice",
        options: [
          { value: "fixed", says: "to a last day" },
          { value: "open", says: "until a further order" },
        ],
      },
      { key: "until", asks: "Last day, which is lived through", as: "day", isAsked: ({ kind }) => kind === "fixed" },
    ],
    ...(period !== null && {
      standing: { made: period.made, kind: period.period.until === null ? "open" : "fixed", until: period.period.until ?? "" },
    }),
    changes: "The earliest lawful last day is worked out from the day of making. A shorter fixed period is refused.",
    sends: ({ made, until }) => ({ made, period: { until: typeof until === "string" ? until : null } }),
  };
}

const interimSpec: OrderSpec = {
  name: "interim",
  path: "interim-wanted",
  letter: "i",
  button: "Say whether an interim order is wanted",
  verb: "Save it",
  fields: [
    { key: "wanted", asks: "Is it wanted?", as: "yes-no" },
    {
      key: "until",
      asks: "Its last day: an interim order is for a fixed period only",
      as: "day",
      isAsked: ({ wanted }) => wanted === "yes",
    },
    { key: "words", asks: "Why, or why not", as: "words" },
  ],
  changes: "The court is asked for it with the application, or later while that is not determined.",
};

/** Religion, work and education: what an order has to leave alone as far as it can. */
export const promptsPart: OrderPart = {
  part: "belief-and-work",
  says: "Religion, work, education",
  isShown: ({ state, law }) => state.typed === null && law.section("belief-and-work") !== undefined,
  note: ({ state, law }) => {
    const left = 3 - state.draft.prompts.length;
    return left === 0
      ? { says: `all asked, ${law.section("belief-and-work")?.section ?? ""}` }
      : { says: `${left} not asked`, isMind: true };
  },
  Work: Prompts,
};

const prompts = [
  ["religion", "Religious beliefs"],
  ["work", "Times of work"],
  ["education", "Times of education"],
] as const;
const answers = [
  { value: "yes", says: "yes, a condition meets it" },
  { value: "no", says: "no" },
  { value: "not-known", says: "asked, and not known" },
];

function Prompts(props: OrderPartProps): ReactElement {
  const { state, law, nameOf } = props.page;
  const specs = prompts.map(([prompt, says]): OrderSpec => ({
    name: `prompt-${prompt}`,
    path: "prompt-answered",
    letter: prompt.slice(0, 1),
    button: says,
    verb: "Save the answer",
    fields: [
      { key: "answer", asks: "Does a condition meet it?", as: "choice", options: answers },
      { key: "says", asks: "What it rests on", as: "words" },
      { key: "knowing", asks: "How it is known", as: "choice", options: waysToKnow },
    ],
    changes: "The draft says that it was asked. “Not known” is an answer; not asked is none.",
    sends: ({ answer, says: ground, knowing }) => ({ prompt, answer, ground: { says: ground, knowing } }),
  }));
  return (
    <>
      <header className="work-head">
        <h1>Religion, work, education</h1>
        <p className="sentence">{law.section("belief-and-work")?.says}</p>
      </header>
      <dl className="order-facts">
        {prompts.map(([prompt, says]) => {
          const one = state.draft.prompts.find((each) => each.prompt === prompt);
          return (
            <div key={prompt}>
              <dt>{says}</dt>
              <dd>
                {one === undefined ? (
                  <b className="mind">nobody asked</b>
                ) : (
                  <>
                    <b>{answers.find(({ value }) => value === one.answer)?.says}</b> <bdi>{one.ground.says}</bdi>{" "}
                    <KnownBy how={one.ground.knowing} />
                    <span className="line second">
                      {sayWhen(one.happened, props.now)}, {nameOf(one.by)}
                    </span>
                  </>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      {isDraft(state) && <OrderForms {...props} specs={specs} />}
    </>
  );
}

/** Who is to be protected: a victim of the acts, or not. */
export const protectedPart: OrderPart = {
  part: "protected",
  says: "Protected people",
  note: ({ state }) => {
    if (state.typed !== null) return { says: String(state.typed.protects.length) };
    const { protects } = state.draft;
    const others = protects.filter(({ victim }) => !victim).length;
    return protects.length === 0
      ? { says: "nobody named", isMind: true }
      : { says: `${protects.length}${others === 0 ? "" : `; ${others === 1 ? "one is" : `${others} are`} not a target of any act`}` };
  },
  Work: Protected,
};

function Protected(props: OrderPartProps): ReactElement {
  const { state, law } = props.page;
  const { protects, notProtected } = state.draft;
  return (
    <>
      <header className="work-head">
        <h1>Who is protected</h1>
        <p className="sentence">
          Other people may be protected too: they need not have been the target of any act.{" "}
          <span className="second-words">{law.section("protected")?.section}</span>
        </p>
      </header>
      {state.typed !== null && (
        <ul>
          {state.typed.protects.map((name) => (
            <li key={name}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      )}
      <ul className="order-people">
        {protects.map(({ person, name, victim, says, report }) => (
          <li key={person}>
            <b>
              <bdi>{name}</bdi>
            </b>
            , {victim ? "target of the acts" : "not a target of any act"}
            {report !== undefined && `, report ${report}`}
            {says !== undefined && (
              <span className="line second">
                <bdi>{says}</bdi>
              </span>
            )}
          </li>
        ))}
        {notProtected.map(({ person, name, reason, number }) => (
          <li key={`${person} ${number}`}>
            <s>
              <bdi>{name}</bdi>
            </s>{" "}
            not protected: <bdi>{reason}</bdi>
          </li>
        ))}
      </ul>
      {isDraft(state) && state.typed === null && (
        <OrderForms {...props} specs={[nameSpec, ...(protects.length > 0 ? [notSpec(protects)] : [])]} />
      )}
    </>
  );
}

const nameSpec: OrderSpec = {
  name: "protected",
  path: "protected-named",
  letter: "n",
  button: "Name somebody",
  verb: "Name them",
  fields: [
    { key: "name", asks: "Name", as: "line" },
    { key: "victim", asks: "Were acts aimed at them?", as: "yes-no" },
    { key: "report", asks: "Their report, R-…", as: "line", isOptional: true, hint: "With it they can be told in their mailbox." },
    { key: "says", asks: "Why they are to be protected", as: "words", isOptional: true },
  ],
  changes: "A condition can speak of them, and they are told what becomes of the order.",
};

function notSpec(protects: OrderPartProps["page"]["state"]["draft"]["protects"]): OrderSpec {
  return {
    name: "protected-out",
    path: "protected-removed",
    letter: "x",
    button: "Take somebody out",
    verb: "Take them out",
    fields: [
      { key: "person", asks: "Whom", as: "choice", options: protects.map(({ person, name }) => ({ value: person, says: name })) },
      { key: "words", asks: "Why: named wrongly, or does not want it", as: "words" },
    ],
    changes: "The name stays to be read, struck. A condition that speaks of them has to be written anew.",
  };
}

const links = [
  { value: "lives", says: "lives in this area" },
  { value: "is-believed-in-area", says: "is believed to be in this area" },
  { value: "intends-to-come", says: "is believed to mean to come here" },
  { value: "no-area-limit", says: "this force has no area" },
];

/** Who may apply, against whom, and to which court. */
export const applicantPart: OrderPart = {
  part: "applicant",
  says: "Who may apply",
  isShown: ({ state }) => state.typed === null,
  note: ({ state, law }) =>
    state.draft.link === null && law.section("territorial-link") !== undefined
      ? { says: "not written", isMind: true }
      : { says: links.find(({ value }) => value === state.draft.link?.link)?.says ?? "the chief officer" },
  Work: Applicant,
};

function Applicant(props: OrderPartProps): ReactElement {
  const { state, law, nameOf } = props.page;
  const { link } = state.draft;
  const { subject, subjectBefore } = state;
  return (
    <>
      <header className="work-head">
        <h1>Who may apply, and against whom</h1>
        <p className="sentence">
          {law.section("applicant")?.says} <span className="second-words">{law.section("applicant")?.section}</span>
        </p>
      </header>
      <dl className="order-facts">
        <div>
          <dt>Why this chief officer</dt>
          <dd>
            {link === null ? (
              law.section("territorial-link") === undefined ? (
                "No such rule was read for Northern Ireland."
              ) : (
                <b className="mind">not written: {law.section("territorial-link")?.section}</b>
              )
            ) : (
              <>
                <b>{links.find(({ value }) => value === link.link)?.says}</b> <bdi>{link.ground.says}</bdi>{" "}
                <KnownBy how={link.ground.knowing} />
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>Against</dt>
          <dd>
            <b>
              <bdi>{subject.name}</bdi>
            </b>
            {subject.born ? (
              <>
                , born {sayCivilDay(subject.born.day)} <KnownBy how={subject.born.knowing} />
              </>
            ) : (
              <span className="mind">, day of birth not known</span>
            )}
            {subject.home && (
              <span className="line second">
                <bdi>{subject.home.says}</bdi> <KnownBy how={subject.home.knowing} />
              </span>
            )}
            {subjectBefore.map((one) => (
              <span className="line second" key={one.number}>
                <s>
                  <bdi>{one.subject.name}</bdi>
                </s>{" "}
                <bdi>{one.reason}</bdi>, {nameOf(one.by)}
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>Which court</dt>
          <dd>
            {law.courts.adult === "magistrates" ? "The magistrates’ court" : "A court of summary jurisdiction"}
            {law.courts.younger === "youth" && law.adultYears !== null
              ? `; the youth court if under ${law.adultYears} on the day of lodging`
              : "; of somebody younger nothing was read: ask your solicitor"}
            . {law.section("court")?.section}
          </dd>
        </div>
      </dl>
      {isDraft(state) && <OrderForms {...props} specs={[linkSpec, subjectSpec(subject)]} />}
    </>
  );
}

const linkSpec: OrderSpec = {
  name: "link",
  path: "link-written",
  letter: "l",
  button: "Write why this chief officer may apply",
  verb: "Save it",
  fields: [
    { key: "link", asks: "The person", as: "choice", options: links },
    { key: "says", asks: "What it rests on", as: "words" },
    { key: "knowing", asks: "How it is known", as: "choice", options: waysToKnow },
  ],
  changes: "The application says it to the court.",
  sends: ({ link, says, knowing }) => ({ link, ground: { says, knowing } }),
};

function subjectSpec(subject: OrderPartProps["page"]["state"]["subject"]): OrderSpec {
  return {
    name: "subject",
    path: "subject-changed",
    letter: "b",
    button: "Name, birth or home is another",
    verb: "Save it",
    fields: [
      { key: "name", asks: "Name", as: "line" },
      { key: "born", asks: "Day of birth", as: "day", isOptional: true },
      { key: "bornSays", asks: "What the day of birth rests on", as: "line", isAsked: ({ born = "" }) => born !== "" },
      { key: "bornKnowing", asks: "How it is known", as: "choice", options: waysToKnow, isAsked: ({ born = "" }) => born !== "" },
      { key: "home", asks: "Where they live", as: "line", isOptional: true },
      { key: "homeKnowing", asks: "How that is known", as: "choice", options: waysToKnow, isAsked: ({ home = "" }) => home !== "" },
      { key: "words", asks: "Why it is written anew", as: "words" },
    ],
    standing: { name: subject.name },
    changes: "What was written before stays to be read. The age on the day of lodging decides the court.",
    sends: ({ name, born, bornSays, bornKnowing, home, homeKnowing, words }) => ({
      words,
      subject: {
        ...subject,
        name,
        ...(born !== undefined && { born: { day: born, says: bornSays, knowing: bornKnowing } }),
        ...(home !== undefined && { home: { says: home, knowing: homeKnowing } }),
      },
    }),
  };
}
