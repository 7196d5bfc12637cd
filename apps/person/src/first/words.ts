import type { FourWord, NextStep } from "./four.ts";
import type { About, OptionOf, QuestionId, WayToKnow } from "./questions.ts";

/**
 * Every English word of the first page, and no other; `welsh.ts` has the same in Welsh. `{emergency}`, `{police}` and `{helpline}` stand for numbers, which come from the lists of the room
 * `law`; `{size}` for what the app stores. In questions about somebody, “they” is the one she worries about, and “that person” is the other.
 */

/** What a row is about, and what it says. */
type Rows = readonly (readonly [string, string])[];

/** What covers a hidden page. */
const cover = { title: "Notes", open: "Open" };

/** What the script says to a screen reader, by the name under which it stands in the document: on the way to leaving by Shift, while the page is left, and before it locks. */
const spoken = {
  "left-1": "Shift: press 1 more time to leave.",
  "left-2": "Shift: press 2 more times to leave.",
  expired: "The presses of Shift do not count any more.",
  loading: "Loading.",
  lock: "Lock",
  locks: "This page locks at {time} if nobody touches it.",
  stay: "Keep it open",
};

/** The months of a day on which a number was looked up. */
const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** How to the same page in the other language, in that language; and what stands above a screen that is not in the language of this page. */
const languages = { other: "Cymraeg", inEnglish: "" };

/** The bar that is always there. */
const bar = { back: "Back", help: "Help now", leave: "Leave quickly", next: "What to do next" };

/** Numbers and who stands behind them. */
const calling = {
  call: "Call {emergency}",
  copies: "These numbers are from copies: we could not confirm them with the services themselves.",
  lookedUp: "Looked up on {day}.",
};

/** The first screen. */
const welcome = {
  title: "Is anyone in danger now?",
  again: {
    title: "This page was loaded again",
    says: "It shows nothing of what you had read in, typed or made here, and what was not kept is gone. Your files are unchanged: choose them again.",
  },
  seen: {
    title: "Can someone else see this device?",
    says: "Someone who can unlock it could see this page and the files you save. A friend’s device, or one in a library, may be better. Somebody who put an app on this phone may still see what you do.",
  },
  stays: {
    term: "Stays",
    says: "“Notes” in this browser’s history, and the app’s own files (at most {size}, nothing of yours), so that it opens without a network.",
    remove: "Remove them",
  },
  notKept: {
    term: "Not kept",
    says: "Your files and answers. Nothing leaves this device, and nothing of yours stays unless you save it.",
  },
  leaving: {
    term: "Leaving",
    says: "“Leave quickly”, or Shift three times, shows an ordinary page: notes, or the weather. It can’t clear the history.",
  },
  somebody: "For somebody I worry about",
  before: "Twelve questions, about four minutes. Skip any. Nothing is kept unless you say so.",
  begin: "Begin",
  beenHere: "I have been here before",
  accessibility: "Accessibility",
  withoutScript:
    "On this device you can read here: the questions, what the police look for, and numbers to call. To answer here, or to bring in messages, this page needs JavaScript.",
};

/** Before the questions about somebody. */
const forSomebody: { readonly [Name in "title" | "below" | "danger" | "before"]: string } & { readonly rows: Rows } = {
  title: "For somebody I worry about",
  below: "Answer as far as you know. You can be wrong.",
  danger: "They are in danger now: {emergency}",
  rows: [
    ["First", "Ask them alone: “What would help?” They decide, not you."],
    ["Not this", "Don’t answer the other person, and don’t search anybody’s phone."],
    ["A record", "Write down what you saw, and what they told you, kept apart."],
    ["Where", "Write it in your notes. What you write to them can be read on their phone."],
    ["Sending", "Ask them first. The police can be told without a name."],
  ],
  before: "12 questions about them, about 4 minutes. Skip any.",
};

/** Once, after “Begin”. */
const leavingPage = {
  title: "Before you begin",
  says: [
    "“Leave quickly” is at the top of every page. It shows an ordinary page instead. You can also press Shift three times.",
    "It does not clear your browser’s history: somebody who looks can see that Notes was open.",
    "When you leave, what you have not kept is gone.",
    "Somebody who put an app on this phone may still see what you do: use another one if you can.",
  ],
  on: "Go on to the questions",
};

