import { type ReactElement, type RefObject, useState } from "react";
import { type CheckedItem, type Verdict, isColumnList } from "@unmask/core";
import type { CheckedExhibit, ListedAndFound } from "@unmask/corridor";
import { sayCount, sayFirst, sayGrade, sayList, sayNumber, saySize } from "@unmask/words";
import type { Outcome } from "../check.ts";
import type { Handed } from "../ports/handed.ts";
import { type Said, countVerdicts, gravity, sayActs, sayItem, sayOutcome, sayWhy } from "../say.ts";
import { Acts } from "./acts.tsx";
import { Origin } from "./origin.tsx";

/** Items shown of one list. A list of hundreds of thousands would freeze the page; the bad stand first. */
const mostShown = 1_000;

/** What came of a check: the verdict as a sentence, each item with its word, and as large as that what is not shown. */
export function Result({
  outcome,
  handed,
  checkedAt,
  cameFrom,
  heading,
  again,
}: {
  readonly outcome: Outcome;
  readonly handed: Handed;
  readonly checkedAt: string;
  readonly cameFrom: string;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly again: () => void;
}): ReactElement {
  const [isReading, setReading] = useState(false);
  const said = sayOutcome(outcome);
  const told = outcome.kind === "checked" ? outcome.told : undefined;
  return (
    <div className="two">
      <main>
        <p className="second">
          <strong>
            <bdi>{handed.name}</bdi>
          </strong>
          , {handed.files === undefined ? saySize(handed.size) : `folder, ${sayCount(handed.files, "file")}`}. Checked at {checkedAt}.
        </p>
        <h1 tabIndex={-1} ref={heading}>
          {said.headline.map((part, i) => (typeof part === "string" ? part : <bdi key={i}>{part.name}</bdi>))}
        </h1>
        {outcome.kind === "checked" && <Checked outcome={outcome} />}
        {outcome.kind === "checked" && told && isReading && (
          <Acts total={told.report.acts.shown} zoneName={told.report.terms.zone} exhibits={told.exhibits} read={outcome.acts} />
        )}
      </main>
      <aside>
        <SaidBeside said={said} />
        <Origin cameFrom={cameFrom} />
        <p className="buttons">
          {told && !isReading && (
            <button type="button" className="main" onClick={() => setReading(true)}>
              Read the {sayCount(told.report.acts.shown, "act")} with their exhibits
            </button>
          )}
          <button type="button" className="plain" onClick={() => print()}>
            Print this result
          </button>
          <button type="button" className="plain" onClick={again}>
            Check another
          </button>
        </p>
      </aside>
    </div>
  );
}

