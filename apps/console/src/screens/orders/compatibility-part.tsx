import type { ReactElement } from "react";
import { anotherBirthday, isOpenPair, settlementOf } from "@unmask/case";
import { sayCount } from "@unmask/words";
import { OrderForms, type OrderSpec } from "../../parts/order-forms.tsx";
import { CompatibilitySide } from "./compatibility-side.tsx";
import { pairsOfPage } from "./draft-standing.ts";
import type { OrderPart, OrderPartProps } from "./order-part.ts";
import { isDraft } from "./order-words.ts";

/** Every pair of a condition of the draft and one of a live order, and how each was settled. “Not compared” is a result of its own. */
export const compatibilityPart: OrderPart = {
  part: "compatibility",
  says: "Compatibility",
  isShown: ({ state }) => state.typed === null,
  note: (page) => {
    const open = pairsOfPage(page).filter((pair) => isOpenPair(pair, page.state.draft)).length;
    return open === 0 ? noteOfNone(page) : { says: `${open} to settle`, isMind: true };
  },
  Work: Compatibility,
  Side: CompatibilitySide,
};

/** What is said where nothing is to be settled: an order of one of this name with another birthday is still looked at. */
function noteOfNone({ others, namesakes }: OrderPartProps["page"]): { readonly says: string; readonly isMind?: boolean } {
  if (namesakes.length > 0) return { says: `${namesakes.length} of another birthday`, isMind: true };
  return { says: others.length === 0 ? "none that is open to you" : "nothing to settle" };
}

const foundInWords = { fits: "Fits", "to-read": "To read", "not-compared": "Not compared", conflict: "Conflict" } as const;

function Compatibility(props: OrderPartProps): ReactElement {
  const { page } = props;
  const pairs = pairsOfPage(page);
  const toSettle = pairs.filter(({ found }) => found !== "fits");
  const open = toSettle.filter((pair) => isOpenPair(pair, page.state.draft)).length;
  const namesakes = page.namesakes.length;
  return (
    <>
      <header className="work-head">
        <h1>Beside other orders</h1>
        <p className="sentence">
          {pairs.length === 0
            ? "No live order of this person that is open to you has a condition here. Type in an order of another force from its copy, and it is compared."
            : open === 0
              ? "Nothing is left to settle."
              : `${open} of ${pairs.length} pairs ${mayStillGoOn(page.state) ? "are to be settled in words before the draft can go on" : "are not settled in words"}.`}
          {namesakes > 0 && (
            <>
              {" "}
              <b className="mind">
                To look at: {sayCount(namesakes, "live order")} of {anotherBirthday}.
              </b>
            </>
          )}
        </p>
      </header>
      {toSettle.length > 0 && (
        <table className="plain-table compared-pairs">
          <caption className="unseen">Pairs that do not simply fit</caption>
          <thead>
            <tr>
              <th scope="col">Draft</th>
              <th scope="col">Other order</th>
              <th scope="col">Found</th>
              <th scope="col">Settled</th>
            </tr>
          </thead>
          <tbody>
            {toSettle.map((pair) => {
              const { mine, theirs, found, why } = pair;
              const settled = settlementOf(pair, page.state.draft);
              return (
                <tr key={keyOf(pair)}>
                  <th scope="row">Condition {mine}</th>
                  <td>
                    {theirs.order}, condition {theirs.condition}
                  </td>
                  <td>
                    <b className={found === "conflict" ? "mind" : ""}>{foundInWords[found]}</b>
                    <span className="line second">
                      <bdi>{why}</bdi>
                    </span>
                  </td>
                  <td>
                    {settled ? (
                      <>
                        {howInWords[settled.how]} <bdi className="line second">{settled.reason}</bdi>
                      </>
                    ) : found === "to-read" ? (
                      "read it; nothing has to be written"
                    ) : (
                      <b className="mind">not yet</b>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {toSettle.length > 0 && isDraft(page.state) && <OrderForms {...props} specs={[settleSpec(toSettle)]} />}
    </>
  );
}

/** Whether it lies before the court: then nothing waits for what is settled, and what is not stays said. */
function mayStillGoOn({ application }: OrderPartProps["page"]["state"]): boolean {
  return application.lodged === null && application.stage !== "not-pursued" && application.stage !== "withdrawn";
}

const howInWords = {
  fits: "read, and it fits",
  exception: "an exception is written into the condition",
  smaller: "made smaller",
  "asked-other-force": "the other force was asked to vary",
  "stands-told-to-court": "it stands, and the court is told",
} as const;

function settleSpec(pairs: ReturnType<typeof pairsOfPage>): OrderSpec {
  return {
    name: "pair",
    path: "pair-settled",
    letter: "s",
    button: "Settle a pair",
    verb: "Settle it",
    fields: [
      {
        key: "pair",
        asks: "Which pair",
        as: "choice",
        options: pairs.map((pair) => ({ value: keyOf(pair), says: namedAmong(pair, pairs) })),
      },
      { key: "how", asks: "How", as: "choice", options: Object.entries(howInWords).map(([value, says]) => ({ value, says })) },
      { key: "words", asks: "Why, in words", as: "words" },
    ],
    changes: "The pair counts as settled until a condition of it is written anew.",
    sends: ({ pair, ...rest }) => {
      const [condition, other, theirCondition] = String(pair).split(" ");
      const shown = pairs.find((one) => keyOf(one) === pair);
      const reads = shown && { reads: shown.theirs.says };
      return { ...rest, condition: Number(condition), other, theirCondition: Number(theirCondition), ...reads };
    },
  };
}

/** A pair by its numbers and their words: an interim and a full order that both live can have a condition of one number. */
function keyOf({ mine, theirs }: Pair): string {
  return `${mine} ${theirs.order} ${theirs.condition} ${theirs.says}`;
}

/** A pair by its numbers, with their words where another has the same. */
function namedAmong({ mine, theirs }: Pair, pairs: readonly Pair[]): string {
  const alike = pairs.filter((one) => one.mine === mine && one.theirs.order === theirs.order && one.theirs.condition === theirs.condition);
  const numbers = `condition ${mine} and ${theirs.order}, condition ${theirs.condition}`;
  return alike.length > 1 ? `${numbers}, “${theirs.says}”` : numbers;
}

type Pair = ReturnType<typeof pairsOfPage>[number];
