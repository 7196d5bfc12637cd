import { type PlacedStop, type TimelineAct, isTheirs, isWithinStop } from "@unmask/core";
import { sayNumber } from "@unmask/words";
import { cameByStop } from "./after-stop/came-by-stop.ts";
import { firstAnswer } from "./after-stop/first-answer.ts";
import { nothingCertain, onLastDayAlone } from "./after-stop/nothing-certain.ts";
import { notNamedThen, sayNotNamedThen } from "./after-stop/not-named-then.ts";
import { isCovered } from "./after-stop/say-hers.ts";
import { type Case, type Stops, type Told, isHeld, standingOf, stopsOf } from "./after-stop/stops-held.ts";
import { whatCame } from "./after-stop/what-came.ts";
import type { Pattern } from "./pattern.ts";
import { besideTheirs, sayBesideAgreed } from "./reading/beside-theirs.ts";
import { isHerNameOpen } from "./reading/her-name-open.ts";
import { hersToPerhaps } from "./reading/hers-to-perhaps.ts";
import { actsNotNamed } from "./reading/not-named.ts";
import type { PlacedAct } from "./reading/placed-act.ts";
import { isSent } from "./reading/reply.ts";
import { actsByWhose } from "./reading/their-acts.ts";
import { unblockedAfter } from "./reading/unblocked.ts";
import { spoken } from "./spoken.ts";

const id = "contact-after-stop";

/** Acts that came after she told them to stop, after she blocked them, or after an order or a bail condition. The stops are hers. */
export const contactAfterStop: Pattern = spoken({
  id,
  looksFor: "What came after you told them to stop, after you blocked them, or after an order or a bail condition.",
  find(timeline, statement) {
    return stopsOf(timeline, statement).flatMap((stops) =>
      toldOf(stops, { timeline, statement }).map((told) => ({ pattern: id, standing: standingOf(stops.kind), ...told })),
    );
  },
});

/** What is told of stops of one kind: what came while they held and what answered first; else what may have, or that nothing did. */
function toldOf(stops: Stops, inCase: Case): readonly Told[] {
  const { timeline, statement } = inCase;
  const { hers, perhaps, isHerSideKnown } = actsByWhose(timeline, statement);
  const came = cameByStop(stops, inCase);
  const perhapsHeld = perhaps.filter((one) => !one.isFar && isHeld(stops, one));
  const notNamed = actsNotNamed(timeline, statement).filter((one) => isHeld(stops, one)).length;
  const then = [...notNamedThen(timeline, statement)];
  const above = then
    .slice(
      0,
      Math.max(
        0,
        then.findIndex(([kind]) => kind === stops.kind),
      ),
    )
    .map(([, count]) => count);
  const open = { notNamed, notNamedSaid: sayNotNamedThen(notNamed, sayNumber, above) };
  const toPerhaps = hersToPerhaps(timeline, statement);
  const act = stops.kind === "told to stop" ? actOfStop(stops.first, [...hers, ...toPerhaps]) : undefined;
  if (came.after.length === 0)
    return act === undefined
      ? onLastDayAlone(stops, came, inCase)
      : [nothingCertain(stops, { ...came, ...open, perhapsHeld }, { ...inCase, act })];
  const agreedThen = besideTheirs(timeline, statement).agreed.filter((one) => isHeld(stops, one));
  const beside = {
    isTheirsAgreed: agreedThen.some(({ whose }) => isTheirs(whose)),
    perhaps: perhapsHeld.length,
    ...open,
    hers:
      isHerSideKnown && (hers.length > 0 || !isHerNameOpen(timeline, statement))
        ? hers.filter((one) => isSent(one) && isHeld(stops, one))
        : undefined,
    hersToPerhaps: toPerhaps.filter((one) => isHeld(stops, one)).length,
    isHersCovered: isCovered(timeline, hers, came.after),
    besideAgreed: sayBesideAgreed(agreedThen),
    unblocked: stops.kind === "blocked" ? unblockedAfter(stops.all, inCase) : undefined,
  };
  return [whatCame(stops, { ...came, ...beside, act }, inCase), ...firstAnswer(stops, came.after, inCase)];
}

/** The act of hers that a stop is: the one that she chose, or the only one with words that she sent them in the minute that she gave. */
function actOfStop({ exact, act, earliest, latest }: PlacedStop, hers: readonly PlacedAct[]): TimelineAct | undefined {
  if (exact !== "minute") return act;
  const within = hers.filter((one) => one.act.text !== null && isWithinStop(one.act.when, { earliest, latest }));
  return within.length === 1 ? within[0]?.act : undefined;
}
