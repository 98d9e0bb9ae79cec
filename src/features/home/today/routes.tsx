import { allow, feature } from '../../../platform/web.ts';
import { texts } from './texts.ts';
import { todayOf } from './today.ts';
import { TodayPage } from './today-page.tsx';

export const routes = feature().get('/today', allow('client'), async (c) => {
  const { tx, actor } = c.var;
  const today = await todayOf(tx, actor);
  const room = today.expected?.room;
  const topics = [
    `person:${actor.personId}`,
    `inbox:${actor.personId}`,
    ...(room ? [`room:${room.id}`] : []),
    // A session of today that is moved or cancelled is seen at once.
    ...new Set((today.expected?.sessions ?? []).map((session) => `group:${session.groupId}`)),
  ];
  const liveTokens = topics.map((topic) => c.var.liveToken(topic));
  return c.render(<TodayPage today={today} liveTokens={liveTokens} />, {
    title: texts.title,
    kind: 'client',
    unread: today.unread?.count ?? 0,
    ...(today.unit ? { unit: today.unit } : {}),
  });
});
