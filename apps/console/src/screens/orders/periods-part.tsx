import type { ReactElement } from "react";
import { ChartOrTable } from "@unmask/fittings-screen";
import { mindsOfPeriods } from "@unmask/case";
import { OrderForms, type OrderSpec } from "../../parts/order-forms.tsx";
import { AskedFor } from "./asked-for.tsx";
import type { OrderPart, OrderPartProps } from "./order-part.ts";
import { isDraft, sayUntil } from "./order-words.ts";
import { periodsDrawing } from "./periods-drawing.ts";

/** How long it is to run, and the interim that is wanted. */
export const periodsPart: OrderPart = {
  part: "periods",
  says: "Periods",
  isShown: ({ state }) => state.typed === null,
  note: ({ state: { draft, orders } }) =>
    draft.period === null
      ? { says: "not written", isMind: true }
      : {
          says: `${orders.length === 0 ? "" : "asked for: "}${draft.period.period.until === null ? "until further order" : `fixed, ${sayUntil(draft.period.period.until)}`}`,
        },
  isOfDraft: true,
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
      </header>
      <p className="sentence">{drawn?.says ?? "How long it is to run is not written yet: a last day, or until a further order."}</p>
      <AskedFor {...props} />
      <p>
        A fixed period is {least}
        {law.leastBindsEach
          ? " In Northern Ireland it binds each condition by itself: a condition has a period of its own, and no shorter one."
          : ""}
      </p>
      {drawn && <ChartOrTable drawing={drawn.drawing} table={drawn.table} caption={drawn.says} />}
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
