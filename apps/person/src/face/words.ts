/**
 * Every English word of the notes page, and no other; `welsh.ts` has the same in Welsh. It is what anybody sees who holds the device, so it says nothing
 * of what is kept, nor for what.
 */

/** What the script says, by the name under which it stands in the document. `{time}`, `{count}`, `{place}` and `{likely}` stand for what is put in. */
const spoken = {
  locked: "Locked",
  keepsNothing: "This window keeps nothing",
  takeOff: "Take off",
  save: "Save",
  saving: "Saving",
  loading: "Loading.",
  savedAt: "Saved at {time}",
  savedSays: "It is locked now. It can’t be read or changed here.",
  notSaved: "Not saved",
  takeOver: "Use them here",
  show: "Show",
  hide: "Hide",
  open: "Open",
  openFrom: "Open, from {time}",
  working: "Opening. It takes a few seconds.",
  wrong: "That did not open it.",
  wrongs: "Wrong {count} times since they were last opened.",
  from: "You can try again from {time}. Closing the page does not shorten the wait.",
  erased: "Nothing is erased, however often it is wrong.",
  notOpened: "They were not opened",
  passkeyNot: "The passkey did not answer. Nothing was changed.",
  unknown: "Word {place} is not in the list of words.",
  likely: "Did you mean “{likely}”?",
  noneWritten: "Nothing written yet.",
  locks: "This page locks at {time} if nobody touches it.",
  stay: "Keep it open",
};

/** The page itself. */
const face = {
  title: "Notes",
  more: "About these notes",
  mine: "My notes",
  note: "New note",
  writeHere: "Write here",
  another: "Another time",
  when: "When did it happen?",
  whenExample: "In your words: Friday, about 21:00.",
  add: "Add a photo or a file",
};

/** Behind the three dots; `other`: how to the same page in the other language, in that language. */
const about = {
  back: "Notes",
  title: "About these notes",
  says: [
    "What you write here is sealed as soon as it is saved. It can’t be read here any more.",
    "Nothing is sent anywhere. It stays in this browser, on this device.",
    "If you do not touch your opened notes for five minutes, they lock by themselves.",
  ],
  first: "Other pages",
  other: "Cymraeg",
};

/** Opening. */
const opening = {
  title: "Open my notes",
  passphrase: "Passphrase",
  passkey: "Use a passkey",
  passkeySays: "Face, finger or the phone’s code",
  twelve: "Use the twelve words",
  twelveSays: "They work at once, and the wait ends",
};

/** Opening with what is on her paper. */
const twelve = {
  title: "The twelve words",
  says: "In their order, from your paper. You can paste all of them into the first line, or the key that stands below them.",
  word: "Word {place}",
};

/** Nothing is kept here yet. */
const none = {
  title: "There are no notes here yet",
  says: "Notes that you keep here are locked with a passphrase of yours. You can make them now, or bring back a copy that you made before.",
  waits: "What you wrote is not saved yet. It goes into your notes when you have made them.",
  make: "Make my notes",
  back: "Bring back a copy",
};

/** Another window has it open. */
const elsewhere = {
  title: "Your notes are open in another window",
  says: "Close that window, or use them here. They are then locked there.",
};

/** This window keeps nothing. */
const lookOnly = {
  title: "This window keeps nothing",
  says: "It is a private window, or this browser cannot keep notes. What you write here goes when you close it. In an ordinary window of the browser you can keep it.",
};

/** What the second passphrase opens. */
const ordinary = { title: "My notes", lock: "Lock" };

/** While the rest comes, and where it does not. */
const fetching = {
  title: "Opening",
  missing: "The rest of these pages could not be fetched",
  missingSays:
    "The first time, it comes from the address of this page, and nothing answers there now. Your notes are unchanged, and locked again.",
  tryAgain: "Try again",
};

/** The words of the notes page in one language. */
export type FaceWords = typeof english;

/** The notes page in English. */
export const english = { spoken, face, about, opening, twelve, none, elsewhere, lookOnly, ordinary, fetching };
