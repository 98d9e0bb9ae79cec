// The honest first page of those whose day is not a board or a programme: what they can do here, and nothing else.
import { LinkButton } from '../../../ui/buttons.tsx';
import { DayList } from '../../../ui/day-list.tsx';
import { EmptyState, PageTitle, Section } from '../../../ui/parts.tsx';
import { useSay, type Words } from '../../../ui/speech.tsx';
import { texts } from './texts.ts';

export type StartLink = { href: string; label: Words };
export type HostedSession = { time: string; day: string; title: Words; roomHref: string | undefined };

export function StartPage(props: {
  name: string;
  lead: Words;
  links: readonly StartLink[];
  /** Only for providers: the sessions they host. */
  hosted: readonly HostedSession[] | undefined;
}) {
  const say = useSay();
  return (
    <>
      <PageTitle title={say(texts.hello, { name: props.name })} lead={props.lead} />
      {props.hosted && (
        <Section title={texts.sessions}>
          {props.hosted.length === 0 ? (
            <EmptyState
              title={texts.noSessions}
              text={texts.noSessionsText}
              action={<LinkButton href="/device-check">{texts.tryDevice}</LinkButton>}
            />
          ) : (
            <DayList
              items={props.hosted.map((one) => ({
                time: one.time,
                title: one.title,
                note: one.day,
                state: 'coming' as const,
                href: one.roomHref,
                word: one.roomHref ? texts.openRoom : undefined,
              }))}
            />
          )}
        </Section>
      )}
      <Section title={texts.canDo}>
        <ul class="flow">
          {props.links.map((link) => (
            <li key={link.href}>
              <a href={link.href}>{say(link.label)}</a>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
