import { plural, t } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { type ReactElement, useState } from "react";
import type { ImportSummary } from "../engine/protocol.ts";
import { Hindrance, Caveat } from "../parts/caveats.tsx";
import { NotWhole } from "../parts/not-whole.tsx";
import { Page } from "../parts/page.tsx";
import { sayNumber } from "@unmask/words";
import { TakenIn } from "./taken-in.tsx";
import { type Walk, withoutImport } from "../session.ts";

/** Reasons and names listed before the rest is summed up. */
const mostListed = 200;

/** What was read, in counts that add up; what is missing is named. */
export function ImportSummaryScreen({ session, change, navigation }: Walk): ReactElement {
  const { importSummary, hindrance } = session;
  const chooseAgain = (
    <button type="button" className="primary" onClick={() => navigation.go({ name: "files" })}>
      <Trans>Choose other files</Trans>
    </button>
  );
  if (!importSummary) {
    return (
      <Page title={t`The files were not read`} actions={chooseAgain}>
        <Hindrance says={hindrance ?? t`No files were read yet.`} />
        <TakenIn {...session} />
      </Page>
    );
  }
  if (importSummary.acts === 0) {
    return (
      <Page title={t`No export that we can read is among these files`} actions={chooseAgain}>
        <p>
          <Trans>
            Nothing is lost: the files are as they were. An export is made by the app itself; a screenshot or a backup is something else.
            “How to get these files” says how, on the page before.
          </Trans>
        </p>
        <TakenIn {...session} />
        <Stopped importSummary={importSummary} />
        <NotWhole names={importSummary.missing} lines={importSummary.lostLines} navigation={navigation} />
        <Unreadable importSummary={importSummary} />
        <Known importSummary={importSummary} />
        <NotTakenIn importSummary={importSummary} />
        <Kept importSummary={importSummary} isForPack={false} />
      </Page>
    );
  }
  const records = importSummary.acts + importSummary.twice + importSummary.notices + importSummary.unread.length;
  return (
    <Page
      kicker={plural(importSummary.originals.length, { one: "# file", other: "# files" })}
      title={t`${plural(importSummary.acts, { one: "# act", other: "# acts" })} to look at`}
      actions={
        <>
          {importSummary.noReport !== undefined && chooseAgain}
          <button
            type="button"
            className={importSummary.noReport === undefined ? "primary" : "bare underlined"}
            onClick={() => navigation.go({ name: "people" })}
          >
            <Trans>Say who is who</Trans>
          </button>
        </>
      }
    >
      <TakenIn {...session} />
      <Stopped importSummary={importSummary} />
      <NotWhole names={importSummary.missing} lines={importSummary.lostLines} navigation={navigation} />
      <NotTakenIn importSummary={importSummary} />
      <dl className="counts">
        <Count says={t`What somebody did: messages, calls and the like`} count={importSummary.acts} />
        <Count says={t`Already there, not added twice`} count={importSummary.twice} />
        <Count says={t`Lines that the apps wrote themselves, kept aside`} count={importSummary.notices} />
        <Count says={t`Places that could not be read`} count={importSummary.unread.length} isAmber={importSummary.unread.length > 0} />
        <Count says={t`Altogether in the files`} count={records} isTotal />
      </dl>
      <Unreadable importSummary={importSummary} />
      <DateOrderChoice {...{ session, change, navigation }} />
      <Known importSummary={importSummary} />
      <Kept importSummary={importSummary} isForPack />
      <FileByFile files={importSummary.files} />
    </Page>
  );
}

