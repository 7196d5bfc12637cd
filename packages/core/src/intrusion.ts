import { asRead } from "./violence.ts";

/**
 * English: words by which one of the two owns to having been where the other lives, to a key, or to something that tells where the other is; words of
 * watching, weapons, graves, pictures and children by which one is made afraid; and words of fear.
 * They are found and never weighed, and what is not found can be one: who agreed to a handover agreed to none of these.
 *
 * Written for one line of text as `plainly` gives it. Every expression is linear: where a repetition stands inside a repetition, both are bounded.
 */

const within =
  "(?:bedroom|bathroom|kitchen|living room|front room|lounge|hall|landing|stairs|loft|cellar|garden|shed|garage|wardrobe|drawers?|bed|room|house|flat|home|place|bag|car)";
/** Of the one who is told, or of the one who tells it of the other: "I was in your kitchen", "you were in my kitchen", and not "I was in my kitchen". */
const inOthers = (says: string, theirs: string): string =>
  `(?<!\\bif )(?:i|we)${says}your ${theirs}|(?<!\\bif )(?:you|he|she|they)${says}(?:my|our) ${theirs}`;
const is = "(?:'m| am|'re| are|'s| is| was| were|'ve been| have been|'d been|'ll be| will be)";
/** Where a clause ends. */
const end = "(?= ?(?:[.!?,;]|$))";

const cameIn = [
  inOthers(`${is}(?! (?:asleep|sleeping|playing)\\b)(?: \\w{2,10})? (?:in|inside|under|through) `, `(?:\\w{2,12} )?${within}`),
  inOthers(
    "(?:'ve)? (?:came|got|get|climbed|climb|broke|break|crept|creep|sneaked|snuck|walked|went|been) (?:in|inside|into|through|in through|round) ",
    `(?:\\w{2,12} )?(?:${within}|window)`,
  ),
  "(?:i|you|he) (?:came|climbed|broke|got) (?:in )?(?:in|through) (?:the|your|my) (?:back door|back way|(?:\\w{2,12} )?window|cat flap)",
  "let (?:my|your|him)self in|how did you get in|(?:get|got) out of my (?:house|flat|home|garden|room|bedroom)|or i(?:'m)? com(?:e|ing) in\\b",
  "(?:have|'ve|got|has|had|kept|made|cut|copied|still)(?: (?:still|got))? (?:a |the |my |your |spare |own ){0,3}keys? (?:to|for) (?:your|my|our|her) (?:house|flat|place|home|door|car)",
  "(?:copied|copy of|cut) your keys?|had your key cut",
];

const accounts =
  "(?:\\w{2,12} )?(?:phone|messages|texts|emails?|dms|location|calls|photos|icloud|accounts?|laptop|facebook|instagram|whatsapp|bank|snapchat)\\b";
const looked =
  "(?:'ve|'m|'s| have| has| can| am| still| always| been){0,3} (?:read|reading|went through|been through|going through|checked|checking|listening to) (?:all |everything on )?";
const device = [
  "(?<!(?:fitness|parcel|health|habit|period|sleep) )trackers?(?! (?:for (?:the|your|my) (?:parcel|order|delivery|package)|number|link))",
  "track(?:ing)? (?:device|app|you|me|my|your)\\b(?! (?:\\w+ )?(?:down|parcel|order|delivery|run))|gps (?:on|in|under|tracker)|spyware|stalkerware|keylogger",
  "air ?tags?(?!.{0,30}\\b(?:luggage|suitcase|case|keys|dog|cat))|(?:hidden|secret|spy) (?:camera|cam|mic)s?|cameras? in (?:your|my) (?!phone|new phone|car)|listening device|(?:is|was|have) bugged",
  `(?<!\\b(?:did|have|can|could|if|please|when|until|hope) )(?:you|he|she)${looked}my ${accounts}`,
  `i${looked}your (?:phone|location|icloud|accounts?|dms|calls)\\b(?! (?:bill|number))|i(?: can|'ve been| still|'m) (?:see|read|reading) (?:all )?your ${accounts}|read your ${accounts},? all of`,
  `(?<!\\bi(?:'ve|'m| can't| can)? )(?:logged|logging|hacked|got|get) (?:in ?to|back into) my ${accounts}|i(?:'ve|'m| can)? (?:logged|logging|hacked|got|get) (?:in ?to|back into) your ${accounts}`,
];

const room = "(?:\\w{2,10} )?(?:window|curtains|blinds|bedroom|kitchen|bathroom|shower|garden|living room)";
const watching = [
  "(?:watch|watched|watching|filmed|filming) (?:you|me|her) (?:sleep|undress|shower|dress|bath|through)",
  `i(?:'ve| can)?(?: still)? (?:see|saw|seen|watched|watching|been watching) you (?:at|in|through|by|from) (?:the|your|that) ${room}`,
  "i(?:'ve)? followed you (?!back|on\\b)",
  "know (?:which|where)\\b.{0,20} you sleep",
  "your (?:house|flat) has no (?:camera|alarm)",
  "(?:^|[.!] )(?:\\w{3,8} ){1,2}(?:pyjamas|pjs|nightie|underwear|knickers|bra) (?:tonight|again|last night)(?= ?[.!]| ?$)",
];

