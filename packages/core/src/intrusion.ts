import { asRead } from "./violence.ts";

/**
 * English: words by which one of the two owns to having been where the other lives, or to something that tells where the other is, and words of fear.
 * They are found and never weighed, and what is not found can be one: who agreed to a handover agreed to none of these.
 *
 * Written for one line of text as `asRead` gives it. Every expression is linear: where a repetition stands inside a repetition, both are bounded.
 */

const whose = "(?:your|ur|my|our|her)";
const within =
  "(?:bedroom|bathroom|kitchen|living room|front room|lounge|hall|hallway|landing|stairs|loft|attic|cellar|basement|garden|shed|garage|wardrobe|drawers?|bed|bath|room|house|flat|home|place|letterbox|handbag|car)";

const cameIn = new RegExp(
  "\\b(?:" +
    [
      `(?:i|we|he|you|u)(?:'?m| am|'?re| are| was| were|'?ve been| have been|'?d been|'?ll be| will be)(?: \\w{2,10})? (?:in|inside|under|through) ${whose} (?:\\w{2,12} )?${within}`,
      `(?:came|got|get|getting|climbed|climb|broke|break|crept|creep|sneaked|snuck|walked|went|been|let (?:my|your|him)self) (?:in|inside|into|through|in through|round) (?:${whose} (?:\\w{2,12} )?(?:${within}|window)|(?:the|your|ur|my) (?:back door|back way|\\w{2,12} window|window|cat flap))`,
      `(?:watch|watched|watching|filmed|filming) (?:you|u|me|her) (?:sleep|undress|shower|dress|bath|through|from)`,
      "let (?:my|your)self in|how did (?:you|u) get in|(?:get|got) out of my (?:house|flat|home|garden|room|bedroom)",
      `(?:have|'ve|got|has|had|kept|made|cut|copied|still)(?: (?:still|got))? (?:a |the |my |your |spare |own ){0,3}keys? (?:to|for) ${whose} (?:house|flat|place|home|door|car)`,
    ].join("|") +
    ")\\b",
  "i",
);

const device = new RegExp(
  "\\b(?:" +
    [
      "trackers?(?! (?:for (?:the|your|my|ur) (?:parcel|order|delivery|package)|number|link))|tracking (?:device|app|you|u|me|my|your|ur)|track (?:you|u|your|ur|me|my)|air ?tags?|gps|spyware|stalkerware|keylogger|(?:hidden|secret|spy) (?:camera|cam|mic)s?|cameras? in (?:your|ur|my)|listening device|bugged",
      "(?:see|saw|know|read|reading|hear|heard|listen to|listening to|look at|went through|been through|go through|going through|check|checked|checking) (?:all |everything (?:on|in) )?(?:your|ur|my) (?:\\w{2,12} )?(?:phone|messages|texts|emails|mails|dms|location|calls|photos|icloud|accounts?)",
      "(?:logged|log|logging|hacked|got|get) (?:in ?to|on to|onto|back into) (?:your|ur|my) (?:\\w{2,12} )?(?:phone|email|emails|account|accounts|icloud|laptop|facebook|instagram|whatsapp|bank|snapchat)",
    ].join("|") +
    ")\\b",
  "i",
);

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

/** Whether words own to coming in or to following by a device, or are words of fear: what no handover is. */
export function tellsIntrusionOrFear(words: string): boolean {
  const text = asRead(words);
  return cameIn.test(text) || device.test(text) || fear.test(text);
}
