import { unblockNotice } from "../../importer.ts";
import { comparingForm } from "./words.ts";

/**
 * The whole sentences that WhatsApp writes under somebody's name. Anybody can type the app's mark and the beginning of such a sentence, so
 * nothing but a sentence that is known to its last letter is the app's; a sentence that is missing here stays words of the person.
 * Sentences in other languages are written from knowledge of the language: docs/formats/sources/whatsapp.md, "Words of the app".
 */

/** Longest notice that is compared. Stops a giant message from being matched against every sentence. */
const longestSentence = 600;

/** Sentences that may stand behind one of those below; each may be missing. */
const endings = [
  "tap to learn more", "tap for more info", "tap for more information", "learn more", "click to learn more", "tap to unblock", "tap to change", "tap to message or call the new number", "tap to add it to your contacts",
  "no one outside of this chat can read them", "no one outside of this chat can read or listen to them", "no one outside of this chat, not even whatsapp, can read or listen to them", "not even whatsapp can read or listen to them",
  "only people in this chat can read, listen to, or share them", "new messages will disappear from this chat", "messages will disappear",
  "tippe, um mehr zu erfahren", "tippe für mehr infos", "tippe für weitere infos", "mehr erfahren", "niemand außerhalb dieses chats kann sie lesen oder anhören, nicht einmal whatsapp", "niemand außerhalb dieses chats kann sie lesen", "nur personen in diesem chat können sie lesen, anhören oder teilen", "tippe, um die blockierung aufzuheben",
  "toca para obtener más información", "toca para más información", "más información", "obtener más información", "nadie fuera de este chat, ni siquiera whatsapp, puede leerlos ni escucharlos", "solo las personas en este chat pueden leerlos, escucharlos o compartirlos", "toca para desbloquear", "toca para desbloquearlo",
  "appuyez pour en savoir plus", "en savoir plus", "aucun tiers, pas même whatsapp, ne peut les lire ou les écouter", "seules les personnes qui participent à cette discussion peuvent les lire, les écouter ou les partager", "appuyez pour débloquer",
  "tocca per saperne di più", "tocca per maggiori informazioni", "scopri di più", "nessuno al di fuori di questa chat, nemmeno whatsapp, può leggerne o ascoltarne il contenuto", "tocca per sbloccare", "tocca per sbloccarlo",
  "toque para saber mais", "saiba mais", "ninguém fora desta conversa, nem mesmo o whatsapp, pode ler ou ouvi-las", "ninguém fora desta conversa pode ler ou ouvi-las", "toque para desbloquear",
  "tik voor meer informatie", "tik voor meer info", "meer informatie", "niemand buiten deze chat kan ze lezen of beluisteren, zelfs whatsapp niet", "tik om te deblokkeren",
  "dotknij, aby dowiedzieć się więcej", "dowiedz się więcej", "nikt spoza tego czatu, nawet whatsapp, nie może ich odczytać ani odsłuchać", "daha fazla bilgi edinmek için dokunun", "daha fazla bilgi edinin", "bu sohbetin dışındaki hiç kimse, whatsapp bile, bunları okuyamaz veya dinleyemez",
  "нажмите, чтобы узнать больше", "подробнее", "никто за пределами этого чата, включая whatsapp, не может прочитать или прослушать их", "торкніться, щоб дізнатися більше", "докладніше",
  "انقر لمعرفة المزيد", "لا يمكن لأي شخص خارج هذه الدردشة، ولا حتى واتساب، قراءتها أو الاستماع إليها",
] as const; // prettier-ignore