/** Around each question. */
const asking = {
  place: { me: "Question {n} of {all}", somebody: "Question {n} of {all}, about them" },
  nothingSaved: "Nothing is saved yet",
  any: "Choose all that fit.",
  next: "Next",
  skip: "Skip",
  unsure: "Not sure",
  words: "Your words",
  howKnown: "How do you know?",
  waits: { title: "Call {emergency} first. The questions wait.", on: "Go on with the questions" },
};

/** How she knows what she says of somebody else. */
const knownWords: Readonly<Record<WayToKnow, string>> = { seen: "I saw it", told: "They told me", thought: "I think so" };

/** One question and its answers. */
interface QuestionWords<Q extends QuestionId> {
  readonly asks: string;
  readonly below?: string;
  readonly options: Readonly<Record<OptionOf<Q>, string>>;
}

/** The questions, as she is asked about herself, and about somebody. */
const questionWords: Readonly<Record<About, { readonly [Q in QuestionId]: QuestionWords<Q> }>> = {
  me: {
    danger: { asks: "Is anybody in danger right now?", options: { yes: "Yes", no: "No" } },
    who: {
      asks: "Who is it?",
      options: {
        "was-with": "Somebody I was with",
        known: "Somebody I know",
        "not-known": "Somebody I don’t know",
        "nobody-knows": "I don’t know who",
        several: "More than one person",
      },
    },
    since: { asks: "Since when?", options: { days: "Days", weeks: "Weeks", months: "Months", years: "More than a year" } },
    reach: {
      asks: "How do they reach you?",
      options: {
        messages: "Messages or calls, on anything",
        silent: "Withheld or silent calls",
        posts: "Posts or comments about you, or that seem meant for you",
        accounts: "New accounts after you blocked them",
        gifts: "Gifts, letters, deliveries",
        payments: "Small payments with words",
        others: "Through your family, friends or work",
        "turning-up": "Turning up where you are",
        following: "Following you",
        outside: "Outside your home, work or school",
      },
    },
    often: {
      asks: "How often?",
      options: { once: "Once", few: "A few times", weeks: "Most weeks", days: "Most days", "comes-and-goes": "It comes and goes" },
    },
    told: {
      asks: "Do they know that you don’t want it?",
      below: "Not saying no is not saying yes. Even if you answered.",
      options: {
        told: "I told them",
        "for-me": "Somebody told them for me",
        "never-answered": "I never answered",
        "not-dared": "I didn’t dare say it",
        "some-wanted": "Some of it I wanted, not this",
      },
    },
    after: {
      asks: "What happened then?",
      options: {
        stopped: "It stopped",
        "went-on": "It went on",
        "another-way": "It came another way",
        worse: "It got worse",
        "began-again": "It stopped and began again",
      },
    },
    know: {
      asks: "Do they know things they should not?",
      options: { where: "Where you are", said: "What you wrote or said", met: "Whom you met", phone: "What is on your phone" },
    },
    strange: {
      asks: "Has anything been strange with your phone, accounts or home?",
      options: {
        "log-ins": "Log-ins that were not you",
        changed: "A password or setting changed",
        devices: "A doorbell, camera, speaker or car app somebody else can use",
        tracker: "A tag or tracker",
        "in-hands": "The phone was in their hands",
      },
    },
    damage: {
      asks: "Has anything been damaged, moved, taken, or got into?",
      options: { damaged: "Damaged", moved: "Moved", taken: "Taken", "got-into": "Got into" },
    },
    threat: {
      asks: "Has anybody threatened any of these?",
      options: {
        you: "You",
        close: "Somebody close",
        animal: "An animal",
        themselves: "Themselves",
        pictures: "To show private pictures",
      },
    },
    effect: {
      asks: "What has it done to you?",
      options: {
        frightened: "I’m frightened",
        "hurt-once": "I thought they would hurt me: once",
        "hurt-more": "I thought they would hurt me: more than once",
        sleep: "I sleep badly",
        changed: "I changed my way, my work, my phone",
        people: "I stopped seeing people",
        moved: "I moved",
        none: "None of this",
      },
    },
  },
  somebody: {
    danger: { asks: "Is anybody in danger right now?", options: { yes: "Yes", no: "No" } },
    who: {
      asks: "Who is it?",
      options: {
        "was-with": "Somebody they were with",
        known: "Somebody they know",
        "not-known": "Somebody they don’t know",
        "nobody-knows": "They don’t know who",
        several: "More than one person",
      },
    },
    since: { asks: "Since when?", options: { days: "Days", weeks: "Weeks", months: "Months", years: "More than a year" } },
    reach: {
      asks: "How does that person reach them?",
      options: {
        messages: "Messages or calls, on anything",
        silent: "Withheld or silent calls",
        posts: "Posts or comments about them, or that seem meant for them",
        accounts: "New accounts after they blocked that person",
        gifts: "Gifts, letters, deliveries",
        payments: "Small payments with words",
        others: "Through their family, friends or work",
        "turning-up": "Turning up where they are",
        following: "Following them",
        outside: "Outside their home, work or school",
      },
    },
    often: {
      asks: "How often?",
      options: { once: "Once", few: "A few times", weeks: "Most weeks", days: "Most days", "comes-and-goes": "It comes and goes" },
    },
    told: {
      asks: "Does the other person know that they don’t want it?",
      below: "Not saying no is not saying yes. Even if they answered.",
      options: {
        told: "They told that person",
        "for-me": "Somebody said it for them",
        "never-answered": "They never answered",
        "not-dared": "They didn’t dare say it",
        "some-wanted": "Some of it they wanted, not this",
      },
    },
    after: {
      asks: "What happened then?",
      options: {
        stopped: "It stopped",
        "went-on": "It went on",
        "another-way": "It came another way",
        worse: "It got worse",
        "began-again": "It stopped and began again",
      },
    },
    know: {
      asks: "Does that person know things about them that nobody should know?",
      options: { where: "Where they are", said: "What they wrote or said", met: "Whom they met", phone: "What is on their phone" },
    },
    strange: {
      asks: "Has anything been strange with their phone, accounts or home?",
      options: {
        "log-ins": "Log-ins that were not them",
        changed: "A password or setting changed",
        devices: "A doorbell, camera, speaker or car app somebody else can use",
        tracker: "A tag or tracker",
        "in-hands": "Their phone was in that person’s hands",
      },
    },
    damage: {
      asks: "Has anything been damaged, moved, taken, or got into?",
      options: { damaged: "Damaged", moved: "Moved", taken: "Taken", "got-into": "Got into" },
    },
    threat: {
      asks: "Has anybody threatened any of these?",
      options: {
        you: "Them",
        close: "Somebody close to them",
        animal: "An animal",
        themselves: "That person’s own life",
        pictures: "To show private pictures",
      },
    },
    effect: {
      asks: "What has it done to them?",
      options: {
        frightened: "They’re frightened",
        "hurt-once": "They thought that person would hurt them: once",
        "hurt-more": "They thought that person would hurt them: more than once",
        sleep: "They sleep badly",
        changed: "They changed their way, their work, their phone",
        people: "They stopped seeing people",
        moved: "They moved",
        none: "None of this",
      },
    },
  },
};

