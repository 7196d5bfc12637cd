/**
 * Words by which people and programs say that another mail stands below, inside their own: "----- Begin Included Message -----". A line
 * that begins like a mail is no border directly below them: what the sender wrote under the quoted mail would be given to the quoted person.
 */

/** What the words above a line say about it: it begins a mail that somebody quotes; perhaps; nothing. */
export type Announcement = "quoted" | "perhaps" | undefined;

/** Characters above a line that are looked at. */
export const announcementLookback: number = 8 * 1024;
/** Longest line that announces. */
const longestAnnouncement = 200;

const kind = "(?:included|forwarded|original|attached|quoted|enclosed|unsent|returned|undelivered|undeliverable|resent|redirected|bounced)";
const thing = "(?:e-?mails?|mails?|messages?|text|letters?)";
const tail = "(?:,? (?:from|by|to|follows?|below|here|attached|received|dated|sent|including)\\b.*)?";
const opening = new RegExp(
  `^(?:(?:begin(?:ning)?|start)(?: of)? ?)?(?:the |an? |this is (?:the |an? ))?(?:${kind} ${thing}|${thing} forwarded)${tail}$`,
);
const copy =
  /^(?:below this line is|this is|here is|what follows is) an? copy of (?:the|your|my) (?:original )?(?:message|mail|e-?mail)\b.*$/;