/** A name of somebody in the chat stands for `{x}` and `{y}`, a stretch of time for `{t}`, a text between quotation marks for `{q}`. */
const sentencesBySays = {
  "encryption notice": [
    "messages and calls are end-to-end encrypted", "messages are end-to-end encrypted", "messages to this chat and calls are now secured with end-to-end encryption", "messages you send to this chat and calls are now secured with end-to-end encryption",
    "messages to this group are now secured with end-to-end encryption", "messages you send to this group are now secured with end-to-end encryption", "messages to this chat are now secured with end-to-end encryption", "messages you send to this chat are now secured with end-to-end encryption",
    "your security code with {x} changed", "your security code with {x} has changed", "{x}'s security code changed", "{x}'s security code has changed",
    "nachrichten und anrufe sind ende-zu-ende-verschlüsselt", "nachrichten in diesem chat sowie anrufe sind jetzt mit ende-zu-ende-verschlüsselung geschützt", "nachrichten, die du in diesem chat sendest, sowie anrufe sind jetzt mit ende-zu-ende-verschlüsselung geschützt",
    "deine sicherheitsnummer für {x} hat sich geändert", "deine sicherheitsnummer mit {x} hat sich geändert", "dein sicherheitscode mit {x} hat sich geändert", "die sicherheitsnummer von {x} hat sich geändert",
    "los mensajes y las llamadas están cifrados de extremo a extremo", "los mensajes y llamadas están cifrados de extremo a extremo", "cambió tu código de seguridad con {x}", "tu código de seguridad con {x} cambió", "el código de seguridad de {x} cambió",
    "les messages et les appels sont chiffrés de bout en bout", "votre code de sécurité avec {x} a changé", "le code de sécurité de {x} a changé",
    "i messaggi e le chiamate sono crittografati end-to-end", "il tuo codice di sicurezza con {x} è cambiato", "il codice di sicurezza di {x} è cambiato",
    "as mensagens e as chamadas são protegidas com a criptografia de ponta a ponta", "as mensagens e ligações são protegidas com a criptografia de ponta a ponta", "as mensagens e as ligações são protegidas com a criptografia de ponta a ponta", "as mensagens e chamadas são encriptadas ponto a ponto", "as mensagens e as chamadas são encriptadas ponto a ponto", "seu código de segurança com {x} mudou", "o seu código de segurança com {x} mudou",
    "berichten en oproepen zijn end-to-end versleuteld", "berichten en gesprekken zijn end-to-end versleuteld", "je beveiligingscode met {x} is gewijzigd", "uw beveiligingscode met {x} is gewijzigd",
    "wiadomości i połączenia są szyfrowane end-to-end", "wiadomości i połączenia są w pełni szyfrowane", "wiadomości i połączenia są zabezpieczone pełnym szyfrowaniem", "twój kod bezpieczeństwa z {x} zmienił się",
    "mesajlar ve aramalar uçtan uca şifrelidir", "mesajlar ve aramalar uçtan uca şifrelenmektedir", "сообщения и звонки защищены сквозным шифрованием", "ваш код безопасности с {x} изменился", "повідомлення та виклики захищено наскрізним шифруванням", "повідомлення та дзвінки захищено наскрізним шифруванням",
    "mesajele și apelurile sunt criptate integral", "meddelanden och samtal är totalsträckskrypterade", "meddelanden och samtal är krypterade från ände till ände", "beskeder og opkald er end-to-end-krypterede", "meldinger og anrop er ende-til-ende-kryptert", "viestit ja puhelut ovat päästä päähän -salattuja", "viestit ja puhelut on täysin salattu",
    "zprávy a hovory jsou šifrovány koncovým šifrováním", "zprávy a hovory jsou koncově šifrované", "správy a hovory sú šifrované end-to-end", "az üzenetek és a hívások végpontok közötti titkosítással védettek", "τα μηνύματα και οι κλήσεις είναι κρυπτογραφημένα από άκρο σε άκρο", "съобщенията и обажданията са защитени с шифроване от край до край", "poruke i pozivi su kriptirani s kraja na kraj",
    "الرسائل والمكالمات مشفرة تمامًا بين الطرفين", "الرسائل والمكالمات مشفرة تماماً بين الطرفين", "الرسائل والمكالمات مشفرة بين الطرفين", "ההודעות והשיחות מוצפנות מקצה לקצה", "پیام‌ها و تماس‌ها رمزگذاری سرتاسری شده‌اند", "پیغامات اور کالز مکمل طور پر رمز بند ہیں", "संदेश और कॉल एंड-टू-एंड एन्क्रिप्टेड हैं", "मैसेज और कॉल एंड-टू-एंड एन्क्रिप्टेड हैं", "মেসেজ এবং কল এন্ড-টু-এন্ড এনক্রিপ্ট করা",
    "pesan dan panggilan dienkripsi secara end-to-end", "mesej dan panggilan disulitkan hujung ke hujung", "tin nhắn và cuộc gọi được mã hóa đầu cuối", "メッセージと通話はエンドツーエンドで暗号化されています", "メッセージと通話はエンドツーエンド暗号化されています", "메시지와 통화는 종단간 암호화됩니다", "消息和通话已进行端到端加密", "消息和通话都进行端到端加密", "訊息和通話皆經端對端加密", "訊息和通話經端對端加密",
  ],
  "number-changed notice": [
    "{x} changed their phone number", "{x} changed their phone number. you're currently chatting with their new number", "{x} changed their phone number to a new number", "{x} changed to a new number", "{x} changed to {y}", "{x} has a new phone number",
    "{x} hat die telefonnummer gewechselt", "{x} hat die telefonnummer geändert", "{x} hat eine neue telefonnummer", "{x} cambió su número de teléfono", "{x} cambió a un nuevo número", "{x} a changé de numéro de téléphone", "{x} ha cambiato numero di telefono", "{x} mudou de número de telefone", "{x} mudou para um novo número", "{x} heeft een nieuw telefoonnummer",
  ],
  "disappearing-messages notice": [
    "{x} turned on disappearing messages", "{x} turned on disappearing messages. new messages will disappear from this chat {t} after they're sent", "{x} turned on disappearing messages. new messages will disappear from this chat {t} after they're sent, except when kept", "{x} turned on disappearing messages. all new messages will disappear from this chat {t} after they're sent",
    "{x} turned off disappearing messages", "{x} set disappearing messages to {t}", "{x} updated the message timer. new messages will disappear from this chat {t} after they're sent", "{x} updated the message timer. new messages will disappear from this chat {t} after they're sent, except when kept",
    "{x} uses a default timer for disappearing messages in new chats. new messages will disappear from this chat {t} after they're sent, except when kept", "{x} use a default timer for disappearing messages in new chats. new messages will disappear from this chat {t} after they're sent, except when kept",
    "{x} hat selbstlöschende nachrichten ausgeschaltet", "{x} hat selbstlöschende nachrichten deaktiviert", "{x} hast selbstlöschende nachrichten deaktiviert", "{x} activó los mensajes temporales", "{x} desactivó los mensajes temporales", "{x} a activé les messages éphémères", "{x} a désactivé les messages éphémères", "{x} ha attivato i messaggi effimeri", "{x} ha disattivato i messaggi effimeri", "{x} ativou as mensagens temporárias", "{x} desativou as mensagens temporárias",
  ],
  "group notice": [
    "{x} created this group", "{x} created group {q}", "{x} created the group {q}", "{x} changed the subject to {q}", "{x} changed the subject from {q} to {q}", "{x} changed the group name to {q}", "{x} changed the group name from {q} to {q}",
    "{x} changed this group's icon", "{x} changed the group icon", "{x} changed this group's picture", "{x} deleted this group's icon", "{x} changed the group description", "{x} changed this group's settings to allow only admins to send messages to this group", "{x} changed this group's settings to allow all participants to send messages to this group",
    "{x} added {y}", "{x} removed {y}", "{x} was added", "{x} were added", "{x} were removed", "{x} was removed", "{x} left", "{x} left the group", "{x} joined using this group's invite link", "{x} joined using an invite link", "{x} joined from the community", "{x} joined the group via invite link", "{x}'re now an admin", "{x}'re no longer an admin", "{x} is now an admin", "{x} is no longer an admin",
    "{x} hat die gruppe erstellt", "{x} hat die gruppe {q} erstellt", "{x} hat den betreff zu {q} geändert", "{x} hat den betreff von {q} zu {q} geändert", "{x} hat den gruppennamen zu {q} geändert", "{x} hat {y} hinzugefügt", "{x} hat {y} entfernt", "{x} hat die gruppe verlassen", "{x} hat das gruppenbild geändert", "{x} hat die gruppenbeschreibung geändert",
    "{x} creó este grupo", "{x} creó el grupo {q}", "{x} cambió el asunto a {q}", "{x} cambió el asunto de {q} a {q}", "{x} añadió a {y}", "{x} eliminó a {y}", "{x} salió del grupo", "{x} cambió el ícono de este grupo",
    "{x} a créé le groupe {q}", "{x} a créé ce groupe", "{x} a ajouté {y}", "{x} a retiré {y}", "{x} a quitté le groupe", "{x} a changé le sujet en {q}", "{x} a changé l'icône de ce groupe",
    "{x} ha creato il gruppo {q}", "{x} ha aggiunto {y}", "{x} ha rimosso {y}", "{x} ha abbandonato il gruppo", "{x} ha abbandonato", "{x} ha cambiato l'oggetto in {q}", "{x} criou este grupo", "{x} criou o grupo {q}", "{x} adicionou {y}", "{x} removeu {y}", "{x} saiu do grupo", "{x} saiu", "{x} mudou o nome do grupo para {q}",
    "{x} heeft de groep {q} gemaakt", "{x} heeft {y} toegevoegd", "{x} heeft {y} verwijderd", "{x} heeft de groep verlaten", "{x} utworzył grupę {q}", "{x} dodał {y}", "{x} opuścił grupę",
  ],
  [unblockNotice]: [
    "you unblocked this contact", "you unblocked this business", "you unblocked this account", "desbloqueaste a este contacto", "has desbloqueado a este contacto", "du hast die blockierung dieses kontakts aufgehoben", "du hast diesen kontakt freigegeben", "vous avez débloqué ce contact", "hai sbloccato questo contatto", "você desbloqueou este contato", "desbloqueou este contacto", "u hebt dit contact gedeblokkeerd", "je hebt dit contact gedeblokkeerd", "odblokowałeś ten kontakt", "bu kişinin engelini kaldırdınız", "вы разблокировали этот контакт", "вы разблокировали данный контакт",
  ],
  "line by the app": [
    "this business uses a secure service from meta to manage this chat", "this business uses a secure service from facebook to manage this chat", "this business works with other companies to manage this chat", "this chat is with a business account", "you are now chatting with a business account", "this business account has now registered as a standard account", "this sender is not in your contacts", "waiting for this message", "waiting for this message. this may take a while",
    "{x} is a contact", "{x} is not in your contacts", "{x} pinned a message", "{x} kept a message", "{x} started a call", "{x} started a video call", "{x} changed the chat theme",
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>; // prettier-ignore

const blocked = [
  "you blocked this contact", "you blocked this account", "you blocked this business", "has bloqueado a este contacto", "bloqueaste a este contacto", "bloqueaste este contacto", "du hast diesen kontakt blockiert", "vous avez bloqué ce contact", "hai bloccato questo contatto",
  "você bloqueou este contato", "bloqueou este contacto", "u hebt dit contact geblokkeerd", "je hebt dit contact geblokkeerd", "zablokowałeś ten kontakt", "zablokowałaś ten kontakt", "bu kişiyi engellediniz", "вы заблокировали этот контакт", "вы заблокировали данный контакт", "ви заблокували цей контакт",
  "ai blocat acest contact", "ați blocat acest contact", "du blockerade den här kontakten", "du har blockerat den här kontakten", "du blokerede denne kontakt", "du blokkerte denne kontakten", "estit tämän yhteystiedon", "zablokovali jste tento kontakt", "zablokovali ste tento kontakt", "letiltottad ezt a névjegyet",
  "αποκλείσατε αυτήν την επαφή", "блокирахте този контакт", "blokirali ste ovaj kontakt", "لقد حظرت جهة الاتصال هذه", "חסמת את איש הקשר הזה", "חסמת איש קשר זה", "شما این مخاطب را مسدود کردید", "آپ نے اس رابطہ کو بلاک کر دیا", "आपने इस संपर्क को ब्लॉक किया", "আপনি এই পরিচিতিকে ব্লক করেছেন", "anda memblokir kontak ini", "bạn đã chặn liên hệ này", "この連絡先をブロックしました", "이 연락처를 차단했습니다", "您已封鎖此聯絡人", "您封鎖了此聯絡人", "您已屏蔽此联系人", "您屏蔽了此联系人", "您已将此联系人加入黑名单",
] as const; // prettier-ignore

/** How a name is compared with one in a sentence. */
export function nameForm(name: string): string {
  return sentenceForm(name.replace(/^[\s\u200E\u202A]*~ ?/, ""));
}

/** How a sentence is compared: the comparing form, with one kind of apostrophe and of blank. */
function sentenceForm(text: string): string {
  return comparingForm(text.replace(/[’‘ʼ]/g, "'")).replace(/ +/g, " ");
}

/** A name is held to 100 characters, a subject of a group to as many as the app allows. Only names are captured. */
const slots: ReadonlyMap<string, string> = new Map([
  ["{x}", "(.{1,100}?)"],
  ["{y}", "(.{1,100}?)"],
  ["{t}", "\\d{1,3} (?:seconds?|minutes?|hours?|days?|weeks?)"],
  ["{q}", "[\"“„«][^\"“”„«»\\n]{0,100}[\"”“»]"],
]); // prettier-ignore

const exact: ReadonlyMap<string, string> = new Map(sayings().filter(([form]) => !form.includes("{")));
const withNames: readonly (readonly [RegExp, string])[] = sayings().flatMap(([form, says]) =>
  form.includes("{") ? [[patternOf(form), says] as const] : [],
);
const blocks: ReadonlySet<string> = new Set(blocked.map(sentenceForm));
/** Letters that tell the sentences about encryption from most messages. */
const openingLength = 8;
const encryptionOpenings: ReadonlySet<string> = new Set(
  [...exact].flatMap(([form, says]) => (says === "encryption notice" ? [form.slice(0, openingLength)] : [])),
);
const endingForms: readonly string[] = [...new Set(endings.map(sentenceForm))];

function sayings(): [string, string][] {
  return Object.entries(sentencesBySays).flatMap(([says, sentences]) =>
    sentences.map((one): [string, string] => [sentenceForm(one), says]),
  );
}

function patternOf(form: string): RegExp {
  const parts = form.split(/(\{[xytq]\})/).map((part) => slots.get(part) ?? part.replace(/[.*+?^$()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("")}$`, "u");
}

const you: ReadonlySet<string> = new Set(["you", "du", "tú", "vous", "tu", "você", "je", "u", "ty"]);
const number = /^\+?[\d ().-]{7,24}$/;

/** What a sentence that the app wrote is about, in our words; undefined where it is no whole sentence of the app. `isName` is asked with a name in the form of `nameForm`. */
export function knownNotice(text: string, isName: (form: string) => boolean): string | undefined {
  if (text.length > longestSentence || text.includes("\n")) return undefined;
  const form = sentenceForm(text);
  for (const candidate of shorter(form)) {
    const says = exact.get(candidate) ?? namedNotice(candidate, isName);
    if (says !== undefined) return says;
  }
  return undefined;
}

/** The sentence about encryption that names nobody: known even where the app's marks were lost. */
export function isEncryptionNotice(text: string): boolean {
  if (text.length > longestSentence || text.includes("\n")) return false;
  for (const candidate of shorter(sentenceForm(text))) if (exact.get(candidate) === "encryption notice") return true;
  return false;
}

/** Whether a text could be that sentence: asked for every message of a chat without marks, so it looks at a few letters only. */
export function mayBeEncryptionNotice(text: string): boolean {
  return text.length <= longestSentence && encryptionOpenings.has(text.slice(0, openingLength).toLowerCase());
}

/** The owner of the phone blocked the person: an act of hers. Nothing but the whole sentence is one. */
export function isBlock(text: string): boolean {
  if (text.length > longestSentence || text.includes("\n")) return false;
  for (const candidate of shorter(sentenceForm(text))) if (blocks.has(candidate)) return true;
  return false;
}

/** The owner of the phone took a block back: as with a block, nothing but the whole sentence says so. */
export function isUnblock(text: string): boolean {
  if (text.length > longestSentence || text.includes("\n")) return false;
  for (const candidate of shorter(sentenceForm(text))) if (exact.get(candidate) === unblockNotice) return true;
  return false;
}

function namedNotice(form: string, isName: (form: string) => boolean): string | undefined {
  for (const [pattern, says] of withNames) {
    const found = pattern.exec(form);
    if (found && found.slice(1).every((name) => you.has(name) || number.test(name) || isName(name.replace(/^~ ?/, "")))) return says;
  }
  return undefined;
}

/** The text, then the text without the sentences that may stand behind it, the last first. */
function* shorter(form: string): Generator<string> {
  let rest: string | undefined = form;
  while (rest !== undefined) {
    yield rest;
    rest = withoutEnding(rest);
  }
}

function withoutEnding(form: string): string | undefined {
  for (const ending of endingForms) {
    if (!form.endsWith(ending)) continue;
    const before = form.slice(0, -ending.length).trimEnd();
    if (before !== "" && /[.。،,!]$/.test(before)) return before.replace(/[.。،,!]$/, "");
  }
  return undefined;
}
