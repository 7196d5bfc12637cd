import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, type ReactNode, useEffect, useState } from "react";
import { begunPaper, withWriting } from "../../begun-writing.ts";
import { Hindrance } from "../../parts/caveats.tsx";
import { Page } from "../../parts/page.tsx";
import { TextField } from "../../parts/text-field.tsx";
import type { Walk } from "../../session.ts";
import type { Paper } from "../../vault/protocol.ts";
import { endSaved, endWriting, makeWay } from "./keep-writing.ts";
import { NotOpen } from "./not-open.tsx";
import { sayMomentHere } from "./say-when.ts";
import { said } from "./told-in.ts";
import { sayNotDone } from "./use-asked.ts";
import { ThrowAway } from "./throw-away.tsx";
import { useSaving } from "./use-saving.ts";

/** Notes for herself alone: they can be destroyed, and are in no report. */
export function PrivateNotes(walk: Walk): ReactElement | null {
  return (
    <Papers
      {...walk}
      kind="note"
      title={t`Private notes`}
      says={t`A new note`}
      other={{ says: t`Plan to stay safe`, onPress: () => walk.navigation.go({ name: "safety-plan" }) }}
    >
      <p>
        <Trans>For you alone. They are apart from what you wrote about what happened, go into no report, and can be destroyed.</Trans>
      </p>
    </Papers>
  );
}

/** Her plan: where she goes, whom she calls. Apart from all that goes to anybody. */
export function SafetyPlan(walk: Walk): ReactElement | null {
  return (
    <Papers
      {...walk}
      kind="plan"
      title={t`Plan to stay safe`}
      says={t`A new part of the plan`}
      other={{ says: t`Private notes`, onPress: () => walk.navigation.go({ name: "private-notes" }) }}
    >
      <p>
        <Trans>
          Who can come, where you can go, what to take, a word that means “call the police”. It goes into no report. People who can help
          make such a plan with you every day.
        </Trans>
      </p>
    </Papers>
  );
}

function Papers({
  kind,
  title,
  says: newSays,
  other,
  children,
  ...walk
}: Walk & {
  readonly kind: "note" | "plan";
  readonly title: string;
  readonly says: string;
  readonly other: { readonly says: string; readonly onPress: () => void };
  readonly children: ReactNode;
}): ReactElement | null {
  const { session, change, vault } = walk;
  const writing = begunPaper(session.begun, kind);
  const { words: typed, instead: changing } = writing;
  const [held, setHeld] = useState<{ readonly papers: readonly Paper[]; readonly lost: number }>();
  const [status, setStatus] = useState("");
  const { isSaving, says, save, dropSays } = useSaving();
  const look = async (): Promise<string | undefined> => {
    const answer = await vault.ask({ ask: "papers" });
    if (answer.answer === "papers") setHeld(answer);
    return sayNotDone(answer);
  };
  useEffect(() => void save(look), []);
  if (vault.status?.is !== "open") return <NotOpen {...walk} />;
  if (held === undefined) return says === undefined ? null : <Page title={title}>{<Hindrance says={says} />}</Page>;
  const shown = held.papers.filter((paper) => paper.kind === kind || (kind === "note" && paper.kind === "self-check")).reverse();
  const keep = (): void =>
    void save(async () => {
      const words = said(typed);
      if (words === undefined) return t`Write something first.`;
      const answer = await vault.ask({ ask: "write paper", kind, words, ...(changing !== undefined && { path: changing }) });
      if (answer.answer !== "kept") return sayNotDone(answer) ?? t`It was not saved. Your words are still in this page.`;
      await endSaved(walk, writing, answer);
      const why = await look();
      setStatus(t`Saved.`);
      return why;
    });
  const destroy = (path: string): void =>
    void save(async () => {
      const answer = await vault.ask({ ask: "destroy paper", path });
      if (answer.answer !== "kept") return sayNotDone(answer) ?? t`It was not destroyed. It is still here.`;
      if (path === changing) await endWriting(walk, writing);
      const why = await look();
      setStatus(t`Destroyed.`);
      return why;
    });
  const writeAnew = ({ path, words }: Paper): void => {
    scrollTo(0, 0);
    if (path === changing) return;
    void save(async () => {
      const anew = { of: kind, words, instead: path };
      if (!(await makeWay(walk, anew))) return t`There is no room to keep what you typed. Save it or throw it away first.`;
      change({ begun: withWriting(walk.now().begun, anew) });
      return undefined;
    });
  };
  return (
    <Page
      title={title}
      actions={
        <button type="button" className="primary" disabled={isSaving} onClick={keep}>
          <Trans>Save</Trans>
        </button>
      }
    >
      {says !== undefined && <Hindrance says={says} />}
      {children}
      <p role="status" className={status === "" ? "unseen" : "second"}>
        {status}
      </p>
      <TextField
        says={changing === undefined ? newSays : t`Write it anew`}
        rows={5}
        value={typed}
        onChange={(words) => {
          dropSays();
          setStatus("");
          change({ begun: withWriting(session.begun, { ...writing, words }) });
        }}
      />
      {typed.trim() !== "" && <ThrowAway onPress={() => void endWriting(walk, writing)} />}
      {shown.map((paper) => (
        <OnePaper
          key={paper.path}
          paper={paper}
          onDestroy={() => destroy(paper.path)}
          {...(paper.kind === kind && {
            onChange: () => writeAnew(paper),
          })}
        />
      ))}
      {held.lost > 0 && (
        <p className="amber">
          <Trans>A note is missing, or was changed by something else.</Trans>
        </p>
      )}
      <p>
        <button type="button" className="bare underlined" onClick={other.onPress}>
          {other.says}
        </button>
      </p>
    </Page>
  );
}

function OnePaper({
  paper: { kind, at, words },
  onDestroy,
  onChange,
}: {
  readonly paper: Paper;
  readonly onDestroy: () => void;
  readonly onChange?: () => void;
}): ReactElement {
  const moment = sayMomentHere(at);
  return (
    <section className="added">
      <h2 className="capital">{kind === "self-check" ? t`What you answered, ${moment}` : moment}</h2>
      <p className="her-words" dir="auto">
        {words}
      </p>
      <p className="sides">
        {onChange && (
          <button type="button" className="bare underlined" onClick={onChange}>
            <Trans>
              Change<span className="unseen"> the note of {moment}</span>
            </Trans>
          </button>
        )}
        <button type="button" className="bare underlined" onClick={onDestroy}>
          <Trans>
            Destroy it for good<span className="unseen">: the note of {moment}</span>
          </Trans>
        </button>
      </p>
    </section>
  );
}
