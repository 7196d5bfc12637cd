import { type ReactElement, useState } from "react";
import type { Copy, GoesTo, ScheduleItem } from "../desk/disclosure.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { DisclosureDialog } from "../parts/disclosure-dialog.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { SmallForm } from "../parts/small-form.tsx";
import type { Answer } from "../desk/answer.ts";
import { useCommand } from "../parts/use-command.ts";
import type { WriteSpec } from "../parts/written-fields.ts";
import { type DisclosureParts, mayHere } from "./disclosure-part.ts";
import { WholeAndCut } from "./disclosure-cut.tsx";
import { addSpec, askedSpec, giveScheduleSpec, giveSpec, listSpec, markSpec, readSpec, refuseSpec } from "./disclosure-specs.ts";
import { goesToWords, whyNoCopy } from "./disclosure-words.ts";

/** What can be written of one item, by who is looking; what cannot be says why beside it. */
export function ItemActions({ item, ...parts }: DisclosureParts & { readonly item: ScheduleItem }): ReactElement {
  const { at, page } = parts;
  const copy = item.copies.at(-1);
  const [marks, cuts, gives] = [mayHere(at, "mark-disclosure"), mayHere(at, "cut-disclosure"), mayHere(at, "give-disclosure")];
  const why = whyNoCopy(item);
  const hasText = item.thing !== null && item.thing.lines !== null;
  const open = page.asked.filter(({ refused, given }) => refused === null && given === null);
  return (
    <section aria-labelledby="of-item" className="writes-of-item">
      <h2 id="of-item">Write of {item.item}</h2>
      <div className="writes">
        {marks && <Small {...parts} spec={markSpec(item)} />}
        {cuts && copy !== undefined && copy.readings.length === 0 && <Small {...parts} spec={readSpec(copy.number, "the copy")} />}
        {gives && copy !== undefined && why === undefined && <Small {...parts} spec={giveSpec(item, copy, open)} />}
      </div>
      {gives && (copy === undefined || why !== undefined) && (
        <p className="hindered">
          <button type="button" className="first-button" aria-disabled="true" aria-describedby="why-not">
            Disclose
          </button>{" "}
          <b id="why-not" className="mind">
            {hasText ? why : "it has no text here: its copy is made where it lies"}
          </b>
        </p>
      )}
      {cuts && hasText && <WholeAndCut key={item.item} {...parts} item={item} />}
      {gives && copy !== undefined && <TakeOut {...parts} copy={copy} />}
    </section>
  );
}

/** A copy that went is saved as the file that it is: for each time that it went. */
function TakeOut({ at, page, reason, now, copy }: DisclosureParts & { readonly copy: Copy }): ReactElement | null {
  const [came, setCame] = useState<Answer<unknown> | undefined>(undefined);
  const went = page.given.findLast(({ copies }) => copies.some(({ number }) => number === copy.number));
  if (went === undefined) return null;
  const save = async (): Promise<void> => {
    const answer = await at.world.desk.file(`cases/${page.case}/disclosure/given/${went.number}/copies/${copy.number}`, reason);
    setCame(answer);
    if (answer.came !== "value") return;
    at.tellLog(answer.value.log);
    at.world.saveFile(answer.value.name, answer.value.bytes);
  };
  return (
    <p>
      <button type="button" className="second-button" onClick={() => void save()}>
        Save the copy that went
      </button>
      {came && came.came !== "value" && <Hindrance answer={came} now={now} again={() => void save()} />}
    </p>
  );
}

const csvKey = { name: "csv", presses: ["Shift+c"], cap: "⇧C" };
const printKey = { name: "print", presses: ["Shift+p"], cap: "⇧P" };
const reasons = [
  { value: "court", says: "For a hearing, a prosecutor or an order" },
  { value: "other", says: "Another reason, in words" },
] as const;

/** What can be written of the whole schedule. */
export function ScheduleActions(parts: DisclosureParts): ReactElement {
  const { at, page } = parts;
  const [marks, cuts, gives] = [mayHere(at, "mark-disclosure"), mayHere(at, "cut-disclosure"), mayHere(at, "give-disclosure")];
  const open = page.asked.filter(({ refused, given }) => refused === null && given === null);
  const [next] = page.unlisted;
  const { marked, isAgreed, read } = page.schedule;
  const isUnread = marked > 0 && read.length === 0;
  const oldest = open[0];
  const [exports, setExports] = useState<GoesTo | undefined>(undefined);
  const canExport = gives && isAgreed;
  useKeys([
    { ...printKey, says: "print the schedule", run: () => print() },
    ...(canExport ? [{ ...csvKey, says: "save the schedule as CSV", run: () => setExports("prosecutor") }] : []),
  ]);
  return (
    <section aria-labelledby="of-schedule">
      <h2 id="of-schedule">The schedule itself</h2>
      <p>
        {marked === 0 ? (
          "Nothing is listed, so there is nothing to read."
        ) : isAgreed ? (
          <>
            <b>Read as it stands</b> by <bdi>{read.at(-1)?.by}</bdi>: it can go.
          </>
        ) : isUnread ? (
          <b className="mind">A second person has not read it as it stands.</b>
        ) : (
          <b className="mind">The second person does not agree with it as it stands. Mark what is otherwise.</b>
        )}
      </p>
      <div className="writes">
        {marks && next !== undefined && <Small key={next.of} {...parts} spec={listSpec(next)} />}
        {marks && <Small {...parts} spec={addSpec} />}
        {cuts && isUnread && <Small {...parts} spec={readSpec(marked, "the schedule")} />}
        {canExport && <Small {...parts} spec={giveScheduleSpec(open)} />}
        {marks && <Small {...parts} spec={askedSpec} />}
        {marks && oldest !== undefined && <Small key={oldest.number} {...parts} spec={refuseSpec(oldest)} />}
      </div>
      <p className="actions">
        <button type="button" className="second-button" onClick={() => print()}>
          Print <KeyCap of={printKey} />
        </button>
        {canExport &&
          (["prosecutor", "defence"] as const).map((as) => (
            <button key={as} type="button" className="second-button" onClick={() => setExports(as)}>
              CSV for {goesToWords[as]} {as === "prosecutor" && <KeyCap of={csvKey} />}
            </button>
          ))}
      </p>
      {exports !== undefined && <CsvDialog {...parts} as={exports} close={() => setExports(undefined)} />}
    </section>
  );
}

function CsvDialog({ at, page, now, as, close }: DisclosureParts & { readonly as: GoesTo; readonly close: () => void }): ReactElement {
  return (
    <DisclosureDialog
      title={`The schedule as CSV, for ${goesToWords[as]}`}
      says={
        as === "defence"
          ? "Sensitive items are not in it. It leaves the desk: that is a disclosure, and is written with its reason and who receives it."
          : "Sensitive items are described in it. It leaves the desk: that is a disclosure, and is written with its reason and who receives it."
      }
      reasons={reasons}
      button="Write it and make the file"
      now={now}
      ask={(recipient, reason) =>
        at.world.desk.file(`cases/${page.case}/disclosure/schedule.csv?as=${as}&recipient=${encodeURIComponent(recipient)}`, reason)
      }
      then={({ name, bytes, log }) => {
        at.tellLog(log);
        at.world.saveFile(name, bytes);
      }}
      close={close}
    />
  );
}

function Small({ spec, ...parts }: DisclosureParts & { readonly spec: WriteSpec }): ReactElement {
  const { at, page, reason, now, again } = parts;
  const { came, write } = useCommand(at, page, reason, again);
  return <SmallForm key={spec.name} {...{ at, spec, came, write, now, again }} of={page.case} />;
}
