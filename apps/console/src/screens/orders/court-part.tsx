import type { ReactElement } from "react";
import { consentUntil, didInWords, resultAtHand, waitsForReading } from "@unmask/case";
import { ChartOrTable } from "@unmask/fittings-screen";
import { hashInFours } from "../../desk/kept-copy.ts";
import { sayCivilDay, sayDaysIn } from "../../parts/civil-day.ts";
import { KnownBy } from "../../parts/known-by.tsx";
import { OrderForms } from "../../parts/order-forms.tsx";
import { besideRuleDrawn } from "./court-drawing.ts";
import { CourtSide } from "./court-side.tsx";
import { correctSpec, resultSpec } from "./court-specs.ts";
import { type CourtDid, oursAndTheirs, sayResult, standingInWords, typedIs } from "./court-words.ts";
import { KeptCopies, SaveCopy } from "./kept-copies.tsx";
import type { OrderPart, OrderPartProps } from "./order-part.ts";
import { consentOf } from "./order-words.ts";
import { StandingConditions } from "./standing-conditions.tsx";

/** What courts did: typed from the copy, beside the rule, with what it changed. */
export const courtPart: OrderPart = {
  part: "court",
  says: "What the court did",
  note: ({ state }) => {
    const open = state.results.filter(waitsForReading).length;
    const marks = state.orders.flatMap((one) => one.marks).length;
    if (open > 0) return { says: `${open} to read against the copy`, isMind: true };
    if (state.results.some(({ lacks }) => lacks !== null)) return { says: "waits for what an appeal made", isMind: true };
    if (marks > 0) return { says: `${state.results.length} written, ${marks} marked`, isMind: true };
    return { says: state.results.length === 0 ? "nothing yet" : `${state.results.length} written` };
  },
  isShown: ({ state }) => state.application.lodged !== null || state.results.length > 0 || state.route !== "s1-application",
  Work: Court,
  Side: CourtSide,
};

