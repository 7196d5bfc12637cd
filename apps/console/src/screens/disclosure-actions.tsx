import type { ReactElement } from "react";
import type { Copy, ScheduleItem } from "../desk/disclosure.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { SaveWent } from "../parts/save-went.tsx";
import { SmallForm } from "../parts/small-form.tsx";
import { useCommand } from "../parts/use-command.ts";
import type { WriteSpec } from "../parts/written-fields.ts";
import { type DisclosureParts, mayHere } from "./disclosure-part.ts";
import { WholeAndCut } from "./disclosure-cut.tsx";
import { addSpec, askedSpec, giveScheduleSpec, giveSpec, listSpec, markSpec, readSpec, refuseSpec } from "./disclosure-specs.ts";
import { sayScheduleWent, whyNoCopy } from "./disclosure-words.ts";

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
function TakeOut({ copy, ...parts }: DisclosureParts & { readonly copy: Copy }): ReactElement | null {
  const went = parts.page.given.findLast(({ copies }) => copies.some(({ number }) => number === copy.number));
  return went === undefined ? null : (
    <SaveWent
      {...parts}
      path={`cases/${parts.page.case}/disclosure/given/${went.number}/copies/${copy.number}/file`}
      says="Save the copy that went"
    />
  );
}

const csvKey = { name: "csv", presses: ["Shift+c"], cap: "⇧C", says: "save the schedule that went last" };
const printKey = { name: "print", presses: ["Shift+p"], cap: "⇧P" };

/** What can be written of the whole schedule. */
export function ScheduleActions(parts: DisclosureParts): ReactElement {
  const { at, page } = parts;
  const [marks, cuts, gives] = [mayHere(at, "mark-disclosure"), mayHere(at, "cut-disclosure"), mayHere(at, "give-disclosure")];
  const open = page.asked.filter(({ refused, given }) => refused === null && given === null);
  const [next] = page.unlisted;
  const { marked, isAgreed, read } = page.schedule;
  const isUnread = marked > 0 && read.length === 0;
  const oldest = open[0];
  const went = gives ? page.given.filter(({ schedule }) => schedule).toReversed() : [];
  useKeys([{ ...printKey, says: "print the schedule", run: () => print() }]);
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
        {gives && isAgreed && <Small {...parts} spec={giveScheduleSpec(open)} />}
        {marks && <Small {...parts} spec={askedSpec} />}
        {marks && oldest !== undefined && <Small key={oldest.number} {...parts} spec={refuseSpec(oldest)} />}
      </div>
      <p className="actions">
        <button type="button" className="second-button" onClick={() => print()}>
          Print <KeyCap of={printKey} />
        </button>
      </p>
      {went.map((one, i) => (
        <SaveWent
          key={one.number}
          {...parts}
          path={`cases/${page.case}/disclosure/given/${one.number}/schedule/file`}
          says={sayScheduleWent(one, parts.now)}
          {...(i === 0 && { byKey: csvKey })}
        />
      ))}
    </section>
  );
}

function Small({ spec, ...parts }: DisclosureParts & { readonly spec: WriteSpec }): ReactElement {
  const { at, page, reason, now, again } = parts;
  const { came, write } = useCommand(at, page, reason, again);
  return <SmallForm key={spec.name} {...{ at, spec, came, write, now, again }} of={page.case} />;
}
