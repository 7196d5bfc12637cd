import type { Flag, Kind } from "@unmask/core";
import { deletedWords, missedCallWords, omittedWords } from "./marked-words.ts";

/**
 * What WhatsApp itself writes into an export, in the languages that phones in this country use most. A text that is in no table stays the
 * text of a message: better the app's words shown as hers than her words lost as the app's.
 *
 * Keys are in comparing form: lower case, without invisible marks, without a full stop at the end (`comparingForm`).
 */

/** Longest text that is compared with the tables; the app writes no longer marker. */
export const longestMarker = 96;

/** The marker of media left out of the export: the only one that words of the person may follow. */
export function isOmitted(marker: Marker): boolean {
  return marker === omitted;
}

/** What the words of the app say happened. */
export interface Marker {
  readonly kind: Kind;
  readonly flags: readonly Flag[];
  /** Seconds of a call. */
  readonly duration?: number;
}

const message = (...flags: Flag[]): Marker => ({ kind: "message", flags });
const deleted: Marker = message("deleted");
const omitted: Marker = message("media-missing");
const viewOnce: Marker = message("view-once");
const missedCall: Marker = { kind: "call", flags: ["missed", "unanswered"] };
const liveLocation: Marker = { kind: "location", flags: [] };

/** The comparing form of a short text. */
export function comparingForm(text: string): string {
  return text
    .replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, "")
    .replace(/[\u00A0\u202F]/g, " ")
    .trim()
    .replace(/[.。]$/, "")
    .toLowerCase();
}

/** Reads a whole body that the app wrote in place of words. Undefined: not one of its markers. `form` is in comparing form. */
export function markerOf(form: string): Marker | undefined {
  return markers.get(form) ?? callOf(form);
}

/** The same behind the app's mark, where more spellings are looked for. */
export function markedMarkerOf(form: string): Marker | undefined {
  return markerOf(form) ?? markedMarkers.get(form);
}

/** Whether the text at a place could be a marker: asked for every message, so it looks at four letters before anything else. */
export function mayBeMarker(text: string, at: number, end: number): boolean {
  if (end - at > longestMarker) return false;
  const key = keyOfOpening(text, at);
  const prefixes = key === -1 ? undefined : prefixesByOpening.get(key);
  if (key !== -1 && prefixes === undefined) return false;
  const most = Math.min(end, at + prefixLength);
  if (key === -1) return markerPairs.has(pairAt(text, at)) && mayBeForeignMarker(text.slice(at, most));
  for (let i = at + openingLength; i < most; i++) if (text.charCodeAt(i) >= 0x80) return mayBeForeignMarker(text.slice(at, most));
  return prefixes?.some((prefix) => at + prefix.length <= most && startsWithLetters(text, at, prefix)) ?? false;
}

/** The first letters as one number, 7 bits each, capitals as small ones; -1 where one of them is no ASCII. */
function keyOfOpening(text: string, at: number): number {
  let key = 0;
  for (let i = at; i < at + openingLength; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) return -1;
    key = (key << 7) | smallLetter(code);
  }
  return key;
}

/** Whether ASCII text has these small letters at a place, as capitals or not. */
function startsWithLetters(text: string, at: number, letters: string): boolean {
  for (let i = openingLength; i < letters.length; i++) if (smallLetter(text.charCodeAt(at + i)) !== letters.charCodeAt(i)) return false;
  return true;
}

function smallLetter(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
}

function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}

function mayBeForeignMarker(opening: string): boolean {
  const start = opening.replace(/[\u00A0\u202F]/g, " ").toLowerCase();
  return prefixLengths.some((length) => markerPrefixes.has(start.slice(0, length)));
}

/** Ten letters tell "message deleted" from "message me". */
const prefixLength = 10;
/** Four tell most messages from any marker in ASCII letters; none of those is shorter. */
const openingLength = 4;

/** What could be seen once: in angle brackets wherever the app may write, bare behind its mark alone, for anybody can type "View once message". */
const viewOnceWords = ["view once message", "view once photo", "view once video", "view once voice message"] as const;

