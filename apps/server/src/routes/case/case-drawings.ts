import { type Whose, parseStatement, whoseSteps } from "@unmask/core";
import { type PackOfCourse, drawCourse } from "@unmask/corridor";
import { type DeskCall, type DeskRoute, deskRoute, noBody } from "../../access/desk-route.ts";
import { actOf } from "../../desk/act-page.ts";
import { sayAhead } from "../../desk/course-in-numbers.ts";
import { packsOf } from "../../desk/files-of-case.ts";
import { coverageIn } from "../../desk/told-report.ts";
import { wholeActs } from "../../sql/case/course-acts.ts";

/** Acts that are read at once. */
const pageSize = 1_000;
/** Acts of a case that are drawn: each is held whole. Stops a pack of a million acts from filling the memory of the desk. */
const mostDrawn = 40_000;
/** Acts that a picture names, by which it is opened. */
const mostNamed = 60;

type Call = Pick<DeskCall<unknown>, "tx" | "parts" | "params" | "officer" | "now">;

/** The course of a case drawn over the acts of all its packs, each picture with its table, how it was worked out and what could change it. */
export const caseDrawings: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/cases/:case/drawings",
  operation: "read-case",
  about: ({ params }) => ({ case: params["case"] ?? "" }),
  body: noBody,
  run: async (call) => {
    const { packs, acts, isCut, placeOf, notStated, ahead } = await read(call);
    const finish = async (): Promise<object> => {
      const course = drawCourse(packs, call.now);
      const drawings = (course?.drawn ?? []).map(({ acts: ids, ...drawn }) => ({
        ...drawn,
        acts: ids.slice(0, mostNamed).flatMap((id) => placeOf.get(id) ?? []),
        actsInAll: ids.length,
      }));
      return { drawings, counts: course?.counts ?? null, acts, isCut, notStated, ahead: ahead === 0 ? null : `${sayAhead(ahead)}.` };
    };
    return { body: {}, shown: [], finish, entry: { item: `drawings of ${acts} acts` } };
  },
});

async function read(call: Call) {
  const { tx, parts } = call;
  const force = parts.force.id;
  const placeOf = new Map<string, { readonly item: string; readonly ordinal: number }>();
  const packs: PackOfCourse[] = [];
  let acts = 0;
  let isCut = false;
  let notStated = 0;
  let ahead = 0;
  for (const { id: item, told, statement, taken_at } of await packsOf(call)) {
    const stated = statement === null ? undefined : parseStatement(statement);
    if (!stated?.ok) {
      notStated += 1;
      continue;
    }
    const ofPack: PackOfCourse["acts"][number][] = [];
    for (let after = 0; !isCut;) {
      const rows = await wholeActs(tx, { force, item, after, limit: pageSize });
      for (const row of rows) {
        const act = actOf(row.act);
        const whose = whoseOf(row.whose);
        if (act.when.earliest > taken_at) ahead += 1;
        ofPack.push({ act, ...(whose && { whose }) });
        placeOf.set(act.id, { item, ordinal: row.ordinal });
      }
      after = rows.at(-1)?.ordinal ?? after;
      isCut = acts + ofPack.length >= mostDrawn;
      if (rows.length < pageSize) break;
    }
    acts += ofPack.length;
    packs.push({ acts: ofPack, coverage: coverageIn(told), statement: stated.value });
  }
  return { packs, acts, isCut, placeOf, notStated, ahead };
}

function whoseOf(written: string | null): Whose | undefined {
  return whoseSteps.find((one) => one === written);
}
