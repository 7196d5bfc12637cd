/**
 * English: words of a plain threat, and words by which an account tells that somebody was hurt, held or threatened. They are found and never
 * weighed, and what is not found can be one: English alone.
 *
 * Written for one line of text with straight apostrophes. Every expression is linear: no repetition stands inside a repetition.
 */

const harmed = "(?:you|u|ya|her|him|them)";
const whoseBody = "(?:your|ur|her|his|their)";

/** What somebody says he will do. Not "I will never": nothing stands between but what makes it stronger. */
const willHarm = new RegExp(
  "(?<!\\b(?:not|never) |n't )\\b(?:will|shall|going to|gonna|gunna|imma|(?:i|we|he|they)'?ll)(?: (?:just|really|fucking|bloody|actually|personally|both|have to))? (?:" +
    [
      "kill (?:you|u|ya|her|him|them|us|myself|your)",
      "(?:murder|stab|shoot|strangle|rape|hurt|harm|drown|bury) (?:you|u|ya|her|him|them|your)",
      "burn (?:you|your|ur|the house)",
      "slit (?:your|ur|her|his)",
      `smash ${whoseBody} (?:face|head|car|windows?|door|house|flat|place)`,
      `put ${harmed} (?:both )?in (?:a |the )?(?:hospital|intensive care|grave|ground|coffin|wheelchair)`,
      // "run her over to yours" is a lift.
      `(?:run|knock|mow) ${harmed} (?:over|down)(?= ?[.!?,;]| ?$| (?:with my|in my|if|and laugh))`,
      "kick (?:it|(?:the|your|ur|his|her) (?:front |back )?door) in",
      "kick in (?:the|your|ur) (?:front |back )?door",
      `break (?:both )?${whoseBody} (?:legs?|neck|arms?|nose|jaw|face|fingers)`,
      `(?:beat|knock) ${harmed} (?:up|senseless|out|black)`,
    ].join("|") +
    ")\\b",
  "i",
);
/** "Open the door or I kick it in": what is done where she does not do as he says. */
const orElse =
  /\b(?:or|else|otherwise),? (?:i|we)(?:'?ll| will|'?m going to| am going to|'?m gonna)? (?:kick|smash|break|burn|put) (?:it|the (?:front |back )?(?:door|window|glass)|(?:your|ur) (?:front |back )?(?:door|windows?|glass|house|car)) ?(?:in|down|up|through)\b/i;
/** What is said to come to her. */
const willEnd =
  /\bi kill (?:you|u|ya|her|him|them)\b|\byou(?:'?re| are| r)(?: (?:so|fucking|as good as))? (?:dead|gonna die|going to die|a dead (?:man|woman|girl))\b|\byou(?:'ll| will) (?:die|be dead|be in the ground)\b/i;

/** What one of the two did to the other, as either writes it. Of others it is not read: children push each other. */
const hurtOneOfThem = new RegExp(
  `\\b(?:${[
    "grabb(?:ed|ing)|push(?:ed|ing)|shov(?:ed|ing)|hit|hitting|punch(?:ed|ing)|slapp(?:ed|ing)|kick(?:ed|ing)|chok(?:ed|ing)|strangl(?:ed|ing)|throttl(?:ed|ing)",
    "headbutt(?:ed|ing)|bit|dragg(?:ed|ing)|pinn(?:ed|ing)|twist(?:ed|ing)|held|restrain(?:ed|ing)|burn(?:ed|t|ing)|rap(?:ed|ing)|beat(?:en|ing)?|stabb(?:ed|ing)|attack(?:ed|ing)|assault(?:ed|ing)|threaten(?:ed|ing)|squeez(?:ed|ing)|hurt(?:ing)?",
  ].join(
    "|",
  )}) (?:me|my|us|you|your|ur|u)\\b(?! up\\b)|\\b(?:spat|spit|spitting|lunged|swung|swinging) (?:at|on|in) (?:me|my|us|you|your)\\b|\\b(?:pull|pulled|pulling) (?:my|your|ur) hair\\b`,
  "i",
);

/** In an account of what was done in person these stand alone: whom it hit is often left out. */
const accountOfViolence = new RegExp(
  `\\b(?:${[
    "grab|grabs|grabb(?:ed|ing)|push(?:es|ed|ing)|shov(?:e|es|ed|ing)|hit|hits|hitting|punch(?:es|ed|ing)?|slap|slaps|slapp(?:ed|ing)|kick(?:s|ed|ing)|twist(?:s|ed|ing)",
    "strangl\\w*|chok(?:e|es|ed|ing)|throttl\\w*|headbutt\\w*|spat|spit|spits|spitting|beat (?:me|us)|beat(?:en|ing)|batter(?:ed|ing)|pinned|pinning|drag|drags|dragg(?:ed|ing)",
    "threw|thrown|throws|throwing|forc(?:es|ed|ing)|restrain\\w*|rap(?:e|es|ed|ing)|grop(?:e|es|ed|ing)|stab\\w*|slash\\w*|smash\\w*|lung(?:es|ed|ing)|swung|ramm(?:ed|ing)|attack\\w*|assault\\w*|hurt|hurts|hurting",
    "(?:hold|holds|held|holding|pull|pulls|pulled|pulling|squeez(?:es|ed|ing)|bit|bites|burn(?:s|t|ed)|shook|shakes|trapped|cornered) (?:me|my|us|on to me|on to my|onto me|onto my)",
    "(?:would not|wouldn't|wouldnt|did not|didn't|didnt) let (?:me|us|go)|block(?:s|ed|ing) (?:me|my|our|the (?:door|way|car|path|drive))|rais(?:es|ed|ing) (?:his|her|their|a) (?:hand|hands|fist|fists|arm)|fists?",
    "knife|knives|blade|machete|hammer|axe|gun|weapon|petrol|acid|bruis\\w*|bleed\\w*|bled|blood\\w*|threat\\w*",
  ].join("|")})\\b`,
  "i",
);

/** Whether words are a plain threat. */
export function threatens(words: string): boolean {
  const text = asRead(words);
  return willHarm.test(text) || orElse.test(text) || willEnd.test(text);
}

/** Whether words tell that one of the two hurt, held or threatened the other, or hold a plain threat. */
export function tellsViolence(words: string): boolean {
  return threatens(words) || hurtOneOfThem.test(asRead(words));
}

/** Whether an account of something in person tells of force, a weapon, a threat or an injury. */
export function isAccountOfViolence(words: string): boolean {
  return tellsViolence(words) || accountOfViolence.test(asRead(words));
}

/** On one line, with straight apostrophes, without what is not seen: a letter that nobody sees would part a word. */
function asRead(words: string): string {
  return words
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/[’‘ʼ]/g, "'")
    .replace(/\s+/g, " ");
}