const markers: ReadonlyMap<string, Marker> = new Map<string, Marker>([
  ...each(deleted, [
    "this message was deleted", "you deleted this message", "message deleted", "this message was deleted by admin",
    "se eliminó este mensaje", "este mensaje fue eliminado", "eliminaste este mensaje", "mensaje eliminado",
    "diese nachricht wurde gelöscht", "du hast diese nachricht gelöscht",
    "ce message a été supprimé", "vous avez supprimé ce message", "ce message a été effacé", "vous avez effacé ce message",
    "questo messaggio è stato eliminato", "hai eliminato questo messaggio",
    "mensagem apagada", "esta mensagem foi apagada", "essa mensagem foi apagada", "você apagou esta mensagem", "você apagou essa mensagem",
    "esta mensagem foi eliminada", "eliminou esta mensagem", "apagou esta mensagem",
    "dit bericht is verwijderd", "u hebt dit bericht verwijderd", "je hebt dit bericht verwijderd",
    "ta wiadomość została usunięta", "wiadomość została usunięta", "usunięto tę wiadomość", "usunąłeś tę wiadomość", "usunęłaś tę wiadomość",
    "bu mesaj silindi", "bu mesajı sildiniz",
    "данное сообщение удалено", "сообщение удалено", "вы удалили данное сообщение", "вы удалили это сообщение",
    "це повідомлення видалено", "ви видалили це повідомлення",
    "acest mesaj a fost șters", "ați șters acest mesaj", "ai șters acest mesaj",
    "det här meddelandet togs bort", "du tog bort det här meddelandet", "denne besked blev slettet", "du slettede denne besked",
    "denne meldingen ble slettet", "du slettet denne meldingen", "tämä viesti poistettiin", "poistit tämän viestin",
    "tato zpráva byla odstraněna", "tato zpráva byla smazána", "smazali jste tuto zprávu", "ezt az üzenetet törölték", "törölted ezt az üzenetet",
    "αυτό το μήνυμα διαγράφηκε", "διαγράψατε αυτό το μήνυμα", "това съобщение бе изтрито", "вие изтрихте това съобщение",
    "تم حذف هذه الرسالة", "لقد حذفت هذه الرسالة", "حذفتَ هذه الرسالة", "این پیام حذف شد", "شما این پیام را حذف کردید",
    "یہ پیغام حذف کر دیا گیا تھا", "यह संदेश हटा दिया गया", "यह मैसेज हटा दिया गया", "आपने यह संदेश मिटाया", "আপনি এই মেসেজটি ডিলিট করেছেন", "এই মেসেজটি ডিলিট করা হয়েছে",
    "pesan ini telah dihapus", "anda menghapus pesan ini", "tin nhắn này đã bị xóa", "bạn đã xóa tin nhắn này",
    "このメッセージは削除されました", "メッセージを削除しました", "삭제된 메시지입니다", "메시지를 삭제했습니다",
    "此消息已删除", "您已删除此消息", "您删除了这条消息", "此訊息已刪除", "此訊息已被刪除", "您已刪除此訊息", "您已刪除這則訊息",
  ]),
  ...each(omitted, [
    "<media omitted>", "<attached: omitted>", "<multimedia omitido>", "<archivo omitido>", "<medien ausgeschlossen>", "<medien weggelassen>", "<médias omis>",
    "<media omessi>", "<mídia oculta>", "<arquivo de mídia oculto>", "<media weggelaten>", "<pominięto multimedia>", "<pominięte multimedia>",
    "<medya dahil edilmedi>", "<без медиафайлов>", "<медиафайл пропущен>", "<без медіафайлів>", "<fișier media omis>", "<media omisă>",
    "<media har utelämnats>", "<mediefil udeladt>", "<medier udeladt>", "<uten vedlegg>", "<media jätettiin pois>", "<média vynechána>", "<hiányzó médiafájl>",
    "<παραλείφθηκαν πολυμέσα>", "<تم استبعاد الوسائط>", "<رسانه حذف شده>", "<मीडिया छोड़ा गया>", "<मीडिया के बिना>", "<মিডিয়া বাদ দেওয়া হয়েছে>", "<media tidak disertakan>",
    "<メディアは含まれていません>", "<미디어 파일 제외됨>", "<미디어 파일을 생략한 대화 내용>", "<省略多媒体文件>", "<已省略媒体文件>", "<忽略多媒體檔>", "<媒體已略去>",
    "<video message omitted>", "<video note omitted>",
    "image omitted", "photo omitted", "video omitted", "audio omitted", "sticker omitted", "gif omitted", "document omitted", "contact card omitted", "video note omitted", "voice message omitted",
    "imagen omitida", "video omitido", "vídeo omitido", "audio omitido", "sticker omitido", "gif omitido", "documento omitido", "tarjeta de contacto omitida",
    "bild weggelassen", "video weggelassen", "audio weggelassen", "sticker weggelassen", "gif weggelassen", "dokument weggelassen", "kontaktkarte ausgelassen", "videonachricht weggelassen",
    "image absente", "vidéo absente", "audio omis", "sticker omis", "gif retiré", "document manquant", "fiche contact non incluse",
    "immagine omessa", "video omesso", "audio omesso", "sticker non incluso", "gif esclusa", "documento omesso", "scheda contatto omessa",
    "imagem ocultada", "vídeo ocultado", "áudio ocultado", "figurinha omitida", "imagem não revelada", "vídeo não revelado", "áudio não revelado", "sticker não revelado", "gif não revelada", "documento não revelado", "imagem omitida", "áudio omitido", "cartão do contato omitido",
    "afbeelding weggelaten", "video weggelaten", "audio weggelaten", "sticker weggelaten", "gif weggelaten", "document weggelaten", "contactkaart weggelaten",
    "obraz pominięty", "film pominięty", "plik audio pominięty", "naklejka pominięta", "pominięto obraz", "pominięto film", "pominięto dźwięk",
    "görüntü dahil edilmedi", "video dahil edilmedi", "ses dahil edilmedi", "çıkartma dahil edilmedi", "belge dahil edilmedi",
    "изображение отсутствует", "видео отсутствует", "аудиофайл отсутствует", "стикер не добавлен", "gif отсутствует", "документ пропущен", "документ отсутствует",
    "зображення відсутнє", "наклейку не додано", "gif-анімацію пропущено", "obrázek vynechán", "nálepka vynechána", "gif vynechán",
    "لم يتم إدراج الصورة", "لم يتم إدراج صورة gif", "تم حذف الملصقات", "इमेज छोड़ी गई", "画像は含まれていません", "사진 제외됨", "图像已忽略", "圖片已略去",
  ]),
  ...each(viewOnce, [
    "null", "view once voice message omitted", "view once photo", "view once video",
    ...viewOnceWords.flatMap((words) => [`<${words}>`, `<${words} omitted>`]),
    "<ficheiro não revelado>", "<arquivo não revelado>", "<archivo no revelado>",
  ]),
  ...each(missedCall, [
    "missed voice call", "missed video call", "missed group voice call", "missed group video call", "missed group call", "missed call",
    "silenced voice call", "silenced video call",
    "llamada perdida", "llamada de voz perdida", "videollamada perdida", "verpasster sprachanruf", "verpasster videoanruf", "verpasster anruf",
    "appel vocal manqué", "appel vidéo manqué", "chiamata vocale persa", "chiamata persa", "videochiamata persa",
    "chamada de voz perdida", "chamada de vídeo perdida", "ligação de voz perdida", "ligação de vídeo perdida",
    "gemiste spraakoproep", "gemiste video-oproep", "gemiste videoproep", "nieodebrane połączenie głosowe", "nieodebrane połączenie wideo",
    "cevapsız sesli arama", "cevapsız görüntülü arama", "пропущенный аудиозвонок", "пропущенный видеозвонок", "пропущений аудіодзвінок", "пропущений відеодзвінок",
    "apel vocal pierdut", "apel video pierdut", "missat röstsamtal", "missat videosamtal", "zmeškaný hovor", "zmeškaný videohovor",
    "nem fogadott hanghívás", "nem fogadott videohívás", "αναπάντητη φωνητική κλήση", "αναπάντητη βιντεοκλήση",
    "مكالمة صوتية فائتة", "مكالمة فيديو فائتة", "تماس صوتی بی‌پاسخ", "मिस्ड वॉइस कॉल", "मिस्ड वीडियो कॉल", "মিসড ভয়েস কল", "মিসড ভিডিও কল",
    "panggilan suara tak terjawab", "panggilan video tak terjawab", "不在着信", "音声通話不在着信", "부재중 음성통화", "부재중 영상통화", "未接语音通话", "未接视频通话", "未接語音通話", "未接視訊通話",
  ]),
  ...each(liveLocation, ["live location shared", "ubicación en tiempo real compartida", "live-standort wird geteilt", "localisation en direct partagée", "posizione in tempo reale condivisa", "localização em tempo real compartilhada", "live locatie gedeeld"]),
]); // prettier-ignore

