// A piece of a working page that `browser.ts` may take over. The server writes its whole content, so the page
// is complete before (and without) any script; the props travel as JSON in an attribute that Preact escapes.
import type { ComponentChildren } from 'preact';

/** Placed on a page that leads to the island `name`: its files are fetched beforehand, when this page is at rest. */
export const WarmIsland = ({ name }: { name: string }) => <span data-warms={name} hidden />;

/**
 * Marks `children` as the server's drawing of the island `name`. `props` must be plain JSON (ids, texts,
 * numbers); they are visible to the reader, so nothing may stand in them that the page does not show.
 */
export function Island(props: {
  name: string;
  props: object;
  /** The page is of little use before the island has started: its files are asked for with the page. */
  eager?: boolean;
  children?: ComponentChildren;
}) {
  return (
    <div
      data-island={props.name}
      data-eager={props.eager || undefined}
      data-props={JSON.stringify(props.props)}
    >
      {props.children}
    </div>
  );
}
