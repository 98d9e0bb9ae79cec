import type { Actor } from '../../../../platform/session.ts';
import { Button, Buttons, LinkButton } from '../../../../ui/buttons.tsx';
import { FileField, TextField } from '../../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form, type FormState } from '../../../../ui/form.tsx';
import { Notice, PageTitle, Section } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import { OfficeTabs } from '../office-tabs.tsx';
import { texts } from '../texts.ts';
import type { Logo } from './logo.ts';
import { logoTexts } from './texts-logo.ts';

/** The logo in use, and the form for another one. */
export function LogoPage(props: { actor: Actor; logo: Logo | undefined; form: FormState; saved: boolean }) {
  const say = useSay();
  const { logo, form } = props;
  return (
    <>
      <PageTitle title={logoTexts.title} above={texts.look} lead={logoTexts.lead} />
      <ErrorSummary form={form} />
      <OfficeTabs actor={props.actor} current="look" />
      {props.saved && (
        <Notice kind="good" announce>
          {texts.saved}
        </Notice>
      )}
      <Section title={logoTexts.now}>
        {logo ? (
          <>
            <p>
              <img
                class="logo"
                src={`/logo/${logo.id}`}
                width={logo.width}
                height={logo.height}
                alt={say(logo.alt)}
              />
            </p>
            <ActForm action="/office/logo/removal">
              <Button>{logoTexts.remove}</Button>
            </ActForm>
          </>
        ) : (
          <p class="quiet-ink">{say(logoTexts.none)}</p>
        )}
      </Section>
      <Form action="/office/logo" encType="multipart/form-data" submit={logoTexts.take}>
        <FileField
          form={form}
          name="picture"
          label={logoTexts.picture}
          hint={logoTexts.pictureHint}
          accept="image/png,image/jpeg,image/webp"
        />
        <TextField form={form} name="alt-fi" label={logoTexts.alt} hint={logoTexts.altHint} maxLength={150} />
        <TextField form={form} name="alt-sv" label={logoTexts.altSv} maxLength={150} required={false} />
        <TextField form={form} name="alt-en" label={logoTexts.altEn} maxLength={150} required={false} />
      </Form>
      <Buttons>
        <LinkButton href="/office/look">{logoTexts.backToLook}</LinkButton>
      </Buttons>
    </>
  );
}

/** From the page of the look to the page of the logo. */
export function LogoLink() {
  return (
    <Section title={logoTexts.title}>
      <Buttons>
        <LinkButton href="/office/logo">{logoTexts.choose}</LinkButton>
      </Buttons>
    </Section>
  );
}
