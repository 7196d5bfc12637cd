import { describe, expect, test } from "vitest";
import { expectCutsChangeNothing, handIn } from "./hand-in.ts";

/** The app's own mark, U+200E, proves nothing: anybody can type it. What stands behind it is hers or theirs unless it is a sentence of the app. */

const lrm = "\u200E";
const said = { zone: "Europe/London" };
const threat = "I will be at your door tonight and I will kill you";

/** Reads one body of Sam's between two of Maya's, as an iPhone writes a chat with marks. */
const read = (body: string, more: Parameters<typeof handIn>[0] = {}, author = "Sam") =>
  handIn(
    {
      "WhatsApp Chat - Sam/_chat.txt": [
        `[13/02/2025, 10:00:00] Sam: ${lrm}Messages and calls are end-to-end encrypted.`,
        "[13/02/2025, 10:01:00] Maya: before",
        `[13/02/2025, 10:02:00] Sam: hello`,
        `[13/02/2025, 10:03:00] ${author}: ${body}`,
        "[13/02/2025, 10:04:00] Maya: after",
        "",
      ].join("\r\n"),
      ...more,
    },
    said,
  );

const actOf = async (body: string) => (await read(body)).acts.find((act) => act.when.wrote.endsWith("10:03:00"));

/** The words of notices: what the app wrote, kept. */
const wroteOf = (readings: Awaited<ReturnType<typeof handIn>>["readings"]) =>
  readings.flatMap((one) => ("notice" in one ? [(one.notice as { wrote?: string }).wrote] : []));

