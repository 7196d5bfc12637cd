import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import type { ClosingProposal, TheirLetter } from "../desk/case-decided.ts";
import { KnownBy } from "../parts/known-by.tsx";
import { sayWhen } from "../parts/say-when.ts";
import { sayAskedIn } from "./closing-words.ts";

/** Letters beside a closing: the newest are what can speak against it, and the others stand with the updates. */
const mostLetters = 5;

/**
 * Beside a proposal to close: in which letter the person asks for it, or that nothing of theirs does; and what they wrote last, with what came
 * since it was proposed.
 */
export function TheirLetters({
  of: { choice, asked, letters, proposed },
  now,
}: {
  readonly of: Pick<ClosingProposal, "choice" | "asked"> & { readonly letters: readonly TheirLetter[]; readonly proposed: Instant };
  readonly now: Instant;
}): ReactElement {
  const rests = sayAskedIn({ choice, asked, letters }, now);
  return (
    <section aria-label="What the person wrote">
      {rests !== "" && <p className={asked === undefined ? "bold mind" : "bold"}>{rests}</p>}
      <p className="second-words">What the person wrote, the newest first</p>
      <ul className="to-say">
        {letters.slice(0, mostLetters).map(({ report, name, number, happened, says }) => (
          <li key={`${report} ${number}`}>
            {happened > proposed && <b className="mind">Since it was proposed: </b>}
            {sayWhen(happened, now)}, {report}, {name}: {says === undefined ? "a pack, without words" : <bdi>“{says}”</bdi>}{" "}
            <KnownBy how="account" />
          </li>
        ))}
      </ul>
      {letters.length === 0 && <p>Nothing was written or told.</p>}
    </section>
  );
}
