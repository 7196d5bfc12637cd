import type { ActWords, CheckWords, DayWords, Language, NumberWords, VoiceWords, WayWords } from "./language.ts";

/** English as it is written in Britain: plain, calm, never blaming, as a careful friend would say it. */

/** Numbers, counts, sizes and lists in English. */
export const englishNumbers: NumberWords = {
  thousands: ",",
  decimal: ".",
  small: ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
  notKnown: "not known",
  thereWere: (counted, count) => `there ${count === 1 ? "was" : "were"} ${counted}`,
  times: (few, count) => (count === 1 ? "once" : count === 2 ? "twice" : `${few} times`),
  list: (words) => (words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`),
  bytes: { one: "byte", several: "bytes" },
  units: ["kB", "MB", "GB", "TB"],
  hours: "h",
  minutes: "min",
  seconds: "s",
};

/** Days and times of day in English. */
export const englishDays: DayWords = {
  months: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
  shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  shortWeekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  day: (day, month, year) => (year === undefined ? `${day} ${month}` : `${day} ${month} ${year}`),
  month: (month, year) => `${month} ${year}`,
  onWeekday: (weekday, day) => `${weekday} ${day}`,
  on: (day) => `on ${day}`,
  between: (first, last) => `between ${first} and ${last}`,
  range: (first, last) => `${first} to ${last}`,
  clock: (...parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"),
  moment: (day, clock) => `${day}, ${clock}`,
};

/** Ways of reaching her in English. */
export const englishWays: WayWords = {
  channels: {
    sms: "text",
    mms: "text with media",
    phone: "phone",
    whatsapp: "WhatsApp",
    telegram: "Telegram",
    instagram: "Instagram",
    facebook: "Facebook",
    messenger: "Messenger",
    signal: "Signal",
    imessage: "iMessage",
    email: "email",
    x: "X",
    snapchat: "Snapchat",
    tiktok: "TikTok",
    discord: "Discord",
    reddit: "Reddit",
    linkedin: "LinkedIn",
    google: "Google",
    apple: "Apple",
    bank: "bank",
    doorbell: "doorbell",
    assistant: "voice assistant",
    calendar: "calendar",
    photo: "photograph",
    web: "web",
    post: "post",
    "in-person": "in person",
    // Empty: the kind says all that is known.
    other: "",
  },
  lanes: {
    whatsapp: { label: "WhatsApp", said: "WhatsApp" },
    texts: { label: "Texts", said: "texts" },
    calls: { label: "Calls", said: "calls" },
    signal: { label: "Signal", said: "Signal" },
    telegram: { label: "Telegram", said: "Telegram" },
    facebook: { label: "Facebook", said: "Facebook" },
    instagram: { label: "Instagram", said: "Instagram" },
    snapchat: { label: "Snapchat", said: "Snapchat" },
    tiktok: { label: "TikTok", said: "TikTok" },
    x: { label: "X", said: "X" },
    discord: { label: "Discord", said: "Discord" },
    reddit: { label: "Reddit", said: "Reddit" },
    linkedin: { label: "LinkedIn", said: "LinkedIn" },
    email: { label: "Email", said: "email" },
    web: { label: "Web", said: "the web" },
    accounts: { label: "Log-ins", said: "log-ins" },
    doorbell: { label: "Doorbell", said: "the doorbell" },
    bank: { label: "Bank", said: "the bank" },
    post: { label: "Post", said: "the post" },
    "in-person": { label: "In person", said: "what happened in person" },
    elsewhere: { label: "Elsewhere", said: "other ways" },
  },
};

/** Kinds, flags, grades and identities in English. */
export const englishActs: ActWords = {
  kinds: {
    message: { title: "Message", one: "message", several: "messages", done: "" },
    call: { title: "Call", one: "call", several: "calls", done: "" },
    voicemail: { title: "Voicemail", one: "voicemail", several: "voicemails", done: "voicemail" },
    reaction: { title: "Reaction", one: "reaction", several: "reactions", done: "reaction" },
    comment: { title: "Comment", one: "comment", several: "comments", done: "comment" },
    post: { title: "Post", one: "post", several: "posts", done: "post" },
    mention: { title: "Mention", one: "mention", several: "mentions", done: "mention" },
    follow: { title: "Follow", one: "follow", several: "follows", done: "follow" },
    request: { title: "Request", one: "request", several: "requests", done: "request" },
    view: { title: "View", one: "view", several: "views", done: "looked in" },
    block: { title: "Block", one: "block", several: "blocks", done: "block" },
    login: { title: "Log-in", one: "log-in", several: "log-ins", done: "log-in" },
    device: { title: "Device", one: "device", several: "devices", done: "device" },
    location: { title: "Location", one: "location record", several: "location records", done: "location" },
    transfer: { title: "Transfer", one: "bank transfer", several: "bank transfers", done: "payment" },
    visit: { title: "Visit", one: "visit", several: "visits", done: "came by" },
    following: { title: "Following", one: "act of following", several: "acts of following", done: "followed" },
    gift: { title: "Gift or parcel", one: "thing left or sent", several: "things left or sent", done: "left or sent something" },
    damage: { title: "Damage", one: "thing damaged", several: "things damaged", done: "damage" },
    threat: { title: "Threat", one: "threat", several: "threats", done: "threat" },
    entry: { title: "Coming in", one: "time of coming in", several: "times of coming in", done: "came in" },
    check: { title: "Check", one: "thing found by a check", several: "things found by a check", done: "found by a check" },
    other: { title: "Other act", one: "act of another kind", several: "acts of another kind", done: "something else" },
  },
  breakIn: { title: "Break-in", one: "break-in", several: "break-ins", done: "came in" },
  flags: {
    deleted: { short: "marked as deleted", sentence: "Deleted: the file keeps no text." },
    edited: { short: "marked as edited, last text", sentence: "Edited later; this is the last text." },
    forwarded: { short: "passed on from somebody else", sentence: "Passed on from somebody else." },
    // Empty, three times: the head of the row says it ("no answer", "number withheld").
    missed: { short: "missed", sentence: "" },
    unanswered: { short: "not answered", sentence: "" },
    "withheld-number": { short: "number withheld", sentence: "" },
    "media-missing": {
      short: "media not handed over",
      sentence: "A picture or file was left out when this was exported.",
    },
    "time-twice": {
      short: "this hour came twice (clocks went back)",
      sentence: "The clocks went back: this time came twice.",
    },
    "time-never": {
      short: "this time was skipped (clocks went forward)",
      sentence: "The clocks went forward: this time never came. Shown as written.",
    },
    // Empty: she states the zone before anything is shown.
    "zone-assumed": { short: "zone assumed", sentence: "" },
    "date-order-assumed": { short: "day first assumed", sentence: "Day and month could be the other way round." },
    "far-date": { short: "date far off", sentence: "The date cannot be right. Shown as written." },
    "time-not-known": { short: "time not known", sentence: "When it happened is not known." },
    "time-of-writing": {
      short: "time of writing",
      sentence: "When it happened was not said. The time is when it was written down.",
    },
    "date-doubtful": {
      short: "the sender's own date is missing or contradicted",
      sentence: "The date is the sender’s own and does not agree with the rest.",
    },
    "forged-header": {
      short: "could be typed inside the message above",
      sentence: "This line could have been typed inside the message above it.",
    },
    "mark-unknown": {
      short: "marked as the app's words, but perhaps typed",
      sentence: "Marked as words of the app, but somebody could have typed them.",
    },
    "out-of-order": { short: "out of order in its file", sentence: "Stands after a later one in its file." },
    truncated: {
      short: "not all of it was read",
      sentence: "Not all of this could be read: the file ends here, or it is too long.",
    },
    "decoding-doubtful": { short: "some bytes are no valid text", sentence: "Some letters could not be made out." },
    "border-doubtful": {
      short: "where it begins or ends is uncertain",
      sentence: "Where this mail begins or ends is not certain.",
    },
    "damaged-header": {
      short: "a header of it is damaged",
      sentence: "The lines above this mail are damaged; a part of them may be missing.",
    },
    "html-differs": {
      short: "its page says more than its plain text: both are here",
      sentence: "This mail was written in two ways that say different things. Both are here, one below the other.",
    },
    "view-once": {
      short: "could be seen once, content not kept",
      sentence: "Could be seen once; the file keeps no picture.",
    },
    unsent: { short: "taken back by the sender", sentence: "They took it back." },
    "not-delivered": { short: "marked as not delivered", sentence: "It may never have arrived." },
  },
  grades: {
    database: { short: "record", inFull: "read from the app’s own database" },
    "structured-export": {
      short: "export by an app or service",
      inFull: "an export with fields, written by an app or a service; which program wrote it, the file alone does not prove",
    },
    "text-export": { short: "plain text that anybody can edit", inFull: "an export as plain text, which anybody can edit" },
    "own-account": { short: "typed by the person reporting", inFull: "typed by the person reporting: an account, no record" },
    screenshot: { short: "picture", inFull: "a picture of a screen, which can be edited" },
    check: { short: "check", inFull: "found by a check of a device or an account" },
  },
  howKnown: {
    entry: "as the entry names",
    file: "as the file names",
    record: "as the record shows",
    sure: (sayer) => `${sayer} sure`,
    notSure: (sayer) => `${sayer} not sure`,
  },
  identities: {
    phone: { one: "number", several: "numbers" },
    email: { one: "mail address", several: "mail addresses" },
    handle: { one: "account", several: "accounts" },
    id: { one: "account", several: "accounts" },
    name: { one: "name", several: "names" },
    device: { one: "device", several: "devices" },
    group: { one: "group", several: "groups" },
    owner: { one: "phone of yours", several: "phones of yours" },
    withheld: { one: "withheld number", several: "withheld numbers" },
  },
  nobody: "nobody named",
};

function atStart(name: string): string {
  // An account is another one by a capital: only what is written as people's names are begins with one.
  if (!/^[\p{L}\p{M}\s'’-]+$/u.test(name)) return name;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** What a check came to, in English. */
export const englishChecks: CheckWords = {
  verdicts: {
    valid: "valid",
    altered: "altered",
    missing: "missing",
    unlisted: "in no list",
    "unknown-signer": "signer not known",
    "untrusted-time": "time not vouched for",
    "no-time": "no time stamp",
    unsupported: "of a kind not known",
    error: "cannot be relied on",
  },
};

/** To her, and of her. */
export const englishVoices: VoiceWords = {
  page: {
    You: "You",
    you: "you",
    yours: "yours",
    Yours: "Yours",
    your: "your",
    Your: "Your",
    youSay: "you say",
    are: "are",
    were: "were",
    Me: "You",
    They: "They",
    they: "they",
    them: "them",
    Theirs: "Theirs",
    theirs: "theirs",
    now: "today",
    moment: "now",
    sameDay: "today",
    meSays: "you say",
  },
  print: ({ me, them, initials }) => ({
    You: atStart(me),
    you: me,
    yours: `${me}’s`,
    Yours: `${atStart(me)}’s`,
    your: `${me}’s`,
    Your: `${atStart(me)}’s`,
    youSay: `${me} says`,
    are: "is",
    were: "was",
    Me: initials,
    They: atStart(them),
    they: them,
    them,
    Theirs: `${atStart(them)}’s`,
    theirs: `${them}’s`,
    now: "this report",
    moment: "this report",
    sameDay: "on the day of this report",
    meSays: `${initials} says`,
  }),
};

/** English. */
export const english: Language = {
  tag: "en-GB",
  numbers: englishNumbers,
  days: englishDays,
  ways: englishWays,
  acts: englishActs,
  checks: englishChecks,
  voices: englishVoices,
};
