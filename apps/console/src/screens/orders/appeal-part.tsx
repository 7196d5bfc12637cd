import type { ReactElement } from "react";
import { didInWords } from "@unmask/case";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { OrderForms, type OrderSpec } from "../../parts/order-forms.tsx";
import { sayWhen } from "../../parts/say-when.ts";
import type { CourtDid } from "./court-words.ts";
import type { OrderPart, OrderPartProps } from "./order-part.ts";

type AppealOfOrder = OrderPartProps["page"]["state"]["appeals"][number];

const appellantInWords: Readonly<Record<AppealOfOrder["asker"], string>> = {
  us: "We appeal",
  subject: "The person whom it binds appeals",
  "other-force": "Another force appeals",
};

/** Appeals to the Crown Court: which results they are against, what the court above did, and what is not known. */
export const appealPart: OrderPart = {
  part: "appeal",
  says: "Appeal",
  note: ({ state }) => {
    const open = state.appeals.filter(({ result }) => result === null).length;
    if (open > 0) return { says: `${open} not decided`, isMind: true };
    return { says: state.appeals.length === 0 ? "none is written" : `${state.appeals.length} decided` };
  },
  isShown: ({ state }) => state.results.length > 0,
  Work: Appeals,
};

function Appeals(parts: OrderPartProps): ReactElement {
  const { page } = parts;
  const { state, law } = page;
  const open = state.appeals.filter(({ result }) => result === null);
  const subject = law.section("appeal-by-subject")?.section;
  const police = law.section("appeal-by-police")?.section;
  const after = law.section("appeal-result")?.section;
  return (
    <>
      <header className="work-head">
        <h1>Appeal</h1>
        <p className="second-words end">to the Crown Court; what it decides is typed from its copy</p>
      </header>
      <p className="sentence">
        {state.appeals.length === 0
          ? "No appeal is written."
          : open.length === 0
            ? "Every appeal that is written was decided."
            : `${open.length === 1 ? "One appeal is" : `${open.length} appeals are`} not decided. Until then the order stands as it is.`}
      </p>
      {state.appeals.map((one) => (
        <Appealed key={one.number} {...parts} appeal={one} />
      ))}
      <OrderForms {...parts} specs={[appealSpec(state.results.filter(({ correctedBy }) => correctedBy === null))]} />
      <section aria-labelledby="appeal-rule">
        <h2 id="appeal-rule">What the law says of it, as read here</h2>
        <table className="plain-table order-table">
          <tbody>
            <tr>
              <th scope="row">The person whom it binds</th>
              <td>
                {subject === undefined ? "not known here: ask your solicitor" : `against the making, and against changes: ${subject}`}
              </td>
            </tr>
            <tr>
              <th scope="row">We</th>
              <td>
                {police === undefined
                  ? "not known here: ask your solicitor"
                  : `against a refusal, and against a change made for the person: ${police}. An appeal of ours that does not lie is refused here, with its section.`}
              </td>
            </tr>
            <tr>
              <th scope="row">What the court above can do</th>
              <td>{after === undefined ? "not known here" : `make, take away or leave the order: ${after}`}</td>
            </tr>
            <tr>
              <th scope="row">Time limit</th>
              <td>
                <b className="mind">Not known here.</b> It is not in the Act as read. Ask the solicitor today.
              </td>
            </tr>
            <tr>
              <th scope="row">While it waits</th>
              <td>The order, its conditions and its clocks go on. Nothing here stops because somebody appeals.</td>
            </tr>
          </tbody>
        </table>
      </section>
    </>
  );
}

function Appealed({ at, page, now, appeal }: OrderPartProps & { readonly appeal: AppealOfOrder }): ReactElement {
  const { results } = page.state;
  const against = results.find(({ number }) => number === appeal.against);
  const decided = results.find(({ number }) => number === appeal.result);
  return (
    <section aria-labelledby={`appeal-${appeal.number}`}>
      <h2 id={`appeal-${appeal.number}`}>
        {appellantInWords[appeal.asker]}, {sayCivilDay(appeal.day)}
      </h2>
      <dl className="facts">
        <div>
          <dt>Against</dt>
          <dd>
            {against === undefined
              ? "a result that is not here"
              : `the court ${didInWords[against.said.result]} on ${sayCivilDay(against.said.day)}`}
          </dd>
        </div>
        <div>
          <dt>Why</dt>
          <dd>
            “<bdi>{appeal.says}</bdi>”
          </dd>
        </div>
        <div>
          <dt>Written by</dt>
          <dd>
            {page.nameOf(appeal.by)}, {sayWhen(appeal.happened, now)}
          </dd>
        </div>
        <div>
          <dt>The court above</dt>
          <dd>
            {decided === undefined ? (
              <>
                <b className="mind">not decided</b>{" "}
                <button type="button" className="in-line" onClick={() => at.way.go({ screen: "order", order: page.order, part: "court" })}>
                  Type its result
                </button>
              </>
            ) : (
              `${didInWords[decided.said.result]} on ${sayCivilDay(decided.said.day)}${sayEffect(decided)}`
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}

function sayEffect({ said, lacks }: CourtDid): string {
  const after = said.remitted === "yes" ? "; the matter went back to the court below" : lacks === null ? "" : `; it ${lacks.says}`;
  return `${said.quashes === true ? "; the order is taken away" : ""}${after}`;
}

function appealSpec(results: readonly CourtDid[]): OrderSpec {
  return {
    path: "appeal-noted",
    name: "appeal",
    letter: "p",
    button: "Write an appeal",
    verb: "Write it",
    fields: [
      {
        key: "by",
        asks: "Who appeals",
        as: "choice",
        options: [
          { value: "us", says: "we do" },
          { value: "subject", says: "the person whom it binds" },
          { value: "other-force", says: "another force" },
        ],
      },
      {
        key: "against",
        asks: "Against which result",
        as: "choice",
        options: results.map(({ number, said }) => ({
          value: String(number),
          says: `${didInWords[said.result]}, ${sayCivilDay(said.day)}`,
        })),
        isNumber: true,
      },
      { key: "day", asks: "Day of the appeal", as: "day" },
      { key: "says", asks: "On which grounds, in words", as: "words" },
    ],
    changes: "It stands with the order. Nothing of the order changes before the court above decides.",
  };
}
