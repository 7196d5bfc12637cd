import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import type { OwedByCase } from "../desk/second-readings.ts";
import { KnownBy } from "../parts/known-by.tsx";
import { sayWhen } from "../parts/say-when.ts";
import { closingSays, sayDespite } from "./closing-words.ts";
import { TheirLetters } from "./their-letters.tsx";
import { sayActs } from "./second-words.ts";

/** What a second person is asked in a case: what another decided, in that person's words, what it rests on and, of a closing, what speaks against. */
export function AskedByCase({ one, now }: { readonly one: OwedByCase; readonly now: Instant }): ReactElement {
  const { asks, reason, by, at, isOwn } = one;
  return (
    <ul className="lines decision-lines">
      <li>
        <span className="second-words">{sayWhen(at, now)}</span>
        <div>
          <b>{sayAsked(one)}</b>
          <span className="line">“{reason}”</span>
          {asks.of === "why-not-stalking" && <span className="line">{sayActs(asks, asks.actsInAll)}</span>}
          {asks.of === "closing" &&
            (["rests", "against"] as const).map((side) => (
              <div key={side}>
                <p className="second-words">{side === "rests" ? "Rests on" : "Speaks against closing"}</p>
                <ul className="to-say">
                  {asks[side].map(({ says, knowing }) => (
                    <li key={says}>
                      {says} <KnownBy how={knowing} />
                    </li>
                  ))}
                </ul>
                {asks[side].length === 0 && <p>Nothing was written. That is not “nothing speaks against it”.</p>}
              </div>
            ))}
          {asks.of === "closing" && (
            <>
              {asks.open.map((each) => (
                <p key={each} className="mind">
                  Open now: {each}
                </p>
              ))}
              <TheirLetters of={{ ...asks, proposed: at }} now={now} />
            </>
          )}
          {asks.of === "closing" &&
            asks.despite.map((each) => (
              <p key={each.open} className="mind">
                {sayDespite(each)}
              </p>
            ))}
          <span className="line second">
            {by}; {isOwn ? "another reads it" : "nobody else has read it yet"}
          </span>
        </div>
      </li>
    </ul>
  );
}

/** What is asked, in the words of its answer: "Was an order considered? Yes, and not pursued." */
export function sayAsked({ asks }: Pick<OwedByCase, "asks">): string {
  switch (asks.of) {
    case "order":
      return "Was an order considered? Yes, and not pursued.";
    case "why-not-stalking":
      return `Why not stalking? ${asks.record}, recorded as ${asks.as}: it is not.`;
    case "closing":
      return `Would close it: ${closingSays[asks.choice].toLowerCase()}`;
  }
}
