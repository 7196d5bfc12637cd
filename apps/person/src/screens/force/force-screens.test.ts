import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ForceScreen } from "../../navigation.ts";
import {
  type Sending,
  type Session,
  canBeginAnother,
  emptySession,
  isSomethingHeld,
  isUnsaved,
  withAnotherLetter,
  withLetterThere,
  withoutAll,
  withoutMatter,
  withoutReplies,
} from "../../session.ts";
import { Files } from "../files.tsx";
import { ForceScreens } from "./force-screens.tsx";
import { WriteBack } from "./write-back.tsx";

const there: Sending = { stage: "whole", hasFiles: false, doing: "", done: 0, total: 0 };
const held = { ...emptySession, sending: there, words: "one two three four five six seven" };
const noise = (): void => undefined;
const engine = { ask: () => expect.fail("nobody is asked"), stop: noise, stopSending: noise, listen: () => noise, close: noise };
const vault = {
  status: { is: "none" } as const,
  ask: engine.ask,
  look: engine.ask,
  holdDraft: noise,
  lock: engine.ask,
  isLockRefused: false,
};
const walkOf = (session: Session) => ({
  session,
  now: () => session,
  change: noise,
  engine,
  vault,
  navigation: { screen: { name: "send" } as const, visit: 1, go: noise, replace: noise, restart: noise, back: noise },
});
const shown = (session: Session, name: ForceScreen["name"] = "send", isAlone = false): string =>
  renderToStaticMarkup(createElement(ForceScreens, { ...walkOf(session), screen: { name, isAlone } }));

test("whoever pressed Back before the words were shown finds that the letter is there, and the words", () => {
  expect(renderToStaticMarkup(createElement(Files, walkOf(held)))).toMatch(/Your letter is there.*Go to your letter/);
  expect(renderToStaticMarkup(createElement(Files, walkOf(emptySession)))).not.toContain("Your letter is there");
});

test("to write to the police leads to the letter that stands, and to another only after its words were shown", () => {
  expect(shown(held)).toMatch(/Your letter is there.*Show my seven words/);
  expect(shown(held)).not.toContain("Send it now");
  expect(shown(held)).not.toContain("Write another letter");
  const seen = shown({ ...held, wereWordsShown: true });
  expect(seen).toMatch(/Show my seven words.*Write another letter/);
  expect(shown({ ...held, sending: { ...there, stage: "not sent" } })).not.toContain("Your letter is there");
});

const written: Session = {
  ...held,
  letter: { ...emptySession.letter, account: "He waits outside.", name: "Nadia Khan", address: "07700 900123" },
  draft: { ...emptySession.draft, account: "He is here again.", address: "07700 900124" },
  addition: { adds: "saved", picked: { name: "UM-June.age", file: new File([], "UM-June.age") } },
};
const everywhere = (session: Session): string =>
  (["send", "letter", "reach", "sending"] as const).map((name) => shown(session, name)).join("") +
  renderToStaticMarkup(createElement(WriteBack, { ...walkOf(session), about: "" }));

test("of a letter that is there nothing can be read again in the page, whichever screen she or somebody else goes back to", () => {
  expect(everywhere({ ...written, sending: undefined })).toMatch(/He waits outside[^]*Nadia Khan[^]*07700 900123/);
  expect(everywhere({ ...written, ...withLetterThere("a b c d e f g") })).not.toMatch(/He waits outside|Nadia Khan|07700 900123/);
});

test("what she closes and forgets is in no field, and a letter whose words she has not copied yet stays", () => {
  const copied = { ...written, ...withLetterThere("a"), words: undefined };
  const forgotten = { ...copied, ...withoutMatter(copied) };
  expect(everywhere(forgotten)).not.toMatch(/He is here again|07700 900124|UM-June|Your letter is there/);
  expect(forgotten.addition).toEqual({});
  expect(everywhere({ ...written, ...withoutMatter(written) })).toMatch(/Your letter is there[^]*Show my seven words/);
});