/** What is kept at home and in a shed is a tool where one of these stands beside it. */
const forWork = "\\b(?:shel|nail|fenc|post|tool|fix|lend|need|pond|plant|tree|sand|picnic)";
const killing = [
  `i(?:'ve| have)?(?: still)?(?: got)? (?:a|the|my) (?:hammer|knife|axe|gun) (?:in (?:the|my) (?:car|boot|bag|coat)|on me|with me)\\b(?!.{0,60}${forWork})`,
  `i(?:'ve|'m| have| am|'ll)?(?: already| just)? (?:dug|dig|digging) (?:the|your|you a|a) (?:hole|grave)(?! (?:for|in|at|with)\\b)(?!.{0,60}${forWork})`,
  "you(?:'ll| will)? never (?:walk|breathe) again|(?:nobody|no one)(?:'ll| will)(?: ever)? (?:find you|hear you scream)(?! there)",
  "shame if (?:(?:any|some)thing happen|your (?:brakes|tyres|windows|house|dog|face))|car (?:won't|will not) start tomorrow",
  "hope (?:you(?:'ve| have)|your).{0,20}life insurance|so think on|better (?:hope|pray) (?:i|we) (?:don't|never) (?:see|find|catch)",
];

const exposing = [
  "(?:pics?|photos?|nudes?|videos?)\\b.{0,30}\\b(?:boss|work|manager|everyone) (?:gets?|sees?) (?:them|it)",
  "(?:^|[.!,] |i'm |i'll |i will |i am |going to )(?:post|send|shar|leak)(?:e|ing)? (?!me|us)(?:\\S{1,12} ){0,5}(?:pics?|photos?|nudes?|videos?)\\b.{0,30}\\b(?:unless|if) (?:you|she)(?: don't)? (?:unblock|answer|reply|talk|drop|leave|block|tell)",
  `tell (?:the \\w{3,8}|them|him|her) (?:mummy|mum|dad|you) (?:won't|will not|isn't|is not|'s not) (?:be )?(?:coming|come) (?:home|back)${end}`,
];

const anyOf = (...lists: readonly (readonly string[])[]): RegExp => new RegExp(`(?<![\\w'])(?:${lists.flat().join("|")})`, "i");
const intrusion = anyOf(cameIn, device, watching, killing, exposing);
const comingIn = anyOf(cameIn, device);

/** What was left where somebody lives: "Left something on your step". */
const leftThere =
  /\bleft (?:\w{1,12} ){1,4}(?:on|at|by|in|under|outside|through) (?:your|ur) (?:\w{2,12} )?(?:step|doorstep|door|porch|letterbox|gate|garden|car|bonnet|windscreen|windowsill|desk|pillow|bed|mat|wall)\b/i;

const fear = new RegExp(
  "\\b(?:" +
    [
      "(?:scared|frightened|terrified|afraid|petrified) (?:of|by) (?:you|u|him|her|what (?:you|u|he))|(?:scare|scares|scared|scaring|frighten|frightens|frightened|frightening|terrify|terrifies|terrified|terrifying) (?:me|us|her|him|the (?:kids|children))",
      "(?:call|calling|called|ring|ringing|rang|phone|phoning|phoned|tell|telling|told|going to|gone to|go to|went to|report(?:ed|ing)? (?:you|this|it|him|her) to) (?:the )?police",
      "(?:leave|let) (?:me|us) (?:alone|be)|(?:stay|keep) (?:away|off) (?:from )?(?:me|us|my)|stop (?:following|watching|threatening|scaring|stalking|filming|harassing|tracking)",
    ].join("|") +
    ")\\b",
  "i",
);

/** Spellings of a phone's keyboard, as the rules spell them. */
const spelled: Readonly<Record<string, string>> = { im: "i'm", ive: "i've", ill: "i'll", u: "you", ur: "your", dont: "don't", gonna: "going to", thru: "through" }; // prettier-ignore

function plainly(words: string): string {
  return asRead(words)
    .toLowerCase()
    .replace(/(?<![\w'])\w{1,5}(?![\w'])/g, (word) => spelled[word] ?? word);
}

/**
 * Whether words own to coming in, to a key, to watching, following or a device, or tell of a weapon, a grave, pictures or children by which one is made
 * afraid. Of many texts these are shown before the everyday ones.
 */
export function tellsIntrusion(words: string): boolean {
  return intrusion.test(plainly(words));
}

/** Whether they do, or are words of fear: what no handover is. */
export function tellsIntrusionOrFear(words: string): boolean {
  return tellsIntrusion(words) || fear.test(asRead(words));
}

/** Whether words own to coming in, to a thing left at the other's home, or to a device that tells where the other is or what the other writes. */
export function tellsComingIn(words: string): boolean {
  return comingIn.test(plainly(words)) || leftThere.test(asRead(words));
}
