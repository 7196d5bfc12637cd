import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import { type ServedApp, answerWithFile, siteAsked } from "@unmask/fittings-node";

/** The paths that the intake answers; everything else on its origin is her app. */
const intakePaths = /^\/(intake|inside)(?![\w-])|^\/\.well-known\/unmask-force\.json/;

/**
 * One origin for her app and the intake, so that her page speaks to nobody but the server it came from. `intake` is left out where the files
 * alone are served.
 */
export function answerOrigin(site: ServedApp, intake: FastifyInstance | undefined, tell: (where: string) => void): RequestListener {
  return (request, response) => {
    if (intake !== undefined && intakePaths.test(request.url ?? "")) return answerIntake(intake, site, request, response);
    answerWithFile(site, request, response).catch(() => {
      tell("intake: a file could not be read");
      response.writeHead(500).end();
    });
  };
}

/** By the site's name or by an address: whoever sends to an address is no page, and is not sent elsewhere with what it carries. */
function answerIntake(intake: FastifyInstance, site: ServedApp, request: IncomingMessage, response: ServerResponse): void {
  if (siteAsked(site, request.headers.host) === undefined) response.writeHead(421, { connection: "close" }).end();
  else intake.routing(request, response);
}
