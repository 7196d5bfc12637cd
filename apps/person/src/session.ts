import type { SupportNeed, SupportPlace } from "@unmask/law";
import type { Channel, DateOrder, StatedGap, StatementDocument, Stop, StopKind } from "@unmask/core";
import type { Engine } from "./engine/client.ts";
import type { ForceAnswer, OfferedForce } from "./engine/force-protocol.ts";
import type { Answer, ImportSummary, HandedFile, TimelineView, Made, ShownFinding } from "./engine/protocol.ts";
import { type BegunAnswers, noneBegun, putAside } from "./begun-answer.ts";
import { type BegunWriting, withWriting } from "./begun-writing.ts";
import { type DayDraft, civilDayOf, dayOfDraft, emptyDay } from "./day-draft.ts";
import { type LetterDraft, emptyLetter } from "./letter-draft.ts";
import type { Keeping } from "./screens/keep/keeping.ts";
import type { Navigation } from "./navigation.ts";
import { noWords } from "./typed-words.ts";
import type { KeptHere } from "./vault/use-vault.ts";

/** What this session holds: in the page's memory alone, gone when the page is closed. */
export interface Session extends BegunAnswers {
  /** What she kept of the questions of the first page, as text. */
  readonly selfCheck?: string | undefined;
  /** What she has begun to write in her notes. */
  readonly begun: readonly BegunWriting[];
  /** She made a new passphrase since it was opened. */
  readonly isPassphraseNew: boolean;
  /** She does not want to see today how much is kept. */
  readonly isHomeHidden: boolean;
  readonly files: readonly HandedFile[];
  readonly zone: string;
  readonly dateOrder?: DateOrder | undefined;
  readonly importSummary?: ImportSummary | undefined;
  /** What became of the files that were taken in last. */
  readonly takenIn?: Extract<Answer, { answer: "taken in" }> | undefined;
  /** What she stated, as it was kept last. */
  readonly statement?: StatementDocument | undefined;
  readonly sideByNormal: ReadonlyMap<string, Side>;
  readonly toldToStop: DayDraft;
  readonly blocked: readonly DayDraft[];
  readonly anniversaries: readonly { readonly day: DayDraft; readonly label: string }[];
  readonly gaps: readonly GapDraft[];
  /** One place a line. */
  readonly places: string;
  readonly view?: TimelineView | undefined;
  readonly findings?: readonly ShownFinding[] | undefined;
  readonly herName: string;
  readonly impact: string;
  /** One key a line. */
  readonly recipients: string;
  /** Names of files that she holds back. */
  readonly withheld: ReadonlySet<string>;
  readonly pdfOnly: boolean;
  /** Whether the force that takes reports at this address may open the pack. */
  readonly forForce: boolean;
  readonly made?: Made | undefined;
  /** Who takes reports at this address, or why nothing goes there; undefined: nobody, or not known yet. */
  readonly offered?: OfferedForce | undefined;
  readonly letter: LetterDraft;
  /** Where the letter, and what it has done to her days, are sealed that were taken up again. */
  readonly sealedAt: { readonly letter?: string | undefined; readonly impact?: string | undefined };
  readonly sending?: Sending | undefined;
  /** The pack that went last: it is not offered again. */
  readonly sentPack?: Blob | undefined;
  /** The seven words as she types them to read the replies. */
  readonly typed: readonly string[];
  /** What they opened. It is here, and not on its screen, so that it stands there again when she comes back from the page of help. */
  readonly replies?: Extract<ForceAnswer, { answer: "replies" }> | undefined;
  /** The question that she answers; empty where she writes of herself. */
  readonly about?: string | undefined;
  /** What she has written back since, newest first. */
  readonly wrote: readonly string[];
  readonly answering: Answering;
  /** The pack behind her answer, once the answer is there. */
  readonly answerPack?: AnswerPack | undefined;
  /** The seven words, from the moment that the letter is there until she has typed them back or begins another letter. */
  readonly words?: string | undefined;
  /** Whether she has seen the words of the letter that stands: before that no other letter takes its place. */
  readonly wereWordsShown: boolean;
  /** Where she lives and what she needs, as she looks for people who can help. */
  readonly asked: { readonly place: SupportPlace; readonly need: SupportNeed };
  /** What is under way where she says what is kept on this device. */
  readonly keeping: Keeping;
  /** Why the last thing she asked for was not done. */
  readonly hindrance?: string | undefined;
}