function FileByFile({ files }: Pick<ImportSummary, "files">): ReactElement {
  return (
    <details>
      <summary>
        <Trans>File by file</Trans>
      </summary>
      <ul className="rows">
        {files.map(({ name, acts, notices, unread }, i) => (
          <li key={i}>
            <span>
              <bdi>{name}</bdi>{" "}
              <span className="second">
                <Trans>
                  <Plural value={acts} one="# act" other="# acts" />, <Plural value={notices} one="# line" other="# lines" /> of the app’s
                  own
                </Trans>
                {unread > 0 && t`, ${unread} unreadable`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Count({
  says,
  count,
  isAmber = false,
  isTotal = false,
}: {
  readonly says: string;
  readonly count: number;
  readonly isAmber?: boolean;
  readonly isTotal?: boolean;
}): ReactElement {
  return (
    <div className={`${isAmber ? "amber" : ""} ${isTotal ? "total" : ""}`}>
      <dt>{says}</dt>
      <dd>{sayNumber(count)}</dd>
    </div>
  );
}

function Stopped({ importSummary }: { readonly importSummary: ImportSummary }): ReactElement | null {
  if (importSummary.notReached === undefined) return null;
  return (
    <Caveat>
      <p>
        <Plural
          value={importSummary.notReached}
          _0="You stopped. What was read is kept. Go back to read them again."
          one="You stopped. What was read is kept; # file was not reached. Go back to read them again."
          other="You stopped. What was read is kept; # files were not reached. Go back to read them again."
        />
      </p>
    </Caveat>
  );
}

function Unreadable({ importSummary: { unread, mediaMissing } }: { readonly importSummary: ImportSummary }): ReactElement | null {
  if (unread.length === 0 && mediaMissing === 0) return null;
  const reasons = new Map<string, number>();
  for (const { name, reason } of unread) {
    const says = reason.includes(name) ? reason : `${name}: ${reason}`;
    reasons.set(says, (reasons.get(says) ?? 0) + 1);
  }
  return (
    <div className="missing">
      <h2>
        <Trans>Missing or unreadable</Trans>
      </h2>
      <ul>
        {mediaMissing > 0 && (
          <li>
            <Trans>
              <strong>
                <Plural value={mediaMissing} one="# act names" other="# acts name" />
              </strong>{" "}
              a picture or file that was left out of the export. The words are here.
            </Trans>
          </li>
        )}
        {[...reasons].slice(0, mostListed).map(([says, count]) => (
          <li key={says}>
            <bdi>{says}</bdi>
            {count > 1 && ` ${t`(${count} times)`}`}
          </li>
        ))}
        {reasons.size > mostListed && (
          <li>
            <Trans>
              and <Plural value={reasons.size - mostListed} one="# more reason" other="# more reasons" />
            </Trans>
          </li>
        )}
      </ul>
      <p className="second">
        <Trans>The files are kept whole, and what could not be read goes into the pack as it is.</Trans>
      </p>
    </div>
  );
}

/** Files that look as if their messages had been read: one line for each kind, with what to ask for instead. */
function Known({ importSummary: { known } }: { readonly importSummary: ImportSummary }): ReactElement | null {
  if (known.length === 0) return null;
  return (
    <div className="missing">
      <h2>
        <Trans>Known, but not read</Trans>
      </h2>
      <ul>
        {known.map(({ what, ask, files, name }) => (
          <li key={what}>
            <strong>
              <bdi>{name}</bdi>
              {files > 1 && ` ${t`and ${plural(files - 1, { one: "# more file", other: "# more files" })}`}`}
            </strong>
            : {what}. {ask}
          </li>
        ))}
      </ul>
      <p className="second">
        <Trans>Some services tell the account’s mail address that an export was asked for. If they read your mail, wait.</Trans>
      </p>
    </div>
  );
}

/** Keys, and what this program made: she has to know that none of it goes into her pack. */
function NotTakenIn({ importSummary: { notTakenIn, noReport } }: { readonly importSummary: ImportSummary }): ReactElement | null {
  if (notTakenIn.length === 0) return null;
  return (
    <div className="missing">
      <h2>
        <Trans>Not taken in</Trans>
      </h2>
      <ul>
        {notTakenIn.map((says) => (
          <li key={says}>
            <bdi>{says}</bdi>
          </li>
        ))}
      </ul>
      {noReport !== undefined && (
        <p>
          <Trans>Until then the timeline can be looked at, and no report can be made of these files.</Trans>
        </p>
      )}
    </div>
  );
}

function Kept({
  importSummary: { kept },
  isForPack,
}: {
  readonly importSummary: ImportSummary;
  readonly isForPack: boolean;
}): ReactElement | null {
  if (kept.length === 0) return null;
  return (
    <details>
      <summary>
        <Trans>
          <Plural value={kept.length} one="# file" other="# files" /> kept whole, not read
        </Trans>
      </summary>
      <p>{isForPack ? t`They can go into the pack as they are.` : t`They were not changed.`}</p>
      <ul className="rows">
        {kept.slice(0, mostListed).map((name, i) => (
          <li key={i}>
            <bdi>{name}</bdi>
          </li>
        ))}
        {kept.length > mostListed && (
          <li>
            <Trans>
              and <Plural value={kept.length - mostListed} one="# more file" other="# more files" />
            </Trans>
          </li>
        )}
      </ul>
    </details>
  );
}

/** Asked only where nothing in a file shows whether 3/4 is in April or in March. */
function DateOrderChoice({ session, change, navigation }: Pick<Walk, "session" | "change" | "navigation">): ReactElement | null {
  const [order, setOrder] = useState<"dmy" | "mdy" | "ymd">("dmy");
  if (session.importSummary?.isDateOrderAssumed !== true) return null;
  const choices = [
    ["dmy", t`Day first: 3/4 is 3 April`],
    ["mdy", t`Month first: 3/4 is March 4`],
    ["ymd", t`Year first: 26/4/3 is 3 April 2026`],
  ] as const;
  return (
    <Caveat>
      <fieldset className="choices">
        <legend>
          <Trans>In one file nothing shows how its dates are written. They were read day first. How does that phone write them?</Trans>
        </legend>
        {choices.map(([value, says]) => (
          <label key={value}>
            <input type="radio" name="date-order" checked={order === value} onChange={() => setOrder(value)} />
            {says}
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        className="secondary"
        onClick={() => {
          change({ dateOrder: order, ...withoutImport });
          navigation.go({ name: "reading" });
        }}
      >
        <Trans>Read again like this</Trans>
      </button>
    </Caveat>
  );
}
