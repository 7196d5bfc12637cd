import type { ReactElement } from "react";
import { KnownBy } from "../../parts/known-by.tsx";
import { OrderForms, type OrderSpec } from "../../parts/order-forms.tsx";
import { sayWhen } from "../../parts/say-when.ts";
import { waysToKnow } from "../../parts/written-fields.ts";
import type { OrderPart, OrderPartProps } from "./order-part.ts";
import { isDraft } from "./order-words.ts";

/** Religion, work and education: what an order has to leave alone as far as it can. */
export const promptsPart: OrderPart = {
  part: "belief-and-work",
  says: "Religion, work, education",
  isShown: ({ state, law }) => state.typed === null && law.section("belief-and-work") !== undefined,
  note: ({ state, law }) => {
    const left = 3 - state.draft.prompts.length;
    return left === 0
      ? { says: `all asked, ${law.section("belief-and-work")?.section ?? ""}` }
      : { says: `${left} not asked`, isMind: true };
  },
  isOfDraft: true,
  Work: Prompts,
};

const prompts = [
  ["religion", "Religious beliefs"],
  ["work", "Times of work"],
  ["education", "Times of education"],
] as const;
const answers = [
  { value: "yes", says: "yes, a condition meets it" },
  { value: "no", says: "no" },
  { value: "not-known", says: "asked, and not known" },
];

function Prompts(props: OrderPartProps): ReactElement {
  const { state, law, nameOf } = props.page;
  const specs = prompts.map(([prompt, says]): OrderSpec => ({
    name: `prompt-${prompt}`,
    path: "prompt-answered",
    letter: prompt.slice(0, 1),
    button: says,
    verb: "Save the answer",
    fields: [
      { key: "answer", asks: "Does a condition meet it?", as: "choice", options: answers },
      { key: "says", asks: "What it rests on", as: "words" },
      { key: "knowing", asks: "How it is known", as: "choice", options: waysToKnow },
    ],
    changes: "The draft says that it was asked. “Not known” is an answer; not asked is none.",
    sends: ({ answer, says: ground, knowing }) => ({ prompt, answer, ground: { says: ground, knowing } }),
  }));
  return (
    <>
      <header className="work-head">
        <h1>Religion, work, education</h1>
      </header>
      <p className="sentence">{law.section("belief-and-work")?.says}</p>
      <dl className="order-facts">
        {prompts.map(([prompt, says]) => {
          const one = state.draft.prompts.find((each) => each.prompt === prompt);
          return (
            <div key={prompt}>
              <dt>{says}</dt>
              <dd>
                {one === undefined ? (
                  <b className="mind">nobody asked</b>
                ) : (
                  <>
                    <b>{answers.find(({ value }) => value === one.answer)?.says}</b> <bdi>{one.ground.says}</bdi>{" "}
                    <KnownBy how={one.ground.knowing} />
                    <span className="line second">
                      {sayWhen(one.happened, props.now)}, {nameOf(one.by)}
                    </span>
                  </>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      {isDraft(state) && <OrderForms {...props} specs={specs} />}
    </>
  );
}
