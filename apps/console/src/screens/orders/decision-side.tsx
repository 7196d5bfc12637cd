import { type ReactElement, useState } from "react";
import { useKeys } from "../../keys/keyboard.tsx";
import { sayDaysIn } from "../../parts/civil-day.ts";
import { Hindrance } from "../../parts/hindrance.tsx";
import { KeyCap } from "../../parts/key-cap.tsx";
import { Lack } from "../../parts/lack.tsx";
import { useOrderCommand } from "../../parts/use-order-command.ts";
import { mayHere } from "../disclosure-part.ts";
import { lacksOfPage } from "./draft-standing.ts";
import type { OrderPartProps } from "./order-part.ts";
import { promptRows } from "./prompt-words.ts";
import { RefusalLines } from "./refusal-lines.tsx";
import { rewrittenSince } from "./rewritten.ts";
import { SaidAtLodging } from "./said-at-lodging.tsx";
import { sayUnread, sayWhoseDraft } from "./unread-words.ts";

/** What the second person decides, what the order has to leave alone, what was refused on it, what changed since it was returned, and what the protected people read when it is lodged. */
export function DecisionSide(props: OrderPartProps): ReactElement {
  const { state, law } = props.page;
  return (
    <>
      <Decide {...props} />
      <LeftAlone {...props} />
      <Refusals {...props} />
      <Rewritten {...props} />
      {state.draft.protects.length > 0 && state.application.lodged === null && (
        <section aria-label="What they read">
          <h2>When it is lodged, who is to be protected reads</h2>
          <SaidAtLodging page={props.page} />
        </section>
      )}
      <p className="second-words">
        Rules: {law.code === "EW" ? "England and Wales" : "Northern Ireland"}, version {law.ruleVersion}. Routes of the 2026 Act:{" "}
        {law.ownMotionFrom === null ? "off" : `from ${law.ownMotionFrom}`}.
      </p>
    </>
  );
}

const decisions = [
  { kind: "authorised", key: "a", says: "Authorise", more: "it may then be lodged; the text is fixed" },
  { kind: "draft-returned", key: "n", says: "Return to draft", more: "needs a reason; both versions stay" },
  { kind: "not-pursued", key: "u", says: "Not pursued", more: "needs a reason; the case shows it" },
] as const;