describe("behind the mark", () => {
  test.each([
    [threat],
    [`${threat}.`],
    ["You blocked this contact and I will find you"],
    ["You blocked this contact. I will find you"],
    ["Messages and calls are end-to-end encrypted. I will kill you"],
    ["Messages to this chat are (mine)"],
    ["Your security code changed and so did your locks"],
    ["Your security code with nobody is broken. I will kill you changed."],
    ["I have added poison to your tea"],
    ["Sam added poison to your tea"],
    ["disappearing messages, disappearing girl"],
    ["You will be found left"],
    ["Missed voice call, so I will come round"],
    ["Video call, answer or I come"],
    ["image omitted because you broke it"],
    ["This message was deleted and you will be too"],
    ["<I will kill you>"],
    ["<attached: I will kill you>"],
    ["(I will kill you)"],
    ["I will kill you: tonight"],
    ["\u200F\u202Eyou kill will I"],
    ["أنا عند بابك"],
    ["我在你家门口"],
  ])("%s is Sam's message, and says that the mark proves nothing", async (words) => {
    const act = await actOf(lrm + words);
    expect([act?.kind, act?.from.wrote, act?.text]).toEqual(["message", "Sam", words]);
    expect(act?.flags).toContain("mark-unknown");
  });

  test.each([
    "Messages and calls are end-to-end encrypted.",
    "This message was deleted.",
    "You blocked this contact.",
    "Missed voice call",
  ])("what stands below %s is not swallowed with it", async (line) => {
    const act = await actOf(`${lrm}${line}\r\n${threat}`);
    expect([act?.kind, act?.text]).toEqual(["message", `${line}\n${threat}`]);
    expect(act?.flags).toContain("mark-unknown");
  });

  test("what stands below a picture that was left out is her or their caption", async () => {
    const act = await actOf(`${lrm}image omitted\r\n${threat}`);
    expect([act?.text, act?.flags]).toEqual([threat, ["media-missing"]]);
  });

  test("two marks, a mark in the middle and a mark before the stamp lose no word", async () => {
    expect((await actOf(`${lrm}${lrm}${threat}`))?.text).toContain(threat);
    expect((await actOf(`so ${lrm}${threat}`))?.text).toBe(`so ${lrm}${threat}`);
    expect((await actOf(`${lrm}${threat} ${lrm}<This message was edited>`))?.text).toContain(threat);
    const marked = await handIn(
      { "_chat.txt": `${lrm}[13/02/2025, 10:00:00] Sam: ${lrm}${threat}\r\n${lrm}[13/02/2025, 10:01:00] Sam: ${threat}\r\n` },
      said,
    );
    expect(marked.acts.map(({ text }) => text)).toEqual([threat, threat]);
    expect(marked.acts.map(({ flags }) => flags)).toEqual([["mark-unknown"], []]);
  });

  test.each(["Sam: work", "Sam (added 2024)", "~ Sam", "+44 7700 900123", "Sam - gym", "סם", "\u202aSam\u202c"])(
    "whoever is called %s, the words stay theirs",
    async (name) => {
      const { acts } = await read(lrm + threat, {}, name);
      expect(acts.find(({ when }) => when.wrote.endsWith("10:03:00"))?.text).toContain(threat);
    },
  );

  test.each([
    "British Library (96 Euston Rd): https://foursquare.com/v/4ac518cef964a52019a620e3",
    "Cafe: https://maps.google.com/?q=Cafe+Rosa",
    "https://maps.apple.com/?ll=51.5,-0.1",
  ])("the place %s is a message with its words", async (words) => {
    const act = await actOf(lrm + words);
    expect([act?.kind, act?.from.wrote, act?.text, act?.flags]).toEqual(["message", "Sam", words, []]);
  });

  test.each([
    "<View once message>",
    "<View once photo>",
    "<View once video>",
    "<View once voice message>",
    "<View once message omitted>",
    "<View once voice message omitted>",
    "View once message",
    "View once photo",
    "View once video",
    "View once voice message",
    "View once photo omitted",
    "null",
    "",
  ])("“%s” is Sam's message that could be seen once, and no word of Sam's", async (words) => {
    const act = await actOf(lrm + words);
    expect([act?.kind, act?.from.wrote, act?.text, act?.attachments, act?.flags]).toEqual(["message", "Sam", null, [], ["view-once"]]);
  });

  test("a photo and a video that could be seen once are two acts", async () => {
    const [photo, video] = [await actOf(`${lrm}<View once photo>`), await actOf(`${lrm}<View once video>`)];
    expect(photo?.id).not.toBe(video?.id);
  });

  test.each(["<View once message> and then I come", "View once message for you"])("%s is Sam's message", async (words) => {
    const act = await actOf(lrm + words);
    expect([act?.kind, act?.text, act?.flags]).toEqual(["message", words, ["mark-unknown"]]);
  });

  test("on Android, where no mark stands before words, a mark alone was typed", async () => {
    const { acts } = await handIn(
      { "chat/WhatsApp Chat with Sam.txt": `13/02/2025, 10:00 - Sam: ${lrm}\n13/02/2025, 10:01 - Maya: hello\n` },
      said,
    );
    expect([acts[0]?.text, acts[0]?.flags]).toEqual([lrm, ["mark-unknown"]]);
  });

  test("a place by its two numbers stays a location with its words", async () => {
    const act = await actOf(`${lrm}Location: https://maps.google.com/?q=51.5,-0.1`);
    expect([act?.kind, act?.text]).toEqual(["location", "Location: https://maps.google.com/?q=51.5,-0.1"]);
  });

  test.each([
    "You blocked this contact.",
    "You blocked this contact. Tap to unblock.",
    "You blocked this contact",
    "Du hast diesen Kontakt blockiert.",
  ])("%s is a block by the holder of the phone", async (words) => {
    const act = await actOf(lrm + words);
    expect([act?.kind, act?.from.wrote, act?.to[0]?.wrote, act?.text]).toEqual(["block", "Maya", "Sam", null]);
  });

  test("that a block was lifted is a line of the app with its words", async () => {
    const { readings, acts } = await read(`${lrm}You unblocked this contact.`);
    expect(acts).toHaveLength(3);
    expect(wroteOf(readings)).toContain("You unblocked this contact.");
  });

  test.each([
    "Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or listen to them.",
    "Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them. Learn more.",
    "Messages you send to this chat and calls are now secured with end-to-end encryption. Tap for more info.",
    "Sam’s security code changed. Tap to learn more.",
    "Your security code with Sam changed.",
    "Sam changed their phone number. You're currently chatting with their new number. Tap to add it to your contacts.",
    "Sam changed the subject to “meet at 9: bring keys”",
    "You turned on disappearing messages. New messages will disappear from this chat 7 days after they’re sent, except when kept.",
    "Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.",
    "This business uses a secure service from Meta to manage this chat. Tap to learn more.",
  ])("%s is a line of the app and keeps its words", async (words) => {
    const { readings, acts } = await read(lrm + words);
    expect(acts).toHaveLength(3);
    expect(wroteOf(readings)).toEqual(["Messages and calls are end-to-end encrypted.", words]);
  });
});

