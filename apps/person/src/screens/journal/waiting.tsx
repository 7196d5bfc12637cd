import { t } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { type ReactElement, useEffect, useState } from "react";
import { Caveat, Hindrance } from "../../parts/caveats.tsx";
import type { Answer } from "../../engine/protocol.ts";
import { Page } from "../../parts/page.tsx";
import { ProgressView } from "../../parts/progress.tsx";
import { Segments } from "../../parts/segments.tsx";
import { type Walk, withoutImport } from "../../session.ts";
import type { ShownWaiting, WaitingWord } from "../../vault/protocol.ts";
import { apart } from "../../words/apart.ts";
import { NotOpen } from "./not-open.tsx";
import { sayMomentHere } from "./say-when.ts";
import { sayNotDone } from "./use-asked.ts";
import { useSaving } from "./use-saving.ts";

/** Notes that were written while it was locked: for each she says whose it is. What is not decided stays sealed. */
export function Waiting(walk: Walk): ReactElement | null {
  const { vault, navigation } = walk;
  const [notes, setNotes] = useState<readonly ShownWaiting[]>();
  const [words, setWords] = useState<ReadonlyMap<string, WaitingWord>>(new Map());
  const [done, setDone] = useState(0);
  const { isSaving, says, save, dropSays } = useSaving();
  const look = async (): Promise<string | undefined> => {
    const answer = await vault.ask({ ask: "waiting" });
    if (answer.answer !== "waiting") return sayNotDone(answer);
    // The newest first, as they came and not by their hours: a clock can have been set back between two of them.
    setNotes(answer.notes.toReversed());
    return undefined;
  };
  useEffect(() => void save(look), []);
  if (vault.status?.is !== "open") return <NotOpen {...walk} />;
  if (notes === undefined) return says === undefined ? null : <Page title={t`Written while locked`}>{<Hindrance says={says} />}</Page>;
  const decided = notes.filter(({ path }) => words.has(path));
  const goOn = (): void =>
    void save(async () => {
      setDone(0);
      let kept = 0;
      const refused: Answer[] = [];
      // The first that was written gets the first number.
      for (const [i, { path }] of decided.toReversed().entries()) {
        const word = words.get(path);
        if (word === undefined) continue;
        const answer = await vault.ask({ ask: "decide", path, word });
        if (answer.answer === "kept") kept += 1;
        else refused.push(answer);
        setDone(i + 1);
        walk.change(withoutImport);
      }
      const [first] = refused;
      if (first !== undefined) {
        await look();
        const why = sayNotDone(first) ?? "";
        if (kept === 0 && refused.length === 1) return why;
        // Why one was refused is not said of those that are done.
        return t`Done: ${kept} of ${decided.length}. What is still here waits as before. Why the first of these was not done: ${why}`;
      }
      if (decided.length === notes.length) navigation.back();
      else {
        setWords(new Map());
        await look();
      }
      return undefined;
    });
  const open = notes.length - decided.length;
  return (
    <Page
      title={notes.length === 0 ? t`Nothing waits here` : t`Written while locked: ${notes.length}`}
      actions={
        notes.length > 0 && (
          <>
            <button type="button" className="primary" disabled={isSaving || decided.length === 0} onClick={goOn}>
              {decided.length === 0 ? <Trans>Say for each: yours or not</Trans> : <Trans>Go on with these {decided.length}</Trans>}
            </button>
            {open > 0 && (
              <p className="second">
                <Plural value={open} one="# not decided stays here, sealed" other="# not decided stay here, sealed" />
              </p>
            )}
          </>
        )
      }
    >
      {says !== undefined && <Hindrance says={says} />}
      {notes.length > 0 && (
        <Caveat>
          <p>
            <Trans>Whoever holds the phone can write here. So say for each: yours or not.</Trans>
          </p>
        </Caveat>
      )}
      {isSaving && decided.length > 0 && <ProgressView done={done} total={decided.length} says={t`${done} of ${decided.length} done.`} />}
      {notes.map((note) => (
        <Note
          key={note.path}
          {...{ note, word: words.get(note.path) }}
          onChange={(word) => {
            dropSays();
            setWords(new Map([...words, [note.path, word]]));
          }}
        />
      ))}
    </Page>
  );
}

function Note({
  note,
  word,
  onChange,
}: {
  readonly note: ShownWaiting;
  readonly word: WaitingWord | undefined;
  readonly onChange: (word: WaitingWord) => void;
}): ReactElement {
  if ("lost" in note) {
    return (
      <section className="waiting-note">
        <h2>
          <Trans>A note that is gone</Trans>
        </h2>
        <p>
          <Trans>
            It was deleted, or changed by something else, so it cannot be read, and its hour is not known. It can be thrown away.
          </Trans>
        </p>
        <Segments legend={t`This note`} isLegendUnseen options={[["thrown-away", t`Throw away`]]} value={word} onChange={onChange} />
      </section>
    );
  }
  const { at, isHourWrong, words, when, files } = note;
  const moment = sayMomentHere(at);
  return (
    <section className="waiting-note">
      <div className="sides">
        <h2 className="capital">{isHourWrong ? t`The hour is not known` : moment}</h2>
        <span className="second">
          <Plural value={files.length} _0="no file" one="# file" other="# files" />
        </span>
      </div>
      <p className="her-words" dir="auto">
        {words}
      </p>
      {isHourWrong && (
        <p className="second">
          <Trans>The clock of this device said {moment}, which cannot be.</Trans>
        </p>
      )}
      {when !== undefined && (
        <p className="second">
          <Trans>
            When it happened, as it says: <bdi>{when}</bdi>
          </Trans>
        </p>
      )}
      {files.length > 0 && <p className="second">{files.map(({ name }) => apart(name)).join(", ")}</p>}
      <Segments
        legend={isHourWrong ? t`This note` : t`The note of ${moment}`}
        isLegendUnseen
        options={[
          ["hers", t`I wrote it`],
          ["found", t`Not me, keep it`],
          ["thrown-away", t`Throw away`],
        ]}
        value={word}
        onChange={onChange}
      />
      {word === "found" && (
        <p className="second">
          <Trans>Kept as found: “not written by you”.</Trans>
        </p>
      )}
      {word === "thrown-away" && (
        <p className="second">
          <Trans>Its words go for good. That there was a note stays noted.</Trans>
        </p>
      )}
    </section>
  );
}
