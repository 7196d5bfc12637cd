import type { ReactElement } from "react";
import { type SubjectSince, operations, parseRole, subjectSinceCourt } from "@unmask/case";
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
    const since = subjectSinceCourt(state);
    if (since !== undefined && since.read?.agrees !== true)
      return {
        says: `another name or birth since the court had it${since.read === undefined ? ", to be read" : ", and not agreed with"}`,
        isMind: true,
      };
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
  const since = subjectSinceCourt(state);
  const isAtCourt = state.application.lodged !== null || state.results.length > 0;
  const specs = [
    ...(isDraft(state) && law.section("territorial-link") !== undefined ? [linkSpec] : []),
    ...readSpecs(since, props),
    subjectSpec(subject, isAtCourt ? afterCourt : beforeCourt),
  ];
  return (
    <>
      <header className="work-head">
        <h1>Who may apply, and against whom</h1>
      </header>
      {since !== undefined && <SinceCourt since={since} page={props.page} />}
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
      {(isDraft(state) || isAtCourt) && <OrderForms {...props} specs={specs} />}
    </>
  );
}

/** What the court had, and who has read what was written since. */
function SinceCourt({ since, page }: { readonly since: SubjectSince; readonly page: OrderPartProps["page"] }): ReactElement {
  const { was, read, writers } = since;
  return (
    <p className={read?.agrees === true ? "sentence" : "notice minded"}>
      What went to the court is against <bdi>{was.name}</bdi>
      {was.born !== undefined && <>, born {sayCivilDay(was.born.day)}</>}. Another name or birth was written since
      {read === undefined
        ? `, and no second person has read that.${writers.includes(page.me) ? " You wrote it: somebody else reads it." : ""}`
        : `; ${page.nameOf(read.by)} has read it and ${read.agrees ? "agrees." : "does not agree."}`}
      {read?.says !== undefined && (
        <>
          {" "}
          “<bdi>{read.says}</bdi>”
        </>
      )}
    </p>
  );
}

/** What a second person says of another name or birth; of what they wrote themselves nothing. */
function readSpecs(since: SubjectSince | undefined, { at, page }: Pick<OrderPartProps, "at" | "page">): readonly OrderSpec[] {
  const role = parseRole(at.me.officer.role);
  const mayRead = role !== undefined && operations["authorise-order"].roles[role] !== undefined;
  if (!mayRead || since === undefined || since.read !== undefined || since.writers.includes(page.me)) return [];
  const { changed } = since;
  return [
    {
      name: `subject-read-${changed}`,
      path: "subject-read",
      letter: "r",
      button: "Say what you make of it, as the second person",
      verb: "Write it",
      fields: [
        { key: "agrees", asks: "Is it the person against whom it went to the court, as they are written now", as: "yes-no" },
        { key: "says", asks: "What you say of it; why, where it is not", as: "words", isOptional: true },
      ],
      changes: "agreed, the mark is taken from it; not agreed, it stays, and what is wrong is written anew.",
      sends: (answers) => ({ ...answers, changed }),
    },
  ];
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

const beforeCourt = "What was written before stays to be read. The age on the day of lodging decides the court.";
const afterCourt =
  "What went to the court stays to be read, and so does who wrote this. Another name or birth is marked until a second person has read it.";

function subjectSpec(subject: OrderPartProps["page"]["state"]["subject"], changes: string): OrderSpec {
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
    changes,
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
