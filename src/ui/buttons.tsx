// Buttons and links that look like buttons. At most one of the kind `main` (filled) stands on a screen.
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icons.tsx';
import { type Content, useContent } from './speech.tsx';

export type ButtonKind = 'main' | 'quiet' | 'text' | 'danger';

type Shared = {
  /** `quiet` (outlined) unless told. */
  kind?: ButtonKind | undefined;
  icon?: IconName | undefined;
  /** A lower button for rows of a table: 44 px high with a fine edge. */
  small?: boolean | undefined;
  /** What a screen reader adds, such as whom the button is about: "Soita: Noora S.". */
  about?: string | undefined;
  children: Content;
};

/** Buttons that belong together: under one another on phones, beside one another where there is room. */
export function Buttons(props: { children: ComponentChildren }) {
  return <div class="buttons">{props.children}</div>;
}

export function Button(
  props: Shared & {
    /** `submit` unless told. */
    type?: 'submit' | 'button' | 'reset' | undefined;
    name?: string | undefined;
    value?: string | undefined;
    disabled?: boolean | undefined;
    /** The id of a form elsewhere on the page that this button sends. */
    form?: string | undefined;
    /** Another address to post the form to. */
    formAction?: string | undefined;
  },
) {
  return (
    <button
      class={buttonClass(props)}
      type={props.type ?? 'submit'}
      name={props.name}
      value={props.value}
      disabled={props.disabled}
      form={props.form}
      formaction={props.formAction}
    >
      <Inside {...props} />
    </button>
  );
}

export function LinkButton(props: Shared & { href: string; download?: boolean | undefined }) {
  return (
    <a class={buttonClass(props)} href={props.href} download={props.download}>
      <Inside {...props} />
    </a>
  );
}

/**
 * Opens the `<Dialog id={dialog}>` of the same page where the browser knows invoker commands, and is a link to
 * `href` (a page with the same content) where it does not. Which one shows is decided by CSS, without script.
 */
export function DialogButton(props: Shared & { dialog: string; href: string }) {
  return (
    <>
      <button
        class={`${buttonClass(props)} by-command`}
        type="button"
        command="show-modal"
        commandfor={props.dialog}
      >
        <Inside {...props} />
      </button>
      <a class={`${buttonClass(props)} by-link`} href={props.href}>
        <Inside {...props} />
      </a>
    </>
  );
}

function Inside(props: Shared) {
  const content = useContent();
  return (
    <>
      {props.icon && <Icon name={props.icon} />}
      {content(props.children)}
      {props.about && <span class="unseen">: {props.about}</span>}
    </>
  );
}

function buttonClass(props: { kind?: ButtonKind | undefined; small?: boolean | undefined }): string {
  return `button ${props.kind ?? 'quiet'}${props.small ? ' small-button' : ''}`;
}
