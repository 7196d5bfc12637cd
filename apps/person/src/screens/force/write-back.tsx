import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { saySize } from "@unmask/words";
import { type ReactElement, type ReactNode, useEffect, useRef, useState } from "react";
import { Hindrance } from "../../parts/caveats.tsx";
import { Page } from "../../parts/page.tsx";
import { Picker } from "../../parts/picker.tsx";
import { ProgressView } from "../../parts/progress.tsx";
import { beginsAsPack, noPack, packBegins } from "../../engine/begins-as-pack.ts";
import type { HandedFile } from "../../engine/protocol.ts";
import { type LetterDraft, emptyLetter, faultOf, saidInAnswer, sayWritten } from "../../letter-draft.ts";
import type { Addition } from "../../begun-answer.ts";
import { type Walk, isPackStanding } from "../../session.ts";
import { Alarm } from "./alarm.tsx";
import { AboutFields, DangerField, Field, ReachFields } from "./letter-fields.tsx";
import { PackStands } from "./pack-stands.tsx";
import { goOnWithPack } from "./send-it.ts";
import { Words } from "./words.tsx";

/**
 * Her answer: words, a pack, or both, with the same seven words. What they asked stands above the field. What she has begun to write stays in this
 * page's memory, and nowhere else, until it went or she forgets it.
 */
