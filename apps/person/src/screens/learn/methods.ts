import { t } from "@lingui/core/macro";
/** One way by which somebody can know, reach or frighten, with its signs. */
export interface Method {
  readonly title: string;
  readonly where: string;
  /** The one sign that stands in its row. */
  readonly sign: string;
  /** Each sign beside what else it can be. */
  readonly signs: readonly (readonly [sign: string, else_: string])[];
  readonly keep: string;
}

/** Civil day on which the guides were read after which these signs are told; the words are ours. */
export const methodsReadOn = "2026-11-25";

/** The ways, accounts and shared things first: those are the most usual. */
export const readMethods = (): readonly Method[] => [
  {
    title: t`Somebody is in an account of yours`,
    where: t`Mail, photos, a social account`,
    sign: t`a device that you don’t know`,
    signs: [
      [t`A device you don’t know`, t`An old phone; the same phone after an update`],
      [t`Read before you read it`, t`Your tablet, a preview`],
      [t`Signed in from another town`, t`A phone’s network often shows another one`],
      [t`A recovery number not yours`, t`An old one, or one you gave for somebody at home`],
      [t`Mail is sent on to others`, t`A rule that you or your work made`],
    ],
    keep: t`the page of devices, the list of log-ins (ask the service for your data).`,
  },
  {
    title: t`Somebody shares a thing with you`,
    where: t`Doorbell, camera, speaker, car or family group`,
    sign: t`they know who came, or when you left`,
    signs: [
      [t`They know who came`, t`A neighbour told; they came by`],
      [t`An old name may still use it`, t`Nobody took it out`],
      [t`Light, heat or music changes`, t`A timer; somebody at home`],
      [t`Somebody looked in, live`, t`Somebody else at home`],
    ],
    keep: t`the list of who may use it, and its history, with day and hour.`,
  },
  {
    title: t`A tag or tracker`,
    where: t`In a bag, a coat, a car, a child’s toy`,
    sign: t`a phone’s warning; they turn up at places you told nobody`,
    signs: [
      [t`Your phone warns of a tag`, t`Somebody’s on the same train; your own; in a thing you borrowed`],
      [t`They turn up where you told nobody`, t`A shared calendar; a picture; a friend who told`],
      [t`Something small beeps`, t`Your own key finder`],
    ],
    keep: t`the warning, its map, a picture of the tag where it lies. To take it away can be noticed.`,
  },
  {
    title: t`The phone was in their hands`,
    where: t`Linked chat on a computer, place shared, code known`,
    sign: t`“linked devices” shows one more`,
    signs: [
      [t`“Linked devices” shows one more`, t`Your own computer`],
      [t`Your place is shared`, t`You turned it on once, for a journey`],
      [t`One more finger or face opens it`, t`Yours, put in twice`],
      [t`An account you don’t know on it`, t`One of work or school`],
    ],
    keep: t`a picture of each of these lists.`,
  },
  {
    title: t`An app that watches`,
    where: t`Hidden, it sends on what you do`,
    sign: t`few can be seen. No list knows them all.`,
    signs: [
      [t`An app you don’t know`, t`It came with the phone`],
      [t`Battery soon empty, phone warm`, t`An old battery; an update`],
      [t`An app may read the screen or all notices`, t`A watch, a reader for the eyes, a password keeper`],
    ],
    keep: t`the list of apps, and what each may do, as a picture from another phone. Don’t take it off first.`,
  },
  {
    title: t`New accounts, fake profiles, posts about you`,
    where: t`After a block, in your name, to people around you`,
    sign: t`new, no friends, knows your day`,
    signs: [
      [t`A new account that knows your day`, t`Somebody you know from elsewhere`],
      [t`A profile with your name or face`, t`The same name; an old one of yours`],
      [t`A post that seems meant for you`, t`It is about somebody else`],
    ],
    keep: t`a picture with the address, the day and the hour, before you report it. Then it may vanish.`,
  },
  {
    title: t`Calls, payments, games`,
    where: t`By every way that is left open`,
    sign: t`silent calls; small payments with words`,
    signs: [
      [t`Silent or withheld calls`, t`A call centre; a bad line`],
      [t`A small payment with words`, t`A wrong number typed`],
      [t`A follow, a like, an invitation`, t`The app proposed you`],
    ],
    keep: t`the list of calls, the bank’s page, the chat as an export.`,
  },
  {
    title: t`Private pictures`,
    where: t`Shown, or somebody says that they will be`,
    sign: t`they speak of a picture you never sent`,
    signs: [
      [t`They speak of a picture you never sent`, t`A shared album; a guess`],
      [t`A stranger says they have some`, t`A letter sent to thousands, with an old password in it`],
    ],
    keep: t`the message and its address. Talk to somebody before you ask for it to be taken down.`,
  },
];
