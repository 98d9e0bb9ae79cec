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
  /** Where the way in is, and the page to go on to. */
  door: string;
  home: string;
  base: string;
  title: Text | string;
  why: LeftWhy;
  way: Way;
  mayReturn: boolean;
  /** How it was: who was in the room is asked, guests are not. */
  feedback: 'asked' | 'answered' | 'none';
}) {
  const say = useSay();
  const { title, lead } = titles[props.why];
  // Away for a while, or in another window: the way back is what matters.
  const onlyAway = props.why === 'silent' || props.why === 'moved';
  const asks = props.feedback === 'asked' && (props.why === 'left' || props.why === 'closed');
  return (
    <>
      <PageTitle title={title} above={props.title} lead={lead} />
      {props.feedback === 'answered' && (
        <Notice kind="good" announce>
          {texts.thanks}
        </Notice>
      )}
      {asks && (
        <Section title={texts.howWasIt}>
          <p class="quiet-ink">{say(texts.howWasItHint)}</p>
          <ActForm action={`${props.base}/feedback`}>
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
        <ActForm action={`${props.door}/visits`} fields={{ way: props.way }}>
          <Button kind={props.why === 'silent' ? 'main' : 'quiet'}>{texts.comeBack}</Button>
        </ActForm>
      )}
      <Buttons>
        <LinkButton href={props.home} kind={asks || onlyAway ? 'text' : 'main'}>
          {asks ? texts.skip : props.home === '/' ? texts.toHome : texts.toMeetingPage}
        </LinkButton>
      </Buttons>
    </>
  );
}
