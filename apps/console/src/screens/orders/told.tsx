import type { ReactElement } from "react";
import { type ProtectedPerson, protectedPeople, untold } from "@unmask/case";
import { useKeys } from "../../keys/keyboard.tsx";
import { KeyCap } from "../../parts/key-cap.tsx";
import { OrderForms, type OrderSpec } from "../../parts/order-forms.tsx";
import { sayWhen } from "../../parts/say-when.ts";
import type { OrderPartProps } from "./order-part.ts";
import { whoTells } from "./told-words.ts";

const writeKey = { name: "tell-protected", presses: ["u"], cap: "U" };

const howInWords = { mailbox: "by their mailbox", call: "by telephone", "in-person": "in person", "not-told": "not told" } as const;

/** What the protected people read of one thing, who was told, and who must tell the others. `about` is how it stands in the events: "result 15". */
export function Told({
  parts,
  about,
  draft,
}: {
  readonly parts: OrderPartProps;
  readonly about: string;
  /** The words that are put before whoever writes; they can be changed, and nothing is sent by itself. */
  readonly draft: string;
}): ReactElement {
  const { page, now } = parts;
  const people = protectedPeople(page.state, about);
  const left = untold(people);
  return (
    <section aria-labelledby="told" className="told-people">
      <h2 id="told">{left.length === 0 && people.length > 0 ? "The protected people were told" : "The protected people are told"}</h2>
      {people.length === 0 && <p className="mind bold">Nobody is named whom this order protects, so nobody can be told.</p>}
      <ul className="plain-lines">
        {people.map(({ person, name, told }) => (
          <li key={person}>
            <bdi>{name}</bdi>:{" "}
            {told === undefined ? (
              <b className="mind">not told of it</b>
            ) : (
              <>
                <b className={told.how === "not-told" ? "mind" : undefined}>{howInWords[told.how]}</b>, {sayWhen(told.happened, now)},{" "}
                {page.nameOf(told.by)}
                <span className="line second">
                  “<bdi>{told.says}</bdi>”
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
      {left.length > 0 && (
        <>
          <h3>What they read</h3>
          <blockquote className="account">“{draft}”</blockquote>
          <WhoSends parts={parts} left={left} draft={draft} />
          {page.state.typed === null && <OrderForms {...parts} specs={[toldSpec(about, left)]} />}
        </>
      )}
    </section>
  );
}

/** Updates go through the case: who is on it writes there, where the words are read through first; for another the screen says who must. */
function WhoSends({
  parts,
  left,
  draft,
}: {
  readonly parts: OrderPartProps;
  readonly left: readonly ProtectedPerson[];
  readonly draft: string;
}): ReactElement {
  const { at, page } = parts;
  const ref = page.case?.isMember === true ? page.case.ref : undefined;
  const write = (): void => {
    if (ref === undefined) return;
    at.drafts.set(`update ${ref}`, draft);
    at.way.go({ screen: "case", case: ref, part: "updates" });
  };
  useKeys(ref === undefined ? [] : [{ ...writeKey, says: "write to them in the case", isInBar: true, run: write }]);
  const without = left.filter(({ report }) => report === undefined);
  return (
    <>
      {ref === undefined ? (
        <p>
          <b className="mind">You cannot send it from here.</b> {whoTells(page, left)}
        </p>
      ) : (
        <p className="actions">
          <button type="button" className="second-button" onClick={write} aria-keyshortcuts="U">
            Write it in case {ref} <KeyCap of={writeKey} />
          </button>
          <span className="second-words">it is read through there before it goes</span>
        </p>
      )}
      {without.length > 0 && (
        <p className="second-words">
          Without a mailbox here: {without.map(({ name }) => name).join(", ")}. They are told by a call or in person, in the safe way that
          is written of them.
        </p>
      )}
    </>
  );
}

function toldSpec(about: string, left: readonly ProtectedPerson[]): OrderSpec {
  return {
    path: "protected-told",
    name: `told ${about}`,
    letter: "t",
    button: "Write that somebody was told",
    verb: "Write it",
    fields: [
      { key: "person", asks: "Who", as: "choice", options: left.map(({ person, name }) => ({ value: person, says: name })) },
      {
        key: "how",
        asks: "How",
        as: "choice",
        options: [
          { value: "mailbox", says: "by their mailbox" },
          { value: "call", says: "by telephone" },
          { value: "in-person", says: "in person" },
          { value: "not-told", says: "not told, and why below" },
        ],
      },
      { key: "says", asks: "What they were told, or why not", as: "words" },
    ],
    changes: "It stands here as told. Why somebody was not told is kept, and they stay on this list.",
    sends: (answers) => ({ ...answers, about }),
  };
}
