import type { ReactElement } from "react";
import { asksInTheWay } from "@unmask/case";
import { KnownBy } from "../../parts/known-by.tsx";
import { OrderForms, type OrderSpec } from "../../parts/order-forms.tsx";
import { sayWhen } from "../../parts/say-when.ts";
import { waysToKnow } from "../../parts/written-fields.ts";
import type { OrderPart, OrderPartProps } from "./order-part.ts";
import { isDraft } from "./order-words.ts";
import { noteOfPrompts, promptRows, promptsInOrder, wayAnswers } from "./prompt-words.ts";

/** Religion, work and education: what an order has to leave alone as far as it can. */
export const promptsPart: OrderPart = {
  part: "belief-and-work",
  says: "Religion, work, education",
  isShown: ({ state, law }) => state.typed === null && law.section("belief-and-work") !== undefined,
  note: ({ state, law }) => noteOfPrompts(state.draft, law.section("belief-and-work")?.section ?? ""),
  isOfDraft: true,
  Work: Prompts,
};

const names = { religion: "Religious beliefs", work: "Times of work", education: "Times of education" } as const;

function Prompts(props: OrderPartProps): ReactElement {
  const { state, law, nameOf } = props.page;
  const specs = promptsInOrder.map((prompt): OrderSpec => ({
    name: `prompt-${prompt}`,
    path: "prompt-answered",
    letter: prompt.slice(0, 1),
    button: names[prompt],
    verb: "Save the answer",
    fields: [
      { key: "answer", asks: asksInTheWay(prompt), as: "choice", options: wayAnswers },
      { key: "says", asks: "What it rests on, and what was done about it", as: "words" },
      { key: "knowing", asks: "How it is known", as: "choice", options: waysToKnow },
    ],
    changes:
      "The draft says that it was asked. “Not known” is an answer; not asked is none. A “yes” stops nothing: the second person and the court read it.",
    sends: ({ answer, says: ground, knowing }) => ({ prompt, answer, ground: { says: ground, knowing } }),
  }));
  return (
    <>
      <header className="work-head">
        <h1>Religion, work, education</h1>
      </header>
      <p className="sentence">{law.section("belief-and-work")?.says}</p>
      <dl className="order-facts">
        {promptRows(state.draft).map(({ prompt, asks, answer, isMind, written }) => (
          <div key={prompt}>
            <dt>{asks}</dt>
            <dd>
              <b className={isMind ? "mind" : undefined}>{answer}</b>
              {written && (
                <>
                  {" "}
                  <bdi>{written.ground.says}</bdi> <KnownBy how={written.ground.knowing} />
                  <span className="line second">
                    {sayWhen(written.happened, props.now)}, {nameOf(written.by)}
                  </span>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {isDraft(state) && <OrderForms {...props} specs={specs} />}
    </>
  );
}
