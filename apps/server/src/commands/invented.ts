import { parseOptions } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { writeInventedOrders } from "../invented/write-orders.ts";
import { openLockedRows } from "../ports/case-rows.ts";
import type { World } from "./world.ts";

/** `unmask force invented-orders`: puts invented orders into the folder of a demonstration, and into no other. The server is stopped. */
export async function forceInventedOrders(args: readonly string[], world: World): Promise<ExitCode> {
  const options = parseOptions(args, ["data"]);
  if (!options.ok) return refuse(world, options.error, exitCode.usage);
  const { data } = options.value;
  if (data === undefined) return refuse(world, "force invented-orders needs --data DIR.", exitCode.usage);
  // What marks a folder as invented, as `npm start -- --demo` writes it: an invented order must never come to lie among real ones.
  if ((await world.readText(`${data}/invented`)) === undefined)
    return refuse(world, `${data} is no demonstration. Invented orders are put into none but one of npm start -- --demo.`, exitCode.failed);
  const opened = await openLockedRows(world.folders(data).inside);
  if (!opened.ok) return refuse(world, opened.error, exitCode.failed);
  try {
    const orders = await writeInventedOrders(opened.value.rows, { now: world.now(), random: (size) => world.random(size) });
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
