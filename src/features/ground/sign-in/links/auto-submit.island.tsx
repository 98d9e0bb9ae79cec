// Sends the one form of a page as soon as the page is there. Mail scanners and link previews, which run no form and
// hold no cookie, do not get this far.
import { useEffect, useRef } from 'preact/hooks';

export default function AutoSubmit(props: { action: string; label: string }) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.requestSubmit(), []);
  return (
    <form ref={form} class="form" action={props.action} method="post">
      <div class="buttons">
        <button type="submit" class="button main">
          {props.label}
        </button>
      </div>
    </form>
  );
}
