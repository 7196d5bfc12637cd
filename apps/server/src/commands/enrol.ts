import { parseRole, roles } from "@unmask/case";
import { forceEnrol, takeBackLink } from "../access/enrolment.ts";
import { isPlainName, mostNameLetters } from "../access/plain-name.ts";
import { parseOptions } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { openWaitingLinks } from "../ports/waiting-links.ts";
import { type World, consoleOriginOf } from "./world.ts";

/** Two of those nobody tells apart on a page. */
const notPlain = "holds something that cannot be seen, or a letter that only looks like one: type it.";

/** `unmask force enrol`: prints a one-time link for somebody new, whether or not the desk is running. */
export async function enrol(args: readonly string[], world: World): Promise<ExitCode> {
  const options = parseOptions(args, ["data", "name", "role", "sign-in-name", "console-origin"]);
  if (!options.ok) return refuse(world, options.error, exitCode.usage);
  const { data, name } = options.value;
  const role = parseRole(options.value.role ?? "");
  if (data === undefined || name === undefined)
    return refuse(world, "force enrol needs --data DIR, --name NAME and --role ROLE.", exitCode.usage);
  if (role === undefined) return refuse(world, `--role is one of: ${roles.join(", ")}.`, exitCode.usage);
  if (name.length > mostNameLetters) return refuse(world, `--name: at most ${mostNameLetters} letters.`, exitCode.usage);
  if (!isPlainName(name)) return refuse(world, `--name ${notPlain}`, exitCode.usage);
  const signInName = options.value["sign-in-name"];
  if (signInName !== undefined && signInName.length > mostNameLetters)
    return refuse(world, `--sign-in-name: at most ${mostNameLetters} letters.`, exitCode.usage);
  if (signInName !== undefined && !isPlainName(signInName)) return refuse(world, `--sign-in-name ${notPlain}`, exitCode.usage);
  const { inside } = world.folders(data);
  if (!inside.exists("log"))
    return refuse(world, `there is no force in ${data}. Make one: unmask force init --data ${data} --name NAME`, exitCode.failed);
  const origin = options.value["console-origin"] ?? consoleOriginOf(world.port);
  const links = openWaitingLinks(`${inside.path}/links`);
  const maker = { now: () => world.now(), random: (size: number) => world.random(size), origin, links };
  const link = await forceEnrol(maker, { name, role, signInName });
  if (!(await world.print(link))) {
    // Nobody can print it a second time, and the next try would make a second officer of this name.
    await takeBackLink(links, link);
    return refuse(
      world,
      "nobody was enrolled: the link goes to standard output, and what reads it went away, or its disk is full. Run it again.",
      exitCode.failed,
    );
  }
  if (options.value["console-origin"] === undefined)
    world.say(
      `unmask: the link is for a desk at ${origin}. If the server was started with another PORT or --console-origin, say the same here; the link of a wrong address opens nothing.`,
    );
  return exitCode.done;
}

function refuse(world: World, says: string, code: ExitCode): ExitCode {
  world.say(`unmask: ${says}`);
  return code;
}
