import { plural, t } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { sayWeekday } from "@unmask/words";
import type { ReactElement } from "react";
import { Hindrance } from "../../parts/caveats.tsx";
import { Icon } from "../../parts/icon.tsx";
import { dayOf, dayOfMoment } from "../../parts/moments.ts";
import { Page } from "../../parts/page.tsx";
import { clearsAfterWeek } from "../../ports/vault-place.ts";
import { reportBegins } from "../../report-begins.ts";
import type { Walk } from "../../session.ts";
import { useTakesReports } from "../../use-force.ts";
import { Row, Rows } from "./home-rows.tsx";
import { amissRows, useAmiss } from "./amiss-rows.tsx";
import { begunRows } from "./begun-rows.tsx";
import { type HomeFacts, useHomeFacts } from "./home-facts.ts";
import { LatelyView } from "./lately-view.tsx";
import { NotOpen } from "./not-open.tsx";
import { sayDayHere, sayMomentHere, todayHere } from "./say-when.ts";

/** What is kept, what waits, and what she can do when she wants. */
export function Home(walk: Walk): ReactElement | null {
  const { session, change, navigation, vault } = walk;
  const { facts, says } = useHomeFacts(vault);
  const { status } = vault;
  if (status?.is !== "open") return <NotOpen {...walk} />;
  if (facts === undefined) return says === undefined ? null : <Page title={t`Your notes`}>{<Hindrance says={says} />}</Page>;
  const { entries, originals, things, last, openedBefore } = facts;
  const day = sayWeekday(todayHere());
  const { isHomeHidden } = session;
  return (
    <Page
      kicker={openedBefore === undefined ? day : t`${day}, last opened ${sayDayHere(openedBefore)}`}
      title={
        isHomeHidden
          ? t`Your notes`
          : plural(things, { 0: "Nothing is kept here", one: "# thing is kept here", other: "# things are kept here" })
      }
      actions={
        <button type="button" className="primary with-icon" onClick={() => navigation.go({ name: "entry" })}>
          <Icon name="write" />
          <Trans>Add what happened</Trans>
        </button>
      }
    >
      {vault.isLockRefused && (
        <Hindrance
          says={t`Not locked: what you have begun to write could not be sealed, and would be lost. There may be no room left on this device. Save it or empty it, or make room, and lock again. It locks by itself all the same when nobody touches it.`}
        />
      )}
      {!isHomeHidden && last !== undefined && (
        <p>
          <Trans>The last is from {sayMomentHere(last)}.</Trans>
        </p>
      )}
      {!isHomeHidden && <LatelyView {...walk} />}
      {things > 0 && (
        <p className="sides">
          {entries + originals > 0 ? (
            <button type="button" className="bare underlined" onClick={() => toTimeline(walk)}>
              <Trans>See the timeline</Trans>
            </button>
          ) : (
            <span />
          )}
          <button type="button" className="bare underlined" onClick={() => change({ isHomeHidden: !isHomeHidden })}>
            {isHomeHidden ? <Trans>Show what is here</Trans> : <Trans>Hide this</Trans>}
          </button>
        </p>
      )}
      <WaitsForYou {...{ walk, facts }} />
      <WhenYouWant {...{ walk, facts }} />
    </Page>
  );
}

/** The timeline is drawn from what is kept; what was read in this session is not read twice. */
function toTimeline({ session, navigation }: Walk): void {
  navigation.go(session.importSummary === undefined ? { name: "reading", to: "timeline" } : { name: "timeline" });
}

