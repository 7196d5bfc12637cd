import type { ReactElement } from "react";
import { ChartOrTable } from "@unmask/fittings-screen";
import { sayCount } from "@unmask/words";
import { type ComparedPair, anotherBirthday, comparedInWords, isOpenPair, placesDrawing, settlementOf } from "@unmask/case";
import type { OrderPage } from "../../desk/order-page.ts";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { pairsOfPage } from "./draft-standing.ts";
import { closedToYou, pairsSettled } from "./order-words.ts";
import type { OrderPartProps } from "./order-part.ts";

/** The conditions of the draft beside every live order of the same person, of any force: counts, the worst pair with its map, and what was said of it. */
export function CompatibilitySide({ page }: OrderPartProps): ReactElement {
  const { state, others, namesakes, law } = page;
  const pairs = pairsOfPage(page);
  const live = others.filter(({ orders }) => orders.some(({ stage }) => stage === "lives"));
  const open = pairs.filter((pair) => isOpenPair(pair, state.draft));
  const worst = pairs.find(({ found }) => found === "conflict") ?? pairs.find(({ found }) => found === "to-read");
  const section = law.section("compatible")?.section;
  return (
    <section aria-label="Compatibility with every live order" className="compatibility">
      <h2>Compatibility with every live order</h2>
      <p>
        {live.length > 0 && `${sayCount(live.length, "live order")} found. `}
        {live.length + namesakes.length === 0 && "No live order against this person is open to you here. "}
        {pairs.length > 0 && `${comparedInWords(pairs)}. `}
        {open.length > 0 && <b className="mind">{sayCount(open.length, "pair")} to settle.</b>}
      </p>
      <p className="second-words">{closedToYou}</p>
      {live.map(({ order, theirs, force, isTyped, orders }) => (
        <p key={order} className="second-words">
          <bdi>{theirs ?? order}</bdi>, <bdi>{force}</bdi>
          {isTyped && ", typed in from its copy"}
          {orders.map((one) => ` · ${one.which}, made ${sayCivilDay(one.made)}`)}
        </p>
      ))}
      {namesakes.map(({ shown, force, which, made }) => (
        <p key={`${shown} ${which} ${made}`}>
          <b className="mind">To look at: {anotherBirthday}.</b> <bdi>{shown}</bdi>, <bdi>{force}</bdi>, {which}, made {sayCivilDay(made)}.
          It is not compared: they can be two people, or one whose birthday was typed wrongly.
        </p>
      ))}
      {worst && <WorstPair page={page} pair={worst} section={section} />}
      {section === undefined && (
        <p className="second-words">Of this jurisdiction no rule about other orders was read: ask your solicitor.</p>
      )}
    </section>
  );
}

function WorstPair({
  page,
  pair,
  section,
}: {
  readonly page: OrderPage;
  readonly pair: ComparedPair;
  readonly section: string | undefined;
}): ReactElement {
  const { mine, theirs, found, why } = pair;
  const ours = page.state.draft.conditions.find(({ condition }) => condition === mine);
  const other = page.others.find(({ order }) => order === theirs.order);
  const their = other?.orders
    .filter(({ stage }) => stage === "lives")
    .flatMap(({ conditions }) => conditions)
    .find(({ condition, says: words }) => condition === theirs.condition && words === theirs.says);
  const shown = [ours, their].flatMap((one) =>
    (one?.places ?? []).map((place) => ({
      place,
      label: place.says,
      is: one?.type === "requirement" ? ("asked" as const) : ("forbidden" as const),
    })),
  );
  const settled = settlementOf(pair, page.state.draft);
  const says =
    found === "conflict" ? `This person could not obey both: ${section ?? "no section read"}.` : "Somebody has to read these two.";
  const places = placesDrawing(shown, says);
  return (
    <>
      {shown.length > 0 && (
        <ChartOrTable drawing={places.drawing && { phone: places.drawing, desktop: places.drawing }} table={places.table} caption={says} />
      )}
      <div className="two-conditions">
        <p>
          <span className="line second">
            <bdi>{other?.theirs ?? theirs.order}</bdi>, condition {theirs.condition}
          </span>
          <bdi>{their?.says}</bdi>
        </p>
        <p>
          <span className="line second">Draft, condition {mine}</span>
          <bdi>{ours?.says}</bdi>
        </p>
      </div>
      <p className={found === "conflict" ? "mind bold" : ""}>{says}</p>
      <p className="second-words">
        <bdi>{why}</bdi>
      </p>
      {settled && (
        <p>
          <b>{pairsSettled[settled.how]}</b>: <bdi>{settled.reason}</bdi>, {page.nameOf(settled.by)}
        </p>
      )}
    </>
  );
}
