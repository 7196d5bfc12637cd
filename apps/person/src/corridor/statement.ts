import { type Channel, type Statement, parseCivilDay, parseZone } from "@unmask/core";
import { personaOf } from "@unmask/importers";
import { jurisdictionOf } from "@unmask/law";
import type { Answers, Concern } from "./protocol.ts";

/** Numbers without a country are read as dialled in the United Kingdom. */
export const country = "GB";

const carried: readonly Channel[] = ["sms", "mms", "imessage", "phone"];
const channelsByConcern: Readonly<Record<Concern, readonly Channel[] | undefined>> = {
  "texts and calls": carried,
  whatsapp: ["whatsapp"],
  phone: [...carried, "whatsapp"],
  everything: undefined,
};

/** Her answers as the patterns want them. Days that do not exist cannot be entered in the form; a text that is none is left out. */
export function statementOf(answers: Answers, zoneName: string): Statement {
  const zone = parseZone(zoneName);
  const jurisdiction = jurisdictionOf("EW");
  if (!zone || !jurisdiction) throw new Error("a zone or the law is missing");
  const toldToStop = parseCivilDay(answers.toldToStop);
  return {
    me: personaOf("you", answers.me, { country, others: answers.me }),
    them: personaOf(answers.theirName, answers.them, { country, others: answers.them }),
    zone,
    ...(toldToStop ? { toldToStop } : {}),
    blocked: answers.blocked.flatMap((text) => parseCivilDay(text) ?? []),
    anniversaries: answers.anniversaries.flatMap(({ day: text, label }) => {
      const day = parseCivilDay(text);
      return day ? [{ day, label }] : [];
    }),
    places: answers.places,
    gaps: answers.gaps.flatMap(({ from: first, until: last, concerns, says }) => {
      const from = parseCivilDay(first);
      const until = parseCivilDay(last);
      const channels = channelsByConcern[concerns];
      return from && until ? [{ from, until, says, ...(channels ? { channels } : {}) }] : [];
    }),
    jurisdiction,
  };
}
