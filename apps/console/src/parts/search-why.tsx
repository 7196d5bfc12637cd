import { type ReactElement, useState } from "react";
import type { GivenReason } from "../desk/given-reason.ts";
import { ReadyButton } from "./ready-button.tsx";

/** Where the key goes that ends what is typed into Find. */
export const searchWhyId = "search-why";

/** Why a whole number or address is looked for in all that was sent: each search stands in the log, in words that the officer chose. */
const reasons: readonly { readonly code: string; readonly says: string }[] = [
  { code: "contact", says: "Somebody called, or wrote from it" },
  { code: "danger", says: "Somebody may be in danger now" },
  { code: "triage", says: "To rank what waits" },
];

/** Asks for it before anything is looked for. */
export function SearchWhy({ give }: { readonly give: (reason: GivenReason) => void }): ReactElement {
  const [words, setWords] = useState("");
  const isEnough = words.trim().split(/\s+/).length >= fewestWords;
  return (
    <section className="notice" aria-labelledby="search-why-head">
      <h2 id="search-why-head">Why do you look for this number or address?</h2>
      <p className="second-words">It is looked for in all reports, and the search is written with your reason. Nothing was asked yet.</p>
      <p className="actions">
        {reasons.map(({ code, says }, i) => (
          <button
            key={code}
            id={i === 0 ? searchWhyId : undefined}
            type="button"
            className="second-button"
            onClick={() => give({ code, words: "" })}
          >
            {says}
          </button>
        ))}
      </p>
      <form
        className="actions"
        onSubmit={(event) => {
          event.preventDefault();
          if (isEnough) give({ code: "other", words: words.trim() });
        }}
      >
        <label className="field">
          <span>Another reason, in three words or more that another can check</span>
          <input type="text" maxLength={1_000} autoComplete="off" value={words} onChange={(event) => setWords(event.target.value)} />
        </label>
        <ReadyButton type="submit" className="second-button" isReady={isEnough}>
          Look for it
        </ReadyButton>
      </form>
    </section>
  );
}

/** Fewer say nothing that another could check; the server asks for as many. */
const fewestWords = 3;