const markedMarkers: ReadonlyMap<string, Marker> = new Map([
  ...each(
    viewOnce,
    viewOnceWords.flatMap((words) => [words, `${words} omitted`]),
  ),
  ...each(omitted, omittedWords.map(comparingForm)),
  ...each(missedCall, missedCallWords.map(comparingForm)),
  ...each(deleted, deletedWords.map(comparingForm)),
]);

function each(marker: Marker, forms: readonly string[]): [string, Marker][] {
  return forms.map((form) => [form.replace(/\u200c/g, ""), marker]);
}

/** Words that open the line of a call that was not missed, as `Voice call, 5 min` or `Video call, No answer`. */
const callOpenings = [
  "voice call", "video call", "group voice call", "group video call", "llamada de voz", "llamada", "videollamada", "sprachanruf", "videoanruf", "appel vocal", "appel vidéo",
  "chiamata vocale", "videochiamata", "chamada de voz", "chamada de vídeo", "ligação de voz", "ligação de vídeo", "spraakoproep", "video-oproep", "połączenie głosowe", "połączenie wideo",
  "sesli arama", "görüntülü arama", "аудиозвонок", "видеозвонок", "голосовой звонок", "音声通話", "ビデオ通話", "语音通话", "视频通话", "語音通話", "視訊通話", "음성통화", "영상통화",
] as const; // prettier-ignore
const callWords = new RegExp(`^(?:${callOpenings.join("|")})[,.،、] ?`);
const notAnswered =
  /^(?:no answer|not answered|unanswered|declined|call declined|cancell?ed|call failed|sin respuesta|keine antwort|nicht angenommen|sans réponse|pas de réponse|nessuna risposta|sem resposta|geen antwoord|brak odpowiedzi|cevap yok|cevapsız|нет ответа|без ответа|无人接听|無人接聽|응답 없음)$/;
