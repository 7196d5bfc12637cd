/**
 * Every word of the notes page, and no other. It is what anybody sees who holds the device, so it says nothing of what is kept, nor for what. A time
 * stands for `{time}`.
 */

/** The page itself. */
export const face = {
  title: "Notes",
  more: "About these notes",
  mine: "My notes",
  locked: "Locked",
  keepsNothing: "This window keeps nothing",
  note: "New note",
  writeHere: "Write here",
  another: "Another time",
  when: "When did it happen?",
  whenExample: "In your words: Friday, about 21:00.",
  add: "Add a photo or a file",
  takeOff: "Take off",
  save: "Save",
  saving: "Saving",
  loading: "Loading.",
};

/** What became of a note. */
export const saved = {
  title: "Saved at {time}",
  says: "With your locked notes. Open them to read it. It can’t be read or changed here.",
  notSaved: "Not saved",
  notYet: "It is still here. To keep it, make your notes first: press “My notes”.",
  takeOver: "Use them here",
};

/** Behind the three dots. */
export const about = {
  back: "Notes",
  title: "About these notes",
  says: [
    "What you write here is sealed as soon as it is saved. It can be read after your notes are opened, and not before.",
    "Nothing is sent anywhere. It stays in this browser, on this device.",
    "If you do not touch your opened notes for five minutes, they lock by themselves.",
  ],
  first: "The first page, with numbers to call",
};

/** Opening. */
export const opening = {
  title: "Open my notes",
  passphrase: "Passphrase",
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
  passkey: "Use a passkey",
  passkeySays: "Face, finger or the phone’s code",
  passkeyNot: "The passkey did not answer. Nothing was changed.",
  twelve: "Use the twelve words",
  twelveSays: "They work at once, and the wait ends",
};

/** Opening with what is on her paper. */
export const twelve = {
  title: "The twelve words",
  says: "In their order, from your paper. You can paste all of them into the first line, or the key that stands below them.",
  word: "Word {place}",
  unknown: "Word {place} is not in the list of words.",
  likely: "Did you mean “{likely}”?",
};

/** Nothing is kept here yet. */
export const none = {
  title: "There are no notes here yet",
  says: "Notes that you keep here are locked with a passphrase of yours. You can make them now, or bring back a copy that you made before.",
  waits: "What you wrote is not saved yet. It goes into your notes when you have made them.",
  make: "Make my notes",
  back: "Bring back a copy",
};

/** Another window has it open. */
export const elsewhere = {
  title: "Your notes are open in another window",
  says: "Close that window, or use them here. They are then locked there.",
  here: "Use them here",
};

/** This window keeps nothing. */
export const lookOnly = {
  title: "This window keeps nothing",
  says: "It is a private window, or this browser cannot keep notes. What you write here goes when you close it. In an ordinary window of the browser you can keep it.",
};

/** What the second passphrase opens. */
export const ordinary = {
  title: "My notes",
  none: "Nothing written yet.",
  lock: "Lock",
};

/** While the rest comes, and where it does not. */
export const fetching = {
  title: "Opening",
  missing: "The rest of these pages could not be fetched",
  missingSays:
    "The first time, it comes from the address of this page, and nothing answers there now. Your notes are unchanged, and locked again.",
  tryAgain: "Try again",
};