/** What the answers lead to, where herself and somebody else are told the same. */
const result = {
  unasked: "What the police look for: four words",
  head: {
    all: "What you describe fits the signs of stalking.",
    some: "Some of what you describe fits the signs of stalking.",
  },
  notAScore: "This is not a score. Only people can decide what it is.",
  danger:
    "Some of what you said can get worse quickly. If it does: {emergency}. You don’t have to wait, or be sure, to talk to somebody today.",
  nothing: "You didn’t say anything about this.",
  once: "Once can be enough to ask for help, and to write it down.",
  next: "What you could do next",
  change: "What could change this",
  changeNothing: "You answered every question. What happens from now on can change it.",
  unsure: "You were not sure:",
  open: "You skipped, or chose nothing:",
  answers: "Go back to my answers",
  keep: "Keep this in my notes",
  throwAway: "Throw these answers away.",
  historySays: "The browser’s history still says: Notes.",
};

/** What the answers lead to, where herself and somebody else are told differently. */
const resultFor: Readonly<
  Record<
    About,
    {
      readonly cannotTell: string;
      readonly themselves: string;
      readonly four: Readonly<Record<FourWord, { readonly name: string; readonly says: string }>>;
      readonly next: Readonly<Record<NextStep, { readonly do: string; readonly says: readonly string[] }>>;
    }
  >
