import type { ReactElement } from "react";
import { isOpenPair, missingInCondition } from "@unmask/case";
import { sayList } from "@unmask/words";
import { OrderForms } from "../../parts/order-forms.tsx";
import { conditionSpec } from "./condition-spec.ts";
import { pairsOfPage } from "./draft-standing.ts";
import type { OrderPartProps } from "./order-part.ts";
import { isDraft, sayUntil } from "./order-words.ts";

type Condition = OrderPartProps["page"]["state"]["draft"]["conditions"][number];

/** One condition with what is missing in it and what it conflicts with; while it is a draft it opens in its own place, to be written anew. */
export function ConditionRow({
  props,
  one,
  nameOf,
}: {
  readonly props: OrderPartProps;
  readonly one: Condition;
  readonly nameOf: (person: string) => string;
}): ReactElement {
  const { state, law } = props.page;
  const { condition, type, says, necessity, evidence, own, persons = [], locality, interimToo } = one;
  const gaps = missingInCondition(one);
  const conflicts = pairsOfPage(props.page).filter((pair) => pair.mine === condition && isOpenPair(pair, state.draft));
  return (
    <tbody className="condition">
      <tr>
        <th scope="row">
          <span className="line second">
            {condition}. {type === "prohibition" ? "Prohibition" : "Requirement"}
          </span>
          <bdi>{says}</bdi>
          {persons.length > 0 && <span className="line second">of {sayList(persons.map(nameOf))}</span>}
          {locality !== undefined && (
            <span className="line second">
              only in <bdi>{locality}</bdi>
            </span>
          )}
          {gaps.length > 0 && (
            <span className="line second mind">not written: {sayList(gaps.map((gap) => (gap === "words" ? "words at “…”" : gap)))}</span>
          )}
          {conflicts.map(({ theirs, found }) => (
            <span className="line second mind" key={`${theirs.order} ${theirs.condition} ${theirs.says}`}>
              <b>{found === "conflict" ? "Conflict" : "Not compared"}</b> with {theirs.order}, condition {theirs.condition}
            </span>
          ))}
        </th>
        <td data-says="Necessary, because">
          {necessity === undefined ? (
            <>
              <b className="mind">Not written yet</b>
              <span className="line second">The court must find each condition necessary: {law.section("necessary")?.section}</span>
            </>
          ) : (
            <bdi>{necessity}</bdi>
          )}
        </td>
        <td data-says="Evidence">
          {evidence.length === 0 ? (
            <span className="mind">none</span>
          ) : (
            evidence.map((item) => (
              <bdi className="exhibit-mark" key={item}>
                {item}{" "}
              </bdi>
            ))
          )}
        </td>
        <td data-says="Lasts">
          {own === undefined ? "order" : <span className="mind">{sayUntil(own.until)}, own period</span>}
          <span className="line second">{interimToo ? "interim too" : "not in the interim"}</span>
        </td>
      </tr>
      {isDraft(state) && (
        <tr className="condition-writes">
          <td colSpan={4}>
            <OrderForms {...props} specs={[conditionSpec(props.page, one)]} />
          </td>
        </tr>
      )}
    </tbody>
  );
}
