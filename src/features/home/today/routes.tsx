import { allow, feature } from '../../../platform/web.ts';
import { texts } from './texts.ts';
import { todayOf } from './today.ts';
import { TodayPage } from './today-page.tsx';

export const routes = feature().get('/today', allow('client'), async (c) => {
  const { tx, actor } = c.var;
  const today = await todayOf(tx, actor);
  const liveToken = c.var.liveToken(`person:${actor.personId}`);
  return c.render(<TodayPage today={today} liveToken={liveToken} />, {
    title: texts.title,
    kind: 'client',
    ...(today.unit ? { unit: today.unit } : {}),
  });
});
