import { expect, test } from "vitest";
import {
  attachedFileOf,
  bracketedFileOf,
  comparingForm,
  isAppSentence,
  isPlace,
  isPoll,
  markerOf,
  mayBeMarker,
  noticeOf,
  withoutEditedMark,
} from "./words.ts";

test.each([
  ["Missed voice call", ["missed", "unanswered"], undefined],
  ["Missed voice call, \u200eTap to call back", ["missed", "unanswered"], undefined],
  ["Missed group video call", ["missed", "unanswered"], undefined],
  ["Voice call, \u200e5 min", [], 300],
  ["Video call, \u200e1 hr 5 min", [], 3900],
  ["Voice call, 37 sec", [], 37],
  ["Voice call, 0 sec", ["unanswered"], 0],
  ["Video call, \u200eNo answer", ["unanswered"], undefined],
  ["Sprachanruf, 1 Std 2 Min", [], 3720],
  ["Videoanruf, Keine Antwort", ["unanswered"], undefined],
  ["Llamada de voz, 3 min", [], 180],
  ["语音通话, 1小时2分钟", [], 3720],
  ["Аудиозвонок, 5 мин", [], 300],
] as const)("%s is a call", (text, flags, duration) => {
  expect(markerOf(comparingForm(text))).toEqual({ kind: "call", flags, ...(duration === undefined ? {} : { duration }) });
  expect(mayBeMarker(text, 0, text.length)).toBe(true);
});

test.each([
  "Voice call, can we talk for 5 min or so",
  "Voice call",
  "Missed you",
  "Missed voice call, sorry about that",
  "Video call, later?",
])("%s was typed by somebody", (text) => {
  expect(markerOf(comparingForm(text))).toBeUndefined();
});

test.each([
  "This message was deleted", "You deleted this message.", "Eliminaste este mensaje.", "Diese Nachricht wurde gelöscht.", "Ce message a été supprimé", "Hai eliminato questo messaggio",
  "Ta wiadomość została usunięta", "Bu mesaj silindi", "Данное сообщение удалено", "Acest mesaj a fost șters", "تم حذف هذه الرسالة", "यह संदेश हटा दिया गया", "このメッセージは削除されました。", "此消息已删除",
])("%s marks a deleted message", (text) => {
  expect(markerOf(comparingForm(text))?.flags).toEqual(["deleted"]);
  expect(mayBeMarker(text, 0, text.length)).toBe(true);
}); // prettier-ignore

test.each([
  "<Media omitted>",
  "<Multimedia omitido>",
  "<Medien ausgeschlossen>",
  "image omitted",
  "Bild weggelassen",
  "GIF omitted",
  "<Без медиафайлов>",
  "изображение отсутствует",
])("%s stands for media left out", (text) => {
  expect(markerOf(comparingForm(text))?.flags).toEqual(["media-missing"]);
});

test("a file's name is found in any language under a name of the app, and otherwise by the words behind it", () => {
  expect(attachedFileOf("IMG-20220524-WA0000.jpg (file attached)")).toBe("IMG-20220524-WA0000.jpg");
  expect(attachedFileOf("\u200eIMG-20220524-WA0000.jpg (qualquer coisa)")).toBe("IMG-20220524-WA0000.jpg");
  expect(attachedFileOf("rota (week 6).pdf (Datei angehängt)")).toBe("rota (week 6).pdf");
  expect(attachedFileOf("rota.pdf (look at this)")).toBeUndefined();
  expect(attachedFileOf("I was there (yesterday)")).toBeUndefined();
  expect(bracketedFileOf("A PDF.pdf • \u200e1 page \u200e<attached: some-doc.pdf>")).toEqual({
    name: "some-doc.pdf",
    before: "A PDF.pdf • \u200e1 page",
  });
  expect(bracketedFileOf("\u200e<pièce jointe : 00000002-PHOTO.jpg>")).toEqual({ name: "00000002-PHOTO.jpg", before: "" });
  expect(bracketedFileOf("<sent: a.jpg>")).toBeUndefined();
  expect(bracketedFileOf(`<attached: ${"x".repeat(300)}.jpg>`)).toBeUndefined();
});

test("the mark of an edited message is taken off, words in angle brackets are not", () => {
  expect(withoutEditedMark("hello \u200e<This message was edited>")).toBe("hello");
  expect(withoutEditedMark("hola <Se editó este mensaje.>")).toBe("hola");
  expect(withoutEditedMark("a <b>")).toBeUndefined();
});

test("places and polls are known by their shape in any language", () => {
  expect(isPlace("\u200eUbicación: https://maps.google.com/?q=51.5,-0.1")).toBe(true);
  expect(isPlace("look https://maps.google.com/?q=51.5,-0.1")).toBe(false);
  expect(isPoll("\u200eENCUESTA:\n¿Dónde?\n\u200eOPCIÓN: aquí (0 votos)")).toBe(true);
  expect(isPoll("LIST:\nmilk")).toBe(false);
});

test("lines of the app are told apart, and a name is no sentence of the app", () => {
  expect(noticeOf("messages and calls are end-to-end encrypted")).toBe("encryption notice");
  expect(noticeOf("sam changed to a new number")).toBe("number-changed notice");
  expect(noticeOf('sam created group "choir"')).toBe("group notice");
  expect(noticeOf("something new")).toBe("line by the app");
  for (const name of ["sam okafor", "+44 7700 900123", "mum (left)", "dr. added"])
    expect([name, isAppSentence(name)]).toEqual([name, false]);
});

test("fifty thousand blanks before the app’s own words are looked at once", () => {
  const blanks = " ".repeat(50_000);
  const started = performance.now();
  expect(withoutEditedMark(`x${blanks}y <This message was edited>`)).toBe(`x${blanks}y`);
  expect(bracketedFileOf(`x${blanks}y <attached: 1-PHOTO.jpg>`)?.before).toBe(`x${blanks}y`);
  expect(withoutEditedMark(`x${blanks}<This message was edited>`)).toBe("x");
  expect(performance.now() - started).toBeLessThan(1000);
});