> = {
  me: {
    cannotTell: "From these answers we can’t tell. If it frightens you, that is reason enough to talk to somebody.",
    themselves: "You are not the cause of it. If a life is in danger: {emergency}.",
    four: {
      fixated: { name: "Fixated", says: "It keeps coming back to one person." },
      obsessive: { name: "Obsessive", says: "It goes on when it brings nothing." },
      unwanted: { name: "Unwanted", says: "You don’t want it, said or unsaid." },
      repeated: { name: "Repeated", says: "More than once. Twice can be enough." },
    },
    next: {
      talk: { do: "Talk to somebody who knows this.", says: ["{helpline}"] },
      write: { do: "Write down what happens.", says: ["A few words each time is enough."] },
      police: {
        do: "Tell the police.",
        says: ["{police}. {emergency} if somebody is in danger. You don’t need proof, or a log."],
      },
      accounts: {
        do: "Look at accounts and phone in a safe order.",
        says: ["Accounts first. Whoever is in them can notice a change, so talk it through with somebody before you change anything."],
      },
    },
  },
  somebody: {
    cannotTell: "From these answers we can’t tell. If it frightens them, or you, that is reason enough to talk to somebody.",
    themselves: "They are not the cause of it, and neither are you. If a life is in danger: {emergency}.",
    four: {
      fixated: { name: "Fixated", says: "It keeps coming back to one person." },
      obsessive: { name: "Obsessive", says: "It goes on when it brings nothing." },
      unwanted: { name: "Unwanted", says: "They don’t want it, said or unsaid." },
      repeated: { name: "Repeated", says: "More than once. Twice can be enough." },
    },
    next: {
      talk: { do: "Talk to somebody who knows this.", says: ["You can call for somebody else.", "{helpline}"] },
      write: { do: "Write down what you saw, and what they told you.", says: ["A few words each time is enough. Keep the two apart."] },
      police: {
        do: "Ask them before you tell the police.",
        says: ["{police}. {emergency} if somebody is in danger. Nobody needs proof, or a log."],
      },
      accounts: {
        do: "Leave their accounts and phone to them.",
        says: ["Accounts first. Whoever is in them can notice a change, so talk it through with somebody before anything is changed."],
      },
    },
  },
};

/** After she threw it away. */
const thrown = { title: "Your answers are thrown away", on: "Go to the beginning" };

/** The page behind “Help now”. */
const helpPage = {
  title: "Help now",
  danger: "Danger now",
  later: {
    title: "Not at this moment",
    says: "Call the police on {police}. Say that it keeps happening. You need no proof and no timeline to report it. If you think that it is stalking, you can say so.",
  },
  people: "People who know this well",
  before: {
    title: "Before you call",
    says: "A call stays in this phone’s list of calls, and may stand on a shared bill. A friend’s phone leaves neither with you.",
  },
  leaving: {
    title: "To leave this page",
    says: "“Leave quickly”, or Shift pressed three times, closes everything and shows an ordinary page: notes, or the weather. It can’t clear the browser’s history.",
  },
  back: "Go back to where I was",
};

/** Taking the app itself out of this browser. */
const removing: {
  readonly [Name in "title" | "held" | "remove" | "removed" | "failed" | "failedSays" | "close"]: string;
} & { readonly rows: Rows } = {
  title: "Remove the app’s own files from this browser",
  held: "What you brought in, typed or made here and did not save is lost. The files that you chose stay as they are.",
  rows: [
    ["Goes", "The pages of this app. To open it again, its address has to answer: it no longer opens without a network."],
    [
      "Stays",
      "“Notes” in this browser’s history, which you can clear there, the files that you saved, and notes that you keep here, locked.",
    ],
  ],
  remove: "Remove them",
  removed: "The app’s own files are removed",
  failed: "Not everything could be removed",
  failedSays: "The browser refused. Its own settings can do it: remove the data of the site “localhost”.",
  close:
    "“Notes” stays in this browser’s history, and so do the files that you saved and notes that you keep here, locked. Close this page now.",
};

/** While the rest comes, and where it does not. */
const fetching = {
  title: "Getting the rest of these pages",
  missing: "The rest of these pages could not be fetched",
  missingSays:
    "The first time, it comes from the address of this page, and nothing answers there now. Start it again, or wait for the network. What you answered is still here: you can go back to it. Loading this page again forgets it.",
  tryAgain: "Try again",
  loadAgain: "Load this page again",
};

/** The words of the first page in one language. */
export type FirstWords = typeof english;

/** The first page in English. */
export const english = {
  cover,
  spoken,
  months,
  languages,
  bar,
  calling,
  welcome,
  forSomebody,
  leavingPage,
  asking,
  knownWords,
  questionWords,
  result,
  resultFor,
  thrown,
  helpPage,
  removing,
  fetching,
};