/** A missed call with an invitation behind it: `Missed voice call, Tap to call back`. */
const invitation = /, (?:tap|click|press) to call back$|, (?:toca|pulsa) para (?:devolver la llamada|llamar)$|, tippe, um zurückzurufen$/;
const secondsByUnit: ReadonlyMap<string, number> = new Map([
  ...units(1, "s sec secs second seconds sek sekunde sekunden seg segundo segundos secondi secondo secondes seconde sn с сек 秒 秒钟 秒鐘 초"),
  ...units(60, "m min mins minute minutes minuten minuto minutos minuti dk мин 分 分钟 分鐘 분"),
  ...units(3600, "h hr hrs hour hours std stunde stunden uur hora horas heure heures ora ore godz sa ч час 小时 小時 時間 시간"),
]); // prettier-ignore

function units(seconds: number, list: string): [string, number][] {
  return list.split(" ").map((unit) => [unit, seconds]);
}

function callOf(form: string): Marker | undefined {
  const missed = invitation.exec(form);
  if (missed) {
    const marker = markers.get(form.slice(0, missed.index));
    return marker === missedCall ? marker : undefined;
  }
  const opening = callWords.exec(form);
  if (!opening) return undefined;
  const rest = form.slice(opening[0].length);
  if (notAnswered.test(rest)) return { kind: "call", flags: ["unanswered"] };
  const duration = secondsOf(rest);
  if (duration === undefined) return undefined;
  return duration === 0 ? { kind: "call", flags: ["unanswered"], duration } : { kind: "call", flags: [], duration };
}

