import { daysFromCivil } from "@unmask/core";
import { sayCount, sayDay, saySize } from "@unmask/words";
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
    return <Page title={unanswered ?? (offered ? "Nobody takes reports at this address now." : "Looking who takes reports here")} />;
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
      kicker="Choose, read, send"
      title={`Send it to ${force.name}`}
      actions={
        <>
          <Alarm says="This may wait for hours until somebody reads it." />
          <button type="button" className="primary" onClick={start}>
            {isEmpty && isAsked ? "Send it empty all the same" : "Send it now"}
          </button>
          <button type="button" className="bare underlined" onClick={navigation.back}>
            Not now, keep it here
          </button>
        </>
      }
    >
      {unanswered !== undefined && (
        <Caveat>
          <p>{unanswered} You can write your letter now, and send it then.</p>
        </Caveat>
      )}
      {isAsked && fault !== undefined && <Hindrance says={fault} />}
      {isEmpty && isAsked && <Hindrance says="Nothing is written in your letter, and no file goes with it." />}
      <Goes title="Letter, goes first" onPress={() => navigation.go({ name: "letter" })}>
        {sayLetter(letter)} They can read it before the rest is there.
      </Goes>
      <Goes title="How to reach you" onPress={() => navigation.go({ name: "reach" })}>
        {sayReach(letter) || "You have not said. They can then answer only to your seven words."} In the letter only.
      </Goes>
      {pack ? (
        <Goes
          title={`The report and ${files === 1 ? "its file" : `its ${sayCount(files, "file")}`}`}
          onPress={() => navigation.go({ name: "report" })}
        >
          {saySize(pack.size)}, sealed.
        </Goes>
      ) : (
        <Goes title="No files">The letter goes alone.</Goes>
      )}
      <Goes title="Have you written to them before?" onPress={add}>
        With your seven words it goes to the same report.
      </Goes>
      <Goes title="Who can open it">
        {force.name}, and nobody on the way.{" "}
        {force.since
          ? `Their lock is the one this app knew on ${sayDay(daysFromCivil(force.since))}.`
          : "This app sees their lock for the first time: it cannot compare it with an earlier one."}
      </Goes>
      <p className="goes second">
        Your phone company can see that something went to {force.name}. It can’t see what. Replies stay about {force.weeks} weeks.
      </p>
    </Page>
  );
}

function sayLetter({ wishes, account, danger }: LetterDraft): string {
  const said = [
    danger === "now" && "That you are in danger now",
    account.trim() !== "" && "what happened",
    wishes.trim() !== "" && "what you want",
  ].filter((part) => part !== false);
  const line = said.join(", ");
  return line === "" ? "Nothing is written in it yet." : `${line[0]?.toUpperCase() ?? ""}${line.slice(1)}.`;
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
