import type { ReactElement } from "react";

/** Where this page came from, and what a checker cannot say of itself. */
export function Origin({ cameFrom }: { readonly cameFrom: string }): ReactElement {
  return (
    <section>
      <h2>Where this page came from</h2>
      <p className="amber">
        <strong>A checker found inside a pack, or sent with it, proves nothing.</strong>
      </p>
      <p>
        This one was opened from <bdi>{cameFrom === "" ? "a file on this computer" : cameFrom}</bdi>. A page cannot hold its own hash. To
        know that it is the published one, take the SHA-256 of the file verify.html with a tool of your own, and compare all 64 digits with
        those that whoever gives it out has published beside it.
      </p>
    </section>
  );
}
