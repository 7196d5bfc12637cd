import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import { sayNumber } from "@unmask/words";
import type { AtDesk } from "../../at-desk.ts";
import { type GoesShown, type KeptSubject, dryRunAnswer } from "../../desk/retention.ts";
import { useKeys } from "../../keys/keyboard.tsx";
import { Hindrance } from "../../parts/hindrance.tsx";
import { KeyCap } from "../../parts/key-cap.tsx";
import { RowsTable } from "../../parts/rows-table.tsx";
import { sayNow } from "../../parts/say-when.ts";
import { useAnswer } from "../../parts/use-answer.ts";
import { useTold } from "../../parts/use-told.ts";

const runKey = { name: "dry-run", presses: ["d"], cap: "D" };

/** What erasing it would take away and leave, and how that is looked for again: asked for, since it is a look at the case. */
export function RetentionDryRun({
  at,
  now,
  subject,
  isOpen,
  open,
}: {
  readonly at: AtDesk;
  readonly now: Instant;
  readonly subject: KeptSubject;
  readonly isOpen: boolean;
  readonly open: (id: string) => void;
}): ReactElement {
  const path = `${subject.of === "case" ? "cases" : "reports"}/${subject.id}/retention`;
  const { answer, again } = useAnswer(isOpen ? path : "nothing", isOpen ? () => at.world.desk.get(path, dryRunAnswer) : undefined);
  useTold(at, answer);
  useKeys([{ ...runKey, says: "dry run", isInBar: true, run: isOpen ? again : () => open(subject.id) }]);
  return (
    <section className="dry-run" aria-labelledby="dry-run">
      <h2 id="dry-run">Dry run of erasing {subject.id}</h2>
      {!isOpen && (
        <p>
          <button type="button" className="second-button" aria-keyshortcuts="D" onClick={() => open(subject.id)}>
            What would go, and what stays <KeyCap of={runKey} />
          </button>{" "}
          <span className="second-words">Nothing is changed by it.</span>
        </p>
      )}
      {isOpen && answer === undefined && <p role="status">Counting what would go.</p>}
      {answer && answer.came !== "value" && <Hindrance answer={answer} now={now} again={again} />}
      {answer?.came === "value" && (
        <>
          <p className="second-words">
            made {sayNow(answer.value.now)}; nothing was changed. “unmask force retention” erases what two people decided.
          </p>
          <div className="dry-tables">
            <Goes goes={answer.value.goes} />
            <Stays goes={answer.value.goes} />
          </div>
        </>
      )}
    </section>
  );
}

const byNumber = "by the number of each stream, at every start";
const byName = "by its name in the folder, at every start";

function Goes({ goes }: { readonly goes: GoesShown }): ReactElement {
  const lines = [
    ["Bytes and files", `${sayNumber(goes.items + goes.handedOn)}: letters, packs, papers, what waits for another force`, byName],
    ["Rows", `${sayNumber(goes.rows)} in ${sayNumber(goes.tables)} tables; ${sayNumber(goes.orders)} orders among them`, byNumber],
    ["Index, links", `${sayNumber(goes.postings)} postings, ${sayNumber(goes.links)} links`, "gone with the rows"],
    ["Mailbox", `${sayNumber(goes.messages)} messages`, "gone with the rows"],
    ["Words in the log", `beside ${sayNumber(goes.reasons)} entries`, "an entry says of each that they went"],
  ];
  return (
    <RowsTable className="dry-rows" caption="What goes" columns={["Goes", "How many", "Then looked for again"]}>
      <tbody>
        {lines.map(([what = "", many, how]) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td data-says="How many">{many}</td>
            <td data-says="Then looked for again">{how}</td>
          </tr>
        ))}
      </tbody>
    </RowsTable>
  );
}

/** Entries that are named one by one; of more their number is said. */
const mostNamed = 20;

function joined(entries: readonly number[]): string {
  const more = entries.length - mostNamed;
  return `${entries.slice(0, mostNamed).join(", ")}${more > 0 ? ` and ${sayNumber(more)} more` : ""}`;
}

function Stays({ goes }: { readonly goes: GoesShown }): ReactElement {
  const lines = [
    ["Access log", `${sayNumber(goes.entries)} entries: numbers and commitments; its chain must still verify`],
    ...(goes.unclear.length === 0
      ? []
      : [
          [
            "Words in the log that can be of somebody in it",
            `beside ${goes.unclear.length === 1 ? "entry" : "entries"} ${joined(goes.unclear)}: a part of a name alone. The auditor can read whom they mean`,
          ],
        ]),
    ["Editions", "published counts; nobody can be worked out"],
    ["“Erased”", "that it was done, by whom, by which rule; no content"],
    ["Backups", "no copy is touched; a restore erases it again"],
    ["Other cases", "what they wrote that names its number"],
  ];
  return (
    <RowsTable className="dry-rows" caption="What stays" columns={["Stays", "Why"]}>
      <tbody>
        {lines.map(([what = "", why]) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td data-says="Why">{why}</td>
          </tr>
        ))}
      </tbody>
    </RowsTable>
  );
}