test("of what else is in the page she is told after her replies are forgotten, and forgets it too, but for a letter that stands", () => {
  const report = new File([], "report");
  const made = {
    id: "UM-June",
    pdf: report,
    pack: report,
    forForce: true,
    publicKey: "",
    publicKeyFile: "",
    identity: "AGE-SECRET-KEY",
    missing: [],
    lostLines: [],
    isNumberedAnew: false,
  };
  const files = [{ name: "WhatsApp Chat with Owen Pike.txt", file: report }];
  const held: Session = { ...emptySession, files, made, sending: undefined };
  expect(shown(held, "forgotten")).toMatch(
    /^(?!.*Owen Pike).*made here and did not save or send is still in this page.*Forget the rest too/,
  );
  expect(isSomethingHeld(held)).toBe(true);
  expect(isSomethingHeld({ ...emptySession, sending: there, words: "a" })).toBe(false);
  // The page takes in what changes and keeps the rest: what she forgets has to be named in it.
  expect({ ...held, ...withoutAll(held) }).toEqual(emptySession);
  expect({ ...held, ...emptySession }).toEqual(emptySession);
  const standing = { ...held, sending: { ...there, stage: "files" }, words: "one two", sentPack: report } as const;
  expect(withoutAll(standing)).toEqual({ ...emptySession, sending: standing.sending, words: "one two", sentPack: report });
});

test("another letter says nothing of the one that went, and is not begun while files are on their way", () => {
  expect({ ...written, ...withAnotherLetter }).toMatchObject({ letter: emptySession.letter, sending: undefined, words: undefined });
  expect(canBeginAnother({ sending: { ...there, stage: "files" }, wereWordsShown: true })).toBe(false);
  expect(canBeginAnother({ sending: there, wereWordsShown: false })).toBe(false);
});

test("she is told that who finds her paper can read the replies and write as if it were she", () => {
  const kept = shown({ ...held, words: undefined }, "receipt").replaceAll(/\s+/g, " ");
  expect(kept).toContain("can read the replies, and can write to them as if it were you");
  expect(kept).not.toContain("nothing else");
});

test("of a letter that left without an answer the page offers the same again, and no other", () => {
  const lost = { ...emptySession, sending: { ...there, stage: "not sent", says: "No answer came.", mayBeThere: true } } as const;
  expect(shown(lost)).toMatch(/Nobody has said whether your letter is there.*Send the same letter again/);
  expect(shown(lost)).not.toContain("Go back to the letter");
  expect(shown(lost)).not.toContain("Write another letter");
});

test("whoever writes back is told above the button that it may wait for hours, and whom to call in danger", () => {
  const page = renderToStaticMarkup(createElement(WriteBack, { ...walkOf(emptySession), about: "" }));
  expect(page).toMatch(/In danger now\? Call 999\..*This may wait for hours until somebody reads it\..*Send it now/);
});

test("whoever writes back is asked about danger as in a first letter, can say another way to be reached, and keeps a chosen pack", () => {
  const page = everywhere(written);
  expect(page).toMatch(/Are you in danger now\?[^]*What you want to say[^]*Another way to reach you[^]*Number or address[^]*07700 900124/);
  // What is begun stands open: what she wrote for a first letter comes along, and she sees that it goes.
  const more = everywhere({ ...written, draft: { ...written.letter, wishes: "Do not ring." } });
  expect(more).toMatch(
    /<details open=""><summary>Another way[^]*07700 900123[^]*<details open=""><summary>What you want[^]*Do not ring[^]*Nadia Khan/,
  );
  expect(page).toMatch(/<details><summary>What you want, and who/);
  expect(page).toMatch(/checked=""[^>]*><span>Add <bdi>UM-June\.age/);
  expect(everywhere({ ...written, draft: { ...written.draft, danger: "now" } })).toMatch(/tel:999[^]*Call 999[^]*What you want to say/);
});

test("what was sent to nobody is said so, and never of a letter that may be there", () => {
  const refused = { ...emptySession, sending: { ...there, stage: "not sent", says: "This phone has no network now." } } as const;
  expect(shown(refused, "sending")).toMatch(/Nothing was sent\.[^]*This phone has no network/);
  expect(shown({ ...refused, sending: { ...refused.sending, mayBeThere: true } }, "sending")).not.toContain("Nothing was sent");
});

test("a letter that she writes without files takes no report along that was made in this page before", () => {
  const pack = new File(["age"], "UM-June.age");
  const of = { id: "UM-June", publicKey: "", publicKeyFile: "", identity: "", missing: [], lostLines: [], isNumberedAnew: false };
  const made = { ...of, pdf: pack, pack, forForce: true };
  const offered = { force: { name: "Northshire Police", weeks: 26 } };
  expect(shown({ ...emptySession, made, offered })).toContain("The report and");
  // With seven words it goes to the report that they have, with files or without.
  expect(shown({ ...emptySession, made, offered }, "send", true)).toMatch(
    /No files.*The letter goes alone.*Have you written to them before/,
  );
});

