import type { ReactElement } from "react";
import { KnownBy } from "../../parts/known-by.tsx";
import { OrderForms, type OrderSpec } from "../../parts/order-forms.tsx";
import { waysToKnow } from "../../parts/written-fields.ts";
import type { OrderPart, OrderPartProps } from "./order-part.ts";
import { isDraft } from "./order-words.ts";
import { SinceCourt, SubjectFacts, noteOfSubject, subjectSpecs } from "./subject-facts.tsx";

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
    const ofSubject = noteOfSubject(state);
    if (ofSubject !== undefined) return ofSubject;
    return state.draft.link === null && law.section("territorial-link") !== undefined
      ? { says: "not written", isMind: true }
      : { says: links.find(({ value }) => value === state.draft.link?.link)?.says ?? "the chief officer" };
  },
  Work: Applicant,
};

function Applicant(props: OrderPartProps): ReactElement {
  const { state, law } = props.page;
  const { link } = state.draft;
  const isAtCourt = state.application.lodged !== null || state.results.length > 0;
  const specs = [...(isDraft(state) && law.section("territorial-link") !== undefined ? [linkSpec] : []), ...subjectSpecs(props)];
  return (
    <>
      <header className="work-head">
        <h1>Who may apply, and against whom</h1>
      </header>
      <SinceCourt page={props.page} />
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
            <SubjectFacts page={props.page} />
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
