import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ForceScreen } from "../../navigation.ts";
import {
  type Sending,
  type Session,
  canBeginAnother,
  emptySession,
  withAnotherLetter,
  withLetterThere,
  withoutMatter,
} from "../../session.ts";
import { Files } from "../files.tsx";
import { ForceScreens } from "./force-screens.tsx";
import { WriteBack } from "./write-back.tsx";

const there: Sending = { stage: "whole", hasFiles: false, doing: "", done: 0, total: 0 };
const held = { ...emptySession, sending: there, words: "one two three four five six seven" };
const noise = (): void => undefined;
const engine = { ask: () => expect.fail("nobody is asked"), stop: noise, stopSending: noise, close: noise };
const walkOf = (session: Session) => ({
  session,
  change: noise,
  engine,
  navigation: { screen: { name: "send" } as const, visit: 1, go: noise, replace: noise, back: noise },
});
const shown = (session: Session, name: ForceScreen["name"] = "send"): string =>
  renderToStaticMarkup(createElement(ForceScreens, { ...walkOf(session), screen: { name } }));

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
  renderToStaticMarkup(createElement(WriteBack, { ...walkOf(session), name: "Police", about: "", onTaken: noise, onBack: noise }));

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
  const asked = { name: "Northshire Police", about: "", onTaken: noise, onBack: noise };
  const page = renderToStaticMarkup(createElement(WriteBack, { ...walkOf(emptySession), ...asked }));
  expect(page).toMatch(/In danger now\? Call 999\..*This may wait for hours until somebody reads it\..*Send it now/);
});

test("whoever writes back is asked about danger as in a first letter, can say another way to be reached, and keeps a chosen pack", () => {
  const page = everywhere(written);
  expect(page).toMatch(/Are you in danger now\?[^]*What you want to say[^]*Another way to reach you[^]*Number or address[^]*07700 900124/);
  expect(page).toMatch(/checked=""[^>]*><span>Add <bdi>UM-June\.age/);
  expect(everywhere({ ...written, draft: { ...written.draft, danger: "now" } })).toMatch(/tel:999[^]*Call 999[^]*What you want to say/);
});

test("what was sent to nobody is said so, and never of a letter that may be there", () => {
  const refused = { ...emptySession, sending: { ...there, stage: "not sent", says: "This phone has no network now." } } as const;
  expect(shown(refused, "sending")).toMatch(/Nothing was sent\.[^]*This phone has no network/);
  expect(shown({ ...refused, sending: { ...refused.sending, mayBeThere: true } }, "sending")).not.toContain("Nothing was sent");
});
