import { type Channel, type Statement, parseCivilDay, parseZone } from "@unmask/core";
import { country, stateCase } from "@unmask/corridor";
import type { Answers, Concern } from "./protocol.ts";

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
  if (!zone) throw new Error("there is no such zone");
  const toldToStop = parseCivilDay(answers.toldToStop);
  return stateCase({
    me: { label: "you", words: answers.me, normals: answers.me },
    them: { label: answers.theirName, words: answers.them, normals: answers.them },
    zone,
    country,
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
    jurisdiction: "EW",
  });
}
