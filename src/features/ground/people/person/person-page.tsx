import { houseZone } from '../../../../platform/clock.ts';
import { figuresOfDay } from '../../../../platform/language.ts';
import { Button, Buttons, LinkButton } from '../../../../ui/buttons.tsx';
import { ActForm, ErrorSummary, emptyForm, type FormState } from '../../../../ui/form.tsx';
import { languageNames } from '../../../../ui/page-frame.tsx';
import { Card, Facts, Notice, PageTitle, Section, Tag } from '../../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../../ui/speech.tsx';
import type { Person } from '../access.ts';
import type { GrantRow, RelationRow } from '../queries.ts';
import { inForce } from '../rules.ts';
import { texts } from '../texts.ts';
import { CoachesPart, RolesPart } from '../ties/person-ties.tsx';
import { roleTexts } from '../ties/texts-roles.ts';
import { channelTexts, genderTexts } from './choices.ts';

export type PersonView = {
  person: Person;
  needs: string | undefined;
  grants: readonly GrantRow[];
  coaches: readonly RelationRow[];
  today: Temporal.PlainDate;
  /** What the actor may do here: read, tend contacts and needs, or manage. */
  may: {
    tend: boolean;
    change: boolean;
    seeWhereabouts: boolean;
    seeTies: boolean;
    seeSignIn: boolean;
    /** The client's service and days, on pages of a later feature. */
    seeDays: boolean;
  };
  told: 'saved' | 'invited' | undefined;
  /** Why an act on this page was refused. */
  form?: FormState;
};

/** The front page of a person's file: who they are, how they are reached, what helps them, who coaches them. */
export function PersonPage(view: PersonView) {
  const { person, may } = view;
  const say = useSay();
  const current = view.grants.filter((grant) => inForce(grant, view.today));
  const isClient = view.grants.some((grant) => grant.role === 'client');
  return (
    <>
      <PageTitle
        title={`${person.givenName} ${person.familyName}`}
        above={current.map((grant) => say(roleTexts[grant.role])).join(', ') || texts.noRoles}
        lead={person.protected ? <Tag>{texts.protectedMark}</Tag> : undefined}
        action={
          may.tend && (
            <LinkButton kind="main" href={`/people/${person.id}/details`}>
              {texts.editDetails}
            </LinkButton>
          )
        }
      />
      <ErrorSummary form={view.form ?? emptyForm} />
      <Told {...view} />
      <Card title={texts.needs}>
        {view.needs ? <p class="kept-lines">{view.needs}</p> : <p class="quiet-ink">{say(texts.noNeeds)}</p>}
      </Card>
      <ContactFacts {...view} />
      {isClient && may.seeDays && (
        <Buttons>
          <LinkButton href={`/clients/${person.id}/enrolments`}>{texts.enrolments}</LinkButton>
          <LinkButton href={`/clients/${person.id}/days`}>{texts.days}</LinkButton>
          <LinkButton href={`/clients/${person.id}/modes`}>{texts.modes}</LinkButton>
        </Buttons>
      )}
      {isClient && <CoachesPart {...view} />}
      {may.seeTies && <RolesPart {...view} />}
      {may.change && <ManagingPart {...view} />}
    </>
  );
}

function Told({ person, told }: PersonView) {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      {told && (
        <Notice kind="good" announce>
          {texts[told]}
        </Notice>
      )}
      {person.deactivatedAt && (
        <Notice kind="warning">
          {say(texts.deactivatedOn, {
            day: figuresOfDay(language, person.deactivatedAt.toZonedDateTimeISO(houseZone).toPlainDate()),
          })}
        </Notice>
      )}
    </>
  );
}

function ContactFacts({ person, may }: PersonView) {
  const language = useLanguage();
  const say = useSay();
  return (
    <Section title={texts.contactDetails}>
      <Facts
        facts={[
          ...(person.preferredName ? [{ term: texts.preferredName, value: person.preferredName }] : []),
          { term: texts.channel, value: say(channelTexts[person.channel]) },
          {
            term: texts.phone,
            value: person.phone ? <a href={`tel:${person.phone}`}>{person.phone}</a> : texts.notGiven,
          },
          {
            term: texts.email,
            value: person.email ? <a href={`mailto:${person.email}`}>{person.email}</a> : texts.notGiven,
          },
          { term: texts.language, value: languageNames[person.language] },
          ...(person.bornOn ? [{ term: texts.bornOn, value: figuresOfDay(language, person.bornOn) }] : []),
          ...(may.change && person.gender
            ? [{ term: texts.gender, value: say(genderTexts[person.gender]) }]
            : []),
          {
            term: texts.whereabouts,
            value: may.seeWhereabouts ? (
              <a href={`/people/${person.id}/whereabouts`}>{say(texts.showWhereabouts)}</a>
            ) : (
              say(texts.whereaboutsHidden)
            ),
          },
        ]}
      />
    </Section>
  );
}

function ManagingPart({ person, may }: PersonView) {
  const say = useSay();
  return (
    <>
      <Section title={texts.protection}>
        <p>{say(person.protected ? texts.protectionOn : texts.protectionOff)}</p>
        <Buttons>
          <ActForm
            action={`/people/${person.id}/protection`}
            fields={{ protected: person.protected ? 'no' : 'yes' }}
          >
            <Button>{person.protected ? texts.endProtection : texts.setProtection}</Button>
          </ActForm>
          <LinkButton href={`/people/${person.id}/blocked`}>{texts.blocked}</LinkButton>
        </Buttons>
      </Section>
      {!person.deactivatedAt && (
        <Section title={texts.invitation}>
          <p>{say(texts.inviteText)}</p>
          <Buttons>
            <ActForm action={`/people/${person.id}/invitation`}>
              <Button>{texts.invite}</Button>
            </ActForm>
            {may.seeSignIn && (
              <LinkButton href={`/people/${person.id}/sign-in`}>{texts.signingIn}</LinkButton>
            )}
          </Buttons>
        </Section>
      )}
      <Section title={texts.ending}>
        {person.deactivatedAt ? (
          <Buttons>
            <ActForm action={`/people/${person.id}/reactivation`}>
              <Button>{texts.reactivate}</Button>
            </ActForm>
            {may.seeSignIn && <LinkButton href={`/people/${person.id}/erasure`}>{texts.erase}</LinkButton>}
          </Buttons>
        ) : (
          <>
            <p>{say(texts.endingText)}</p>
            <ActForm action={`/people/${person.id}/deactivation`}>
              <Button kind="danger">{texts.deactivate}</Button>
            </ActForm>
          </>
        )}
      </Section>
    </>
  );
}
