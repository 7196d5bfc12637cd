import type { ReactElement } from "react";
import { KnownBy } from "../../parts/known-by.tsx";
import { OrderForms } from "../../parts/order-forms.tsx";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { sayWhen } from "../../parts/say-when.ts";
import { KeptCopies } from "./kept-copies.tsx";
import type { OrderPart, OrderPartProps } from "./order-part.ts";
import { SinceCourt, SubjectFacts, noteOfSubject, subjectSpecs } from "./subject-facts.tsx";

/** Whom an order of another force binds, by what it is known, and where its paper is. It stands where an application of ours says whom it is against. */
export const subjectPart: OrderPart = {
  part: "applicant",
  says: "Whom it binds",
  isShown: ({ state }) => state.typed !== null,
  note: ({ state }) =>
    noteOfSubject(state) ??
    (state.subject.born === undefined
      ? { says: "day of birth not known", isMind: true }
      : { says: `born ${sayCivilDay(state.subject.born.day)}` }),
  Work: WhomItBinds,
};

function WhomItBinds(props: OrderPartProps): ReactElement {
  const { page, now } = props;
  const { subject, names, typed } = page.state;
  if (typed === null) return <SinceCourt page={page} />;
  const used = names.filter(({ withdrawn }) => withdrawn === undefined).map(({ name }) => name);
  const others = [...new Set([...(subject.otherNames ?? []), ...used])].filter((name) => name !== subject.name);
  return (
    <>
      <header className="work-head">
        <h1>
          Whom it binds: <bdi>{subject.name}</bdi>
        </h1>
      </header>
      <SinceCourt page={page} />
      <p className="sentence">
        Typed in from its copy by {page.nameOf(typed.by)}, {sayWhen(typed.happened, now)}. Names repeat: compare the birth with what{" "}
        <bdi>{typed.force}</bdi> has.
      </p>
      <dl className="order-facts">
        <div>
          <dt>The person</dt>
          <dd>
            <SubjectFacts page={page} />
          </dd>
        </div>
        <div>
          <dt>Other names</dt>
          <dd>
            {others.length === 0
              ? "none is written"
              : others.map((name) => (
                  <span className="line" key={name}>
                    <bdi>{name}</bdi>
                  </span>
                ))}
          </dd>
        </div>
        {subject.born !== undefined && (
          <div>
            <dt>The birth rests on</dt>
            <dd>
              <bdi>{subject.born.says}</bdi> <KnownBy how={subject.born.knowing} />
            </dd>
          </div>
        )}
        <div>
          <dt>Its number there</dt>
          <dd>
            <b>
              <bdi>{typed.theirs}</bdi>
            </b>
            , <bdi>{typed.force}</bdi>
          </dd>
        </div>
        <div>
          <dt>Court</dt>
          <dd>
            <bdi>{typed.court}</bdi>, made {sayCivilDay(typed.made)}
          </dd>
        </div>
        <div>
          <dt>Its paper</dt>
          <dd>
            {page.copies.length > 0 ? (
              "A copy is kept with it, below."
            ) : (
              <b className="mind">
                No copy is kept here. It lies with <bdi>{typed.force}</bdi> and <bdi>{typed.court}</bdi>: ask for it by its number there
                before anybody relies on what was typed.
              </b>
            )}
          </dd>
        </div>
      </dl>
      <OrderForms {...props} specs={subjectSpecs(props)} />
      <KeptCopies parts={props} path="copies" title="Copies that are kept" asks="The scan of the copy" button="Keep a copy" />
    </>
  );
}