/** Her answer on its way. */
export interface Answering {
  /** What is being done. */
  readonly going?: string;
  /** Why it did not go. */
  readonly says?: string;
  /** It is there; what became of its pack is told by itself. */
  readonly isThere?: boolean;
}

/** The pack behind an answer. She can write again beside it, so that danger waits for no upload. */
export interface AnswerPack {
  readonly stage: "on its way" | "stopped" | "there";
  /** Of the words that it was sent with. */
  readonly mailbox: string | undefined;
  /** Bytes. */
  readonly done: number;
  readonly total: number;
}

/** A letter and its files on their way. */
export interface Sending {
  readonly stage: "letter" | "files" | "stopped" | "whole" | "not sent";
  readonly hasFiles: boolean;
  readonly doing: string;
  /** Bytes of the files. */
  readonly done: number;
  readonly total: number;
  /** Why nothing is known to be sent. */
  readonly says?: string;
  /** Whether the letter left all the same: it stands until they have said that it is there. */
  readonly mayBeThere?: boolean;
}

/**
 * Whether a letter is on its way or there, or may be. It then stands in the place of a new one, whatever she presses: Back is where the thumb is, and
 * the words of a letter that was lost sight of are lost for good.
 */
export function isLetterStanding({ sending }: Pick<Session, "sending">): boolean {
  return sending !== undefined && (sending.stage !== "not sent" || sending.mayBeThere === true);
}

/** Whether the pack behind an answer is not all there: no other goes until it is. */
export function isPackStanding({ answerPack }: Pick<Session, "answerPack">): boolean {
  return answerPack !== undefined && answerPack.stage !== "there";
}

/** Whether the files behind a first letter are not all there: they can be gone on with as long as the page holds them. */
export function areFilesStanding({ sending }: Pick<Session, "sending">): boolean {
  return sending !== undefined && sending.hasFiles && (sending.stage === "files" || sending.stage === "stopped");
}

/** Whether a letter stays whatever she forgets: it moves, nobody has said whether it is there, or its words are not copied yet. */
export function isLetterKept({ sending, words }: Pick<Session, "sending" | "words">): boolean {
  return isLetterStanding({ sending }) && (words !== undefined || (sending?.stage !== "whole" && sending?.stage !== "stopped"));
}

/** What she has begun to write and not saved, sent or put into a report. */
export function writingsIn({ begun, letter, impact, made, sealedAt }: Session): readonly BegunWriting[] {
  const at = (paper: string | undefined): { readonly paper?: string } => (paper === undefined ? {} : { paper });
  return [
    ...begun,
    { of: "letter", letter, ...at(sealedAt.letter) },
    { of: "impact", words: made === undefined ? impact : "", ...at(sealedAt.impact) },
  ];
}

/** Takes up one of them: it stands in its place, and what stood there is not in the page any more. */
export function takenUp({ begun, sealedAt }: Session, writing: BegunWriting): Partial<Session> {
  if (writing.of === "letter") return { letter: writing.letter, sealedAt: { ...sealedAt, letter: writing.paper } };
  if (writing.of === "impact") return { impact: writing.words, made: undefined, sealedAt: { ...sealedAt, impact: writing.paper } };
  return { begun: withWriting(begun, writing) };
}

/** Whether something would be lost with the page: what was read, what is sent, and what she has written and not sent. */
export function isUnsaved(session: Session): boolean {
  const { importSummary, sending } = session;
  return (
    session.selfCheck !== undefined ||
    importSummary !== undefined ||
    sending !== undefined ||
    isWritten(session) ||
    session.answering.going !== undefined ||
    isPackStanding(session)
  );
}