describe("without marks", () => {
  const plain = (words: string, more = {}) =>
    handIn({ "c/_chat.txt": `[13/02/2025, 10:00:00] Sam: ${words}\r\n[13/02/2025, 10:01:00] Maya: no\r\n`, ...more }, said);

  test.each([
    "Messages to this chat are (mine)",
    "Messages to this chat are mine and so are you",
    "Messages and calls are end-to-end encrypted so nobody will know that I kill you",
    "Messages and calls are end-to-end encrypted.\r\nI will kill you",
    "Messages and calls are end-to-end encrypted. I will kill you",
    "<attached: I will kill you>",
    "You blocked this contact.",
    threat,
  ])("%s is a message", async (words) => {
    const { acts } = await plain(words);
    expect([acts[0]?.kind, acts[0]?.text]).toEqual(["message", words.replace("\r\n", "\n")]);
  });

  test("the whole sentence about encryption is a line of the app and keeps its words", async () => {
    const { acts, readings } = await plain("Messages and calls are end-to-end encrypted.");
    expect(acts).toHaveLength(1);
    expect(wroteOf(readings)).toEqual(["Messages and calls are end-to-end encrypted."]);
  });

  test.each(["13/02/2025, 10:00 - Sam: ", "13/02/2025, 10:00 - ~ Sam: "])(
    "an Android line %s keeps a threat like a line of the app",
    async (head) => {
      for (const words of [
        threat,
        `${lrm}${threat}`,
        "Messages to this chat are (mine)",
        "You blocked this contact.",
        `You were added\n${threat}`,
      ]) {
        const { acts } = await handIn({ "WhatsApp Chat with Sam.txt": `${head}${words}\n13/02/2025, 10:01 - Maya: no\n` }, said);
        expect(acts[0]?.text).toBe(words);
      }
    },
  );

  test("a line without an author is the app's, and keeps its words, for somebody can have typed it", async () => {
    const { readings } = await handIn(
      {
        "WhatsApp Chat with Sam.txt": `13/02/2025, 10:00 - Sam: hi\n13/02/2025, 10:01 - ${threat}\n13/02/2025, 10:02 - Maya: no\n`,
      },
      said,
    );
    expect(wroteOf(readings)).toEqual([threat]);
  });

  test("with more lines below it, it is a message by nobody named: the app writes one line", async () => {
    const { acts, readings } = await handIn(
      {
        "WhatsApp Chat with Sam.txt": `13/02/2025, 10:00 - Sam: hi\n13/02/2025, 10:01 - ${threat}\nand more\n13/02/2025, 10:02 - Maya: no\n`,
      },
      said,
    );
    expect(wroteOf(readings)).toEqual([]);
    expect(acts.map(({ text }) => text)).toEqual(["hi", `${threat}\nand more`, "no"]);
    expect(acts[1]?.flags).toContain("forged-header");
  });

  test("only the whole sentence about a block is one", async () => {
    const { acts, readings } = await handIn(
      { "WhatsApp Chat with Sam.txt": "13/02/2025, 10:00 - Sam: hi\n13/02/2025, 10:01 - You blocked this contact. I will kill you\n" },
      said,
    );
    expect(acts.map(({ kind }) => kind)).toEqual(["message"]);
    expect(wroteOf(readings)).toEqual(["You blocked this contact. I will kill you"]);
  });
});

describe("edited", () => {
  test("a body that is nothing but the app's words about an edit keeps them", async () => {
    expect((await actOf(`${lrm}<This message was edited>`))?.text).toBe("<This message was edited>");
  });
});

describe("a file named between angle brackets", () => {
  const there = { "WhatsApp Chat - Sam/1-A.jpg": "picture" };

  test.each([
    ["a mark before the bracket", `${lrm}<attached: 1-A.jpg>`, null],
    ["no mark", "<attached: 1-A.jpg>", "<attached: 1-A.jpg>"],
  ])("with %s, it is Sam's and comes with the file that lies beside it", async (_, body, text) => {
    const { acts, notices } = await read(body, there);
    const act = acts.find(({ when }) => when.wrote.endsWith("10:03:00"));
    expect([act?.text, act?.attachments[0]?.size]).toEqual([text, 7]);
    expect(notices).toHaveLength(1);
  });

  test("without a mark and without the file it is words that somebody typed", async () => {
    const act = await actOf("<attached: 1-A.jpg>");
    expect([act?.text, act?.attachments, act?.flags]).toEqual(["<attached: 1-A.jpg>", [], []]);
  });

  test("in a chat that lost its marks the words stay, though the file is not there", async () => {
    const lost = `[13/02/2025, 10:00:00] Sam: <attached: 1-A.jpg>\r\n[13/02/2025, 10:01:00] Maya: no\r\n`;
    const { acts } = await handIn({ "c/_chat.txt": lost }, said);
    expect([acts[0]?.text, acts[0]?.attachments[0]?.name, acts[0]?.flags]).toEqual(["<attached: 1-A.jpg>", "1-A.jpg", ["media-missing"]]);
  });
});

