// The cells of a board's row: how a client takes part, and how their day stands in words.
import { sayMinutes, type Text } from '../../../platform/language.ts';
import { type Mood, Status } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import type { HelpKind, Way } from '../../coaching/days/door.ts';
import { classTexts } from '../../coaching/enrolments/door.ts';
import type { DeviceCheck } from '../../contact/calls/door.ts';
import { timeIn } from './board-time.ts';
import type { Board, BoardRow } from './queries.ts';
import type { State } from './rules.ts';
import { texts } from './texts.ts';

const wayTexts: Record<Way, Text> = {
  video: texts.wayVideo,
  voice: texts.wayVoice,
  text: texts.wayText,
  phone: texts.wayPhone,
  'on-site': texts.wayOnSite,
};

/** A device check tells something for as long as it is likely to be the same device. */
const checkDays = 14;

export function WayCell({ row, at }: { row: BoardRow; at: Temporal.Instant }) {
  const say = useSay();
  const here = ['in', 'lost', 'waiting', 'place', 'help'].includes(row.state);
  // Where a protected person is, nobody reads from a screen that others may see.
  const way = row.protected && row.way === 'on-site' ? undefined : row.way;
  const fresh = row.check && at.since(row.check.checkedAt).total('hours') < 24 * checkDays;
  const check = row.check && fresh && row.state !== 'absent' ? checkText(row.check) : undefined;
  return (
    <div>
      <span class={here ? 'strong' : 'quiet-ink'}>{say(way ? wayTexts[way] : texts.noWay)}</span>
      {check && <p class="small quiet-ink">{say(check)}</p>}
    </div>
  );
}

function checkText(check: DeviceCheck): Text {
  if (check.microphone === 'failed') return texts.checkMicrophone;
  if (check.speaker === 'failed') return texts.checkSpeaker;
  if (check.camera === 'failed') return texts.checkCamera;
  if (check.network === 'failed' || check.network === 'slow') return texts.checkNetwork;
  return texts.checkGood;
}

const moods: Record<State, Mood> = {
  help: 'warning',
  silent: 'warning',
  waiting: 'now',
  lost: 'warning',
  unheard: 'quiet',
  over: 'quiet',
  in: 'good',
  place: 'good',
  greeted: 'good',
  reached: 'good',
  ahead: 'quiet',
  absent: 'quiet',
  confirmed: 'good',
};

const helpTexts: Record<HelpKind, Text> = {
  technology: texts.nowHelpTechnology,
  'call-me': texts.nowHelpCall,
  other: texts.nowHelpOther,
};

export function NowCell({ row, board }: { row: BoardRow; board: Board }) {
  const say = useSay();
  const more = useMore(row);
  return (
    <div>
      <Status mood={moods[row.state]}>{useNow(row, board)}</Status>
      {row.help.map((help) => help.words && <p key={help.id}>”{help.words}”</p>)}
      {row.help.some((help) => help.outcome === 'later') && <p>{say(texts.helpPromised)}</p>}
      <Contact row={row} zone={board.zone} />
      {more.length > 0 && <p class="small quiet-ink">{more.map((one) => say(one)).join(' · ')}</p>}
    </div>
  );
}

const contactMatters: readonly State[] = ['help', 'silent', 'unheard', 'reached', 'ahead'];

/** Who has tried to be in touch, so that nobody rings a second time for nothing. */
function Contact({ row: { contact, state }, zone }: { row: BoardRow; zone: string }) {
  const say = useSay();
  const language = useLanguage();
  if (!contact || !contactMatters.includes(state) || (state === 'reached' && contact.reached)) return null;
  const time = timeIn(language, contact.at, zone);
  return (
    <p>{say(contact.reached ? texts.contactReached : texts.contactMissed, { name: contact.by, time })}</p>
  );
}

function useNow(row: BoardRow, board: Board): string {
  const say = useSay();
  const language = useLanguage();
  const time = row.since ? timeIn(language, row.since, board.zone) : '';
  switch (row.state) {
    case 'help':
      return say(helpTexts[row.help[0]?.kind ?? 'other'], { time });
    case 'silent':
      return say(texts.nowSilent, { time });
    case 'unheard':
      return say(texts.nowUnheard);
    case 'waiting':
      return say(texts.nowWaiting, { time });
    case 'lost':
      return say(texts.nowLost);
    case 'in':
      return say(texts.nowIn, { time });
    case 'place':
      return say(texts.nowPlace, { time });
    case 'greeted':
      return time ? say(texts.nowGreeted, { time }) : say(texts.nowStarted);
    case 'reached':
      return row.contact?.reached
        ? say(texts.contactReached, { name: row.contact.by, time })
        : say(texts.nowReached, { time });
    case 'ahead':
      return say(texts.nowAhead, { time: timeIn(language, row.beginsAt, board.zone) });
    case 'over':
      return say(row.heard ? texts.nowOver : texts.nowUnheardAll);
    case 'absent': {
      const why = row.confirmed ?? row.absence;
      return why
        ? say(texts.nowAbsentWhy, { why: say(classTexts[why]).toLowerCase() })
        : say(texts.nowAbsent);
    }
    case 'confirmed':
      return row.confirmed
        ? say(texts.nowConfirmed, { class: say(classTexts[row.confirmed]).toLowerCase() })
        : say(texts.nowConfirmedOnly);
  }
}

/** What else there is to know: the programme of the moment, and own work so far. */
function useMore(row: BoardRow): string[] {
  const say = useSay();
  const quiet = row.state === 'absent' || row.state === 'confirmed' || row.state === 'over';
  return [
    ...(row.goesOn && !quiet && row.state !== 'in'
      ? [say(texts.goesOn, { title: say(row.goesOn.title) })]
      : []),
    ...(row.ownWorkMinutes > 0 ? [say(texts.ownWork, { sum: sayMinutes(row.ownWorkMinutes) })] : []),
  ];
}