/** `1 hr 5 min` → 3900. Undefined when it says anything else. */
function secondsOf(text: string): number | undefined {
  if (!/^(?:\d{1,5} ?\p{L}+\.?[ ,،、]*)+$/u.test(text)) return undefined;
  let seconds: number | undefined;
  for (const [, size = "", unit = ""] of text.matchAll(/(\d{1,5}) ?(\p{L}+)/gu)) {
    const perUnit = secondsByUnit.get(unit);
    if (perUnit === undefined) return undefined;
    seconds = (seconds ?? 0) + Number(size) * perUnit;
  }
  return seconds;
}

/** Words behind a file's name on Android: `IMG-20220524-WA0000.jpg (file attached)`. */
const attachedWords: ReadonlySet<string> = new Set([
  "file attached", "archivo adjunto", "datei angehängt", "fichier joint", "file allegato", "arquivo anexado", "ficheiro anexado", "anexo", "bestand bijgevoegd",
  "plik dołączony", "dołączono plik", "załączono plik", "załączony plik", "dosya ekli", "dosya eklendi", "файл добавлен", "файл прикреплен", "файл прикреплён", "файл додано",
  "fișier atașat", "fil bifogad", "bifogad fil", "vedhæftet fil", "fil vedlagt", "fil vedhæftet", "tiedosto liitetty", "soubor byl přiložen", "přiložený soubor", "fájl csatolva", "συνημμένο αρχείο", "επισυνάπτεται αρχείο",
  "الملف مرفق", "ملف مرفق", "فایل پیوست شد", "فائل منسلک", "फ़ाइल संलग्न", "फ़ाइल अटैच की गई", "ফাইল সংযুক্ত", "file terlampir", "tệp đính kèm", "ファイル添付", "添付ファイル", "파일 첨부됨", "文件附件", "附加文件", "檔案已附加", "附件",
]); // prettier-ignore
/** File names that the app itself gives: under such a name any words in brackets will do, whatever the language. */
const appFileName = /^(?:IMG|VID|AUD|PTT|STK|DOC|GIF)-\d{8}-WA\d{4,6}\.[A-Za-z0-9]{2,5}$/;

/** The name of the file that an Android line stands for; undefined when the line is no such line. Linear: looks for the last bracket once. */
export function attachedFileOf(line: string): string | undefined {
  if (!line.endsWith(")")) return undefined;
  const open = line.lastIndexOf(" (");
  if (open < 3) return undefined;
  const name = line.slice(0, open).replace(/^[\u200E\u200F]+/, "");
  if (!/\.[A-Za-z0-9]{1,8}$/.test(name)) return undefined;
  return appFileName.test(name) || attachedWords.has(comparingForm(line.slice(open + 2, -1))) ? name : undefined;
}

/** Words before a file's name on iOS: `<attached: 00000012-PHOTO.jpg>`. Where the app's mark stands before the bracket, any word will do. */
const attachedPrefixes: ReadonlySet<string> = new Set([
  "attached", "adjunto", "anhang", "pièce jointe", "allegato", "anexado", "anexo", "bijgevoegd", "załączono", "załącznik", "прикреплено", "вкладення", "eklendi", "ek",
  "bifogad", "vedhæftet", "liitetty", "přiloženo", "csatolva", "επισυνάπτεται", "atașat", "مرفق", "पीछे लगाया गया", "संलग्न", "添付ファイル", "添付", "첨부", "첨부됨", "附件", "已附加",
]); // prettier-ignore

/** An iOS attachment and the words before it (a document's title or a caption). */
export interface BracketedFile {
  readonly name: string;
  readonly before: string;
}

/** The file in `… <attached: name>` at the end of a line; undefined when there is none. */
export function bracketedFileOf(line: string): BracketedFile | undefined {
  if (!line.endsWith(">")) return undefined;
  const open = line.lastIndexOf("<");
  if (open === -1) return undefined;
  const inside = line.slice(open + 1, -1);
  const colon = /^([^:：<>]{1,24}?) ?[:：] ?(.+)$/.exec(inside.slice(0, longestFileName));
  if (!colon || inside.length > longestFileName) return undefined;
  const [, word = "", name = ""] = colon;
  if (!/\.[A-Za-z0-9]{1,8}$/.test(name)) return undefined;
  // As it stands first: the app writes the word in comparing form.
  const isApps = line.charCodeAt(open - 1) === 0x200e || attachedPrefixes.has(word) || attachedPrefixes.has(comparingForm(word));
  if (!isApps) return undefined;
  return { name, before: line.slice(0, open).replace(/(?<![\u200E\u200F\s])[\u200E\u200F\s]+$/, "") };
}

