import type { CivilDay, JurisdictionCode, StatedGap, Statement, Zone } from "@unmask/core";
import { personaOf } from "@unmask/importers";
import { jurisdictionOf } from "@unmask/law";

/** What the person says about the case, in her words: who is who, and what happened when. */
export interface SaidCase {
  /** Her names, numbers and accounts as she writes them, and what she is called. */
  readonly me: SaidPersona;
  readonly them: SaidPersona;
  readonly zone: Zone;
  readonly country: string;
  readonly toldToStop?: CivilDay;
  readonly blocked: readonly CivilDay[];
  readonly orderServed?: CivilDay;
  readonly anniversaries: Statement["anniversaries"];
  readonly places: readonly string[];
  readonly gaps?: readonly StatedGap[];
  readonly jurisdiction: JurisdictionCode;
}

/** One of the two, as said. */
export interface SaidPersona {
  readonly label: string;
  /** Words that can each be a number, an address, a handle or a name. */
  readonly words: readonly string[];
  /** Normal forms chosen from a list, to be taken as they are. */
  readonly normals?: readonly string[];
}

/** Her words as the patterns want them. Throws for a law that has no data. */
export function stateCase({ me, them, country, jurisdiction: code, ...rest }: SaidCase): Statement {
  const jurisdiction = jurisdictionOf(code);
  if (!jurisdiction) throw new Error(`there is no data about the law of ${code}`);
  return {
    ...rest,
    me: personaOf(me.label, me.words, { country, others: me.normals ?? [] }),
    them: personaOf(them.label, them.words, { country, others: them.normals ?? [] }),
    jurisdiction,
  };
}