function SaidBeside({ said: { shows, doesNotShow, whatNow } }: { readonly said: Said }): ReactElement {
  return (
    <>
      <section>
        <h2>What this shows</h2>
        <List says={shows} />
      </section>
      <section>
        <h2>What it does not show</h2>
        <List says={doesNotShow} />
      </section>
      {whatNow.length > 0 && (
        <section>
          <h2>What to do now</h2>
          <ol>
            {whatNow.map((says) => (
              <li key={says}>{says}</li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function List({ says }: { readonly says: readonly string[] }): ReactElement {
  return (
    <ul>
      {says.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}

type CheckedOutcome = Extract<Outcome, { readonly kind: "checked" }>;

function Checked({ outcome: { check, told, compared } }: { readonly outcome: CheckedOutcome }): ReactElement {
  const byPath = new Map(told?.exhibits.map((exhibit) => [exhibit.file?.path, exhibit]));
  const rows = check.items
    .map((item): Row => ({ item, exhibit: byPath.get(item.path), hashes: compared.get(item.path) }))
    .sort((a, b) => gravity(a.item.verdict) - gravity(b.item.verdict));
  const ofExhibits = rows.filter(({ exhibit }) => exhibit !== undefined && !isColumnList(exhibit));
  const ofLists = rows.filter(({ exhibit }) => exhibit !== undefined && isColumnList(exhibit));
  const ofPack = rows.filter(({ exhibit }) => exhibit === undefined);
  const heldBack = told?.exhibits.filter(({ file }) => file === undefined) ?? [];
  return (
    <>
      <p className="counts">
        {countVerdicts(check.items).map(({ verdict, count }) => (
          <Badge key={verdict} verdict={verdict} says={`${sayNumber(count)} ${verdict}`} />
        ))}
      </p>
      {check.id !== undefined && (
        <p className="second">
          Pack <bdi>{check.id}</bdi>
          {check.signer && `, signed with the key ${check.signer.keyId}`}
        </p>
      )}
      {ofExhibits.length > 0 && <Rows title={`The exhibits, ${sayNumber(ofExhibits.length)}`} rows={ofExhibits} />}
      {heldBack.length > 0 && (
        <p className="second">
          Held back, told by hash and size alone: {sayList(heldBack.map(({ number, size }) => `${number} (${saySize(size)})`))}.
        </p>
      )}
      {ofLists.length > 0 && (
        <Rows title={`Lists of columns by which tables were read, no exhibits, ${sayNumber(ofLists.length)}`} rows={ofLists} />
      )}
      <Rows title={ofExhibits.length > 0 ? "The pack itself" : "Every item"} rows={ofPack} />
      {check.bag?.warnings.map((warning) => (
        <p key={warning} className="second">
          Worth a look: <bdi>{warning}</bdi>
        </p>
      ))}
    </>
  );
}

interface Row {
  readonly item: CheckedItem;
  readonly exhibit: CheckedExhibit | undefined;
  readonly hashes: ListedAndFound | undefined;
}

function Rows({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }): ReactElement {
  return (
    <section>
      <h2>{title}</h2>
      <ul className="items" aria-label={title}>
        {rows.slice(0, mostShown).map((row) => (
          <ItemRow key={row.item.path} {...row} />
        ))}
      </ul>
      {rows.length > mostShown && <p className="second">And {sayNumber(rows.length - mostShown)} more.</p>}
    </section>
  );
}

function ItemRow({ item, exhibit, hashes }: Row): ReactElement {
  const isBad = gravity(item.verdict) === 0;
  const name = exhibit ? exhibit.number : sayItem(item.path);
  return (
    <li className={isBad ? "bad" : ""}>
      <div className="what">
        {name !== undefined && <strong>{name}</strong>}
        {exhibit?.file && (
          <>
            {" "}
            <bdi className="name">{exhibit.file.name}</bdi>
          </>
        )}
        <bdi className="path">{item.path}</bdi>
      </div>
      <Badge verdict={item.verdict} says={item.verdict} />
      <div className="why">
        <p>
          {hashes && <strong>Not the file that was sealed. </strong>}
          {sayWhy(item)}
          {exhibit && !isColumnList(exhibit) && ` ${sayFirst(sayActs(exhibit))}${sayGrades(exhibit)}.`}
        </p>
        {hashes && <Hashes {...hashes} />}
      </div>
    </li>
  );
}

function sayGrades({ grades }: CheckedExhibit): string {
  return grades.length === 0 ? "" : ` (${sayList(grades.map((grade) => sayGrade(grade)))})`;
}

function Hashes({ listed, found }: ListedAndFound): ReactElement {
  return (
    <>
      <dl className="hashes">
        <dt>listed</dt>
        <dd>{listed ?? "in no list"}</dd>
        <dt>found</dt>
        <dd>{found ?? "could not be read"}</dd>
      </dl>
      <p>What was changed, a hash cannot tell.</p>
    </>
  );
}

function Badge({ verdict, says }: { readonly verdict: Verdict; readonly says: string }): ReactElement {
  return <span className={verdict === "valid" ? "badge" : "badge mind"}>{says}</span>;
}
