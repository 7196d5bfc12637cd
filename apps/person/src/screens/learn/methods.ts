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
export const methods: readonly Method[] = [
  {
    title: "Somebody is in an account of yours",
    where: "Mail, photos, a social account",
    sign: "a device that you don’t know",
    signs: [
      ["A device you don’t know", "An old phone; the same phone after an update"],
      ["Read before you read it", "Your tablet, a preview"],
      ["Signed in from another town", "A phone’s network often shows another one"],
      ["A recovery number not yours", "An old one, or one you gave for somebody at home"],
      ["Mail is sent on to others", "A rule that you or your work made"],
    ],
    keep: "the page of devices, the list of log-ins (ask the service for your data).",
  },
  {
    title: "Somebody shares a thing with you",
    where: "Doorbell, camera, speaker, car or family group",
    sign: "they know who came, or when you left",
    signs: [
      ["They know who came", "A neighbour told; they came by"],
      ["An old name may still use it", "Nobody took it out"],
      ["Light, heat or music changes", "A timer; somebody at home"],
      ["Somebody looked in, live", "Somebody else at home"],
    ],
    keep: "the list of who may use it, and its history, with day and hour.",
  },
  {
    title: "A tag or tracker",
    where: "In a bag, a coat, a car, a child’s toy",
    sign: "a phone’s warning; they turn up at places you told nobody",
    signs: [
      ["Your phone warns of a tag", "Somebody’s on the same train; your own; in a thing you borrowed"],
      ["They turn up where you told nobody", "A shared calendar; a picture; a friend who told"],
      ["Something small beeps", "Your own key finder"],
    ],
    keep: "the warning, its map, a picture of the tag where it lies. To take it away can be noticed.",
  },
  {
    title: "The phone was in their hands",
    where: "Linked chat on a computer, place shared, code known",
    sign: "“linked devices” shows one more",
    signs: [
      ["“Linked devices” shows one more", "Your own computer"],
      ["Your place is shared", "You turned it on once, for a journey"],
      ["One more finger or face opens it", "Yours, put in twice"],
      ["An account you don’t know on it", "One of work or school"],
    ],
    keep: "a picture of each of these lists.",
  },
  {
    title: "An app that watches",
    where: "Hidden, it sends on what you do",
    sign: "few can be seen. No list knows them all.",
    signs: [
      ["An app you don’t know", "It came with the phone"],
      ["Battery soon empty, phone warm", "An old battery; an update"],
      ["An app may read the screen or all notices", "A watch, a reader for the eyes, a password keeper"],
    ],
    keep: "the list of apps, and what each may do, as a picture from another phone. Don’t take it off first.",
  },
  {
    title: "New accounts, fake profiles, posts about you",
    where: "After a block, in your name, to people around you",
    sign: "new, no friends, knows your day",
    signs: [
      ["A new account that knows your day", "Somebody you know from elsewhere"],
      ["A profile with your name or face", "The same name; an old one of yours"],
      ["A post that seems meant for you", "It is about somebody else"],
    ],
    keep: "a picture with the address, the day and the hour, before you report it. Then it may vanish.",
  },
  {
    title: "Calls, payments, games",
    where: "By every way that is left open",
    sign: "silent calls; small payments with words",
    signs: [
      ["Silent or withheld calls", "A call centre; a bad line"],
      ["A small payment with words", "A wrong number typed"],
      ["A follow, a like, an invitation", "The app proposed you"],
    ],
    keep: "the list of calls, the bank’s page, the chat as an export.",
  },
  {
    title: "Private pictures",
    where: "Shown, or somebody says that they will be",
    sign: "they speak of a picture you never sent",
    signs: [
      ["They speak of a picture you never sent", "A shared album; a guess"],
      ["A stranger says they have some", "A letter sent to thousands, with an old password in it"],
    ],
    keep: "the message and its address. Talk to somebody before you ask for it to be taken down.",
  },
];
