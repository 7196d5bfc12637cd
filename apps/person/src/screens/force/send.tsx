import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { daysFromCivil } from "@unmask/core";
import { sayDay, saySize } from "@unmask/words";
import { type ReactElement, type ReactNode, useState } from "react";
import { withLetterToCarry } from "../../begun-answer.ts";
import { Caveat, Hindrance } from "../../parts/caveats.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Page } from "../../parts/page.tsx";
import { type LetterDraft, faultOf, sayReach, saysNothing } from "../../letter-draft.ts";
import type { Walk } from "../../session.ts";
import { useForce } from "../../use-force.ts";
import { Alarm } from "./alarm.tsx";
import { Refused } from "./refused.tsx";
import { sendIt } from "./send-it.ts";

/** What goes, who can open it and who can see that it went; then the letter leaves, and the files behind it. */
export function Send({ isAlone = false, ...walk }: Walk & { readonly isAlone?: boolean | undefined }): ReactElement {
  const { session, navigation } = walk;
  useForce(walk);
  const [isAsked, setAsked] = useState(false);
  const { offered, letter, made } = session;
  if (offered?.refused) return <Refused {...walk} refused={offered.refused} />;
  const { force, unanswered } = offered ?? {};
  if (!force)
    return <Page title={unanswered ?? (offered ? t`Nobody takes reports at this address now.` : t`Looking who takes reports here`)} />;
  const pack = made?.forForce === true && !isAlone ? made.pack : undefined;
  const files = (session.importSummary?.originals.length ?? 0) - session.withheld.size;
  const isEmpty = pack === undefined && saysNothing(letter);
  const fault = faultOf(letter);
  const start = (): void => {
    if (!isAsked && (isEmpty || fault !== undefined)) return setAsked(true);
    if (fault !== undefined) return;
    navigation.replace({ name: "sending" });
    sendIt(walk, pack);
  };
  const add = (): void => {
    walk.change(withLetterToCarry(session, letter, pack && "report"));
    navigation.go({ name: "replies" });
  };
  return (
    <Page
      kicker={t`Choose, read, send`}
      title={t`Send it to ${force.name}`}
      actions={
        <>
          <Alarm says={t`This may wait for hours until somebody reads it.`} />
          <button type="button" className="primary" onClick={start}>
            {isEmpty && isAsked ? t`Send it empty all the same` : t`Send it now`}
          </button>
          <button type="button" className="bare underlined" onClick={navigation.back}>
            <Trans>Not now, keep it here</Trans>
          </button>
        </>
      }
    >
      {unanswered !== undefined && (
        <Caveat>
          <p>
            <Trans>{unanswered} You can write your letter now, and send it then.</Trans>
          </p>
        </Caveat>
      )}
      {isAsked && fault !== undefined && <Hindrance says={fault} />}
      {isEmpty && isAsked && <Hindrance says={t`Nothing is written in your letter, and no file goes with it.`} />}
      <Goes title={t`Letter, goes first`} onPress={() => navigation.go({ name: "letter" })}>
        <Trans>{sayLetter(letter)} They can read it before the rest is there.</Trans>
      </Goes>
      <Goes title={t`How to reach you`} onPress={() => navigation.go({ name: "reach" })}>
        {sayReach(letter) || t`You have not said. They can then answer only to your seven words.`} <Trans>In the letter only.</Trans>
      </Goes>
      {pack ? (
        <Goes
          title={plural(files, { one: "The report and its file", other: "The report and its # files" })}
          onPress={() => navigation.go({ name: "report" })}
        >
          <Trans>{saySize(pack.size)}, sealed.</Trans>
        </Goes>
      ) : (
        <Goes title={t`No files`}>
          <Trans>The letter goes alone.</Trans>
        </Goes>
      )}
      <Goes title={t`Have you written to them before?`} onPress={add}>
        <Trans>With your seven words it goes to the same report.</Trans>
      </Goes>
      <Goes title={t`Who can open it`}>
        <Trans>{force.name}, and nobody on the way.</Trans>{" "}
        {force.since
          ? t`Their lock is the one this app knew on ${sayDay(daysFromCivil(force.since))}.`
          : t`This app sees their lock for the first time: it cannot compare it with an earlier one.`}
      </Goes>
      <p className="goes second">
        <Trans>
          Your phone company can see that something went to {force.name}. It can’t see what. Replies stay about {force.weeks} weeks.
        </Trans>
      </p>
    </Page>
  );
}

function sayLetter({ wishes, account, danger }: LetterDraft): string {
  const said = [
    danger === "now" && t`That you are in danger now`,
    account.trim() !== "" && t`what happened`,
    wishes.trim() !== "" && t`what you want`,
  ].filter((part) => part !== false);
  const line = said.join(", ");
  return line === "" ? t`Nothing is written in it yet.` : `${line[0]?.toUpperCase() ?? ""}${line.slice(1)}.`;
}

function Goes({
  title,
  onPress,
  children,
}: {
  readonly title: string;
  readonly onPress?: () => void;
  readonly children: ReactNode;
}): ReactElement {
  const words = (
    <span>
      <strong>{title}</strong>
      <span className="second">{children}</span>
    </span>
  );
  return onPress ? (
    <button type="button" className="row goes" onClick={onPress}>
      {words}
      <Icon name="onward" />
    </button>
  ) : (
    <p className="goes">{words}</p>
  );
}