/** Whether another letter can be begun: the one that stands is there, nothing of it moves, and its words were seen. */
export function canBeginAnother({ sending, wereWordsShown }: Pick<Session, "sending" | "wereWordsShown">): boolean {
  return wereWordsShown && (sending?.stage === "whole" || sending?.stage === "stopped");
}

/**
 * The letter is there, and these are its words. What went is in no field any more: whoever takes the phone would read it, and she could take
 * it for a letter that is still to go.
 */
export function withLetterThere(words: string): Partial<Session> {
  return { words, wereWordsShown: false, letter: emptyLetter };
}

/** Another letter, from nothing. */
export const withAnotherLetter = { letter: emptyLetter, sending: undefined, words: undefined, wereWordsShown: false };

/** What her words opened is shown to nobody who comes to the page after she went elsewhere. */
export const withoutReplies = { typed: noWords, replies: undefined, about: undefined, wrote: [] };

/** What stays where she asks to forget all that is hers here: a letter that is kept in any case, and who takes reports. */
export function withoutAll(session: Session): Session {
  const { sending, words, wereWordsShown, sentPack, answerPack, offered } = session;
  return { ...emptySession, offered, ...(isLetterKept(session) && { sending, words, wereWordsShown, sentPack, answerPack }) };
}

/** Whether there is something that she brought in, or has begun to write. */
export function isSomethingHeld(session: Session): boolean {
  const { files, importSummary, selfCheck } = session;
  const isKept = files.length > 0 || importSummary !== undefined || selfCheck !== undefined;
  return isKept || isWritten(session) || areFilesStanding(session) || isPackStanding(session);
}

/** Whether she has begun to write something, with whatever words. */
function isWritten({ begun, letter, draft, aside }: Session): boolean {
  return begun.length > 0 || letter !== emptyLetter || draft !== emptyLetter || aside.length > 0;
}

/**
 * What she asks to forget: all of the matter that her words opened. A letter whose words she has not copied yet stays, else they were lost for good;
 * so do a pack and files that are not all there, and what she has begun to write, until she is told of it and forgets it too.
 */
export function withoutMatter(session: Session): Partial<Session> {
  const { sending, words } = session;
  const forgets = !isPackStanding(session) && { answerPack: undefined };
  const answer = { ...withoutReplies, answering: {}, ...putAside(session), ...forgets };
  const isDone = sending !== undefined && !isLetterKept({ sending, words }) && !areFilesStanding({ sending });
  return isDone ? { ...answer, ...withAnotherLetter, sentPack: undefined } : answer;
}

/** What a time without a record concerns: what a phone in repair takes with it, one chat that is gone, or all. */
export type Concern = "texts and calls" | "whatsapp" | "phone" | "everything";

/** A time without a record, as she types it. */
export interface GapDraft {
  readonly from: DayDraft;
  readonly until: DayDraft;
  readonly concerns: Concern;
  readonly says: string;
}

/** Whose an identity is; one without a side is somebody else's. */
export type Side = "me" | "them";

/** Whether one of its two days is missing, or they stand the wrong way round: it would be left out without a word. */
export function isWrongGap({ from, until }: GapDraft): boolean {
  const [first, last] = [dayOfDraft(from), dayOfDraft(until)];
  return first === undefined || last === undefined ? first !== last : last < first;
}

export const emptyGap: GapDraft = { from: emptyDay, until: emptyDay, concerns: "texts and calls", says: "" };

/** What follows from files or answers that changed is worked out again. */
export const withoutImport = { importSummary: undefined, view: undefined, findings: undefined, made: undefined };
export const withoutView = { view: undefined, findings: undefined, made: undefined };

