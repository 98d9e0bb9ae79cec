// What a coach can do about a client without leaving the board. Each act is a plain form or link; `data-key` names the
// letter that presses it.
import type { ComponentChildren } from 'preact';
import type { Text } from '../../../platform/language.ts';
import { Button, LinkButton } from '../../../ui/buttons.tsx';
import { ActForm, HiddenField } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/speech.tsx';
import type { HelpOutcome } from '../../coaching/days/door.ts';
import { type AbsenceClass, acceptedAbsences, classTexts } from '../../coaching/enrolments/door.ts';
import { roomHref } from '../../contact/calls/door.ts';
import { threadHref } from '../../contact/messages/door.ts';
import type { BoardRow } from './queries.ts';
import { texts } from './texts.ts';

const needsCall: readonly string[] = ['help', 'silent', 'unheard', 'lost'];

export function RowActs({ row, back, live }: { row: BoardRow; back: string; live: boolean }) {
  const calls = live && row.phone && needsCall.includes(row.state);
  return (
    <div class="acts">
      {row.state === 'waiting' && row.roomId && (
        <Key letter="i">
          <LinkButton small kind="main" href={roomHref(row.roomId)} about={row.name}>
            {texts.letIn}
          </LinkButton>
        </Key>
      )}
      {calls && (
        <Key letter="s">
          <LinkButton small icon="phone" href={`tel:${row.phone?.replaceAll(' ', '')}`} about={row.name}>
            {texts.call}
          </LinkButton>
        </Key>
      )}
      {row.tie === 'own' && (
        <Key letter="v">
          <LinkButton small href={threadHref(row.clientId)} about={row.name}>
            {texts.message}
          </LinkButton>
        </Key>
      )}
      {live && row.dayId && <Marks row={row} dayId={row.dayId} back={back} />}
    </div>
  );
}

function Key({ letter, children }: { letter: string; children: ComponentChildren }) {
  return <span data-key={letter}>{children}</span>;
}

function Marks({ row, dayId, back }: { row: BoardRow; dayId: string; back: string }) {
  const say = useSay();
  const knows = row.tie !== 'group';
  const [help] = row.help;
  const act = (letter: string, action: string, fields: Record<string, string>, label: Text) => (
    <Key letter={letter}>
      <ActForm action={action} fields={{ ...fields, back }}>
        <Button small about={row.name}>
          {label}
        </Button>
      </ActForm>
    </Key>
  );
  const answer = (letter: string, outcome: HelpOutcome, label: Text) =>
    help && act(letter, `/help/${help.id}/answer`, { outcome }, label);
  const at = `/days/${dayId}`;
  return (
    <details class="marks">
      <summary data-key="m">
        {say(texts.more)}
        <span class="unseen">: {row.name}</span>
      </summary>
      <div class="marks-panel">
        <div class="acts">
          {help && answer('a', 'solved', texts.solved)}
          {help && answer('q', 'fell-back-to-phone', texts.byPhoneOn)}
          {help && answer('w', 'not-reached', texts.helpNotReached)}
          {help && help.outcome !== 'later' && answer('l', 'later', texts.later)}
          {knows && act('t', `${at}/contacts`, { way: 'call', reached: 'yes' }, texts.reached)}
          {knows && act('e', `${at}/contacts`, { way: 'call', reached: 'no' }, texts.notReached)}
          {act('p', `${at}/hellos`, { way: 'on-site' }, texts.onSite)}
          {act('h', `${at}/hellos`, { way: 'phone' }, texts.byPhone)}
        </div>
        {knows && row.state !== 'absent' && <Away row={row} dayId={dayId} back={back} />}
      </div>
    </details>
  );
}

const absences: readonly AbsenceClass[] = [...(acceptedAbsences as readonly AbsenceClass[]), 'other-absence'];

function Away({ row, dayId, back }: { row: BoardRow; dayId: string; back: string }) {
  const say = useSay();
  return (
    <ActForm action={`/days/${dayId}/absence`}>
      <HiddenField name="back" value={back} />
      <select name="absence" aria-label={`${say(texts.awayWhy)}: ${row.name}`}>
        {absences.map((one) => (
          <option key={one} value={one}>
            {say(classTexts[one])}
          </option>
        ))}
      </select>
      <Button small about={row.name}>
        {texts.away}
      </Button>
    </ActForm>
  );
}
