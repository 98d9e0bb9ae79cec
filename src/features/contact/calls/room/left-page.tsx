// After a visit: why it ended, the way back where there is one, and one question that may be skipped.
import type { Text } from '../../../../platform/language.ts';
import { Button, Buttons, LinkButton } from '../../../../ui/buttons.tsx';
import { ActForm } from '../../../../ui/form.tsx';
import { Notice, PageTitle, Section } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import type { LeftWhy, Way } from '../rules.ts';
import { texts } from '../texts.ts';

const titles: Record<LeftWhy, { title: Text; lead: Text | undefined }> = {
  left: { title: texts.leftTitle, lead: undefined },
  moved: { title: texts.movedTitle, lead: texts.movedText },
  silent: { title: texts.silentTitle, lead: texts.silentText },
  closed: { title: texts.overTitle, lead: texts.over },
  removed: { title: texts.overTitle, lead: texts.over },
  uninvited: { title: texts.overTitle, lead: texts.over },
};

const answers = [texts.how5, texts.how4, texts.how3, texts.how2, texts.how1];

export function LeftPage(props: {
  roomId: string;
  visitId: string;
  title: Text | string;
  why: LeftWhy;
  way: Way;
  mayReturn: boolean;
  /** Was in the room, so there is something to ask about. */
  wasIn: boolean;
  answered: boolean;
}) {
  const say = useSay();
  const { title, lead } = titles[props.why];
  const asks = props.wasIn && !props.answered && (props.why === 'left' || props.why === 'closed');
  return (
    <>
      <PageTitle title={title} above={props.title} lead={lead} />
      {props.answered && (
        <Notice kind="good" announce>
          {texts.thanks}
        </Notice>
      )}
      {asks && (
        <Section title={texts.howWasIt}>
          <p class="quiet-ink">{say(texts.howWasItHint)}</p>
          <ActForm action={`/rooms/${props.roomId}/visits/${props.visitId}/feedback`}>
            <Buttons>
              {answers.map((answer, at) => (
                <Button key={at} name="how" value={String(answers.length - at)}>
                  {answer}
                </Button>
              ))}
            </Buttons>
          </ActForm>
        </Section>
      )}
      {props.mayReturn && (
        <ActForm action={`/rooms/${props.roomId}/visits`} fields={{ way: props.way }}>
          <Button kind={props.why === 'silent' ? 'main' : 'quiet'}>{texts.comeBack}</Button>
        </ActForm>
      )}
      <LinkButton href="/" kind="text">
        {asks ? texts.skip : texts.toHome}
      </LinkButton>
    </>
  );
}
