import type { TopicId } from "./topic-ids.ts";

/** A piece of a topic: what stands above it, what it says, and what it says one by one. */
export interface TopicPart {
  readonly title?: string;
  readonly says?: readonly string[];
  readonly list?: readonly string[];
}

/** What can be read about one thing. */
export interface Topic {
  readonly title: string;
  /** One line, where it can be chosen. */
  readonly brief: string;
  /** Mind this, before the rest. */
  readonly mind?: string;
  readonly parts: readonly TopicPart[];
}

/**
 * What is good to know, in our words. What the law says and who can be called is not here: it comes from the lists of the room `law`. Nothing tells somebody
 * what is being done to them, or that they are out of danger.
 */
export const topics: Readonly<Record<TopicId, Topic>> = {
  stalking: {
    title: "What stalking is",
    brief: "Four words, and who it can be",
    parts: [
      {
        says: [
          "Somebody comes back to you again and again, in ways that you don’t want.",
          "It can be a partner or an ex, somebody you know, or somebody you never met. It can be more than one.",
          "It can be in the street, by phone, on the web, at work, or through other people. Often it is more than one of these.",
          "You need not have said no. To answer, or to have been kind, is not a yes.",
        ],
      },
    ],
  },
  "small-acts": {
    title: "How small acts add up",
    brief: "Alone each looks like nothing",
    parts: [
      {
        says: [
          "One text, one like, one car in the street: alone, each looks like nothing. Others may say so too.",
          "Seen together, they can show what none of them shows alone:",
        ],
        list: [
          "on how many days it was, and how often at night",
          "that it went on after you said stop, or never answered",
          "that a new number or account came after a block",
          "that they knew what they should not",
          "what you changed: sleep, your way, work, people",
        ],
      },
      {
        says: [
          "Quiet weeks belong to it. It can stop and begin again.",
          "You don’t have to remember it all. A few words each time are enough.",
        ],
      },
    ],
  },
  digital: {
    title: "When they know things they should not",
    brief: "Eight ways, the signs of each, and what else a sign can be",
    mind: "keep a picture of it. A change can be noticed. Accounts first, then the phone.",
    parts: [{ says: ["Most often it is an account or a shared thing, not a hidden app. One sign alone tells little."] }],
  },
  watched: {
    title: "What a watched phone can show",
    brief: "What somebody could see, and what not",
    mind: "don’t take an app off or change a password first. It can be noticed, and what it showed may be gone.",
    parts: [
      {
        says: ["Somebody who can open this phone, or who put an app on it, may see:"],
        list: [
          "what is on the screen, this page too, and what you type",
          "messages, calls, pictures, and what you look for",
          "where the phone is, and where it was",
          "with some apps, what is said near it",
        ],
      },
      {
        title: "What that does not show",
        list: ["another phone, or a computer in a library", "paper", "what you say where the phone is not"],
      },
      {
        title: "What this page leaves",
        list: [
          "“Notes” in the browser’s history",
          "the files that you save",
          "“Leave quickly” hides the page from a glance. It does not stop an app that watches.",
        ],
      },
      {
        title: "What helps",
        list: [
          "a phone that was never in their hands: a friend’s, one at work",
          "a picture of what you found, taken with another phone",
          "to talk it through before you change anything",
        ],
      },
    ],
  },
  law: {
    title: "What the law says",
    brief: "What counts, and what a court can order",
    parts: [
      {
        says: [
          "It is told here in plain words. It is no advice, and does not say whether something was an offence: police and courts decide that.",
        ],
      },
    ],
  },
  report: {
    title: "Telling the police",
    brief: "You don’t need proof, or a log",
    parts: [
      {
        list: [
          "You don’t need proof, and no list of days.",
          "Say that it keeps happening. If you think that it is stalking, say so.",
          "Say what you are afraid of, and what you have changed.",
          "Say how they can reach you so that nobody else sees it.",
          "Ask for the number of your report, and for a name. Write both down.",
          "You can bring somebody along.",
          "If nobody listens, you can ask again, and ask for somebody else. A helpline can help you with it.",
        ],
      },
    ],
  },
  keep: {
    title: "What can be kept",
    brief: "What helps later, and what to leave",
    mind: "what goes to the police may one day be read by the other side. Where you will go, and whom you trust: keep that apart.",
    parts: [
      {
        title: "Each time",
        list: [
          "when, where, what was done or said, and who saw it",
          "how it made you feel, and what you changed",
          "Write it soon. If it is later, write it with today’s day.",
        ],
      },
      {
        title: "Things and files",
        list: [
          "Messages: leave them where they are. Don’t clear the chat. Your own answers belong to it.",
          "Posts and pages: a picture with the address, the day and the hour, before you report them.",
          "Mail: the mail itself. Forwarding loses where it came from.",
          "Calls: a picture of the list of calls.",
          "Gifts and letters: touch them little, and keep what they came in.",
        ],
      },
      {
        title: "Not for any price",
        list: ["Don’t go near them to get more.", "Don’t answer to get more.", "Don’t get into their phone or accounts."],
      },
    ],
  },
  friend: {
    title: "Helping a friend",
    brief: "What helps, and what can harm",
    parts: [
      {
        title: "Helps",
        list: [
          "Ask alone, and far from their phone: “What would help?”",
          "Listen, and believe. They decide whom to tell, and when.",
          "Offer something small: a phone to use, a drawer for papers, to come along.",
          "Write down what you saw, with day and hour. What you were told, write apart.",
          "Ring somebody for yourself. It weighs on you too.",
        ],
      },
      {
        title: "Can harm",
        list: [
          "to answer the other person, to look for them, or to warn them",
          "to search anybody’s phone",
          "to write about it to your friend’s phone: it may be read there",
          "to tell the police, or family, before you have asked. In danger, don’t wait: ring.",
        ],
      },
    ],
  },
  advocate: {
    title: "For an advocate: one vault a person",
    brief: "If it is your work to help several people",
    parts: [
      {
        list: [
          "Each person has a vault of their own, with its own passphrase, words and copy. What is mixed can’t be parted later.",
          "The twelve words are theirs. Hand the paper over, and keep none unless you are asked to.",
          "Say of each entry who wrote it, and whether you saw it or were told.",
          "Nothing goes to the police but what the person chose, thing by thing.",
          "Plans against danger belong in private notes. They go nowhere unless they are chosen.",
          "When your work ends: hand over the copy, open it together once, then remove the vault.",
          "Your office may have rules on what it must keep. Ask before you begin.",
        ],
      },
    ],
  },
};
