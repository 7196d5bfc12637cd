import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

/**
 * Makes one file of the whole page, which a browser opens from the disk: no module file, no worker, no request. The page's own policy names
 * its script and its style by their hashes and forbids everything else, so that even a fault of ours could neither ask nor send anything.
 * Beside it stands its SHA-256, as `sha256sum -c` reads it: a page cannot hold its own.
 */
export function oneFile(template: string): Plugin {
  return {
    name: "one-file",
    apply: "build",
    enforce: "post",
    generateBundle(_options, bundle) {
      let script = "";
      let style = "";
      for (const [name, one] of Object.entries(bundle)) {
        if (one.type === "chunk") script += one.code;
        else if (name.endsWith(".css")) style += String(one.source);
        else throw new Error(`${name} does not fit into the one file`);
        delete bundle[name];
      }
      const inlined = withoutEnds(script);
      const parts: Readonly<Record<string, string>> = {
        'content="policy"': `content="${policyFor(inlined, style)}"`,
        "<!-- style -->": `<style>${style}</style>`,
        "<!-- script -->": `<script>${inlined}</script>`,
      };
      const page = readFileSync(template, "utf8").replace(/content="policy"|<!-- (style|script) -->/g, (part) => parts[part] ?? part);
      this.emitFile({ type: "asset", fileName: "verify.html", source: page });
      const hash = createHash("sha256").update(page).digest("hex");
      this.emitFile({ type: "asset", fileName: "verify.html.sha256", source: `${hash}  verify.html\n` });
    },
  };
}

/** What would end the element around a script. Both stand in texts alone, where the backslash says nothing. */
function withoutEnds(script: string): string {
  return script.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
}

function policyFor(script: string, style: string): string {
  const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  return [
    "default-src 'none'",
    `script-src ${hashOf(script)} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}