test("without a network she writes to a force that this browser knows, and what did not go is tried again where that is said", () => {
  const offered = { force: { name: "Northshire Police", weeks: 26 }, unanswered: "This phone has no network now." };
  expect(shown({ ...emptySession, offered })).toMatch(
    /Send it to Northshire Police.*no network now\. You can write your letter now.*Letter, goes first/,
  );
  const sending = { ...there, stage: "not sent", says: offered.unanswered } as const;
  expect(shown({ ...emptySession, offered, sending }, "sending")).toMatch(/Nothing was sent.*Try again.*Go back to the letter/);
});

test("what her words opened stands there again after the page of help, and what she answers; forgotten, only empty fields do", () => {
  const replies = {
    answer: "replies",
    name: "Northshire Police",
    mailbox: "hers",
    replies: [{ kind: "question", says: "At work?" }],
    notUnderstood: 0,
  } as const;
  const answering: Session = { ...written, replies, about: "At work?", wrote: ["Earlier words."] };
  expect(shown(answering, "replies")).toMatch(/Northshire Police asks[^]*At work\?[^]*Earlier words\./);
  expect(shown(answering, "write-back")).toMatch(/Answer Northshire Police[^]*At work\?[^]*He is here again\./);
  const forgotten = { ...answering, ...withoutReplies };
  for (const name of ["replies", "write-back"] as const)
    expect(shown(forgotten, name)).toMatch(/^(?!.*(?:At work|Earlier words)).*Type your seven words/);
  expect(withoutMatter(answering)).toMatchObject(withoutReplies);
});

test("an answer that she left on its way is told of where she is, with the way back to it and none of its words", () => {
  const files = (answering: Session["answering"], answerPack?: Session["answerPack"]): string =>
    renderToStaticMarkup(createElement(Files, walkOf({ ...emptySession, answering, answerPack })));
  const pack = { done: 1_000, total: 9_000, mailbox: "hers" };
  expect(files({ going: "Sending" })).toMatch(/Your answer is on its way\..*Go to your answer/);
  expect(files({}, { ...pack, stage: "stopped" })).toMatch(/Its pack has stopped\..*1 kB of 9 kB.*Go on with the pack/);
  expect(files({}, { ...pack, stage: "on its way" })).toMatch(/Its pack is on its way\..*Stop the pack/);
  expect(files({}, { ...pack, stage: "there" })).toMatch(/Its pack is there\.(?!.*the pack)/);
  expect(files({ isThere: true })).toContain("Your answer is there.");
  expect(files({ says: "No answer came." })).toMatch(/Nobody has said that your answer is there\..*No answer came\./);
  expect(files({})).not.toContain("our answer");
});

test("while a pack is on its way or has stopped she can write that somebody is there now, and no second pack takes its place", () => {
  const stopped: Session = { ...written, sending: undefined, answerPack: { stage: "stopped", done: 1_000, total: 9_000, mailbox: "hers" } };
  const page = renderToStaticMarkup(createElement(WriteBack, { ...walkOf(stopped), about: "" }));
  expect(page).toMatch(/Its pack has stopped[^]*Are you in danger now\?[^]*He is here again[^]*Send it now/);
  expect(page).not.toMatch(/Add a pack|Choose another pack|UM-June/);
  expect(isUnsaved({ ...emptySession, answerPack: stopped.answerPack })).toBe(true);
  // To forget what her words opened drops no pack unsaid: it is held, and forgotten with the rest.
  const forgotten = { ...stopped, ...withoutMatter(stopped) };
  expect([forgotten.answerPack, isSomethingHeld({ ...emptySession, answerPack: stopped.answerPack })]).toEqual([stopped.answerPack, true]);
  expect({ ...forgotten, ...withoutAll(forgotten) }).toEqual(emptySession);
  expect(withoutMatter({ ...stopped, answerPack: { stage: "there", done: 1, total: 1, mailbox: "hers" } })).toMatchObject({
    answerPack: undefined,
  });
});

const hers = { answer: "replies", name: "Northshire Police", mailbox: "hers", replies: [], notUnderstood: 0 } as const;
const receipt = { kind: "acknowledgement", reference: "R-2", contact: "101", week: "2026-W48" } as const;