/** Longest name of a file on any file system the app runs on. Stops a giant "name" from being looked up. */
const longestFileName = 255;

const editedWords: ReadonlySet<string> = new Set([
  "this message was edited", "se editó este mensaje", "este mensaje se editó", "este mensaje fue editado", "diese nachricht wurde bearbeitet", "ce message a été modifié", "questo messaggio è stato modificato",
  "mensagem editada", "esta mensagem foi editada", "essa mensagem foi editada", "dit bericht is bewerkt", "ta wiadomość została zmodyfikowana", "wiadomość edytowana", "bu mesaj düzenlendi",
  "сообщение изменено", "данное сообщение изменено", "повідомлення змінено", "acest mesaj a fost editat", "det här meddelandet redigerades", "denne besked blev redigeret", "tämä viesti muokattiin", "tato zpráva byla upravena", "ezt az üzenetet szerkesztették",
  "το μήνυμα υπέστη επεξεργασία", "تم تعديل هذه الرسالة", "این پیام ویرایش شد", "यह संदेश संपादित किया गया", "pesan ini diedit", "このメッセージは編集されました", "메시지가 수정되었습니다", "此消息已编辑", "此訊息已編輯",
]); // prettier-ignore

/** The text without the app's mark that it was edited; undefined when it bears none. */
export function withoutEditedMark(text: string): string | undefined {
  const open = text.lastIndexOf("<");
  if (open === -1 || text.length - open > longestMarker) return undefined;
  if (!editedWords.has(comparingForm(text.slice(open + 1, -1)))) return undefined;
  return text.slice(0, open).replace(/(?<![\u200E\u200F \u00A0])[\u200E\u200F \u00A0]+$/, "");
}

const place = /^[\p{L} ]{2,24}: ?https:\/\/maps\.google\.com\/\?q=-?\d/u;

/** `Location: https://maps.google.com/?q=51.5,-0.1` in any language. */
export function isPlace(line: string): boolean {
  return line.length < longestPlace && line.includes("maps.google.com/?q=") && place.test(line.replace(/^[\u200E\u200F]+/, ""));
}

const sharedPlace =
  /^(?:[^\n]{1,200}: ?)?https:\/\/(?:(?:www\.)?foursquare\.com|maps\.google\.com|maps\.apple\.com|(?:www\.)?google\.com\/maps|goo\.gl\/maps|maps\.app\.goo\.gl)\/\S*$/u;

/** `British Library (96 Euston Rd): https://foursquare.com/…`: a place that was chosen by name, shared behind the app's mark. */
export function isSharedPlace(text: string): boolean {
  return text.length < longestPlace && sharedPlace.test(text);
}

/** A line with a place: word, link, two numbers, and the name of the place where one was chosen. */
const longestPlace = 400;

/** `POLL:` in some language, marked by the app, with an option below it. */
export function isPoll(text: string): boolean {
  const end = text.indexOf("\n");
  if (end === -1 || end > longestPollWord || text.charCodeAt(end - 1) !== 0x3a) return false;
  return /^\u200E?[\p{L} ]{2,24}:$/u.test(text.slice(0, end)) && /\n\u200E[\p{L} ]{2,24}: /u.test(text.slice(0, longestPoll));
}

/** Longest first line of a poll: a mark, the word, a colon. Most messages are longer, and none is searched for it. */
const longestPollWord = 26;

/** Reach for the first option below a question. */
const longestPoll = 4096;

/** What a line without an author, or of the app under an author's name, is about; in our words. */
export function noticeOf(form: string): string {
  if (encryption.test(form)) return "encryption notice";
  if (numberChanged.test(form)) return "number-changed notice";
  if (groupLine.test(form)) return "group notice";
  if (disappearing.test(form)) return "disappearing-messages notice";
  return "line by the app";
}