const closing = new RegExp(`^(?:end(?:ing)?|finish)\\b(?: of)? ?(?:the |an? )?(?:${kind} ${thing}|${thing} forwarded|pgp\\b).*$`);
/** What people type above a mail that they put into their own, in English: look what he wrote. */
const pointing =
  /\b(?:look|see|read|check|this is|that is|that's|here is|here's|here are|below is)\b.{0,40}\bwhat\b.{0,40}\b(?:wrote|writes|sent|sends|said|says|got|received|came|comes)\b|\bwhat (?:he|she|they) (?:wrote|sent|said)\b|\b(?:he|she|they|i) (?:just |also |then |has |have )*(?:wrote|sent|got|received|forwarded|mailed|emailed)\b.{0,40}\b(?:this|these|following)\b.{0,20}$|\b(?:look|see|read)\b.{0,20}\bbelow\b.{0,20}$|\b(?:here is|here's|here are|this is|these are|below is|below are) (?:his|her|their|my)\b.{0,30}\b(?:e-?mails?|mails?|messages?|letters?|notes?|reply|replies|answers?|texts?)\b/i;
/** As mail programs in other languages write it, Outlook, Thunderbird and Gmail. */
const elsewhere: ReadonlySet<string> = new Set([
  "anfang der weitergeleiteten nachricht", "weitergeleitete nachricht", "ursprüngliche nachricht", "urspruengliche nachricht", "originalnachricht", "original-nachricht",
  "message transféré", "message transfere", "message d'origine", "message d’origine", "message original", "début du message transféré", "début du message réexpédié", "e-mail transféré",
  "mensaje reenviado", "mensaje original", "inicio del mensaje reenviado", "messaggio inoltrato", "messaggio originale", "inizio messaggio inoltrato", "inizio del messaggio inoltrato",
  "mensagem encaminhada", "mensagem original", "início da mensagem reencaminhada", "doorgestuurd bericht", "oorspronkelijk bericht", "origineel bericht", "begin doorgestuurd bericht",
  "videresendt besked", "videresendt meddelelse", "oprindelig meddelelse", "oprindelig besked", "opprinnelig melding", "videresendt melding", "vidarebefordrat meddelande", "vidarebefordrat brev",
  "ursprungligt meddelande", "originalmeddelande", "alkuperäinen viesti", "välitetty viesti", "edelleenlähetetty viesti", "wiadomość oryginalna", "oryginalna wiadomość", "treść przekazanej wiadomości",
  "przekazana wiadomość", "wiadomość przekazana dalej", "původní zpráva", "přeposlaná zpráva", "předaná zpráva", "pôvodná správa", "preposlaná správa", "eredeti üzenet", "továbbított üzenet",
  "mesaj original", "mesaj redirecționat", "mesajul original", "mesajul redirecționat", "αρχικό μήνυμα", "προωθημένο μήνυμα", "исходное сообщение", "пересылаемое сообщение", "пересланное сообщение",
  "перенаправленное сообщение", "вихідне повідомлення", "переслане повідомлення", "оригинално съобщение", "препратено съобщение", "özgün ileti", "orijinal mesaj", "iletilmiş mesaj", "yönlendirilmiş ileti",
  "neges wreiddiol", "neges a anfonwyd ymlaen", "neges wedi'i hanfon ymlaen", "الرسالة الأصلية", "رسالة معاد توجيهها", "رسالة مُعاد توجيهها", "پیام اصلی", "پیام هدایت شده", "ההודעה המקורית", "הודעה שהועברה",
  "اصل پیغام", "मूल संदेश", "अग्रेषित संदेश", "আসল বার্তা", "ਮੂਲ ਸੁਨੇਹਾ", "ข้อความต้นฉบับ", "ข้อความที่ส่งต่อ", "thư gốc", "tin nhắn đã chuyển tiếp", "pesan asli", "pesan terusan",
  "原始邮件", "邮件原件", "转发的邮件", "转发邮件信息", "已转发邮件", "原始郵件", "轉寄郵件", "轉寄的郵件", "元のメッセージ", "転送メッセージ", "転送されたメッセージ", "원본 메시지", "원본 메일", "전달된 메일", "전달된 메시지",
]); // prettier-ignore

/**
 * Whether the words above need a closer look, asked for every mail: `above` as it comes out of any decoder that leaves ASCII alone, `delimiter`
 * that of the parts of the mail, behind whose end nothing is quoted.
 */
export function mayAnnounce(above: string, delimiter: string | undefined): boolean {
  let end = above.length;
  while (end > 0 && above.charCodeAt(end - 1) <= 0x20) end--;
  const from = above.lastIndexOf("\n", end - 1) + 1;
  if (delimiter !== undefined && end - from === delimiter.length + 2 && above.startsWith(`${delimiter}--`, from)) return false;
  const last = above.slice(from, Math.min(end, from + longestAnnouncement));
  if (/^[\s>|]*[-=_*~#+]|[:]|\.eml|message|mail|text|letter/i.test(last) || isPointing(last)) return true;
  return /[Bb]egin|BEGIN|[Ss]tart|orwarded/.test(above);
}

/** Judges the lines above a line that begins like a mail: `above` is the mail that is open, as UTF-8, up to that line. */
export function judgeAnnouncement(above: string): Announcement {
  const paragraph = lastParagraph(above);
  const last = paragraph.at(-1);
  if (last === undefined || last.length > longestAnnouncement) return undefined;
  if (isOpening(last) || /^[\s>]*-{3,} ?forwarded by /i.test(last)) return "quoted";
  // A part or a signed text that has just begun: nothing of it stands above.
  if (paragraph.every((line) => /^[!-9;-~]+:|^[ \t]|^--/.test(line)) && paragraph.some((line) => /^content-type:\s*message\//i.test(line)))
    return "quoted";
  if (/^-----BEGIN PGP SIGNED MESSAGE-----$/.test(paragraph.find((line) => !line.startsWith("Hash:")) ?? "")) return "quoted";
  if (isClosing(last)) return undefined;
  const isRule = /^[-=_*~+#]{3,}[ \t]*[^-=_*~+#\s].*\s/.test(last) && /\p{L}/u.test(last);
  // Not of underscores: lists of mail put those under all that they send.
  const isBareRule = /^([-=*~+#])\1{2,}$/.test(last);
  return isRule || isBareRule || last.endsWith(":") || /\.eml\W{0,3}$/i.test(last) || isPointing(last) ? "perhaps" : undefined;
}

/** What is quoted from another says nothing about what stands below. The apostrophe of phones comes as Windows-1252, too. */
function isPointing(line: string): boolean {
  return !/^[ \t]*[>|]/.test(line) && pointing.test(line.replace(/\u2019|\u00E2[\u20AC\u0080][\u2122\u0099]/g, "'"));
}

/** Whether a block that was opened with "Begin …" or a PGP signature above has not been closed yet. */
export function isBlockOpen(above: string): boolean {
  let isOpen = false;
  for (const [line] of above.matchAll(/^[ \t>|]*[-=_*]{2}[^\n]{4,198}$/gm)) {
    if (/-----BEGIN PGP SIGNED MESSAGE-----/.test(line) || (isOpening(line) && /begin|start|forwarded/i.test(line))) isOpen = true;
    else if (isClosing(line)) isOpen = false;
  }
  return isOpen;
}

/** Where the line begins that closes such a block; undefined when none does before another block begins. */
export function closeOfBlock(below: string): number | undefined {
  for (const match of below.matchAll(/^[ \t>|]*[-=_*]{2}[^\n]{4,198}$/gm)) {
    if (isClosing(match[0])) return match.index;
    if (isOpening(match[0]) || /BEGIN PGP SIGNED/.test(match[0])) return undefined;
  }
  return undefined;
}

/** A line that may begin or end such a frame; its words stand in the pattern because every part of every mail begins with dashes. */
const frameLine = /^[ \t]*[-=_*+]{2}(?=[^\n]*?(?:begin|start|end|finish))[^\n]{4,198}$/gim;

/** Of a frame of quoted mails a mail holds the begin and no end, or the end and no begin: perhaps a border was found inside the frame. */
export function tornFrame(mail: string): "opens" | "closes" | undefined {
  let torn: "opens" | "closes" | undefined;
  if (mail.search(frameLine) < 0) return undefined;
  for (const [line] of mail.matchAll(frameLine)) {
    if (/begin|start/i.test(line) && isOpening(line)) torn = "opens";
    else if (isClosing(line) && !/\bpgp\b/i.test(line)) torn = torn === "opens" ? undefined : "closes";
  }
  return torn;
}

function isOpening(line: string): boolean {
  const label = labelOf(line);
  return opening.test(label) || copy.test(label) || elsewhere.has(label);
}

function isClosing(line: string): boolean {
  return closing.test(labelOf(line));
}

/** The words of a line without the dashes and marks around them. */
function labelOf(line: string): string {
  return line
    .slice(0, longestAnnouncement)
    .normalize("NFC")
    .replace(/^[^\p{L}\p{M}\p{N}]+/u, "")
    .replace(/[^\p{L}\p{M}\p{N})>]+$/u, "")
    .replace(/\s+/g, " ")
    .toLowerCase();
}

/** The lines after the last empty one, without the empty ones at the end. */
function lastParagraph(above: string): readonly string[] {
  const lines = above.trimEnd().split("\n").slice(-12);
  const empty = lines.findLastIndex((line) => line.trim() === "");
  return lines.slice(empty + 1).map((line) => line.trimEnd());
}
