import type { ReactElement } from "react";
import { KeyCap } from "../../parts/key-cap.tsx";
import { Segments } from "../../parts/segments.tsx";

/** What a second person is asked, each question with its digit and its answers. */
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
            {asks} <KeyCap of={{ name: `answer-${i + 1}`, presses: [String(i + 1)], cap: String(i + 1) }} />
          </span>
          <Segments<Value> legend={asks} options={options} chosen={said[key]} choose={(value) => choose(key, value)} />
        </div>
      ))}
    </>
  );
}
