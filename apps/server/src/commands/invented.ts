import { takeLinks } from "../access/enrolment.ts";
import { startAccessLog } from "../access-log/access-log.ts";
import { parseOptions } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { writeInventedOrders } from "../invented/write-orders.ts";
import { openLockedRows } from "../ports/case-rows.ts";
import { openWaitingLinks } from "../ports/waiting-links.ts";
import type { World } from "./world.ts";

/** `unmask force invented-orders`: puts invented orders and their cases into the folder of a demonstration, and into no other; officers whose link waits come on some of them. The server is stopped. */
export async function forceInventedOrders(args: readonly string[], world: World): Promise<ExitCode> {
  const options = parseOptions(args, ["data"]);
  if (!options.ok) return refuse(world, options.error, exitCode.usage);
  const { data } = options.value;
  if (data === undefined) return refuse(world, "force invented-orders needs --data DIR.", exitCode.usage);
  // What marks a folder as invented, as `npm start -- --demo` writes it: an invented order must never come to lie among real ones.
  if ((await world.readText(`${data}/invented`)) === undefined)
    return refuse(world, `${data} is no demonstration. Invented orders are put into none but one of npm start -- --demo.`, exitCode.failed);
  const { inside } = world.folders(data);
  const opened = await openLockedRows(inside);
  if (!opened.ok) return refuse(world, opened.error, exitCode.failed);
  try {
    const { rows } = opened.value;
    const { database, logSigner: signer, force } = rows;
    const chance = { now: () => world.now(), random: (size: number) => world.random(size) };
    // Whoever has a link is put on cases: they are on the list of officers from now on, and their link opens the desk as it would have.
    const log = await startAccessLog({ database, signer, force: force.id, ...chance });
    await takeLinks({ log, force: force.id, links: openWaitingLinks(`${inside.path}/links`) });
    const orders = await writeInventedOrders(rows, { now: world.now(), random: chance.random });
    await world.print(JSON.stringify({ orders }));
    return exitCode.done;
  } finally {
    await opened.value.close();
  }
}

function refuse(world: World, says: string, code: ExitCode): ExitCode {
  world.say(`unmask: ${says}`);
  return code;
}