/** Amber stands here alone, and the whole section is gone when nothing waits. */
function WaitsForYou({ walk, facts }: { readonly walk: Walk; readonly facts: HomeFacts }): ReactElement | null {
  const { session, navigation, vault } = walk;
  const { status } = vault;
  const isAmiss = useAmiss(vault);
  if (status?.is !== "open") return null;
  const { newer, isByWords } = facts;
  const { waiting, areWordsProved, isPersisted, wasBookChanged } = status;
  const rows = [
    ...amissRows(walk, isAmiss),
    wasBookChanged && (
      <li key="book" className="told-row">
        <p className="waits">
          <Trans>
            Somebody changed a file of these notes while they were locked. It is put right. What was written while they were locked since
            then may have been read by somebody else, and cannot be opened.
          </Trans>
        </p>
      </li>
    ),
    isByWords && !session.isPassphraseNew && (
      <Row
        key="passphrase"
        icon="lock"
        says={t`Make a new passphrase`}
        waits={t`You came in with the twelve words. If the passphrase is forgotten, a new one opens your notes next time.`}
        onPress={() => navigation.go({ name: "keep", at: "new-passphrase" })}
      />
    ),
    ...begunRows(walk, facts),
    waiting > 0 && (
      <Row
        key="waiting"
        icon="write"
        says={plural(waiting, { one: "# note written while locked", other: "# notes written while locked" })}
        waits={t`Yours, or not?`}
        onPress={() => navigation.go({ name: "waiting" })}
      />
    ),
    !areWordsProved && (
      <Row
        key="words"
        icon="write"
        says={t`Type the twelve words from your paper`}
        waits={t`Nobody knows yet whether your paper works.`}
        onPress={() => navigation.go({ name: "keep", at: "proof" })}
      />
    ),
    newer > 0 && (
      <Row
        key="copy"
        icon="save"
        says={t`Make a copy`}
        waits={sayCopy(status.copyMade, newer)}
        onPress={() => navigation.go({ name: "keep", at: "copy" })}
      />
    ),
    !isPersisted && (
      <Row
        key="promise"
        icon="home-screen"
        says={t`Put Notes on the home screen`}
        waits={
          clearsAfterWeek()
            ? t`Not promised to be kept. Safari may delete after a week away.`
            : t`Not promised to be kept when room is short.`
        }
        onPress={() => navigation.go({ name: "keep-promise" })}
      />
    ),
  ].filter((row) => row !== false && row !== undefined);
  if (rows.length === 0) return null;
  return <Rows says={t`Waits for you`}>{rows}</Rows>;
}

function sayCopy(copyMade: string | undefined, newer: number): string {
  if (copyMade === undefined) return t`None yet: all of it is on this device alone.`;
  const are = plural(newer, { one: "# is newer.", other: "# are newer." });
  return t`Last: ${dayOf(dayOfMoment(copyMade))}. ${are}`;
}

function WhenYouWant({ walk, facts }: { readonly walk: Walk; readonly facts: HomeFacts }): ReactElement {
  const { session, navigation } = walk;
  const takesReports = useTakesReports();
  const { entries, originals, lastBrought, lastAnswers } = facts;
  return (
    <Rows says={t`When you want`}>
      {entries > 0 && (
        <Row
          icon="file"
          says={t`Read what you wrote`}
          second={<Plural value={entries} one="# entry" other="# entries" />}
          onPress={() => navigation.go({ name: "entries" })}
        />
      )}
      <Row
        icon="save"
        says={t`Bring in messages`}
        second={
          lastBrought === undefined ? (
            <Trans>Chats, texts, calls, mail</Trans>
          ) : (
            <Trans>
              <Plural value={originals} one="# file" other="# files" />, the last {sayDayHere(lastBrought)}
            </Trans>
          )
        }
        onPress={() => navigation.go({ name: "files" })}
      />
      {entries + originals > 0 && (
        <Row
          icon="file"
          says={t`Make a report`}
          second={session.sentPack === undefined ? <Trans>For the police, or somebody you trust</Trans> : <Trans>One was sent</Trans>}
          onPress={() => navigation.go(session.importSummary === undefined ? { name: "reading", to: "report" } : reportBegins(session))}
        />
      )}
      <Row icon="people" says={t`People who can help`} onPress={() => navigation.go({ name: "support" })} />
      <Row icon="file" says={t`What is good to know`} onPress={() => navigation.go({ name: "learn" })} />
      {lastAnswers !== undefined && (
        <Row
          icon="lock"
          says={t`What you answered to the questions`}
          second={<Trans>Kept {sayDayHere(lastAnswers)}</Trans>}
          onPress={() => navigation.go({ name: "private-notes" })}
        />
      )}
      <Row icon="lock" says={t`Private notes`} onPress={() => navigation.go({ name: "private-notes" })} />
      <Row icon="lock" says={t`Plan to stay safe`} onPress={() => navigation.go({ name: "safety-plan" })} />
      <Row icon="home-screen" says={t`Your notes on this device`} onPress={() => navigation.go({ name: "keep", at: "settings" })} />
      <Row icon="file" says={t`Openings and wrong tries`} onPress={() => navigation.go({ name: "keep", at: "openings" })} />
      {takesReports && (
        <>
          <Row icon="onward" says={t`Write to the police without files`} onPress={() => navigation.go({ name: "send", isAlone: true })} />
          <Row icon="onward" says={t`I have seven words: read the reply`} onPress={() => navigation.go({ name: "replies" })} />
        </>
      )}
    </Rows>
  );
}
