import type { ReactElement } from "react";
import { sayCount } from "@unmask/words";
import { KnownBy } from "../parts/known-by.tsx";
import { sayWhen } from "../parts/say-when.ts";
import { VerdictBox } from "../parts/verdict-box.tsx";
import type { CasePartProps } from "./case-part.ts";
import { nameOf } from "./case-words.ts";
import { CaseWrite } from "./case-write.tsx";

/** What went between the person and the force, in order, and what must still be told. */
export function CaseUpdates(parts: CasePartProps): ReactElement {
  const { page, now } = parts;
  const untold = page.codeEvents.filter(({ told }) => told === undefined);
  return (
    <>
      <header className="work-head">
        <h1>Updates</h1>
        <p className="sentence">
          {untold.length === 0
            ? "Everything that must be told was told."
            : `${sayCount(untold.length, "thing")} not told yet: ${untold.map(({ event, says }) => says ?? event).join(", ")}.`}
        </p>
      </header>
      <ol className="thread">
        {page.updates.map(({ number, from, says, asks, answered, by, happened }) => (
          <li key={number} className={from === "her" ? "is-hers" : ""}>
            <p>
              <b>{from === "her" ? "The person" : nameOf(page, by)}</b> <span className="end second-words">{sayWhen(happened, now)}</span>
            </p>
            <p className="said">“{says}”</p>
            <p>
              <KnownBy how={from === "her" ? "account" : "record"} />{" "}
              {asks && answered === undefined && <b className="mind">not answered yet</b>}
            </p>
          </li>
        ))}
      </ol>
      {page.updates.length === 0 && <p className="second-words">Nothing went either way yet.</p>}
      <p className="second-words">
        <b>Whether a line was read is not known</b>, by design: nobody who takes this computer learns it. An answer is the only sign.
      </p>
      <CaseWrite {...parts} />
    </>
  );
}

/** How it is recorded: principal, included, joined, and the limbs of section 4A as a person said. */
export function CaseRecording({ page, now }: CasePartProps): ReactElement {
  const { recording } = page;
  return (
    <>
      <header className="work-head">
        <h1>How it is recorded</h1>
        {recording && (
          <p className="second-words">
            by {nameOf(page, recording.offence.by)}, {sayWhen(recording.offence.happened, now)}
          </p>
        )}
      </header>
      {recording === null ? (
        <p className="sentence">It is not recorded yet what it is.</p>
      ) : (
        <>
          <table className="plain-table known-table">
            <thead>
              <tr>
                <th scope="col">As</th>
                <th scope="col">What goes to the crime system</th>
                <th scope="col">Class and code</th>
              </tr>
            </thead>
            <tbody>
              {recording.rows.map(({ as, says, code }) => (
                <tr key={`${as} ${says}`}>
                  <td>{as}</td>
                  <th scope="row">
                    <b>{says}</b>
                  </th>
                  <td className={code.includes("not chosen") ? "mind" : ""}>{code}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {recording.open !== "" && <p className="bold mind">{recording.open}: it can go so, marked open.</p>}
          {recording.inAddition && <p>Stalking stands in addition to the other offence, of the same person and offender.</p>}
          {recording.offence.limbs && (
            <dl className="facts">
              <div>
                <dt>Fear of violence</dt>
                <dd>{limbSays[recording.offence.limbs.fear]}</dd>
              </div>
              <div>
                <dt>Serious alarm</dt>
                <dd>{limbSays[recording.offence.limbs.alarm]}</dd>
              </div>
            </dl>
          )}
        </>
      )}
    </>
  );
}

const limbSays = { fits: "Fits", not: "Does not fit", "not-known": "Not known" } as const;

// partial: another word of a newer server stands as it is.
const fates: Readonly<Record<string, string>> = {
  altered: "not as it was sealed",
  "cut-short": "cut short on the way; what is whole can be read",
  "no-key": "sealed to a key that is not held here",
  "not-a-pack": "no pack; kept as it came",
  "too-large": "would unpack past the limit; stopped, kept",
  unsupported: "a format that is not read here",
  "not-read": "could not be read",
};

/** Packs of the case as they were opened: each fate, each verdict, and whether the acts came out the same when read again. */
export function CaseExhibits({ page }: CasePartProps): ReactElement {
  const packs = page.reports.flatMap(({ report, packs: all, packsAnnounced }) => [
    ...all.map((pack) => ({ report, pack })),
    ...Array.from({ length: Math.max(0, packsAnnounced - all.length) }, () => ({ report, pack: undefined })),
  ]);
  return (
    <>
      <header className="work-head">
        <h1>Exhibits</h1>
        <p className="sentence">{sayCount(packs.length, "pack")}. One that is not as sealed stops none of the others.</p>
      </header>
      <ul className="lines packs">
        {packs.map(({ report, pack }, i) => (
          <li key={pack?.sha256 ?? i}>
            <span>
              <b>{report}</b>
            </span>
            {pack === undefined ? (
              <span>Announced, not here yet. The letter is whole without it.</span>
            ) : (
              <span>
                <span className="verdicts">
                  {pack.verdicts.map(({ verdict, items }) => (
                    <span key={verdict} className="stretch">
                      {items} <VerdictBox verdict={verdict} />
                    </span>
                  ))}
                </span>
                {pack.fate === "marked" && <span className="line bold mind">{fates[pack.reason ?? ""] ?? pack.reason}</span>}
                {pack.readAgain && (
                  <span className={pack.readAgain.differs > 0 ? "line bold mind" : "line"}>
                    Read again here, {pack.readAgain.same} of {sayCount(pack.readAgain.same + pack.readAgain.differs, "act")} agree.
                    {pack.readAgain.differs > 0 && " Both stay, marked, until somebody chooses."}
                  </span>
                )}
                {pack.findings.map(({ id, says }) => (
                  <span key={`${id} ${says}`} className="line second">
                    {says}
                  </span>
                ))}
                <span className="line second mono">{pack.sha256}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
      <p>
        <b>What a bad verdict is no sign of:</b> that anything was invented. A fault in copying does this, too. A hash cannot tell who
        changed something, when, or why.
      </p>
    </>
  );
}
