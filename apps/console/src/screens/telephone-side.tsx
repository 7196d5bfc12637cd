import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import { sayClock } from "@unmask/words";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import { type SearchAnswer, searchAnswer } from "../desk/search-answer.ts";
import { termsOf } from "../desk/telephone-call.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { KnownBy } from "../parts/known-by.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { zone } from "../parts/say-when.ts";
import { Segments } from "../parts/segments.tsx";
import type { CallParts } from "./call-parts.ts";

/** One term, and what came of looking for it. */
interface Looked {
  readonly term: string;
  readonly at: Instant;
  readonly answer: Answer<SearchAnswer>;
}

/** Beside the call: what is held of its numbers, how it is safe to ring back, and what happens when it is saved. */
export function TelephoneSide({ at, call, change, now }: CallParts & { readonly at: AtDesk; readonly now: Instant }): ReactElement {
  const [looked, setLooked] = useState<readonly Looked[]>([]);
  const terms = termsOf(call);
  const look = async (): Promise<void> => {
    const words = [
      call.door === "unsaid" ? "call" : call.door,
      call.log.trim() === "" ? "log not known" : `log ${call.log.trim()}`,
      "somebody is on the line",
    ].join(", ");
    const all: Looked[] = [];
    for (const term of terms) {
      const answer = await at.world.desk.get(`search?q=${encodeURIComponent(term)}`, searchAnswer, { code: "contact", words });
      all.push({ term, at: now, answer });
      if (answer.came === "value") at.tellLog(answer.value.log);
    }
    setLooked(all);
  };
  useKeys([{ name: "look", presses: ["s"], cap: "S", says: "look for the numbers", isInBar: true, run: () => void look() }]);
  const { back } = call;
  return (
    <>
      <h2>While they speak: what we hold</h2>
      {terms.length === 0 ? (
        <p className="second-words">No number and no address was said yet. A search is exact and is written.</p>
      ) : (
        <p className="actions">
          <button type="button" className="second-button" onClick={() => void look()} aria-keyshortcuts="S">
            Look for {terms.join(", ")} <KeyCap of={{ name: "look", presses: ["s"], cap: "S" }} />
          </button>
        </p>
      )}
      <dl className="facts">
        {looked.map((one) => (
          <div key={one.term}>
            <dt>{one.term}</dt>
            <dd>
              <Found looked={one} at={at} now={now} again={() => void look()} />
            </dd>
          </div>
        ))}
      </dl>
      <h2>Safe to ring back?</h2>
      <label className="field">
        <span>Number</span>
        <input
          type="text"
          autoComplete="off"
          maxLength={200}
          placeholder="not asked"
          value={back.address}
          onChange={(event) => change({ ...call, back: { ...back, address: event.target.value } })}
        />
      </label>
      <label className="field">
        <span>Hours</span>
        <input
          type="text"
          autoComplete="off"
          maxLength={200}
          placeholder="not asked"
          value={back.hours}
          onChange={(event) => change({ ...call, back: { ...back, hours: event.target.value } })}
        />
      </label>
      <Segments
        legend="May a voicemail be left?"
        options={[
          { value: "yes", says: "Voicemail: yes" },
          { value: "no", says: "No" },
          { value: "not-asked", says: "Not asked" },
        ]}
        chosen={back.voicemail}
        choose={(voicemail) => change({ ...call, back: { ...back, voicemail } })}
      />
      <label className="field">
        <span className={back.codeWord === "" ? "mind" : ""}>{back.codeWord === "" ? "Code words: not asked yet" : "Code words"}</span>
        <input
          type="text"
          autoComplete="off"
          maxLength={200}
          placeholder="what we say first, so that they know it is us"
          value={back.codeWord}
          onChange={(event) => change({ ...call, back: { ...back, codeWord: event.target.value } })}
        />
      </label>
      <h2>What happens when you save</h2>
      <ul className="to-say">
        <li>The report stands in the queue{call.danger === "now" ? " as danger now" : ""}.</li>
        <li>It is an account, typed by you. Nothing in it is a record until the files are here.</li>
        <li>
          <b>No mailbox:</b> only their own device can make one. Reports of one person are joined by hand, and can be parted again.
        </li>
      </ul>
    </>
  );
}

function Found({
  looked: { answer, at: when },
  at,
  now,
  again,
}: {
  readonly looked: Looked;
  readonly at: AtDesk;
  readonly now: Instant;
  readonly again: () => void;
}): ReactElement {
  if (answer.came !== "value") return <Hindrance answer={answer} now={now} again={again} />;
  const { hits, searched, isComplete } = answer.value;
  return (
    <>
      {hits.map(({ says, report, case: number, known }, i) => (
        <span key={`${says} ${i}`} className="line">
          {report !== undefined ? (
            <PlaceLink way={at.way} to={{ screen: "report", reference: report }}>
              {says}
            </PlaceLink>
          ) : number !== undefined ? (
            <PlaceLink way={at.way} to={{ screen: "case", case: number, part: "now" }}>
              {says}
            </PlaceLink>
          ) : (
            says
          )}{" "}
          {known !== undefined && <KnownBy how={known} />}
        </span>
      ))}
      {hits.length === 0 && (
        <span className="line">{isComplete ? "No report or case that you may see holds it." : "Incomplete: not “none”."}</span>
      )}
      <span className={isComplete ? "line second" : "line second mind"}>
        {searched} At {sayClock(when, zone)}.
      </span>
    </>
  );
}
