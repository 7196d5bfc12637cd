import { type Statement, type Whose, instantToIso, isTheirs } from "@unmask/core";
import type { ExaminedAct } from "@unmask/corridor";
import { type Identifier, type KeyedHash, type Shown, identifierOf, nameOf, postingsOf } from "@unmask/link";
import type { Letter } from "@unmask/submission";
import type { Insertable } from "kysely";
import { identifiersTold } from "../links/identifiers-told.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import type { OfReport } from "../sql/case/report-contents.ts";

/**
 * The numbers, addresses and accounts by which a report is compared with others: those of whoever she reports, as the acts show them, as she typed
 * them and as she wrote them in a letter. Never hers, and nobody's of whom she says nothing.
 */
export interface ShownIdentifiers {
  add(act: ExaminedAct): void;
  /** What she typed: numbers that she says are theirs. */
  readStatement(statement: Statement): void;
  /** What she wrote in a letter. */
  readTold(letter: Letter): void;
  /** Rows of the index for a report. */
  postings(of: OfReport, keyedHash: KeyedHash): readonly Insertable<CaseTables["ident_posting"]>[];
}

/** Identifiers of one report; more are an attack on memory. */
const mostIdentifiers = 50_000;
/** Where numbers without a country are dialled. */
const country = "GB";

/** Begins to gather. */
export function gatherIdentifiers(): ShownIdentifiers {
  const byName = new Map<string, Shown>();
  const put = (shown: Shown): void => {
    const name = nameOf(shown.identifier);
    const before = byName.get(name);
    if (before === undefined && byName.size >= mostIdentifiers) return;
    byName.set(name, before ? widest(before, shown) : shown);
  };
  return {
    add({ act, whose }) {
      if (!isAboutThem(whose)) return;
      const identifier = identifierOf(act.from, act.channel);
      const { earliest: first, latest: last } = act.when;
      if (identifier) put({ identifier, known: act.grade === "own-account" ? "account" : "record", first, last });
    },
    readStatement(statement) {
      for (const identifier of typedBy(statement)) put({ identifier, known: "account" });
    },
    readTold({ account = "", contact, contactBrief }) {
      const reach = typeof contact?.reach === "object" ? [contact.reach.at] : [];
      const own = [...reach, contactBrief?.address].filter((one) => one !== undefined);
      for (const identifier of identifiersTold(account, { country, own })) put({ identifier, known: "account" });
    },
    postings: ({ force, report }, keyedHash) =>
      postingsOf(report, [...byName.values()], keyedHash).map(({ first, last, ...posting }) => ({
        ...posting,
        force,
        first_use: first === undefined ? null : instantToIso(first),
        last_use: last === undefined ? null : instantToIso(last),
      })),
  };
}

function isAboutThem(whose: Whose | undefined): boolean {
  return whose !== undefined && (isTheirs(whose) || whose === "perhaps theirs");
}

function widest(one: Shown, other: Shown): Shown {
  const first =
    one.first !== undefined && other.first !== undefined ? (one.first < other.first ? one.first : other.first) : (one.first ?? other.first);
  const last =
    one.last !== undefined && other.last !== undefined ? (one.last > other.last ? one.last : other.last) : (one.last ?? other.last);
  return {
    identifier: one.identifier,
    known: one.known === "record" || other.known === "record" ? "record" : "account",
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
  };
}

/** Numbers and addresses that she typed as theirs. An account name says nothing without its platform, and a name says nothing at all. */
function typedBy({ me, them, perhaps }: Statement): readonly Identifier[] {
  const theirs = [...them.normals, ...(perhaps?.normals ?? [])].filter((normal) => !me.normals.has(normal));
  return theirs.flatMap((normal): readonly Identifier[] => {
    if (/^\+\d{6,15}$/.test(normal)) return [{ kind: "phone", normal, platform: "" }];
    return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(normal) ? [{ kind: "email", normal, platform: "" }] : [];
  });
}
