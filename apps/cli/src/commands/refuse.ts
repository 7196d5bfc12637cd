import { type ExitCode, exitCode } from "../exit-code.ts";
import type { World } from "../world.ts";

/** Says in one line what is wrong and what to do; never a stack, never content. */
export function refuse(world: World, says: string): ExitCode {
  world.terminal.say(`unmask: ${says}`);
  return exitCode.failed;
}

/** The same for a command that was not understood. */
export function refuseUsage(world: World, says: string): ExitCode {
  world.terminal.say(`unmask: ${says} (\`unmask help\` lists the commands.)`);
  return exitCode.usage;
}
