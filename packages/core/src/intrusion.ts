import { asRead } from "./violence.ts";

/**
 * English: words by which one of the two owns to having been where the other lives, to a key, or to something that tells where the other is; words of
 * watching, weapons, graves, pictures and children by which one is made afraid; and words of fear.
 * They are found and never weighed, and what is not found can be one: who agreed to a handover agreed to none of these.
 *
 * Written for one line of text as `plainly` gives it. Every expression is linear: where a repetition stands inside a repetition, both are bounded.
 */

const within =
  "(?:bedroom|bathroom|kitchen|living room|front room|lounge|hall|hallway|landing|stairs|loft|attic|cellar|basement|garden|shed|garage|wardrobe|drawers?|bed|bath|room|house|flat|home|place|letterbox|handbag|car)";
/** Of the one who is told, or of the one who tells it of the other: "I was in your kitchen", "you were in my kitchen", and not "I was in my kitchen". */
const inOthers = (says: string, theirs: string): string =>
  `(?<!\\bif )(?:i|we)${says}your ${theirs}|(?<!\\bif )(?:you|he|she|they)${says}(?:my|our) ${theirs}`;
const is = "(?:'m| am|'re| are|'s| is| was| were|'ve been| have been|'d been|'ll be| will be)";
/** Where a clause ends. */
const end = "(?= ?(?:[.!?,;]|$))";

const cameIn = [
  inOthers(`${is}(?! (?:asleep|sleeping|playing)\\b)(?: \\w{2,10})? (?:in|inside|under|through) `, `(?:\\w{2,12} )?${within}`),
  inOthers(
    "(?:'ve|'ll| will)? (?:just |even )?(?:came|got|get|climbed|climb|broke|break|crept|creep|sneaked|snuck|walked|went|been) (?:in|inside|into|through|in through|round) ",
    `(?:\\w{2,12} )?(?:${within}|window)`,
  ),
  "(?:i|we|you|he)(?:'ve)? (?:came|climbed|climb|broke|crept|sneaked|snuck|got) (?:in )?(?:in|through) (?:the|your|my) (?:back door|back way|\\w{2,12} window|window|cat flap)",
  "let (?:my|your|him)self in|how did you get in|(?:get|got) out of my (?:house|flat|home|garden|room|bedroom)|(?:or|else) i(?:'m| am|'ll)? com(?:e|ing) in\\b(?! (?:for|to|and)\\b)",
  "(?:have|'ve|got|has|had|kept|made|cut|copied|still)(?: (?:still|got))? (?:a |the |my |your |spare |own ){0,3}keys? (?:to|for) (?:your|my|our|her) (?:house|flat|place|home|door|car)",
  "(?:copied|copy of|copies of|duplicate of|cut) your (?:\\w{2,8} )?keys?|had your (?:\\w{2,8} )?keys? (?:cut|copied)|nice new locks?(?= (?:on|won't|will not))",
];

const device = [
  "(?<!(?:fitness|parcel|order|health|habit|period|sleep|food|mood|expense|flight|activity|step|delivery) )trackers?(?! (?:for (?:the|your|my) (?:parcel|order|delivery|package)|number|link))",
  "tracking (?:device|you|me|my|your)|track (?:you|your|me|my)\\b(?! (?:\\w+ )?(?:down|parcel|order|delivery|run|miles|steps))|gps (?:on|in|under|tracker|unit)|spyware|stalkerware|keylogger",
  "air ?tags?(?!.{0,30}\\b(?:luggage|suitcase|case|keys|keyring|dog|cat|collar|wallet))|(?:hidden|secret|spy) (?:camera|cam|mic)s?|cameras? in (?:your|my) (?!phone|new phone|car)|listening device|(?:is|are|was|been|i've|have) bugged|bugged your",
  `(?<!\\b(?:did|do|have|can|could|if|please|when|until|once|hope) )${"(?:you|he|she)(?:'ve|'s| have| has)?(?: been)? (?:read|reading|checked|checking|looked at|went through|going through|go through|listen to) (?:all )?my (?:\\w{2,12} )?(?:phone|messages|texts|emails|dms|location|calls|photos|icloud|accounts?)"}`,
  "(?:i|we|he)(?:'ve|'m| am| can|'ll| will)?(?: just| still| always)?(?: been)? (?:see|know|read|reading|hear|listen to|listening to|went through|been through|go through|going through|checked|checking) (?:all |everything (?:on|in) )?your (?:\\w{2,12} )?(?:phone|location|icloud|accounts?|dms|calls)\\b(?! (?:bill|number|ring))",
  "(?:i|we)(?: can| still| always|'ve been|'ve| have|'m| am){1,3} (?:see|read|reading) (?:all )?your (?:messages|texts|emails|dms|diary)|read your (?:messages|texts|emails|dms|diary),? (?:all|every)",
  "(?<!\\bi(?:'ve|'m| can't| can)? )(?:logged|log|logging|hacked|got|get) (?:in ?to|on to|onto|back into) my (?:\\w{2,12} )?(?:phone|emails?|accounts?|icloud|laptop|facebook|instagram|whatsapp|bank|snapchat)|(?:i|we)(?:'ve|'m| have| can)? (?:logged|log|logging|hacked|got|get) (?:in ?to|on to|onto|back into) your (?:\\w{2,12} )?(?:phone|emails?|accounts?|icloud|laptop|facebook|instagram|whatsapp|bank|snapchat)",
];

