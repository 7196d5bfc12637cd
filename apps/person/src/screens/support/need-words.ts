import type { SupportNeed } from "@unmask/law";

/** What somebody can need, as she is asked. */
export const needWords: Readonly<Record<SupportNeed, string>> = {
  talk: "To talk it through",
  police: "To tell the police",
  digital: "Phones, accounts, the web",
  side: "Somebody at my side",
  family: "A partner, an ex or family",
  pictures: "Private pictures",
  low: "It is too much for me",
  read: "To read more",
  own: "My own behaviour",
};
