import { type ReactElement, useState } from "react";
import { sayCount } from "@unmask/words";
import type { Answer } from "../../desk/answer.ts";
import { hashInFours } from "../../desk/kept-copy.ts";
import { type DraftShown, type MadePaper, bundleWritten, counted, orderBundle } from "../../desk/order-bundle.ts";
import { FileDialog } from "../../parts/file-dialog.tsx";
import { Hindrance } from "../../parts/hindrance.tsx";
import { PageAwaited } from "../../parts/page-awaited.tsx";
import { sayWhen } from "../../parts/say-when.ts";
import { useAnswer } from "../../parts/use-answer.ts";
import { useOneAtATime } from "../../parts/use-one-at-a-time.ts";
import { useTold } from "../../parts/use-told.ts";
import { Closed } from "../register/breach-steps.tsx";
import type { OrderPart, OrderPartProps } from "./order-part.ts";
import { isDraft } from "./order-words.ts";

/** The draft application for the court: what goes in, what is covered in it, and the files that were made. */
export const bundlePart: OrderPart = {
  part: "bundle",
  says: "Bundle",
  isShown: ({ state }) => state.typed === null,
  note: ({ state }) => {
    const { bundles } = state.draft;
    return { says: bundles.length === 0 ? "no file made yet" : `made ${sayCount(bundles.length, "time")}` };
  },
  Work: Bundle,
};

const names: Readonly<Record<(typeof counted)[number], string>> = {
  facts: "Lines on the first page",
  criteria: "Criteria written, of 3",
  conditions: "Conditions",
  chronology: "Acts in the chronology",
  exhibits: "Exhibits, each with its hash",
  others: "Other live orders beside it",
  protects: "Protected people",
};

function Bundle(props: OrderPartProps): ReactElement {
  const { at, page, reason, now, again } = props;
  const { answer, again: lookAgain } = useAnswer(`${page.order} ${page.saw}`, () =>
    at.world.desk.get(`orders/${page.order}/bundle`, orderBundle, reason),
  );
  useTold(at, answer);
  const [came, setCame] = useState<Answer<unknown> | "making" | undefined>(undefined);
  const [taking, setTaking] = useState<MadePaper | undefined>(undefined);
  const oneAtATime = useOneAtATime();
  if (answer?.came !== "value")
    return <PageAwaited title="Bundle" asking="Gathering what goes in." {...{ answer, now }} again={lookAgain} />;
  const { draft, made, whyNot } = answer.value;
  const make = async (forms: readonly string[]): Promise<void> => {
    setCame("making");
    const written = await oneAtATime(() => at.world.desk.post(`orders/${page.order}/bundle`, { saw: page.saw, forms }, bundleWritten));
    if (written === undefined) return;
    setCame(written);
    if (written.came !== "value") return;
    at.tellLog(written.value);
    again();
  };
  return (
    <>
      <header className="work-head">
        <h1>Bundle</h1>
        <p className="second-words end">It says “draft” on every page. A court makes the order, and no paper of ours is one.</p>
      </header>
      <p className="sentence">
        {made.length === 0
          ? "No file was made of this draft yet."
          : `${sayCount(made.length, "file")} made; the newest is ${made.at(-1)?.exhibit}.`}
      </p>
      {draft === null ? <p className="notice">{whyNot}</p> : <GoesIn draft={draft} now={now} />}
      {draft !== null && !isAtDesk(page.state) && (
        <Closed says="Make the PDF" why="The application has left the desk: its text stays as it went, and so do the files below." />
      )}
      {draft !== null && isAtDesk(page.state) && (
        <p className="actions">
          <button type="button" className="first-button" onClick={() => void make(["pdf"])}>
            Make the PDF
          </button>
          <button type="button" className="second-button" onClick={() => void make(["docx"])}>
            Make it for Word
          </button>
        </p>
      )}
      {came === "making" && <p role="status">Making it. A long chronology takes up to twenty seconds.</p>}
      {came !== undefined && came !== "making" && <Hindrance answer={came} now={now} again={() => setCame(undefined)} />}
      <h2>Files that were made</h2>
      {made.length === 0 && <p className="second-words">None yet.</p>}
      <ul className="order-people">
        {made.toReversed().map((one) => (
          <li key={one.nth}>
            <b>{one.exhibit}</b>, {one.form === "pdf" ? "PDF" : "Word"}, {one.about}
            {one.pages !== null && `, ${sayCount(one.pages, "page")}`}
            <span className="line second">
              {sayWhen(one.made, now)}, {one.by}; words {one.template}
            </span>
            <code className="line second whole-hash">{hashInFours(one.sha256)}</code>
            {draft === null ? (
              <span className="second-words">Whoever is on the case takes it out.</span>
            ) : (
              <button type="button" className="in-line" onClick={() => setTaking(one)}>
                Save the file<span className="unseen"> {one.exhibit}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {taking && (
        <FileDialog
          {...{ at, now }}
          path={`orders/${page.order}/bundle/${taking.nth}`}
          number={taking.exhibit}
          isMadeHere
          close={() => setTaking(undefined)}
        />
      )}
    </>
  );
}

/** Whether its text can still be set: it is written here, or waits for whoever authorises or lodges it. */
function isAtDesk({ application }: OrderPartProps["page"]["state"]): boolean {
  return isDraft({ application }) || application.stage === "to-second" || application.stage === "authorised";
}

function GoesIn({ draft, now }: { readonly draft: DraftShown; readonly now: OrderPartProps["now"] }): ReactElement {
  const { version, writer, written, template, isConfirmed, counts, summary, unlisted, withheld, covered, close } = draft;
  return (
    <>
      <p>
        Draft {version}, written by <bdi>{writer}</bdi>, {sayWhen(written, now)}. Words: <bdi>{template}</bdi>
        {isConfirmed ? "." : "; nobody of the force has confirmed them."}
      </p>
      <dl className="order-facts">
        {counted.map((one) => (
          <div key={one}>
            <dt>{names[one]}</dt>
            <dd>{counts[one]}</dd>
          </div>
        ))}
      </dl>
      {summary !== null && <p className="minded notice">{summary}</p>}
      {unlisted.length > 0 && (
        <p className="minded notice">
          <b>Mind: </b>evidence that stands in no list of the paper: <bdi>{unlisted.join(", ")}</bdi>
        </p>
      )}
      <h2>What stays out</h2>
      <p>
        {sayCount(withheld, "address or number", "addresses and numbers")} by which somebody of the case is reached: covered in{" "}
        {sayCount(covered, "place")} of the draft.
      </p>
      {close.length === 0 ? (
        <p className="second-words">Nothing else reads like one of them, and every report names this person.</p>
      ) : (
        <>
          <p className="mind">
            <b>Read these before it goes to anybody:</b> reports that do not name this person on their other side, and what reads like one
            of them in another spelling, which nothing covers.
          </p>
          <ul>
            {close.map((one) => (
              <li key={one}>
                <bdi>{one}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
