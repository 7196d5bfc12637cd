import { saySize } from "@unmask/words";
import { type ReactElement, type ReactNode, useEffect, useRef, useState } from "react";
import { Hindrance } from "../../parts/caveats.tsx";
import { Page } from "../../parts/page.tsx";
import { Picker } from "../../parts/picker.tsx";
import { ProgressView } from "../../parts/progress.tsx";
import { beginsAsPack, noPack, packBegins } from "../../engine/begins-as-pack.ts";
import type { HandedFile } from "../../engine/protocol.ts";
import { type AnswerDraft, emptyAnswer, saidInAnswer } from "../../letter-draft.ts";
import type { Addition, Answering, Walk } from "../../session.ts";
import { Alarm } from "./alarm.tsx";
import { DangerField, Field, ReachFields } from "./letter-fields.tsx";
import { Words } from "./words.tsx";

/**
 * Her answer: words, a pack, or both, with the same seven words. What they asked stands above the field. What she has begun to write stays in this
 * page's memory, and nowhere else, until it went or she forgets it.
 */
export function WriteBack({
  about,
  session: { draft, made, sentPack, addition, replies, wrote, answering },
  change,
  navigation,
  engine,
}: Walk & {
  /** The question; empty where she writes of herself. */
  readonly about: string;
}): ReactElement {
  const { going, isCut = false, says } = answering;
  const name = replies?.name ?? "the police";
  const { adds, picked } = addition;
  const set = (said: Partial<AnswerDraft>): void => change({ draft: { ...draft, ...said } });
  const add = (adds: Addition["adds"]): void => change({ addition: { ...addition, adds } });
  const report = made?.forForce === true && made.pack !== sentPack ? made.pack : undefined;
  const pack = adds === "saved" ? picked?.file : adds === "report" ? report : undefined;
  const [isOther, setOther] = useState(false);
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
    const follow = (going: Answering["going"] & object): void => change({ answering: { going, isCut } });
    follow({ doing: "Sending", done: 0, total: 0 });
    const answer = await engine.ask(isCut ? { ask: "go on" } : { ask: "write back", said: saidInAnswer(draft), pack }, follow);
    if (answer.answer !== "sent") {
      const isTold = answer.answer === "not sent" || answer.answer === "failed";
      change({ answering: { isCut, says: isTold ? answer.says : "You stopped before anybody said that it is there." } });
      return;
    }
    if (!isCut) {
      const sent = adds === "report" ? report : sentPack;
      change({ wrote: [sayWritten(draft), ...wrote], draft: emptyAnswer, addition: {}, sentPack: sent });
    }
    change({ answering: { isCut: !answer.isWhole, isThere: answer.isWhole } });
    if (!answer.isWhole) return;
    change({ about: undefined });
    if (isHere.current) navigation.back();
  };
  if (going) {
    return (
      <Page
        title="It is on its way."
        actions={
          <button type="button" className="secondary" onClick={engine.stopSending}>
            Stop
          </button>
        }
      >
        <ProgressView done={going.done} total={going.total} says={`${going.doing}.`} />
      </Page>
    );
  }
  return (
    <Page
      title={isCut ? "Your words are there. The pack has stopped." : about === "" ? `Write back to ${name}` : `Answer ${name}`}
      actions={
        <>
          {!isCut && <Alarm says="This may wait for hours until somebody reads it." />}
          <button type="button" className="primary" onClick={() => void go()}>
            {isCut ? "Go on with the pack" : "Send it now"}
          </button>
          <button type="button" className="bare underlined" onClick={navigation.back}>
            Not now
          </button>
        </>
      }
    >
      {says !== undefined && <Hindrance says={says} />}
      {isCut ? (
        <p>While this page is open, it goes on from where it was.</p>
      ) : (
        <>
          {about !== "" && <Words says={about} />}
          <DangerField value={draft.danger} onChange={(danger) => set({ danger })} />
          <Field label="What you want to say">
            {(id) => (
              <textarea id={id} dir="auto" rows={7} value={draft.account} onChange={({ target }) => set({ account: target.value })} />
            )}
          </Field>
          <details>
            <summary>Another way to reach you</summary>
            <p>It takes the place of what you said before.</p>
            <ReachFields said={draft} onChange={set} />
          </details>
          {report && (
            <Adds isChosen={adds === "report"} onChoose={(is) => add(is ? "report" : undefined)}>
              Add the report that you made here, {saySize(report.size)}
            </Adds>
          )}
          {picked && (
            <Adds isChosen={adds === "saved"} onChoose={(is) => add(is ? "saved" : undefined)}>
              Add <bdi>{picked.name}</bdi>, {saySize(picked.file.size)}
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
              {picked ? "Choose another pack" : "Add a pack that you saved"}
            </Picker>
          </div>
          <p className="second">A saved pack’s name ends in .age. They can open it only if you said so when you made it.</p>
          <p className="second">
            It goes sealed to them, with the same seven words. What you write stays in this page until you send it, close the page, or
            leave.
            {!report && !picked && " To add new files, make a report of them first, then come back here with your words."}
          </p>
        </>
      )}
    </Page>
  );
}

function sayWritten({ account, danger, ...reach }: AnswerDraft): string {
  if (account.trim() !== "") return account.trim();
  if (danger === "now") return "That you are in danger now.";
  return Object.values(reach).some((part) => part.trim() !== "") ? "Another way to reach you." : "A pack, without words.";
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