describe("spellings", () => {
  test.each([
    "الصورة غير مدرجة", "şəkil buraxılıb", "изображението е пропуснато", "ছবি বাদ দেওয়া হয়েছে", "imatge omesa", "obrázek vynechán", "billede udeladt",
    "Bild weggelassen", "η εικόνα παραλείφθηκε", "image omitted", "imagen omitida", "pilt välja jäetud", "تصویر حذف شد", "kuva jätetty pois", "inalis ang larawan",
    "image absente", "છબી કાઢી નાખી", "התמונה הושמטה", "चित्र हटाया गया", "slika izostavljena", "kép kihagyva", "gambar tidak disertakan", "immagine omessa",
    "画像は含まれていません", "сурет қосылмаған", "ಚಿತ್ರವನ್ನು ಬಿಡಲಾಗಿದೆ", "이미지 생략됨", "paveikslėlis praleistas", "attēls izlaists", "сликата е изоставена",
    "ചിത്രം ഒഴിവാക്കി", "प्रतिमा वगळली", "imej diabaikan", "bilde utelatt", "afbeelding weggelaten", "ਤਸਵੀਰ ਛੱਡ ਦਿੱਤੀ ਗਈ", "pominięto grafikę",
    "imagem ocultada", "imagem não revelada", "imagine omisă", "изображение отсутствует", "obrázok bol vynechaný", "slika izpuščena", "imazhi u hoq", "слика изостављена",
    "bild utelämnad", "picha haijajumuishwa", "படம் தவிர்க்கப்பட்டது", "చిత్రం తొలగించబడింది", "ไม่รวมรูปภาพ", "görüntü dahil edilmedi", "зображення пропущено",
    "تصویر شامل نہیں", "rasm qoldirib ketilgan", "đã bỏ qua hình ảnh", "图像已忽略", "圖片已略去", "已略去圖片",
  ])("%s is a picture left out", async (words) => {
    const act = await actOf(lrm + words);
    expect([act?.kind, act?.text, act?.flags]).toEqual(["message", null, ["media-missing"]]);
  }); // prettier-ignore

  test.each([
    "video omitted", "vídeo omès", "видеото е пропуснато", "βίντεο που παραλείφθηκε", "το βίντεο παραλείφθηκε", "הסרטון הושמט", "videó kihagyva", "video utelämnad", "video utelatt", "video udeladt",
    "video vynecháno", "video bolo vynechané", "videoclip omis", "video omis", "ویڈیو شامل نہیں", "ভিডিও বাদ দেওয়া হয়েছে", "ਵੀਡੀਓ ਛੱਡ ਦਿੱਤੀ ਗਈ", "વિડિઓ કાઢી નાખી", "ویدیو حذف شد", "已略去影片",
    "影片已略去", "视频已忽略", "動画は含まれていません", "동영상 생략됨", "video tidak disertakan", "відео пропущено", "video izostavljen", "الفيديو غير مدرج",
  ])("%s is a film left out", async (words) => {
    expect((await actOf(lrm + words))?.flags).toEqual(["media-missing"]);
  }); // prettier-ignore

  test.each([
    "Missed video call", "Apel video pierdut", "Αναπάντητη βιντεοκλήση", "שיחת וידאו שלא נענתה", "Zmeškaný videohovor", "Missat videosamtal", "Tapt videoanrop", "Mistet videoopkald",
    "Nem fogadott videohívás", "تماس تصویری بی‌پاسخ", "مسڈ ویڈیو کال", "মিসড ভিডিও কল", "ਖੁੰਝੀ ਵੀਡੀਓ ਕਾਲ", "મિસ્ડ વિડિઓ કૉલ", "未接視像通話", "Cuộc gọi video nhỡ", "สายวิดีโอที่ไม่ได้รับ",
  ])("%s is a missed call", async (words) => {
    const act = await actOf(lrm + words);
    expect([act?.kind, act?.flags]).toEqual(["call", ["missed", "unanswered"]]);
  }); // prettier-ignore

  test.each([
    "הודעה זו נמחקה",
    "ਇਹ ਸੁਨੇਹਾ ਮਿਟਾ ਦਿੱਤਾ ਗਿਆ",
    "આ સંદેશ ડિલીટ કરવામાં આવ્યો",
    "Táto správa bola odstránená",
    "Ova poruka je izbrisana",
    "ข้อความนี้ถูกลบแล้ว",
  ])("%s is a deleted message", async (words) => {
    expect((await actOf(lrm + words))?.flags).toEqual(["deleted"]);
  });
});

test("whatever stands behind marks reads the same, cut anywhere", async () => {
  const bodies = [
    threat,
    "image omitted",
    "You blocked this contact.",
    "<attached: a.jpg>",
    "Messages and calls are end-to-end encrypted.",
    "已略去圖片",
  ];
  const lines = bodies.map((body, i) => `[13/02/2025, 10:0${i}:00] Sam: ${lrm}${body}\r\n`);
  await expectCutsChangeNothing({ "_chat.txt": lines.join("") }, said);
});