const encryption =
  /end-to-end encrypt|end-to-end-versleutel|ende-zu-ende|extremo a extremo|ponta a ponta|bout en bout|crittografi|uçtan uca|сквозн|наскрізн|koncov(?:ým|é) šifr|security code|sicherheitscode|sicherheitsnummer|código de segur|code de sécurité|codice di sicurezza|beveiligingscode|kod bezpieczeństwa|güvenlik kodu|код безопасности|الطرفين|エンドツーエンド|종단간|端到端|点对点/;
const numberChanged =
  /changed (?:to (?:a new number|\+?\d)|(?:their|his|her) phone number)|has a new (?:phone )?number|cambió su número|cambió a un nuevo número|neue nummer|telefonnummer (?:geändert|gewechselt)|changé de numéro|nuovo numero|cambiato numero|mudou (?:de|para um novo) número|nieuw(?:e telefoon)?nummer|numer telefonu|numarasını değiştirdi|сменил[аи]? номер/;
const groupLine =
  /created (?:this |the )?(?:group|community)|changed (?:the |this )(?:subject|group|community)|(?:^|[^\p{L}])(?:added|removed|invited) |(?:^| )(?:was|were) added|joined (?:using|from|via|the group)| left(?: the group)?$|now an admin|no longer an admin|creó (?:el |este )?grupo|cambió (?:el |la )(?:asunto|nombre|descripción|ícono|foto)|añadió a|se unió|salió del grupo|eliminó a|hat die gruppe|hat den (?:betreff|gruppennamen|namen der gruppe)|hinzugefügt|hat .{1,80} entfernt|a créé le groupe|a changé (?:le sujet|l.objet|l.icône|la description)|a ajouté|a quitté|ha creato il gruppo|ha cambiato (?:l.oggetto|l.immagine|la descrizione)|ha aggiunto|ha abbandonato|criou (?:o |este )?grupo|mudou o (?:assunto|nome)|alterou|adicionou|saiu(?: do grupo)?$|heeft (?:de groep|het onderwerp|de groepsnaam)|toegevoegd|utworzył|zmienił|dodał|opuścił|grubu (?:kurdu|oluşturdu)|grup konusunu|ekledi|ayrıldı|создал|сменил тему|изменил|добавил|вышел|покинул/u;
const disappearing =
  /disappearing messages|mensajes temporales|mensagens temporárias|messages éphémères|messaggi effimeri|verschwindende nachrichten|selbstlöschende|zelfverwijderende|süreli mesajlar|исчезающие сообщения/;

/** Words of the app before a colon: what stands before it is no name. `candidate` is in comparing form. */
export function isAppSentence(candidate: string): boolean {
  return (
    encryption.test(candidate) ||
    numberChanged.test(candidate) ||
    disappearing.test(candidate) ||
    (candidate.includes(" ") && groupLine.test(candidate))
  );
}

const markerPrefixes: ReadonlySet<string> = new Set([...markers.keys(), ...callOpenings].map((form) => form.slice(0, prefixLength)));
const prefixLengths: readonly number[] = [...new Set([...markerPrefixes].map(({ length }) => length))];
const markerPairs: ReadonlySet<number> = new Set(
  [...markerPrefixes].flatMap((prefix) => {
    const [first, second] = [prefix.charAt(0), prefix.charAt(1)];
    return [first, first.toUpperCase()].flatMap((one) => [second, second.toUpperCase()].map((two) => pairAt(one + two, 0)));
  }),
);
/** The prefixes by `keyOfOpening`. */
const prefixesByOpening: ReadonlyMap<number, readonly string[]> = byOpening([...markerPrefixes]);

function byOpening(prefixes: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  // In one text: a function that was shown many kinds of string is slow with every message after them.
  const together = prefixes.join("");
  let at = 0;
  for (const prefix of prefixes) {
    const key = keyOfOpening(together, at);
    at += prefix.length;
    if (key !== -1) found.set(key, [...(found.get(key) ?? []), prefix]);
  }
  return found;
}