test("files of a first letter that stopped are named where she is, and stay to be gone on with until she forgets them too", () => {
  const stopped: Session = {
    ...emptySession,
    sending: { stage: "stopped", hasFiles: true, doing: "", done: 1_000, total: 9_000 },
    sentPack: new File(["age"], "UM-June.age"),
    wereWordsShown: true,
  };
  const says = /The files of the letter that you sent here have stopped\.[^]*1 kB of 9 kB[^]*Go on with the files/;
  expect(renderToStaticMarkup(createElement(Files, walkOf(stopped)))).toMatch(says);
  expect(shown({ ...stopped, replies: { ...hers, replies: [receipt] } }, "replies")).toMatch(says);
  const forgotten = { ...stopped, ...withoutMatter(stopped) };
  expect([forgotten.sending, forgotten.sentPack, isSomethingHeld(forgotten)]).toEqual([stopped.sending, stopped.sentPack, true]);
  expect(shown(forgotten, "forgotten")).toMatch(
    /have stopped[^]*They do not have all of it yet\. If you forget the rest, it can go on nowhere/,
  );
  expect({ ...forgotten, ...withoutAll(forgotten) }).toEqual(emptySession);
  // A letter whose words she has not copied stays with its files, and so does one that moves.
  const uncopied = { ...stopped, words: "one two" };
  expect(withoutAll(uncopied)).toEqual({ ...stopped, words: "one two" });
  expect(shown(uncopied, "forgotten")).toMatch(/stays in any case(?![^]*can go on nowhere)/);
  const moving = { ...stopped, sending: { ...there, hasFiles: true, stage: "files" } } as const;
  expect(withoutAll(moving).sending).toEqual(moving.sending);
  expect(shown(moving, "forgotten")).toMatch(/are on their way[^]*Stop the files/);
  // What is there is no more than said.
  expect(withoutMatter({ ...stopped, sending: { ...there, hasFiles: true } })).toMatchObject({ sending: undefined });
});

test("while files are on their way or have stopped she can go to her replies and write, and sees whom to call in danger", () => {
  for (const stage of ["files", "stopped", "whole"] as const) {
    const sending = { ...there, stage, hasFiles: true };
    expect(shown({ ...emptySession, sending }, "sending")).toMatch(/tel:999[^]*Look for replies/);
    // Her words are copied first: she has to type them there.
    expect(shown({ ...emptySession, sending, words: "one two" }, "sending")).not.toContain("Look for replies");
  }
});

test("to forget the rest is not pressed before she is told that a pack is still on its way", () => {
  const answerPack = { stage: "on its way", done: 0, total: 9_000, mailbox: "hers" } as const;
  expect(shown({ ...emptySession, answerPack }, "forgotten")).toMatch(/Its pack is on its way\.[^]*it can go on nowhere/);
});

test("what she has begun to write is in no field once she closes and forgets, and she is told that it is still in this page", () => {
  const replies = { ...hers, replies: [receipt] };
  const begun: Session = { ...emptySession, replies, about: "", draft: written.draft, draftOf: "hers" };
  const forgotten: Session = { ...begun, ...withoutMatter(begun) };
  expect(everywhere(forgotten)).not.toMatch(/He is here again|07700 900124/);
  expect([isSomethingHeld(forgotten), isUnsaved(forgotten)]).toEqual([true, true]);
  expect({ ...forgotten, ...withoutAll(forgotten) }).toEqual(emptySession);
});

test("a reply in Arabic or Hebrew begins at its own side", () => {
  const says = "السيدة مريم: قرأنا رسالتك رقم R-18.";
  const replies = { ...hers, replies: [{ kind: "update", says }, receipt] } as const;
  expect(shown({ ...emptySession, replies }, "replies")).toContain(`dir="auto">${says}</p>`);
});

test("the pack behind an answer is no matter of other words that she types meanwhile", () => {
  const answerPack = { stage: "stopped", done: 1_000, total: 9_000, mailbox: "hers" } as const;
  const replies = { ...hers, replies: [receipt] };
  expect(shown({ ...emptySession, replies, answerPack }, "replies")).toContain("Your answer is there. Its pack has stopped");
  const other = shown({ ...emptySession, replies: { ...replies, mailbox: "another" }, answerPack }, "replies");
  expect(other).toContain("The pack behind an answer of yours, with other words, has stopped");
  expect(other).not.toContain("Your answer is there");
});

test("words of a person stay open on top, whatever a machine wrote after them, and a question can be answered until she wrote", () => {
  const page = (...replies: readonly ({ kind: "update" | "question"; says: string } | typeof receipt)[]): string =>
    shown({ ...emptySession, replies: { ...hers, replies } }, "replies");
  const patrol = { kind: "update", says: "A patrol is on its way." } as const;
  expect(page(receipt, patrol)).toMatch(/<h1[^>]*>Northshire Police writes<[^]*A patrol is on its way\.<[^]*<details[^]*has your letter/);
  const asked = { kind: "question", says: "At work?" } as const;
  expect(page(asked, receipt)).toMatch(/^(?![^]*Answer this)[^]*>Answer</);
  expect(page(receipt, asked)).toMatch(/At work\?[^]*Answer this[^]*<details[^]*>Write back</);
  expect(page(receipt)).toMatch(/<h1[^>]*>Northshire Police has your letter; nobody has said yet/);
});