/** The beginning. What may be absent stands here too: laid over what a session holds, this leaves nothing of it. */
export const emptySession: Required<Session> = {
  ...withoutImport,
  selfCheck: undefined,
  begun: [],
  sealedAt: {},
  isPassphraseNew: false,
  isHomeHidden: false,
  files: [],
  zone: "Europe/London",
  dateOrder: undefined,
  takenIn: undefined,
  statement: undefined,
  sideByNormal: new Map(),
  toldToStop: emptyDay,
  blocked: [emptyDay],
  anniversaries: [{ day: emptyDay, label: "" }],
  gaps: [emptyGap],
  places: "",
  herName: "",
  impact: "",
  recipients: "",
  withheld: new Set(),
  pdfOnly: false,
  forForce: true,
  offered: undefined,
  ...withAnotherLetter,
  sentPack: undefined,
  ...noneBegun,
  aside: [],
  ...withoutReplies,
  answering: {},
  answerPack: undefined,
  asked: { place: "england", need: "talk" },
  keeping: {},
  hindrance: undefined,
};

/** What every screen is given. */
export interface Walk {
  /** As it was drawn. */
  readonly session: Session;
  /** As it is at this moment: what took a while comes back to what she has typed since. */
  now(): Session;
  change(change: Partial<Session>): void;
  readonly navigation: Navigation;
  readonly engine: Engine;
  /** What she keeps on this device. */
  readonly vault: KeptHere;
}

/** What she states, but for what belongs to the reading of her files, which the worker adds. A draft that is no day is left out. */
export function statedIn({ importSummary, sideByNormal, ...session }: Session): Omit<StatementDocument, "zone" | "country"> {
  const people = importSummary?.people ?? [];
  const of = (side: Side): readonly string[] =>
    people.filter(({ normal }) => sideByNormal.get(normal) === side).map(({ normal }) => normal);
  const them = people.filter(({ normal }) => sideByNormal.get(normal) === "them");
  const anniversaries = session.anniversaries.flatMap(({ day: draft, label }) => {
    const day = civilDayOf(draft);
    return day === undefined ? [] : [{ day, label: label.trim() || "a day that means something" }];
  });
  const gaps = session.gaps.flatMap((draft): readonly StatedGap[] => {
    const [from, until] = [civilDayOf(draft.from), civilDayOf(draft.until)];
    if (from === undefined || until === undefined) return [];
    const channels = channelsByConcern[draft.concerns];
    return [{ from, until, ...(channels && { channels }), says: draft.says.trim() || "as she says" }];
  });
  return {
    jurisdiction: "EW",
    me: { label: "you", ...listOf("names", of("me")) },
    them: { label: (them.find(({ kind }) => kind === "name") ?? them[0])?.shown ?? "them", ...listOf("names", of("them")) },
    ...listOf("stops", [...stopsOf("told to stop", session.toldToStop), ...session.blocked.flatMap((day) => stopsOf("blocked", day))]),
    ...listOf("gaps", gaps),
    ...listOf("anniversaries", anniversaries),
    ...listOf("places", linesOf(session.places)),
  };
}

function stopsOf(kind: StopKind, draft: DayDraft): readonly Stop[] {
  const day = civilDayOf(draft);
  return day === undefined ? [] : [{ kind, day }];
}

/** A list that holds something; what is empty is not stated. */
function listOf<K extends string, T>(key: K, list: readonly T[]): { readonly [P in K]?: readonly T[] } {
  const found: { [P in K]?: readonly T[] } = {};
  if (list.length > 0) found[key] = list;
  return found;
}

const carried: readonly Channel[] = ["sms", "mms", "imessage", "phone"];
/** Which channels a gap concerns; undefined: all. */
export const channelsByConcern: Readonly<Record<Concern, readonly Channel[] | undefined>> = {
  "texts and calls": carried,
  whatsapp: ["whatsapp"],
  phone: [...carried, "whatsapp"],
  everything: undefined,
};

/** Her name as the files have it, where she chose one. */
export function nameOfHers({ importSummary, sideByNormal }: Session): string {
  const mine = (importSummary?.people ?? []).filter(({ normal }) => sideByNormal.get(normal) === "me");
  return mine.find(({ kind }) => kind === "name")?.shown ?? "";
}

/** What was written, one thing a line. */
export function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