const room = "(?:\\w{2,10} )?(?:window|curtains|blinds|bedroom|kitchen|bathroom|shower|garden|living room)";
const watching = [
  "(?:watch|watched|watching|filmed|filming) (?:you|me|her) (?:sleep|undress|shower|dress|bath|through)",
  `i(?:'ve| can)?(?: still)? (?:see|saw|seen|watched|watching|been watching) you (?:at|in|through|by|from) (?:the|your|that) ${room}`,
  "(?:i|we)(?:'ve| have)? (?:followed|tailed|trailed) (?:you|her) (?:home|from|to|all|into|round|around|down|on foot|yesterday|today|tonight|last)",
  "know (?:which|what|where|exactly where)\\b(?: \\w{1,6}){0,6} you sleep\\b|know where you(?:'re| are) hiding",
  "(?:camera|cctv)s? (?:at|on|round|by) (?:the|your) (?:back|side)\\b(?= (?:btw|by the way|is|are|do)| ?$)|your (?:house|flat|place|home) has no (?:camera|cctv|alarm)",
  "(?:^|[.!] )(?:black|white|red|blue|pink|grey|purple|silk|lace|that|those|the|nice|same) (?:\\w{3,8} )?(?:pyjamas|pjs|nightie|nightdress|dressing gown|underwear|knickers|bra) (?:tonight|again|last night)(?= ?[.!]| ?$)(?!.{0,60}\\b(?:she|he|they|wash|pack|please|kids|bag)\\b)",
];

/** What is kept at home and in a shed is a tool where one of these stands beside it. */
const forWork =
  "\\b(?:shel(?:f|ves)|nails?|fenc\\w+|posts?|shed|tools?|toolbox|drill|fix\\w*|mend\\w*|lend|lent|borrow\\w*|need\\w*|want\\w*|back|pond|plants?|tree|sand|beach|patio|concrete|tent|barbecue|bbq|wood|logs?|dad's|picnic|kit|training|match|game|pitch|stuck)\\b";
const killing = [
  `(?:i|we)(?:'ve| have|'m| am| keep)?(?: got| still got| still have| carrying)? (?:a|the|my|that|dad's) (?:\\w{3,8} )?(?:hammer|knife|machete|axe|crowbar|gun|acid|blade|cable ties) (?:in (?:the|my) (?:car|van|boot|bag|coat|pocket|jacket)|on me|with me|under my (?:seat|coat|bed))\\b(?!.{0,60}${forWork})(?<!${forWork}.{0,60})`,
  `i(?:'ve|'m| have| am|'ll)?(?: already| just)? (?:dug|dig|digging) (?:the|your|you a|a) (?:hole|grave)(?! (?:for|in|at|with)\\b)(?!.{0,60}${forWork})`,
  "you(?:'ll| will| would|'d)? (?:never|not) (?:walk|talk|breathe|be seen) again|(?:nobody|no one)(?:'ll| will| would|'d)(?: ever)? (?:find you|hear you scream)(?! (?:there|in hide|a better|at)\\b)",
  "shame if (?:anything|something) happen|shame if (?:your|his|her|their) (?:brakes?|tyres?|windows?|house|dog|cat|face)|if (?:your|his|her) brakes (?:went|failed|gave)|car (?:won't|will not) start tomorrow",
  "hope (?:you(?:'ve| have)|your).{0,20}life insurance|so think on|better (?:hope|pray)(?: that)? (?:i|we) (?:don't|do not|never)(?: ever)? (?:see|find|catch|meet|bump|run)|finished it when",
];

const exposing = [
  "(?:pics?|pictures|photos?|nudes?|videos?|vids?|footage|recordings?|screenshots?)\\b.{0,30}\\b(?:boss|work|manager|employer|everyone|everybody|the whole \\w{3,8}|the lads|the internet) (?:gets?|sees?|will (?:get|see)|'ll (?:get|see)) (?:them|it|those|everything|the lot)",
  "(?:^|[.!,] |i'm |i'll |i will |i am |going to )(?:post|send|shar|leak|upload|show)(?:e|ing)? (?!me|us)(?:\\S{1,12} ){0,5}(?:pics?|pictures|photos?|nudes?|videos?|vids?)\\b.{0,30}\\b(?:unless (?:you|she|he) (?:unblock|come|answer|reply|talk|ring|call|do|say|drop|take|pay|meet)|if (?:you|she|he) (?:don't (?:answer|come|unblock|reply|talk|ring|call|do what|drop|meet)|leave|block|tell))",
  "(?:leak|post|share|show|kept|saved)(?:ed|ing)? (?:all )?(?:your|her|those) (?:nudes|naked \\w+)",
  `tell (?:the (?:kids|children|girls|boys|baby)|them|him|her) (?:that )?(?:mummy|mum|mam|mama|daddy|dad|you) (?:won't|will not|'s not|isn't|is not|ain't|'re not|aren't)(?: be)? (?:coming|come) (?:home|back)${end}`,
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
const spelled: Readonly<Record<string, string>> = { im: "i'm", ive: "i've", ill: "i'll", u: "you", ur: "your", yr: "your", dont: "don't", wont: "won't", r: "are", ya: "you", theres: "there's", thru: "through", gonna: "going to", gunna: "going to" }; // prettier-ignore

function plainly(words: string): string {
  return asRead(words)
    .toLowerCase()
    .replace(/(?<![\w'])(?:im|ive|ill|u|ur|yr|dont|wont|r|ya|theres|thru|gonna|gunna)(?![\w'])/g, (word) => spelled[word] ?? word);
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
