// Help, from every page: first people, then what one can try oneself.
import { Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { Card, PageTitle, Section } from '../../../ui/parts.tsx';
import { useSay } from '../../../ui/speech.tsx';
import { texts } from './texts.ts';

export function HelpPage(props: {
  /** Only clients ask for a call and write to their coach. */
  client: boolean;
  /** The number of the client's unit, or of the office. */
  phone: string | undefined;
}) {
  const say = useSay();
  return (
    <>
      <PageTitle title={texts.helpTitle} lead={texts.helpLead} />
      <Card title={texts.helpPeople}>
        {props.client && <p>{say(texts.helpCallText)}</p>}
        <Buttons>
          {props.client && (
            <LinkButton kind="main" icon="phone" href="/help/call">
              {texts.helpCall}
            </LinkButton>
          )}
          {props.client && (
            <LinkButton icon="message" href="/messages">
              {texts.helpWrite}
            </LinkButton>
          )}
          {props.phone && (
            <LinkButton href={`tel:${props.phone}`}>
              {say(texts.helpPhone, { phone: props.phone })}
            </LinkButton>
          )}
          <LinkButton href="/contact">{texts.contact}</LinkButton>
        </Buttons>
      </Card>
      <Section title={texts.helpSelf}>
        <p>
          <a href="/device-check">{say(texts.tryDevice)}</a>
        </p>
      </Section>
      <p class="quiet-ink">{say(texts.helpDanger)}</p>
    </>
  );
}