function Decide({ at, page, reason, now, again }: OrderPartProps): ReactElement | null {
  const { state, nameOf, me } = page;
  const { application } = state;
  const [chosen, choose] = useState<(typeof decisions)[number]["kind"]>("authorised");
  const field = `${page.order} decision`;
  const [words, setWords] = useState(at.drafts.get(field) ?? "");
  const [delegation, setDelegation] = useState(at.drafts.get(`${field} by`) ?? "");
  const [fault, setFault] = useState("");
  const { came, write } = useOrderCommand(at, page, reason, again);
  const isWriter = application.writers.includes(me);
  const isMine = application.stage === "to-second" && !isWriter && mayHere(at, "authorise-order");
  const unread = ["a", "b", "c"].filter((one) => !application.readCriteria.some(({ criterion, by }) => criterion === one && by === me));
  const [lack] = lacksOfPage(page, now);
  const hinders = chosen !== "authorised" ? "" : unread.length > 0 ? sayUnread(unread) : lack === undefined ? "" : sayDaysIn(lack.says);
  const decide = async (): Promise<void> => {
    if (hinders !== "") return setFault(hinders);
    if (words.trim() === "") return setFault("Write your reason.");
    if (chosen === "authorised" && delegation.trim() === "")
      return setFault("Write by which delegation of the chief officer you authorise.");
    setFault("");
    if (!(await write(chosen, chosen === "authorised" ? { words, delegation } : { words }))) return;
    at.drafts.delete(field);
    setWords("");
  };
  useKeys(
    isMine
      ? [
          ...decisions.map(({ kind, key, says }) => ({
            name: `decide-${kind}`,
            presses: [key],
            cap: key.toUpperCase(),
            says: says.toLowerCase(),
            isInBar: true,
            run: () => choose(kind),
          })),
          { name: "write", presses: ["Control+Enter"], cap: "⌃↵", says: "decide", run: () => void decide() },
        ]
      : [],
  );
  if (application.stage !== "to-second") return null;
  return (
    <section aria-label="What you decide">
      <h2>What you decide</h2>
      <p>
        {sayWhoseDraft(application, nameOf)}{" "}
        {isMine ? (
          "You are the second person."
        ) : isWriter ? (
          <b>
            {application.wrote.includes(me)
              ? "You wrote a part of it: somebody who wrote none of it reads and authorises it."
              : "You sent it: somebody who neither wrote nor sent it reads and authorises it."}
          </b>
        ) : (
          <b>A supervisor who wrote none of it reads and authorises it.</b>
        )}
      </p>
      {isMine && (
        <>
          <fieldset className="choice">
            <legend className="unseen">Decision</legend>
            {decisions.map(({ kind, key, says, more }) => (
              <label key={kind}>
                <input type="radio" name="decision" checked={chosen === kind} onChange={() => choose(kind)} />
                <KeyCap of={{ name: `decide-${kind}`, presses: [key], cap: key.toUpperCase() }} />
                <span>
                  <span className="says">{says}</span>
                  <span className="more">{more}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <label className="field">
            <span>Your reason, in words</span>
            <textarea
              rows={3}
              value={words}
              onChange={(event) => {
                at.drafts.set(field, event.target.value);
                setWords(event.target.value);
              }}
            />
          </label>
          {chosen === "authorised" && (
            <label className="field">
              <span>By which delegation</span>
              <input
                type="text"
                value={delegation}
                onChange={(event) => {
                  at.drafts.set(`${field} by`, event.target.value);
                  setDelegation(event.target.value);
                }}
              />
            </label>
          )}
          <Lack says={fault} />
          {came && <Hindrance answer={came} now={now} again={again} />}
          <p className="actions">
            <button
              type="button"
              className="first-button"
              aria-disabled={hinders !== ""}
              aria-keyshortcuts="Control+Enter"
              onClick={() => void decide()}
            >
              {decisions.find(({ kind }) => kind === chosen)?.says} <KeyCap of={{ name: "write", presses: ["Control+Enter"], cap: "⌃↵" }} />
            </button>
            {hinders !== "" && <b className="mind">{hinders}</b>}
          </p>
        </>
      )}
    </section>
  );
}

/** What an order has to leave alone as far as it can, before whoever reads the draft: who decides does not have to look for it. */
function LeftAlone({ page }: OrderPartProps): ReactElement | null {
  const { state, law } = page;
  const row = law.section("belief-and-work");
  if (row === undefined || state.application.lodged !== null) return null;
  return (
    <section aria-label="Religion, work, education">
      <h2>Religion, work, education, {row.section}</h2>
      {promptRows(state.draft).map(({ prompt, asks, answer, isMind, written }) => (
        <p key={prompt}>
          {asks} <b className={isMind ? "mind" : undefined}>{answer}</b>
          {written && (
            <span className="line second">
              <bdi>{written.ground.says}</bdi>
            </span>
          )}
        </p>
      ))}
    </section>
  );
}

function Refusals({ page, now }: OrderPartProps): ReactElement | null {
  if (page.refusals.length === 0) return null;
  return (
    <section aria-label="Refused on this application">
      <h2>Refused on this application</h2>
      <RefusalLines page={page} now={now} />
    </section>
  );
}

function Rewritten({ page }: OrderPartProps): ReactElement | null {
  const returned = page.state.application.course.findLast(({ stage }) => stage === "returned");
  if (returned === undefined) return null;
  const rows = rewrittenSince(page.state.draft, returned.number);
  return (
    <section aria-label="What changed since it was returned">
      <h2>What changed since it was returned</h2>
      {rows.length === 0 && <p>Nothing.</p>}
      {rows.map(({ of, was, is }) => (
        <div key={of} className="rewritten">
          <p className="second-words">{of}</p>
          {was !== null && (
            <p>
              <s>
                <bdi>{was}</bdi>
              </s>
            </p>
          )}
          <p>{is === null ? "taken out" : <bdi>{is}</bdi>}</p>
        </div>
      ))}
    </section>
  );
}