function Court(parts: OrderPartProps): ReactElement {
  const { page } = parts;
  const { state } = page;
  const here = resultAtHand(state);
  return (
    <>
      <header className="work-head">
        <h1>What the court did</h1>
        <p className="second-words end">a fact, recorded even where it does not fit the rule</p>
      </header>
      {here === undefined ? (
        <p className="sentence">Nothing that a court did is written.</p>
      ) : (
        <>
          <p className="sentence">{sayResult(here)}</p>
          {here.lacks !== null && (
            <p className="notice minded">
              <b>{here.lacks.section === "" ? "Waits:" : `${here.lacks.section}:`}</b> {sayDaysIn(here.lacks.why)} Ask the court for its
              order, and write it with “It was typed wrongly”. Until then whether a notice is due stands as undecided.
            </p>
          )}
          <StandingConditions {...parts} />
          <AsOnCopy {...parts} result={here} />
          <BesideRule {...parts} result={here} />
        </>
      )}
      <OrderForms {...parts} specs={[resultSpec(page), ...(here === undefined ? [] : [correctSpec(page, here)])]} />
      <KeptCopies parts={parts} path="copies" title="Copies that are kept" asks="The scan of the copy" button="Keep a copy" />
      {state.results.length > 1 && <AllResults page={page} here={here} />}
      <section aria-labelledby="ours-theirs">
        <h2 id="ours-theirs">
          Ours and the world’s{" "}
          <span className="second-words">what we ask is refused, with its section; what a court does is recorded, and marked</span>
        </h2>
        <table className="plain-table order-table">
          <thead>
            <tr>
              <th scope="col">What we do: refused</th>
              <th scope="col">What a court does: recorded</th>
            </tr>
          </thead>
          <tbody>
            {oursAndTheirs((rule) => page.law.section(rule)?.section ?? "").map(([ours, theirs]) => (
              <tr key={ours}>
                <td>{ours}</td>
                <td data-says="A court">{theirs}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function AsOnCopy({ result, ...parts }: OrderPartProps & { readonly result: CourtDid }): ReactElement {
  const { page } = parts;
  const { said, by } = result;
  const kept = page.copies.find(({ sha256 }) => sha256 === said.copy?.sha256);
  const how = typedIs(result, page.copies);
  const [standing, isMind] = standingInWords[result.standing];
  const rows: readonly (readonly [string, ReactElement | string, "record" | "account" | undefined])[] = [
    ["Court and day", `${said.court}, ${sayCivilDay(said.day)}`, how],
    [
      "Result",
      `${didInWords[said.result]}${said.from === undefined ? "" : `, from ${sayCivilDay(said.from)}`}${said.period === undefined ? "" : `; ${said.period.until === null ? "until a further order" : `to ${sayCivilDay(said.period.until)}`}`}`,
      how,
    ],
    ["How it stands", <b className={isMind ? "mind" : undefined}>{standing}</b>, undefined],
    [`Who was heard${sectionOf(page, "heard")}`, said.heard ?? "not written", said.heard === undefined ? undefined : "account"],
    [
      "Certified copy",
      said.copy === undefined ? (
        <b className="mind">none is here</b>
      ) : (
        <>
          {said.copy.exhibit}
          {said.copy.pages !== undefined && `, ${said.copy.pages} pages`},{" "}
          {said.copy.certified ? "certified by the court’s officer" : "not certified"}
          <code className="line second">{hashInFours(said.copy.sha256)}</code>
          {kept === undefined ? (
            <span className="second-words">Its file is not kept here: ask whoever typed it for it.</span>
          ) : (
            <SaveCopy parts={parts} copy={kept} />
          )}
        </>
      ),
      said.copy === undefined ? undefined : how,
    ],
    ["Reasons of the court", said.reasons ?? "not on the copy, as far as it was typed", said.reasons === undefined ? undefined : how],
    ["Typed by", page.nameOf(by), undefined],
  ];
  return (
    <table className="plain-table order-table as-on-copy copies">
      <caption>As the copy has it</caption>
      <tbody>
        {rows.map(([name, says, known]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <bdi>{says}</bdi>
            </td>
            <td>{known !== undefined && <KnownBy how={known} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sectionOf(page: OrderPartProps["page"], rule: "heard"): string {
  const section = page.law.section(rule)?.section;
  return section === undefined ? "" : `: ${section}`;
}

function BesideRule({ page, result }: OrderPartProps & { readonly result: CourtDid }): ReactElement | null {
  const { state, law } = page;
  const order = state.orders.findLast(({ which, from }) => (result.said.order ?? which) === which || from.includes(result.number));
  if (order === undefined) return null;
  const change = state.changes.find((one) => one.change === result.said.change);
  const last = consentUntil(order.made, law);
  const { drawing, table } = besideRuleDrawn({
    order,
    result,
    ...(result.said.result === "discharged" && last !== undefined && { rule: { day: last, says: "consent is needed to" } }),
    ...(change !== undefined && { asked: { day: change.day, says: "asked" } }),
  });
  const consents = change?.consents ?? [];
  return (
    <section aria-labelledby="beside-rule">
      <h2 id="beside-rule">
        Beside the rule <span className="second-words">what the law says, and what was done</span>
      </h2>
      <ChartOrTable drawing={drawing} table={table} caption="The order beside the rule" />
      {result.against.map((mark) => (
        <p key={`${mark.section} ${mark.why}`} className="notice minded">
          <b>{mark.section === "" ? mark.says : `${mark.section}:`}</b> {sayDaysIn(mark.why)} <b>The program does not say who is right.</b>
        </p>
      ))}
      {result.minded.map((mark) => (
        <p key={mark.why} className="notice minded">
          <b>
            {mark.section !== "" && `${mark.section}: `}It {mark.says}.
          </b>{" "}
          {sayDaysIn(mark.why)}
        </p>
      ))}
      {result.against.length + result.minded.length === 0 && (
        <p className="second-words">Nothing in it is against a rule that is known here.</p>
      )}
      {result.said.result === "discharged" && (
        <p className="second-words">
          Consents that are written:{" "}
          {consents.length === 0
            ? "none."
            : consents
                .map(({ of, answer, day, says }) => {
                  const when = day === undefined ? "" : `, ${sayCivilDay(day)}`;
                  return `${consentOf[of]}: ${answer.replaceAll("-", " ")}${when} (${says})`;
                })
                .join("; ")}
        </p>
      )}
    </section>
  );
}

function AllResults({ page, here }: Pick<OrderPartProps, "page"> & { readonly here: CourtDid | undefined }): ReactElement {
  return (
    <section aria-labelledby="all-results">
      <h2 id="all-results">All that is written of courts</h2>
      <ul className="plain-lines">
        {page.state.results.map((one) => (
          <li key={one.number} className={one.correctedBy === null ? undefined : "struck"} aria-current={one === here ? "true" : undefined}>
            {sayResult(one)} <span className="second-words">{standingInWords[one.standing][0]}</span>
            {[...one.against, ...one.minded, ...(one.lacks === null ? [] : [one.lacks])].map((mark) => (
              <span key={mark.why} className="mark-box of-breach inline-mark">
                {mark.says}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
