import type { Act, Channel, Kind } from "./act.ts";
import { normalName } from "./identity.ts";
import { spelledNames, wholeWord } from "./spelled-names.ts";
import type { Statement } from "./statement.ts";
import { isAccountOfViolence } from "./violence.ts";

/** Characters of a row that are read: stops one of many megabytes from being walked for each question. */
const longestText = 20_000;

/** Kinds that a column list gives to every row of a diary: they say that it is a line, and nothing of what is told in it. */
const lineKinds: ReadonlySet<Kind> = new Set<Kind>(["other", "entry", "message"]);
/** The same of channels. */
const lineChannels: ReadonlySet<Channel> = new Set<Channel>(["other", "in-person"]);

/** Kinds of what is done to her or near her: whoever keeps a diary of it stands in its column of authors, and did not do it. */
const deedKinds: ReadonlySet<Kind> = new Set<Kind>(["damage", "gift", "visit", "following"]);
/** The channels of these: a parcel came by post. */
const deedChannels: ReadonlySet<Channel> = new Set<Channel>([...lineChannels, "post"]);

/** English: words of what is done near somebody’s home, car, work or body. */
const nearWords =
  /\b(?:letter ?box|doors?|doorstep|doorbell|windows?|garden|gate|drive(?:way)?|street|car|van|tyres?|tires?|brakes?|house|flat|home|fence|bins?|shouted|banged|knocked|waiting|waited|outside|threw|thrown|cut|smashed|broke|broken|sat|stood|drove|followed|watched|staring|stared|grabbed|pushed|spat|parked|came (?:in|into|up to|round|over)|at (?:my )?work)\b/;
/** English: a row that begins with what she did herself tells of her day, unless somebody else stands in it. */
const ofHerDay = /^(?:i|we|had|have|went|felt|feel|stayed|slept|cried|drove|did|didn['’]?t|could|couldn['’]?t|met|saw|took|made|got)\b/;
const ofSomebody = /\b(?:he|him|she|they|someone|somebody|man|woman|lad|stranger|who)\b/;
/** English: words to somebody, as she wrote them to him. */
const ofSecond = /\b(?:you|u|ur|your|yours|please)\b/;

/** English: she did it herself. “Left flowers on the bonnet” leaves open who did, and so does “I found a wreath”. */
const ofHerDeed =
  /^(?:(?:today|tonight|yesterday|later|then|this \w{5,9}),? )?(?:(?:i|we)(?:['’](?:ve|d))? (?:(?:have|had|just|then|also) )?(?:left|brought|bought|gave|given|sent|posted|took|taken|put|dropped|handed|returned|delivered|went|gone|drove|walked|popped|called|visited|followed|broke|broken|smashed|threw|thrown|damaged|cut|kicked|scratched|tore|ripped)|(?:gave|took|brought|handed|sent|posted) (?:him|them)|(?:went|popped) (?:(?:back|over|round|down|up) )?(?:to|for)|visited (?!by))\b/;
/** English: words by which a visit was to her, or by somebody; “lunch at Mum’s” is hers. */
const ofVisitor = /\b(?:me|us|again|bell|buzzer|rang|knock\w{0,3})\b/;

/** Whether words tell of something near somebody’s home, car, work or body. */
export function tellsOfNear(words: string): boolean {
  return nearWords.test(normalName(words.slice(0, longestText)));
}

/** Whether a row of her own table without a place, by nobody named or by the owner of the table, tells of something near her. */
export function isNearByWords({ kind, channel, grade, from, text }: Pick<Act, "kind" | "channel" | "grade" | "from" | "text">): boolean {
  if (grade !== "own-account" || text === null || !lineKinds.has(kind) || !lineChannels.has(channel)) return false;
  return (from.kind === "owner" || from.kind === "withheld") && tellsOfAnother(text.slice(0, longestText));
}

/**
 * Makes a question: is an act that stands under her name a row of her own table of which she is the author, and that tells of somebody else? A diary can
 * hold her name in the column for who did it, or in the column list for all rows: she wrote the line, and who did what it tells of nobody stated. Damage, a
 * thing left and a following are read so in any words, but “I left his post at the gate”.
 */
export function createAuthored({
  them,
  perhaps,
}: Pick<Statement, "them" | "perhaps">): (act: Pick<Act, "kind" | "channel" | "grade" | "to" | "text">) => boolean {
  let names: readonly RegExp[] | undefined;
  return ({ kind, channel, grade, to, text }) => {
    if (grade !== "own-account" || to.some((one) => one.kind !== "owner")) return false;
    const isDeed = deedKinds.has(kind) && deedChannels.has(channel);
    if (!isDeed && (!lineKinds.has(kind) || !lineChannels.has(channel))) return false;
    const words = (text ?? "").slice(0, longestText);
    if (isDeed && kind !== "visit") return !ofHerDeed.test(normalName(words));
    names ??= [them, ...(perhaps ? [perhaps] : [])].flatMap(spelledNames).map(wholeWord);
    const isNamed = names.some((name) => name.test(words));
    if (isDeed) return !ofHerDeed.test(normalName(words)) && (isNamed || isOfVisitor(normalName(words)) || tellsOfAnother(words));
    if (kind === "message" && ofSecond.test(normalName(words))) return false;
    return isNamed || tellsOfAnother(words);
  };
}

function isOfVisitor(words: string): boolean {
  return ofVisitor.test(words) || ofSomebody.test(words);
}

function tellsOfAnother(text: string): boolean {
  const words = normalName(text);
  if (!nearWords.test(words) && !isAccountOfViolence(text)) return false;
  return !ofHerDay.test(words) || ofSomebody.test(words);
}
