import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { saySize } from "@unmask/words";
import { type ReactElement, useEffect, useState } from "react";
import { Hindrance } from "../../parts/caveats.tsx";
import { Page } from "../../parts/page.tsx";
import { ProgressView } from "../../parts/progress.tsx";
import type { Walk } from "../../session.ts";
import type { ShownAmiss } from "../../vault/protocol.ts";
import { NotOpen } from "../journal/not-open.tsx";
import { sayMomentHere } from "../journal/say-when.ts";
import { useAsking } from "./use-asking.ts";

/** Things listed one by one: somebody can put any number of files there. */
const mostListed = 200;

/** Reads every byte that is kept, names what is missing or was changed, and says what she can do. */
export function CheckScreen(walk: Walk): ReactElement | null {
  const { vault, engine, navigation } = walk;
  const asking = useAsking(walk);
  const [all, setAll] = useState<readonly ShownAmiss[]>();
  const check = async (): Promise<void> => {
    const answer = await asking.ask({ ask: "check" });
    if (answer.answer === "checked") setAll(answer.amiss);
  };
  const take = async (which: readonly ShownAmiss[]): Promise<void> => {
    const answer = await asking.ask({
      ask: "take as hers",
      which: which.map(({ path, sha256 }) => ({ path, ...(sha256 !== undefined && { sha256 }) })),
    });
    if (answer.answer !== "taken as hers") return;
    setAll(all?.filter(({ path }) => !answer.taken.includes(path)));
    if (answer.taken.length < which.length)
      asking.refuse(t`Not all of it could be taken as yours. It changed meanwhile, or its number is taken.`);
  };
  // Once for each time that it is come to.
  useEffect(() => void check(), []);
  if (vault.status?.is !== "open") return <NotOpen {...walk} />;
  if (asking.going) {
    const done = saySize(asking.going.done);
    const total = saySize(asking.going.total);
    return (
      <Page
        title={t`Looking at all that is kept here`}
        actions={
          <button type="button" className="secondary" onClick={() => engine.stop()}>
            <Trans>Stop</Trans>
          </button>
        }
      >
        <ProgressView {...asking.going} says={asking.going.total > 0 ? t`${done} of about ${total}.` : t`Getting ready.`} />
      </Page>
    );
  }
  const restore = (
    <button type="button" className="primary" onClick={() => navigation.go({ name: "keep", at: "been-here" })}>
      <Trans>Bring notes back from a copy</Trans>
    </button>
  );
  if (all === undefined)
    return (
      <Page title={t`It was not looked at to the end`} actions={restore} children={<Hindrance says={asking.says} lang={asking.lang} />} />
    );
  if (all.length === 0) {
    return (
      <Page
        title={t`All that is kept here is as it was written`}
        actions={
          <button type="button" className="primary" onClick={() => navigation.go({ name: "home" })}>
            <Trans>Go to the beginning</Trans>
          </button>
        }
      />
    );
  }
  const apart = all.filter(({ verdict }) => verdict === "apart");
  const amiss = all.filter(({ verdict }) => verdict !== "apart");
  if (amiss.length === 0) {
    return (
      <Page title={t`Are these yours?`} actions={restore}>
        <ApartView {...{ apart, take, says: asking.says, lang: asking.lang }} />
      </Page>
    );
  }
  return (
    <Page
      title={plural(amiss.length, {
        one: "# thing kept here is missing or was changed",
        other: "# things kept here are missing or were changed",
      })}
      actions={restore}
    >
      <ul className="rows">
        {amiss.slice(0, mostListed).map((one) => (
          <li key={one.path}>
            <span className="row-words">
              <span>
                <bdi>{sayWhat(one)}</bdi>
              </span>
              <span className="second waits">{sayVerdict(one)}</span>
            </span>
          </li>
        ))}
        {amiss.length > mostListed && (
          <li>
            <Trans>and {amiss.length - mostListed} more</Trans>
          </li>
        )}
      </ul>
      <p>
        <Trans>Something other than this app did it. The rest is here, and opens.</Trans>
      </p>
      <p>
        <Trans>A copy that you made may have it as it was. Bringing it back takes nothing away that you wrote since.</Trans>
      </p>
      {apart.length > 0 && (
        <>
          <h2>
            <Trans>Are these yours?</Trans>
          </h2>
          <ApartView {...{ apart, take, says: asking.says, lang: asking.lang }} />
        </>
      )}
    </Page>
  );
}

/** What opens and is not proved to be hers: only she can say whose it is. */
function ApartView({
  apart,
  take,
  says,
  lang,
}: {
  readonly apart: readonly ShownAmiss[];
  readonly take: (which: readonly ShownAmiss[]) => Promise<void>;
  readonly says: string;
  readonly lang: "en-GB" | undefined;
}): ReactElement {
  const hers = apart.filter(({ cannot }) => cannot === undefined);
  return (
    <>
      {says !== "" && <Hindrance says={says} lang={lang} />}
      <p>
        <Trans>They open with your key. Somebody who had this device could have put them here.</Trans>
      </p>
      <ul className="rows">
        {apart.slice(0, mostListed).map((one) => (
          <li key={one.path}>
            <span className="row-words">
              <span>
                <bdi>{sayWhat(one)}</bdi>
              </span>
              {(one.says ?? []).map(({ at, words }, i) => (
                <span key={i} className="second">
                  {sayMomentHere(at)}: <bdi>{words}</bdi>
                </span>
              ))}
              {one.cannot === undefined ? (
                <button type="button" className="bare underlined" onClick={() => void take([one])}>
                  <Trans>This is mine</Trans>
                </button>
              ) : (
                <span className="second waits">
                  {one.cannot === "number-taken"
                    ? t`Another entry has this number. It stays apart.`
                    : t`It is nothing that this app writes.`}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {hers.length > 0 && (
        <button type="button" className="secondary" onClick={() => void take(hers)}>
          <Trans>All of these are mine</Trans>
        </button>
      )}
    </>
  );
}

function sayWhat({ is, name, entries, path }: ShownAmiss): string {
  switch (is) {
    case "entries": {
      const [first, last] = entries ?? [0, 0];
      return first === last ? t`What you wrote, number ${first}` : t`What you wrote, numbers ${first} to ${last}`;
    }
    case "file":
      return name ?? t`A file that you brought in`;
    case "private":
      return t`A private note, or a part of your plan`;
    case "waiting":
      return t`A note written while locked`;
    case "list":
      return t`The list of what is kept here`;
    case "keys":
      return t`A file with the keys of your notes`;
    case "catalogue":
      return t`The names of the files that you brought in`;
    case "statement":
      return t`What you said about people and days`;
    case "settings":
      return t`What the app noted about copies, openings and exhibits`;
    case "stranger":
      return path;
  }
}

function sayVerdict({ is, path, verdict }: ShownAmiss): string {
  if (path.endsWith(".aside")) return t`It was in the way of something that was written, and is kept beside it.`;
  if (is === "stranger") return t`Something else put it here. It is not shown as yours.`;
  return verdict === "missing"
    ? t`It is missing.`
    : verdict === "older"
      ? t`It is as it was before, not as you left it.`
      : t`It was changed.`;
}
