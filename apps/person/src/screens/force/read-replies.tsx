import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { isAnsweredAfter, sayHasLetter, saySize, sayUnopened } from "@unmask/words";
import type { ReactElement, ReactNode } from "react";
import type { ForceAnswer, ShownReply } from "../../engine/force-protocol.ts";
import { Page } from "../../parts/page.tsx";
import type { Walk } from "../../session.ts";
import { PackStands } from "./pack-stands.tsx";
import { Words } from "./words.tsx";

type FoundReplies = Omit<Extract<ForceAnswer, { answer: "replies" }>, "answer">;

/** The newest words of a person as a letter, the others folded, and hers to write back: what they asked is answered where it stands. */
export function ReadReplies({
  name,
  replies,
  notUnderstood,
  onForget,
  ...walk
}: Walk & FoundReplies & { readonly onForget: () => void }): ReactElement {
  const { wrote } = walk.session;
  // A receipt that a machine wrote for her own letter lies over no words of a person.
  const newest = replies.find(({ kind }) => kind !== "acknowledgement" && kind !== "proof") ?? replies[0];
  const since = newest === undefined ? [] : replies.slice(0, replies.indexOf(newest));
  // What she wrote since may have answered it.
  const asks = newest?.kind === "question" && !since.some(({ kind }) => kind === "acknowledgement");
  const others = replies.filter((reply) => reply !== newest);
  const acknowledged = replies.find((reply) => reply.kind === "acknowledgement");
  const oldestFirst = replies.toReversed();
  const headOf = (reply: ShownReply): string => sayHead(reply, name, isAnsweredAfter(oldestFirst, oldestFirst.indexOf(reply)));
  const answer = (about: string): void => {
    walk.change({ about });
    walk.navigation.go({ name: "write-back" });
  };
  return (
    <Page
      title={newest === undefined ? name : headOf(newest)}
      actions={
        <>
          <button type="button" className="primary" onClick={() => answer(asks ? newest.says : "")}>
            {asks ? t`Answer` : t`Write back`}
          </button>
          <button type="button" className="bare underlined" onClick={() => walk.navigation.go({ name: "help" })}>
            <Trans>Who can help me</Trans>
          </button>
        </>
      }
    >
      <p className="sides">
        <span>
          {acknowledged && (
            <>
              <Trans>
                Your reference <strong>{acknowledged.reference}</strong>
              </Trans>
            </>
          )}
        </span>
        <button type="button" className="bare underlined" onClick={onForget}>
          <Trans>Close and forget</Trans>
        </button>
      </p>
      <PackStands {...walk} />
      {newest && <Body reply={newest} {...(!asks && { onAnswer: answer })} />}
      {acknowledged && acknowledged !== newest && <Contact says={acknowledged.contact} />}
      {wrote.map((account, at) => (
        <Folded
          key={at}
          title={
            <span className="hers">
              <Trans>You wrote just now</Trans>
            </span>
          }
          line={account}
        >
          <Words says={account} />
        </Folded>
      ))}
      {others.map((reply, at) => (
        <Folded key={at} title={headOf(reply)} line={lineOf(reply)}>
          <Body reply={reply} onAnswer={answer} />
        </Folded>
      ))}
      {notUnderstood > 0 && (
        <p>
          <Trans>Something else is here that these pages cannot read. Ring 101 and say so.</Trans>
        </p>
      )}
      <p className="second">
        <Trans>Replies stay about 26 weeks. Only this phone knows that you have read them: the police do not.</Trans>
      </p>
    </Page>
  );
}

function sayHead(reply: ShownReply, name: string, isAnswered: boolean): string {
  switch (reply.kind) {
    case "acknowledgement":
      return sayHasLetter(name, isAnswered);
    case "proof":
      return reply.verdict === "not proved" ? t`Something about your report` : t`Your report arrived`;
    case "unopened":
      return t`They cannot open what you sent`;
    case "question":
      return t`${name} asks`;
    case "update":
      return t`${name} writes`;
  }
}

function lineOf(reply: ShownReply): string {
  switch (reply.kind) {
    case "acknowledgement":
      return t`Your reference is ${reply.reference}.`;
    case "proof":
      return sayProof(reply);
    case "unopened":
      return sayUnopened(reply.reason);
    case "question":
    case "update":
      return reply.says;
  }
}

function sayProof({ verdict, size }: Extract<ShownReply, { kind: "proof" }>): string {
  if (verdict === "same") return t`They hold the same ${saySize(size ?? 0)} that you sent: checked on this phone.`;
  if (verdict === "proved")
    return t`They hold a report, and their log proves it: checked on this phone. The file that you sent is not here to compare.`;
  return t`They say that they hold a report, but the proof does not hold. Ring 101 and say so.`;
}

function Body({ reply, onAnswer }: { readonly reply: ShownReply; readonly onAnswer?: (says: string) => void }): ReactElement {
  switch (reply.kind) {
    case "acknowledgement":
      return (
        <>
          <Contact says={reply.contact} />
          <p>
            <Trans>The reference of this letter is {reply.reference}.</Trans>
          </p>
        </>
      );
    case "proof":
      return (
        <>
          <p>{sayProof(reply)}</p>
          <p className="second">
            <Trans>Its fingerprint begins {reply.sha256.slice(0, 8)}. If you saved the pack, “sha256sum” shows the same.</Trans>
          </p>
        </>
      );
    case "unopened":
      return (
        <>
          <p>{sayUnopened(reply.reason)}</p>
          <p className="second">
            <Trans>Its fingerprint begins {reply.sha256.slice(0, 8)}.</Trans>
          </p>
        </>
      );
    case "question":
      return (
        <>
          <Words says={reply.says} />
          {onAnswer && (
            <button type="button" className="bare underlined" onClick={() => onAnswer(reply.says)}>
              <Trans>Answer this</Trans>
            </button>
          )}
        </>
      );
    case "update":
      return <Words says={reply.says} />;
  }
}

/** Whom to ask, in the force's own words: they are a sentence, or a name and a number, and stand by themselves. */
function Contact({ says }: { readonly says: string }): ReactElement {
  return (
    <p>
      <Trans>
        Whom to ask: <bdi>{says}</bdi>
      </Trans>
    </p>
  );
}

/** UTF-16 units of a folded reply that its line shows. */
const lineLength = 90;

function Folded({
  title,
  line,
  children,
}: {
  readonly title: ReactNode;
  readonly line: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <details>
      <summary>
        <span>
          <strong>{title}</strong>
          <span className="second brief" dir="auto">
            {line.length > lineLength ? `${line.slice(0, lineLength)}…` : line}
          </span>
        </span>
      </summary>
      {children}
    </details>
  );
}
