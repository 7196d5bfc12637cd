import type { ReactElement } from "react";
import { subjectSinceCourt } from "@unmask/case";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { KnownBy } from "../../parts/known-by.tsx";
import { OrderForms, type OrderSpec } from "../../parts/order-forms.tsx";
import { waysToKnow } from "../../parts/written-fields.ts";
import type { OrderPart, OrderPartProps } from "./order-part.ts";
import { isDraft } from "./order-words.ts";

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
  note: ({ state, law }) => {
    if (subjectSinceCourt(state) !== undefined) return { says: "another name or birth since the court had it", isMind: true };
    return state.draft.link === null && law.section("territorial-link") !== undefined
      ? { says: "not written", isMind: true }
      : { says: links.find(({ value }) => value === state.draft.link?.link)?.says ?? "the chief officer" };
  },
  Work: Applicant,
};

function Applicant(props: OrderPartProps): ReactElement {
  const { state, law, nameOf } = props.page;
  const { link } = state.draft;
  const { subject, subjectBefore } = state;
  const atCourt = subjectSinceCourt(state);
  return (
    <>
      <header className="work-head">
        <h1>Who may apply, and against whom</h1>
      </header>
      {atCourt !== undefined && (
        <p className="notice minded">
          What went to the court is against <bdi>{atCourt.name}</bdi>
          {atCourt.born !== undefined && <>, born {sayCivilDay(atCourt.born.day)}</>}. Another name or birth was written since, and no
          second person has read that.
        </p>
      )}
      <p className="sentence">
        {law.section("applicant")?.says} <span className="second-words">{law.section("applicant")?.section}</span>
      </p>
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
      {isDraft(state) && (
        <OrderForms {...props} specs={[...(law.section("territorial-link") === undefined ? [] : [linkSpec]), subjectSpec(subject)]} />
      )}
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
