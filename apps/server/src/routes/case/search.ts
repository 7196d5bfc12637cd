import { mayDo } from "@unmask/case";
import type { Instant } from "@unmask/core";
import { type Posting, keyOf } from "@unmask/link";
import { asMachine } from "../../access/as-machine.ts";
import { type DeskCall, type DeskRoute, deskRoute, noBody } from "../../access/desk-route.ts";
import { type Standing, relationOf, relationsOf } from "../../access/relation-of.ts";
import type { LogDraft } from "../../access-log/access-log.ts";
import { longestSearch, readSearch } from "../../links/identifiers-searched.ts";
import { type Unseen, foundTogether } from "../../links/found-together.ts";
import { saySearched } from "../../links/find-links.ts";
import { casesOfClass } from "../../sql/case/classes.ts";
import { askPart, postingsOfKeys } from "../../sql/case/postings.ts";
import { readSettings } from "../../sql/case/settings.ts";

/**
 * Exact search by a number, an address, an account, a reference or a recorded class. Each hit says only what its officer may see, and is an
 * entry of the log by itself.
 */

/** Where numbers without a country are dialled. */
const country = "GB";
/** Hits of one search; more is a number that says nothing about who holds it. */
const mostHits = 100;

/** One hit as it is shown. `report` and `case` stand only where the officer may look at them. */
interface Hit {
  readonly says: string;
  readonly report?: string;
  readonly case?: string;
  readonly known?: Posting["known"];
  readonly first?: Instant | null;
  readonly last?: Instant | null;
}

/** A hit, and what the log says of it. */
interface Found {
  readonly hit: Hit | Unseen | undefined;
  readonly entry: Partial<LogDraft>;
}

/** Searches. */
export const search: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/search",
  operation: "search-exact",
  query: ["q"],
  body: noBody,
  run: async (call) => {
    const { tx, parts, officer, query } = call;
    const typed = query["q"] ?? "";
    if (typed.trim() === "" || typed.length > longestSearch)
      return { status: 400, body: { says: "Type a whole number, address, account or reference." }, shown: [] };
    const { report, case: ref, identifiers } = readSearch(typed, country);
    const keys = identifiers.map((one) => keyOf(one, parts.keyedHash));
    // The index holds no word of a report; what of a hit is told goes by the relation to each.
    const answered = await asMachine(tx, call, () => askPart(tx, () => postingsOfKeys(tx, parts.force.id, { keys, limit: mostHits })));
    const { postings: shown, total } = answered === "down" ? { postings: [], total: 0 } : answered;
    const mentioned: readonly Mentioned[] = [...(report === undefined ? [] : [{ report }]), ...shown];
    const reports = mentioned.map((one) => one.report);
    const standingOf = await relationsOf(tx, { force: parts.force.id, officer: officer.id, now: call.now }, reports);
    const isToldElsewhere = (await readSettings(tx, parts.force.id)).searchTells === "case";
    const found: Found[] = mentioned.map((one) =>
      reportFound(one, { role: officer.role, standing: standingOf(one.report), isToldElsewhere }),
    );
    if (ref !== undefined) found.push(await caseFound(call, ref));
    for (const one of await casesOfClass(tx, { force: parts.force.id, officer: officer.id, word: typed }))
      found.push({ hit: { says: `Case ${one} is recorded under this.`, case: one }, entry: { case: one } });
    const isComplete = answered !== "down";
    return {
      body: {
        hits: foundTogether(
          found.flatMap(({ hit }) => (hit === undefined ? [] : [hit])),
          total > mostHits,
        ),
        isComplete,
        searched: saySearched({ answered: isComplete ? 1 : 0, of: 1 }),
        more: Math.max(0, total - mostHits),
      },
      shown: [],
      // What is hidden has no entry of its own: its number in the log would tell it.
      also: found.flatMap(({ hit, entry }) => (hit === undefined ? [] : [entry])),
    };
  },
});

type Mentioned = { readonly report: string } & Partial<Posting>;

interface Asker {
  readonly role: DeskCall<unknown>["officer"]["role"];
  readonly standing: Standing;
  /** The force lets an exact search say that a case holds a number to an officer who is not on it. */
  readonly isToldElsewhere: boolean;
}

function reportFound({ report, known, first, last }: Mentioned, { role, standing, isToldElsewhere }: Asker): Found {
  const { relation, case: ref } = standing;
  const entry = { report, case: ref };
  const used = known === undefined ? {} : { known, first: first ?? null, last: last ?? null };
  if (relation === "queue") {
    const may = mayDo(role, "preview-report", "queue").allowed;
    return {
      entry,
      hit: may ? { says: `Report ${report} waits in the queue.`, report, ...used } : { waits: report },
    };
  }
  if ((relation === "member" || relation === "opened") && ref !== null)
    return { entry, hit: { says: `Case ${ref} holds this, in report ${report}.`, report, case: ref, ...used } };
  // What was typed was a number of a report: that it stands in a case is not told. One that is barred to the officer is never told.
  const isTold = relation === "other" && ref !== null && known !== undefined && isToldElsewhere;
  return { entry, hit: isTold ? hitElsewhere(ref) : undefined };
}

/** A case that the officer is not on. That there is one is told, since whoever opens it anyway must know that; a force can hide it. */
function hitElsewhere(ref: string): Hit {
  return {
    says: "One case holds this. You are not on it: ask a supervisor to put you on it, or open it anyway when a life is at risk.",
    case: ref,
  };
}

async function caseFound<Body>(call: DeskCall<Body>, ref: string): Promise<Found> {
  const { tx, parts, officer, now } = call;
  const { relation } = await relationOf(tx, { force: parts.force.id, officer: officer.id, now }, { case: ref });
  const entry = { case: ref };
  if (relation === "member" || relation === "opened") return { entry, hit: { says: `Case ${ref}.`, case: ref } };
  // The number of a case tells nothing about it: one that is not there and one that is closed to this officer are not told apart.
  return { entry, hit: undefined };
}
