/**
 * English: words with which an account of a present or a visit stays where it is told by itself, and words by which it can be read at all. They
 * are found and never weighed: one of them is enough, and what is found can be innocent. A word too many keeps a welcome cake among the acts that
 * are named; a word too few would put a doll without eyes among the counts.
 *
 * Written for text in lower case with straight apostrophes. Every expression is linear: no repetition stands inside a repetition.
 */

/** Refusal, surprise, fear, force, waiting, places outside, the law, anger and what is asked to be forgiven. */
export const unwelcomeEnglish: RegExp = new RegExp(
  `\\b(?:${[
    "no|not|never|nobody|none|nothing|nor|without|cannot|dont|didnt|wont|wouldnt|cant|couldnt|isnt|wasnt|hadnt|havent|shouldnt|[a-z]+n't",
    "un(?:asked|invited|wanted|welcome|expected|expectedly|announced|known|easy|signed)|random|randomly|anonymous\\w*|somebody|someone|stranger\\w*|secret\\w*|sneak\\w*|hidden|suddenly|out of the blue",
    "afraid|scare|scares|scared|scary|scaring|frighten\\w*|fear\\w*|terrif\\w*|terror|panic\\w*|anxious|nervous|creep\\w*|weird|odd|strange\\w*|sinister|uncomfortable|upset|cry|cries|cried|crying|tears|shak\\w+|shook|trembl\\w*|hid|hide|hiding|pretend\\w*|alone|regret\\w*",
    "kick\\w*|bang\\w*|hammer\\w*|smash\\w*|slash\\w*|stab\\w*|cut|cuts|broke\\w*|break\\w*|forc\\w*|push\\w*|pull\\w*|shov\\w*|grab\\w*|hit|hits|hitting|hurt\\w*|punch\\w*|slap\\w*|chok\\w*|strangl\\w*|pin(?:ned|ning)|held|spat|spit|shout\\w*|scream\\w*|yell\\w*|swore|swear\\w*|threat\\w*|kill\\w*|rap(?:e|ed)|dead|death|die|died|dying|blood\\w*|knife|knives|gun|weapon|petrol|burn\\w*|fire|match|matches|doll|funeral|wreath|lily|lilies|rest in peace|rip|grave|coffin|underwear|lingerie|rat|bone|bullet|eyes",
    "again|still|another|kept|keep|keeps|always|every|refus\\w*|demand\\w*|insist\\w*|beg|begs|begged|begging|plead\\w*|follow\\w*|wait\\w*|watch\\w*|stare\\w*|staring|lurk\\w*|loiter\\w*|hang|hanging|hung|sat|sitting|stood|stand\\w*|parked|pac(?:ed|ing)|peer\\w*|film\\w*|photo\\w*|picture\\w*|record\\w*",
    "outside|window\\w*|gate|doorstep|doormat|doorbell|step|steps|porch|letter ?box|through the door|windscreen|wiper|bonnet|desk|office|workplace|(?:at|to|my) work|bus stop|turn(?:s|ed)? up|show(?:s|ed)? up|appear\\w*|let (?:him|her|them)self|barged?|burst|key|keys|lock\\w*|climb\\w*|know|knew|knows|found out|address|track\\w*|tag|airtag",
    "police|999|101|court|injunction|order|solicitor|witness\\w*|cctv|camera|drunk\\w*|drugs?|high|angr\\w*|anger|furious|rage|jealous\\w*|argu\\w*|row|rowed|rowing|fight\\w*|fought|quarrel\\w*|bruis\\w*|injur\\w*|ambulance|ex|told (?:him|her|them)|asked (?:him|her|them)|go away|get out|leave|leaving|refund\\w*|return\\w*|bin|binned|threw|throw\\w*|block\\w*|stop|stopp\\w*|despite|although|though|but|sorry|apolog\\w*|forgiv\\w*|take (?:him|her|them|me) back|midnight",
  ].join("|")})\\b`,
);

/** The commonest words of such an account. One of which fewer than half are among these is in no English that a rule reads. */
export const plainEnglish: ReadonlySet<string> = new Set(
  (
    "a about afternoon after all an and as at back birthday biscuits book bottle bought box bread breakfast bring brings brought bunch but by cake came card " +
    "chocolate chocolates christmas coffee come comes cook cooked day dinner dropped drink earrings evening film flowers food for from gave garden get gift give gives got had has have he " +
    "help helped her here him his home house i in into is it kitchen left lovely lunch made make makes me meal milk morning my new nice of off on one our out over parcel pie plant popped present " +
    "presents put roses round said saw saturday scarf she some stayed so soup sunday supper surprise table tea that the their them they this three to together took two us valentine visit visited was we week weekend were " +
    "when which while wine with you"
  ).split(" "),
);

/** In what she sends: that she wants to be left alone, is afraid, or goes for help. In what they send: that somebody will be hurt. */
export const objectingEnglish: RegExp =
  /\b(?:leave (?:me|us) alone|stay away|keep away|go away|(?:do not|don't|dont|never) (?:\w+ )?(?:come|contact|text|call|ring|message|write|send|want|touch|follow|talk|speak)|stop (?:it|this|that|texting|messaging|calling|ringing|contacting|coming|following|writing|sending|watching|turning|asking)|not welcome|no contact|scared|afraid|frighten\w*|scaring|terrified|police|999|solicitor|injunction|blocked|blocking|block you|kill (?:you|u|me|myself|him|her|us)|(?:hurt|hit|hitting|choked|pushed) (?:you|u|me)|(?:make|made) (?:you|u) pay|(?:you|u) will (?:pay|regret|be sorry)|(?:you|u)'ll (?:pay|regret|be sorry))\b/;
