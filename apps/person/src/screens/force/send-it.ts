import { t } from "@lingui/core/macro";
import type { Answer, Progress } from "../../engine/protocol.ts";
import { saidIn } from "../../letter-draft.ts";
import { type AnswerPack, type Sending, type Walk, withLetterThere } from "../../session.ts";

/** Starts the letter and the files behind it. They go on whatever screen she is on, until she stops them or leaves. */
export function sendIt({ session, change, engine }: Walk, pack: Blob | undefined): void {
  const first: Sending = { stage: "letter", hasFiles: pack !== undefined, doing: t`Getting ready`, done: 0, total: pack?.size ?? 0 };
  const follow = followerOf(first, change);
  change({ sentPack: pack });
  void engine.ask({ ask: "send", said: saidIn(session.letter), ...(pack && { pack }) }, follow.progress).then(follow.end);
}

/** Goes on with files that were stopped. */
export function goOnSending({ change, engine }: Pick<Walk, "change" | "engine">, sending: Sending): void {
  const follow = followerOf({ ...sending, stage: "files" }, change);
  void engine.ask({ ask: "go on", of: "letter" }, follow.progress).then(follow.end);
}

/** Starts the pack behind an answer that is there, or goes on with it. It goes on whatever screen she is on. */
export function goOnWithPack(
  { change, engine }: Pick<Walk, "change" | "engine">,
  { total, mailbox }: Pick<AnswerPack, "total" | "mailbox">,
): void {
  let answerPack: AnswerPack = { stage: "on its way", done: 0, total, mailbox };
  const set = (more: Partial<AnswerPack>): void => change({ answerPack: (answerPack = { ...answerPack, ...more }) });
  set({});
  void engine
    .ask({ ask: "go on", of: "answer" }, ({ done }) => set({ done }))
    .then((answer) => {
      if (answer.answer === "sent") set(answer.isWhole ? { stage: "there", done: total } : { stage: "stopped" });
      // The worker is gone, and the pack with it: by her own wish where it was stopped.
      else change({ answerPack: undefined, ...(answer.answer !== "stopped" && { answering: { says: sayNotSent(answer) } }) });
    });
}

function followerOf(first: Sending, change: Walk["change"]) {
  let now = first;
  const set = (more: Partial<Sending>): void => change({ sending: (now = { ...now, ...more }) });
  set({});
  return {
    progress({ doing, done, total, words }: Progress): void {
      if (words !== undefined) {
        change(withLetterThere(words));
        set({ stage: "files", done: 0 });
      } else if (now.stage === "files") set({ done, total: total || now.total });
      else set({ doing });
    },
    end(answer: Answer): void {
      if (answer.answer === "sent") set(answer.isWhole ? { stage: "whole", done: now.total } : { stage: "stopped" });
      else if (now.stage === "files") set({ stage: "stopped" });
      else set({ stage: "not sent", says: sayNotSent(answer), mayBeThere: answer.answer === "not sent" && answer.mayBeThere === true });
    },
  };
}

function sayNotSent(answer: Answer): string {
  if (answer.answer === "not sent" || answer.answer === "failed") return answer.says;
  return t`You stopped before anybody said that the letter is there.`;
}
