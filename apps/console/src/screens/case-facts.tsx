import type { ReactElement } from "react";
import type { KnownOfCase } from "../desk/case-known.ts";
import { KnownBy } from "../parts/known-by.tsx";
import { sayWhen } from "../parts/say-when.ts";
import type { WayOfKnowing } from "../desk/way-of-knowing.ts";
import type { CasePartProps } from "./case-part.ts";
import { CaseSmall } from "./case-small.tsx";
import { accountSpec, factSpec, inferenceSpec } from "./case-specs.ts";
import { nameOf } from "./case-words.ts";
import { SearchLines } from "./noted-lines.tsx";
import { searchSpec } from "./noted-specs.ts";
import { withdrawSpecs, withdrawable } from "./withdraw-specs.ts";
import { WithdrawnLines } from "./withdrawn.tsx";

/** What is known of a case: read from records, said by somebody, concluded; and where was looked. None is read as another. */
export function CaseFacts(parts: CasePartProps): ReactElement {
  const { page, now } = parts;
  return (
    <>
      <header className="work-head">
        <h1>What is known</h1>
        <p className="end second-words">a record, somebody’s word, or worked out: never one as another</p>
      </header>
      <Known {...parts} title="Facts, read from a record" how="record" lines={page.facts} none="None is written." />
      <CaseSmall {...parts} specs={[factSpec]} />
      <Known
        {...parts}
        title="Accounts: somebody says so"
        how="account"
        lines={page.accounts}
        none="None is written beside what came in the reports."
      />
      <CaseSmall {...parts} specs={[accountSpec]} />
      <Known {...parts} title="Conclusions" how="worked-out" lines={page.inferences} none="Nobody concluded anything in writing." />
      <CaseSmall {...parts} specs={[inferenceSpec(page)]} />
      <WithdrawnLines noted={page.noted} kinds={withdrawable.known} now={now} />
      <CaseSmall {...parts} specs={withdrawSpecs(page.noted, withdrawable.known)} />
      <h2>Where was looked</h2>
      <SearchLines noted={page.noted} now={now} />
      <CaseSmall {...parts} specs={[searchSpec]} />
    </>
  );
}

function Known({
  page,
  now,
  title,
  how,
  lines,
  none,
}: CasePartProps & {
  readonly title: string;
  readonly how: WayOfKnowing;
  readonly lines: readonly KnownOfCase[];
  readonly none: string;
}): ReactElement {
  const known = [...page.facts, ...page.accounts];
  return (
    <>
      <h2>{title}</h2>
      {lines.length === 0 && <p className="second-words">{none}</p>}
      <ul className="lines">
        {lines.map(({ number, says, source, rests, couldChange, by, happened }) => (
          <li key={number}>
            <span className="second-words">{sayWhen(happened, now)}</span>
            <span>
              {says} <KnownBy how={how} from={source} />
              {rests !== undefined && (
                <span className="line second">
                  Rests on: {known.flatMap((one) => (rests.includes(one.number) ? [`“${one.says}”`] : [])).join("; ")}
                </span>
              )}
              {couldChange !== undefined && <span className="line second">Could change it: {couldChange}</span>}
              <span className="line second">{nameOf(page, by)}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
