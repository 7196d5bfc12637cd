import type { ReactElement } from "react";
import { KeyCap } from "../../parts/key-cap.tsx";
import { Segments } from "../../parts/segments.tsx";

/** The key of a question by its place: A and a digit, since a digit alone opens a part of the order. */
export function answerKey(place: number): { readonly name: string; readonly presses: readonly string[]; readonly cap: string } {
  return { name: `answer-${place + 1}`, presses: [`a ${place + 1}`], cap: `A ${place + 1}` };
}

/** What a second person is asked, each question with its key and its answers. */
export function AskedRows<Key extends string, Value extends string>({
  questions,
  options,
  said,
  choose,
}: {
  readonly questions: readonly { readonly key: Key; readonly asks: string }[];
  readonly options: readonly { readonly value: Value; readonly says: string }[];
  readonly said: Readonly<Partial<Record<Key, Value>>>;
  readonly choose: (key: Key, value: Value) => void;
}): ReactElement {
  return (
    <>
      {questions.map(({ key, asks }, i) => (
        <div key={key} className="asked-question">
          <span>
            {asks} <KeyCap of={answerKey(i)} />
          </span>
          <Segments<Value> legend={asks} options={options} chosen={said[key]} choose={(value) => choose(key, value)} />
        </div>
      ))}
    </>
  );
}