export function WriteBack({
  about,
  session,
  change,
  navigation,
  engine,
}: Walk & {
  /** The question; empty where she writes of herself. */
  readonly about: string;
}): ReactElement {
  const { draft, letter, made, sentPack, addition, replies, wrote, answering } = session;
  const { going, says } = answering;
  const name = replies?.name ?? t`the police`;
  const { adds, picked } = addition;
  const set = (said: Partial<LetterDraft>): void => change({ draft: { ...draft, ...said } });
  const add = (adds: Addition["adds"]): void => change({ addition: { ...addition, adds } });
  // One pack at a time: her words wait for none.
  const takesPack = !isPackStanding(session);
  const report = made?.forForce === true && made.pack !== sentPack ? made.pack : undefined;
  const added = adds === "saved" ? picked?.file : adds === "report" ? report : undefined;
  const pack = takesPack ? added : undefined;
  const [isOther, setOther] = useState(false);
  const fault = faultOf(draft);
  const [isFaulty, setFaulty] = useState(false);
  // What is begun stands open, or she would not see that it goes; she can close it.
  const [begun] = useState(() => begunIn(draft));
  // It goes on while she is on the page of help; what is there then is found when she comes back.
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => void (isHere.current = false);
  }, []);
  const choose = async (handed: HandedFile): Promise<void> => {
    const begins = await handed.file
      .slice(0, packBegins)
      .arrayBuffer()
      .catch(() => undefined);
    const isPack = begins !== undefined && beginsAsPack(new Uint8Array(begins));
    setOther(!isPack);
    if (isPack) change({ addition: { adds: "saved", picked: handed } });
  };
  const go = async (): Promise<void> => {
    if (fault !== undefined) return setFaulty(true);
    const follow = ({ doing }: { readonly doing: string }): void => change({ answering: { going: doing } });
    follow({ doing: t`Sending` });
    const answer = await engine.ask({ ask: "write back", said: saidInAnswer(draft), pack }, follow);
    if (answer.answer !== "sent") {
      const isTold = answer.answer === "not sent" || answer.answer === "failed";
      change({ answering: { says: isTold ? answer.says : t`You stopped before anybody said that it is there.` } });
      return;
    }
    // What she wrote for a first letter went as this answer: it is not to go again as another report.
    const isLetter = JSON.stringify(draft) === JSON.stringify(letter);
    change({
      wrote: [sayWritten(draft, pack !== undefined), ...wrote],
      draft: emptyLetter,
      ...(takesPack && { addition: {} }),
      ...(pack && adds === "report" && { sentPack: pack }),
      ...(isLetter && { letter: emptyLetter }),
      answering: { isThere: answer.isWhole },
      about: undefined,
    });
    if (pack) goOnWithPack({ change, engine }, { total: pack.size, mailbox: replies?.mailbox });
    if (isHere.current) navigation.back();
  };
  if (going !== undefined) {
    return (
      <Page
        title={t`It is on its way.`}
        actions={
          <button type="button" className="secondary" onClick={() => engine.stopSending("answer")}>
            <Trans>Stop</Trans>
          </button>
        }
      >
        <ProgressView done={0} total={0} says={`${going}.`} />
      </Page>
    );
  }
  return (
    <Page
      title={about === "" ? t`Write back to ${name}` : t`Answer ${name}`}
      actions={
        <>
          <Alarm says={t`This may wait for hours until somebody reads it.`} />
          <button type="button" className="primary" onClick={() => void go()}>
            <Trans>Send it now</Trans>
          </button>
          <button type="button" className="bare underlined" onClick={navigation.back}>
            <Trans>Not now</Trans>
          </button>
        </>
      }
    >
      {says !== undefined && <Hindrance says={says} />}
      {isFaulty && fault !== undefined && <Hindrance says={fault} />}
      <PackStands {...{ session, change, engine }} />
      {about !== "" && <Words says={about} />}
      <DangerField value={draft.danger} onChange={(danger) => set({ danger })} />
      <Field of="account" label={t`What you want to say`} rows={7} said={draft} onChange={set} />
      <details open={begun.isReach}>
        <summary>
          <Trans>Another way to reach you</Trans>
        </summary>
        <p>
          <Trans>It takes the place of what you said before. Of a new number, say again whether they may leave a message.</Trans>
        </p>
        <ReachFields said={draft} onChange={set} />
      </details>
      <details open={begun.isAbout}>
        <summary>
          <Trans>What you want, and who and where you are</Trans>
        </summary>
        <AboutFields said={draft} onChange={set} />
      </details>
      {takesPack && (
        <>
          {report && (
            <Adds isChosen={adds === "report"} onChoose={(is) => add(is ? "report" : undefined)}>
              <Trans>Add the report that you made here, {saySize(report.size)}</Trans>
            </Adds>
          )}
          {picked && (
            <Adds isChosen={adds === "saved"} onChoose={(is) => add(is ? "saved" : undefined)}>
              <Trans>
                Add <bdi>{picked.name}</bdi>, {saySize(picked.file.size)}
              </Trans>
            </Adds>
          )}
          {/* It takes no focus, which would stand nowhere once the right file is chosen. */}
          {isOther && (
            <p className="mind" role="alert">
              {noPack}
            </p>
          )}
          <div className="pickers">
            <Picker
              picks="one"
              onPicked={([file]) => {
                if (file) void choose(file);
              }}
            >
              {picked ? t`Choose another pack` : t`Add a pack that you saved`}
            </Picker>
          </div>
          <p className="second">
            <Trans>A saved pack’s name ends in .age. They can open it only if you said so when you made it.</Trans>
          </p>
        </>
      )}
      <p className="second">
        <Trans>It goes sealed to them, with the same seven words. Until then it stays in this page.</Trans>
        {!report && !picked && ` ${t`To add new files, make a report of them first, then come back here with your words.`}`}
      </p>
    </Page>
  );
}

/** Which of the folded fields she has begun. */
function begunIn(draft: LetterDraft): { readonly isReach: boolean; readonly isAbout: boolean } {
  const { contactBrief, danger: _, account: __, ...about } = saidInAnswer(draft);
  return { isReach: contactBrief !== undefined, isAbout: Object.keys(about).length > 0 };
}

function Adds({
  isChosen,
  onChoose,
  children,
}: {
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <label className="choice">
      <input type="checkbox" checked={isChosen} onChange={({ target }) => onChoose(target.checked)} />
      <span>{children}</span>
    </label>
  );
}
