import { t } from "@lingui/core/macro";
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
  /** Mind this: when, and what. */
  readonly mind?: readonly [when: string, says: string];
  readonly parts: readonly TopicPart[];
}

/**
 * What is good to know, in our words. What the law says and who can be called is not here: it comes from the lists of the room `law`. Nothing tells somebody
 * what is being done to them, or that they are out of danger.
 */
export const readTopics = (): Readonly<Record<TopicId, Topic>> => ({
  stalking: {
    title: t`What stalking is`,
    brief: t`Four words, and who it can be`,
    parts: [
      {
        says: [
          t`Somebody comes back to you again and again, in ways that you don’t want.`,
          t`It can be a partner or an ex, somebody you know, or somebody you never met. It can be more than one.`,
          t`It can be in the street, by phone, on the web, at work, or through other people. Often it is more than one of these.`,
          t`You need not have said no. To answer, or to have been kind, is not a yes.`,
        ],
      },
    ],
  },
  "small-acts": {
    title: t`How small acts add up`,
    brief: t`Alone each looks like nothing`,
    parts: [
      {
        says: [
          t`One text, one like, one car in the street: alone, each looks like nothing. Others may say so too.`,
          t`Seen together, they can show what none of them shows alone:`,
        ],
        list: [
          t`on how many days it was, and how often at night`,
          t`that it went on after you said stop, or never answered`,
          t`that a new number or account came after a block`,
          t`that they knew what they should not`,
          t`what you changed: sleep, your way, work, people`,
        ],
      },
      {
        says: [
          t`Quiet weeks belong to it. It can stop and begin again.`,
          t`You don’t have to remember it all. A few words each time are enough.`,
        ],
      },
    ],
  },
  digital: {
    title: t`When they know things they should not`,
    brief: t`Eight ways, the signs of each, and what else a sign can be`,
    mind: [t`Before you change anything:`, t`keep a picture of it. A change can be noticed. Accounts first, then the phone.`],
    parts: [{ says: [t`Most often it is an account or a shared thing, not a hidden app. One sign alone tells little.`] }],
  },
  watched: {
    title: t`What a watched phone can show`,
    brief: t`What somebody could see, and what not`,
    mind: [
      t`Before you change anything:`,
      t`don’t take an app off or change a password first. It can be noticed, and what it showed may be gone.`,
    ],
    parts: [
      {
        says: [t`Somebody who can open this phone, or who put an app on it, may see:`],
        list: [
          t`what is on the screen, this page too, and what you type`,
          t`messages, calls, pictures, and what you look for`,
          t`where the phone is, and where it was`,
          t`with some apps, what is said near it`,
        ],
      },
      {
        title: t`What that does not show`,
        list: [t`another phone, or a computer in a library`, t`paper`, t`what you say where the phone is not`],
      },
      {
        title: t`What they can find of this app`,
        list: [
          t`An icon named Notes, if you put it on the home screen.`,
          t`“Notes” and this address in the browser’s history. You can clear that in the browser; a gap can be noticed too.`,
          t`In the browser’s list of sites, that this one keeps something, and how much. Not what it is.`,
          t`Files that you save: reports, keys, copies. They lie among the downloads until you move them.`,
          t`A call in the list of calls, and on a bill.`,
          t`No message, no sound and no number on the icon: this app sends no notifications.`,
        ],
      },
      {
        title: t`What opens, and what does not`,
        list: [
          t`Your notes are sealed. Without the passphrase, the twelve words or a passkey they can’t be read.`,
          t`Somebody who makes you open them, or watches while they are open, sees them.`,
          t`“Leave quickly” hides the page from a glance. It does not stop an app that watches.`,
        ],
      },
      {
        title: t`What helps`,
        list: [
          t`a phone that was never in their hands: a friend’s, one at work`,
          t`a picture of what you found, taken with another phone`,
          t`to talk it through before you change anything`,
        ],
      },
    ],
  },
  law: {
    title: t`What the law says`,
    brief: t`What counts, and what a court can order`,
    parts: [
      {
        says: [
          t`It is told here in plain words. It is no advice, and does not say whether something was an offence: police and courts decide that.`,
        ],
      },
    ],
  },
  report: {
    title: t`Telling the police`,
    brief: t`You don’t need proof, or a log`,
    parts: [
      {
        list: [
          t`You don’t need proof, and no list of days.`,
          t`Say that it keeps happening. If you think that it is stalking, say so.`,
          t`Say what you are afraid of, and what you have changed.`,
          t`Say how they can reach you so that nobody else sees it.`,
          t`Ask for the number of your report, and for a name. Write both down.`,
          t`You can bring somebody along.`,
          t`If nobody listens, you can ask again, and ask for somebody else. A helpline can help you with it.`,
        ],
      },
    ],
  },
  keep: {
    title: t`What can be kept`,
    brief: t`What helps later, and what to leave`,
    mind: [
      t`Before you write it down:`,
      t`what goes to the police may one day be read by the other side. Where you will go, and whom you trust: keep that apart.`,
    ],
    parts: [
      {
        title: t`Each time`,
        list: [
          t`when, where, what was done or said, and who saw it`,
          t`how it made you feel, and what you changed`,
          t`Write it soon. If it is later, write it with today’s day.`,
        ],
      },
      {
        title: t`Things and files`,
        list: [
          t`Messages: leave them where they are. Don’t clear the chat. Your own answers belong to it.`,
          t`Posts and pages: a picture with the address, the day and the hour, before you report them.`,
          t`Mail: the mail itself. Forwarding loses where it came from.`,
          t`Calls: a picture of the list of calls.`,
          t`Gifts and letters: touch them little, and keep what they came in.`,
        ],
      },
      {
        title: t`Not for any price`,
        list: [t`Don’t go near them to get more.`, t`Don’t answer to get more.`, t`Don’t get into their phone or accounts.`],
      },
    ],
  },
  friend: {
    title: t`Helping a friend`,
    brief: t`What helps, and what can harm`,
    parts: [
      {
        title: t`Helps`,
        list: [
          t`Ask alone, and far from their phone: “What would help?”`,
          t`Listen, and believe. They decide whom to tell, and when.`,
          t`Offer something small: a phone to use, a drawer for papers, to come along.`,
          t`Write down what you saw, with day and hour. What you were told, write apart.`,
          t`Ring somebody for yourself. It weighs on you too.`,
        ],
      },
      {
        title: t`Can harm`,
        list: [
          t`to answer the other person, to look for them, or to warn them`,
          t`to search anybody’s phone`,
          t`to write about it to your friend’s phone: it may be read there`,
          t`to tell the police, or family, before you have asked. In danger, don’t wait: ring.`,
        ],
      },
    ],
  },
  advocate: {
    title: t`For an advocate: one vault a person`,
    brief: t`If it is your work to help several people`,
    parts: [
      {
        list: [
          t`Each person has a vault of their own, with its own passphrase, words and copy. What is mixed can’t be parted later.`,
          t`The twelve words are theirs. Hand the paper over, and keep none unless you are asked to.`,
          t`Say of each entry who wrote it, and whether you saw it or were told.`,
          t`Nothing goes to the police but what the person chose, thing by thing.`,
          t`Plans against danger belong in private notes. They go nowhere unless they are chosen.`,
          t`When your work ends: hand over the copy, open it together once, then remove the vault.`,
          t`Your office may have rules on what it must keep. Ask before you begin.`,
        ],
      },
    ],
  },
});
