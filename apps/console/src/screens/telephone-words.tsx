import type { KeyboardEvent, ReactElement } from "react";
import type { Instant } from "@unmask/core";
import { sayClock } from "@unmask/words";
import { withTold } from "../desk/telephone-call.ts";
import { zone } from "../parts/say-when.ts";
import type { CallParts } from "./call-parts.ts";

/** Their words, minute by minute, and apart from them what the handler hears: the second is no account. */
export function TelephoneWords({ call, change, now }: CallParts & { readonly now: Instant }): ReactElement {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || event.ctrlKey) return;
    event.preventDefault();
    change(withTold(call, sayClock(now, zone)));
  };
  return (
    <section aria-labelledby="their-words">
      <h2 id="their-words">Their words, as they are said</h2>
      <p className="second-words">Enter ends a line; each line keeps its minute.</p>
      <ol className="told">
        {call.told.map(({ at, says }, i) => (
          <li key={`${at} ${i}`}>
            <span className="second-words">{at}</span>
            <span className="said">“{says}”</span>
          </li>
        ))}
      </ol>
      <textarea
        className="said"
        rows={2}
        maxLength={4_000}
        aria-labelledby="their-words"
        value={call.telling}
        onChange={(event) => change({ ...call, telling: event.target.value })}
        onKeyDown={onKey}
      />
      <p className="second-words">Type what is said. What you think goes below, apart.</p>
      <label className="field">
        <span>
          What I hear and think <span className="second-words">no account</span>
        </span>
        <textarea rows={2} maxLength={4_000} value={call.heard} onChange={(event) => change({ ...call, heard: event.target.value })} />
      </label>
      <h2>Say</h2>
      <ul className="to-say">
        <li>“Keep the messages as they are. Do not answer, do not delete.”</li>
        <li>“You need no log and no proof to tell us.”</li>
      </ul>
    </section>
  );
}
